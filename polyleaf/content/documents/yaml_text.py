"""The parts of a leaflet → YAML, with a comment wherever something is left to a person."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from ..new_project.skeletons import HEAD, next_review
from . import known_lines
from .blocks import DocumentBlock, DocumentItem
from .inline_text import plain, run_on
from .leaflet_parts import Parts

NOTE = "# look: "
PLAIN = re.compile(r"[^\W\d_][^#:\\\"'{}\[\]&*!|>%@`\n]*[^\s#:\\\"'{}\[\]&*!|>%@`,]")
WORDS = ("yes", "no", "true", "false", "null", "on", "off", "y", "n", "none")


def quoted(text: str) -> str:
    """A text as a scalar of YAML, plain where that is read as it stands."""
    if PLAIN.fullmatch(text) and text.casefold() not in WORDS:
        return text
    return json.dumps(text, ensure_ascii=False)


def leaflet_text(parts: Parts, name: str, today: date) -> str:
    """The file; `name` is the leaflet's, for the names of its pictures."""
    return HEAD + "\n".join([*_head(parts, today), *_body(parts, name), *_sources(parts)]) + "\n"


def _head(parts: Parts, today: date) -> Iterator[str]:
    yield f"kind: {'faq' if parts.is_faq else 'leaflet'}"
    yield f"title: {quoted(parts.title or '[add a title]')}"
    if parts.subtitle:
        yield f"subtitle: {quoted(parts.subtitle)}"
    yield "summary:"
    for text in parts.summary or ["[add the most important thing to know]"]:
        yield f"  - {quoted(text)}"
    if parts.published is None:
        yield f"{NOTE}the file does not say when it was published"
    yield f"published: {(parts.published or today).isoformat()}"
    if parts.review_by is None:
        yield f"{NOTE}the file does not say when it is reviewed"
    yield f"review_by: {(parts.review_by or next_review(today)).isoformat()}"
    yield f"written_by: {quoted(parts.written_by or '[add who wrote this, with their work]')}"
    yield "reviewed_by: []"
    yield f"{NOTE}say who paid for it, or none"
    yield "funding: none"


def _body(parts: Parts, name: str) -> Iterator[str]:
    faq = parts.is_faq
    yield ""
    yield "questions:" if faq else "sections:"
    number = iter(range(1, 1_000_000))
    for section in parts.sections:
        yield from (f"  {NOTE}{_one_line(note)}" for note in section.notes)
        yield f"  - id: {section.id}"
        yield f"    {'question' if faq else 'heading'}: {quoted(section.heading)}"
        yield "    blocks:"
        for block in section.blocks:
            yield from (f"      {NOTE}{_one_line(note)}" for note in block.notes)
            yield from _block(block, name, number)


def _block(block: DocumentBlock, name: str, number: Iterator[int]) -> Iterator[str]:
    match block.kind:
        case "list" | "steps":
            yield f"      - {block.kind}:"
            for item in block.items:
                yield from _item(item, block.kind)
        case "terms":
            yield "      - terms:"
            for item in block.items:
                yield f"          - term: {quoted(item.text or '[add the word]')}"
                yield f"            text: {quoted(run_on(item.below) or '[add what it means]')}"
        case "table":
            yield from _table(block)
        case "box":
            heading, text = block.items
            yield "      - callout:"
            yield f"          tone: {block.text}"
            yield f"          heading: {quoted(heading.text)}"
            yield f"          text: {quoted(text.text)}"
            if block.text == "urgent":
                yield "          safety: true"
        case "figure":
            yield from _figure(block, name, next(number))
        case _:
            yield f"      - paragraph: {quoted(block.text)}"


def _item(item: DocumentItem, kind: str) -> Iterator[str]:
    if not item.below:
        yield f"          - {quoted(item.text)}"
    elif kind == "list":
        yield f"          - text: {quoted(item.text or '[add what these belong to]')}"
        yield "            items:"
        yield from (f"              - {quoted(text)}" for text in item.below)
    else:
        yield f"          {NOTE}this step had a list below it, which stands in its text now"
        yield f"          - {quoted(run_on([item.text, *item.below]))}"


def _table(block: DocumentBlock) -> Iterator[str]:
    head, *rows = block.rows
    yield "      - table:"
    yield f"          caption: {quoted(block.text or '[add what the table is about]')}"
    yield f"          columns: [{', '.join(map(json_text, head))}]"
    yield "          rows:"
    for row in rows or [["[add a row]"] * len(head)]:
        yield f"            - [{', '.join(map(json_text, row))}]"


def json_text(text: str) -> str:
    return json.dumps(text or "–", ensure_ascii=False)


def _figure(block: DocumentBlock, name: str, number: int) -> Iterator[str]:
    picture = block.picture
    assert picture is not None
    alt = picture.alt or "[add what the picture shows, for those who cannot see it]"
    lines = [
        "- figure:",
        f"    image: {picture_name(name, number, picture.suffix)}",
        f"    alt: {quoted(alt)}",
        f"    caption: {quoted(block.text or '[add the words below the picture]')}",
    ]
    if picture.can_be_drawn:
        yield from (f"      {line}" for line in lines)
        return
    what = picture.address or f"a picture in the file ({picture.suffix or 'unknown'})"
    yield f"      {NOTE}this picture could not be taken: {_one_line(what)}"
    yield from (f"      # {line}" for line in lines)
    yield f"      - paragraph: {quoted('[add a picture here, or take this paragraph out]')}"


def picture_name(leaflet: str, number: int, suffix: str) -> str:
    """Its path below content/."""
    return f"images/{leaflet}-{number}.{suffix or 'png'}"


def _sources(parts: Parts) -> Iterator[str]:
    if not parts.sources:
        return
    yield ""
    yield "sources:"
    for source in parts.sources:
        text, *notes = source.below
        bare = plain(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)).translate(known_lines.MARKS)
        address, year = known_lines.ADDRESS.search(text), known_lines.YEAR.findall(bare)
        yield from (f"  {NOTE}{note}" for note in notes)
        yield f"  - id: {source.text}"
        yield f"    cite: {quoted(bare or '[add what it is called]')}"
        if address:
            yield f"    url: {address[0]}"
        yield f"    year: {year[-1] if year else quoted('[add the year]')}"
        yield f"    level: {quoted('[add its kind: guideline, review, trial …]')}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
