"""A view is compared by what it shows, as any frozen dataclass."""

from __future__ import annotations

from dataclasses import field, replace

from stip.pages.views.view import as_view


@as_view
class Line:
    """A view with a value that is not given."""

    text: str
    parts: tuple[str, ...] = ()
    count: int = field(default=0)


@as_view
class Other:
    """Another view with the same fields."""

    text: str
    parts: tuple[str, ...] = ()


def test_views_that_show_the_same_are_the_same() -> None:
    first, second = Line("a", ("b",)), replace(Line("c", ("b",)), text="a")
    assert first == second
    assert len({first, second, Line("a")}) == 2


def test_views_of_another_kind_or_that_show_something_else_differ() -> None:
    others: list[object] = [Line("b"), Line("a", ("b",)), Other("a"), "a"]
    assert Line("a") not in others
