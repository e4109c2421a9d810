"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .fill import index
from .pack_page import pack
from .plain_text import plain_text
from .render import render
from .template_strings import strings

__all__ = ["index", "pack", "plain_text", "render", "strings"]
