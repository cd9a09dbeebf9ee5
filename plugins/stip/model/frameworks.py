"""Frameworks: ways to look at the whole that come with the program, and what of a roadmap stands behind each part.

Their words are in the catalogue, under `frameworks.<id>`; a site names one by its id in `frameworks:`, and may add to
its parts, rename them, or declare a framework of its own with parts of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stip.model.practices.base import practice_kinds
from stip.model.units import Approach

if TYPE_CHECKING:
    from stip.model.practices import Framework, FrameworkPart, Practice
    from stip.model.roadmap import Roadmap
    from stip.model.steps import Step
    from stip.model.units import Unit

SEVEN_STEPS, EIGHT_BLOCKS, FOUR_DS = "seven-steps", "eight-blocks", "four-ds"
ROUTES, WAYS_OF_WORKING = "routes", "ways-of-working"


@dataclass(frozen=True)
class Shipped:
    """A framework that comes with the program: the ids of its parts, and in which lists the evidence of each stands.

    `fixed` tells whether it has exactly these parts; `perspectives` whether each part looks at employee, technology and
    organisation; `named` holds the parts of which the name is publicly known.
    """

    parts: Mapping[str, tuple[str, ...]]
    fixed: bool = True
    perspectives: bool = False
    named: frozenset[str] | None = None


SHIPPED: Mapping[str, Shipped] = {
    SEVEN_STEPS: Shipped(
        {f"step-{number}": () for number in range(1, 8)}
        | {"step-1": ("strategy_lines", "transitions", "workshops", "choices", "maturities")},
        perspectives=True,
        named=frozenset({"step-1"}),
    ),
    EIGHT_BLOCKS: Shipped(
        {
            "residents": ("journeys", "services", "promises"),
            "leadership": ("leaders", "offices", "self_assessments"),
            "mission": ("strategy_lines", "societal_issues"),
            "drawing": ("workshops",),
            "rounds": ("iterations", "celebrations"),
            "lab": ("experiments", "pilots", "labs", "lessons", "technologies"),
            "stakeholders": ("stakeholders", "exchanges", "opportunities", "co_creations"),
            "people": ("shifts", "trainings", "learning_goals", "ambassadors"),
        }
    ),
    FOUR_DS: Shipped(
        {
            "strategy": ("strategy_lines", "challenges", "transitions", "societal_issues"),
            "leadership": ("leaders", "offices", "leadership_styles"),
            "sharing": ("exchanges", "expertise", "skill_gaps", "team"),
            "support": ("shifts", "pilots", "idea_budgets", "co_creations", "needs"),
        }
    ),
    ROUTES: Shipped({f"route-{number}": () for number in (1, 2, 3, 0)}),
    WAYS_OF_WORKING: Shipped({approach.value: () for approach in Approach}),
}
"""The frameworks that come with the program, by id."""

PAIRS: tuple[tuple[Approach, Approach], ...] = (
    (Approach.BOTTOM_UP, Approach.TOP_DOWN),
    (Approach.INSIDE_OUT, Approach.OUTSIDE_IN),
)
"""What a programme combines: support with drive, and careful thought with doing what works."""


@dataclass(frozen=True)
class Part:
    """A part of a framework with its evidence; `own` is what the site says of it."""

    id: str
    own: FrameworkPart | None
    practices: tuple[Practice, ...]
    steps: tuple[Step, ...]
    units: tuple[Unit, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing in the roadmap stands behind it."""
        return not (self.practices or self.steps or self.units)


def parts_of(framework: Framework, roadmap: Roadmap) -> tuple[Part, ...]:
    """Return the parts of a framework with their evidence: those that come with the program, then the site's own."""
    shipped = SHIPPED.get(framework.id)
    own = {part.id: part for part in framework.parts}
    ids = dict.fromkeys((*(shipped.parts if shipped else ()), *own))
    return tuple(_part(key, own.get(key), framework.id, roadmap) for key in ids)


def _part(key: str, own: FrameworkPart | None, framework: str, roadmap: Roadmap) -> Part:
    shipped = SHIPPED.get(framework)
    kinds = practice_kinds()
    lists = dict.fromkeys((*(shipped.parts.get(key, ()) if shipped else ()), *(own.lists if own else ())))
    practices = tuple(one for name in lists if name in kinds for one in roadmap.of(kinds[name]))
    steps = tuple(roadmap.steps[id_] for id_ in own.steps) if own else ()
    return Part(key, own, practices, steps, _units(framework, key, roadmap))


def _units(framework: str, part: str, roadmap: Roadmap) -> tuple[Unit, ...]:
    """Return the units that follow a route, or work in a way."""
    units = tuple(roadmap.units.values())
    if framework == ROUTES:
        return tuple(unit for unit in units if any(f"route-{one.route}" == part for one in unit.routes))
    if framework == WAYS_OF_WORKING:
        return tuple(unit for unit in units if part in unit.approach)
    return ()
