"""Looks: the templates and the logo that a site keeps of its own, in the folder that it named for that."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from stip.closed import is_outside
from stip.loading.files import LARGEST
from stip.pages import template_names
from stip.pages.logo import LogoError, safe_logo
from stip.problems import StipError

if TYPE_CHECKING:
    from stip.text.words import Words


def own_templates(overrides: Path | None, words: Words) -> Path | None:
    """Return the folder with the site's own page templates; None when it has none. Raises StipError.

    A name that we do not have is a slip of the pen.
    """
    if overrides is None:
        return None
    if not overrides.is_dir():
        raise StipError(words("cli.no_overrides", folder=overrides.as_posix()))
    folder = overrides / "pages"
    if not folder.is_dir():
        return None
    for file in sorted(folder.rglob("*")):  # one template may take in any other
        named = file.parent == folder and file.suffix == ".html" and file.name[0] != "."
        if named and file.name not in template_names():
            names = ", ".join(template_names())
            raise StipError(words("cli.template_unknown", file=file.as_posix(), names=names))
        if file.exists() or file.name[0] != ".":  # an editor marks that a file is open by a link that leads nowhere
            _refuse_odd(file, overrides, words)
    return folder


def own_logo(overrides: Path | None, words: Words) -> str | None:
    """Return the site's own logo; None when it has none. Raises StipError."""
    own = overrides / "logo.svg" if overrides else None
    if own is None or not own.exists():
        return None
    _refuse_odd(own, own.parent, words)
    try:
        return safe_logo(own.read_bytes())
    except LogoError as error:
        said, part = ("cli.logo_script", str(error)) if str(error) else ("cli.logo_wrong", "")
        raise StipError(words(said, file=own.as_posix(), part=part)) from error


def _refuse_odd(file: Path, overrides: Path, words: Words) -> None:
    """Raise StipError for a file of the site's own looks that has no end, or leads elsewhere, as a folder may too."""
    odd = not file.is_dir() and (not file.is_file() or file.stat().st_size > LARGEST)
    if odd or is_outside(file, overrides, Path()):
        raise StipError(words("cli.own_file", file=file.as_posix(), largest=LARGEST // 1_000_000))
