"""Text and files → their SHA-256."""

import hashlib
import os

from .opened import Opened

ABSENT = ""
UNREADABLE = "unreadable"
LARGEST = 100_000_000  # bytes
PART = 65_536  # bytes read at a time; room for many more takes longer to get than to fill


def text_digest(text: str) -> str:
    """SHA-256 of a text, which may hold what is no UTF-8 in a file's name."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def file_digest(path: str, folder: Opened | None = None) -> str:
    """SHA-256 of the bytes of a file, below `folder` if there is one; empty if there is no file.

    No input may have more than `LARGEST`: such a file is refused when it is read.
    """
    try:
        # No file object: a build with nothing to do opens a thousand.
        file = folder.open(path) if folder else os.open(path, os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except (OSError, ValueError):
        return UNREADABLE
    try:
        part = os.read(file, PART)
        digest = hashlib.sha256(part)
        if len(part) == PART:  # else that is all of it
            if (size := os.fstat(file).st_size) > LARGEST:
                return f"{size} bytes"
            while part := os.read(file, PART):
                digest.update(part)
        return digest.hexdigest()
    except OSError:
        return UNREADABLE
    finally:
        os.close(file)
