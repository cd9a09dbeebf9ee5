"""A whole number is read as people write it, and never as another one."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from stip.model.base import Whole

WHOLE: TypeAdapter[int] = TypeAdapter(Whole)


@pytest.mark.parametrize(
    ("written", "read"), [(12, 12), ("12", 12), (" 7 ", 7), ("50.000", 50_000), ("1.250.000", 1_250_000), ("-3", -3)]
)
def test_points_are_of_thousands(written: object, read: int) -> None:
    """Between quotes a point is how Dutch people write thousands."""
    assert WHOLE.validate_python(written) == read


@pytest.mark.parametrize("written", [True, 2.5, "2.5", "50.00", "1.0", "1_000", "5,000", "", "٣"])
def test_anything_else_is_no_whole_number(written: object) -> None:
    with pytest.raises(ValidationError):
        WHOLE.validate_python(written)
