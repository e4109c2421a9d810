"""PO and POT bytes ↔ Messages: read without loss, extract, merge, write as gettext's tools do."""

from .extract import of_leaflet, of_templates, template
from .merge import merge, new_catalog
from .messages import Catalog, Entry, messages
from .read import read
from .write import same, write

__all__ = [
    "Catalog",
    "Entry",
    "merge",
    "messages",
    "new_catalog",
    "of_leaflet",
    "of_templates",
    "read",
    "same",
    "template",
    "write",
]
