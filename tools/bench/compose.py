"""Compose every YAML file of the folders that are named with PyYAML's C parser, and do nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

for folder in sys.argv[1:]:
    for path in sorted([Path(folder, "roadmap.yaml"), *Path(folder, "roadmap").glob("*.yaml")]):
        yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
