"""Picture files in a project's folder → Asset."""

from __future__ import annotations

from pathlib import Path

from .. import files, pictures
from ..model.findings import Where
from ..model.leaflet import Asset

MAX_BYTES = 40_000_000  # a photograph of a telephone has up to twenty million


def read(folder: Path, name: str, where: Where) -> Asset:
    """A picture below `folder`, named at `where`; raises PolyleafError if it cannot be drawn."""
    data = files.read_inside(
        folder, name, where, MAX_BYTES, large="picture-size", large_hint="make it smaller"
    )
    return pictures.read(name, data, where)


def logo(folder: Path, name: str, where: Where) -> tuple[Asset, float]:
    """A picture with its shape, width by height; raises PolyleafError if it cannot be drawn."""
    asset = read(folder, name, where)
    return asset, pictures.shape(asset, where)
