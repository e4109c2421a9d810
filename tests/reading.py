"""What two independent readers get out of a PDF: pdfium (Chromium, Android) and poppler (Linux)."""

from __future__ import annotations

import subprocess
import unicodedata

import pypdfium2

# Put in by readers or by line breaks: poppler's embedding marks, pdfium's sign for the hyphen of a
# divided word, form feeds; and hyphens, which both drop where they take a word for divided.
UNWRITTEN = dict.fromkeys(
    map(ord, "\u202a\u202b\u202c\u200b\u2060\u2066\u2067\u2068\u2069\u00ad\ufffe\x02\x0c-\u2010")
)
MIRRORED = str.maketrans(")]}»›”", "([{«‹“")


def pdfium(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


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
