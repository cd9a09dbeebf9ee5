"""Money: budgets add up and are covered, cases pay back as they say, and departments have the hours that are asked.

What projects ask and bring is for everyone; amounts are only for those who steer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stip.loading.checks.practices.gathered import of_units, together
from stip.loading.checks.whole import listing
from stip.loading.findings import Amount, Finding
from stip.model.money import add_up, reckon, to_the_cent
from stip.model.practices import Budget, BudgetLine, BusinessCase, Decision, Project
from stip.model.staffing import asked_hours
from stip.periods import written_period

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from stip.loading.checks.records import Records
    from stip.loading.checks.whole import Whole
    from stip.model.staffing import Asked


def soft_gains_say_for_whom(whole: Whole) -> Iterator[Finding]:
    """A gain that is not money tells who has it; said once."""
    lacking = [
        (project, index)
        for project in whole.roadmap.of(Project)
        for index, gain in enumerate(project.gains)
        if not gain.for_
    ]
    if lacking:
        project, index = lacking[0]
        titles = listing(f"'{one.gains[at].text}' ({one.title})" for one, at in lacking)
        place = whole.practice(project).place("gains", index)
        yield Finding("soft_gains_say_for_whom", place, {"count": len(lacking), "titles": titles})


def departments_have_the_hours(whole: Whole) -> Iterator[Finding]:
    """Projects ask no more hours of a department in a quarter to come than it has; said once a department."""
    full: dict[str, list[Asked]] = {}
    for asked in asked_hours(whole.roadmap):
        if asked.above and asked.quarter.last and asked.quarter.last >= whole.today:
            full.setdefault(asked.unit, []).append(asked)
    for unit, quarters in full.items():
        told = listing(f"{written_period(one.quarter)} ({one.hours})" for one in quarters)
        values = {"name": whole.roadmap.units[unit].name, "count": len(quarters), "quarters": told}
        place = whole.unit(unit).place("capacity")
        yield Finding("departments_have_the_hours", place, {**values, "capacity": quarters[0].capacity})


def asked_departments_tell_their_hours(whole: Whole) -> Iterator[Finding]:
    """A department of which projects ask hours tells how many it has; said once."""
    silent = {asked.unit for asked in asked_hours(whole.roadmap) if asked.capacity is None}
    units = (unit for unit in whole.roadmap.units.values() if unit.id in silent)
    yield from of_units(whole, "asked_departments_tell_their_hours", units)


def budgets_add_up(records: Records) -> Iterator[Finding]:
    """The total of a budget is the sum of its lines, to the cent."""
    for budget in records.of(Budget):
        added = add_up([budget]).cost
        total = added if budget.total is None else budget.total
        if difference := to_the_cent(abs(total - added)):
            values = {"title": budget.title, "total": Amount(total), "sum": Amount(added)}
            place = records.practice(budget).place("total")
            yield Finding("budgets_add_up", place, {**values, "difference": Amount(difference)})


def budget_years_lie_in_the_programme(whole: Whole) -> Iterator[Finding]:
    """The years of a budget and its cover lie from the start to the horizon; said once a budget."""
    first, last = whole.roadmap.settings.start.first, whole.roadmap.mission.horizon.when.last
    for budget in whole.roadmap.of(Budget):
        written = [("lines", index, line.year) for index, line in enumerate(budget.lines)]
        written += [("cover", index, one.year) for index, one in enumerate(budget.cover)]
        outside = [
            one for one in written if (first and one[2] < first.year) or (last is not None and one[2] > last.year)
        ]
        if outside:
            key, index, _ = outside[0]
            years = _years(year for *_, year in outside)
            place = whole.practice(budget).place(key, index, "year")
            yield Finding("budget_years_lie_in_the_programme", place, {"title": budget.title, "years": years})


def years_are_covered(records: Records) -> Iterator[Finding]:
    """In every year there is as much money as a budget asks; said once a budget, of the first year that lacks some."""
    for budget in records.of(Budget):
        gaps = [(year, gap) for year, amount in add_up([budget]).gaps.items() if (gap := to_the_cent(amount))]
        if gaps:
            year, gap = gaps[0]
            values = {"title": budget.title, "count": len(gaps), "year": year, "gap": Amount(gap)}
            yield Finding("years_are_covered", records.practice(budget).place(*_key(budget)), values)


def spending_stays_in_budget(records: Records) -> Iterator[Finding]:
    """No more is spent than a line has; said once a budget."""
    yield from _above(records, "spending_stays_in_budget", "spent", lambda line: line.spent)


def expectations_stay_in_budget(records: Records) -> Iterator[Finding]:
    """No more is expected to be spent than a line has; said once a budget."""
    yield from _above(records, "expectations_stay_in_budget", "expected", lambda line: line.expected)


def cases_tell_every_kind_of_cost(records: Records) -> Iterator[Finding]:
    """A case tells of all kinds of cost; zero is said too."""
    for case in records.of(BusinessCase):
        if silent := reckon(case).silent:
            values = {"title": case.title, "kinds": ", ".join(silent)}
            yield Finding("cases_tell_every_kind_of_cost", records.practice(case).place("costs"), values)


def case_years_lie_in_the_case(records: Records) -> Iterator[Finding]:
    """What a case costs and brings lies in its years, or it would count nowhere; said once a case."""
    for case in records.of(BusinessCase):
        if outside := _outside(case):
            key, index, _ = outside[0]
            values = {"title": case.title, "years": _years(year for *_, year in outside), "first": case.start}
            place = records.practice(case).place(key, index, "year")
            yield Finding("case_years_lie_in_the_case", place, {**values, "last": case.start + case.years - 1})


def cases_pay_back(records: Records) -> Iterator[Finding]:
    """A case has paid back within its years."""
    for case, year in _paybacks(records.of(BusinessCase)):
        if year is None:
            values = {"title": case.title, "last": case.start + case.years - 1}
            yield Finding("cases_pay_back", records.practice(case).place("years"), values)


def cases_pay_back_when_they_say(records: Records) -> Iterator[Finding]:
    """The year in which a case says to have paid back follows from its amounts."""
    for case, year in _paybacks(records.of(BusinessCase)):
        if case.payback and year and case.payback != year:
            values = {"title": case.title, "said": case.payback, "year": year}
            yield Finding("cases_pay_back_when_they_say", records.practice(case).place("payback"), values)


def projects_pay_back_as_their_case(whole: Whole) -> Iterator[Finding]:
    """The year that everyone reads of a project is that of its case."""
    projects = {project.id: project for project in whole.roadmap.of(Project)}
    for case, year in _paybacks(whole.roadmap.of(BusinessCase)):
        project = projects.get(case.project or "")
        if project and project.pays_back and year and project.pays_back != year:
            values = {"title": project.title, "said": project.pays_back, "case": case.title, "year": year}
            yield Finding("projects_pay_back_as_their_case", whole.practice(project).place("pays_back"), values)


def cases_are_known_to_who_decides(whole: Whole) -> Iterator[Finding]:
    """No case is newer than the last decision about its project: who decided did not know it."""
    decided = _last_decisions(whole)
    for case in whole.roadmap.of(BusinessCase):
        day, decision = decided.get(case.project or "", (None, None))
        first = case.when.first if case.when else None
        if day and decision and first and first > day:
            values = {"title": case.title, "decision": decision.title, "day": day.isoformat()}
            yield Finding("cases_are_known_to_who_decides", whole.practice(case).place("when"), values)


def rates_have_a_source(whole: Whole) -> Iterator[Finding]:
    """Who fixed the interest that a case reckons with is known; said once."""
    lacking = (case for case in whole.roadmap.of(BusinessCase) if case.rate and not case.rate_source)
    yield from together(whole, "rates_have_a_source", lacking, "rate")


def _above(
    records: Records, rule: str, key: str, amount_of: Callable[[BudgetLine], Decimal | None]
) -> Iterator[Finding]:
    for budget in records.of(Budget):
        amounts = ((at, line, amount_of(line)) for at, line in enumerate(budget.lines))
        extra = ((at, line, to_the_cent((amount or line.amount) - line.amount)) for at, line, amount in amounts)
        above = [(at, line, more) for at, line, more in extra if more > 0]
        if above:
            at, line, more = above[0]
            values = {"title": budget.title, "count": len(above), "year": line.year, "kind": line.kind.value}
            place = records.practice(budget).place("lines", at, key)
            yield Finding(rule, place, {**values, "more": Amount(more)})


def _outside(case: BusinessCase) -> list[tuple[str, int, int]]:
    """Return the costs and gains that lie outside the years of a case, as key, index and year."""
    written = [("costs", index, cost.year) for index, cost in enumerate(case.costs)]
    written += [("gains", index, gain.year) for index, gain in enumerate(case.gains)]
    return [one for one in written if not case.start <= one[2] < case.start + case.years]


def _paybacks(cases: Iterable[BusinessCase]) -> Iterator[tuple[BusinessCase, int | None]]:
    """Yield every case of which all counts, with the year in which it has paid back."""
    yield from ((case, reckon(case).payback) for case in cases if not _outside(case))


def _last_decisions(whole: Whole) -> Mapping[str, tuple[dt.date, Decision]]:
    """Return the last decision about each project that decisions name, with its last day, by the project's id."""
    days = [(one.when.last, one) for one in whole.roadmap.of(Decision) if one.when.last]
    found: dict[str, tuple[dt.date, Decision]] = {}
    for day, decision in sorted(days, key=lambda item: item[0]):
        found.update(dict.fromkeys(decision.projects, (day, decision)))
    return found


def _key(budget: Budget) -> tuple[str, ...]:
    return ("cover",) if budget.cover else ()


def _years(years: Iterator[int]) -> str:
    return listing(str(year) for year in sorted(set(years)))


RECORD_CHECKS: Sequence[Callable[[Records], Iterator[Finding]]] = (
    budgets_add_up,
    years_are_covered,
    spending_stays_in_budget,
    expectations_stay_in_budget,
    cases_tell_every_kind_of_cost,
    case_years_lie_in_the_case,
    cases_pay_back,
    cases_pay_back_when_they_say,
)
CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    soft_gains_say_for_whom,
    departments_have_the_hours,
    asked_departments_tell_their_hours,
)
STEERING_CHECKS: Sequence[Callable[[Whole], Iterator[Finding]]] = (
    budget_years_lie_in_the_programme,
    projects_pay_back_as_their_case,
    cases_are_known_to_who_decides,
    rates_have_a_source,
)
