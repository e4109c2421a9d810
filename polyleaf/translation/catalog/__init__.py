"""PO and POT files: read without loss, extracted, merged, and written as gettext's tools do."""

from .corrections import corrected
from .glossary import glossary
from .lookup import messages, misplaced, waived
from .merge import merge, new_catalog
from .messages import Catalog, Entry
from .read import read
from .signed import sign
from .source_messages import of_leaflet, of_templates, template
from .write import same, write

__all__ = [
    "Catalog",
    "Entry",
    "corrected",
    "glossary",
    "merge",
    "messages",
    "misplaced",
    "new_catalog",
    "of_leaflet",
    "of_templates",
    "read",
    "same",
    "sign",
    "template",
    "waived",
    "write",
]
