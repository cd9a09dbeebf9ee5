"""`stip explain`: whatever a person asks about, however it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from stip.cli import main
from stip.loading.codes import RULES
from stip.manual.keys import parts
from stip.manual.lookup import find, names
from stip.manual.plain import Plain

Caught = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, at a terminal of eighty characters."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")


def told(capsys: Caught, *what: str) -> str:
    assert main(["explain", *what]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("typed", ["ID-02", "id02", "ID-2", "id 2", "references_exist", "References-Exist"])
def test_a_code_is_known_however_it_is_typed(typed: str, capsys: Caught) -> None:
    """What it says, what to do, how bad, why, and an example with its message and its remedy."""
    text = told(capsys, *typed.split())
    assert text.startswith("ID-02  fout\n")
    assert "[kind] '[id]' bestaat niet" in text
    assert "Met 'checks' kun je dit niet lichter maken." in text
    assert "  >  23          after: [ict-inlogen]\n" in text
    assert "error ID-02: stap 'ict-inlogen' bestaat niet" in text
    assert "  >  23          after: [ict-inloggen]\n" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_weight_that_can_change_is_told(capsys: Caught) -> None:
    text = told(capsys, "DR-15", "--language", "en")
    assert "Is 'adoption' in roadmap.yaml? Then it is: warning." in text
    assert "'checks: {DR-15: ignore}'" in text
    assert "This check looks at: a department" in " ".join(text.split())


def test_a_key_of_one_record(capsys: Caught) -> None:
    text = told(capsys, "step.status")
    assert text.startswith("step.status  niet verplicht\n")
    assert "    - done: klaar\n" in text
    assert "Zonder deze sleutel: planned" in text
    assert "            status: idea\n" in text
    assert "Zo precies als je het weet" in told(capsys, "step.when")
    assert told(capsys, "steps.when") == told(capsys, "Step.When")


def test_a_key_of_several_records_is_a_choice(capsys: Caught) -> None:
    text = told(capsys, "status")
    assert text.startswith("'status' staat op 9 plekken. Kies er een:\n")
    assert "stip explain step.status\n" in text
    assert "(5)" in text  # those that mean the same stand together


def test_a_list_and_what_it_is_called(capsys: Caught) -> None:
    text = told(capsys, "trainings")
    assert text.startswith("trainings  Trainingen\n")
    assert "    trainings:\n      - id: training-1\n" in text
    assert "AD-03" in text
    assert told(capsys, "een", "training").splitlines()[:30] == text.splitlines()[:30]
    assert "stip explain learning_goals.trainings" in text


def test_the_place_of_a_list_is_told(capsys: Caught) -> None:
    """What only those who steer may read stands in a file of its own."""
    assert "Waar: roadmap.yaml, of een bestand dat 'include' noemt, onder trainings" in told(capsys, "trainings")
    assert "een bestand dat 'include_steering' noemt" in told(capsys, "budgets.lines")
    assert "Waar: roadmap.yaml, onder adoption\n" in told(capsys, "adoption")


def test_front_matter_and_options(capsys: Caught) -> None:
    assert "een bestand in de map met persona" in told(capsys, "persona.needs")
    assert "            sizes: …\n" in told(capsys, "posters.sizes")
    assert told(capsys, "mkdocs.engine") == told(capsys, "stip.engine") == told(capsys, "engine")


def test_a_group_of_codes(capsys: Caught) -> None:
    text = told(capsys, "dt")
    assert text.startswith("DT: Datums en periodes\n")
    assert text.count("DT-") == 13


def test_without_a_question_it_tells_how_to_ask(capsys: Caught) -> None:
    text = told(capsys)
    assert "stip explain ID-02" in text
    assert all(rule.code.rpartition("-")[0] in text for rule in RULES.values())
    everything = told(capsys, "--list")
    assert all(rule.code in everything for rule in RULES.values())
    assert all(part.label in everything for part in parts("nl").values())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("step.whn", "step.when"), ("trainigs", "trainings"), ("ID-99", "ID"), ("trainings.hours", "help.hours")],
)
def test_a_slip_gets_a_suggestion(typed: str, meant: str, capsys: Caught) -> None:
    assert main(["explain", typed]) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert f"Bedoelde je {meant}" in caught.err


@pytest.mark.parametrize("typed", ["?", ".", "..", "a.b.c", "-1", "é" * 300, "{0}", "%s", "\x00", "0", "id-"])
def test_nonsense_is_wrong_use(typed: str, capsys: Caught) -> None:
    assert main(["explain", "--", typed]) in {0, 2}
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "language"),
    [
        (b"\xef\xbb\xbfversion: 1\r\nlanguage: en\r\n", "error"),
        (b"language: 'nl'\n", "fout"),
        (b"\xff\xfe\x00<<<<", "fout"),
        (b"", "fout"),
    ],
)
def test_it_speaks_the_language_of_the_roadmap_here(written: bytes, language: str, capsys: Caught) -> None:
    """However broken it is: who asks may be mending it."""
    Path("roadmap.yaml").write_bytes(written)
    assert told(capsys, "SC-01").startswith(f"SC-01  {language}\n")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_everything_that_can_be_asked_gets_an_answer(language: str) -> None:
    """Every name that is known, at a narrow terminal; only code is wider."""
    plain = Plain(language, 60)
    for name in dict.fromkeys(names(language)):
        found = find(name, language)
        assert not found.nothing, name
        assert plain.found(found, name).strip()
