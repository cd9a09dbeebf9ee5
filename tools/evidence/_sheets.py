"""Sheets: workbooks and tables with something in them that no spreadsheet writes."""

from __future__ import annotations

import io
import re
import zipfile

from _mutation import Dice, as_bytes, flipped, saved
from _words import NUMBERS, SIGNS, TOKENS, WORDS


def workbook_mutated(data: bytes, dice: Dice) -> bytes:
    """Return a workbook of which a part was changed, or bytes of the whole."""
    if dice.random() < 0.25:
        return flipped(data, {}, dice)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        names = packed.namelist()
        evil = dice.choice([name for name in names if name.endswith((".xml", ".rels"))])
        for name in names:
            part = packed.read(name)
            if name == evil:
                part = _part(part, dice)
            made.writestr(dice.choice(names) if dice.random() < 0.01 else name, part)
    return target.getvalue()


def _part(part: bytes, dice: Dice) -> bytes:
    text = part.decode("utf-8", "surrogateescape")
    pieces = re.findall(r"<[^>]*>|[^<]+", text)
    if not pieces:
        return part
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(pieces))
        way = dice.randrange(6)
        if way == 0:
            pieces[at] = dice.choice(pieces)
        elif way == 1:
            del pieces[at]
            pieces = pieces or [""]
        elif way == 2:
            pieces[at] = pieces[at] * dice.choice((2, 100, 5000))
        elif way == 3:
            odd = dice.choice(
                (*NUMBERS, *SIGNS, *WORDS, "A1:XFD1048576", "XFD1048576", "s", "e", "d", "b", "inlineStr")
            )
            odd = re.sub(r"[<&\"]", "", odd) if dice.random() < 0.8 else odd
            pieces[at] = _with_values(pieces[at], odd, dice.randint(1, 3))
        elif way == 4:
            pieces[at] = "<a>" * dice.choice((10, 3000)) + pieces[at]
        else:
            pieces.insert(
                at,
                dice.choice(
                    ('<!DOCTYPE x [<!ENTITY a "x">]>', "<![CDATA[x]]>", "<?x y?>", "<!-- x -->", "&#0;", "&a;")
                ),
            )
    return "".join(pieces).encode(
        "utf-8", "surrogatepass" if not re.search("[\udc80-\udcff]", text) else "surrogateescape"
    )


def _with_values(piece: str, value: str, count: int) -> str:
    """Return a tag or a text with another value in some of its places."""

    def other(match: re.Match[str]) -> str:
        return f'"{value}"' if match[0][0] == '"' else value

    return piece if len(piece) > 50_000 else re.sub(r'"[^"]*"|(?<=>)[^<]+|^[^<]+', other, piece, count=count)


def table_mutated(text: str, dice: Dice) -> bytes:
    """Return a CSV with other cells, signs and quotes."""
    rows = [line.split(";") for line in text.split("\n")]
    for _ in range(dice.randint(1, 6)):
        row = dice.choice(rows)
        at = dice.randrange(len(row))
        row[at] = dice.choice(
            (*TOKENS, row[at] + dice.choice(TOKENS), row[at] * dice.choice((2, 3000)), '"', "=cmd|'/c calc'!A1")
        )
    sign = dice.choice((";", ";", ",", "\t", "|", "\x00"))
    made = dice.choice(("", "", "sep=;\n", "sep=\n", "\ufeff")) + "\n".join(sign.join(row) for row in rows)
    data = as_bytes(made)
    return saved(data, {}, dice) if dice.random() < 0.1 else flipped(data, {}, dice) if dice.random() < 0.2 else data
