"""A path → a descriptor of a regular file.

A named pipe would make the program wait for ever, a device never ends, and a file of holes may be
larger than the memory. So what a file is, and how large, is looked at before a byte of it is read.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from .noting import ABSENT

UNREADABLE = "unreadable"
LARGEST = 100_000_000  # bytes: no input has more
PART = 65_536  # bytes read at a time
KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
    stat.S_IFDIR: "a folder",
}
# What the system says of a path that it does not open at all.
REFUSALS = {
    errno.ELOOP: "a link",
    errno.EISDIR: "a folder",
    errno.ENXIO: "a socket",
    errno.EOPNOTSUPP: "a socket",  # on macOS
}


def resolved(path: str | os.PathLike[str]) -> Path:
    """The absolute path without links; those that lead in a ring stay, where pathlib may raise."""
    return Path(os.path.realpath(path))


class NotRegularError(OSError):
    """The path is not that of a regular file; `strerror` says what it is."""


class TooLargeError(OSError):
    """A file has more bytes than a file of its kind may have."""


def open_regular(path: str | os.PathLike[str], flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
    """A descriptor of the regular file at `path`, which the caller closes; raises OSError.

    With O_NOFOLLOW in `flags` a link at the end of the path is refused.
    """
    # Without O_NONBLOCK, to open a named pipe is to wait for somebody at its other end.
    try:
        descriptor = os.open(path, flags | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY, mode)
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        raise NotRegularError(errno.EINVAL, REFUSALS[error.errno], os.fspath(path)) from None
    kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
    if kind != stat.S_IFREG:
        os.close(descriptor)
        raise NotRegularError(errno.EINVAL, KINDS.get(kind, "something else"), os.fspath(path))
    return descriptor


def read_bytes(path: str | os.PathLike[str], limit: int, flags: int = 0) -> bytes:
    """The bytes of a regular file; raises OSError, TooLargeError for more than `limit` bytes."""
    descriptor = open_regular(path, os.O_RDONLY | flags)
    with open(descriptor, "rb", buffering=0) as file:
        if os.fstat(descriptor).st_size > limit:
            raise TooLargeError(errno.EFBIG, f"it has over {limit:,} bytes", os.fspath(path))
        data = file.read(limit + 1)  # some files have more than their size says
        while len(data) <= limit and (more := file.read(limit + 1 - len(data))):
            data += more
    if len(data) > limit:
        raise TooLargeError(errno.EFBIG, f"it has over {limit:,} bytes", os.fspath(path))
    return data


def text_digest(text: str) -> str:
    """SHA-256 of a text, which may hold what is no UTF-8 in a file's name."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def file_digest(path: str | os.PathLike[str], flags: int = 0) -> str:
    """SHA-256 of a file's bytes; `ABSENT` if there is no file, a word if it cannot be read."""
    try:
        descriptor = open_regular(path, os.O_RDONLY | flags)
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    except (OSError, ValueError):
        return UNREADABLE
    try:
        part = os.read(descriptor, PART)
        digest = hashlib.sha256(part)
        if len(part) == PART:  # else that is all of it
            if os.fstat(descriptor).st_size > LARGEST:
                return UNREADABLE
            while part := os.read(descriptor, PART):
                digest.update(part)
        return digest.hexdigest()
    except OSError:
        return UNREADABLE
    finally:
        os.close(descriptor)
