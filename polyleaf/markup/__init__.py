"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .catalogue import catalogue
from .extract import strings
from .pack import PackRenderer, pack
from .render import LanguageStyle, render

__all__ = ["LanguageStyle", "PackRenderer", "catalogue", "pack", "render", "strings"]
