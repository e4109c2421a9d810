"""Which column of a table is which, whatever order people and programs leave them in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# What the head of a column may say, in lower case: ours, and those of translate-toolkit and others.
NAMES = {
    "key": "key id",
    "context": "context msgctxt",
    "source": "source msgid original english text source_text",
    "target": "translation target msgstr translated target_text",
    "state": "state status fuzzy",
    "notes": "translator_comments remarks",
    "source_language": "source_language",
    "target_language": "target_language language",
}
COLUMN = {name: column for column, names in NAMES.items() for name in names.split()}
TAGGED = re.compile(r"\s*(?P<name>[\w ]+?)\s*[\[(](?:[^()\[\]]*,\s*)?(?P<tag>[\w-]+)[\])]\s*")
FUZZY = ("fuzzy", "needs-review", "needs review", "true", "yes", "1", "draft")


@dataclass(frozen=True, slots=True)
class Columns:
    """The number of each column, and the languages that the head of the table names."""

    places: dict[str, int]
    source_tag: str = ""
    target_tag: str = ""

    def cell(self, row: Sequence[str], name: str) -> str:
        """A cell of a row; empty if there is none."""
        place = self.places.get(name, -1)
        return row[place] if 0 <= place < len(row) else ""


def head(column: str, english_name: str = "", tag: str = "") -> str:
    """The head of a column, such as `Translation (Somali, so)`."""
    language = ", ".join(filter(None, (english_name, tag)))
    return f"{column} ({language})" if language else column


def find(row: Sequence[str]) -> Columns | None:
    """The columns if the row is the head of a table: source and translation are needed."""
    places: dict[str, int] = {}
    tags: dict[str, str] = {}
    for place, cell in enumerate(row):
        found = TAGGED.fullmatch(" ".join(cell.split()))
        name = (found["name"] if found else cell).strip().lower()
        column = COLUMN.get(name) or COLUMN.get(name.replace(" ", "_"))
        if column and column not in places:
            places[column] = place
            tags[column] = found["tag"] if found else ""
    if "target" not in places or not {"source", "key"} & places.keys():
        return None
    return Columns(places, tags.get("source", ""), tags["target"])


def is_fuzzy(state: str) -> bool:
    return state.strip().lower() in FUZZY
