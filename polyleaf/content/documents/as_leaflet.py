"""Blocks → the parts of a leaflet, with a note wherever a person has to look."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from . import known_lines
from .blocks import DocumentBlock, DocumentItem
from .html_blocks import SUBTITLE

MONTH_FIRST = ("US", "PH", "CA")
LONGEST_LINE = 120  # characters of a paragraph that may be a title, a date or an author
LONGEST_HEADING = 60  # characters of a first sentence that may stand above a box
SENTENCE = re.compile(r"(.{2,}?[.!?])\s+(?=\S)", re.DOTALL)


@dataclass(slots=True)
class DocumentPart:
    heading: str
    blocks: list[DocumentBlock] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    id: str = ""


@dataclass(slots=True)
class Parts:
    """Of a leaflet. What the file does not say is empty."""

    title: str = ""
    subtitle: str = ""
    summary: list[str] = field(default_factory=list)
    published: date | None = None
    review_by: date | None = None
    written_by: str = ""
    sections: list[DocumentPart] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    @property
    def is_faq(self) -> bool:
        """Whether most headings are questions."""
        asked = sum(part.heading.rstrip().endswith(("?", "؟", "？")) for part in self.sections)
        return len(self.sections) >= 2 and asked * 3 >= len(self.sections) * 2


def parts_of(blocks: list[DocumentBlock], country: str, clinic: dict[str, str]) -> Parts:
    """The parts; `clinic` has telephones' names by their last digits: {"079460958": "phone"}."""
    parts = Parts()
    current: DocumentPart | None = None
    place = ""  # summary or sources, while their section is read
    for block in _without_title(blocks, parts):
        if block.kind == "heading":
            place = _place(block.text)
            if not place:
                current = DocumentPart(block.text)
                parts.sections.append(current)
                if block.level > 2:
                    current.notes.append("it was a smaller heading, below the one before")
            continue
        if _taken(block, parts, country) or (place and _into(place, block, parts)):
            continue
        if block.level == SUBTITLE and not parts.subtitle and current is None:
            parts.subtitle = block.text
            continue
        if current is None:
            current = DocumentPart("[add a heading]")
            parts.sections.append(current)
        current.blocks.append(_settled(block, clinic))
    parts.sections = [part for part in parts.sections if part.blocks or _joined(part, parts)]
    _name(parts.sections)
    return parts


def _without_title(blocks: list[DocumentBlock], parts: Parts) -> list[DocumentBlock]:
    """What follows the title: the first heading, or else the first paragraph."""
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            parts.title = block.text
            return blocks[:number] + blocks[number + 1 :]
        if number > 8:
            break
    for number, block in enumerate(blocks):
        if block.kind == "paragraph" and len(block.text) <= LONGEST_LINE:
            parts.title = block.text.replace("**", "")
            return blocks[:number] + blocks[number + 1 :]
    return blocks


def _place(heading: str) -> str:
    bare = heading.translate(known_lines.MARKS).strip()
    if known_lines.SOURCES.fullmatch(bare):
        return "sources"
    return "summary" if known_lines.SUMMARY.fullmatch(bare) else ""


def _into(place: str, block: DocumentBlock, parts: Parts) -> bool:
    """Add a list or a paragraph to the summary or the sources; false if it is of another kind."""
    wanted = parts.summary if place == "summary" else parts.sources
    if block.kind == "paragraph":
        wanted.append(block.text)
    elif block.kind in ("list", "steps"):
        wanted += [text for item in block.items for text in (item.text, *item.below) if text]
    else:
        return False
    return True


def _taken(block: DocumentBlock, parts: Parts, country: str) -> bool:
    """Take a line that says a date or an author and nothing else; false for any other."""
    if block.kind != "paragraph" or len(block.text) > LONGEST_LINE:
        return False
    bare = " ".join(block.text.translate(known_lines.MARKS).split())
    first = country in MONTH_FIRST
    if (found := known_lines.REVIEW.fullmatch(bare)) and parts.review_by is None:
        parts.review_by = known_lines.day(found[1], month_first=first)
        return parts.review_by is not None
    if (found := known_lines.PUBLISHED.fullmatch(bare)) and parts.published is None:
        parts.published = known_lines.day(found[1], month_first=first)
        if parts.published is not None:
            return True
    if (found := known_lines.AUTHOR.fullmatch(bare)) and not parts.written_by:
        parts.written_by = found[1]
        return True
    if known_lines.REVIEWED.fullmatch(bare):
        block.notes.append("reviewed_by has who reviewed it, with their work and the day")
    return False


def _settled(block: DocumentBlock, clinic: dict[str, str]) -> DocumentBlock:
    if block.kind == "paragraph" and known_lines.is_emergency(block.text):
        return _box([block], clinic, "urgent")
    if block.kind == "box":
        return _box(block.inside, clinic, "")
    _map(block, lambda text: _with_placeholders(text, clinic, block))
    return block


def _box(inside: list[DocumentBlock], clinic: dict[str, str], tone: str) -> DocumentBlock:
    """A callout: its heading is its own, or its first short sentence."""
    made = DocumentBlock("box")
    lines = [text for block in inside for text in _lines(block)]
    if inside and inside[0].kind == "heading":
        heading, lines = lines[0], lines[1:]
    elif lines and (first := SENTENCE.match(lines[0])) and len(first[1]) <= LONGEST_HEADING:
        heading, lines[0] = first[1].rstrip("."), lines[0][first.end() :]
    else:
        heading = "[add what this box is about]"
    text = " ".join(lines) or "[add what it says]"
    urgent = tone or ("urgent" if known_lines.is_emergency(f"{heading} {text}") else "info")
    made.items = [
        DocumentItem(heading.replace("**", "")),
        DocumentItem(_with_placeholders(text, clinic, made)),
    ]
    made.text = urgent
    if len(lines) > 1:
        made.notes.append("the lines of this box stand one after another now")
    if any(block.kind in ("table", "figure") for block in inside):
        made.notes.append("a table or a picture stood in this box")
    return made


def _lines(block: DocumentBlock) -> list[str]:
    found = [block.text] if block.text and block.kind in ("heading", "paragraph") else []
    found += [text for item in block.items for text in (item.text, *item.below)]
    found += [cell for row in block.rows for cell in row if cell]
    for each in block.inside:
        found += _lines(each)
    return found


def _with_placeholders(text: str, clinic: dict[str, str], block: DocumentBlock) -> str:
    """The clinic's own numbers as placeholders; others stay as they are, with a note."""

    def put(found: re.Match[str]) -> str:
        name = clinic.get(known_lines.digits(found[0])[-9:])
        if name:
            return f"{{clinic.{name}}}"
        block.notes.append(f"{found[0].strip()} is no number of clinic.yaml: see whose it is")
        return found[0]

    return known_lines.TELEPHONE.sub(put, text)


def _map(block: DocumentBlock, change: Callable[[str], str]) -> None:
    block.text = change(block.text)
    for item in block.items:
        item.text, item.below = change(item.text), [change(text) for text in item.below]
    block.rows = [[change(cell) for cell in row] for row in block.rows]


def _joined(part: DocumentPart, parts: Parts) -> bool:
    """A heading without a text: it may be a group of others; it stays as a note of the next."""
    after = parts.sections.index(part) + 1
    if after < len(parts.sections):
        parts.sections[after].notes.insert(0, f"it stood below the heading: {part.heading}")
        return False
    part.blocks.append(DocumentBlock("paragraph", "[add what stands below this heading]"))
    return True


def _name(sections: list[DocumentPart]) -> None:
    """Ids out of the headings, each once."""
    taken: set[str] = set()
    for number, section in enumerate(sections, 1):
        plain = unicodedata.normalize("NFKD", section.heading).encode("ascii", "ignore").decode()
        words = re.findall(r"[a-z0-9]+", plain.lower())[:4]
        name = "-".join(words) or f"section-{number}"
        name = name if name[0].isalpha() else f"section-{name}"
        section.id = name if name not in taken else f"{name}-{number}"
        taken.add(section.id)
