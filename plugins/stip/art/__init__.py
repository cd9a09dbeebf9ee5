"""Give the signs, statuses, personas, patterns and scenery as SVG that follows the colours of the page."""

import re
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from importlib.resources import files

PATHS = 12
"""So many path colours and patterns there are; higher numbers start again."""

_DRAWING = re.compile(r'<svg [^>]*viewBox="([^"]+)"[^>]*>\n(.*)\n</svg>\n', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Art:
    """A drawing: its own units are those of the view box; colours are `var(--stip-…)`."""

    view_box: str
    """Left, top, width and height, as SVG writes them."""
    body: str
    """The shapes, without the `<svg>` around them, to be placed inside another drawing."""
    classes: str = "stip-icon"

    def svg(self, classes: str | None = None) -> str:
        """Give an inline `<svg>`, sized by CSS, hidden from screen readers: a word must stand beside it."""
        names = escape(self.classes if classes is None else classes)
        opening = f'<svg class="{names}" viewBox="{self.view_box}" aria-hidden="true" focusable="false">'
        return f"{opening}{self.body}</svg>"

    def __str__(self) -> str:
        return self.svg()

    def __html__(self) -> str:
        return self.svg()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the view box."""
        _, _, width, height = map(float, self.view_box.split())
        return width, height


def sign(kind: str, number: int | None = None) -> Art:
    """Give the sign of a kind of step; `intervention` shows its `number`, or `!`.

    Raises KeyError with the kinds there are.
    """
    return _with_text(drawing("signs", kind), "!" if number is None else str(number))


def status(name: str) -> Art:
    """Give the mark of a status. KeyError names the statuses there are."""
    return drawing("statuses", name)


def change(kind: str) -> Art:
    """Give the sign of a step that is new or stands elsewhere. KeyError names the kinds there are."""
    return replace(drawing("changes", kind), classes="stip-icon stip-icon--change")


def persona(picture: str) -> Art:
    """Give the things of a persona's working day. KeyError names the pictures there are."""
    return replace(drawing("personas", picture), classes="stip-persona")


def scenery(name: str, text: str = "") -> Art:
    """Give a piece of the landscape; `dot` and `dot-half` carry `text`, the year.

    Raises KeyError with the names there are.
    """
    return replace(_with_text(drawing("scenery", name), text), classes="stip-scenery")


def pattern(number: int) -> Art:
    """Give a short piece of the road of path `number` (from 1): its pattern in its colour."""
    return replace(drawing("patterns", f"{path_pattern(number):02}"), classes=f"stip-swatch {path_class(number)}")


def logo() -> Art:
    """Give the mark of Stip: the dot over four roads."""
    return replace(drawing("marks", "logo"), classes="stip-logo__mark")


def path_class(number: int) -> str:
    """Give the class that sets the colour of path `number` (from 1)."""
    return f"stip-c{(number - 1) % PATHS + 1}"


def path_pattern(number: int) -> int:
    """Give the pattern, 1 to 12, of path `number`: each turn of twelve gives the colours other patterns."""
    turn, place = divmod(number - 1, PATHS)
    return (place + 5 * turn) % PATHS + 1


def names(folder: str) -> tuple[str, ...]:
    """Give the names of the drawings in a folder: signs, statuses, changes, personas, scenery, patterns or marks."""
    return tuple(sorted(item.name.removesuffix(".svg") for item in (files(__name__) / folder).iterdir()))


@cache  # a large site shows the same forty files some twenty thousand times
def drawing(folder: str, name: str) -> Art:
    """Give a drawing as it is in its file. KeyError names the drawings of the folder."""
    if name not in (known := names(folder)):
        raise KeyError(f"{name!r} is not one of the {folder}: {', '.join(known)}")
    found = _DRAWING.fullmatch((files(__name__) / folder / f"{name}.svg").read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{folder}/{name}.svg is not a plain <svg> with a view box")
    return Art(found[1], found[2])


@cache
def _with_text(art: Art, text: str) -> Art:
    if text:
        return replace(art, body=art.body.replace("{text}", escape(text)))
    return replace(art, body=re.sub(r"<text[^>]*>\{text\}</text>\n?", "", art.body))
