"""Album: the drawings of pages, each drawn anew or as it was kept, with what the engine got for it."""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from stip.cache import Maker
from stip.processes import in_shares
from stip.scene import draw_maps, draw_paths, map_sources, order_maps, path_graphs, path_sources
from stip.scene.spec import Cut, MapSpec, PathSpec

if TYPE_CHECKING:
    from stip.cache import Cache
    from stip.diagrams.engine import Engine

ROUTE = "path"
"""The name of the drawing of one path; a map is called after its cut."""
_DRAWER = Maker(
    ("art", "diagrams", "pen", "scene", "text/fonts.py", "text/widths.json", "pages/album.py"),
    tools=("graphviz", "graphviz-pure"),
)
"""What decides how a drawing looks, besides its specification."""
_FEW = 7
"""So many drawings take as long as it takes to start a process and to get them from it, several times over."""
_LEAVES = 32
"""So many files hold all drawings: a folder of thousands of small ones is slow, and one large one is written whole."""


@dataclass(frozen=True)
class Wanted:
    """A drawing that a page asks for, by its name on that page."""

    path: str
    name: str
    spec: MapSpec | PathSpec


@dataclass(frozen=True)
class Drawing:
    """A finished drawing, and the DOT texts that the engine got for it, by part."""

    svg: str
    sources: Mapping[str, str]


def map_name(cut: Cut) -> str:
    """Return the name of a cut of the map."""
    return f"map-{cut}"


_CUTS = {map_name(cut): cut for cut in get_args(Cut)}


def draw(wanted: Sequence[Wanted], engine: Engine, cache: Cache) -> list[Drawing]:
    """Return the drawings that are wanted, in order; those that are kept are not drawn again. Raises EngineError."""
    asked = [(_leaf(one), _key(one, engine)) for one in wanted]
    kept = {leaf: _read(cache, leaf) for leaf in dict.fromkeys(leaf for leaf, _ in asked)}
    missing = [place for place, (leaf, key) in enumerate(asked) if key not in kept[leaf]]
    made = in_shares(lambda some: _draw(some, engine), [wanted[place] for place in missing], least=_FEW)
    drawn = dict(zip(missing, made, strict=True))
    found = [drawn[place] if place in drawn else kept[leaf][key] for place, (leaf, key) in enumerate(asked)]
    for leaf in dict.fromkeys(asked[place][0] for place in missing):
        listed = {key: one for (own, key), one in zip(asked, found, strict=True) if own == leaf}
        cache.write(_DRAWER.key(leaf), _packed(listed))
    return found


def _draw(wanted: Sequence[Wanted], engine: Engine) -> list[Drawing]:
    """Draw all at once by kind: the engine starts few processes for many drawings."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(wanted):
        places[one.name].append(place)
    found: dict[int, Drawing] = {}
    for name, own in places.items():
        specs = [wanted[place].spec for place in own]
        routes = [spec for spec in specs if isinstance(spec, PathSpec)]
        maps = [spec for spec in specs if isinstance(spec, MapSpec)]
        drawn = _routes(engine, routes) if routes else _maps(engine, _CUTS[name], maps)
        found |= zip(own, drawn, strict=True)
    return [found[place] for place in range(len(wanted))]


def _maps(engine: Engine, cut: Cut, specs: Sequence[MapSpec]) -> list[Drawing]:
    ordered = order_maps(specs, engine, cut=cut)
    drawn = draw_maps(specs, engine, ordered, cut=cut)
    return [
        Drawing(svg, map_sources(spec, order) if cut == "wide" else {})
        for spec, order, svg in zip(specs, ordered, drawn, strict=True)
    ]


def _routes(engine: Engine, specs: Sequence[PathSpec]) -> list[Drawing]:
    graphs = [path_graphs(spec) for spec in specs]
    drawn = draw_paths(specs, engine, graphs)
    return [Drawing(svg, path_sources(spec, graph)) for spec, graph, svg in zip(specs, graphs, drawn, strict=True)]


def _leaf(one: Wanted) -> int:
    """Return where a drawing is kept: the same place whatever it shows, so that an edit leaves the others alone."""
    return hashlib.sha256(f"{one.path}\0{one.name}".encode("utf-8", "surrogatepass")).digest()[0] % _LEAVES


def _key(one: Wanted, engine: Engine) -> str:
    # Sums may come out otherwise in the last digit with another Python.
    return _DRAWER.key(sys.version_info[:2], engine.name, engine.version, one.name, one.spec)


def _read(cache: Cache, leaf: int) -> dict[str, Drawing]:
    """Return the drawings that a leaf holds; none when it is not there or not as we write it."""
    packed = cache.read(_DRAWER.key(leaf))
    try:
        return _unpacked(packed) if packed else {}
    except (ValueError, TypeError, KeyError, AttributeError, zlib.error):
        return {}


def _packed(drawings: Mapping[str, Drawing]) -> bytes:
    """Put drawings into one file: a line that tells how long each text is, and all texts."""
    head = {key: [len(text.encode()) for text in _texts(one)] for key, one in drawings.items()}
    parts = {key: list(one.sources) for key, one in drawings.items()}
    body = b"".join(text.encode() for one in drawings.values() for text in _texts(one))
    # Hardly slower than without, and a fifth as large.
    return zlib.compress(json.dumps([head, parts]).encode() + b"\n" + body, 1)


def _texts(one: Drawing) -> Iterable[str]:
    return one.svg, *one.sources.values()


def _unpacked(packed: bytes) -> dict[str, Drawing]:
    line, _, body = zlib.decompress(packed).partition(b"\n")
    head, parts = json.loads(line)
    found, start = {}, 0
    for key, lengths in head.items():
        texts = []
        for length in lengths:
            texts.append(body[start : start + length].decode())
            start += length
        svg, *sources = texts
        found[key] = Drawing(svg, dict(zip(parts[key], sources, strict=True)))
    return found
