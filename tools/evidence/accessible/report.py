"""Write what was found as a page that helps with an accessibility statement; it claims nothing itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from accessible.documents import Document
from accessible.looking import Look
from accessible.validator import OF_THE_HOST

CRITERIA: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("criteria.yaml").read_text(encoding="utf-8"))
WORDS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
_MOST = 40
"""Places of one kind of fault that are listed; the rest is counted."""


@dataclass
class Evidence:
    """All that was looked at, of one site or of several."""

    sites: list[str] = field(default_factory=list)
    """What each was, with its number of pages."""
    looks: list[Look] = field(default_factory=list)
    same: int = 0
    """Pages that were not looked at in the browser: what they show was looked at in the other site."""
    documents: list[Document] = field(default_factory=list)
    host: Counter[str] = field(default_factory=Counter)
    crawled: list[tuple[str, str, str]] = field(default_factory=list)
    """What was found in the files alone: check, page, fault."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each check was done."""
    tools: list[str] = field(default_factory=list)

    def faults(self) -> list[tuple[str, str, str]]:
        """Return every fault: check, page, what."""
        looked = [(check, look.path or "/", fault) for look in self.looks for check, fault in look.faults]
        papers = [("pdf", paper.path, fault) for paper in self.documents for fault in paper.faults]
        return sorted(looked + self.crawled + papers)

    def checks(self) -> Counter[str]:
        """Return how often each check was done."""
        found = Counter(self.counts)
        for look in self.looks:
            found.update(look.checks)
        found["pdf"] += len(self.documents)
        return found


def report(found: Evidence, language: str) -> str:
    """Return the page, as Markdown, in Dutch (`nl`) or English (`en`)."""
    words = WORDS[language]
    parts = [
        f"# {words['title']}",
        words["claim"],
        _list(words["looked"], [*found.sites, words["same"].format(count=found.same)] if found.same else found.sites),
        _list(words["tools"], found.tools),
        _checks(found, words),
        _faults(found.faults(), words),
        _list(
            words["host"], [f"{found.host[begin]}: {begin.rstrip()} …. {why}." for begin, why in OF_THE_HOST.items()]
        ),
        _criteria(found, language, words),
        _judge(found, words),
        _documents(found.documents, words),
        f"## {words['statement']}\n\n{words['statement_text'].strip()}",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _list(title: str, lines: Iterable[str]) -> str:
    return f"## {title}\n\n" + "\n".join(f"- {line}" for line in lines)


def _table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def _checks(found: Evidence, words: Mapping[str, str]) -> str:
    wrong = Counter(check for check, _, _ in found.faults())
    rows = [(check, count, wrong[check]) for check, count in sorted(found.checks().items())]
    return f"## {words['checks']}\n\n" + _table([words["check"], words["times"], words["faults"]], rows)


def _faults(faults: list[tuple[str, str, str]], words: Mapping[str, str]) -> str:
    if not faults:
        return f"## {words['found']}\n\n{words['none']}"
    shown = [f"{page} · {check}: {fault}" for check, page, fault in faults[:_MOST]]
    rest = [words["more"].format(count=len(faults) - _MOST)] if len(faults) > _MOST else []
    return _list(words["found"], [*shown, *rest])


def _criteria(found: Evidence, language: str, words: Mapping[str, str]) -> str:
    """Each criterion: what was done for it, how often, what was found, what is left for a person."""
    checks, wrong = found.checks(), Counter(check for check, _, _ in found.faults())
    rules: dict[str, set[str]] = defaultdict(set)
    for look in found.looks:
        for rule, tags in look.rules.items():
            for tag in tags:
                rules[tag].add(rule)
    broken = Counter(fault.partition(":")[0] for check, _, fault in found.faults() if check.startswith("axe"))
    rows = []
    for one in CRITERIA:
        of_axe = sorted(rules[f"wcag{one['id'].replace('.', '')}"])
        if absent := one.get("absent"):
            done = words["absent"] if not wrong[absent] else absent
            faults = wrong[absent]
        else:
            named = one.get("checks", ())
            done = "; ".join([*(f"{name} ({checks[name]})" for name in named), *(f"axe: {rule}" for rule in of_axe)])
            faults = sum(wrong[name] for name in named) + sum(broken[rule] for rule in of_axe)
        person = one.get("person", {}).get(language, "")
        rows.append((one["id"], one["level"], one[language], done or words["nothing"], faults, person))
    heads = [words[key] for key in ("criterion", "level", "name", "done", "faults", "person")]
    return f"## {words['criteria']}\n\n{words['criteria_text'].strip()}\n\n" + _table(heads, rows)


def _judge(found: Evidence, words: Mapping[str, str]) -> str:
    """What axe left to a person."""
    places: Counter[str] = Counter()
    pages: Counter[str] = Counter()
    for look in found.looks:
        places.update(look.undecided)
        pages.update(look.undecided.keys())
    if not places:
        return ""
    lines = [
        words["undecided"].format(rule=rule, places=count, pages=pages[rule]) for rule, count in sorted(places.items())
    ]
    return _list(words["judge"], lines) + f"\n\n{words['judge_text'].strip()}"


def _documents(papers: list[Document], words: Mapping[str, str]) -> str:
    if not papers:
        return ""
    rows = [
        (one.path, one.pages, one.tags, one.figures, words["yes"] if one.marked else words["no"], len(one.faults))
        for one in papers
    ]
    heads = [words[key] for key in ("file", "sheets", "tags", "figures", "marked", "faults")]
    return f"## {words['documents']}\n\n{words['documents_text'].strip()}\n\n" + _table(heads, rows)
