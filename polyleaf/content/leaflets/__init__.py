"""YAML text → Leaflet: its shape, its contents, and the place of each string."""

from .assemble import parse
from .rough import texts
from .shape import schema
from .whole_file import name_faults

__all__ = ["name_faults", "parse", "schema", "texts"]
