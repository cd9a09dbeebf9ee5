"""Goals: which goals the cells of a sheet mean; one that nobody knows yet becomes a goal."""

from __future__ import annotations

import re

from stip.model import Goal
from stip.spreadsheet.draft import Draft
from stip.spreadsheet.forms import fits
from stip.spreadsheet.headings import plain
from stip.spreadsheet.linking import is_nothing
from stip.spreadsheet.row_parts import BULLETS
from stip.spreadsheet.units import new_id, short_name


def link_goals(draft: Draft) -> None:
    """Resolve which goals each step serves; a goal that nobody knows becomes one."""
    known = {str(goal["id"]): str(goal["id"]) for goal in draft.goals}
    titles = {plain(str(goal["title"])): str(goal["id"]) for goal in draft.goals}
    for step in draft.steps:
        for waiting in step.goals:
            found: list[str] = step.fields.setdefault("goals", [])
            for part in _goal_parts(waiting.text, known, titles) if not is_nothing(waiting.text) else ():
                id_ = known.get(part) or titles.get(plain(part))
                if id_ is None:
                    id_ = (
                        part
                        if _ID.fullmatch(part) and fits(part, Goal, "id") and part not in known
                        else new_id(part, known, f"doel-{len(known) + 1}")
                    )
                    known[id_] = id_
                    title = short_name(part)
                    titles[plain(part)] = id_
                    draft.goals.append({"id": id_, "title": title})
                    if title != part.strip():
                        step.doubt("name_long", waiting.spot, "goals", most=len(title), text=part)
                if id_ not in found:
                    found.append(id_)


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def _goal_parts(text: str, known: dict[str, str], titles: dict[str, str]) -> list[str]:
    """Part a cell into goals: by line and semicolon; by comma only where every part is a goal by itself."""
    found = []
    for line in re.split(r"[\n;]", text):
        bare = line.strip().lstrip(BULLETS).strip()
        parts = [part.strip() for part in bare.split(",") if part.strip()]
        apart = all(part in known or plain(part) in titles or _ID.fullmatch(part) or len(part) <= 4 for part in parts)
        found += parts if apart else [bare] if bare else []
    return found
