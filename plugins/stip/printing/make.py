"""Make what is asked for in print, or tell in a sentence why that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from stip.diagrams.engine import EMBEDDED, EngineError, find_engine
from stip.model import Roadmap
from stip.poster import Drawing, NoLetterError, NoTypstError, TooSmallError, draw, write_pdf
from stip.printing.order import Order
from stip.printing.show import poster_spec
from stip.problems import StipError
from stip.text.words import words_for


def draw_poster(
    roadmap: Roadmap,
    order: Order,
    *,
    engine: str = EMBEDDED,
    colours: Mapping[str, tuple[str, str]] | None = None,
) -> Drawing:
    """Draw a poster of a roadmap; nothing is written. Raises StipError in the roadmap's language."""
    with told(roadmap.settings.language, order):
        return draw(poster_spec(roadmap), order.sheet, find_engine(engine), colours=colours)


def poster_pdf(drawing: Drawing, *, bleed: bool = False) -> bytes:
    """Write a drawn poster as PDF. Raises StipError in the poster's language."""
    with told(drawing.spec.language):
        return write_pdf(drawing, bleed=bleed)


@contextmanager
def told(language: str, order: Order | None = None) -> Iterator[None]:
    """Turn what goes wrong while a print is made into a StipError with a sentence that says what to do."""
    words = words_for(language)
    try:
        yield
    except EngineError as error:
        raise StipError(words(f"drawings.engine.{error.reason}", **error.values)) from error
    except TooSmallError as error:
        size = order.size.upper() if order else ""
        raise StipError(words(f"poster.{error.reason}", size=size, name=error.name)) from error
    except NoTypstError as error:
        raise StipError(words("poster.no_typst")) from error
    except NoLetterError as error:
        raise StipError(words("pdf.no_letter", letters=error.letters)) from error
