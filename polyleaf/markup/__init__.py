"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .extract import strings
from .render import render

__all__ = ["render", "strings"]
