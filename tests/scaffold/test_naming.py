"""Every department gets an id of its own, whatever it is called."""

from __future__ import annotations

import pytest

from stip.scaffold.naming import unit_ids


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Burgerzaken", "burgerzaken"),
        ("Súdwest-Fryslân & de “Wâlden”", "sudwest-fryslan-de-walden"),
        ('O\'Brien & "Zn": #1', "o-brien-zn-1"),
        ("部门", "afdeling"),
        ("CON", "con-afdeling"),
        ("com1", "com1-afdeling"),
        ("Index", "index-afdeling"),
        ("none", "none-afdeling"),
        ("Samenwerking en ontwikkeling van de gemeente", "samenwerking-en-ontwikkeling-van-de"),
        ("x" * 180, "x" * 40),
    ],
)
def test_an_id_comes_from_the_name(name: str, made: str) -> None:
    """Without accents and signs, short, and never a name that Windows or a site keeps for itself."""
    assert unit_ids([name], "afdeling") == (made,)


def test_a_second_of_one_id_gets_a_number() -> None:
    assert unit_ids(["Zorg!", "Zorg?", "zorg 2", "Zorg."], "afdeling") == ("zorg", "zorg-2", "zorg-2-2", "zorg-3")
