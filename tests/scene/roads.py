"""Invented paths for the tests of drawings: any number of lanes and steps, titles of any length."""

from __future__ import annotations

from datetime import date

from stip.scene.spec import Band, BandText, Horizon, Lane, MapSpec, PathSpec, Stop, Stub, Year

NAMES = (
    "Burgerzaken",
    "Sociaal Domein",
    "Vergunningen en Toezicht",
    "Ruimte en Wonen",
    "Buitendienst",
    "Financiën",
    "Mens en Organisatie",
    "Informatie en Automatisering",
    "Communicatie",
    "Veiligheid",
    "Bestuur en Griffie",
    "Duurzaamheid",
    "Jeugd en Onderwijs",
    "Facilitair",
)
TITLES = (
    "Online een afspraak maken",
    "1.000 online afspraken",
    "Zuil in de hal",
    "Oefenen met het nieuwe systeem",
    "Werken in één zaaksysteem",
    "Wachttijd boven 10 minuten?",
    "Verhuizen regelen met beeldbellen",
    "Alle brieven in gewone taal",
    "Paspoort thuis bezorgd",
    "Eén beeld van de inwoner",
    "Balie in elke wijk",
)
KINDS = (
    "quick-win",
    "celebration",
    "milestone",
    "training",
    "milestone",
    "intervention",
    "experiment",
    "decision",
    "pilot",
    "milestone",
    "pilot",
)
STATUSES = (
    "done",
    "done",
    "stopped",
    "running",
    "delayed",
    "planned",
    "planned",
    "planned",
    "planned",
    "idea",
    "idea",
)
WORDS = {
    "done": "Klaar",
    "stopped": "Gestopt",
    "running": "Loopt",
    "delayed": "Vertraagd",
    "planned": "Gepland",
    "idea": "Idee",
}
LONG = (
    "Alle medewerkers van de gemeentelijke samenwerkingsorganisatie werken met het nieuwe "
    "zaakgerichtwerkenplatform en de bijbehorende gegevensuitwisselingsovereenkomsten voor de hele regio"
)[:180]
TODAY = date(2026, 11, 16).toordinal()
HORIZON = Horizon("De stip: 2031", "2031", "De stip: in 2031 helpen we elke inwoner in één keer goed", "/missie/")
BANDS = (
    BandText("now", "Nu", "de datum staat vast"),
    BandText("soon", "Straks", "het seizoen is bekend"),
    BandText("later", "Later", "de richting is bekend, dit kan veranderen"),
)


def lane(number: int, steps: int = 11, *, title: str | None = None, name: str | None = None) -> Lane:
    """Invent a path: steps spread over 2026 to 2031, of every kind and status."""
    stops = []
    start = date(2026, 2, 1).toordinal()
    for i in range(steps):
        part = i / max(steps - 1, 1)
        day = start + int(1750 * part**1.3) + 9 * number
        at = min(len(TITLES) - 1, int(part * (len(TITLES) - 1) + 0.5)) if steps > 1 else 4
        band: Band = "now" if day < TODAY + 180 else "soon" if day < TODAY + 730 else "later"
        which = (at + number - 1) % len(TITLES) if steps < len(TITLES) else at
        status = STATUSES[at]
        stops.append(
            Stop(
                id=f"s{number}-{i}",
                title=title or TITLES[which],
                kind=KINDS[which],
                status=status,
                status_text=WORDS[status],
                when_text=date.fromordinal(day).strftime("%m-%Y"),
                href=f"/afdelingen/a{number}/#s{number}-{i}",
                band=band,
                day=None if band == "later" and i == steps - 1 else day,
                number=number + i if KINDS[which] == "intervention" else None,
                waits_for=_stubs(number, i),
            )
        )
    shown = name or NAMES[(number - 1) % len(NAMES)]
    return Lane(f"a{number}", number, (number - 1) % 12 + 1, shown, shown, f"/afdelingen/a{number}/", tuple(stops))


def _stubs(number: int, place: int) -> tuple[Stub, ...]:
    if place % 5 != 4:
        return ()
    other = number % 9 + 1
    return (Stub("wacht op: veilig inloggen", f"/afdelingen/a{other}/", other, other),)


def map_spec(lanes: int = 9, steps: int = 7, *, links: tuple[tuple[str, str], ...] = (), **more: str) -> MapSpec:
    """Invent a map of many paths."""
    return MapSpec(
        id=f"map{lanes}",
        title="Alle paden naar de stip",
        description=f"{lanes} paden lopen naar één stip.",
        lanes=tuple(lane(i + 1, steps + i % 3 if steps > 1 else steps, **more) for i in range(lanes)),
        links=links,
        years=tuple(Year(str(y), date(y, 1, 1).toordinal(), date(y, 12, 31).toordinal()) for y in range(2026, 2032)),
        today=TODAY,
        today_text="Vandaag",
        horizon=HORIZON,
    )


def path_spec(number: int = 1, steps: int = 11, **more: str) -> PathSpec:
    """Invent the drawing of one path."""
    return PathSpec(
        id=f"path{number}-{steps}",
        title="Het pad van je team",
        description=f"{steps} stappen naar de stip.",
        lane=lane(number, steps, **more),
        today=TODAY,
        today_text="Vandaag",
        bands=BANDS,
        horizon=HORIZON,
        start_text="Vier losse systemen en wachtrijen aan de balie",
    )
