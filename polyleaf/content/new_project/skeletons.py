"""A kind of leaflet → its YAML, with [add …] where words are to be filled in.

`check` reports each of these until it is written (`markup-foreign`), and nothing else.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files

KINDS = ("leaflet", "faq", "action-plan", "medicine")
HEAD = "# yaml-language-server: $schema=../schemas/leaflet.schema.json\n"
YEARS = 2  # until it is reviewed again


def skeleton(kind: str, today: date) -> str:
    """The text of a new file in content/."""
    text = files(__package__).joinpath("kinds", f"{kind}.yaml").read_text("utf-8")
    return HEAD + dated(text, today)


def dated(text: str, today: date) -> str:
    """With the day of today, and that of the next review."""
    month, day = (2, 28) if (today.month, today.day) == (2, 29) else (today.month, today.day)
    review = date(today.year + YEARS, month, day)
    return text.replace("TODAY", today.isoformat()).replace("REVIEW", review.isoformat())
