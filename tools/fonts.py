"""Make the font files that the package ships from the unpacked npm packages of Fontsource.

    npm pack @fontsource/kalam @fontsource/atkinson-hyperlegible-next      (5.3.0 was used)
    python tools/fonts.py FOLDER-WITH-THE-UNPACKED-PACKAGES

Fontsource cuts every style into `latin` and `latin-ext`. One file a style is measured and loaded more simply,
so the two are joined here. Hinting goes: it doubles the size and today's screens do not use it. `fonttools`
and `brotli` are development dependencies; nothing here runs when a site is built.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge import Options as MergeOptions
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "plugins/stip/theme/assets/stip/fonts"
PRINT = Path(__file__).parent.parent / "plugins/stip/poster/fonts"
"""The same fonts as plain TrueType (four files of 43 kB): the poster's typesetter does not read woff2."""
FAMILIES = {
    "kalam": ("400-normal", "700-normal"),
    "atkinson-hyperlegible-next": ("400-normal", "700-normal", "400-italic"),
}


def subset(source: Path, target: Path, without: frozenset[int]) -> frozenset[int]:
    """Write `source` as plain TrueType, without hints and the code points `without`; give what is left."""
    font = TTFont(source, recalcTimestamp=False)
    points = frozenset(font.getBestCmap()) - without
    subsetter = Subsetter(
        Options(
            hinting=False,
            layout_features=["kern", "mark", "mkmk", "liga"],
            notdef_outline=True,
            name_IDs=["*"],
        )
    )
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    for table in ("STAT", "gasp"):
        if table in font:
            del font[table]
    font.flavor = None
    font.save(target)
    return points


def join(files: Path, family: str, style: str) -> None:
    """Write one woff2 of `family` in `style` (weight and slope) into the package."""
    with tempfile.TemporaryDirectory() as folder:
        parts = [Path(folder) / "latin.ttf", Path(folder) / "latin-ext.ttf"]
        seen = subset(files / f"{family}-latin-{style}.woff2", parts[0], frozenset())
        subset(files / f"{family}-latin-ext-{style}.woff2", parts[1], seen)
        font = Merger(options=MergeOptions(drop_tables=["DSIG"])).merge([str(part) for part in parts])
        font["head"].modified = TTFont(parts[0])["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    font.flavor = "woff2"
    name = f"{family}-{style.removesuffix('-normal')}"
    font.save(TARGET / f"{name}.woff2")
    if "italic" not in style:
        font = TTFont(TARGET / f"{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        font.save(PRINT / f"{name}.ttf")


def main(folder: Path) -> None:
    """Make every file and put each family's licence beside it."""
    for family, styles in FAMILIES.items():
        package = next(path.parent for path in folder.rglob(f"{family}-latin-400-normal.woff2")).parent
        for style in styles:
            join(package / "files", family, style)
        for folder_of_fonts in (TARGET, PRINT):
            shutil.copyfile(package / "LICENSE", folder_of_fonts / f"{family}-OFL.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
