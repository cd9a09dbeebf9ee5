"""Money: figures that were reckoned by hand, and what must hold for any figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from stip.model.money import Progress, add_up, progress, reckon, room_for_ideas, to_the_cent, trials_by_year
from stip.model.practices import Budget, BusinessCase, CostKind, Experiment, IdeaBudget

YEARS = some.integers(2024, 2031)
KINDS = some.sampled_from([kind.value for kind in CostKind])
AMOUNTS = some.integers(0, 10**9).map(lambda cents: Decimal(cents) / 100)
LINES = some.lists(
    some.fixed_dictionaries({"year": YEARS, "kind": KINDS, "amount": AMOUNTS, "lasting": some.booleans()}),
    min_size=1,
    max_size=12,
)
COVER = some.lists(some.fixed_dictionaries({"year": YEARS, "amount": AMOUNTS, "source": some.just("Reserve")}))
COSTS = some.lists(some.fixed_dictionaries({"year": YEARS, "kind": KINDS, "amount": AMOUNTS}), min_size=1, max_size=12)
GAINS = some.lists(some.fixed_dictionaries({"year": YEARS, "title": some.just("G"), "amount": AMOUNTS}), max_size=12)
RATES = some.integers(0, 2000).map(lambda hundredths: Decimal(hundredths) / 100)


def budget(*lines: Mapping[str, Any], cover: tuple[Mapping[str, Any], ...] = ()) -> Budget:
    """Make a budget of these lines."""
    return Budget.model_validate({"id": "b", "title": "B", "lines": lines, "cover": cover})


def case(*costs: Mapping[str, Any], gains: tuple[Mapping[str, Any], ...] = (), **more: object) -> BusinessCase:
    """Make a business case of the years 2024 to 2031, unless told otherwise."""
    written = {"id": "c", "title": "C", "start": 2024, "years": 8, "costs": costs, "gains": gains, **more}
    return BusinessCase.model_validate(written)


def line(year: int, kind: str, amount: object, **more: object) -> dict[str, Any]:
    """Make a line of a budget, or of the costs of a case."""
    return {"year": year, "kind": kind, "amount": amount, **more}


def gain(year: int, amount: object) -> dict[str, Any]:
    """Make a gain of a case."""
    return {"title": "G", "year": year, "amount": amount}


def test_totals_by_hand() -> None:
    made = budget(
        line(2026, "systems", "€ 50.000"),
        line(2026, "licences", "1.250,50", lasting=True),
        line(2028, "licences", "1.250,50", lasting=True),
        line(2028, "licences", 100),
        cover=({"year": 2026, "amount": 51000, "source": "Reserve"}, {"year": 2028, "amount": 9000, "source": "Fonds"}),
    )
    totals = add_up([made])
    # 2026: 50,000 + 1,250.50; 2027: nobody tells of it; 2028: 1,250.50 + 100.
    assert totals.years == (2026, 2027, 2028)
    assert totals.by_year == {2026: Decimal("51250.50"), 2027: 0, 2028: Decimal("1350.50")}
    assert totals.by_kind[CostKind.LICENCES] == Decimal(2601)  # 1,250.50 + 1,250.50 + 100
    assert totals.by_kind[CostKind.CLOUD] == 0
    assert totals.by_year_and_kind[2028, CostKind.LICENCES] == Decimal("1350.50")
    assert (totals.once, totals.lasting) == (Decimal(50100), Decimal(2501))
    assert totals.cost == 52601
    # 51,250.50 - 51,000; what is left over in 2028 does not help 2026.
    assert totals.gaps == {2026: Decimal("250.50")}


def test_totals_of_more_budgets() -> None:
    """The surplus of one fills the hole of another in the same year."""
    one = budget(line(2026, "cloud", 100), cover=({"year": 2026, "amount": 40, "source": "Reserve"},))
    other = budget(line(2027, "cloud", 5), cover=({"year": 2026, "amount": 60, "source": "Fonds"},))
    totals = add_up([one, other])
    assert totals.by_year == {2026: 100, 2027: 5}
    assert totals.cover == {2026: 100, 2027: 0}
    assert totals.gaps == {2027: 5}
    assert add_up([]).years == ()
    assert add_up([]).cost == 0


def test_cents_are_not_lost() -> None:
    """Ten times ten cents is one euro, which binary fractions do not give."""
    assert add_up([budget(*(line(2026, "cloud", 0.1) for _ in range(10)))]).cost == 1


def test_progress_by_hand() -> None:
    made = budget(
        line(2026, "systems", 1000, spent=400, expected=1200),
        line(2026, "systems", 500),
        line(2026, "cloud", 300, spent=0),
        line(2026, "licences", 80),
        line(2027, "services", 70, spent=1),
    )
    cloud, systems, licences = sorted(progress([made], 2026), key=lambda one: ["c", "s", "l"].index(one.kind[0]))
    # Of the second line for systems nobody expects anything else than its plan: 1,200 + 500.
    assert systems == Progress(CostKind.SYSTEMS, Decimal(1500), Decimal(400), Decimal(1700))
    assert cloud == Progress(CostKind.CLOUD, Decimal(300), Decimal(0), None)
    assert licences == Progress(CostKind.LICENCES, Decimal(80), None, None)
    assert [one.above for one in (systems, cloud, licences)] == [200, 0, 0]
    assert [one.kind for one in progress([made], 2026)] == [CostKind.SYSTEMS, CostKind.CLOUD, CostKind.LICENCES]
    assert progress([made], 2025) == ()


def test_room_for_ideas() -> None:
    made = [
        IdeaBudget.model_validate({"id": "b", "title": "B", **more})
        for more in (
            {"year": 2027, "amount": "€ 5.000"},
            {"year": 2026, "amount": 1000, "spent": "1.250,50"},
            {"year": 2027, "amount": 2500, "spent": 700},
        )
    ]
    # 2026: 1,000 - 1,250.50; 2027: 5,000 + 2,500 - 700.
    assert [(room.year, str(room.left)) for room in room_for_ideas(made)] == [(2026, "-250.50"), (2027, "6800")]
    assert [room.amount for room in room_for_ideas(made)] == [1000, 7500]


def test_money_of_experiments() -> None:
    """By the year in which they begin; who tells no money counts nowhere."""
    made = [
        Experiment.model_validate({"id": "e", "title": "E", "status": "idea", "question": "?", **more})
        for more in (
            {"budget": 300, "when": "2026-Q4"},
            {"budget": "€ 1.200", "when": {"from": "2026-11", "until": "2027-02"}},
            {"budget": 50, "when": "later"},
            {"budget": 0},
            {"when": 2029},
        )
    ]
    assert trials_by_year(made) == {2026: 1500, None: 50}


def test_a_case_by_hand() -> None:
    made = case(
        line(2026, "systems", 100000),
        line(2027, "licences", 10000),
        line(2028, "licences", 10000),
        gains=(gain(2027, 60000), gain(2028, 70000)),
        start=2026,
        years=4,
        rate=3,
    )
    found = reckon(made)
    assert [year.year for year in found.years] == [2026, 2027, 2028, 2029]
    assert [year.net for year in found.years] == [-100000, 50000, 60000, 0]
    assert [year.cumulative for year in found.years] == [-100000, -50000, 10000, 10000]
    assert found.payback == 2028
    assert (found.cost, found.gain) == (Decimal(120000), Decimal(130000))
    # -100,000 + 50,000 / 1.03 + 60,000 / 1.0609 = -100,000 + 48,543.6893 + 56,555.7545 = 5,099.4438
    assert found.present_value == Decimal("5099.44")
    assert found.by_kind == {CostKind.SYSTEMS: 100000, CostKind.LICENCES: 20000}
    assert found.silent == (CostKind.MANAGEMENT, CostKind.CLOUD, CostKind.OWN_HOURS, CostKind.SERVICES)


def test_zero_is_said() -> None:
    assert CostKind.CLOUD not in reckon(case(line(2026, "cloud", 0))).silent


@pytest.mark.parametrize(
    ("nets", "payback"),
    [
        ((-100, 60, 40), 2026),  # exactly nothing is left to pay
        ((-100, 60, 39), None),
        ((-100, 150, -80, 40), 2027),  # back in 2025, but below zero again in 2026: -100, 50, -30, 10
        ((-100, 150, -80), None),
        ((0, 0), 2024),  # it never cost anything
        ((10, -10, 5), 2024),  # 10, 0, 5
    ],
)
def test_payback(nets: tuple[int, ...], payback: int | None) -> None:
    """The last time that it comes back to zero counts."""
    numbered = list(enumerate(nets, start=2024))
    costs = [line(year, "cloud", max(0, -net)) for year, net in numbered]
    gains = tuple(gain(year, max(0, net)) for year, net in numbered)
    assert reckon(case(*costs, gains=gains, years=len(nets))).payback == payback


def test_half_a_cent_goes_up_once_and_at_the_end() -> None:
    """Three gains of 1.115 at 0 percent are 3.345: each rounded first they would be 3.36."""
    gains = tuple(gain(year, "1.115") for year in (2024, 2025, 2026))
    assert reckon(case(line(2024, "cloud", 0), gains=gains)).present_value == Decimal("3345.00")
    small = tuple(gain(year, 1.115) for year in (2024, 2025, 2026))
    assert reckon(case(line(2024, "cloud", 0), gains=small)).present_value == Decimal("3.35")


def test_nothing_has_no_sign() -> None:
    """A loss of less than half a cent is nothing, not less than nothing."""
    assert str(to_the_cent(Decimal("-0.004"))) == "0.00"


def test_what_lies_outside_a_case_counts_nowhere() -> None:
    found = reckon(case(line(2024, "cloud", 1), line(2040, "cloud", 9), gains=(gain(2020, 5),), years=2))
    assert [year.cumulative for year in found.years] == [-1, -1]


def test_huge_amounts_and_long_cases_are_exact_to_the_cent() -> None:
    """The sum of forty years of the largest amount that people can write, against the closed form of that sum."""
    most = 10**15 - 1
    gains = tuple(gain(2024 + after, most) for after in range(40))
    made = case(line(2024, "cloud", 0), gains=gains, years=40, rate=5)
    # a (1 - v^40) / (1 - v) with v = 1 / 1.05, as whole numbers: a 21 (21^40 - 20^40) / 21^40, in cents, half up.
    top, bottom = most * 100 * 21 * (21**40 - 20**40), 21**40
    assert reckon(made).present_value * 100 == (2 * top + bottom) // (2 * bottom)


@given(LINES, COVER, some.randoms(use_true_random=False))
def test_totals_are_the_sum_of_their_parts_in_any_order(
    lines: list[dict[str, Any]], cover: list[dict[str, Any]], dice: Any
) -> None:
    totals = add_up([budget(*lines, cover=tuple(cover))])
    whole = sum(one["amount"] for one in lines)
    assert totals.cost == sum(totals.by_year.values()) == sum(totals.by_kind.values()) == whole
    assert sum(totals.by_year_and_kind.values()) == whole
    assert sum(totals.cover.values()) == sum(one["amount"] for one in cover)
    left = sum(max(Decimal(0), totals.cover[year] - totals.by_year[year]) for year in totals.years)
    assert sum(totals.gaps.values()) - left == whole - sum(totals.cover.values())
    dice.shuffle(lines)
    dice.shuffle(cover)
    assert add_up([budget(*lines, cover=tuple(cover))]) == totals
    assert add_up([budget(one) for one in lines] + [budget(lines[0])]).cost == whole + lines[0]["amount"]


@given(COSTS, GAINS, RATES, some.randoms(use_true_random=False))
def test_a_reckoning_does_not_depend_on_order(
    costs: list[dict[str, Any]], gains: list[dict[str, Any]], rate: Decimal, dice: Any
) -> None:
    found = reckon(case(*costs, gains=tuple(gains), rate=rate))
    dice.shuffle(costs)
    dice.shuffle(gains)
    assert reckon(case(*costs, gains=tuple(gains), rate=rate)) == found


@given(COSTS, GAINS)
def test_without_interest_the_present_value_is_the_sum(
    costs: list[dict[str, Any]], gains: list[dict[str, Any]]
) -> None:
    found = reckon(case(*costs, gains=tuple(gains)))
    net = sum(one["amount"] for one in gains) - sum(one["amount"] for one in costs)
    assert found.present_value == found.years[-1].cumulative == found.gain - found.cost == net
    assert (found.payback is None) == (net < 0)
    before = [year for year in found.years if found.payback and year.year < found.payback]
    assert not before or before[-1].cumulative < 0
