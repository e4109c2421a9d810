"""LocalizedLeaflet × Edition → Html: one document that refers to nothing outside itself."""

from .catalogue import Catalogue, catalogue_words, escaped, words_in
from .fitted import at_step, step
from .pack_page import pack
from .passage_marks import unkeyed
from .plain_text import plain_text
from .render import render
from .strict_page import strict
from .template_strings import strings
from .text_renderer import Lookup
from .word_file import WordProperties, word_file
from .worksheet_page import worksheet_page

__all__ = [
    "Catalogue",
    "Lookup",
    "WordProperties",
    "at_step",
    "catalogue_words",
    "escaped",
    "pack",
    "plain_text",
    "render",
    "step",
    "strict",
    "strings",
    "unkeyed",
    "word_file",
    "words_in",
    "worksheet_page",
]
