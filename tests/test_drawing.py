"""What a person does with a drawing: read cards, follow a road by keyboard, see a part, zoom, copy a link."""

from __future__ import annotations

import gzip
import re
from typing import Any, Final

import pytest
from playwright.sync_api import Locator, Page, expect

from building import ROOT
from tabs import OpenTab, audit, copied, hold_until_it_scrolls, let_pass, settle, standing, violations

pytestmark = pytest.mark.browser

UNIT: Final = "afdelingen/burgerzaken/"
STEP: Final = ".stip-view--path a.stip-d-stop"
MARK: Final = "#stip-map-wide .stip-d-lane a.stip-d-stop"
MOST_SCRIPT: Final = 15_000


def card(page: Page) -> Locator:
    """Return the card of the drawing."""
    return page.locator(".stip-card")


def name_of(link: Locator) -> str:
    """Return the name by which a reader of the screen knows a link of a drawing."""
    return link.locator("title").first.text_content() or ""


def words_of(page: Page, step: str) -> str:
    """Return title, status, time, mark and earlier time of a step as they stand in the list in words."""
    said = page.locator(f"#{step}").locator("xpath=..").locator(".stip-step__state")
    title, state = page.locator(f"#{step}").text_content() or "", said.text_content() or ""
    status, *when = " ".join(state.split()).split(" · ")[:-1]
    stands, *stood = re.split(r" \((.*)\)$", ", ".join(when))
    return ", ".join(
        [title.strip(), status, stands, *said.locator(".stip-mark").all_text_contents(), *filter(None, stood)]
    )


def step_of(link: Locator) -> str:
    """Return the id of the step to which a link of a drawing leads."""
    return (link.get_attribute("xlink:href") or "").split("#")[-1]


def zoom_of(page: Page) -> float:
    """Return the width of what the drawing shows, in its own px."""
    return float((page.locator(".stip-view__frame .stip-drawing").get_attribute("viewBox") or "").split()[2])


def test_the_keyboard_walks_a_path_from_today_to_the_dot(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    running = page.locator(f"{STEP}.stip-d-is-running").first
    running.focus()
    heard = []
    for _ in range(page.locator(STEP).count()):
        focused = page.locator(f"{STEP}:focus")
        heard.append(name_of(focused))
        assert heard[-1] == words_of(page, step_of(focused))
        page.keyboard.press("ArrowRight")
        if name_of(page.locator(f"{STEP}:focus")) == heard[-1]:
            break
    assert len(heard) > 3
    assert len(set(heard)) == len(heard)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.locator(".stip-d-horizon:focus").count():
            break
    expect(page.locator(".stip-d-horizon")).to_be_focused()


def test_a_road_of_the_map_is_one_stop_and_its_steps_are_reached_by_arrows(page: Page, address: str) -> None:
    page.goto(address)
    road = page.locator(".stip-view--map a.stip-d-lane__link").first
    assert page.locator(f"{MARK}[tabindex='-1']").count() == page.locator(MARK).count()
    road.focus()
    page.keyboard.press("ArrowUp")
    first = page.locator(".stip-view--map .stip-d-lane").first.locator("a.stip-d-stop").first
    expect(first).to_be_focused()
    assert name_of(first).count(",") >= 2
    expect(card(page)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(road).to_be_focused()
    expect(card(page)).to_be_hidden()


def test_a_card_stays_while_it_is_read_and_escape_takes_it_away(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    step = page.locator(STEP).nth(2)
    step.scroll_into_view_if_needed()
    step.hover()
    expect(card(page)).to_be_visible()
    expect(card(page).locator(".stip-card__title")).to_have_text(page.locator(f"#{step_of(step)}").inner_text())
    card(page).hover()
    let_pass(page, 500)
    expect(card(page)).to_be_visible()
    expect(card(page).get_by_role("link", name="Lees alles over deze stap")).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()


@pytest.mark.parametrize("path", ["", UNIT])
def test_a_card_lies_wholly_in_the_window(path: str, page: Page, address: str) -> None:
    page.goto(address + path)
    settle(page)
    links = page.locator(STEP if path else MARK)
    for index in range(0, links.count(), 4):
        links.nth(index).evaluate("link => link.scrollIntoView({ block: 'center' })")
        links.nth(index).evaluate("link => link.focus({ focusVisible: true })")
        expect(card(page)).to_be_visible()
        box = card(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= 1440
        assert box["y"] + box["height"] <= 900


def test_a_tap_shows_the_card_and_its_link_goes(open_tab: OpenTab, address: str) -> None:
    page = open_tab(viewport={"width": 1280, "height": 900}, has_touch=True)
    page.goto(address)
    mark = page.locator(MARK).nth(1)
    step = step_of(mark)
    mark.tap()
    expect(card(page)).to_be_visible()
    assert "#" not in page.url
    card(page).locator(".stip-card__all").tap()
    expect(page).to_have_url(re.compile(f"#{step}$"))


def test_two_fingers_zoom_the_drawing_and_one_moves_the_page(open_tab: OpenTab, address: str) -> None:
    page = open_tab(viewport={"width": 820, "height": 1180}, has_touch=True)
    page.goto(address)
    settle(page)
    svg = page.locator(".stip-drawing--middle")
    box = svg.bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(kind: str, *points: tuple[float, float]) -> None:
        fingers = [{"x": left, "y": top, "id": index} for index, (left, top) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    whole = svg.get_attribute("viewBox") or ""
    touch("touchStart", (x - 50, y), (x + 50, y))
    for stride in range(1, 6):
        touch("touchMove", (x - 50 - 20 * stride, y), (x + 50 + 20 * stride, y))
    touch("touchEnd")
    expect(svg).not_to_have_attribute("viewBox", whole)
    touch("touchStart", (x, y))
    for stride in range(1, 6):
        touch("touchMove", (x, y - 40 * stride))
    touch("touchEnd")
    page.wait_for_function("scrollY > 50")


def test_what_waits_lights_up_and_is_told(page: Page, address: str) -> None:
    """A step of the map with what it waits for, also by way of another path."""
    page.goto(address)
    waiting = page.locator(f"{MARK}[data-waits]").first
    title = waiting.get_attribute("data-title") or ""
    waiting.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    expect(waiting).to_be_focused()
    related = page.locator(f"{MARK}.stip-d-related")
    assert related.count() > 1
    told = card(page).inner_text()
    assert page.locator(f"#{waiting.get_attribute('aria-describedby')}").inner_text() in told
    names = [other.get_attribute("data-title") or "" for other in related.all()]
    assert all(name in told for name in names[:5] if name != title)


def test_a_part_of_the_path_is_in_the_address_and_survives_a_reload(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    page.get_by_text("Laat een deel zien").first.click()
    page.get_by_label("Hoe staat het ervoor?").select_option("done")
    expect(page).to_have_url(re.compile(r"\?status=done$"))
    for _ in range(2):
        kept = page.locator(f"{STEP}:not(.stip-d-dimmed, .stip-d-dimmed *)")
        assert kept.count() == page.locator(f"{STEP}.stip-d-is-done").count() > 0
        expect(page.locator(".stip-step--planned").first).to_be_hidden()
        expect(page.locator(".stip-step--done").first).to_be_visible()
        expect(page.locator(".stip-view__count")).to_contain_text(f"{kept.count()} van de")
        page.reload()
    page.get_by_role("button", name="Alles laten zien").click()
    expect(page.locator(".stip-d-dimmed")).to_have_count(0)
    expect(page.locator(".stip-step--planned").first).to_be_visible()
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_a_part_for_a_persona_can_be_sent_as_a_link(page: Page, address: str) -> None:
    page.goto(address + "?persona=balie")
    dimmed = page.locator(f"{MARK}.stip-d-dimmed").count()
    assert 0 < dimmed < page.locator(MARK).count()
    expect(page.get_by_label("Voor wie?")).to_have_value("balie")


def test_keys_zoom_the_drawing_and_never_hold_the_page(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    page.locator(".stip-view__frame").focus()
    whole = zoom_of(page)
    hold_until_it_scrolls(page, "ArrowDown")
    page.keyboard.press("+")
    page.keyboard.press("+")
    # Said for six seconds, so it is looked at first.
    expect(page.locator(".stip-said")).to_contain_text("%")
    assert zoom_of(page) < whole / 1.9
    before = standing(page)
    page.keyboard.down("ArrowRight")
    assert standing(page) == before
    page.keyboard.up("ArrowRight")
    page.mouse.move(700, 450)
    page.mouse.wheel(0, 120)
    page.wait_for_function("before => scrollY > before", arg=before)
    page.locator(".stip-view__frame").focus()
    page.keyboard.press("0")
    assert zoom_of(page) == whole


def test_a_zoomed_drawing_moves_with_the_mouse_and_shows_what_has_the_focus(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    settle(page)
    svg = page.locator(".stip-view__frame .stip-drawing")
    svg.scroll_into_view_if_needed()
    for _ in range(3):
        page.get_by_role("button", name="Groter").click()
    first = svg.get_attribute("viewBox") or ""
    box = svg.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 600, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 30, steps=4)
    page.mouse.up()
    expect(svg).not_to_have_attribute("viewBox", first)
    expect(page).to_have_url(re.compile(f"{UNIT}$"))
    step = page.locator(STEP).first
    page.keyboard.press("Tab")
    step.evaluate("link => link.focus({ focusVisible: true })")
    inside = step.evaluate(
        "link => { const a = link.getBoundingClientRect(), b = link.closest('svg').getBoundingClientRect();"
        " return a.left >= b.left - 1 && a.right <= b.right + 1 }"
    )
    assert inside


def test_a_link_to_a_step_is_copied_and_told(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    step = page.locator(STEP).nth(1)
    step.hover()
    card(page).get_by_role("button", name="Kopieer de link").click()
    expect(page.locator(".stip-said")).to_have_text("De link is gekopieerd.")
    first = copied(page)
    assert first == f"{address}{UNIT}#{step_of(step)}"
    detail = page.locator(".stip-step__card").nth(3)
    detail.locator("summary").click()
    detail.get_by_role("button", name="Kopieer de link").click()
    assert copied(page, instead_of=first).endswith("#" + (detail.locator("h4").get_attribute("id") or "?"))


def test_the_full_screen_is_entered_and_left(page: Page, address: str) -> None:
    page.goto(address)
    full = page.get_by_role("button", name="Volledig scherm")
    full.click()
    expect(full).to_have_attribute("aria-pressed", "true")
    full.click()
    expect(full).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("path", ["", UNIT, "afdelingen/dienstverlening/"])
def test_without_script_everything_is_there_and_nothing_useless(path: str, open_tab: OpenTab, address: str) -> None:
    page = open_tab(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page.goto(address + path)
    links = page.locator(STEP if path == UNIT else MARK)
    assert links.count() > 9
    for link in links.all():
        assert "#" in (link.get_attribute("xlink:href") or "")
        assert name_of(link)
    expect(page.locator(".stip-view__bar").first).to_be_hidden()
    expect(card(page).first).to_be_hidden()
    expect(page.get_by_role("link", name="De tekening in woorden")).to_be_visible()
    past = page.locator(".stip-view__past").get_attribute("href") or ""
    assert page.locator(past).count() == 1
    legend = page.locator(".stip-legend")
    legend.locator("summary").click()
    expect(legend.get_by_text("Plaats", exact=True)).to_be_visible()


@pytest.mark.parametrize("path", ["", UNIT])
@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_no_accessibility_violation_with_a_card_open(path: str, look: Any, open_tab: OpenTab, address: str) -> None:
    page = open_tab(
        viewport={"width": 1440, "height": 900},
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    )
    page.goto(address + path)
    page.locator(".stip-view__choose > summary").click()
    page.locator(STEP if path else f"{MARK}[data-waits]").nth(4).focus()
    page.keyboard.press("ArrowUp")
    expect(card(page)).to_be_visible()
    assert violations(audit(page)) == []


def test_paper_gets_the_whole_drawing_and_no_buttons(page: Page, address: str) -> None:
    page.goto(address + UNIT)
    whole = zoom_of(page)
    page.get_by_role("button", name="Groter").click()
    page.locator(STEP).first.focus()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert zoom_of(page) == whole
    for hidden in (".stip-view__bar", ".stip-card", ".stip-copy"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".stip-view__frame .stip-drawing")).to_be_visible()


def test_our_scripts_are_small() -> None:
    folder = ROOT / "plugins" / "stip" / "theme" / "assets" / "stip"
    sizes = {script.name: len(gzip.compress(script.read_bytes(), 9)) for script in folder.glob("*.js")}
    assert sum(sizes.values()) <= MOST_SCRIPT, sizes
