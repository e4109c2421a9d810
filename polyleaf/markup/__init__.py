"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .fill import index
from .fitted import at_step, step
from .pack_page import pack
from .plain_text import plain_text
from .render import render
from .template_strings import strings
from .worksheet_page import worksheet_page

__all__ = ["at_step", "index", "pack", "plain_text", "render", "step", "strings", "worksheet_page"]
