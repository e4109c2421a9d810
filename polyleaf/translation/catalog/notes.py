"""What translators write to authors in the comments of a message, and the answers.

Every editor of catalogs has a field for them, and writes `# which tap?`. An answer is a comment
behind it: `# author: the one in the kitchen`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model.catalog import Note
from . import offered

ANSWER = re.compile(r"\s*author\s*:\s*(.*)", re.IGNORECASE)
NAME = re.compile(r"\s*translators?\s*:\s*", re.IGNORECASE)
# Comments that Polyleaf writes of its own: waivers, accepted corrections, who made a text.
EDITED = re.compile(r"\s*edited by (?P<name>.+) on (?P<day>\d{4}-\d\d-\d\d)\s*")
OURS = re.compile(
    r"\s*(?:waive\s+[a-z]|source (?:corrected|moved): |drafted by \S+$)|" + EDITED.pattern + "$"
)


def edited(comments: tuple[str, ...], name: str, day: str) -> tuple[str, ...]:
    """The comments with who has written the text last, and when, in place of earlier ones."""
    kept = (line for line in comments if not EDITED.fullmatch(line))
    return (*kept, f"edited by {name} on {day}")


def edited_by(comments: Iterable[str]) -> str:
    """Who has written a message in the preview, and when: "Ann, 2026-12-01"; else empty."""
    found = filter(None, map(EDITED.fullmatch, comments))
    return next((f"{match['name']}, {match['day']}" for match in found), "")


def notes(comments: Iterable[str]) -> tuple[Note, ...]:
    """The notes of a message in their order, each with the answer that follows it.

    Lines of one row are one note: editors break long ones.
    """
    rows: list[tuple[str, str]] = []
    for comment in comments:
        if not comment.strip() or OURS.match(comment) or offered.is_ours(comment):
            continue
        if (answer := ANSWER.fullmatch(comment)) is not None:
            said, before = rows.pop() if rows else ("", "")
            rows.append((said, f"{before} {answer[1]}".strip()))
        elif rows and not rows[-1][1] and not NAME.match(comment):
            rows[-1] = (f"{rows[-1][0]} {comment.strip()}", "")
        else:
            rows.append((NAME.sub("", comment, count=1).strip(), ""))
    return tuple(Note(text, answer) for text, answer in rows if text)
