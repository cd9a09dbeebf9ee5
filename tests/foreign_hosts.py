"""Build one project with each host, as the guide tells: MkDocs, its fork ProperDocs, and Zensical."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import yaml

from building import ROOT, Built, build_strictly, write_project

FORKS: Final = ("mkdocs", "properdocs")
"""They run the plugin."""
HOSTS: Final = (*FORKS, "zensical")
_FENCE: Final = re.compile(r"```(?P<language>\w+)[^\n]*\n(?P<text>.+?)```", re.DOTALL)


def build_with(host: str, project: Path, folder: Path, *arguments: str, python: str = sys.executable) -> Built:
    """Build a project into a new folder; its addresses must end in `.html`. `arguments` are more for `stip build`."""
    if host in FORKS:
        # Nothing but what is installed for that Python: not the sources of these tests either.
        environment = {} if python == sys.executable else {"PYTHONPATH": ""}
        return build_strictly(project, folder / "site", host=host, python=python, environment=environment)
    return _zensical(project, folder, arguments, python)


def _zensical(project: Path, folder: Path, arguments: tuple[str, ...], python: str) -> Built:
    """Follow the guide: what it writes, and what it types. The own pages of a project are copied along."""
    guide = (ROOT / "docs" / "hosts.md").read_text(encoding="utf-8").partition("## Zensical")[2]
    texts = {fence["language"]: fence["text"] for fence in _FENCE.finditer(guide)}
    write_project(folder, {"mkdocs.yml": texts["yaml"]})
    more = {"build": [str(project / "roadmap.yaml"), *arguments]}
    done = None
    environment = os.environ if python == sys.executable else {**os.environ, "PYTHONPATH": ""}
    for line in texts["sh"].splitlines():
        program, command, *options = line.split()
        done = subprocess.run(
            [python, "-m", program, command, *more.get(command if program == "stip" else "", []), *options],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode != 0:
            break
        if program == "stip":
            _copy_own(project / "content", folder / str(yaml.safe_load(texts["yaml"])["docs_dir"]))
    assert done
    return Built(done, folder / "site")


def _copy_own(content: Path, out: Path) -> None:
    """Copy what people wrote for the host itself: what is no source of a page of ours."""
    for file in sorted(content.rglob("*")):
        target = out / file.relative_to(content)
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
