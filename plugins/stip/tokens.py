"""Hold the colours of Stip, light and dark, and every change of them to the contrasts that reading needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One colour as `#RRGGBB`, for light and for dark."""

    light: str
    dark: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tokens seen against each other, and the least contrast they need (WCAG 2.2, 1.4.3 and 1.4.11)."""

    front: str
    back: str
    least: float


@dataclass(frozen=True, slots=True)
class ContrastProblem:
    """A pair whose contrast is too low in one scheme (`light` or `dark`)."""

    pair: Pair
    scheme: str
    contrast: float


PATH_COLOURS = 12

TOKENS: Mapping[str, Token] = {
    # The paths. In light each carries white, in dark each carries ink; never the other way round.
    "p1": Token("#1A69BC", "#6FA5DF"),
    "p2": Token("#8A4500", "#EBA93A"),
    "p3": Token("#571A76", "#B283F2"),
    "p4": Token("#2C7226", "#A3D97C"),
    "p5": Token("#C9277D", "#FFA6D3"),
    "p6": Token("#13767D", "#20B3B1"),
    "p7": Token("#414C57", "#DCE7F2"),
    "p8": Token("#2A3CC0", "#A9ABFF"),
    "p9": Token("#98614A", "#C98A5E"),
    "p10": Token("#6E7008", "#EDE65A"),
    "p11": Token("#6C0F2E", "#F2608F"),
    "p12": Token("#063F33", "#93F0CF"),
    "on-path": Token("#FFFFFF", "#10202B"),
    "roadmark": Token("#FFFFFF", "#10202B"),
    # Paper, and what is written and drawn on it.
    "paper": Token("#FBF6EA", "#11202B"),
    "card": Token("#FFFDF6", "#1A2E3B"),
    "sign": Token("#FFFDF6", "#1C313F"),
    "tint": Token("#F1E7CF", "#22394A"),
    "tint2": Token("#E7EFD3", "#20392F"),
    "ink": Token("#1D2935", "#F3ECDD"),
    "ink2": Token("#48545F", "#B9C5CC"),
    "line": Token("#22313F", "#EFE6D3"),
    "rule": Token("#D8CDB4", "#34495A"),
    "ctl": Token("#766D5C", "#8FA0AB"),
    "link": Token("#164E86", "#9CCBFF"),
    "focus": Token("#1D2935", "#F3ECDD"),
    "sun": Token("#F6CB62", "#E8B84C"),
    "on-sun": Token("#1D2935", "#10202B"),
    "shadow": Token("#22313F", "#050B10"),
    # The dot on the horizon. Its red is nobody else's.
    "dot": Token("#C9341A", "#FF9466"),
    "dot-line": Token("#7E1C0B", "#FFD9B8"),
    "dot-h": Token("#FFC15C", "#FFE2A0"),
    "on-dot": Token("#FFFFFF", "#10202B"),
    "ray": Token("#D9541E", "#FFB45C"),
    # Sky and land.
    "sky1": Token("#A9D3EC", "#14253F"),
    "sky2": Token("#D8EAEB", "#35375E"),
    "sky3": Token("#FDF0CC", "#7A4A55"),
    "glow": Token("#FFD873", "#FF9E5E"),
    "hill": Token("#A8C4A4", "#24404A"),
    "g1": Token("#DDE8BD", "#2B4A3C"),
    "g2": Token("#C9DCA0", "#254236"),
    "g3": Token("#B4CD86", "#203B31"),
    "g4": Token("#A0BF70", "#1B342C"),
    "band": Token("#6F9A48", "#55806A"),
    "tuft": Token("#7FA557", "#3F6A56"),
    "gtext": Token("#23401A", "#CFE6C4"),
    "water": Token("#A9D3E2", "#27506A"),
    "cloud": Token("#FFFFFF", "#3C4E6B"),
    "cloud-line": Token("#7FA9C4", "#7084A3"),
    "far-line": Token("#41525C", "#B9C0C4"),
    "far-w": Token("#FBF9F2", "#8FA0AB"),
    "tree": Token("#7FA56B", "#2E5A48"),
    "brick": Token("#C98566", "#7A4B3C"),
    "brick2": Token("#D8A27F", "#6A4A40"),
    "slate": Token("#6C7F8C", "#3D5060"),
    "window": Token("#FFF4CC", "#FFD97A"),
    "door": Token("#3E6A86", "#2D5570"),
    # The signs. The apple is a green-yellow one: red belongs to the dot.
    "apple": Token("#C3CF45", "#CBD95C"),
    "leaf": Token("#7DB04E", "#8CC25E"),
    "apple-leaf": Token("#4C8A3A", "#7DB85C"),
    "flask": Token("#8E6BC4", "#B79AE8"),
    "flag": Token("#F2B632", "#F2B632"),
    "post": Token("#2A6FB8", "#6FA5DF"),
    "wood": Token("#D9A86C", "#B07F48"),
    "warn": Token("#FFD24A", "#FFD24A"),
    "warn-line": Token("#A11D0B", "#FF8A70"),
    "warn-ink": Token("#1D2935", "#10202B"),
    # The statuses, and the three bands of certainty.
    "st-done": Token("#226B3A", "#8FD6A0"),
    "st-done-ink": Token("#FFFFFF", "#10202B"),
    "st-run": Token("#164E86", "#9CCBFF"),
    "st-late": Token("#8A3B00", "#FFC07A"),
    "nu": Token("#FFF3CF", "#3A3520"),
    "straks": Token("#EEF3DA", "#22382F"),
    "later": Token("#E6EEF0", "#20333F"),
}
"""Every colour by name; the custom property is `--stip-` and the name."""

TEXT, MARK = 4.5, 3.0
PAIRS: tuple[Pair, ...] = (
    *(Pair("on-path", f"p{number}", TEXT) for number in range(1, PATH_COLOURS + 1)),
    *(Pair(f"p{number}", back, MARK) for number in range(1, PATH_COLOURS + 1) for back in ("paper", "card")),
    *(Pair("ink", back, 7.0) for back in ("paper", "card", "sign", "tint", "nu", "straks", "later")),
    *(Pair("ink2", back, TEXT) for back in ("paper", "card", "sign", "tint", "nu", "straks", "later")),
    *(Pair("link", back, TEXT) for back in ("paper", "card", "sign", "tint", "tint2")),
    *(Pair("ink", back, TEXT) for back in ("sky1", "sky2", "sky3")),
    *(Pair("line", back, MARK) for back in ("paper", "card", "sign", "tint", "g1", "g2", "g3", "g4")),
    *(Pair("gtext", back, TEXT) for back in ("g1", "g2", "g3", "g4")),
    *(Pair(front, back, TEXT) for front in ("st-done", "st-late", "st-run") for back in ("paper", "card", "sign")),
    *(Pair("ctl", back, MARK) for back in ("paper", "card", "tint")),
    *(Pair("focus", back, MARK) for back in ("paper", "card", "tint", "sky1", "sky3", "g1", "g4")),
    *(Pair("dot", back, MARK) for back in ("paper", "sky3")),
    Pair("on-dot", "dot", TEXT),
    Pair("on-sun", "sun", TEXT),
    Pair("st-done-ink", "st-done", TEXT),
    Pair("warn-ink", "warn", TEXT),
    Pair("warn-line", "sign", MARK),
)
"""What must stay readable, whatever colours a site chooses."""

_HOST = {
    "default-bg-color": "paper",
    "default-bg-color--light": "paper",
    "default-bg-color--lighter": "paper",
    "default-bg-color--lightest": "paper",
    "default-fg-color": "ink",
    "default-fg-color--light": "ink2",
    "default-fg-color--lighter": "ctl",
    "default-fg-color--lightest": "rule",
    "primary-fg-color": "paper",
    "primary-fg-color--light": "paper",
    "primary-fg-color--dark": "tint",
    "primary-bg-color": "ink",
    "primary-bg-color--light": "ink2",
    "accent-fg-color": "link",
    "accent-fg-color--transparent": "tint",
    "accent-bg-color": "card",
    "accent-bg-color--light": "card",
    "typeset-color": "ink",
    "typeset-a-color": "link",
    "typeset-mark-color": "sun",
    "typeset-kbd-color": "card",
    "typeset-kbd-accent-color": "card",
    "typeset-kbd-border-color": "ctl",
    "typeset-table-color": "rule",
    "typeset-table-color--light": "tint",
    "code-fg-color": "ink",
    "code-bg-color": "tint",
    "code-hl-color": "sun",
    "code-hl-number-color": "st-late",
    "code-hl-special-color": "st-late",
    "code-hl-function-color": "link",
    "code-hl-constant-color": "st-late",
    "code-hl-keyword-color": "link",
    "code-hl-string-color": "st-done",
    "code-hl-name-color": "ink",
    "code-hl-operator-color": "ink2",
    "code-hl-punctuation-color": "ink2",
    "code-hl-comment-color": "ink2",
    "code-hl-generic-color": "ink2",
    "code-hl-variable-color": "ink",
    "admonition-bg-color": "card",
    "admonition-fg-color": "ink",
    "warning-bg-color": "tint",
    "warning-fg-color": "ink",
    "footer-bg-color": "paper",
    "footer-bg-color--dark": "paper",
    "footer-fg-color": "ink",
    "footer-fg-color--light": "ink2",
    "footer-fg-color--lighter": "ink2",
}
"""The host's own custom properties (`--md-…`) by the token they take."""


_FORCED = {
    "LinkText": ("link",),
    "Highlight": ("focus",),
    "CanvasText": (
        *(
            "ink",
            "ink2",
            "line",
            "rule",
            "ctl",
            "gtext",
            "on-path",
            "roadmark",
            "on-sun",
            "on-dot",
            "dot-line",
        ),
        *("far-line", "warn-line", "warn-ink", "st-done", "st-run", "st-late"),
    ),
}
"""The system colour of each token under forced colours; those not named are fills and become the canvas."""


def merged(overrides: Mapping[str, tuple[str, str]]) -> dict[str, Token]:
    """Give all tokens with a site's own colours put in; KeyError names a token that does not exist."""
    if unknown := sorted(set(overrides) - set(TOKENS)):
        raise KeyError(f"no such token: {', '.join(unknown)}; there are: {', '.join(sorted(TOKENS))}")
    return {name: Token(*overrides.get(name, token)) for name, token in TOKENS.items()}


def contrast(one: str, other: str) -> float:
    """Give the WCAG contrast ratio, 1 to 21, of two `#RRGGBB` colours; ValueError for anything else."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def contrast_problems(overrides: Mapping[str, tuple[str, str]]) -> tuple[ContrastProblem, ...]:
    """Give every pair that a site's own colours make too hard to read; KeyError and ValueError as above."""
    tokens = merged(overrides)
    return tuple(
        ContrastProblem(pair, scheme, ratio)
        for pair in PAIRS
        for scheme, front, back in zip(Token._fields, tokens[pair.front], tokens[pair.back], strict=True)
        if (ratio := contrast(front, back)) < pair.least
    )


def tokens_css(overrides: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Give `tokens.css`: the custom properties per scheme, the host's mapped to ours, the path classes."""
    tokens = merged(overrides or {})
    light = _properties((name, token.light) for name, token in tokens.items())
    dark = _properties((name, token.dark) for name, token in tokens.items())
    host = "".join(f"--md-{name}:var(--stip-{token});" for name, token in _HOST.items())
    paths = "\n".join(f".stip-c{number}{{--stip-path:var(--stip-p{number})}}" for number in range(1, PATH_COLOURS + 1))
    system = {name: colour for colour, names in _FORCED.items() for name in names}
    forced = _properties((name, system.get(name, "Canvas")) for name in tokens)
    return f"""\
/* Made from stip/tokens.py and the site's own colours: change those. */
:root{{color-scheme:light;{light}--stip-path:var(--stip-ink)}}
[data-md-color-scheme="slate"]{{{dark}}}
:root:has(>body[data-md-color-scheme="slate"]){{color-scheme:dark;{dark}}}
@media (prefers-color-scheme:dark){{
[data-md-color-scheme="stip-auto"]{{{dark}}}
:root:has(>body[data-md-color-scheme="stip-auto"]){{color-scheme:dark;{dark}}}
}}
:root,body[data-md-color-scheme][data-md-color-scheme]{{{host}}}
{paths}
@media (prefers-contrast:more){{
:root,body[data-md-color-scheme][data-md-color-scheme]{{--stip-ink2:var(--stip-ink);--stip-rule:var(--stip-ctl)}}
}}
@media (forced-colors:active){{
:root,:root:has(>body[data-md-color-scheme]),[data-md-color-scheme]{{{forced}}}
}}
@media print{{
:root,:root:has(>body[data-md-color-scheme]),[data-md-color-scheme]{{color-scheme:light;{light}\
--stip-paper:#FFFFFF;--stip-ink2:{tokens["ink"].light}}}
}}
"""


def _properties(values: Iterable[tuple[str, str]]) -> str:
    return "".join(f"--stip-{name}:{value};" for name, value in values)


def _luminance(colour: str) -> float:
    if len(colour) != 7 or not colour.startswith("#"):
        raise ValueError(f"{colour!r} is not a colour like #1A69BC")
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
