"""`stip schema`: print the JSON Schema for editors."""

from __future__ import annotations

import argparse
import json

from stip.cli.inputs import GOOD
from stip.schema import KINDS, schema
from stip.text.words import LANGUAGES


def add_schema(printed: argparse.ArgumentParser) -> None:
    """Give the command its options."""
    printed.add_argument("kind", nargs="?", choices=KINDS, default=KINDS[0], help="which kind of file")
    printed.add_argument("--language", choices=LANGUAGES, default="nl", help="language of the descriptions")


def run_schema(options: argparse.Namespace) -> int:
    """Print the schema."""
    print(json.dumps(schema(options.kind, options.language), ensure_ascii=False, indent=2))
    return GOOD
