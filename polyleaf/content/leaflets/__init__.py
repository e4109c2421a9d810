"""YAML text → Leaflet: its shape, its contents, and the place of each string."""

from .assemble import parse
from .rough import texts
from .shape import schema

__all__ = ["parse", "schema", "texts"]
