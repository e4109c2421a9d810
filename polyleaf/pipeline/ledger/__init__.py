"""Leaflets → what they claim, and on which works each claim rests."""

from .make_ledger import of_leaflet
from .read_ledger import LedgerRead, read_ledger

__all__ = ["LedgerRead", "of_leaflet", "read_ledger"]
