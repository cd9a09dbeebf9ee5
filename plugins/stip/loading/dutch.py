"""Dutch: the keys and values of ours that a Dutch word can stand for, for whoever writes as they speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS = """
name naam | title titel | text tekst | kind soort | number nummer | short kort | id code
departments afdelingen afdeling | steps stappen stap | goals doelen doel | question vraag
when wanneer datum | from van vanaf start begin | start begin | until tot einde eind | was eerst
version versie | language taal | updated bijgewerkt | address adres | bands banden | include invoegen
reason reden | why waarom | benefit voordeel opbrengst | help hulp | after na wacht_op | leads_to leidt_naar
certainty zekerheid | todo doen | fallback terugval noodplan | links link koppelingen
signal signaal | threshold drempel | owner eigenaar | action actie ingreep | latest uiterlijk
part_of onderdeel_van | manager leidinggevende | contact contactpersoon | now nu | soon straks
stays blijft | goes verdwijnt vervalt | summary samenvatting | replaced_by vervangen_door | partners partner
role rol | phone telefoon | programme programma | mission missie | values waarden | meaning betekenis
organisation organisatie | indicators indicatoren | unit eenheid | value waarde | target doel
needs behoeften behoefte | workplace werkplek | devices apparaten | tasks taken | barriers drempels
count aantal | period periode | by door | terms begrippen | term begrip | order volgorde
picture beeld afbeelding | words woorden beschrijving | source bron | related verwant
true ja waar | false nee onwaar
idea idee | planned gepland | running bezig loopt | done klaar gereed afgerond | delayed uitgesteld vertraagd
stopped gestopt | milestone mijlpaal | pilot proef | training opleiding | decision besluit
celebration viering feest | intervention ingrijppunt | fixed vast | expected verwacht | rough ongeveer globaal
what wat | how hoe | safety veiligheid veilig | join meedoen | service dienstverlening
employee medewerker medewerkers | desk balie | outdoors buiten | policy beleid | permits vergunningen
prints afdrukken | place plaats plek | edition editie
nl nederlands | en engels
"""


def meant(word: str) -> tuple[str, ...]:
    """Return what a Dutch word can stand for; nothing when it is not in the table."""
    return _MEANT.get(word.lower(), ())


def _turned(text: str) -> Mapping[str, tuple[str, ...]]:
    """Turn the table round: each line holds groups of one word of ours and the Dutch words for it."""
    turned: dict[str, tuple[str, ...]] = {}
    for group in text.replace("\n", "|").split("|"):
        ours, *dutch = group.split() or [""]
        for word in dutch:
            turned[word] = (*turned.get(word, ()), ours)
    return turned


_MEANT = _turned(_WORDS)
