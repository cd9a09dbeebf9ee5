"""Compile the templates of this package once, and keep the code beside the package; those of a site never are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from stip import beside
from stip.cache import Maker

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of templates; what is no template of ours is compiled each time, or code of a project would run."""

    def __init__(self, folder: Path, maker: str) -> None:
        """Keep the code of the templates in a folder of ours; `maker` is our module that says how they are compiled."""
        self._folder = folder
        self._maker = Maker((maker,), ("Jinja2", "MarkupSafe", "mkdocs"))

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name under which the code of a template is kept; empty for one that is not ours."""
        ours = filename is not None and Path(filename) == self._folder / name
        return f"{self._folder.parent.name}.{name.replace('/', '.')}" if ours else ""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of the code of a template: what others add to its language counts as its text does."""
        signs = (environment.block_start_string, environment.variable_start_string, environment.autoescape)
        blanks = (environment.trim_blocks, environment.lstrip_blocks, environment.keep_trailing_newline)
        told = repr((source, sorted(environment.extensions), signs, blanks))
        return super().get_bucket(environment, name, filename, told)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code of a template, when it was made of just this by just these programs."""
        content = beside.found(bucket.key, self._mark(bucket)) if bucket.key else None
        if content is not None:
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        if bucket.key:
            beside.keep(bucket.key, self._mark(bucket), bucket.bytecode_to_string())

    def _mark(self, bucket: Bucket) -> str:
        return f"{self._maker.mark} {bucket.checksum}"
