"""Figures as a table for a terminal, and as Markdown for README and the page about performance."""

from __future__ import annotations

import os
import platform
import re
import time
from collections.abc import Sequence
from pathlib import Path

import targets
from figures import Figure

SHORT = (targets.COLD, targets.WARM, targets.EDIT, targets.CHECK)
"""The rows that stand in README."""
_MARKS = "<!-- bench -->"
_BETWEEN = re.compile(rf"{_MARKS}.*?{_MARKS}", re.DOTALL)
_AS_PARTS = (targets.COLD_SHARE, targets.WARM_SHARE, targets.LOADING)


def machine() -> str:
    """Tell on what was measured, and when."""
    info = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*: (.+)$", info.read_text("utf-8"), re.MULTILINE) if info.is_file() else []
    name = " ".join((names or [platform.processor() or platform.machine()])[0].split())
    day = time.strftime("%Y-%m-%d", time.gmtime())
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}, {day}"


def line(figure: Figure) -> str:
    """Tell one figure, for a terminal."""
    value, ratio = figure.value, _judged(figure) if figure.against else ""
    processor = "" if figure.processor is None else f"processor {figure.processor:.2f} x"
    allowed = targets.promised(figure.row, figure.size)
    verdict = "" if allowed is None else f"promised {_told(figure, allowed)}: {'yes' if is_kept(figure) else 'NO'}"
    own = f"{value.median:9.2f} {figure.unit}"
    return f"{figure.size:>7}  {figure.row:<34}{own:<13}{ratio:<28}{processor:<18}{verdict}".rstrip()


def is_kept(figure: Figure) -> bool:
    """Tell whether a figure is within what is promised of it."""
    allowed = targets.promised(figure.row, figure.size)
    return allowed is None or figure.judged.median <= allowed


def is_gross(figure: Figure) -> bool:
    """Tell whether a figure is far more than it was, however it is looked at."""
    allowed = targets.GUARDED.get(figure.row, {}).get(figure.size)
    return allowed is not None and figure.mildest > allowed


def markdown(figures: Sequence[Figure]) -> str:
    """Write the figures as a table: a row a line, a size a column, the median and its spread."""
    sizes = list(dict.fromkeys(figure.size for figure in figures))
    known = {(figure.row, figure.size): figure for figure in figures}
    wanted = list(dict.fromkeys(figure.row for figure in figures))
    lines = [f"| | {' | '.join(sizes)} | promised |", f"| --- |{' --- |' * len(sizes)} --- |"]
    for row in wanted:
        own = [known.get((row, size)) for size in sizes]
        some = next(one for one in own if one)
        cells = ["" if one is None else _judged(one) if is_kept(one) else f"**{_judged(one)}**" for one in own]
        allowed = [f"{size} ≤ {_told(some, limit)}" for size, limit in targets.PROMISED.get(row, {}).items()]
        lines.append(f"| {row} | {' | '.join(cells)} | {', '.join(allowed)} |")
    return "\n".join(lines)


def short(figures: Sequence[Figure]) -> str:
    """Write the few rows of README: a size a line, the median of each; the machine stands in the head."""
    known = {(figure.row, figure.size): figure for figure in figures}
    sizes = [size for size in dict.fromkeys(figure.size for figure in figures) if (targets.COLD, size) in known]
    lines = [f"| {machine()} | {' | '.join(SHORT)} |", f"| --- |{' --- |' * len(SHORT)}"]
    for size in sizes:
        cells = [_told(one, one.judged.median) if (one := known.get((row, size))) else "" for row in SHORT]
        lines.append(f"| {size} | {' | '.join(cells)} |")
    return "\n".join(lines)


def fill(file: Path, text: str) -> None:
    """Put a text between the two marks of a file."""
    before = file.read_text("utf-8")
    if not _BETWEEN.search(before):
        raise SystemExit(f"{file.name} has no two lines {_MARKS}")
    file.write_text(_BETWEEN.sub(lambda _: f"{_MARKS}\n{text}\n{_MARKS}", before, count=1), encoding="utf-8")


def _judged(figure: Figure) -> str:
    """Tell what is promised of a figure: its median, and from where to where when there were more."""
    judged = figure.judged
    texts = [_plain(figure, value) for value in (judged.median, judged.least, judged.most)]
    spread = f" ({texts[1]}-{texts[2]})" if len(figure.values) > 1 else ""
    return f"{texts[0]}{_unit(figure)}{spread}"


def _told(figure: Figure, value: float) -> str:
    return f"{_plain(figure, value)}{_unit(figure)}"


def _plain(figure: Figure, value: float) -> str:
    if figure.row in _AS_PARTS:
        return f"{value * 100:.1f}"
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def _unit(figure: Figure) -> str:
    if figure.row in _AS_PARTS:
        return " %"
    return " x" if figure.against else f" {figure.unit}"
