"""A file of a clinic → the YAML of a leaflet, its pictures, and what a person has to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ...model.findings import Finding, PolyleafError, Severity, Where
from . import key_lines, lost_words, pictures_beside, yaml_text
from .as_leaflet import parts_of
from .blocks import DocumentBlock
from .html_blocks import read as blocks_of
from .lost_words import FileText
from .sections import DocumentPart
from .to_html import READERS

# What YAML has no place for (1.2.2, 5.1), and no reader a use.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)
HINT = "put it right, and take the comment out"
KINDS = tuple(READERS)
OTHERS = {
    ".doc": "open it in Word or LibreOffice and save it as .docx",
    ".odt": "open it in LibreOffice and save it as .docx",
    ".rtf": "open it in Word or LibreOffice and save it as .docx",
    ".pages": "in Pages choose File, Export To, Word",
    ".pdf": "ask for the file that it was made from; Word opens many PDF files, too",
}


@dataclass(frozen=True, slots=True)
class Document:
    """`pictures` are by their path below content/; `findings` stand at their lines of `text`."""

    text: str
    pictures: dict[str, bytes]
    findings: tuple[Finding, ...]


def read(
    data: bytes,
    path: str,
    name: str,
    country: str,
    clinic: dict[str, str],
    today: date,
    beside: pictures_beside.Beside = pictures_beside.nothing,
) -> Document:
    """What the file at `path` says, as the leaflet `name`; or PolyleafError if it is none.

    `clinic` has the names of clinic.yaml's telephones by their last nine digits; `beside` reads
    the pictures that the file names.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix not in READERS:
        message = f"files that end in {suffix or 'nothing'} are not read"
        hint = OTHERS.get(suffix, f"read are {', '.join(READERS)}")
        raise PolyleafError([Finding(Where(path), "document-kind", message, hint)])
    try:
        html, texts = READERS[suffix](data, path)
        parts = parts_of(blocks_of(CONTROL.sub(" ", html)), country, clinic)
    except RecursionError:  # no person nests hundreds of boxes
        message = "its parts are nested too deep to be read"
        hint = "copy its text into a new file, and import that"
        raise PolyleafError([Finding(Where(path), "document-unreadable", message, hint)]) from None
    if not parts.sections:
        parts.sections = [
            DocumentPart("[add a heading]", [DocumentBlock("paragraph", "[add a text]")], id="text")
        ]
    pictures_beside.take(parts.sections, beside)
    left = [FileText(CONTROL.sub(" ", each.text), each.place) for each in texts]
    for each in left:
        if each.place in ("header", "footer"):
            key_lines.from_around(each.text, parts, country)
    text = yaml_text.leaflet_text(parts, name, today)
    text += lost_words.as_comments(lost_words.lost(left, text, parts.lines))
    return Document(text, _pictures(parts.sections, name), tuple(_to_look_at(text, name)))


def _pictures(sections: list[DocumentPart], name: str) -> dict[str, bytes]:
    figures = (
        block.picture
        for section in sections
        for block in section.blocks
        if block.kind == "figure" and block.picture
    )
    return {
        yaml_text.picture_name(name, number, picture.suffix): picture.data
        for number, picture in enumerate(figures, 1)
        if picture.can_be_drawn
    }


def _to_look_at(text: str, name: str) -> list[Finding]:
    """A warning for each comment that asks a person to look."""
    path = f"content/{name}.yaml"
    return [
        Finding(
            Where(path, number, line.index("#") + 1),
            "document-look",
            line.partition(yaml_text.NOTE)[2],
            HINT,
            Severity.WARNING,
        )
        for number, line in enumerate(text.splitlines(), 1)
        if line.lstrip().startswith(yaml_text.NOTE)
    ]
