"""A site's own colours are known, well written and readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stip.loading import load

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'linc: {light: "#0E5A5E"}\n',
            "eigen/colours.yaml:1:1: error CL-01: de kleur 'linc' bestaat niet\n    bedoelde je 'link'?",
        ),
        (
            'link: {light: "#0E5A5"}\n',
            (
                "eigen/colours.yaml:1:15: error CL-02: '#0E5A5' is geen kleur\n"
                '    schrijf een kruis met zes tekens, tussen aanhalingstekens: "#1A69BC"'
            ),
        ),
        (
            'link: {licht: "#0E5A5E"}\n',
            (
                "eigen/colours.yaml:1:8: error SC-01: de sleutel 'licht' bestaat niet bij een kleur\n"
                "    bedoelde je 'light'?"
            ),
        ),
        (
            'link: "#0E5A5E"\n',
            (
                "eigen/colours.yaml:1:7: error SC-03: bij 'link' horen sleutels met een waarde\n"
                "    schrijf onder elkaar 'sleutel: waarde', ingesprongen met spaties"
            ),
        ),
    ],
)
def test_wrong_colours(text: str, said: str, written: Write) -> None:
    """Each mistake has its place and its remedy, and costs the colours only."""
    path = written({"eigen/colours.yaml": text})
    loaded = load(path, overrides=path.parent / "eigen")
    assert "\n".join(map(str, loaded.problems)) == said
    assert loaded.roadmap is None
    assert loaded.colours == {}


def test_low_contrast(written: Write) -> None:
    """A colour that is hard to read is refused, with the pair and the numbers."""
    path = written({"eigen/colours.yaml": 'link:\n  light: "#DDDDDD"\n'})
    said = [str(problem) for problem in load(path, overrides=path.parent / "eigen").problems]
    assert said
    assert all(text.startswith("eigen/colours.yaml:2:10: error A11Y-02: link op ") for text in said)


def test_good_colours(written: Write) -> None:
    """A scheme that is not given keeps the theme's colour, and the file is watched."""
    path = written({"eigen/colours.yaml": 'link: {light: "#0E5A5E"}\n'})
    loaded = load(path, overrides=path.parent / "eigen")
    assert loaded.problems == ()
    assert loaded.colours["link"][0] == "#0E5A5E"
    assert path.parent / "eigen" / "colours.yaml" in loaded.inputs


def test_no_colours(written: Write) -> None:
    """Without a file all colours are the theme's."""
    path = written({})
    assert load(path, overrides=path.parent / "eigen").colours == {}
