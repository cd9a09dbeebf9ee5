"""Whatever is written, loading gives problems and never a traceback."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from large import Size, large
from stip.loading import load
from stip.model import practice_kinds
from stip.problems import Problem

BASE: dict[str, str] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "base.nl.yaml").read_text("utf-8"))
PRACTICES = large(Size(units=2, steps=6, practices=len(practice_kinds()), personas=2, questions=1))
SHARDS = ["\t", "- ", ": ", "[", "]", "{", "}", "'", '"', "&a ", "*a", "!x ", "|", ">", "#", "---\n", "<<", "?"]
SHARDS += ["null", "12:30", "1e9", "0o7", "2027-02-30", "later", "\n", "\n  ", "é", "\x85", "\x00", "steps:", "~"]
SHARDS += [f"{'[' * 50}", "9" * 5000, "departments:\n", "- id: ict\n", "{from: 2027, until: later}", "\ud800"]

FOREIGN = ("pydantic", "Input should", "Field required", "Traceback", "yaml.", "<class", "problems.")

edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(SHARDS) | st.text(max_size=4)),
    min_size=1,
    max_size=4,
)

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6) | st.sampled_from(SHARDS[:-1])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "from", "until", "balie", "steps"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(name=st.sampled_from(sorted(BASE)), changes=edits)
@example(name="roadmap/ict.yaml", changes=[(0.0, 400, "")])
@example(name="roadmap.yaml", changes=[(0.0, 400, "9" * 5000)])
def test_edited_files(name: str, changes: list[tuple[float, int, str]]) -> None:
    """Files in which some characters were replaced by others."""
    text = BASE[name]
    for where, length, shard in changes:
        at = int(where * len(text))
        text = text[:at] + shard + text[at + length :]
    _load({**BASE, name: text})


@settings(max_examples=50)
@given(text=st.text(max_size=80))
@example(text="{")
def test_any_text(text: str) -> None:
    """Files that are no roadmap at all."""
    _load({**BASE, "roadmap.yaml": text})
    _load({**BASE, "content/missie.md": f"---\n{text}"})


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(BASE)), choice=st.integers(0, 10_000), value=values)
def test_other_values(name: str, choice: int, value: Any) -> None:
    """Files in which one value is of another kind than belongs there."""
    front = BASE[name].split("---\n") if name.endswith(".md") else ["", BASE[name], ""]
    data = yaml.safe_load(front[1])
    slots = list(_slots(data))
    container, key = slots[choice % len(slots)]
    container[key] = value
    front[1] = yaml.safe_dump(data, allow_unicode=True)
    _load({**BASE, name: "---\n".join(front) if name.endswith(".md") else front[1]})


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(key=st.sampled_from(sorted(practice_kinds())), choice=st.integers(0, 10_000), value=values)
def test_other_values_of_practices(key: str, choice: int, value: Any) -> None:
    """Practices in which one value is of another kind than belongs there: every problem has its line."""
    name = f"roadmap/{key}.yaml"
    data = yaml.safe_load(PRACTICES[name])
    slots = list(_slots(data))
    container, at = slots[choice % len(slots)]
    container[at] = value
    problems = _load({**PRACTICES, name: yaml.safe_dump(data, allow_unicode=True)})
    assert all(problem.place.line for problem in problems)


def _slots(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield (container, key or index) of every value."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(items):
        yield data, key
        yield from _slots(value)


def _load(files: Mapping[str, str]) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        loaded = load(Path(folder) / "roadmap.yaml")
    assert (loaded.roadmap is None) == any(problem.severity == "error" for problem in loaded.problems)
    assert list(loaded.problems) == sorted(loaded.problems)
    for problem in loaded.problems:
        assert not any(word in problem.message + problem.hint for word in FOREIGN), problem
    return loaded.problems
