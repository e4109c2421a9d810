"""PO and POT files: read without loss, extracted, merged, and written as gettext's tools do."""

from . import offered
from .borrowed import borrowed, with_method
from .corrections import Correction, corrected, why_not
from .glossary import avoided, glossary
from .lookup import found, messages, misplaced, waived, waivers
from .merge import merge, new_catalog, translations
from .messages import METHOD, Catalog, Entry, Key
from .read import read
from .signed import provenance, restored, sign
from .source_messages import of_leaflet, of_templates, template
from .write import same, write

__all__ = [
    "METHOD",
    "Catalog",
    "Correction",
    "Entry",
    "Key",
    "avoided",
    "borrowed",
    "corrected",
    "found",
    "glossary",
    "merge",
    "messages",
    "misplaced",
    "new_catalog",
    "of_leaflet",
    "of_templates",
    "offered",
    "provenance",
    "read",
    "restored",
    "same",
    "sign",
    "template",
    "translations",
    "waived",
    "waivers",
    "why_not",
    "with_method",
    "write",
]
