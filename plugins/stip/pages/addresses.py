"""Say at which path every page lives; the folder names come from the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.practices import Topic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stip.model import Practice
    from stip.text.words import Words

HOME = "index.md"


@dataclass(frozen=True)
class Addresses:
    """Slash paths of pages under the docs root."""

    route: str
    departments: str
    personas: str
    questions: str
    timeline: str
    mission: str
    glossary: str
    accessibility: str
    poster: str
    changes: str
    report: str
    steering: str
    topics: Mapping[Topic, str]
    data: str
    version: str
    """The path of the file that says what the site was made from."""
    manual: str
    embed: str

    @classmethod
    def of(cls, words: Words) -> Addresses:
        """Take the names of folders and pages from the catalogue."""
        names = words.section("site.path")
        return cls(
            route=f"{names['route']}.md",
            departments=f"{names['departments']}/index.md",
            personas=f"{names['personas']}/index.md",
            questions=f"{names['questions']}/index.md",
            timeline=f"{names['timeline']}.md",
            mission=f"{names['mission']}.md",
            glossary=f"{names['glossary']}.md",
            accessibility=f"{names['accessibility']}.md",
            poster=f"{names['poster']}/index.md",
            changes=f"{names['changes']}/index.md",
            report=f"{names['report']}.md",
            steering=f"{names['steering']}/index.md",
            topics={topic: f"{names[topic]}/index.md" for topic in Topic},
            data=names["data"],
            version=f"{names['version']}.json",
            manual=f"{names['manual']}/index.md",
            embed=f"{names['embed']}/index.md",
        )

    def unit(self, unit_id: str) -> str:
        """Return the path of a department's, team's or cluster's page."""
        return _under(self.departments, unit_id)

    def persona(self, persona_id: str) -> str:
        """Return the path of a persona's page."""
        return _under(self.personas, persona_id)

    def question(self, question_id: str) -> str:
        """Return the path of a question's page."""
        return _under(self.questions, question_id)

    def practice(self, practice: Practice) -> tuple[str, str]:
        """Return the path of the page on which a practice stands, and its anchor there (empty: the page is its own)."""
        index = self.topics[practice.topic]
        if practice.own_page:
            return _under(index, practice.id), ""
        return index, f"{practice.record.replace('_', '-')}-{practice.id}"

    def lane(self, unit_id: str) -> str:
        """Return the path of the timeline of one path of the whole, when all together would be too much."""
        return _under(f"{self.timeline.removesuffix('.md')}/index.md", unit_id)

    @property
    def feed(self) -> str:
        """Return the path of the feed of celebrations."""
        return f"{self.topics[Topic.CELEBRATING].rsplit('/', 1)[0]}/feed.xml"

    @property
    def changes_feed(self) -> str:
        """Return the path of the feed of what changed since each edition."""
        return f"{self.changes.rsplit('/', 1)[0]}/feed.xml"

    def dot(self, page: str = HOME, part: str = "") -> str:
        """Return the path of what the engine gets for the drawing of a page; that of the home page is the map."""
        name = "map" if page == HOME else page.removesuffix(".md")
        return f"{self.data}/dot/{name}{f'.{part}' if part else ''}.dot"

    def export(self, kind: type[Practice]) -> str:
        """Return the path of the file with all practices of a kind, for a spreadsheet."""
        return f"{self.data}/{kind.key}.csv"

    @property
    def plan(self) -> str:
        """Return the path of the plan as a spreadsheet; it is there when the extra for spreadsheets is installed."""
        return f"{self.data}/plan.xlsx"

    def schema(self, kind: str) -> str:
        """Return the path of the schema of a kind of file, with which an editor knows what may stand in it."""
        return f"{self.data}/schema/{kind}.json"

    def edition(self, name: str) -> str:
        """Return the path of the page that tells what changed since an edition: where its prints lead."""
        return _under(self.poster, name)

    def stretch(self, name: str) -> str:
        """Return the path of the page that tells what changed up to an edition, when it needs one of its own."""
        return _under(self.changes, name)

    def print_file(self, name: str) -> str:
        """Return the path of a file to print."""
        return f"{self.poster.rsplit('/', 1)[0]}/{name}"

    @property
    def data_page(self) -> str:
        """Return the path of the page that lists the files for other programs."""
        return f"{self.data}/index.md"

    @property
    def embed_map(self) -> str:
        """Return the path of the map as it stands in the frame of another site."""
        return _under(self.embed, "map")

    def embed_unit(self, unit_id: str) -> str:
        """Return the path of a department as it stands in the frame of another site."""
        return f"{self.embed.rsplit('/', 1)[0]}/{self.unit(unit_id)}"

    def route_data(self, kind: str, record_id: str) -> str:
        """Return the path of what the route page asks for: `kind` is department or persona."""
        folder = self.departments if kind == "department" else self.personas
        page = _under(folder, record_id).removesuffix(".md")
        return f"{self.route.removesuffix('.md')}/{page}.js"


def topic_part(index: str, word: str, key: str, number: int) -> str:
    """Return the path of page `number` of a part of a topic beside its index: no id has an underscore."""
    return _under(index, f"{word}_{key}{f'_{number}' if number > 1 else ''}")


def goal_anchor(goal_id: str) -> str:
    """Return the anchor of a goal on the mission page."""
    return f"goal_{goal_id}"


def calendar_path(page: str) -> str:
    """Return the path of the calendar that belongs to a page."""
    return f"{page.removesuffix('.md')}.ics"


def feed_path(page: str) -> str:
    """Return the path of the feed that belongs to a page."""
    return f"{page.removesuffix('.md')}.xml"


def _under(index: str, name: str) -> str:
    """Return the path of a page beside an index; an id `index` would sit on the index itself."""
    return f"{index.rsplit('/', 1)[0]}/{'index-' if name == 'index' else name}.md"
