"""Moments: what people write in a cell for when something happens, read as a period of ours; never invented."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from stip.loading.near_periods import near_period
from stip.periods import Period, Precision, parse_period, written_period
from stip.spreadsheet.cells import Cell

FIRST_YEAR, LAST_YEAR = 1990, 2199
"""The years that a roadmap knows."""
When = str | dict[str, str]


class Moment(NamedTuple):
    """What was read: a period (None when nothing was), and why a person must look (empty when it says just this)."""

    when: When | None
    doubt: str = ""

    @property
    def period(self) -> Period | None:
        """The period itself."""
        return None if self.when is None else parse_period(self.when)


UNCLEAR = Moment(None, "unclear")
_LATER = re.compile(
    r"later|ooit|straks|onbekend|nog (niet bekend|onbekend|te bepalen|in te plannen|open)|nader te bepalen|unknown"
    r"|tbd|tba|t\.?b\.?d\.?|n\.?t\.?b\.?|n\.?n\.?b\.?|nvt|n\.v\.t\.|n/a|p\.?m\.?|someday|to be (determined|decided)"
    r"|\?+|-+|\u2013|…|\.{2,}"
)
_SPOKEN = {"eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "first": "1", "second": "2", "third": "3"}
_SPOKEN |= {"fourth": "4", "i": "1", "ii": "2", "iii": "3", "iv": "4"}
_WEEKDAYS = re.compile(
    r"^(ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mon|tue|wed|thu|fri|sat|sun"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?,? (?=\d)"
)
_BETWEEN = re.compile(
    r"\s+(?:t/m|t\.e\.m\.|tot en met|tot|until|till|through|to|en|and|-|\u2013|\u2014)\s+|\s*(?:\u2013|\u2014|\.\.+)\s*"
    r"|(?<=[a-z]) ?[-/] ?(?=[a-z])"
)
_VAGUE = re.compile(
    r"^(?:t/m|tot en met|ca\.?|circa|±|~|\+/-|ongeveer|rond|omstreeks|around|about|approx\.?|vanaf|sinds|from|since"
    r"|voor|vóór|before"
    r"|uiterlijk|by|na|after|tot|until|streven|streefdatum|naar verwachting|verwacht|expected|gepland|planned|doel"
    r"|v\.a\.|medio|mid|half|halverwege) ?:?\s*"
)
_LONGEST = 200
"""A text of more signs is a story, not a moment."""
_MORE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[t ](?!\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$)")
"""A day and something that is no time of day, which must not be passed by."""
_PLAIN = re.compile(r"^(?:per|op|in|on|at|start|gereed|deadline|oplevering|due|de|het|the):?\s+")
_TAIL = re.compile(r"\s*(?:\?+|\(.*\)|!)$")
_PARTS = {"begin": "1", "start": "1", "vroeg": "1", "early": "1", "begin of": "1", "beginning of": "1", "start of": "1"}
_PARTS |= {"eind": "4", "einde": "4", "end": "4", "end of": "4", "late": "4", "laat": "4", "ultimo": "4"}
_MIDDLE = ("medio", "midden", "halverwege", "mid", "middle of", "mid of", "half")
_PART = re.compile(rf"({'|'.join(sorted([*_PARTS, *_MIDDLE], key=len, reverse=True))})[ -](.+)")
_FORMS: Sequence[tuple[str, Callable[[re.Match[str]], When | None]]] = (
    (r"(\d{4})[ /-]?h([12])", lambda m: _half(m[1], m[2])),
    (r"h([12])[ /-]?(\d{4})", lambda m: _half(m[2], m[1])),
    (r"([12])e? (?:helft|half|halfjaar|semester)(?: van| of)? (\d{4})", lambda m: _half(m[2], m[1])),
    (
        r"([1-4])(?:e|ste|de|st|nd|rd|th)? ?(?:kwartaal|kw|kwart|quarter|qtr|q|k)\.?(?: van| of)?[ /-]?(\d{4})",
        lambda m: f"{m[2]}-Q{m[1]}",
    ),
    (r"(?:kwartaal|kw|kwart|quarter|qtr|q|k)\.? ?([1-4])(?: van| of|,)?[ /-]*(\d{4})", lambda m: f"{m[2]}-Q{m[1]}"),
    (r"(\d{4})[ ,/-]*(?:kwartaal|kw|kwart|quarter|qtr|q|k)\.? ?([1-4])", lambda m: f"{m[1]}-Q{m[2]}"),
    (r"(\d{4})[ ,/-]*([1-4])e? ?(?:kwartaal|kw|quarter|q|k)", lambda m: f"{m[1]}-Q{m[2]}"),
    (r"(?:week|wk|w)\.? ?(\d{1,2})(?: van| of|,)?[ /-]*(\d{4})", lambda m: _week(m[2], m[1])),
    (r"(\d{4})[ ,/-]*(?:week|wk|w)\.? ?(\d{1,2})", lambda m: _week(m[1], m[2])),
    (r"(?:winter) (\d{4}) ?[-/] ?(?:\d{4}|\d{2})", lambda m: f"{m[1]}-winter"),
    (r"(\d{4}) ?/ ?(\d{4})", lambda m: _years(m[1], m[2])),
    (r"(\d{4}) ?(?:-|\u2013|\u2014|t/m|tot en met|tot|until|to|en|and) ?(\d{4})", lambda m: _years(m[1], m[2])),
    (r"(\d{4}) ?/ ?(\d{2})", lambda m: _years(m[1], m[1][:2] + m[2]) if int(m[2]) == int(m[1][2:]) + 1 else None),
    (r"q([1-4]) ?(?:-|t/m|en|/|\+|&) ?q?([1-4]),? ?(\d{4})", lambda m: _range(f"{m[3]}-Q{m[1]}", f"{m[3]}-Q{m[2]}")),
    (r"(\d{4})[ -]q([1-4]) ?(?:-|t/m|en|/|\+|&) ?q?([1-4])", lambda m: _range(f"{m[1]}-Q{m[2]}", f"{m[1]}-Q{m[3]}")),
    (r"(?:jaar|heel|year|geheel|hele) (\d{4})", lambda m: m[1]),
    (r"(\d{4})(?: heel)?", lambda m: m[1]),
    (r"(\d{1,2})(?:e|ste|de|st|nd|rd|th)?(?: of)? ([a-z.]+),? (\d{4})", lambda m: near_period(f"{m[1]} {m[2]} {m[3]}")),
    (r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", lambda m: near_period(f"{m[2]} {m[1]} {m[3]}")),
    (r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})", lambda m: near_period(f"{m[1]} {m[2]} {m[3]}")),
    (r"(\d{4})[ -]([a-z]+)\.?[ -](\d{1,2})", lambda m: near_period(f"{m[3]} {m[2]} {m[1]}")),
    (r"([a-z]+)\.?[ /-](\d{4})", lambda m: near_period(f"{m[1]} {m[2]}")),
    (r"([a-z]+)\.? (?:van|of) (\d{4})", lambda m: near_period(f"{m[1]} {m[2]}")),
    (r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})( \d{1,2}:\d{2}(:\d{2})?)?", lambda m: near_period(f"{m[1]}-{m[2]}-{m[3]}")),
)
_LOOSE = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} [a-z]+\.? \d{4}|[qk][1-4][ /-]?\d{4}"
    r"|\d{4}[ -]?[qk][1-4]|[a-z]+\.? \d{4}|\d{4}"
)


def read_moment(cell: Cell, year: int | None = None) -> Moment:
    """Read what a cell says of a moment; `year` is what a year beside it, or above it, says."""
    value = cell.value
    if cell.flaw:
        return UNCLEAR
    if isinstance(value, dt.datetime | dt.date):
        return _there(cell.text[:10], "rough" if " " in cell.text else "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return UNCLEAR
    if isinstance(value, float):
        return _there(cell.text, "")
    return read_text(cell.text, year)


def read_text(text: str, year: int | None = None) -> Moment:
    """Read what a text says of a moment."""
    if found := _exists(_braces(text)):
        return Moment(found)
    plain = " ".join(text.lower().replace("\u2019", "'").split()).strip(" .,;:")
    if not plain:
        return Moment(None, "none")
    if len(plain) > _LONGEST:
        return UNCLEAR
    if _LATER.fullmatch(plain) or _LATER.fullmatch(text.strip().lower()):
        return Moment("later", "" if plain == "later" else "unknown")
    for tried in (plain, f"{plain} {year}" if year else ""):
        read = _read(tried)
        if read.when is not None:
            return read
    return _inside(plain)


def _braces(text: str) -> When:
    """Return a text as our YAML has it: the two ends of a stretch stand between braces."""
    match = re.fullmatch(r"\{from: ([^,{}]+), until: ([^,{}]+)\}", text.strip())
    return {"from": match[1].strip(), "until": match[2].strip()} if match else text.strip()


def in_braces(period: Period) -> str:
    """Write a period as a text that `read_text` reads as this very period."""
    made = written_period(period)
    return f"{{from: {made['from']}, until: {made['until']}}}" if isinstance(made, dict) else made


def _read(plain: str) -> Moment:
    if not plain:
        return UNCLEAR
    doubt = ""
    plain = _WEEKDAYS.sub("", _full_years(plain))
    for _ in range(4):
        if (exact := _exact(plain)) is not None:
            return Moment(exact, doubt or _either(plain))
        if (part := _PART.fullmatch(plain)) and (rough := _part_of(part[1], part[2])) is not None:
            return Moment(rough, "rough")
        if (both := _both(plain)) is not None:
            return Moment(both, doubt)
        shorter = _PLAIN.sub("", plain)
        if shorter == plain:
            shorter, doubt = _TAIL.sub("", _VAGUE.sub("", plain)), "rough"
        if shorter == plain:
            return UNCLEAR
        plain = _WEEKDAYS.sub("", shorter.strip(" .,;:"))
    return UNCLEAR


def _exact(plain: str) -> When | None:
    spoken = re.sub(r"\b(\w+)(?= (?:kwartaal|quarter|helft|half|halfjaar)\b)", lambda m: _SPOKEN.get(m[1], m[1]), plain)
    for form, make in _FORMS:
        match = re.fullmatch(form, spoken, re.ASCII)
        if match and (made := make(match)) is not None and (found := _exists(made)):
            return found
    near = None if _MORE.match(plain) else near_period(plain)
    return _exists(near) if near and near != "later" else _american(plain)


def _full_years(plain: str) -> str:
    """Write years of two digits in full, where they can be nothing else: `sep '26`, `14-9-26`, `q3 26`."""
    plain = re.sub(r"'(\d{2})(?!\d)", r"20\1", plain)
    plain = re.sub(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?= |$)", r"\1\2\3\g<2>20\4", plain)
    plain = re.sub(r"^((?:[qk]|kw|kwartaal|week|wk) ?\d{1,2}[ /-])(\d{2})$", r"\g<1>20\2", plain)
    plain = re.sub(r"^(\d{2})[ -]?([qk][1-4])$", r"20\1-\2", plain)
    return re.sub(r"^((?:\d{1,2}[ -])?[a-z]{3,9}\.?[ -])(\d{2})$", r"\g<1>20\2", plain)


def _american(plain: str) -> When | None:
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", plain, re.ASCII)
    return _exists(f"{match[3]}-{int(match[1]):02}-{int(match[2]):02}") if match else None


def _either(plain: str) -> str:
    """Say in doubt that day and month could be the other way round."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/\d{4}.*", plain, re.ASCII)
    if match is None:
        return ""
    day, month = int(match[1]), int(match[2])
    return "rough" if day != month and (day <= 12 or month > 12) else ""


def _part_of(part: str, rest: str) -> When | None:
    """Read the beginning, middle or end of a year as its quarters; of anything shorter as all of it."""
    inner = _read(rest).when
    if inner is None or isinstance(inner, dict) or not re.fullmatch(r"\d{4}", inner):
        return inner
    return f"{inner}-Q{_PARTS[part]}" if part in _PARTS else _range(f"{inner}-Q2", f"{inner}-Q3")


def _both(plain: str) -> When | None:
    """Read a stretch from one moment to another; a year that only the second has is that of the first too."""
    match = _BETWEEN.search(plain)
    if match is None:
        return None
    left, right = plain[: match.start()], plain[match.end() :]
    until = _exact(_full_years(right)) if right else None
    year = re.search(r"\d{4}", str(until))
    since = _exact(_full_years(left)) or (_exact(f"{left} {year[0]}") if year else None)
    if not isinstance(since, str) or not isinstance(until, str):
        return None
    return _range(since, until)


def _inside(plain: str) -> Moment:
    """Find the only moment inside a text of more."""
    whole = _full_years(plain)
    found = [_read(match[0]).when for match in _LOOSE.finditer(whole)]
    if re.fullmatch(r"\D*\d+\D+\d{4}\D*|\D*\d{4}\D+\d+\D*", whole) and all(
        re.fullmatch(r"\d{4}", str(one)) for one in found
    ):
        return UNCLEAR  # a year, and a number of which nobody knows what it counts: week 99 2026
    known = [one for one in found if one is not None]
    return Moment(known[0], "rough") if len(known) == 1 else UNCLEAR


def _half(year: str, half: str) -> When | None:
    first = 1 if half == "1" else 3
    return _range(f"{year}-Q{first}", f"{year}-Q{first + 1}")


def _week(year: str, week: str) -> When | None:
    try:
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
    return _range(monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat())


def _years(first: str, last: str) -> When | None:
    return _range(first, last)


def _range(since: str, until: str) -> When | None:
    return since if since == until else _exists({"from": since, "until": until})


def _exists(when: When | None) -> When | None:
    """Return a period as we write it, when there is such a one."""
    try:
        return None if when is None else written_period(parse_period(when))
    except PydanticCustomError:
        return None


def _there(text: str, doubt: str) -> Moment:
    found = _exists(text)
    return Moment(found, doubt) if found else UNCLEAR


def stretch(since: Moment, until: Moment) -> Moment:
    """Return the stretch between two moments; the second alone when they are the wrong way round."""
    first, last = since.when, until.when
    if first is None or last is None or "later" in (first, last):
        return next((one for one in (until, since) if one.when not in (None, "later")), until)
    begin = first["from"] if isinstance(first, dict) else first
    end = last["until"] if isinstance(last, dict) else last
    found = _range(begin, end)
    if found is None:
        return Moment(last, "turned")
    return Moment(found, since.doubt or until.doubt)


def as_days(moment: Moment) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day of a moment."""
    period = moment.period
    return (period.first, period.last) if period and period.precision is not Precision.LATER else (None, None)
