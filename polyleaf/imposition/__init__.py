"""A document's pages → sheets that are printed on both sides and folded.

arrange       which page comes to lie where
marks         where to fold, and where to cut
print_sheet   the file for the printer
calibration   a sheet that shows how a printer turns its paper

The only package that imports pikepdf.
"""

from .calibration import calibration
from .print_sheet import PrintFile, impose

__all__ = ["PrintFile", "calibration", "impose"]
