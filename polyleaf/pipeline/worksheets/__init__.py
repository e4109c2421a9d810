"""Leaflet → a worksheet for the people who rate it: a PDF to write on, and the same as JSON.

sheet_facts       what can be counted in a localized sheet, with its places
cdc_index, pemat, discern, design_items   the items, each answered by facts or left to a person
make_worksheet    task → the two files
write_worksheets  a project → the files in a folder
"""

from .worksheet_json import schema
from .write_worksheets import FOLDER, write

__all__ = ["FOLDER", "schema", "write"]
