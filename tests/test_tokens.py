"""The colours stay readable, and a site that breaks them is told which pair it broke."""

import re
from pathlib import Path

import pytest

import stip
from stip import art
from stip.tokens import PAIRS, TOKENS, contrast, contrast_problems, tokens_css

THEME = Path(stip.__file__).parent / "theme"


def test_contrast_follows_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_our_own_colours_are_readable() -> None:
    assert contrast_problems({}) == ()


def test_every_pair_names_tokens() -> None:
    assert {name for pair in PAIRS for name in (pair.front, pair.back)} <= set(TOKENS)


def test_a_pale_link_is_refused_in_the_scheme_where_it_is_pale() -> None:
    problems = contrast_problems({"link": ("#9CCBFF", "#9CCBFF")})
    assert {(problem.pair.front, problem.scheme) for problem in problems} == {("link", "light")}
    assert all(problem.contrast < problem.pair.least for problem in problems)


def test_an_unknown_token_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="accent"):
        contrast_problems({"accent": ("#000000", "#FFFFFF")})


@pytest.mark.parametrize("colour", ["red", "#12345", "#GGGGGG"])
def test_only_six_digits_make_a_colour(colour: str) -> None:
    with pytest.raises(ValueError, match=re.escape(colour) + "|invalid literal"):
        contrast(colour, "#FFFFFF")


def test_css_has_every_token_light_and_dark_and_every_path() -> None:
    css = tokens_css({"link": ("#0B4F6C", "#8FD0F0")})
    for name, token in TOKENS.items():
        if name != "link":
            assert f"--stip-{name}:{token.light};" in css
            assert f"--stip-{name}:{token.dark};" in css
    assert "--stip-link:#0B4F6C;" in css
    assert all(f".stip-c{number}{{" in css for number in range(1, 13))
    assert css.count("{") == css.count("}")


def test_drawings_use_only_colours_that_exist() -> None:
    known = {*TOKENS, "path"}
    for folder in ("signs", "statuses", "personas", "scenery", "patterns", "marks"):
        for name in art.names(folder):
            body = art.drawing(folder, name).body
            assert set(re.findall(r"var\(--stip-([a-z0-9-]+)\)", body)) <= known, name
            assert not re.search(r"#[0-9a-fA-F]{3,6}|style=|<script|href", body), name


def test_styles_use_only_custom_properties_that_exist() -> None:
    styles = {path.name: path.read_text(encoding="utf-8") for path in sorted((THEME / "assets/stip").glob("*.css"))}
    own = set(re.findall(r"--stip-([a-z0-9-]+)\s*:", "".join(styles.values())))
    for name, style in styles.items():
        used = set(re.findall(r"var\(--stip-([a-z0-9-]+)\)", style))
        assert used <= {*TOKENS, "path", *own}, name


def test_nothing_in_the_theme_asks_another_site() -> None:
    for path in sorted(THEME.rglob("*.*")):
        if path.suffix in {".css", ".js", ".html"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(https?:)?//[a-z]|@import", text.replace("http://www.w3.org", "")), path.name


def test_no_sign_takes_the_red_of_the_dot() -> None:
    for folder in ("signs", "statuses", "personas"):
        for name in art.names(folder):
            assert "--stip-dot" not in art.drawing(folder, name).body


def test_paths_beyond_twelve_look_different_from_all_before() -> None:
    looks = {(art.path_class(number), art.path_pattern(number)) for number in range(1, 145)}
    assert len(looks) == 144


def test_unknown_drawings_are_refused_with_the_names_there_are() -> None:
    with pytest.raises(KeyError, match="milestone"):
        art.sign("mile-stone")
    with pytest.raises(KeyError, match="desk"):
        art.persona("../signs/milestone")


def test_text_in_drawings_is_escaped() -> None:
    assert "<b>" not in art.scenery("dot", "<b>2030").svg()
    assert "<text" not in art.scenery("dot").svg()
