"""Picture files in a project's folder → Asset."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .. import files, pictures
from ..model.findings import PolyleafError, Where
from ..model.leaflet import Asset

SHARED = 500_000  # bytes of a picture that is kept for the next leaflet
MAX_BYTES = 40_000_000  # a photograph of a telephone has up to twenty million


def read(folder: Path, name: str, where: Where) -> Asset:
    """A picture below `folder`, named at `where`; raises PolyleafError if it cannot be drawn."""
    data = files.read_inside(
        folder, name, where, MAX_BYTES, large="picture-size", large_hint="make it smaller"
    )
    shared = _faultless(name, data) if len(data) <= SHARED else None
    return shared or pictures.read(name, data, where)


@lru_cache(maxsize=64)  # leaflets share drawings
def _faultless(name: str, data: bytes) -> Asset | None:
    """The picture, unless something is to be said of it, which has its place in a leaflet."""
    try:
        made = pictures.read(name, data, Where(""))
    except PolyleafError:
        return None
    return None if made.notes else made


def logo(folder: Path, name: str, where: Where) -> tuple[Asset, float]:
    """A picture with its shape, width by height; raises PolyleafError if it cannot be drawn."""
    asset = read(folder, name, where)
    return asset, pictures.shape(asset, where)
