"""What two independent readers get out of a PDF: pdfium (Chromium, Android) and poppler (Linux)."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pikepdf
import pypdfium2

# Put in for readers, by readers or by line breaks: marks of direction, poppler's embedding marks,
# pdfium's sign for the hyphen of a divided word, form feeds; and hyphens, which both drop where
# they take a word for divided.
UNWRITTEN = dict.fromkeys(
    map(
        ord,
        "\u202a\u202b\u202c\u200b\u2060\u2066\u2067\u2068\u2069\u00ad\u200e\u200f\ufffe\x02\x0c-\u2010",
    )
)
MIRRORED = str.maketrans(")]}»›”", "([{«‹“")


def pdfium(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def poppler(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def folded(text: str) -> str:
    """The text without white space, in Unicode's compatibility form (NFKC)."""
    kept = unicodedata.normalize("NFKC", text).translate(UNWRITTEN)
    return "".join(kept.split())


def unpaired(text: str) -> str:
    """Both brackets of a pair as one. pdfium turns the brackets of right-to-left text round, for
    documents whose writers gave a mirrored glyph the text of its shape (ours has what was written).
    """
    return text.translate(MIRRORED)


def passages(document: str) -> list[str]:
    """The text of an HTML document by paragraphs, list items, cells and headings."""
    reader = _Passages()
    reader.feed(document)
    return [text for parts in reader.found if (text := " ".join("".join(parts).split()))]


class _Passages(HTMLParser):
    INLINE = ("a", "bdi", "em", "span", "strong")
    SILENT = ("head", "style", "script")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = [[]]
        self.silent = False

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.silent = self.silent or tag in self.SILENT
        if tag not in self.INLINE:
            self.found.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SILENT:
            self.silent = False
        if tag not in self.INLINE:
            self.found.append([])

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found[-1].append(data)


def spoken(data: bytes) -> str:
    """What a reader that goes by the tags gets: the document's text in the order of its tag tree.

    Each marked content says its letters by its fonts' ToUnicode maps, unless its element has an
    ActualText (ISO 32000-1, 14.7, 14.8.2 and 14.9.4). Left out: artifacts, which have no tag, and
    the labels of lists, which are not in the source.
    """
    with pikepdf.open(io.BytesIO(data)) as opened:
        said = {page.obj.objgen: marked_texts(page) for page in opened.pages}
        return "".join(_of_element(opened.Root.StructTreeRoot.K[0], said))


def _of_element(element: Any, said: dict[tuple[int, int], dict[int, str]]) -> Iterator[str]:
    if element.S == "/Lbl":
        return
    if "/ActualText" in element:
        yield str(element.ActualText)
        return
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield said[element.Pg.objgen].get(kid, "")
        elif "/S" in kid:
            yield from _of_element(kid, said)


def marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The text of each marked content of a page, by its number."""
    maps = {
        name: dict(re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes()))
        for name, font in page.Resources.Font.items()
    }
    found: dict[int, str] = defaultdict(str)
    open_marks: list[int] = []  # -1: without a number
    font: dict[bytes, bytes] = {}
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction), "an inline image"
        operands = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                marked = isinstance(operands[-1], pikepdf.Dictionary)
                open_marks.append(int(operands[-1].get("/MCID", -1)) if marked else -1)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = maps[str(operands[0])]
            case "TJ":
                number = next((n for n in reversed(open_marks) if n >= 0), -1)
                if number >= 0:
                    for part in operands[0]:
                        if isinstance(part, pikepdf.String):
                            found[number] += _decoded(bytes(part), font)
    return found


def _decoded(codes: bytes, font: dict[bytes, bytes]) -> str:
    pairs = (codes[at : at + 2].hex().encode() for at in range(0, len(codes), 2))
    return "".join(bytes.fromhex(font[pair].decode()).decode("utf-16-be") for pair in pairs)
