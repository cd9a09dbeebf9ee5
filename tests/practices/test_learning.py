"""What an employee sees of learning: trainings, aids, help, ambassadors, goals and documents."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from practices.walking import (
    WORDS,
    anchor,
    events,
    expected_events,
    fact,
    group,
    mark,
    place,
    said,
    seen,
    state,
    tells,
    topic_path,
    unfold,
)
from stip.model import Practice, Roadmap
from stip.model.practices import Aid, Ambassador, Channel, Download, HelpOffer, Lab, LearningGoal, Topic, Training
from stip.model.practices.learning import Consent, Skill, TrainingForm
from stip.model.steps import Sourcing
from stip.site import build
from stip.text.dates import day_text
from tabs import OpenTab

pytestmark = pytest.mark.browser

LEARNING = topic_path(Topic.LEARNING)
TOPICS = [topic_path(topic) for topic in (Topic.LEARNING, Topic.JOINING, Topic.TOOLS, Topic.TRYING)]
TEXTS = {".html", ".json", ".csv", ".ics", ".xml", ".js"}
PAGES = ["", "afdelingen/bz-balie/", "personas/buiten/", "vragen/", "tijdlijn/", LEARNING, "hulpmiddelen/teams/"]


def for_persona(practice: Practice, persona: str) -> bool:
    """Tell whether a practice is for some kind of work, or for everyone."""
    return not practice.personas or persona in practice.personas


def for_unit(practice: Practice, unit: str, roadmap: Roadmap) -> bool:
    """Tell whether a practice is for a unit or one above it, or for everyone."""
    named = [roadmap.units[key] for key in practice.for_units]
    return not named or unit in {one.id for above in named for one in (above, *roadmap.below(above))}


def test_a_phone_user_gets_help_on_the_phone_or_from_a_colleague(page: Page, address: str, roadmap: Roadmap) -> None:
    """For who works outside there is nothing at a computer."""
    page.goto(address + LEARNING)
    page.get_by_label("Mijn werk").select_option("buiten")
    aids = [one for one in roadmap.of(Aid) if for_persona(one, "buiten")]
    assert sorted(seen(page, "aid")) == sorted(one.title for one in aids)
    for aid in aids:
        card = place(page, aid)
        assert aid.channel is not Channel.COMPUTER
        tells(card, aid, "channel", mark(aid, "channel"))
        expect(state(card)).to_contain_text(mark(aid, "form"))
    online = [one.title for one in roadmap.of(Training) if one.form is TrainingForm.ONLINE]
    assert online
    assert not set(online) & set(seen(page, "training"))


def test_what_we_do_ourselves_i_am_trained_for_in_time(page: Page, address: str, roadmap: Roadmap) -> None:
    """Which training I get, and when, stands at the step."""
    steps = [step for step in roadmap.steps.values() if step.sourcing is Sourcing.SELF]
    assert steps
    for step in steps:
        page.goto(f"{address}afdelingen/{roadmap.unit_of[step.id].id}/#{step.id}")
        card = page.locator(".stip-step__card").filter(has=page.locator(f"[id='{step.id}']"))
        expect(fact(card, WORDS("site.step.sourcing"))).to_have_text(WORDS("site.sourcing.self"))
        trainings = [one for one in roadmap.of(Training) if step.id in one.steps]
        assert trainings
        for training in trainings:
            day = training.dates[0].when.first
            assert day is not None
            answer = fact(card, WORDS("site.group.train")).filter(has_text=training.title)
            expect(answer).to_be_visible()
            expect(answer).to_contain_text(day_text(day, WORDS))


def test_my_trainings_by_the_work_i_do(page: Page, address: str, roadmap: Roadmap) -> None:
    """Those of a persona, soonest first, with all moments in the calendar."""
    today = roadmap.settings.updated
    mine = [one for one in roadmap.of(Training) if for_persona(one, "balie")]
    page.goto(f"{address}personas/balie/")
    listed = group(page, WORDS("site.group.train")).locator(".stip-list__title").all_inner_texts()
    assert listed
    assert set(listed) <= {one.title for one in mine}
    begins = {
        one.title: min(moment.when.first for moment in one.dates if moment.when.first and moment.when.first >= today)
        for one in mine
        if one.title in listed
    }
    assert listed == sorted(listed, key=begins.__getitem__)
    for title in listed:
        entry = group(page, WORDS("site.group.train")).locator("li", has_text=title)
        expect(entry).to_contain_text(day_text(begins[title], WORDS))
    assert expected_events(one for one in mine if one.title in listed) <= events(page)


def test_my_trainings_by_the_team_i_am_in(page: Page, address: str, roadmap: Roadmap) -> None:
    """Those that name the team stand on its page, or behind the rest, and in its calendar."""
    mine = [one for one in roadmap.of(Training) if one.departments and for_unit(one, "bz-balie", roadmap)]
    page.goto(f"{address}afdelingen/bz-balie/")
    section = group(page, WORDS("site.group.train"))
    shown = set(section.locator(".stip-list__title").all_inner_texts())
    assert shown
    assert len(shown & {one.title for one in mine}) > 1
    assert expected_events(mine) <= events(page)
    section.get_by_role("link", name="En nog").click()
    for training in mine:
        expect(page.get_by_role("heading", name=training.title)).to_be_visible()


def test_a_training_for_everyone_is_one_of_my_team(page: Page, address: str, roadmap: Roadmap) -> None:
    """What names no department is for all, so that its moments are in the calendar of every team."""
    everyone = [one for one in roadmap.of(Training) if not one.departments and not one.personas]
    assert everyone
    page.goto(f"{address}afdelingen/bz-balie/")
    assert {one.title for one in everyone} <= {title for title, _, _ in events(page)}


def test_courses_beyond_the_buttons(page: Page, address: str, roadmap: Roadmap) -> None:
    """What is about working together says so, with what somebody can do afterwards."""
    courses = [one for one in roadmap.of(Training) if one.skill is Skill.BEHAVIOUR]
    assert len(courses) > 1
    for course in courses:
        card = unfold(page, address, course)
        tells(card, course, "skill", mark(course, "skill"))
        tells(card, course, "result", course.result)


@pytest.mark.parametrize("path", PAGES)
def test_help_is_always_in_reach(page: Page, address: str, path: str) -> None:
    """Every page has the same way to help, without a menu."""
    page.goto(address + path)
    link = page.get_by_role("banner").get_by_role("link", name="Hulp nodig?")
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", name=WORDS("practices.help_offer.title"))).to_be_visible()


def test_help_for_how_sure_i_am(page: Page, address: str, roadmap: Roadmap) -> None:
    """For each level somebody is there, at a place and an hour."""
    offers = roadmap.of(HelpOffer)
    assert len({one.level for one in offers}) > 3
    for offer in offers:
        card = unfold(page, address, offer)
        expect(state(card)).to_contain_text(mark(offer, "level"))
        tells(card, offer, "place", offer.place)
        tells(card, offer, "hours", offer.hours)


def test_what_i_will_have_learned(page: Page, address: str, roadmap: Roadmap) -> None:
    """My goals, with what I can do then, how I notice, and the trainings that lead to it."""
    page.goto(address + LEARNING)
    page.get_by_label("Mijn werk").select_option("balie")
    mine = [one for one in roadmap.of(LearningGoal) if for_persona(one, "balie")]
    assert sorted(seen(page, "learning_goal")) == sorted(one.title for one in mine)
    for goal in mine:
        card = place(page, goal)
        tells(card, goal, "skills", *goal.skills)
        tells(card, goal, "criterion", goal.criterion)
        tells(card, goal, "trainings", *(roadmap.practice["training", key].title for key in goal.trainings))


def test_my_learning_route_is_in_the_order_of_time(page: Page, address: str, roadmap: Roadmap) -> None:
    """A route begins with what comes first."""
    page.goto(address + LEARNING)
    page.get_by_label("Mijn werk").select_option("leidinggevende")
    mine = [
        (one.when, one.title) for one in roadmap.of(LearningGoal) if for_persona(one, "leidinggevende") and one.when
    ]
    assert len(mine) > 1
    assert seen(page, "learning_goal") == [title for _, title in sorted(mine)]


def test_documents_can_be_downloaded(page: Page, address: str, roadmap: Roadmap) -> None:
    """Each with its kind; the file is there."""
    documents = roadmap.of(Download)
    assert documents
    for document in documents:
        card = unfold(page, address, document)
        expect(state(card)).to_contain_text(mark(document, "form"))
        answer = page.request.get(card.get_by_role("link", name="Download").evaluate("link => link.href"))
        assert answer.ok
        assert answer.body().startswith(b"%PDF")


def test_a_download_tells_its_type_and_size(page: Page, address: str, roadmap: Roadmap) -> None:
    """As a print does: PDF, 80 kB."""
    card = unfold(page, address, roadmap.of(Download)[0])
    expect(card.get_by_role("link", name="Download")).to_contain_text("PDF", timeout=1000)
    expect(card.get_by_role("link", name="Download")).to_contain_text("kB", timeout=1000)


@pytest.mark.parametrize("unit", ["bz-balie", "bd-groen", "streekarchief"])
def test_my_ambassador(page: Page, address: str, roadmap: Roadmap, unit: str) -> None:
    """On the page of my team, and from there how to reach them."""
    near = (one for one in roadmap.of(Ambassador) if one.departments and for_unit(one, unit, roadmap))
    ambassador = next(one for one in near if not one.figurehead)
    page.goto(f"{address}afdelingen/{unit}/")
    group(page, WORDS("site.group.helper")).get_by_role("link", name=ambassador.title).click()
    card = place(page, ambassador)
    assert ambassador.reach
    expect(card.get_by_text(ambassador.reach)).to_be_visible()
    tells(card, ambassador, "reach", ambassador.reach)
    tells(card, ambassador, "topics", *ambassador.topics)


def test_who_leads_by_example(page: Page, address: str, roadmap: Roadmap) -> None:
    """A head of a department or a director, and what they do themselves."""
    heads = [one for one in roadmap.of(Ambassador) if one.figurehead]
    assert heads
    for head in heads:
        card = unfold(page, address, head)
        expect(state(card)).to_contain_text(WORDS("practices.ambassador.flags.figurehead.on"))
        assert head.text
        expect(card.get_by_text(head.text)).to_be_visible()


@pytest.mark.parametrize("path", [*TOPICS, "afdelingen/bz-balie/", "personas/balie/"])
def test_one_place_to_ask(page: Page, address: str, path: str) -> None:
    """A role with its mailbox."""
    page.goto(address + path)
    links = page.locator("main a[href^='mailto:']").filter(has_text="Stel je vraag")
    expect(links).to_have_count(1)
    expect(links).to_be_visible()
    expect(page.locator(".stip-contact").first).to_contain_text("@elzenmeer.example")


def test_every_training_has_somebody_to_ask(page: Page, address: str, roadmap: Roadmap) -> None:
    """A role with its mailbox and telephone."""
    training = next(one for one in roadmap.of(Training) if one.contact and one.contact.phone)
    assert training.contact
    contact = training.contact
    tells(unfold(page, address, training), training, "contact", contact.role, contact.email, contact.phone)


def test_i_can_practise_safely(page: Page, address: str, roadmap: Roadmap) -> None:
    """A test for myself, a course from the very beginning, and a lab where nothing can break."""
    tests = [one for one in roadmap.of(HelpOffer) if one.self_test]
    assert tests
    for offer in tests:
        link = unfold(page, address, offer).get_by_role("link", name="Test jezelf")
        expect(link).to_have_attribute("href", offer.self_test or "")
    basics = [one for one in roadmap.of(Training) if one.skill is Skill.BASICS]
    assert basics
    for course in basics:
        card = unfold(page, address, course)
        tells(card, course, "dates", *map(said, course.dates))
    for lab in roadmap.of(Lab):
        assert lab.text
        expect(unfold(page, address, lab).get_by_text(lab.text)).to_be_visible()


@pytest.mark.parametrize("persona", ["buiten", "beleidsmaker"])
def test_my_work_hides_what_is_for_others_and_says_the_number(
    page: Page, address: str, roadmap: Roadmap, persona: str
) -> None:
    page.goto(address + LEARNING)
    page.get_by_label("Mijn werk").select_option(persona)
    mine = [one for one in roadmap.practices if one.topic is Topic.LEARNING and for_persona(one, persona)]
    assert 0 < len(mine) < len([one for one in roadmap.practices if one.topic is Topic.LEARNING])
    titles = page.locator(".stip-practice:not([hidden]) .stip-practice__title")
    assert {title.get_attribute("id") for title in titles.all()} == {anchor(one) for one in mine}
    expect(page.locator(".stip-filter output")).to_have_text(WORDS("site.topic.filter_count", count=len(mine)))
    page.get_by_label("Mijn werk").select_option("")
    expect(page.locator(".stip-practice[hidden]")).to_have_count(0)


@pytest.mark.parametrize("unit", ["bz-balie", "streekarchief"])
def test_my_department_hides_what_is_for_others_and_says_the_number(
    page: Page, address: str, roadmap: Roadmap, unit: str
) -> None:
    page.goto(address + LEARNING)
    page.get_by_label("Mijn afdeling").select_option(unit)
    left = page.locator(".stip-practice:not([hidden]) .stip-practice__title")
    shown = {title.get_attribute("id") for title in left.all()}
    listed = [one for one in roadmap.practices if one.topic is Topic.LEARNING]
    named = {anchor(one) for one in listed if one.departments and for_unit(one, unit, roadmap)}
    assert named
    assert named <= shown <= {anchor(one) for one in listed if for_unit(one, unit, roadmap)}
    expect(page.locator(".stip-filter output")).to_have_text(WORDS("site.topic.filter_count", count=len(shown)))


@pytest.mark.parametrize("unit", ["bz-balie", "streekarchief"])
def test_my_department_keeps_what_is_for_everyone(page: Page, address: str, roadmap: Roadmap, unit: str) -> None:
    """What names no department is for everyone, also when it comes with a step of one or has a moment for one."""
    page.goto(address + LEARNING)
    page.get_by_label("Mijn afdeling").select_option(unit)
    everyone = [one.title for one in roadmap.of(Training) if not one.departments]
    assert set(everyone) <= set(seen(page, "training"))


@pytest.mark.parametrize("id_", ["leren-zaaksysteem", "leren-schrijfhulp"])
def test_a_link_to_a_folded_practice_opens_its_fold(page: Page, address: str, roadmap: Roadmap, id_: str) -> None:
    """Also when it lies in a fold of what has been."""
    training = roadmap.practice["training", id_]
    card = unfold(page, address, training)
    assert training.text
    expect(card.get_by_text(training.text)).to_be_visible()
    expect(card.get_by_role("heading", name=training.title)).to_be_in_viewport()
    page.goto(address + LEARNING)
    expect(card.get_by_text(training.text)).to_be_hidden()
    page.evaluate("id => { location.hash = id }", anchor(training))
    expect(card.get_by_text(training.text)).to_be_visible()


@pytest.mark.parametrize("topic", [Topic.LEARNING, Topic.JOINING, Topic.TOOLS])
def test_everything_can_be_read_without_script(open_tab: OpenTab, address: str, roadmap: Roadmap, topic: Topic) -> None:
    """Nothing is hidden but behind folds that open by themselves; a filter that would not work is not there."""
    page = open_tab(java_script_enabled=False)
    page.goto(address + topic_path(topic))
    expect(page.locator(".stip-filter")).to_be_hidden()
    past = page.locator(".stip-topic__part > details > summary")
    for index in range(past.count()):
        past.nth(index).click()
    titles = page.locator(".stip-practice__title, tbody th[id]")
    found = [title for title in titles.all() if title.is_visible()]
    assert len(found) == sum(one.topic is topic for one in roadmap.practices)
    for fold in page.locator(".stip-topic__part:has(.stip-practice__fold)").all():
        fold.locator(".stip-practice__fold > summary").first.click()
        expect(fold.locator(".stip-practice__body").first).to_be_visible()


def test_no_name_is_in_the_example_without_consent(example_site: Path, roadmap: Roadmap) -> None:
    """No file of the site holds the name of an ambassador who did not agree, and no record has one."""
    today = roadmap.settings.updated
    agreed = {
        one.name for one in roadmap.of(Ambassador) if one.consent and one.consent.given <= today <= one.consent.until
    }
    names = {one.name for one in roadmap.of(Ambassador) if one.name} - agreed
    files = [file for file in example_site.rglob("*") if file.suffix in TEXTS]
    assert len(files) > 100
    assert [(file, name) for file in files for name in names if name in file.read_text(encoding="utf-8")] == []
    told = json.loads((example_site / "gegevens" / "praktijken.json").read_text(encoding="utf-8"))
    records = told["practices"]["ambassadors"]
    assert len(records) == len(roadmap.of(Ambassador))
    assert {one.get("name") for one in records} - agreed <= {None}


def test_a_name_is_shown_while_its_owner_agrees(roadmap: Roadmap) -> None:
    """Not a day longer, and in no file at all."""
    agreed = {"Zzgisteren": "2026-11-15", "Zzvandaag": "2026-11-16", "Zznooit": None}
    assert str(roadmap.settings.updated) == agreed["Zzvandaag"]
    named = dict(zip((one.id for one in roadmap.of(Ambassador)), agreed.items(), strict=False))
    practices = tuple(
        one.model_copy(update=_named(*named[one.id])) if isinstance(one, Ambassador) and one.id in named else one
        for one in roadmap.practices
    )
    contents = [file.content for file in build(dataclasses.replace(roadmap, practices=practices)).files()]
    texts = [one if isinstance(one, str) else one.decode("utf-8", "replace") for one in contents]
    assert [name for name in agreed if any(name in text for text in texts)] == ["Zzvandaag"]


def _named(name: str, until: str | None) -> dict[str, object]:
    """Return what an ambassador of this name says of consent, given until a day."""
    consent = Consent.model_validate({"given": "2026-01-05", "until": until}) if until else None
    return {"name": f"Zzvoornaam {name}", "consent": consent}
