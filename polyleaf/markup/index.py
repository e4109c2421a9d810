"""What stands in the output folder → output/index.html, where clinic staff choose a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.jobs import Built
from ..model.sheet import Clinic, Edition
from .fill import fill


def index(rows: Iterable[Built], clinic: Clinic, templates: Edition) -> str:
    """The page, a table a leaflet and a row a language; raises PolyleafError."""
    return fill(templates, "catalogue/index.html", {"rows": list(rows), "clinic": clinic})
