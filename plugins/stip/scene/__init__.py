"""Drawings from data: the map of all paths, the path of one department, the banner."""

from stip.scene.banner import draw_banner
from stip.scene.map import draw_maps
from stip.scene.path import draw_paths

__all__ = ["draw_banner", "draw_maps", "draw_paths"]
