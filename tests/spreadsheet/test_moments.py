"""What people write for when something happens is read as they mean it, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stip.periods import parse_period, written_period
from stip.spreadsheet.moments import in_braces, read_text

EXACT = {
    "14-9-2026": "2026-09-14",
    "14-09-26": "2026-09-14",
    "14/9/2026": "2026-09-14",
    "01.02.2027": "2027-02-01",
    "14 sept 2026": "2026-09-14",
    "ma 14 sept. 2026": "2026-09-14",
    "14th of September 2026": "2026-09-14",
    "Sept 14, 2026": "2026-09-14",
    "2026-12-31 00:00:00": "2026-12-31",
    "sep '26": "2026-09",
    "apr-27": "2027-04",
    "September 2026": "2026-09",
    "1/2027": "2027-01",
    "Q3 2026": "2026-Q3",
    "Q3-26": "2026-Q3",
    "2026 K3": "2026-Q3",
    "26Q3": "2026-Q3",
    "3e kwartaal 2026": "2026-Q3",
    "tweede kwartaal 2027": "2027-Q2",
    "2e kw 2027": "2027-Q2",
    "voorjaar 2027": "2027-spring",
    "winter 2026/2027": "2026-winter",
    "week 38 2026": "{from: 2026-09-14, until: 2026-09-20}",
    "2026-W38": "{from: 2026-09-14, until: 2026-09-20}",
    "H1 2027": "{from: 2027-Q1, until: 2027-Q2}",
    "1e helft 2027": "{from: 2027-Q1, until: 2027-Q2}",
    "2026/2027": "{from: 2026, until: 2027}",
    "2027/28": "{from: 2027, until: 2028}",
    "Q3-Q4 2026": "{from: 2026-Q3, until: 2026-Q4}",
    "Q3 2026 - Q1 2027": "{from: 2026-Q3, until: 2027-Q1}",
    "jan t/m mrt 2027": "{from: 2027-01, until: 2027-03}",
    "mei/juni 2027": "{from: 2027-05, until: 2027-06}",
    "1-1-2027 t/m 31-3-2027": "{from: 2027-01-01, until: 2027-03-31}",
    "{from: 2026-Q1, until: 2027}": "{from: 2026-Q1, until: 2027}",
    "later": "later",
}
IN_DOUBT = {
    "begin 2027": "2027-Q1",
    "eind 2027": "2027-Q4",
    "medio 2027": "{from: 2027-Q2, until: 2027-Q3}",
    "end of 2027": "2027-Q4",
    "half september 2026": "2026-09",
    "ca. Q3 2026": "2026-Q3",
    "Q3 2026?": "2026-Q3",
    "vóór 1-1-2027": "2027-01-01",
    "vanaf 2027": "2027",
    "1 jan 2027 (besluit)": "2027-01-01",
    "2027-02-01 of later": "2027-02-01",
    "9/14/2026": "2026-09-14",
    "3/4/2026": "2026-04-03",
    "na de zomer 2027": "2027-summer",
    "n.t.b.": "later",
    "TBD": "later",
    "nog te bepalen": "later",
}
UNCLEAR = [
    "31-2-2026",
    "14 september",
    "wk 38",
    "volgend jaar",
    "zomer",
    "1850",
    "week 99 2026",
    "12:30",
    "van 2026 via 2027 naar 2029",
]


@pytest.mark.parametrize(("text", "period"), EXACT.items())
def test_what_says_one_thing_is_read_without_doubt(text: str, period: str) -> None:
    found = read_text(text)
    assert found.period
    assert (in_braces(found.period), found.doubt) == (period, "")


@pytest.mark.parametrize(("text", "period"), IN_DOUBT.items())
def test_what_says_it_roughly_is_read_with_a_doubt(text: str, period: str) -> None:
    found = read_text(text)
    assert found.period
    assert in_braces(found.period) == period
    assert found.doubt in {"rough", "unknown"}


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_nobody_can_tell_is_not_invented(text: str) -> None:
    assert read_text(text) == (None, "unclear")


@settings(max_examples=50)
@given(st.text(max_size=30) | st.text("0123456789-/. qQkKjanfebmrt'", max_size=14))
def test_any_text_gives_a_period_that_exists_or_none(text: str) -> None:
    found = read_text(text)
    if found.when is not None:
        assert written_period(parse_period(found.when)) == found.when


@settings(max_examples=30)
@given(
    st.integers(2000, 2150),
    st.integers(1, 4),
    st.sampled_from(["Q{q} {y}", "{y} q{q}", "{q}e kwartaal {y}", "K{q}-{y}", "{y}-Q{q}"]),
)
def test_a_quarter_is_the_same_however_it_is_written(year: int, quarter: int, form: str) -> None:
    assert read_text(form.format(y=year, q=quarter)).when == f"{year}-Q{quarter}"
