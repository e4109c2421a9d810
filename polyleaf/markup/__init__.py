"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .index import index
from .pack_page import PackRenderer, pack
from .render import LanguageStyle, render
from .template_strings import strings

__all__ = ["LanguageStyle", "PackRenderer", "index", "pack", "render", "strings"]
