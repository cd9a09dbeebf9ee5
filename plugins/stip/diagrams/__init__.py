"""Graphs as DOT text, the engine that lays them out, and what it answers."""

from stip.diagrams.dot import Graph
from stip.diagrams.engine import Engine, EngineError, find_engine, lay_out
from stip.diagrams.layout import Box, Layout

__all__ = ["Box", "Engine", "EngineError", "Graph", "Layout", "find_engine", "lay_out"]
