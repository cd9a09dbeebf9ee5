"""Evil: a project with texts that would run as code in every field that holds text, and how to see that none does.

Every text begins with a word of its own, so that it is known again wherever it comes out. What runs sets a variable of
the window, or makes an element with a mark.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import StringConstraints

from inventing import Inventor
from large import mends
from stip.loading.codes import RULES
from stip.loading.weights import is_free
from stip.model import Audience, Glossary, Mission, Persona, Practice, Question, Record, Step, Unit, practice_kinds
from stip.model.base import Address, Email, Id, Ref
from stip.model.practices import StageKind
from stip.model.units import Contact

RUN = "__xss=1"
STRINGS: Sequence[str] = (
    f"<script>{RUN}</script>",
    f"<img src=x data-xss onerror={RUN}>",
    f'"><img src=x data-xss onerror={RUN}>',
    f"'><img src=x data-xss onerror={RUN}>",
    f'" onmouseover="{RUN}" data-xss="',
    f"' autofocus onfocus='{RUN}' data-xss='",
    f"<svg/onload={RUN} data-xss>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</textarea></template><img src=x data-xss onerror={RUN}>",
    f"]]><script>{RUN}</script>",
    f"--><img src=x data-xss onerror={RUN}><!--",
    "<!-- zz",
    f"&lt;img src=x data-xss onerror={RUN}&gt;",
    f"&amp;lt;script&amp;gt;{RUN}",
    f"&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    "{{7*7}}{{ config.site_name }}",
    "{% raw %}{% include 'main.html' %}",
    "${7*7}#{7*7}<%= 7*7 %>",
    f"[klik](javascript:{RUN})",
    f"![x](x){{onerror={RUN}}}",
    f"<javascript:{RUN}>",
    f"[x]: javascript:{RUN}",
    f"<a href=javascript:{RUN} data-xss>x</a>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>' data-xss>",
    f"<math><mtext></p><style><img src=x data-xss onerror={RUN}></style>",
    '<div class="stip-drawing" data-stip="map-wide"></div>',
    '<div markdown="1">**vet** `code`</div>',
    "*[HTML]: zz {: data-xss=1 }",
    '--8<-- "roadmap.yaml"',
    ":smile: ==x== ^^y^^ ~~z~~ {++ q ++}",
    "%s %(x)s {count} {0.__class__} $1 \\1",
    "\u2067\u05e9\u05dc\u2069 \u202babc\u202c",
    "null true 1e5 =1+1",
)
"""Texts, each of which means something in a language that a site is written in."""
_ID, _ADDRESS, _EMAIL = get_args(Id)[1], get_args(Address)[-1], get_args(Email)[-1]
_KEEP = {"id", "part_of", "replaced_by", "until", "aliases", "steps", "leads_to", "after", "number", "was", "latest"}
_KEEP |= {"when", "routes", "kind", "status", "goals", "plan", "ai", "layer", "sourcing", "internet", "updated"}
"""Fields of units and steps that must agree with each other."""


@dataclass
class Sower(Inventor):
    """Invents records with all that they may have, and puts evil texts into every field that holds text.

    `turn` shifts which text comes into which field; fields that can hold more than one get as many as fit.
    """

    share: float = 1.0
    turn: int = 0
    longest: int = 0
    """How long a word of a text may be, so that pages need not break it; 0 for any."""
    sown: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Where each text stands and what it is, by the word with which it begins."""
    at: str = ""

    def record(self, model: type[Record]) -> dict[str, Any]:
        """Invent a record, and remember in which field each text came."""
        found: dict[str, Any] = {}
        for name, known in model.model_fields.items():
            if name != "shown_to":
                found[known.alias or name] = self._field(model, name)
        mend = self.mends.get(model.record)
        whole = {**found, **(mend(found) if mend else {})}
        return {key: value for key, value in whole.items() if value not in ([], {}, None)}

    def texts(self, model: type[Record]) -> dict[str, Any]:
        """Invent only the fields that need to agree with nothing."""
        found = {
            known.alias or name: self._field(model, name)
            for name, known in model.model_fields.items()
            if name not in _KEEP
        }
        return {key: value for key, value in found.items() if value not in ([], {}, None)}

    def _field(self, model: type[Record], name: str) -> Any:
        known, before = model.model_fields[name], self.at
        self.at = f"{self.at or model.record}.{known.alias or name}"
        found = self._value(known.annotation, tuple(known.metadata))
        self.at = before
        return found

    def text(self) -> str:
        """Invent a text with as many evil ones as fit, each on a line of its own."""
        return self._evil(3900, "\n")

    def name(self) -> str:
        """Invent a name with as many evil texts as fit."""
        return self._evil(180, " ")

    def _evil(self, most: int, between: str) -> str:
        word = f"zqx{len(self.sown):05}"
        # In as many turns as there are strings a field begins with each of them.
        start = len(self.sown) * 5 + self.turn * 6 + self.turn // 6
        parts = [word]
        for one in (STRINGS[(start + place) % len(STRINGS)] for place in range(len(STRINGS))):
            fits = not self.longest or max(map(len, one.split())) <= self.longest
            if fits and len(between.join((*parts, one))) <= most:
                parts.append(one)
        made = between.join(parts)
        self.sown[word] = (self.at, made)
        return made

    def _string(self, marks: tuple[Any, ...]) -> str | None:
        if any(isinstance(mark, Ref) for mark in marks) or _ID in marks:
            return super()._string(marks)
        if _ADDRESS in marks:
            return f"https://example.org/{len(self.sown)}/'onclick='{RUN}'?a=1&lt;b=`${{7*7}}{{{{7*7}}}}&amp;#x"
        if _EMAIL in marks:
            return "o'onclick=x&lt;`{{7*7}}`@example.org"
        lengths = [mark.max_length or 0 for mark in marks if isinstance(mark, StringConstraints)]
        lengths += [mark.max_length for mark in marks if isinstance(getattr(mark, "max_length", None), int)]
        most = min((length for length in lengths if length), default=180)
        return self._evil(most if most <= 180 else 3900, " " if most <= 180 else "\n")


@dataclass(frozen=True)
class Sown:
    """The files of a project, and in which field of which record each evil text stands, by its first word."""

    files: Mapping[str, str]
    texts: Mapping[str, tuple[str, str]]


_MKDOCS = """\
site_name: Test
docs_dir: content
theme: {{name: material, language: {language}}}
markdown_extensions: [{extensions}]
plugins:
  - search
  - stip: {{audience: {audience}, posters: false, manual: false}}
"""
_EXTENSIONS = (
    "attr_list, abbr, admonition, def_list, footnotes, md_in_html, tables, toc, pymdownx.betterem, pymdownx.caret"
)
_EXTENSIONS += ", pymdownx.details, pymdownx.emoji, pymdownx.highlight, pymdownx.inlinehilite"
_EXTENSIONS += ", pymdownx.keys, pymdownx.magiclink, pymdownx.mark, pymdownx.smartsymbols, pymdownx.snippets"
_EXTENSIONS += ", pymdownx.superfences, pymdownx.tasklist, pymdownx.tilde"
"""What sites of Material use: each gives other signs in a text a meaning.

Without `critic`, which reads the whole page, HTML too: `{++ a ++}` becomes an insertion wherever it stands.
"""
_NAMES = {"nl": ("missie", "personas", "vragen", "begrippen"), "en": ("mission", "personas", "questions", "glossary")}
_UNITS = ("een", "twee")


def sown(turn: int = 0, language: str = "nl", audience: str = "staff", *, longest: int = 0) -> Sown:
    """Return a project with a record of every kind that an audience may read, in which every text is evil."""
    kinds = {
        key: kind for key, kind in practice_kinds().items() if audience != "staff" or kind.audience is Audience.STAFF
    }
    open_kinds = {key: kind for key, kind in kinds.items() if kind.audience is Audience.STAFF}
    steps = [f"{unit}-{number}" for unit in _UNITS for number in range(1, 6)]
    known = {"unit": _UNITS, "step": steps, "goal": ["doel"], "persona": ["pers"], "question": ["vraag"]}
    sower = Sower(
        {**known, **{kind.record: [f"id-{key.replace('_', '-')}"] for key, kind in kinds.items()}},
        turn=turn,
        longest=longest,
    )
    stages = itertools.cycle(StageKind)
    sower.mends = {
        **mends(sower),
        "stage": lambda _: {"kind": str(next(stages)), "departments": list(_UNITS)},
        "scenario": lambda _: {"rank": None, "after": None},
        "rollout": lambda found: {"waves": [{**found["waves"][0], "departments": list(_UNITS)}]},
        "document": lambda _: {"file": None, "url": "https://example.org/a"},
        "link": lambda _: {"url": "https://example.org/b"},
    }
    units = [_unit(unit, sower) for unit in _UNITS]
    files = {
        "mkdocs.yml": _MKDOCS.format(language=language, audience=audience, extensions=_EXTENSIONS),
        "roadmap.yaml": _yaml(
            {
                "version": 1,
                "language": language,
                "updated": "2026-11-16",
                "start": "2026-Q1",
                "address": "https://example.org/zz",
                "include": ["roadmap/*.yaml"],
                **({"include_steering": ["sturing/*.yaml"]} if audience == "steering" else {}),
                "checks": {rule.code: "ignore" for rule in RULES.values() if is_free(rule.code)},
                "departments": units,
            }
        ),
        "roadmap/open.yaml": _yaml({key: _listed(sower, kind) for key, kind in open_kinds.items()}),
    }
    if audience == "steering":
        files["sturing/alles.yaml"] = _yaml(
            {key: _listed(sower, kind) for key, kind in kinds.items() if key not in open_kinds}
        )
    mission, personas, questions, glossary = (f"content/{name}" for name in _NAMES[language])
    files[f"{mission}.md"] = _page(_mission(sower))
    files[f"{personas}/pers.md"] = _page({**sower.record(Persona), "real_person": False})
    files[f"{questions}/vraag.md"] = _page({**sower.record(Question), "related": None})
    files[f"{glossary}.md"] = _page({"terms": [*sower.record(Glossary)["terms"][:2]]})
    return Sown(files, sower.sown)


def _unit(unit: str, sower: Sower) -> dict[str, Any]:
    steps = []
    state: tuple[dict[str, Any], ...] = (
        {"when": "2026-03", "status": "done", "kind": "celebration"},
        {"when": "2026-05", "status": "stopped"},
        {"when": "2026-11", "status": "running", "kind": "pilot"},
        {"when": "2027-03-01", "was": "2026-12-01", "status": "delayed"},
        {"when": "2028-02", "kind": "intervention", "latest": "2029-01-01"},
    )
    for number, more in enumerate(state, start=1):
        texts = sower.texts(Step)
        steps.append({**texts, "id": f"{unit}-{number}", "goals": ["doel"], **more})
    routes = [
        {"route": 1, "from": "2026-Q1", "until": "2026-Q4"},
        {"route": 3, "from": "2027-Q1", "reason": sower.text()},
    ]
    return {**sower.texts(Unit), "id": unit, "routes": routes, "steps": steps}


def _mission(sower: Sower) -> dict[str, Any]:
    found = sower.record(Mission)
    goal = {**found["goals"][0], "id": "doel", "conflicts": None}
    horizon = {**found["horizon"], "when": "2032", "picture": None}
    values = [{**one, "goals": ["doel"]} for one in found.get("values", ())][:2]
    contact = sower.record(Contact)
    return _filled({**found, "goals": [_filled(goal)], "horizon": _filled(horizon), "values": values}) | {
        "programme": {**found["programme"], "contact": contact}
    }


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in found.items() if value is not None}


def _listed(sower: Sower, kind: type[Practice]) -> list[dict[str, Any]]:
    return [{**sower.record(kind), "id": sower.known[kind.record][0]}]


def _yaml(data: Mapping[str, Any]) -> str:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def _page(data: Mapping[str, Any]) -> str:
    return f"---\n{_yaml(_filled(dict(data)))}---\nZztext.\n"


RUNNING = """() => [
  ...(window.__xss === undefined ? [] : ["a text ran"]),
  ...[...document.querySelectorAll("[data-xss]")].map((one) => `<${one.localName} data-xss>`),
  ...[...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames()
    .filter((name) => name.startsWith("on") || name === "srcdoc").map((name) => `<${one.localName} ${name}>`)),
  ...[...document.querySelectorAll("a")].map((one) => one.href.baseVal ?? one.href)
    .filter((href) => /^(javascript|vbscript|data):/i.test(href)).map((href) => `a link to ${href.slice(0, 40)}`),
]"""
"""What a browser is asked of a page: all in it that ran, or could."""


class _Seen(HTMLParser):
    """Reads a page as a browser does, as far as need be: its texts, and what in it could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what in a tag was made by a text."""
        for name, value in attrs:
            if name.startswith(("on", "data-xss")) or name == "srcdoc":
                self.faults.append(f"<{tag} {name}>")
            if name in {"href", "src", "xlink:href", "action"} and (value or "").strip().lower().startswith(
                ("javascript:", "vbscript:", "data:text")
            ):
                self.faults.append(f"<{tag} {name}={(value or '')[:30]}>")
            self.texts.append(value or "")

    def handle_data(self, data: str) -> None:
        """Keep a text; in a script it is code."""
        self.texts.append(data)


@functools.cache
def seen(page: Path) -> tuple[str, tuple[str, ...]]:
    """Return all that a page says, each run of white space as one, and what in it could run."""
    reader = _Seen()
    reader.feed(page.read_text("utf-8"))
    reader.close()
    said = " ".join(" ".join(reader.texts).split())
    return said, tuple(reader.faults)


def faults(site: Path) -> Iterator[str]:
    """Yield what in the pages of a site could run."""
    for page in sorted(site.rglob("*.html")):
        for fault in seen(page)[1]:
            yield f"{page.relative_to(site).as_posix()}: {fault}"


def unshown(site: Path, texts: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (field, text) of each text that a page begins to show, and that none shows as it was written."""
    pages = [seen(page)[0] for page in site.rglob("*.html")]
    for word, (where, text) in texts.items():
        told = " ".join(text.split())
        those = [page for page in pages if word in page]
        if those and not any(told in page for page in those):
            yield where, told


def write_sown(folder: Path, made: Sown) -> Path:
    """Write the files of a project to a new folder, every sign as it is, and return it."""
    for name, text in made.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return folder
