"""Write plugins/stip/text/widths.json from the shipped fonts; run it again when a font changes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

STIP = Path(__file__).parent.parent / "plugins" / "stip"
FONTS = {
    "hand": "kalam-400",
    "hand-bold": "kalam-700",
    "plain": "atkinson-hyperlegible-next-400",
    "plain-bold": "atkinson-hyperlegible-next-700",
}


def widths(file: Path) -> dict[str, int]:
    """Return the advance of every character in thousandths of the letter size."""
    font = TTFont(file)
    per_em = font["head"].unitsPerEm
    advances = font["hmtx"].metrics
    return {
        chr(code): round(advances[glyph][0] * 1000 / per_em)
        for code, glyph in sorted(font.getBestCmap().items())
        if chr(code).isprintable()
    }


def main() -> None:
    """Write the table of all fonts."""
    folder = STIP / "theme" / "assets" / "stip" / "fonts"
    table = {name: widths(folder / f"{file}.woff2") for name, file in FONTS.items()}
    text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
    (STIP / "text" / "widths.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(f"{sum(map(len, table.values()))} widths\n")


if __name__ == "__main__":
    main()
