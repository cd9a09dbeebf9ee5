"""Write plugins/stip/manual/examples.json: of each code a mistake, its message and its remedy, from tests/cases.

    python tools/examples.py        (`python tools/reference.py` does it too)

The cases are proven by tests, so an example cannot tell anything else than the program does. Of the cases with a code
the one is taken that shows it most plainly: one that was made for it (tests/cases/manual), or one with a remedy, with
that message alone, in few lines.
"""

from __future__ import annotations

import contextlib
import difflib
import json
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from stip.loading import load
from stip.loading.codes import RULES
from stip.manual.examples import FILE, LEFT_OUT
from stip.model import Audience
from stip.text.words import LANGUAGES

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
TARGET = ROOT / "plugins" / "stip" / "manual" / FILE
_HEAD = re.compile(r"^(?P<file>\S.*?)(?::(?P<line>\d+):\d+)?: (?:error|warning|hint) (?P<code>[A-Z0-9]+-\d\d): ")
_MOST = 10
"""So many lines of a part are shown at most."""
_WIDEST = 100
"""A longer line is cut: it is long because that is the mistake."""
Files = Mapping[str, str | bytes | None]


@dataclass(frozen=True)
class Said:
    """One message of a case: the file and line that it is about (0: the whole file), its code, and all its lines."""

    file: str
    line: int
    code: str
    text: str


class Case:
    """A case: its files, what is said of them, and the files with which nothing is said any more."""

    def __init__(self, name: str, base: Mapping[str, Files]) -> None:
        raw: dict[str, Any] = yaml.load((CASES / name).read_text("utf-8"), Loader=yaml.CSafeLoader)
        self.name = name
        self.language: str = raw.get("language", "nl")
        self.audience = Audience(raw.get("audience", "staff"))
        self.files: Files = {**base[self.language], **raw.get("files", {})}
        self.fixed: Files = raw.get("fixed", {})
        self.said = tuple(_said(raw["problems"]))

    def told(self, language: str) -> list[str]:
        """Return all messages in a language: those of the case, or else what loading says in the current folder."""
        if language == self.language:
            return [said.text for said in self.said]
        _write(self.files)
        looks = Path("site_overrides/stip")
        overrides = looks if (looks / "colours.yaml").is_file() else None
        loaded = load(Path("roadmap.yaml"), language=language, overrides=overrides, audience=self.audience)
        return [str(problem) for problem in loaded.problems]


def _write(files: Files) -> None:
    """Let the current folder have these files alone; folders stay, for to remove hundreds takes seconds."""
    for path in Path().rglob("*"):
        if path.is_file() and files.get(path.as_posix()) is None:
            path.unlink()
    for name, text in files.items():
        if text is not None:
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _said(problems: str) -> Iterator[Said]:
    """Yield the messages of a case; the lines under the first are part of it."""
    lines: list[str] = []
    for line in [*problems.rstrip("\n").split("\n"), ""]:
        if lines and (_HEAD.match(line) or not line):
            head = _HEAD.match(lines[0])
            if head:
                yield Said(head["file"], int(head["line"] or 0), head["code"], "\n".join(lines))
            lines = []
        if line:
            lines.append(line)


def examples() -> str:
    """Return the whole file."""
    base = {
        language: yaml.load((CASES / f"base.{language}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
        for language in LANGUAGES
    }
    names = sorted(path.relative_to(CASES).as_posix() for path in CASES.glob("*/*.yaml"))
    cases = [Case(name, base) for name in names]
    pairs: dict[str, list[tuple[Case, Said]]] = {rule.code: [] for rule in RULES.values()}
    for case in cases:
        for said in case.said:
            pairs[said.code].append((case, said))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        found = {
            code: _example(*min(listed, key=lambda pair: _rank(*pair)))
            for code, listed in sorted(pairs.items())
            if listed
        }
    # A code a line: what changed can be read, and nothing is spent on white space.
    rows = (
        f"{json.dumps(code)}: {json.dumps(item, ensure_ascii=False, separators=(',', ':'))}"
        for code, item in found.items()
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _rank(case: Case, said: Said) -> tuple[object, ...]:
    """Say how plainly a case shows a code: the least first."""
    wrong, right = _parts(case, said)
    alone = len({one.code for one in case.said})
    size = sum(len(part["text"]) for part in (wrong, right) if part)
    told = not case.name.startswith("manual/")
    return (told, wrong is None, not case.fixed, alone > 1, case.language != "nl", len(case.said) > 2, size, case.name)


def _example(case: Case, said: Said) -> dict[str, Any]:
    wrong, right = _parts(case, said)
    at = case.said.index(said)
    texts = {}
    for language in LANGUAGES:
        told = case.told(language)
        # The order is that of the places, then of the words: the same place and code is the same finding.
        same = [text for text in told if text.startswith(case.said[at].text.split(": ")[0] + ": ")]
        texts[language] = next(text for text in (same or told) if f" {said.code}: " in text)
    parts = {"wrong": wrong, "right": right}
    return {"said": texts, **{name: part for name, part in parts.items() if part}}


def _parts(case: Case, said: Said) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Return the lines with the mistake and the mended lines, each None where there are none to show."""
    before = _text(case.files.get(said.file))
    # Where YAML itself is broken, what stands deeper says nothing: the lines around the place do.
    near = range(said.line - 3, said.line + 4) if said.code.startswith("YM-") else ()
    about = [said.line - 1] if said.line else [*range(_MOST)]
    wrong = _cut(said.file, before, about, near) if any(before) else None
    there = [name for name, text in case.fixed.items() if text is not None]
    changed = said.file if said.file in there else next(iter(there), "")
    after = _text(case.fixed.get(changed)) if changed else []
    added, gone = _differences(_text(case.files.get(changed)), after)
    right = _cut(changed, after, added or gone or [0], ()) if any(after) else None
    if right and not added:
        right["marked"] = []  # what was wrong is gone
    return wrong, right


def _text(content: str | bytes | None) -> list[str]:
    """Return the lines of a file; none of one that is no text that can be shown."""
    if not isinstance(content, str) or "\x00" in content:
        return []
    return [line[:_WIDEST] + ("…" if len(line) > _WIDEST else "") for line in content.rstrip("\n").split("\n")]


def _differences(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the lines of `new` that are other than in `old`, and those in `new` before which lines are gone."""
    added, gone = [], []
    for kind, _, _, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind in {"insert", "replace"}:
            added += range(start, end)
        elif kind == "delete":
            gone.append(max(start - 1, 0))
    return added, gone


def _cut(file: str, lines: Sequence[str], about: Iterable[int], near: Iterable[int]) -> dict[str, Any]:
    """Return what to show of a file: the lines that it is about, what they belong to, and some around."""
    about = [at for at in about if at < len(lines)][:_MOST] or [0]
    kept = {at for at in near if 0 <= at < len(lines)}
    for at in about:
        kept |= {at, *_above(lines, at), *_below(lines, at)}
    for at in about:
        if len(kept) < _MOST:
            kept |= {
                near for near in (at - 1, at + 1) if 0 <= near < len(lines) and _depth(lines[near]) >= _depth(lines[at])
            }
    shown: list[str] = []
    marked: list[int] = []
    numbers: list[int] = []
    last = -1
    for at in sorted(kept):
        if at > last + 1:
            shown.append(" " * _depth(lines[at]) + LEFT_OUT)
            numbers.append(0)
        if at in about:
            marked.append(len(shown))
        shown.append(lines[at].rstrip("\r"))
        numbers.append(at + 1)
        last = at
    if last + 1 < len(lines) and file.endswith((".yaml", ".yml")):
        shown.append(LEFT_OUT)
        numbers.append(0)
    whole = len(marked) == sum(number > 0 for number in numbers)
    return {"file": file, "text": "\n".join(shown), "numbers": numbers, "marked": [] if whole else marked}


def _above(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the lines that a line belongs to: the item of a list and the key that it stands under, up to the top."""
    depth = _depth(lines[at])
    dash = lines[at].lstrip().startswith("- ")
    for above in range(at - 1, -1, -1):
        line = lines[above]
        if not line.strip():
            continue
        here, is_item = _depth(line), line.lstrip().startswith("- ")
        inside = here + 2 if is_item else here
        # A key beside the dash of an item stands two deeper than the dash.
        if here < depth or (is_item and not dash and inside == depth):
            yield above
            depth, dash = here, is_item
        elif dash and here == depth and not is_item:
            yield above  # a list that stands as deep as its key
            dash = False
        if not depth and not dash:
            return


def _below(lines: Sequence[str], at: int) -> Iterator[int]:
    """Yield the first lines that belong to a line: what stands deeper, under it."""
    depth = _depth(lines[at])
    for below in range(at + 1, min(at + 6, len(lines))):
        if not lines[below].strip() or _depth(lines[below]) <= depth:
            return
        yield below


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def main() -> None:
    """Write the file."""
    TARGET.write_text(examples(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{TARGET.name}: {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
