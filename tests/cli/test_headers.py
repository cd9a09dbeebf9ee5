"""`stip headers`: it reads a built site, refuses in a sentence, and tells what no policy can allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from hosting.sites import built
from stip.cli import GOOD, PROBLEMS, WRONG_USE, main

Capture = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    return main(["headers", *(str(one) for one in arguments)])


def test_a_file_is_written_again_but_not_over_another(tmp_path: Path, capsys: Capture) -> None:
    folder, file = built(tmp_path / "site"), tmp_path / "site" / "web.config"
    assert run(folder, "--for", "iis", "--out", file) == GOOD
    first = file.read_text("utf-8")
    assert run(folder, "--for", "iis", "--frame-ancestors", "teams", "--out", file) == GOOD
    assert "https://*.cloud.microsoft" in file.read_text("utf-8")
    assert "https://*.cloud.microsoft" not in first
    capsys.readouterr()
    file.write_text("<configuration />\n", encoding="utf-8")
    assert run(folder, "--for", "iis", "--out", file) == WRONG_USE
    assert "web.config" in capsys.readouterr().err
    assert file.read_text("utf-8") == "<configuration />\n"


def test_what_cannot_be_allowed_is_told_with_its_page(tmp_path: Path, capsys: Capture) -> None:
    own = """<button onclick="x()">a</button>
<a href="javascript:x()">b</a> <img src="https://img.example/a.png"> <iframe src="https://video.example/v"></iframe>
<pre class="mermaid"><code>graph</code></pre>"""
    folder = built(tmp_path, own=own)
    assert run(folder, "--for", "nginx", "--allow", "https://video.example") == GOOD
    told = capsys.readouterr()
    lines = told.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("eigen/index.html") for line in lines)
    assert lines[0].startswith("eigen/index.html:7: `onclick=` bij <button>")
    assert lines[1].startswith("eigen/index.html:8: een link met `javascript:`")
    assert any("https://img.example/a.png" in line for line in lines)
    assert "frame-src 'self' https://video.example;" in told.out
    assert "img.example" not in told.out
    assert run(folder, "--for", "nginx", "--strict") == PROBLEMS


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--frame-ancestors", "*"], "'*' is geen adres van een server"),
        (["--frame-ancestors", "https://a.example/pad"], "https://a.example/pad"),
        (["--allow", "teams"], "'teams'"),
    ],
)
def test_who_is_no_server_is_refused(given: list[str], told: str, tmp_path: Path, capsys: Capture) -> None:
    assert run(built(tmp_path), "--for", "nginx", *given) == WRONG_USE
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("site", "server", "told"),
    [
        ({"audience": "steering"}, "nginx", "voor wie stuurt"),
        ({"frames": False}, "nginx", "geen pagina’s om in te sluiten"),  # noqa: RUF001 - so it is written
        ({}, "gitlab", "kan niemand instellen"),
        ({"audience": "steering", "language": "en"}, "apache", "for those who steer"),
    ],
)
def test_frames_that_cannot_be(
    site: dict[str, object], server: str, told: str, tmp_path: Path, capsys: Capture
) -> None:
    folder = built(tmp_path, **site)  # type: ignore[arg-type]
    assert run(folder, "--for", server, "--frame-ancestors", "teams") == WRONG_USE
    assert told in capsys.readouterr().err


def test_a_folder_that_is_no_site(tmp_path: Path, capsys: Capture) -> None:
    assert run(tmp_path, "--for", "nginx") == PROBLEMS
    assert "mkdocs build" in capsys.readouterr().err


def test_pages_say_it_themselves_where_no_header_can_be_set(tmp_path: Path, capsys: Capture) -> None:
    """Right behind the charset, once however often it is done; for GitLab with lines for a server of its own."""
    folder = built(tmp_path)
    page = folder / "index.html"
    before = page.read_text("utf-8")
    assert run(folder, "--for", "gitlab") == GOOD
    assert "gitlab_pages['headers']" in capsys.readouterr().out
    once = page.read_text("utf-8")
    assert once.count('<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src') == 1
    assert "frame-ancestors" not in once
    assert run(folder, "--for", "github") == GOOD
    assert capsys.readouterr().out == ""
    assert page.read_text("utf-8") == once
    start, end = once.index("<meta http-equiv"), once.index("data-stip") + len('data-stip="">')
    assert once[:start] + once[end:] == before
