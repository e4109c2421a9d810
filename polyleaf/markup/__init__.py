"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .catalogue import catalogue
from .extract import strings
from .pack import Voice, pack
from .render import Tongue, render

__all__ = ["Tongue", "Voice", "catalogue", "pack", "render", "strings"]
