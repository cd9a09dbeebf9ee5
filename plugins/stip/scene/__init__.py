"""Drawings from data: the map of all paths, the path of one department, the banner; what the engine gets for them."""

from stip.scene.banner import draw_banner
from stip.scene.map import draw_maps, order_maps
from stip.scene.path import draw_paths, path_graphs
from stip.scene.sources import map_sources, path_sources

__all__ = ["draw_banner", "draw_maps", "draw_paths", "map_sources", "order_maps", "path_graphs", "path_sources"]
