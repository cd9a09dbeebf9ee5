"""Tools: there is one tool for a task, an alternative for what is discouraged, and an owner of every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import quoted, together
from stip.loading.checks.whole import listing
from stip.loading.findings import Finding
from stip.model.practices import Stakeholder, StakeholderKind, Tool, ToolStatus, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model import Adoption

_OUTSIDE = frozenset({StakeholderKind.PARTNER, StakeholderKind.SUPPLIER})
_INSTEAD = ("alternative", "successor")


def discouraged_tools_have_an_alternative(records: Records) -> Iterator[Finding]:
    """Who may not use a tool any longer, reads what to use instead."""
    for tool in records.of(Tool):
        if tool.is_going and not tool.alternative and not tool.successor:
            place = records.practice(tool).place("status")
            yield Finding("discouraged_tools_have_an_alternative", place, {"title": tool.title, "status": tool.status})


def tools_do_not_replace_themselves(whole: Whole) -> Iterator[Finding]:
    """What comes instead of a tool is another tool."""
    for tool, key, instead in _replacements(whole):
        if instead is tool:
            place = whole.practice(tool).place(key)
            yield Finding("tools_do_not_replace_themselves", place, {"title": tool.title, "key": key})


def tools_are_replaced_by_what_stays(whole: Whole) -> Iterator[Finding]:
    """What comes instead of a tool is not itself on its way out."""
    for tool, key, instead in _replacements(whole):
        if instead is not tool and instead.is_going:
            values = {"title": tool.title, "other": instead.title, "status": instead.status}
            yield Finding("tools_are_replaced_by_what_stays", whole.practice(tool).place(key), values)


def tasks_have_one_recommended_tool(whole: Whole) -> Iterator[Finding]:
    """For one task one tool is recommended, or people still do not know which to use."""
    found: dict[str, dict[str, tuple[Tool, int]]] = {}
    for tool in whole.roadmap.of(Tool):
        if tool.status is ToolStatus.RECOMMENDED:
            for index, task in enumerate(tool.tasks):
                found.setdefault("".join(task.casefold().split()), {}).setdefault(tool.id, (tool, index))
    for tools in found.values():
        if len(tools) > 1:
            _, (tool, index), *_ = tools.values()
            titles = quoted(one.title for one, _ in tools.values())
            values = {"task": " ".join(tool.tasks[index].split()), "count": len(tools), "titles": titles}
            yield Finding("tasks_have_one_recommended_tool", whole.practice(tool).place("tasks", index), values)


def ended_tools_are_not_recommended(whole: Whole) -> Iterator[Finding]:
    """A tool that is gone is not one to use."""
    for tool in whole.roadmap.of(Tool):
        end = tool.until.last if tool.until else None
        if end and end < whole.today and not tool.is_going:
            place = whole.practice(tool).place("status")
            values = {"title": tool.title, "day": end, "status": tool.status}
            yield Finding("ended_tools_are_not_recommended", place, values)


def tool_pages_answer_everything(whole: Whole) -> Iterator[Finding]:
    """The page of a recommended tool answers what everybody asks, by itself or with the text for all changes."""
    shared = whole.roadmap.adoption
    tools = (tool for tool in whole.roadmap.of(Tool) if tool.status is ToolStatus.RECOMMENDED)
    lacking = [(tool, keys) for tool in tools if (keys := _unanswered(tool, shared))]
    if lacking:
        titles = listing(f"'{tool.title}' ({', '.join(keys)})" for tool, keys in lacking)
        values = {"count": len(lacking), "titles": titles}
        yield Finding("tool_pages_answer_everything", whole.practice(lacking[0][0]).place(), values)


def workspaces_have_an_owner_and_an_end(whole: Whole) -> Iterator[Finding]:
    """Of every place with files it is known whose it is, and what happens to them afterwards."""
    lacking = (place for place in whole.roadmap.of(Workspace) if not place.owner or not place.afterwards)
    yield from together(whole, "workspaces_have_an_owner_and_an_end", lacking)


def partners_have_an_agreement_and_an_owner(whole: Whole) -> Iterator[Finding]:
    """With whom we work outside the organisation something was agreed, and somebody looks after it."""
    partners = (group for group in whole.roadmap.of(Stakeholder) if group.kind in _OUTSIDE)
    lacking = (group for group in partners if not group.agreement or not group.owner)
    yield from together(whole, "partners_have_an_agreement_and_an_owner", lacking)


def _replacements(whole: Whole) -> Iterator[tuple[Tool, str, Tool]]:
    """Yield every tool with the key and the tool that it names to be used instead."""
    tools = {tool.id: tool for tool in whole.roadmap.of(Tool)}
    for tool in tools.values():
        for key in _INSTEAD:
            if (other := getattr(tool, key)) is not None:
                yield tool, key, tools[other]


def _unanswered(tool: Tool, shared: Adoption) -> list[str]:
    """Return the keys of what the page of a tool does not answer."""
    answers = {
        "why": tool.why,
        "benefit": tool.benefit,
        "expect": tool.expect or shared.expect,
        "arrange": tool.arrange or shared.todo,
        "turn_to": tool.turn_to or tool.contact or shared.help,
    }
    return [key for key, answer in answers.items() if not answer]


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (discouraged_tools_have_an_alternative,)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    tools_do_not_replace_themselves,
    tools_are_replaced_by_what_stays,
    tasks_have_one_recommended_tool,
    ended_tools_are_not_recommended,
    tool_pages_answer_everything,
    workspaces_have_an_owner_and_an_end,
    partners_have_an_agreement_and_an_owner,
)
