"""Make what is asked for in print, or tell in a sentence why that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from stip.diagrams.engine import EMBEDDED, EngineError, find_engine
from stip.model import Roadmap
from stip.model.discretion import for_staff
from stip.poster import (
    Drawing,
    NoLetterError,
    NoTypstError,
    PosterSpec,
    Sheet,
    TooSmallError,
    TypstError,
    draw,
    write_pdf,
    write_png,
)
from stip.printing.order import Order
from stip.printing.plan import make_fitting, named, plan_poster
from stip.printing.spots import plan_spots
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
    return draw_told(roadmap, order, engine=engine, colours=colours)[0]


def draw_told(
    roadmap: Roadmap,
    order: Order,
    *,
    engine: str = EMBEDDED,
    colours: Mapping[str, tuple[str, str]] | None = None,
) -> tuple[Drawing, tuple[str, ...]]:
    """Draw a poster, and say in sentences what was chosen to make it fit. Raises StipError as `draw_poster` does.

    It shows what staff may read, for whomever the roadmap was loaded.
    """
    roadmap = for_staff(roadmap)
    with told(roadmap.settings.language, order.sheet):
        found = find_engine(engine)

        def make(spec: PosterSpec) -> Drawing:
            return draw(spec, order.sheet, found, colours=colours, mono=order.mono)

        if order.workshop:
            plan = plan_spots(plan_poster(roadmap, order, found), order.sheet, found)
            return make(plan.spec), plan.told
        return make_fitting(roadmap, order, found, make)


def poster_pdf(drawing: Drawing, *, bleed: bool = False) -> bytes:
    """Write a drawn poster as PDF. Raises StipError in the poster's language."""
    with told(drawing.spec.language):
        return write_pdf(drawing, bleed=bleed)


def poster_png(drawing: Drawing, width: int) -> bytes:
    """Write a drawn poster as a picture, so many pixels wide. Raises StipError in the poster's language."""
    with told(drawing.spec.language):
        return write_png(drawing, width)


@contextmanager
def told(language: str, sheet: Sheet | None = None) -> Iterator[None]:
    """Turn what goes wrong while a print is made into a StipError with a sentence that says what to do."""
    words = words_for(language)
    try:
        yield
    except EngineError as error:
        raise StipError(words(f"drawings.engine.{error.reason}", **error.values)) from error
    except TooSmallError as error:
        raise StipError(words(f"orders.{error.reason}", sheet=named(sheet, words), name=error.name)) from error
    except NoTypstError as error:
        raise StipError(words("poster.no_typst")) from error
    except TypstError as error:
        raise StipError(words("poster.typst_failed", detail=error)) from error
    except NoLetterError as error:
        raise StipError(words("pdf.no_letter", letter=error.letter, text=error.text)) from error
