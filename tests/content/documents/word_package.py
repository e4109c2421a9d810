"""A .docx as Word writes it, from the XML of its parts."""

from __future__ import annotations

import io
import zipfile

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
}
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{TYPE}.document.main+xml"
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")
LINK = "https://nhs.example/knee"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def package(body: str, parts: dict[str, str] | None = None, *, strict: bool = False) -> bytes:
    """The document with `body`, and other parts by their name below word/: {"footnotes": …}."""
    spaces = {**SPACES, **(STRICT if strict else {})}
    office = spaces["r"]
    given = parts or {}
    related = "".join(
        f'<Relationship Id="r{name}" Target="{name}.xml" Type="{office}/{name.rstrip("1")}"/>'
        for name in given
        if name in PARTS
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{name.rstrip("1")}+xml"/>'
        for name in given
        if name in PARTS
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>{types}</Types>',
        )
        new.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Target="word/document.xml" '
            f'Type="{office}/officeDocument"/></Relationships>',
        )
        new.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{RELATIONS}">{related}<Relationship Id="link" '
            f'TargetMode="External" Target="{LINK}" Type="{office}/hyperlink"/></Relationships>',
        )
        new.writestr("word/document.xml", _root("document", f"<w:body>{body}</w:body>", spaces))
        for name, inside in given.items():
            root = {"header1": "hdr", "footer1": "ftr"}.get(name, name.rpartition("/")[2])
            new.writestr(f"word/{name}.xml", _root(root.rstrip("1"), inside, spaces))
    return made.getvalue()


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def title(text: str = "Knees") -> str:
    return paragraph(run(text, "<w:b/>"))


def _root(name: str, inside: str, spaces: dict[str, str]) -> str:
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {declared}>{inside}</w:{name}>'
