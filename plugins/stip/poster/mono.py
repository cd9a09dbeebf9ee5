"""Black and white: what each colour becomes on a printer that has one, so that lines, words and numbers stay clear.

Roads, boards and discs become white with a dark pattern, name and number; the land becomes paper.
"""

from __future__ import annotations

from collections.abc import Mapping

from stip.tokens import PATH_COLOURS, TOKENS

INK, PAPER = "#000000", "#FFFFFF"
_GREYS: Mapping[str, str] = {
    "on-path": INK, "roadmark": INK, "ink2": "#333333", "rule": "#BBBBBB", "shadow": "#666666",
    "dot": "#3A3A3A", "dot-line": INK, "dot-h": "#8A8A8A", "on-dot": PAPER, "ray": "#555555",
    "sky1": "#F1F1F1", "sky2": "#FAFAFA", "hill": "#EBEBEB", "g1": "#FCFCFC", "g2": "#F9F9F9", "g3": "#F6F6F6",
    "g4": "#F2F2F2", "band": "#8A8A8A", "tuft": "#C4C4C4", "gtext": INK, "cloud-line": "#B0B0B0",
    "far-line": "#6A6A6A", "tree": "#D9D9D9", "brick": "#E4E4E4", "brick2": "#F0F0F0", "slate": "#BDBDBD",
    "door": "#AFAFAF", "water": "#E6E6E6", "leaf": "#CFCFCF", "apple": "#DADADA", "apple-leaf": "#8A8A8A",
    "flask": "#9A9A9A", "flag": "#BBBBBB", "post": "#7A7A7A", "wood": "#CFCFCF", "warn-line": INK,
    "st-done": INK, "st-done-ink": PAPER, "st-run": INK, "st-late": INK,
}  # fmt: skip
_WHITE = frozenset(
    {"paper", "card", "sign", "tint", "tint2", "sun", "sky3", "glow", "cloud", "far-w", "window", "warn"}
)


def grey_colours() -> Mapping[str, tuple[str, str]]:
    """Return every colour as a grey, in the form of a site's own colours: name to (light, dark).

    `p1-line` and its like are for what is drawn as a line in the colour of a path: white could not be seen.
    """
    found = {name: _GREYS.get(name, PAPER if name in _WHITE else INK) for name in TOKENS}
    for number in range(1, PATH_COLOURS + 1):
        found |= {f"p{number}": PAPER, f"p{number}-line": INK}
    return {name: (grey, grey) for name, grey in found.items()}
