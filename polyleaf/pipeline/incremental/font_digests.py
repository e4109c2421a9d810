"""Fonts → digests, without reading all of them."""

import os
from typing import BinaryIO

from ...files import ABSENT, UNREADABLE, file_digest, open_regular, text_digest

COLLECTION = b"ttcf"
OUTLINES = (b"\0\1\0\0", b"OTTO", b"true")
TABLE = 16  # bytes of a row of a font's table directory: tag, checksum, offset, length (OpenType)
MOST_FONTS = 256  # in a collection


def font_digest(path: str) -> str:
    """SHA-256 of a font's table directories, which hold the checksum of each table, and its size.

    A Chinese font has 20 MB, and reading all of it would take longer than everything else.
    """
    try:
        with os.fdopen(open_regular(path), "rb") as file:
            heads = _directories(file)
            if heads is None:
                return file_digest(path)
            return text_digest(f"{os.fstat(file.fileno()).st_size} {heads.hex()}")
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except OSError:
        return UNREADABLE


def _directories(file: BinaryIO) -> bytes | None:
    """The table directories of all fonts in the file; none if it is not OpenType."""
    head = file.read(12)
    if head[:4] in OUTLINES:
        return head + file.read(TABLE * int.from_bytes(head[4:6], "big"))
    if head[:4] != COLLECTION:
        return None
    count = min(int.from_bytes(head[8:12], "big"), MOST_FONTS)
    offsets = file.read(4 * count)
    parts = [head, offsets]
    for at in range(0, len(offsets) - 3, 4):
        file.seek(int.from_bytes(offsets[at : at + 4], "big"))
        start = file.read(12)
        parts += [start, file.read(TABLE * int.from_bytes(start[4:6], "big"))]
    return b"".join(parts)


def folders_digest(folders: str) -> str:
    """The names and sizes of all files in the folders of fonts."""
    found: list[str] = []
    pending = [os.path.expanduser(folder) for folder in folders.split(":")]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_dir():
                        pending.append(entry.path)
                    else:
                        found.append(f"{entry.path} {entry.stat().st_size}")
        except OSError:
            continue
    return text_digest("\n".join(sorted(found)))
