"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .catalogue import catalogue
from .extract import strings
from .render import render

__all__ = ["catalogue", "render", "strings"]
