"""Compile the page of a poster with typst, and do nothing else: `typeset.py FOLDER FONTS`."""

from __future__ import annotations

import sys
from pathlib import Path

import typst

folder, fonts = sys.argv[1:]
shipped = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
compiler = typst.Compiler(f"{folder}/poster.typ", root=folder, font_paths=shipped)
Path(folder, "bare.pdf").write_bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0))
