"""Money: what each budget costs a year and what covers it, and for each business case when it has paid back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from stip.charts import About, Chart, Figure, LinePoint, LineSpec, Stack, StackedSpec, State, draw_line, draw_stacked
from stip.model.money import Reckoning, Totals, add_up, reckon
from stip.model.practices import Budget, BudgetLine, BusinessCase, CostKind, Experiment, IdeaBudget, Project
from stip.pages.views.blocks.block import Block, block
from stip.pages.views.facts import value_text
from stip.pages.views.view import as_view
from stip.text.numbers import money_text, number_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stip.pages.links import Here


@as_view
class Said:
    """A question with its answer, and what is said about the answer."""

    label: str
    text: str
    detail: str = ""


@as_view
class Ledger:
    """Sums with their drawing, what follows from them, and the table behind them; `totals` is its last row."""

    title: str
    href: str = ""
    chart: Chart | None = None
    facts: tuple[Said, ...] = ()
    caption: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    totals: tuple[str, ...] = ()
    details: tuple[Said, ...] = ()
    """What stands with the table, behind the same line."""
    fold: str = ""
    """What it comes down to, on the line behind which it is folded away; it stands in the open when empty."""
    opened: bool = False
    """Whether it stands open when it is folded, as it asks for attention."""


def budgets(here: Here) -> Block:
    """Show all budgets together, and then each."""
    found = here.context.roadmap.of(Budget)
    rows = [_ledger(found, here)] if len(found) > 1 else []
    rows += [_folded(_ledger((one,), here)) if rows else _ledger((one,), here) for one in found]
    return block("ledger", "budgets", rows, here)


def _folded(ledger: Ledger) -> Ledger:
    """Fold a budget away behind whether it is covered."""
    assert ledger.chart is not None
    return replace(ledger, fold=ledger.chart.summary)


def _ledger(found: tuple[Budget, ...], here: Here) -> Ledger:
    words = here.context.words
    single = found[0] if len(found) == 1 else None
    title = single.title if single else words("insight.money.all")
    totals = add_up(found)
    kinds = [kind for kind in CostKind if totals.by_kind[kind]]
    cells = totals.by_year_and_kind
    return Ledger(
        title=title,
        href=here.practice(single) if single else "",
        chart=_yearly(f"budget-{single.id}" if single else "budgets", title, totals, kinds, here),
        facts=tuple(_sums(totals, here)),
        caption=words("insight.money.by_kind", title=title),
        columns=(words("insight.money.kind"), *map(str, totals.years), words("insight.total")),
        rows=tuple(
            (
                kind_text(kind, here),
                *(money_text(cells[year, kind], words) for year in totals.years),
                money_text(totals.by_kind[kind], words),
            )
            for kind in kinds
        ),
        totals=(
            words("insight.total"),
            *(money_text(totals.by_year[year], words) for year in totals.years),
            money_text(totals.cost, words),
        ),
        opened=bool(totals.gaps),
    )


def kind_text(kind: CostKind, here: Here) -> str:
    """Return what a kind of cost is called."""
    return value_text(BudgetLine, "kind", kind, here.context.words)


def _sums(totals: Totals, here: Here) -> Iterator[Said]:
    words = here.context.words
    yield Said(words("insight.money.once"), money_text(totals.once, words))
    yield Said(words("insight.money.lasting"), money_text(totals.lasting, words))
    for year, gap in totals.gaps.items():
        yield Said(words("insight.money.gap", year=year), money_text(gap, words))


def _yearly(id_: str, title: str, totals: Totals, kinds: Iterable[CostKind], here: Here) -> Chart:
    words, listed = here.context.words, tuple(kinds)
    gaps = totals.gaps
    summary = words("insight.money.total", amount=money_text(totals.cost, words))
    if gaps:
        summary = words("insight.money.not_covered", amount=money_text(sum(gaps.values(), Decimal(0)), words))
    return draw_stacked(
        StackedSpec(
            about=About(id_, title, summary),
            parts=tuple(kind_text(kind, here) for kind in listed),
            stacks=tuple(
                Stack(
                    label=str(year),
                    parts=tuple(euro(totals.by_year_and_kind[year, kind], here) for kind in listed),
                    total=money_text(totals.by_year[year], words),
                    limit=euro(totals.cover[year], here),
                    state=State(words("insight.money.short", amount=money_text(gaps[year], words)))
                    if year in gaps
                    else None,
                    text=_covered(year, totals, here),
                )
                for year in totals.years
            ),
            what_word=words("insight.money.year"),
            total_word=words("insight.total"),
            limit_word=words("insight.money.cover"),
            state_word=words("insight.state"),
        )
    )


def _covered(year: int, totals: Totals, here: Here) -> str:
    """Say what a year costs and how much more than that is there for it; empty when it is not more."""
    words, cost, cover = here.context.words, totals.by_year[year], totals.cover[year]
    if cover <= cost:
        return ""
    return words("insight.money.covered", amount=money_text(cost, words), cover=money_text(cover, words))


def euro(value: Decimal, here: Here) -> Figure:
    """Return an amount as a chart takes it."""
    return Figure(value, money_text(value, here.context.words))


def cases(here: Here) -> Block:
    """Show each business case: its costs and gains added year by year, and what follows from them."""
    return block("ledger", "cases", (_case(one, here) for one in here.context.roadmap.of(BusinessCase)), here)


def _case(case: BusinessCase, here: Here) -> Ledger:
    words, found = here.context.words, reckon(case)
    names = ("year", "cost", "gain", "net", "cumulative")
    return Ledger(
        title=case.title,
        href=here.practice(case),
        chart=_cumulative(case, found, here),
        facts=tuple(_follows(case, found, here)),
        details=tuple(_reckoned(case, found, here)),
        caption=words("insight.money.year_by_year", title=case.title),
        columns=tuple(words(f"insight.money.{name}") for name in names),
        rows=tuple(
            (
                str(year.year),
                *(money_text(value, words) for value in (year.cost, year.gain, year.net, year.cumulative)),
            )
            for year in found.years
        ),
        totals=(
            words("insight.total"),
            *(money_text(value, words) for value in (found.cost, found.gain, found.gain - found.cost)),
            "",
        ),
    )


def _cumulative(case: BusinessCase, found: Reckoning, here: Here) -> Chart:
    words, today = here.context.words, here.context.today
    summary = words("insight.money.pays_back", year=found.payback) if found.payback else words("insight.money.never")
    return draw_line(
        LineSpec(
            about=About(f"case-{case.id}", case.title, summary),
            points=tuple(
                LinePoint(
                    at=dt.date(year.year, 12, 31),
                    label=str(year.year),
                    figure=euro(year.cumulative, here),
                    expected=year.year >= today.year,
                    flag=words("insight.money.paid_back") if year.year == found.payback else "",
                )
                for year in found.years
            ),
            when_word=words("insight.money.year"),
            figure_word=words("insight.money.cumulative"),
            measured_word=words("insight.money.past"),
            expected_word=words("insight.expected"),
            flag_word=words("insight.money.paid_back"),
        )
    )


def _follows(case: BusinessCase, found: Reckoning, here: Here) -> Iterator[Said]:
    """Yield what follows from a case, and what it brings that is not money."""
    words = here.context.words
    payback = str(found.payback) if found.payback else words("insight.money.never")
    yield Said(words("insight.money.payback"), payback)
    yield Said(words("insight.money.worth_today"), money_text(found.present_value, words))
    if case.project:
        project = here.context.roadmap.practice[Project.record, case.project]
        for gain in project.gains if isinstance(project, Project) else ():
            for_whom = words("insight.money.for", who=gain.for_) if gain.for_ else ""
            detail = ". ".join(filter(None, (for_whom, gain.notice)))
            yield Said(words("insight.money.soft"), gain.text, detail)


def _reckoned(case: BusinessCase, found: Reckoning, here: Here) -> Iterator[Said]:
    """Yield how what follows from a case is reckoned, and what it costs by kind."""
    words = here.context.words
    yield Said(words("insight.money.payback"), words("insight.money.payback_how"))
    rate, source = number_text(case.rate, words), case.rate_source or words("insight.money.no_source")
    how = words("insight.money.formula", rate=rate, start=case.start, source=source)
    yield Said(words("insight.money.worth_today"), how)
    for kind in CostKind:
        if kind in found.by_kind:
            label = words("insight.money.cost_of", kind=kind_text(kind, here))
            yield Said(label, money_text(found.by_kind[kind], words))


def trials(here: Here) -> Block:
    """Show what there is for trying: the yearly money for ideas, and what each experiment may cost."""
    words, roadmap = here.context.words, here.context.roadmap
    pots = roadmap.of(IdeaBudget)
    experiments = [one for one in roadmap.of(Experiment) if one.budget is not None]
    if not pots and not experiments:
        return block("ledger", "trials", (), here)
    facts = [
        Said(
            words("insight.money.pot", year=pot.year),
            money_text(pot.amount, words),
            words("insight.money.left", amount=money_text(pot.amount - pot.spent, words)),
        )
        for pot in pots
    ]
    total = sum((one.budget for one in experiments if one.budget is not None), Decimal(0))
    ledger = Ledger(
        title=words("insight.money.trials"),
        facts=tuple(facts),
        caption=words("insight.money.experiments"),
        columns=(words("insight.money.experiment"), words("insight.money.amount")),
        rows=tuple((one.title, money_text(one.budget, words)) for one in experiments if one.budget is not None),
        totals=(words("insight.total"), money_text(total, words)),
    )
    return block("ledger", "trials", (ledger,), here)
