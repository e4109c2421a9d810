"""Blocks → the parts of a leaflet, with a note wherever a person has to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import zip_longest

from . import boxes, known_lines
from .blocks import DocumentBlock, DocumentItem
from .key_lines import taken
from .leaflet_parts import Parts
from .sections import DocumentPart, divided, filled, title_apart

MOST_POINTS = 7  # of a summary
LONGEST_POINT = 300  # characters
CITED = re.compile(r"\\\[(\d{1,2}(?:\s*[,;]\s*\d{1,2})*)\\\]")  # [1], [2, 3]
URGENT = "it says when to call for help: a callout with tone: urgent is seen first"
RESTARTED = "if these steps went on from those above, their numbers begin at 1 now"


def parts_of(blocks: list[DocumentBlock], country: str, clinic: dict[str, str]) -> Parts:
    """The parts; `clinic` has telephones' names by their last digits: {"079460958": "phone"}."""
    parts = Parts()
    parts.title, blocks = title_apart(blocks)
    sections = divided([block for block in blocks if not taken(block, parts, country)])
    numbered = 0  # sources with a number each
    for section in sections:
        match _place(section.heading):
            case "summary" if all(map(_is_short, section.blocks)) and not parts.summary:
                points = [text for block in section.blocks for text in _texts(block)]
                if 0 < len(points) <= MOST_POINTS:
                    parts.summary, section.blocks = points, []
                    parts.lines.append(section.heading)
                    section.heading = ""
            case "sources":
                numbered += _into_sources(section, parts)
    kept = [section for section in sections if section.heading or section.blocks]
    for section in kept:
        section.blocks = list(_settled(section.blocks, clinic))
        urgent = any(block.kind == "box" and block.text == "urgent" for block in section.blocks)
        if known_lines.is_emergency(section.heading) and section.blocks and not urgent:
            section.notes.append(URGENT)
    parts.sections = filled(kept)
    if numbered:
        _cite(parts.sections, numbered)
    return parts


def _place(heading: str) -> str:
    bare = heading.translate(known_lines.MARKS).strip()
    if known_lines.SOURCES.fullmatch(bare):
        return "sources"
    return "summary" if known_lines.SUMMARY.fullmatch(bare) else ""


def _is_short(block: DocumentBlock) -> bool:
    texts = _texts(block)
    return bool(texts) and all(len(text) <= LONGEST_POINT for text in texts)


def _texts(block: DocumentBlock) -> list[str]:
    """Of a paragraph or a list; nothing for what no list of texts can take."""
    if block.kind == "paragraph":
        return [block.text]
    if block.kind in ("list", "steps"):
        return [text for item in block.items for text in (item.text, *item.below) if text]
    return []


def _into_sources(section: DocumentPart, parts: Parts) -> int:
    """Take the texts of a list of sources; say how many there are if they have numbers."""
    taken = [block for block in section.blocks if _texts(block)]
    texts = [text for block in taken for text in _texts(block)]
    first = not any(each.text == "source-1" for each in parts.sources)
    if not first:
        return 0  # a second list goes on as a section
    parts.sources += [DocumentItem(f"source-{i}", [text]) for i, text in enumerate(texts, 1)]
    section.blocks = [block for block in section.blocks if not _texts(block)]
    if not section.blocks:
        parts.lines.append(section.heading)
        section.heading = ""
    return len(texts) if all(block.kind == "steps" for block in taken) else 0


def _settled(blocks: list[DocumentBlock], clinic: dict[str, str]) -> list[DocumentBlock]:
    """Boxes as callouts, telephones as placeholders; notes at the blocks that they are about."""
    made: list[DocumentBlock] = []
    waiting: list[str] = []
    stepped = False
    for block in _with_lists(blocks):
        if block.kind == "note":
            waiting += block.notes
            continue
        if block.kind == "paragraph" and known_lines.is_emergency(block.text):
            found = boxes.callout([block], "urgent")
        else:
            found = boxes.callout(block.inside) if block.kind == "box" else [block]
        for each in found:
            boxes.change(each, partial(_with_placeholders, clinic=clinic, block=each))
            if each.kind == "steps":
                each.notes += [RESTARTED] if stepped else []
                stepped = True
        if found:
            found[0].notes[:0] = waiting
            waiting = []
        made += found
    if waiting:
        made = made or [DocumentBlock("paragraph", "[add a text]")]
        made[-1].notes += waiting
    return made


def _with_lists(blocks: list[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Asking to call for help if one of these: the list is of the box that the request becomes."""
    rest = zip_longest(blocks, blocks[1:])
    for block, after in rest:
        asks = block.kind == "paragraph" and block.text.rstrip("*").endswith((":", "："))
        if asks and after and after.kind == "list" and known_lines.is_emergency(block.text):
            next(rest)
            yield DocumentBlock("box", inside=[block, after])
        else:
            yield block


def _with_placeholders(text: str, clinic: dict[str, str], block: DocumentBlock) -> str:
    """The clinic's own numbers as placeholders; others stay as they are, with a note."""

    def put(found: re.Match[str]) -> str:
        name = clinic.get(known_lines.digits(found[0])[-9:])
        if name:
            return f"{{clinic.{name}}}"
        block.notes.append(f"{found[0].strip()} is no number of clinic.yaml: see whose it is")
        return found[0]

    return known_lines.TELEPHONE.sub(put, text)


def _cite(sections: list[DocumentPart], numbered: int) -> None:
    """Numbers in brackets, as [1], that are those of the sources."""

    def cited(found: re.Match[str]) -> str:
        numbers = [int(each) for each in re.findall(r"\d+", found[1])]
        if not all(1 <= number <= numbered for number in numbers):
            return found[0]
        return "".join(f"[@source-{number}]" for number in numbers)

    for section in sections:
        for block in section.blocks:
            boxes.change(block, lambda text: CITED.sub(cited, text))
