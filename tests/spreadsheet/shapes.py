"""Shapes: plans as colleagues keep them in Excel, each in another shape, made by hand with openpyxl or as a CSV."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

Rows = Iterable[Iterable[Any]]


def workbook(sheets: Mapping[str, Any], change: Callable[[Any], None] | None = None) -> bytes:
    """Return a workbook with these sheets; `change` does to it what rows cannot tell."""
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def plain_list() -> bytes:
    """A row a step, with real dates."""
    return workbook(
        {
            "Planning": [
                ["Afdeling", "Team", "Stap", "Wanneer", "Status", "Doel", "Toelichting", "Wacht op", "Budget"],
                [
                    "Burgerzaken",
                    None,
                    "Kiezen zaaksysteem",
                    dt.date(2026, 9, 14),
                    "Klaar",
                    "Minder wachten",
                    "Met de balie",
                    None,
                    1200,
                ],
                [
                    "Burgerzaken",
                    None,
                    "Zaaksysteem aan",
                    "Q1 2027",
                    "Gepland",
                    "Minder wachten",
                    None,
                    "Kiezen zaaksysteem",
                    None,
                ],
                ["Burgerzaken", "Balie", "Oefenen", "begin 2027", None, None, None, None, "pm"],
                [
                    "Werf",
                    None,
                    "Tablets",
                    "voorjaar 2027",
                    "onderhanden",
                    "Alles digitaal",
                    None,
                    "Zaaksysteem aan; Oefenn",
                    None,
                ],
            ]
        }
    )


def titles_above() -> bytes:
    """Two title rows, a heading over two rows with merged cells, departments merged, and a total below."""

    def merge(book: Any) -> None:
        sheet = book.active
        for area in ("A1:F1", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5", "A6:A8", "A9:A10"):
            sheet.merge_cells(area)

    return workbook(
        {
            "Blad1": [
                ["Jaarplan gemeente Zzdorp"],
                ["Versie", "0.3"],
                [],
                ["AFDELING", "Activiteit", "Planning", None, "Stand van\nzaken", "Trekker"],
                [None, None, "Start", "Gereed", None, None],
                ["Burgerzaken & Zo", "Paspoort 'thuis'", "1-1-2027", "31-3-2027", "in uitvoering", "Teamleider"],
                [None, "Balie: open", dt.datetime.combine(dt.date(2027, 4, 1), dt.time()), None, "niet gestart", None],
                [None, "Yes", None, "Q3 2027", "", None],
                ["Súdwest", "12:30", 2028, 2029, "gepland", None],
                [None, "=> klaar", "2028/2029", None, None, None],
                [],
                ["Totaal", None, None, None, None, "5 stappen"],
            ]
        },
        merge,
    )


def matrix() -> bytes:
    """Departments down, quarters across under merged years, and steps in the cells."""

    def merge(book: Any) -> None:
        for area in ("B1:E1", "F1:G1", "C3:D3"):
            book.active.merge_cells(area)

    return workbook(
        {
            "Matrix": [
                [None, 2026, None, None, None, 2027, None],
                ["Afdeling", "Q1", "Q2", "Q3", "Q4", "K1", "K2"],
                ["Burgerzaken", "Kiezen", "Bouwen", None, None, "- Oefenen\n- Aan", None],
                ["Werf", None, None, "Meten", None, None, "Vieren"],
            ]
        },
        merge,
    )


def months() -> bytes:
    """Months across in one year that only the title tells."""
    names = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    return workbook(
        {
            "Blad1": [
                ["Jaarplanning 2027"],
                ["Afdeling", *names],
                ["Belastingen", None, "Aanslag", *[None] * 5, "Bezwaar", *[None] * 4],
                ["Archief", "Dozen", *[None] * 10, "Klaar met dozen"],
            ]
        }
    )


def gantt() -> bytes:
    """A row a step, with marks in the quarters in which it lasts."""
    heads = ["Q1 2027", "Q2 2027", "Q3 2027", "Q4 2027"]
    return workbook(
        {
            "Gantt": [
                ["Afdeling", "Activiteit", *heads, "Opmerking"],
                ["Burgerzaken", "Bouwen", "x", "x", None, None, "zzremark"],
                [None, "Testen", None, "X", None, "X", None],
                ["Werf", "Besluit", None, None, "college", None, None],
                ["Werf", "Ooit eens", None, None, None, None, None],
            ]
        }
    )


def sheet_a_department() -> bytes:
    """A sheet for each department, one that is hidden, and a list that is no plan."""

    def hide(book: Any) -> None:
        book["Lijstjes"].sheet_state = "hidden"

    head = ["Nr", "Mijlpaal", "Deadline", "Voortgang", "Voorganger"]
    return workbook(
        {
            "Burgerzaken": [
                head,
                [1, "Kiezen", dt.date(2026, 9, 1), 1.0, None],
                [2, "Bouwen", dt.date(2027, 1, 1), 0.4, 1],
            ],
            "Werf": [head, [3, "Meten", "week 38 2027", 0, "2, 1"], [4, "Rijden", "n.t.b.", "?", "rij 99"]],
            "Lijstjes": [["zzhidden"]],
            "Notities": [["zzloose", None, "zzother"]],
        },
        hide,
    )


def sections() -> bytes:
    """Departments as rows between the steps, a row of headings on each page, hidden rows, and comments."""

    def change(book: Any) -> None:
        sheet = book.active
        sheet["A3"].comment = Comment("Zzauthor:\nzznote met\nregels", "zz")
        sheet["B1"].comment = Comment("zzheadnote", "zz")
        sheet["A4"].font = Font(strike=True)
        sheet.row_dimensions[7].hidden = True

    head = ["Wat", "Datum", "Status"]
    return workbook(
        {
            "Planning": [
                head,
                ["Burgerzaken"],
                ["Kiezen", "sep '26", "gereed"],
                ["Bouwen", "14 sept 2026", "loopt"],
                head,
                ["Werf"],
                ["Meten", "2026/2027", "rood"],
                ["Rijden", "eind 2027", "gestopt"],
                ["Vieren", dt.date(2027, 12, 1), "uitgesteld"],
            ]
        },
        change,
    )


def hostile() -> bytes:
    """Texts that YAML, a spreadsheet or a person could take for something else."""
    texts = [
        "Yes",
        "12:30",
        "- streep",
        "# geen commentaar",
        "a: b",
        "@iemand",
        "{accolade}",
        "null",
        "1e3",
        '"aangehaald" & <b>vet</b>',
        "'enkel'",
        "back\\slash",
        "skoalle ûnderwiis",
        "emoji 🎉",
        "tab\tin tekst",
        "Lang " * 60,
        "regel een\nregel twee",
        "none",
        "con",
        "???",
        "_x0041_ letterlijk",
        "*ster",
        "0x1F",
        "%procent",
        "a #b",
    ]
    rows = [
        ["Rommel & Zo: 'alles'", text, "2027", "x" * 4500 if place == 0 else text] for place, text in enumerate(texts)
    ]

    def formulas(book: Any) -> None:
        sheet = book.active
        sheet["B30"] = "=SUM(1,2)"
        sheet["A30"] = "Formules"
        sheet["B31"] = "#REF!"
        sheet["C31"] = "#N/A"

    return workbook({"Blad 1": [["Afdeling", "Stap", "Wanneer", "Toelichting"], *rows]}, formulas)


def parts() -> bytes:
    """Year and quarter in columns of their own, in another order, with words around the headings."""
    return workbook(
        {
            "Export": [
                [],
                [None, "Kwartaal (gepland)", "Jaar", None, "Naam activiteit", "Dienst / Afdeling", "Soort", "Zzextra"],
                [None, "Q3", 2027, None, "Proef met tablets", "Werf", "Pilot", "zzbeside"],
                [None, 4, "2027", None, "Besluit", "Werf", "besluit", None],
                [None, "eerste kwartaal", 2028, None, "Cursus", "Burgerzaken", "opleiding", None],
                [None, None, 2028, None, "Ingrijpen", "Burgerzaken", "interventie", None],
                [None, None, None, None, "Zonder datum", "Burgerzaken", "iets", None],
            ]
        }
    )


def english() -> bytes:
    """English headings, American dates, and dependencies by name."""
    return workbook(
        {
            "Sheet1": [
                ["Department", "Task name", "Start date", "Finish", "% complete", "Predecessors", "Owner"],
                ["Front desk", "Choose", "2026-09-01", "2026-12-31", "100%", None, "Lead"],
                ["Front desk", "Build", "9/14/2027", None, "50%", "2FS+3d", None],
                ["Works", "Measure", "H1 2028", None, "0%", "build", None],
            ]
        }
    )


def semicolons() -> bytes:
    """A CSV as a Dutch Excel saves it: semicolons, cp1252, and lines inside a cell."""
    text = 'Afdeling;Stap;Wanneer;Waarom\r\nSúdwest;Café "open";najaar 2027;"één\r\ntwee"\r\n;Tweede;31-2-2027;x\r\n'
    return text.replace('Café "open"', '"Café ""open"""').encode("cp1252")


def commas() -> bytes:
    """A CSV in UTF-8 with a BOM and commas."""
    return "\ufeffTeam,Action,Due date,State\nWeb,Launch,2027-02-01,done\nWeb,Celebrate,TBD,todo\n".encode()


def tabs() -> bytes:
    """What is pasted from a sheet: tabs, and no department at all."""
    return b"Actie\tPlanning\nEen\tmedio 2027\nTwee\tQ3-Q4 2027\n"


SHAPES: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "plain_list": (plain_list, "xlsx"),
    "titles_above": (titles_above, "xlsx"),
    "matrix": (matrix, "xlsx"),
    "months": (months, "xlsx"),
    "gantt": (gantt, "xlsx"),
    "sheet_a_department": (sheet_a_department, "xlsx"),
    "sections": (sections, "xlsx"),
    "hostile": (hostile, "xlsx"),
    "parts": (parts, "xlsx"),
    "english": (english, "xlsx"),
    "semicolons": (semicolons, "csv"),
    "commas": (commas, "csv"),
    "tabs": (tabs, "csv"),
}
"""What makes each shape, and how its file ends."""


def write_shape(name: str, folder: Path) -> Path:
    """Write the file of a shape to a folder."""
    make, suffix = SHAPES[name]
    path = folder / f"{name}.{suffix}"
    path.write_bytes(make())
    return path
