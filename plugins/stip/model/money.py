"""Money: budgets added up, and business cases reckoned: when they have paid back, and what they are worth today.

Every amount is an exact decimal in euro; nothing is rounded but the present value, once, at the end.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING, TypeVar

from stip.model.practices import CostKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from stip.model.practices import Budget, BudgetLine, BusinessCase, Experiment, IdeaBudget

K = TypeVar("K")

_CENT = Decimal("0.01")
ZERO = Decimal(0)
_DIGITS = 60
"""More digits than amounts of fifteen need, with forty years of interest, for a present value right to the cent."""


@dataclass(frozen=True)
class Totals:
    """What budgets cost together, by year and kind of cost, and what covers it.

    The years run from the first to the last of which a line or a cover tells, without a hole: what nobody wrote is
    zero. The kinds stand in their fixed order, all six.
    """

    years: tuple[int, ...]
    by_year: Mapping[int, Decimal]
    by_kind: Mapping[CostKind, Decimal]
    by_year_and_kind: Mapping[tuple[int, CostKind], Decimal]
    once: Decimal
    lasting: Decimal
    cover: Mapping[int, Decimal]

    @property
    def cost(self) -> Decimal:
        """What it costs in all years together."""
        return self.once + self.lasting

    @property
    def gaps(self) -> Mapping[int, Decimal]:
        """What is not covered, of every year in which something is not: money of another year covers nothing."""
        missing = ((year, self.by_year[year] - self.cover[year]) for year in self.years)
        return {year: amount for year, amount in missing if amount > 0}


@dataclass(frozen=True)
class Progress:
    """Of one kind of cost in one year: what was planned, what is spent, and what it is expected to be at its end.

    Spent and expected are None when no line tells them. Of a line that tells no expectation beside others that do,
    what was planned is expected.
    """

    kind: CostKind
    planned: Decimal
    spent: Decimal | None
    expected: Decimal | None

    @property
    def above(self) -> Decimal:
        """How much more is expected than was planned; below zero when it is less, zero when nobody tells."""
        return ZERO if self.expected is None else self.expected - self.planned


@dataclass(frozen=True)
class Room:
    """The money for small ideas in one year: how much there is, and how much of it is spent."""

    year: int
    amount: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        """What can still be asked for; below zero when more was spent than there was."""
        return self.amount - self.spent


@dataclass(frozen=True)
class CaseYear:
    """One year of a business case; `cumulative` is what has come in since its first year, less what has gone out."""

    year: int
    cost: Decimal
    gain: Decimal
    cumulative: Decimal

    @property
    def net(self) -> Decimal:
        """What comes in, less what goes out."""
        return self.gain - self.cost


@dataclass(frozen=True)
class Reckoning:
    """What follows from a business case.

    `by_kind` is what goes out by kind of cost, without the kinds of which no line tells; those are `silent`: zero must
    be said. `payback` is the first year from which on it has paid back, until the end of the case; None when it never
    does. `present_value` is what all years are worth in the first, in euro to the cent.
    """

    years: tuple[CaseYear, ...]
    by_kind: Mapping[CostKind, Decimal]
    payback: int | None
    present_value: Decimal
    silent: tuple[CostKind, ...]

    @property
    def cost(self) -> Decimal:
        """What goes out in all years together."""
        return sum((year.cost for year in self.years), ZERO)

    @property
    def gain(self) -> Decimal:
        """What comes in in all years together."""
        return sum((year.gain for year in self.years), ZERO)


def add_up(budgets: Iterable[Budget]) -> Totals:
    """Add up budgets: one, or all of them."""
    budgets = tuple(budgets)
    lines = [line for budget in budgets for line in budget.lines]
    cover = _sums((one.year, one.amount) for budget in budgets for one in budget.cover)
    cells = _sums(((line.year, line.kind), line.amount) for line in lines)
    years = _range({*cover, *(line.year for line in lines)})
    return Totals(
        years=years,
        by_year={year: sum((cells.get((year, kind), ZERO) for kind in CostKind), ZERO) for year in years},
        by_kind={kind: sum((cells.get((year, kind), ZERO) for year in years), ZERO) for kind in CostKind},
        by_year_and_kind={(year, kind): cells.get((year, kind), ZERO) for year in years for kind in CostKind},
        once=sum((line.amount for line in lines if not line.lasting), ZERO),
        lasting=sum((line.amount for line in lines if line.lasting), ZERO),
        cover={year: cover.get(year, ZERO) for year in years},
    )


def progress(budgets: Iterable[Budget], year: int) -> tuple[Progress, ...]:
    """Return how budgets stand in a year, for each kind of cost of which a line tells, in the fixed order of kinds."""
    found: dict[CostKind, list[BudgetLine]] = {}
    for line in (line for budget in budgets for line in budget.lines if line.year == year):
        found.setdefault(line.kind, []).append(line)
    return tuple(_progress(kind, found[kind]) for kind in CostKind if kind in found)


def _progress(kind: CostKind, lines: list[BudgetLine]) -> Progress:
    spent = [line.spent for line in lines if line.spent is not None]
    told = any(line.expected is not None for line in lines)
    expected = [line.amount if line.expected is None else line.expected for line in lines]
    return Progress(
        kind=kind,
        planned=sum((line.amount for line in lines), ZERO),
        spent=sum(spent, ZERO) if spent else None,
        expected=sum(expected, ZERO) if told else None,
    )


def room_for_ideas(budgets: Iterable[IdeaBudget]) -> tuple[Room, ...]:
    """Add up the money for small ideas by year, of all budgets for ideas in it, in order of years."""
    budgets = tuple(budgets)
    amounts = _sums((one.year, one.amount) for one in budgets)
    spent = _sums((one.year, one.spent) for one in budgets)
    return tuple(Room(year, amounts[year], spent[year]) for year in sorted(amounts))


def trials_by_year(experiments: Iterable[Experiment]) -> Mapping[int | None, Decimal]:
    """Add up the money of experiments by the year in which they begin; None for those that do not tell when."""
    return _sums((_first_year(one), one.budget) for one in experiments if one.budget is not None)


def _first_year(experiment: Experiment) -> int | None:
    return experiment.when.first.year if experiment.when and experiment.when.first else None


def reckon(case: BusinessCase) -> Reckoning:
    """Reckon a business case, over all of its years: a year of which nobody tells costs and brings nothing.

    What lies outside its years counts nowhere; a check refuses it.

    A case has paid back when what came in has made up for what went out (https://wiki.treasurers.org/wiki/Payback_period).
    When it goes below zero again later, the last time counts: of all definitions only that one keeps to what payback
    must mean (M. V. Sokolov, Defining the payback period for nonconventional cash flows, arXiv:2511.03568).

    The present value is the sum of net(t) / (1 + rate / 100)^t, in which t is the number of years after the first:
    the first year is not discounted (HM Treasury, The Green Book, on discounting: year 0 is the present).
    It is rounded to the cent, half a cent up, when all is added.
    """
    costs = _sums((cost.year, cost.amount) for cost in case.costs)
    gains = _sums((gain.year, gain.amount) for gain in case.gains)
    years: list[CaseYear] = []
    cumulative = ZERO
    for year in range(case.start, case.start + case.years):
        cost, gain = costs.get(year, ZERO), gains.get(year, ZERO)
        cumulative += gain - cost
        years.append(CaseYear(year, cost, gain, cumulative))
    kinds = _sums((cost.kind, cost.amount) for cost in case.costs)
    return Reckoning(
        years=tuple(years),
        by_kind={kind: kinds[kind] for kind in CostKind if kind in kinds},
        payback=_payback(years),
        present_value=_present_value(years, case.rate),
        silent=tuple(kind for kind in CostKind if kind not in kinds),
    )


def to_the_cent(amount: Decimal) -> Decimal:
    """Round an amount to the cent, half a cent up (of less than nothing: down)."""
    with localcontext(prec=_DIGITS):
        return amount.quantize(_CENT, ROUND_HALF_UP) + ZERO  # so that nothing has no sign: less than nothing is a loss


def _payback(years: Iterable[CaseYear]) -> int | None:
    found = None
    for year in years:
        if year.cumulative < 0:
            found = None
        elif found is None:
            found = year.year
    return found


def _present_value(years: Iterable[CaseYear], rate: Decimal) -> Decimal:
    with localcontext(prec=_DIGITS):
        growth = 1 + rate / 100
        return to_the_cent(sum((year.net / growth**after for after, year in enumerate(years)), ZERO))


def _sums(parts: Iterable[tuple[K, Decimal]]) -> Mapping[K, Decimal]:
    found: defaultdict[K, Decimal] = defaultdict(Decimal)
    for key, amount in parts:
        found[key] += amount
    return dict(found)


def _range(years: set[int]) -> tuple[int, ...]:
    return tuple(range(min(years), max(years) + 1)) if years else ()
