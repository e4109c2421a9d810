"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .fill import index
from .pack_page import PackRenderer, pack
from .render import render
from .template_strings import strings
from .text_renderer import LanguageStyle

__all__ = ["LanguageStyle", "PackRenderer", "index", "pack", "render", "strings"]
