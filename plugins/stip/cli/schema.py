"""`stip schema`: the JSON Schemas for editors, on the screen or as files."""

from __future__ import annotations

import argparse
from pathlib import Path

from stip.cli.inputs import GOOD
from stip.loading.yaml_files import read_yaml
from stip.problems import StipError
from stip.schema import KINDS, shipped
from stip.text.reasons import reason
from stip.text.words import LANGUAGES, words_for
from stip.writing import write_whole

_BESIDE = Path("roadmap.yaml")


def add_schema(printed: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    printed.add_argument(
        "kind", nargs="?", choices=KINDS, help=f"which kind of file; else {KINDS[0]}, and all of them with --out"
    )
    printed.add_argument(
        "--language", choices=LANGUAGES, help=f"language of the descriptions; else that of {_BESIDE}, else nl"
    )
    printed.add_argument("--out", type=Path, metavar="DIR", help="a folder for the schemas, a file for each kind")


def run_schema(options: argparse.Namespace) -> int:
    """Print the schema, or write those that are asked for."""
    language = options.language or _language()
    if options.out is None:
        print(shipped(options.kind or KINDS[0], language))
        return GOOD
    kinds, words = [options.kind] if options.kind else KINDS, words_for(language)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for kind in kinds:
            write_whole(options.out / f"{kind}.json", shipped(kind, language).encode())
    except OSError as error:
        raise StipError(words("cli.not_written", file=error.filename, reason=reason(error, words))) from error
    print(words("cli.written", count=len(kinds), folder=options.out.as_posix()))
    return GOOD


def _language() -> str:
    """Return the language of the roadmap beside, if there is one that tells."""
    data = read_yaml(_BESIDE, _BESIDE.parent)[0].data if _BESIDE.is_file() else None
    named = data.get("language") if isinstance(data, dict) else None
    return named if named in LANGUAGES else LANGUAGES[0]
