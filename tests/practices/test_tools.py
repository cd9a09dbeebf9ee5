"""What an employee sees of tools: which for what, what rather not, and where work is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from practices.walking import WORDS, fact, group, mark, place, state, tells, topic_path
from stip.model import Roadmap
from stip.model.practices import Stakeholder, StakeholderKind, Tool, ToolStatus, Topic, Workspace
from stip.text.dates import period_text
from tabs import OpenTab

pytestmark = pytest.mark.browser

TOOLS = topic_path(Topic.TOOLS)
GOOD = {ToolStatus.RECOMMENDED, ToolStatus.ALLOWED}
OUTSIDERS = {StakeholderKind.PARTNER, StakeholderKind.SUPPLIER}


def open_tool(page: Page, address: str, tool: Tool) -> Locator:
    """Open the page of a tool and return what it says."""
    page.goto(f"{address}{TOOLS}{tool.id}/")
    expect(page.locator("h1")).to_have_text(tool.title)
    return page.locator("main")


def task_row(page: Page, task: str) -> Locator:
    """Return what to use for a task."""
    return page.locator("[aria-labelledby=stip_finder] tbody tr").filter(
        has=page.get_by_role("rowheader", name=task, exact=True)
    )


def test_how_i_work_with_outsiders(page: Page, address: str, roadmap: Roadmap) -> None:
    """A partner tells for what we work together, with what, what was agreed and who is about it."""
    page.goto(address + topic_path(Topic.PEOPLE))
    partners = [one for one in roadmap.of(Stakeholder) if one.kind in OUTSIDERS]
    assert partners
    for one in partners:
        card = place(page, one)
        card.locator("summary").click()
        tells(card, one, "purpose", one.purpose)
        if one.tools:
            tells(card, one, "tools", *(roadmap.practice["tool", key].title for key in one.tools))
        tells(card, one, "agreement", one.agreement)
        tells(card, one, "owner", one.owner)


def test_a_tool_tells_with_which_outsiders_it_is_used(page: Page, address: str, roadmap: Roadmap) -> None:
    """From a task with a partner to the tool, to the partners that use it."""
    page.goto(address + TOOLS)
    row = task_row(page, "een bestand delen met een partner")
    tool = roadmap.practice["tool", "samenwerkruimte"]
    assert isinstance(tool, Tool)
    row.get_by_role("link", name=tool.title).click()
    tells(page.locator("main"), tool, "shared_with", mark(tool, "shared_with"))
    partners = [one.title for one in roadmap.of(Stakeholder) if tool.id in one.tools]
    assert partners
    assert set(partners) <= set(group(page, WORDS("site.group.people")).locator(".stip-list__title").all_inner_texts())


def test_what_i_use_for_what(page: Page, address: str, roadmap: Roadmap) -> None:
    """I want to … so I use …: a row for each task, with what is good beside what is rather not."""
    page.goto(address + TOOLS)
    tasks = {task for tool in roadmap.of(Tool) for task in tool.tasks}
    headers = page.locator("[aria-labelledby=stip_finder] tbody th").all_inner_texts()
    assert headers == sorted(tasks, key=str.casefold)
    for tool in roadmap.of(Tool):
        column = 0 if tool.status in GOOD else 1
        for task in tool.tasks:
            cell = task_row(page, task).locator("td").nth(column)
            expect(cell.get_by_role("link", name=tool.title, exact=True)).to_be_visible()


def test_every_task_has_something_good_to_use(page: Page, address: str) -> None:
    """Nobody is left with what they may not use."""
    page.goto(address + TOOLS)
    rows = page.locator("[aria-labelledby=stip_finder] tbody tr").all()
    assert rows
    assert [row.inner_text() for row in rows if row.locator("td").first.locator("a").count() == 0] == []


def test_what_instead_without_scolding(page: Page, address: str, roadmap: Roadmap) -> None:
    """A tool that is rather not used says why, and leads to the one to use; no word forbids."""
    tools = [tool for tool in roadmap.of(Tool) if tool.status is ToolStatus.DISCOURAGED]
    assert len(tools) > 1
    for tool in tools:
        main = open_tool(page, address, tool)
        assert tool.alternative
        other = roadmap.practice["tool", tool.alternative]
        tells(main, tool, "reason", tool.reason)
        expect(state(main)).to_contain_text(mark(tool, "status"))
        assert not {"verboden", "verbod", "straf"} & set(main.inner_text().casefold().split())
        fact(main, WORDS("practices.tool.labels.alternative")).get_by_role("link", name=other.title).click()
        expect(page.locator("h1")).to_have_text(other.title)


def test_who_helps_me_to_move(page: Page, address: str, roadmap: Roadmap) -> None:
    """Instead of a reproach there is somebody who moves with me."""
    tool = next(one for one in roadmap.of(Tool) if one.status is ToolStatus.DISCOURAGED and one.turn_to)
    assert tool.turn_to
    assert tool.turn_to in open_tool(page, address, tool).inner_text()


def test_a_tool_to_leave_does_not_say_that_i_use_it(page: Page, address: str, roadmap: Roadmap) -> None:
    tool = roadmap.practice["tool", "whatsapp"]
    assert isinstance(tool, Tool)
    assert WORDS("practices.tool.labels.tasks") not in open_tool(page, address, tool).inner_text()


def test_who_sees_my_files_and_where_they_stand(page: Page, address: str, roadmap: Roadmap) -> None:
    """Each workspace with its owner, its place, who may open it, and what happens at the end."""
    page.goto(address + TOOLS)
    spaces = roadmap.of(Workspace)
    assert spaces
    for space in spaces:
        cells = place(page, space).locator("td")
        texts = [space.owner or "", space.place or "", space.access or "", space.afterwards or ""]
        expect(cells).to_have_text(texts)
    heads = [WORDS(f"practices.workspace.labels.{key}") for key in Workspace.columns]
    expect(page.locator("[aria-labelledby=stip_workspace] thead th")).to_have_text(
        [WORDS("site.practice.what"), *heads]
    )


def test_may_i_text_this(page: Page, address: str, roadmap: Roadmap) -> None:
    """A question with an answer of the first order; it names the law of now."""
    page.goto(f"{address}vragen/")
    page.get_by_role("link", name=roadmap.questions["appen"].question).click()
    expect(page.locator("main strong").first).to_contain_text("Teams")
    expect(page.locator("main")).to_contain_text("Woo")
    assert "Wob" not in page.locator("main").inner_text()


def test_where_i_keep_what_i_made_with_a_tool(page: Page, address: str, roadmap: Roadmap) -> None:
    """For each channel its rule."""
    for tool in roadmap.of(Tool):
        if tool.keep:
            tells(open_tool(page, address, tool), tool, "keep", tool.keep)


def test_a_channel_leads_to_the_question_about_it(page: Page, address: str, roadmap: Roadmap) -> None:
    """Who looks at WhatsApp finds: may I text this?"""
    page.goto(f"{address}{TOOLS}whatsapp/")
    assert page.locator("main").get_by_role("link", name=roadmap.questions["appen"].question).count() == 1


def test_a_short_page_for_each_tool(page: Page, address: str, roadmap: Roadmap) -> None:
    """Why, what it brings, what it is for, what to expect, what to do and who helps."""
    tools = [tool for tool in roadmap.of(Tool) if tool.status in GOOD]
    assert len(tools) > 1
    for tool in tools:
        main = open_tool(page, address, tool)
        tells(main, tool, "tasks", *tool.tasks)
        tells(main, tool, "why", tool.why)
        for key, text in (("expect", tool.expect), ("todo", tool.arrange), ("help", tool.turn_to)):
            expect(fact(main, WORDS(f"site.step.{key}"))).to_have_text(text or "")
        benefits = tool.benefit if isinstance(tool.benefit, dict) else {}
        for persona, text in benefits.items():
            answer = fact(main, WORDS("practices.tool.labels.benefit")).filter(has_text=roadmap.personas[persona].name)
            expect(answer).to_contain_text(text)


def test_all_pages_of_tools_have_the_same_headings_in_the_same_order(
    page: Page, address: str, roadmap: Roadmap
) -> None:
    """Who knows one page knows all."""
    tools = [tool for tool in roadmap.of(Tool) if tool.status in GOOD]
    found = [open_tool(page, address, tool).locator(".stip-facts dt").all_inner_texts() for tool in tools]
    longest = max(found, key=len)
    assert [[label for label in longest if label in labels] for labels in found] == found


def test_what_replaced_a_tool_that_is_gone(page: Page, address: str, roadmap: Roadmap) -> None:
    """Until when it was, and what is used since then."""
    gone = [tool for tool in roadmap.of(Tool) if tool.status is ToolStatus.LEAVING]
    assert gone
    for tool in gone:
        main = open_tool(page, address, tool)
        assert tool.successor
        assert tool.until
        expect(state(main)).to_contain_text(mark(tool, "status"))
        tells(main, tool, "until", period_text(tool.until, WORDS))
        other = roadmap.practice["tool", tool.successor]
        fact(main, WORDS("practices.tool.labels.successor")).get_by_role("link", name=other.title).click()
        expect(page.locator("h1")).to_have_text(other.title)


def test_a_tool_can_be_read_without_script(open_tab: OpenTab, address: str, roadmap: Roadmap) -> None:
    tool = roadmap.practice["tool", "teams"]
    assert isinstance(tool, Tool)
    page = open_tab(java_script_enabled=False)
    tells(open_tool(page, address, tool), tool, "why", tool.why)
    page.goto(address + TOOLS)
    expect(task_row(page, tool.tasks[0])).to_be_visible()


@pytest.mark.parametrize("path", [TOOLS, f"{TOOLS}whatsapp/", f"{TOOLS}teams/"])
def test_tools_fit_a_phone(open_tab: OpenTab, address: str, path: str) -> None:
    """Nothing is wider than the window; a wide table scrolls by itself."""
    page = open_tab(viewport={"width": 360, "height": 800})
    page.goto(address + path)
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
