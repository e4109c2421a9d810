"""Plain text of a leaflet → a leaflet, to run the checks of content on what others wrote.

The first line is the title. A line that begins with `#` is a heading, with `-` or `•` an item of a
list; a line by itself is a paragraph.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from polyleaf.content import leaflets
from polyleaf.model.leaflet import Asset, Leaflet

HEAD = """kind: leaflet
title: {title}
summary: [{title}]
published: 2026-01-01
review_by: 2199-01-01
written_by: Somebody
funding: none
sections:
"""
ITEM = re.compile(r"\s*[-•*+]\s+(?=\S)")
HEADING = re.compile(r"\s*#+\s*(?=\S)")
LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f]+")


def leaflet(path: Path) -> Leaflet:
    """The leaflet of a text file, whose lines are those of the file."""
    lines = path.read_text("utf-8", errors="replace").splitlines()
    title, *rest = [" ".join(LINE.findall(line)).strip() for line in lines]
    body: list[str] = []
    for line in rest:
        text = ITEM.sub("", HEADING.sub("", line)).strip()
        if HEADING.match(line) or not body:
            heading = text or title
            body.append(f"  - {{id: s{len(body)}, heading: {_written(heading)}, blocks: [ ")
        elif text:
            kind = "list: [{}]" if ITEM.match(line) else "paragraph: {}"
            body.append(f"    {{{kind.format(_written(text))}}},")
        else:
            body.append("")
    return leaflets.parse(
        (HEAD.format(title=_written(title)) + _closed(body)).encode(),
        f"content/{_name(path)}.yaml",
        lambda *_: Asset("", "", b""),
    )


def _closed(body: list[str]) -> str:
    """The sections, each with at least a block, and its bracket closed."""
    made: list[str] = []
    for number, line in enumerate(body):
        if line.startswith("  - ") and number:
            made[-1] += " ]}"
        made.append(line)
        if line.startswith("  - "):
            following = next((other for other in body[number + 1 :] if other), "")
            if not following.startswith("    "):
                made[-1] += "{paragraph: –}"
    return "\n".join(made) + " ]}\n"


def _written(text: str) -> str:
    return json.dumps(re.sub(r"([\[\]{}*\\])", r"\\\1", text), ensure_ascii=False)


def _name(path: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "leaflet"
