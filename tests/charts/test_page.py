"""A chart on a page: two placeholders for its drawings, and a table with the same words."""

from __future__ import annotations

import re
from decimal import Decimal

from stip.charts import About, Bar, BarsSpec, Chart, Figure, draw_bars
from stip.fragments import fill, placeholder
from stip.pages.templating import page_environment
from stip.text.words import words_for

TEMPLATE = '{% import "charts.html" as charts %}{{ charts.chart(item, open=true) }}'


def shown(chart: Chart, template: str = TEMPLATE) -> str:
    return page_environment(words_for("nl"), None).from_string(template).render(item=chart)


def chart() -> Chart:
    bars = (Bar("Inhuur & <meer>", Figure(Decimal(3), "3 euro"), href="../x/"), Bar("Licenties", None))
    return draw_bars(BarsSpec(About("geld", "Wat kost het?", "Weinig."), bars, "Post", "Bedrag"))


def test_the_drawings_come_where_the_page_asks_for_them() -> None:
    html = shown(chart())
    assert all(html.count(placeholder(name)) == 1 for name in chart().pictures)
    filled = fill(html, chart().pictures, searchable=False)
    assert filled.count("<svg data-search-exclude") == 2
    assert "data-stip=" not in filled


def test_the_table_says_the_same_with_heads_for_who_hears_it() -> None:
    html = shown(chart())
    assert re.findall(r'<th scope="col">([^<]*)', html) == ["Post", "Bedrag"]
    assert '<th scope="row"><a href="../x/">Inhuur &amp; &lt;meer&gt;</a></th>' in html
    assert re.findall(r'<td data-label="Bedrag"><div>([^<]*)', html) == ["3 euro", "\u2013"]
    assert "<caption" in html


def test_a_table_is_folded_unless_asked_and_can_be_left_out() -> None:
    assert "<details" in shown(chart(), TEMPLATE.replace(", open=true", ""))
    assert "<table" not in shown(chart(), TEMPLATE.replace("open=true", "table=false"))
