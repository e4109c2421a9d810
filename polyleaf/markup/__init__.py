"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .index import catalogue
from .pack_page import PackRenderer, pack
from .render import LanguageStyle, render
from .template_strings import strings

__all__ = ["LanguageStyle", "PackRenderer", "catalogue", "pack", "render", "strings"]
