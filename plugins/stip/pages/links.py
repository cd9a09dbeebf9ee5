"""Link one page to another: relative, so that a site works at any address and from a folder on disk."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from stip.model.practices import Topic
from stip.pages.addresses import HOME, calendar_path, feed_path, goal_anchor

if TYPE_CHECKING:
    from stip.model import Practice, Step, Unit
    from stip.pages.context import Context

_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|#")


def page_url(path: str, *, directory_urls: bool) -> str:
    """Return the address of a page under the site's root: `a/b.md` becomes `a/b/` or `a/b.html`."""
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"


def relative(origin: str, target: str, *, directory_urls: bool, anchor: str = "") -> str:
    """Return the address of page `target` as page `origin` must write it."""
    tail = f"#{anchor}" if anchor else ""
    if target == origin and anchor:
        return tail
    folder = _folder(origin, directory_urls=directory_urls)
    return _relative(folder, page_url(target, directory_urls=directory_urls)) + tail


def _relative(folder: tuple[str, ...], url: str) -> str:
    """Return an address of ours as a page whose address lies in this folder writes it.

    `posixpath.relpath` says the same, but looks at the working directory each time: that took a tenth of a build.
    """
    parts = url.split("/")
    shared = 0
    for own, other in zip(folder, parts[:-1], strict=False):
        if own != other:
            break
        shared += 1
    return "../" * (len(folder) - shared) + "/".join(parts[shared:]) or "./"


def _folder(origin: str, *, directory_urls: bool) -> tuple[str, ...]:
    """Return the folder in which the address of a page lies, from the site's root."""
    return tuple(page_url(origin, directory_urls=directory_urls).split("/")[:-1])


def relative_file(origin: str, address: str, *, directory_urls: bool) -> str:
    """Return what a person wrote as page `origin` must write it: a path counts from the site's root."""
    if _ELSEWHERE.match(address):
        return address
    path, mark, tail = address.partition("#")
    if path.endswith(".md"):
        path = page_url(path.lstrip("/"), directory_urls=directory_urls)
    return _from(origin, path.lstrip("/"), directory_urls=directory_urls) + mark + tail


def _from(origin: str, url: str, *, directory_urls: bool) -> str:
    here = posixpath.dirname(page_url(origin, directory_urls=directory_urls))
    way = posixpath.relpath(url or ".", here or ".")
    return f"{way}/" if url.endswith("/") or not url else way


@dataclass(frozen=True)
class Here:
    """The page being made; everything is linked from here."""

    context: Context
    path: str

    @property
    def urls(self) -> bool:
        """Whether the address of a page is a folder."""
        return self.context.directory_urls

    @cached_property
    def _folder(self) -> tuple[str, ...]:
        return _folder(self.path, directory_urls=self.context.directory_urls)

    def to(self, target: str, anchor: str = "") -> str:
        """Link to a page by its path. Raises KeyError when the site has no such page: a slip in our code."""
        context = self.context
        if target not in context.paths:
            raise KeyError(target)
        tail = f"#{anchor}" if anchor else ""
        if target == self.path and anchor:
            return tail
        return _relative(self._folder, page_url(target, directory_urls=context.directory_urls)) + tail

    def file(self, address: str) -> str:
        """Link to what a person wrote: an address elsewhere, or a path from the site's root."""
        return relative_file(self.path, address, directory_urls=self.context.directory_urls)

    def calendar(self) -> str:
        """Link to the calendar that belongs to this page; empty when there is none."""
        path = calendar_path(self.path)
        return self.file(path) if path in self.context.files else ""

    def feed(self) -> str:
        """Link to the feed that belongs to this page; empty when there is none."""
        path = self.feed_file
        return self.file(path) if path else ""

    @property
    def feed_file(self) -> str:
        """The path of the feed that belongs to this page, from the site's root; empty when there is none."""
        addresses = self.context.addresses
        indexes = {addresses.changes: addresses.changes_feed, addresses.topics[Topic.CELEBRATING]: addresses.feed}
        path = indexes.get(self.path, feed_path(self.path))
        return path if path in self.context.files else ""

    def route(self, **choice: str) -> str:
        """Link to the route page with this department or persona chosen; empty when there is no such page."""
        context = self.context
        if context.addresses.route not in context.paths:
            return ""
        query = urlencode({context.words(f"route.parameter.{kind}"): chosen for kind, chosen in choice.items()})
        return self.to(context.addresses.route) + (f"?{query}" if query else "")

    def home(self) -> str:
        """Link to the home page."""
        return self.to(HOME)

    def unit(self, unit: Unit) -> str:
        """Link to the page of a unit."""
        return self.to(self.context.addresses.unit(unit.id))

    def snippet(self, unit: Unit) -> str:
        """Link to what an editor of another site pastes to show the path of a unit; empty when that is not offered."""
        page = self.context.addresses.embed
        offered = unit.steps and not unit.is_gone(self.context.today) and page in self.context.paths
        return self.to(page, unit.id) if offered else ""

    def step(self, step: Step) -> str:
        """Link to a step, on the page of its unit."""
        unit = self.context.roadmap.unit_of[step.id]
        return self.to(self.context.addresses.unit(unit.id), step.id)

    def persona(self, persona_id: str) -> str:
        """Link to the page of a persona."""
        return self.to(self.context.addresses.persona(persona_id))

    def goal(self, goal_id: str) -> str:
        """Link to a goal, on the page of the mission."""
        return self.to(self.context.addresses.mission, goal_anchor(goal_id))

    def practice(self, practice: Practice) -> str:
        """Link to a practice: its own page, or its place on the page of its topic."""
        return self.to(*self.context.addresses.practice(practice))

    def question(self, question_id: str) -> str:
        """Link to the page of a question."""
        return self.to(self.context.addresses.question(question_id))
