"""Files that are called pictures and are something else, or pictures that no sheet can have."""

from __future__ import annotations

from typing import NamedTuple

EXPORT = "export it as PNG or JPEG"


class FileKind(NamedTuple):
    begins: bytes
    name: str
    way_out: str


KINDS = (
    FileKind(b"%PDF-", "a PDF", "export the page as SVG, or as PNG at 600 dpi"),
    FileKind(b"%!PS", "PostScript (EPS)", "export it as SVG, or as PNG at 600 dpi"),
    FileKind(b"\xc5\xd0\xd3\xc6", "PostScript (EPS)", "export it as SVG, or as PNG at 600 dpi"),
    FileKind(b"8BPS", "a file of Photoshop", "in Photoshop: File > Export As > PNG"),
    FileKind(b"\x00\x00\x00\x0cjP  ", "JPEG 2000", EXPORT),
    FileKind(b"\xff\x4f\xff\x51", "JPEG 2000", EXPORT),
    FileKind(b"\x00\x00\x00\x0cJXL ", "JPEG XL", EXPORT),
    FileKind(b"\xff\x0a", "JPEG XL", EXPORT),
    FileKind(b"\x00\x00\x01\x00", "an icon of Windows (ICO)", EXPORT),
    FileKind(b"\xd7\xcd\xc6\x9a", "a Windows metafile (WMF)", "save it as SVG or PNG"),
    FileKind(b"\x01\x00\x00\x00", "a Windows metafile (EMF)", "save it as SVG or PNG"),
    FileKind(b"II\xbc\x01", "JPEG XR", EXPORT),
    FileKind(b"PK\x03\x04", "a ZIP archive or a document", "export the picture that is in it"),
    FileKind(
        b"version https://git-lfs", "a pointer of Git LFS", "git lfs pull fetches the picture"
    ),
)
DICOM_AT, DICOM = 128, b"DICM"


def other(data: bytes) -> FileKind | None:
    """What a file is that is no picture; None if that is not known."""
    if data[DICOM_AT : DICOM_AT + len(DICOM)] == DICOM:
        return FileKind(b"", "DICOM", "in its viewer: set the window, then export it as PNG")
    return next((kind for kind in KINDS if data.startswith(kind.begins)), None)
