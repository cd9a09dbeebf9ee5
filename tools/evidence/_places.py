"""Places: what is no ordinary file, and names that no editor gives."""

from __future__ import annotations

import os
from pathlib import Path

from _mutation import Dice


def place_oddly(folder: Path, dice: Dice) -> str:
    """Put something in a project that is no ordinary file, and return what."""
    secret = folder.parent / "outside" / "secret.yaml"
    names = (
        "roadmap/odd.yaml",
        "content/personas/odd.md",
        "content/vragen/odd.md",
        "editions/odd.json",
        "roadmap.yaml",
    )
    names += ("content/missie.md", "content/begrippen.md", "site_overrides/stip/colours.yaml", "roadmap/zz", "content")
    names += ("site_overrides/stip/logo.svg", "site_overrides/stip/pages", "editions", "roadmap", "sturing/odd.yaml")
    name = dice.choice(names)
    path = folder / name
    if path.is_dir() and not path.is_symlink():
        path.rename(path.with_name(f"{path.name}-old"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    way = dice.choice(
        ("itself", "above", "outside", "zero", "pipe", "folder", "sparse", "missing", "closed", "outside dir")
    )
    targets = {"itself": path.name, "above": "..", "outside": secret, "zero": "/dev/zero", "missing": "nowhere"}
    targets["outside dir"] = secret.parent
    if way in targets:
        path.symlink_to(targets[way])
    elif way == "pipe":
        os.mkfifo(path)
    elif way == "folder":
        path.mkdir()
    elif way == "sparse":
        with path.open("wb") as file:
            file.truncate(500_000_000)
    else:
        path.write_bytes(b"x")
        path.chmod(0)
    return f"{way} at {name}"


_NAMES = (
    "con", "NUL", "Een", "een", "\xe9", "e\u0301", "\x1b[31mrood", "a\nb", "a" * 240, "-rf", " ", "\xf6\u202e", "<b>",
    '"', "'", "a;b", "%41", "#", "?", "&", "\udc80", ".hidden", "a.b", "index", "README",
)  # fmt: skip


def strange_name(dice: Dice) -> str:
    """Return a name for a file that no editor would give it."""
    return dice.choice(_NAMES)
