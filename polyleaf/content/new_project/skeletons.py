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
    return text.replace("TODAY", today.isoformat()).replace(
        "REVIEW", next_review(today).isoformat()
    )


def next_review(today: date) -> date:
    """When a leaflet that is written today is reviewed; 29 February has no such day."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return today.replace(year=today.year + YEARS, day=day)
