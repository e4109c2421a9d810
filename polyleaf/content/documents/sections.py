"""Blocks one after another → the title, and sections with a heading each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from .blocks import DocumentBlock
from .html_lines import BOLD_LINE, NUMBERED
from .inline_text import plain

LONGEST_TITLE = 120  # characters of a paragraph that may be a title
FIRST_BLOCKS = 9  # among which the title stands
LONGEST_LINE = 60  # characters of a line that may be a heading in a file that has none
TEXT = 80  # characters of the text that such a line stands above
NUMBERS = "sheets number their sections: take the numbers of these headings out"
SMALLER = "it was a smaller heading, below the one before"


@dataclass(slots=True)
class DocumentPart:
    """A section; what stands before the first heading has none."""

    heading: str
    blocks: list[DocumentBlock] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    id: str = ""


def title_apart(blocks: list[DocumentBlock]) -> tuple[str, list[DocumentBlock]]:
    """The first heading, or else a short line at the beginning; and what else there is."""
    first = blocks[:FIRST_BLOCKS]
    headings = [number for number, block in enumerate(first) if block.kind == "heading"]
    lines = [number for number, block in enumerate(first) if _may_be_title(block)]
    found = [*headings, *lines]
    if headings and lines and lines[0] < headings[0] and first[headings[0]].text.endswith(":"):
        found = lines  # the heading is that of a part
    if not found:
        return "", blocks
    return as_heading(plain(blocks[found[0]].text)), blocks[: found[0]] + blocks[found[0] + 1 :]


def divided(blocks: list[DocumentBlock]) -> list[DocumentPart]:
    """The sections, also those that are a heading alone."""
    if not any(block.kind == "heading" for block in blocks):
        blocks = list(_short_lines(blocks))
    blocks = list(_rows_of_bold(blocks))
    top = min((block.level for block in blocks if block.kind == "heading"), default=0)
    parts = [DocumentPart("")]
    for block in blocks:
        if block.kind == "heading":
            notes = [*([SMALLER] if block.level > top else []), *block.notes]
            parts.append(DocumentPart(block.text, notes=notes))
        else:
            parts[-1].blocks.append(block)
    return parts if parts[0].blocks else parts[1:]


def filled(parts: list[DocumentPart]) -> list[DocumentPart]:
    """Those that have a text; a heading without one is a note of the section that follows it."""
    made: list[DocumentPart] = []
    above: list[DocumentPart] = []
    for part in _without_logo(parts):
        if part.blocks:
            part.notes[:0] = [f"it stood below the heading: {each.heading}" for each in above]
            made.append(part)
            above = []
        else:
            above.append(part)
    if above:
        last = above.pop()
        last.notes[:0] = [f"it stood below the heading: {each.heading}" for each in above]
        last.blocks = [DocumentBlock("paragraph", "[add what stands below this heading]")]
        made.append(last)
    if first := next((part for part in made if NUMBERED.match(part.heading)), None):
        first.notes.append(NUMBERS)
    _name(made)
    return made


def as_heading(text: str) -> str:
    """A number in front is meant as one, not as a step."""
    found = NUMBERED.match(text)
    return re.sub(r"([.)])", r"\\\1", found[0]) + text[found.end() :] if found else text


def _rows_of_bold(blocks: list[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Of three lines in bold or more, as an address has, only the first is a heading."""
    bold = [block.kind == "heading" and block.level == BOLD_LINE for block in blocks]
    bold += [False, False]
    run = 0
    for number, block in enumerate(blocks):
        run = run + 1 if bold[number] else 0
        if run >= 2 and (run >= 3 or bold[number + 1]):
            yield DocumentBlock("paragraph", f"**{block.text}**", notes=block.notes)
        else:
            yield block


def _short_lines(blocks: list[DocumentBlock]) -> Iterator[DocumentBlock]:
    """A file without headings: lines of their own above a text are."""
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else DocumentBlock("paragraph")
        above = after.kind not in ("paragraph", "note") or len(after.text) >= TEXT
        if block.kind == "paragraph" and above and _may_be_heading(block.text):
            notes = ["it was a line of its own: see that it is a heading", *block.notes]
            yield DocumentBlock("heading", plain(block.text), BOLD_LINE, notes=notes)
        else:
            yield block


def _may_be_title(block: DocumentBlock) -> bool:
    text = plain(block.text)
    ends_so = len(text) <= LONGEST_TITLE and text[-1:] not in ".,;:"
    return block.kind == "paragraph" and ends_so and not NUMBERED.match(text)


def _may_be_heading(text: str) -> bool:
    words = plain(text)
    begins = NUMBERED.sub("", words, count=1)[:1]
    return len(words) <= LONGEST_LINE and words[-1:] not in ".,;:!…" and begins.isupper()


def _without_logo(parts: list[DocumentPart]) -> list[DocumentPart]:
    """Pictures above the first heading, and nothing else: they go to the section below it."""
    first, *others = parts or [DocumentPart("")]
    if first.heading or not others or any(block.kind != "figure" for block in first.blocks):
        return parts
    for block in first.blocks:
        block.notes.append("it stood above all text: take out a logo, which clinic.yaml has")
    others[0].blocks[:0] = first.blocks
    return others


def _name(sections: list[DocumentPart]) -> None:
    """Ids out of the headings, each once."""
    taken: set[str] = set()
    for number, section in enumerate(sections, 1):
        section.heading = as_heading(section.heading) or "[add a heading]"
        ascii_ = unicodedata.normalize("NFKD", section.heading).encode("ascii", "ignore").decode()
        words = re.findall(r"[a-z0-9]+", ascii_.lower())[:4]
        name = "-".join(words) or f"section-{number}"
        name = name if name[0].isalpha() else f"section-{name}"
        section.id = name if name not in taken else f"{name}-{number}"
        taken.add(section.id)
