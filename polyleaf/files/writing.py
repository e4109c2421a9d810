"""Bytes → a file: a reader sees the old file or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from .opening import open_regular, resolved

LEFT_BEHIND = re.compile(r"\.(.+)\.[0-9a-f]{16}")  # a temporary file of `write_atomically`


def stays_inside(root: Path, path: Path) -> bool:
    """Whether what is written at `path` is below `root`: a folder on the way may be a link."""
    return resolved(path.parent).is_relative_to(resolved(root))


def write_atomically(path: Path, data: bytes, mode: int = 0o666) -> None:
    """`data` at `path`, in the place of whatever file or link is there; raises OSError.

    Of the permissions in `mode` the process's umask takes away some.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, mode)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # and not the temporary file
        raise


def _replace(path: Path, data: bytes, mode: int) -> None:
    temporary = path.with_name(f".{path.name}.{os.urandom(8).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    descriptor = open_regular(temporary, flags, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Removes what a process that was killed in `write_atomically` left next to these files."""
    paths = [folder / name for name in names]
    known = {(path.parent, path.name) for path in paths}
    for parent in {path.parent for path in paths}:
        with contextlib.suppress(OSError):  # there is no such folder, or we may not look into it
            for name in os.listdir(parent):
                whole = LEFT_BEHIND.fullmatch(name)
                if whole and (parent, whole[1]) in known:
                    (parent / name).unlink()
