"""The forms of a report: Markdown that means nothing else and fits in a comment, and JSON that stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from markdown import markdown

from building import ROOT
from stip.comparison import Reader, Report, Side, compare
from stip.comparison.formats import as_json, as_text
from stip.comparison.markdown import LONGEST, as_markdown, escaped
from stip.model import Audience
from stip.text.words import words_for
from versions import BASE, edited

MakeSide = Callable[..., Side]
STEP = "      - {{id: s-{number}, title: Stap {number} van heel veel stappen, when: 2028, goals: [kort-wachten]}}\n"


def report(old: Side, new: Side, language: str = "nl") -> Report:
    return Report(compare(old, new), words_for(language))


def many(count: int) -> dict[str, str]:
    """Return files with so many steps more, at the department of ICT."""
    steps = "".join(STEP.format(number=number) for number in range(count))
    return edited([("roadmap/ict.yaml", "", steps)])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "*ster* en _streep_ en `code`",
        "[klik](https://example.org) ![plaatje](x)",
        "| tabel | met |",
        "# Kop",
        "- streepje",
        "+ plus",
        "12. nummer",
        "Rust & <b>ruimte</b> &amp; zo",
        "back\\slash ~~weg~~ $som$",
        "“Súdwest-Fryslân” it âlde",
    ],
)
def test_a_name_is_only_text(text: str) -> None:
    """Whatever stands in a name or a text: who reads the comment sees exactly that, and nothing else."""
    html = markdown(f"- {escaped(text)}")
    html = re.sub(r"\\([~$])", r"\1", html)  # the Markdown of GitHub and GitLab takes it from there too
    shown = re.sub(r"<[^>]*>", "", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
    assert shown.replace("\u2060", "") == text
    assert set(re.findall(r"<(\w+)", html)) == {"ul", "li"}


@pytest.mark.parametrize("text", ["@iedereen", "zie #12", "!34 is klaar", "%volgende", "~bug", "$5", ":tada: hoera"])
def test_nobody_is_called(text: str) -> None:
    """A sign that calls people or issues on GitHub or GitLab is no longer next to its word."""
    assert not re.search(r"[@#!%~$]\w|:\w+:", escaped(text).replace("\\", ""))


def test_a_small_change(side: MakeSide) -> None:
    """A title, how much of what, warnings, and a list for each department."""
    later = ("roadmap.yaml", "when: 2027-Q2", "when: 2027-Q4")
    renamed = ("roadmap.yaml", "title: Zuil in de hal", "title: De *zuil*")
    said = as_markdown(report(side(BASE), side(edited([later, renamed])))).split("\n\n")
    assert said[0] == "## Wat er anders is: van side-1/roadmap.yaml naar side-2/roadmap.yaml"
    assert said[1] == "- 1 stap komt later\n- 1 stap heeft een andere naam"
    assert (said[2], said[4]) == ("### Let op", "### 1\\. Burgerzaken")
    assert said[3].endswith("(Team Balie) komt later, en er staat geen reden bij. Schrijf 'reason:'.")
    team = "- **Wachttijd op het scherm (Team Balie)**: Komt later: van 2e kwartaal 2027 naar 4e kwartaal 2027.\n"
    first, second = said[5].split("\n", 1)
    assert first.startswith("- **De \\*zuil\\***: Heette eerst ")
    assert second == team


def test_much_is_folded(side: MakeSide) -> None:
    """A department with much to tell is folded, with a count; what stands in it is still a list."""
    said = as_markdown(report(side(BASE), side(many(30))))
    assert (
        "<details>\n<summary><b>2. Informatie en Automatisering</b> (30 veranderingen)</summary>\n\n- **Stap 0" in said
    )
    assert said.endswith("\n\n</details>\n")
    assert said.count("<details>") == said.count("</details>") == 1


@pytest.mark.parametrize("count", [400, 1500])
def test_it_fits_in_a_comment(side: MakeSide, count: int) -> None:
    """It is never longer than a comment may be; what is left out is counted, and nothing stays open."""
    told = report(side(many(count)), side(BASE))
    said = as_markdown(told)
    assert len(said.encode()) <= LONGEST
    assert said.count("<details>") == said.count("</details>")
    shown = len(re.findall(r"^- \*\*", said, re.MULTILINE))
    left = re.search(r"(\d+) veranderingen staan hier niet", said)
    assert shown + int(left[1] if left else 0) == count
    assert bool(left) == (count > 1000)
    assert len(as_text(told).splitlines()) > count


def test_much_to_mind_fits_too(side: MakeSide) -> None:
    """Warnings leave room for the rest."""
    old = many(600)
    new = {**old, "roadmap/ict.yaml": old["roadmap/ict.yaml"].replace("when: 2028", "when: 2029")}
    said = as_markdown(report(side(old), side(new)))
    assert len(said.encode()) <= LONGEST
    assert "Nog " in said
    assert "<b>2. Informatie en Automatisering</b>" in said


def test_json(side: MakeSide) -> None:
    """A program reads what, of which record, in which department, from what and to what, in the forms of YAML."""
    changes = [
        ("roadmap.yaml", "when: 2027-Q2", "when: {from: 2027-10-01, until: 2027-10-20}"),
        ("roadmap/lijsten.yaml", "hours: 120", "hours: 150"),
        ("roadmap/lijsten.yaml", "    - {when: 2026-12-08", "    - {when: 2026-12-10"),
        ("content/missie.md", "- {id: gewone-taal, title: Gewone taal}", "- {id: taal, title: Gewone taal}"),
        ("content/personas/balie.md", "needs: [Rust in de rij]", "needs: [Rust]"),
    ]
    whole = json.loads(as_json(report(side(BASE), side(edited(changes)))))
    assert [*whole] == ["version", "old", "new", "frozen", "remarks", "count", "warnings", "changes"]
    assert (whole["version"], whole["frozen"], whole["count"]) == (1, False, 5)
    assert [(one["kind"], one["record"], one["id"]) for one in whole["warnings"]] == [("later", "step", "bt-scherm")]
    keys = ("kind", "record", "id", "department", "key", "parts", "old", "new")
    brief = [tuple(one[key] for key in keys) for one in whole["changes"]]
    then = {"from": "2027-10-01", "until": "2027-10-20"}
    moment, part = {"when": "2026-12-08"}, {"department": "burgerzaken", "when": "2027-Q1"}
    assert brief == [
        ("new-id", "goal", "taal", "", "", [], "gewone-taal", "taal"),
        ("later", "step", "bt-scherm", "burgerzaken", "", [], "2027-Q2", then),
        ("field", "training", "oefenen", "burgerzaken", "dates.when", [moment], "2026-12-08", "2026-12-10"),
        ("field", "persona", "balie", "", "needs", [], ["Rust in de rij"], ["Rust"]),
        ("field", "project", "zaak", "", "hours.hours", [part], 120, 150),
    ]  # fmt: skip
    assert all(one["sentence"] and one["title"] for one in whole["changes"])


@pytest.mark.parametrize("audience", Audience)
def test_the_example_is_itself(audience: Audience, monkeypatch: pytest.MonkeyPatch) -> None:
    """The example does not differ from itself; its newest edition says the same of what it keeps."""
    monkeypatch.chdir(ROOT)
    reader = Reader(Path("roadmap.yaml"), audience=audience)
    new = reader.read(".")
    assert as_text(report(new, new)) == "Er is niets anders: roadmap.yaml en roadmap.yaml zijn gelijk.\n"
    assert not compare(reader.read("2026-winter"), new)
    assert [*told_of(report(reader.read("editions/2026-voorjaar.json"), new))]


def told_of(found: Report) -> Iterator[Mapping[str, object]]:
    """Yield the changes that a report tells to programs."""
    yield from json.loads(as_json(found))["changes"]
