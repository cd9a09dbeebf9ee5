"""The command line: check a roadmap, write a site's files or a poster, print the schema."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from stip import __version__, site
from stip.loading import Loaded, load
from stip.poster import ORIENTATIONS, SIZES, write_svg
from stip.printing import Order, draw_poster, poster_pdf
from stip.problems import Problem, Severity, StipError, failing
from stip.schema import KINDS, schema
from stip.text.words import LANGUAGES, words_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
_MANIFEST = ".stip-files.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 good, 1 problems, 2 wrong use."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except StipError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stip", description="A roadmap of paths that all lead to one horizon.")
    parser.add_argument("--version", action="version", version=f"stip {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser("check", help="report every problem of a roadmap, with its place")
    _add_input(check)
    check.add_argument("--format", choices=sorted(_FORMATS), default="text", help="how to print what was found")
    check.add_argument("--strict", action="store_true", help="let warnings fail too")
    check.add_argument("--hints", action="store_true", help="show hints for the maintainer too")
    check.set_defaults(run=_check)

    build = commands.add_parser("build", help="write the site's files to a folder, for another host than MkDocs")
    _add_input(build)
    build.add_argument("--out", type=Path, required=True, metavar="DIR", help="an empty folder, or one written before")
    build.add_argument("--urls", choices=("directory", "html"), default="directory", help="address style of the host")
    build.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")
    build.add_argument(
        "--overrides",
        type=Path,
        metavar="DIR",
        help="own pages/*.html, colours.yaml and logo.svg; else site_overrides/stip beside the roadmap",
    )
    build.set_defaults(run=_build)

    poster = commands.add_parser("poster", help="write the poster of all paths, for print")
    _add_input(poster)
    poster.add_argument("--size", choices=SIZES, default=SIZES[0], help="the sheet of paper")
    poster.add_argument("--orientation", choices=ORIENTATIONS, default=ORIENTATIONS[0], help="how the sheet hangs")
    poster.add_argument("--bleed", action="store_true", help="with 3 mm bleed and crop marks, for a printing house")
    poster.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the PDF and the SVG")
    poster.add_argument("--engine", default="embedded", help="embedded, system, or the path of a dot command")
    poster.set_defaults(run=_poster)

    printed = commands.add_parser("schema", help="print the JSON Schema for editors")
    printed.add_argument("kind", nargs="?", choices=KINDS, default=KINDS[0], help="which kind of file")
    printed.add_argument("--language", choices=LANGUAGES, default="nl", help="language of the descriptions")
    printed.set_defaults(run=_schema)
    return parser


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("roadmap", nargs="?", type=Path, default=Path("roadmap.yaml"), help="the roadmap file")
    command.add_argument("--content", type=Path, metavar="DIR", help="the folder with mission, personas and questions")
    command.add_argument("--language", choices=LANGUAGES, help="language of the messages; else the roadmap's own")


def _check(options: argparse.Namespace) -> int:
    overrides = _overrides_beside(options.roadmap)
    loaded = load(options.roadmap, options.content, language=options.language, overrides=overrides)
    told = [p for p in loaded.problems if options.hints or p.severity is not Severity.HINT]
    text = _FORMATS[options.format](told, loaded, options)
    if text:
        print(text)
    return PROBLEMS if failing(loaded.problems, strict=options.strict) else GOOD


def _build(options: argparse.Namespace) -> int:
    overrides = options.overrides or _overrides_beside(options.roadmap)
    loaded = load(options.roadmap, options.content, language=options.language, overrides=overrides)
    words = words_for(loaded.language)
    for problem in loaded.problems:
        if problem.severity is not Severity.HINT:
            print(problem, file=sys.stderr)
    if loaded.roadmap is None:
        return PROBLEMS
    made = site.build(
        loaded.roadmap,
        directory_urls=options.urls == "directory",
        engine=options.engine,
        overrides=overrides,
        colours=loaded.colours,
    )
    files = made.files()
    if not _clear(options.out):
        print(words("cli.not_ours", folder=options.out), file=sys.stderr)
        return WRONG_USE
    _write(files, options.out)
    print(words("cli.written", count=len(files), folder=options.out))
    return GOOD


def _poster(options: argparse.Namespace) -> int:
    overrides = _overrides_beside(options.roadmap)
    loaded = load(options.roadmap, options.content, language=options.language, overrides=overrides)
    for problem in loaded.problems:
        if problem.severity is not Severity.HINT:
            print(problem, file=sys.stderr)
    if loaded.roadmap is None:
        return PROBLEMS
    order = Order(options.size, options.orientation)
    drawing = draw_poster(loaded.roadmap, order, engine=options.engine, colours=loaded.colours)
    name, pdf = order.stem, poster_pdf(drawing, bleed=options.bleed)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / f"{name}.pdf").write_bytes(pdf)
    (options.out / f"{name}.svg").write_text(write_svg(drawing), encoding="utf-8")
    words = words_for(loaded.language)
    print(words("poster.written", folder=options.out, pdf=f"{name}.pdf", svg=f"{name}.svg"))
    return GOOD


def _overrides_beside(roadmap: Path) -> Path | None:
    """Return the folder in which a site keeps its own looks, where the example has it too."""
    folder = roadmap.parent / "site_overrides" / "stip"
    return folder if folder.is_dir() else None


def _clear(folder: Path) -> bool:
    """Remove what an earlier run wrote; refuse a folder that holds something and was never ours."""
    manifest = folder / _MANIFEST
    if manifest.is_file():
        for name in json.loads(manifest.read_text("utf-8")):
            (folder / name).unlink(missing_ok=True)
        manifest.unlink()
        return True
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _write(files: Sequence[site.OutputFile], folder: Path) -> None:
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content.encode() if isinstance(file.content, str) else file.content)
    (folder / _MANIFEST).write_text(json.dumps([file.path for file in files], indent=1) + "\n", encoding="utf-8")


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(schema(options.kind, options.language), ensure_ascii=False, indent=2))
    return GOOD


def _as_text(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    words = words_for(loaded.language)
    lines = [str(problem) for problem in problems]
    counts = {s: sum(p.severity is s for p in problems) for s in (Severity.ERROR, Severity.WARNING)}
    if any(counts.values()):
        errors = words("cli.errors", count=counts[Severity.ERROR])
        lines.append(
            words("cli.summary", errors=errors, warnings=words("cli.warnings", count=counts[Severity.WARNING]))
        )
    elif loaded.roadmap is not None:
        units = words("cli.units", count=len(loaded.roadmap.units))
        steps = words("cli.steps", count=len(loaded.roadmap.steps))
        lines.append(words("cli.good", file=options.roadmap.as_posix(), units=units, steps=steps))
    return "\n".join(lines)


def _as_json(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    del loaded, options
    rows = [
        {
            "file": p.place.file,
            "line": p.place.line,
            "column": p.place.column,
            "severity": p.severity,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_github(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """Workflow commands, so that each problem appears beside its line in a pull request."""
    del loaded, options
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
    return "\n".join(
        f"::{levels[p.severity]} file={p.place.file},line={p.place.line or 1},col={p.place.column or 1},"
        f"title={p.code}::{_escape(' - '.join(filter(None, (p.message, p.hint))))}"
        for p in problems
    )


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _as_gitlab(problems: Sequence[Problem], loaded: Loaded, options: argparse.Namespace) -> str:
    """A code quality report, as GitLab reads it in a merge request."""
    del loaded, options
    levels = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}
    rows = [
        {
            "description": " - ".join(filter(None, (p.message, p.hint))),
            "check_name": p.code,
            "fingerprint": hashlib.sha256(str(p).encode()).hexdigest(),
            "severity": levels[p.severity],
            "location": {"path": p.place.file, "lines": {"begin": p.place.line or 1}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


_FORMATS: dict[str, Callable[[Sequence[Problem], Loaded, argparse.Namespace], str]] = {
    "github": _as_github,
    "gitlab": _as_gitlab,
    "json": _as_json,
    "text": _as_text,
}
