"""One more kind of practice is one class and its words: all the rest follows from these."""

from __future__ import annotations

import enum
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import pytest
import yaml

from building import ROOT
from stip.loading import load
from stip.model import Practice, practice_kinds
from stip.model.base import Audience, Ref, StepId
from stip.model.practices.base import Group, Topic, forget
from stip.schema import schema
from stip.site import build
from stip.text.words import LANGUAGES, words_for

KEY = "walks"
WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "name": "wandeling",
        "one": "een wandeling",
        "title": "Wandelingen",
        "lead": "Praat erover in de frisse lucht.",
        "list": "Wandelingen waarop collega's iets bespreken.",
        "labels.pace": "Hoe snel?",
        "labels.about": "Waarover?",
        "labels.onward": "En daarna?",
        "help.pace": "Hoe snel er wordt gelopen.",
        "help.about": "Over welke stap het gaat (id).",
        "help.onward": "Welke wandeling erop volgt (id).",
        "values.pace.easy": "Rustig",
        "values.pace.brisk": "Stevig door",
    },
    "en": {
        "name": "walk",
        "one": "a walk",
        "title": "Walks",
        "lead": "Talk about it in the open air.",
        "list": "Walks on which colleagues talk something over.",
        "labels.pace": "How fast?",
        "labels.about": "What about?",
        "labels.onward": "And then?",
        "help.pace": "How fast people walk.",
        "help.about": "Which step it is about (id).",
        "help.onward": "Which walk comes after it (id).",
        "values.pace.easy": "Easy",
        "values.pace.brisk": "At a good pace",
    },
}


class Pace(enum.StrEnum):
    """How fast people walk."""

    EASY = "easy"
    BRISK = "brisk"


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Practice]]:
    """Make a kind of practice, with its words, for the time of one test."""

    class Walk(Practice, record="walk", key=KEY, audience=Audience.STAFF, topic=Topic.JOINING, group=Group.JOIN):
        """A walk on which colleagues talk something over."""

        pace: Pace
        about: StepId | None = None
        onward: Annotated[str, Ref("walk")] | None = None

    for language, words in WORDS.items():
        for key, text in words.items():
            monkeypatch.setitem(words_for(language).entries, f"practices.walk.{key}", text)
    _look_again()
    yield Walk
    forget(KEY)
    _look_again()


def _look_again() -> None:
    """Let the catalogues forget where their texts stand."""
    for language in WORDS:
        vars(words_for(language)).pop("_sections", None)


def written(folder: Path, walks: str, language: str = "nl") -> Path:
    """Write the good files that the cases share, and a file with these walks."""
    files = yaml.safe_load((ROOT / "tests" / "cases" / f"base.{language}.yaml").read_text("utf-8"))
    for name, text in {**files, "roadmap/walks.yaml": walks}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "roadmap.yaml"


GOOD = """\
walks:
  - {id: park, title: Door het park, pace: easy, onward: kade}
  - {id: kade, title: Langs de kade, pace: brisk}
"""


def test_its_list_is_read(tmp_path: Path, walk: type[Practice]) -> None:
    """Its list loads, in whatever file, and is found by what it names."""
    walks = GOOD.replace("pace: easy", "pace: easy, about: ict-inloggen, departments: [ict]")
    loaded = load(written(tmp_path, walks))
    assert loaded.problems == ()
    assert loaded.roadmap
    park, quay = loaded.roadmap.of(walk)
    assert (park.id, quay.title) == ("park", "Langs de kade")
    assert loaded.roadmap.practice["walk", "park"] is park
    assert loaded.roadmap.naming["step", "ict-inloggen"] == (park,)
    assert loaded.roadmap.naming["unit", "ict"] == (park,)
    assert loaded.roadmap.naming["walk", "kade"] == (park,)
    assert loaded.roadmap.places["walk", "kade"].line == 3


MISTAKES = [
    ("nl", "brisk}", "brisk, pase: easy}", "de sleutel 'pase' bestaat niet bij een wandeling; bedoelde je 'pace'?"),
    ("en", "brisk}", "brisk, pase: easy}", "the key 'pase' does not exist in a walk; did you mean 'pace'?"),
    ("nl", "onward: kade", "onward: kadee", "wandeling 'kadee' bestaat niet; bedoelde je 'kade'?"),
    ("en", "onward: kade", "onward: kadee", "walk 'kadee' does not exist; did you mean 'kade'?"),
    ("nl", ", pace: brisk", "", "bij een wandeling ontbreekt 'pace'; voeg 'pace:' toe"),
    ("en", ", pace: brisk", "", "'pace' is missing in a walk; add 'pace:'"),
    ("nl", "brisk", "fast", "'fast' kan niet bij 'pace'; kies uit: easy, brisk"),
    ("en", "brisk", "fast", "'pace' cannot be 'fast'; choose from: easy, brisk"),
]


@pytest.mark.usefixtures("walk")
@pytest.mark.parametrize(("language", "right", "wrong", "said"), MISTAKES)
def test_its_mistakes_are_told_in_its_words(tmp_path: Path, language: str, right: str, wrong: str, said: str) -> None:
    """A key that it lacks, an id that is not there, a value that is not one: each by its name, with a way out."""
    [problem] = load(written(tmp_path, GOOD.replace(right, wrong), language)).problems
    assert f"{problem.message}; {problem.hint}" == said
    assert "walks.yaml:" in str(problem.place)


@pytest.mark.usefixtures("walk")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editor_knows_it(language: str) -> None:
    """Both sorts of file of the roadmap have its list, with hover texts, and what each value means."""
    words = WORDS[language]
    for kind in ("roadmap", "included"):
        whole = schema(kind, language)
        assert whole["properties"][KEY]["description"] == words["list"]
        [name] = whole["properties"][KEY]["items"]["allOf"]
        fields = whole["$defs"][name["$ref"].rpartition("/")[2]]["properties"]
        assert fields["about"]["description"] == words["help.about"]
        assert fields["pace"]["description"].startswith(words["help.pace"])
        assert fields["pace"]["enum"] == ["easy", "brisk"]
        assert fields["pace"]["enumDescriptions"] == [words["values.pace.easy"], words["values.pace.brisk"]]
        assert fields["title"]["description"] == words_for(language)("practices.common.help.title")


def test_nobody_is_published_by_accident() -> None:
    """Without saying for whom it is, a kind cannot be made."""
    with pytest.raises(TypeError, match="audience"):
        type("Secret", (Practice,), {}, record="secret", key="secrets", topic=Topic.JOINING, group=Group.JOIN)
    assert "secrets" not in practice_kinds()


def test_two_kinds_never_share_a_list() -> None:
    """A key that is taken is refused."""
    with pytest.raises(TypeError, match="trainings"):
        type(
            "Course",
            (Practice,),
            {},
            record="course",
            key="trainings",
            audience=Audience.STAFF,
            topic=Topic.LEARNING,
            group=Group.TRAIN,
        )
    assert practice_kinds()["trainings"].record == "training"


@pytest.mark.usefixtures("walk")
def test_its_pages_and_exports_follow(tmp_path: Path) -> None:
    """It stands on the page of its topic and with the step and department that it names, and in every export."""
    walks = GOOD.replace("pace: easy", "pace: easy, about: ict-inloggen, departments: [ict]")
    loaded = load(written(tmp_path, walks), audience=Audience.STEERING)
    assert loaded.roadmap
    made = build(loaded.roadmap)
    pages = {page.path: page.markdown for page in made.pages}
    topic = pages["meedoen/index.md"]
    assert "Wandelingen" in topic
    assert "Praat erover in de frisse lucht." in topic
    assert 'id="walk-park"' in topic
    assert "<dt>Hoe snel?</dt> <dd>Rustig" in " ".join(topic.split())
    assert 'href="#walk-kade"' in topic
    assert "../../meedoen/#walk-park" in pages["afdelingen/ict.md"]
    files = {file.path: file.content for file in made.assets}
    assert "Door het park;" in bytes(files["gegevens/walks.csv"]).decode("utf-8-sig")  # type: ignore[arg-type]
    assert json.loads(files["gegevens/praktijken.json"])["practices"][KEY][0]["pace"] == "brisk"
    assert "gegevens/walks.csv" in pages["sturing/kwaliteit.md"]
