"""The search for garbage is put off, and goes on as it did."""

import gc

import pytest

from stip.garbage import garbage_kept


def test_the_search_is_put_off_until_the_outermost_is_done() -> None:
    with garbage_kept():
        with garbage_kept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_when_making_fails() -> None:
    with pytest.raises(ValueError, match="wrong"), garbage_kept():
        raise ValueError("wrong")
    assert gc.isenabled()
