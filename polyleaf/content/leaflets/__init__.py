"""YAML text → Leaflet: what is written, whether it is whole, and where each string stands."""

from .assemble import parse
from .shape import schema

__all__ = ["parse", "schema"]
