"""A .docx → HTML, by mammoth, and every text that is in it.

Headers, footers, comments and what was deleted while changes were tracked are in no reader's HTML.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.parsers import expat

from ...model.findings import Finding, PolyleafError, Where

# Every part that may have text, also of diagrams and charts; glossary/ has texts to be put in.
PARTS = re.compile(r"word/(?!glossary/).+\.xml")
TEXTS = ("t", "delText", "v")  # of Word, of drawings and of equations; values of charts
MOST_BYTES = 200_000_000  # unpacked
MOST_PARTS = 5_000
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
"""
ENCRYPTED = b"\xd0\xcf\x11\xe0"  # also what Word wrote before 2007


def html(data: bytes, path: str) -> str:
    """The document; raises PolyleafError for what is no .docx that may be read."""
    _checked(data, path)
    import mammoth

    try:
        return str(mammoth.convert_to_html(io.BytesIO(data), style_map=STYLES).value)
    except Exception as error:  # it raises whatever its parts raise: KeyError, struct.error …
        raise PolyleafError([_fault(path, f"it cannot be read: {error}"[:200])]) from None


def texts(data: bytes) -> Iterator[str]:
    """Each paragraph of each part, also deleted ones; Word has two namespaces (ISO 29500)."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in sorted(package.namelist()):
            if PARTS.fullmatch(name):
                yield from _paragraphs(ElementTree.fromstring(package.read(name)))


def _paragraphs(root: ElementTree.Element) -> Iterator[str]:
    """The text of each paragraph; one within another, as in a text box, stands by itself."""
    found: list[str] = []
    within: list[str] = []

    def walk(element: ElementTree.Element) -> None:
        for child in element:
            name = _local(child)
            if name == "p":
                within.extend(_paragraphs(child))
            elif name in TEXTS:
                found.append(child.text or "")
            elif name == "noBreakHyphen":
                found.append("-")
            elif name in ("tab", "br", "cr"):
                found.append(" ")
            elif name != "Fallback":  # the same once more, for older programs
                walk(child)

    walk(root)
    if text := "".join(found).strip():
        yield text
    yield from within


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _checked(data: bytes, path: str) -> None:
    """Raise PolyleafError for what is no document, or could take all memory."""
    if data.startswith(ENCRYPTED):
        message = "it is an old .doc, or locked with a password"
        raise PolyleafError([_fault(path, message)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if sum(each.file_size for each in members) > MOST_BYTES or len(members) > MOST_PARTS:
                raise PolyleafError([_fault(path, f"it unpacks to over {MOST_BYTES:,} bytes")])
            if not any(PARTS.fullmatch(each.filename) for each in members):
                raise PolyleafError([_fault(path, "it holds no document of Word")])
            for each in members:
                if each.filename.endswith((".xml", ".rels")):
                    _without_declarations(package.read(each), path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PolyleafError([_fault(path, f"it is no whole .docx: {error}"[:200])]) from None


def _without_declarations(xml: bytes, path: str) -> None:
    """Word declares no entities, which could expand without end (XML 1.0, 4.2)."""
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise PolyleafError([_fault(path, "its XML declares a document type")])

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise PolyleafError([_fault(path, f"its XML is broken: {error}")]) from None


def _fault(path: str, message: str) -> Finding:
    hint = "open it in Word or LibreOffice and save it as .docx, without a password"
    return Finding(Where(path), "document-unreadable", message, hint)
