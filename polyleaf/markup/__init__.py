"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .catalogue import catalogue
from .extract import strings
from .render import Tongue, render

__all__ = ["Tongue", "catalogue", "render", "strings"]
