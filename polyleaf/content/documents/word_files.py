"""A .docx → HTML, by mammoth, once it is known to be one that may be read."""

from __future__ import annotations

import io
import zipfile
import zlib

from ...files import safe_xml
from ...model.findings import Finding, PolyleafError, Where
from . import word_marks, word_texts

MOST_BYTES = 200_000_000  # unpacked
MOST_PARTS = 5_000
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name^='toc '] => !
p[style-name='table of figures'] => !
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
"""
ENCRYPTED = b"\xd0\xcf\x11\xe0"  # also what Word wrote before 2007


def html(data: bytes, path: str) -> str:
    """The document; raises PolyleafError for what is no .docx that may be read."""
    _checked(data, path)
    import mammoth

    try:
        ready = io.BytesIO(word_marks.ready(data))
        return str(mammoth.convert_to_html(ready, style_map=STYLES).value)
    except Exception as error:  # it raises whatever its parts raise: KeyError, struct.error …
        raise PolyleafError([_fault(path, f"it cannot be read: {error}"[:200])]) from None


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
            if not any(word_texts.PARTS.fullmatch(each.filename) for each in members):
                raise PolyleafError([_fault(path, "it holds no document of Word")])
            for each in members:
                if each.filename.endswith((".xml", ".rels")):
                    safe_xml.parse(package.read(each), path)
    except PolyleafError as error:
        raise PolyleafError([_fault(path, each.message) for each in error.findings]) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PolyleafError([_fault(path, f"it is no whole .docx: {error}"[:200])]) from None


def _fault(path: str, message: str) -> Finding:
    hint = "open it in Word or LibreOffice and save it as .docx, without a password"
    return Finding(Where(path), "document-unreadable", message, hint)
