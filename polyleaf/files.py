"""Files: read from inside the project, written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from .problems import Finding, PolyleafError, Where

LEFT = re.compile(r"\.(.+)\.[a-z0-9_]{8}")  # a file that `mkstemp` named below


def inside(root: Path, name: str, where: Where) -> Path:
    """`name` below `root`, links followed; raises PolyleafError if it leads out or is not there."""
    try:
        path = (root / name).resolve()
        found, folder = path.is_file(), path.is_dir()
    except (OSError, RuntimeError, ValueError):  # too long, links in a ring, U+0000
        path, found, folder = root.resolve(), False, False
    if not path.is_relative_to(root.resolve()):
        message = f'"{name}" leads outside the project'
        hint = f"keep the file below {root.name}/"
        raise PolyleafError([Finding(where, "outside-project", message, hint)])
    if folder:
        message = f'"{name}" is a folder, not a file'
        hint = "put a file in its place, or name one inside it"
        raise PolyleafError([Finding(where, "file-missing", message, hint)])
    if not found:
        message = f'there is no file "{name}"'
        hint = f"the path counts from {root.name}/"
        raise PolyleafError([Finding(where, "file-missing", message, hint)])
    return path


def read(root: Path, name: str, where: Where, limit: int) -> bytes:
    """The bytes of `name` below `root`; raises PolyleafError also if there are more than `limit`.

    No more than that is read, whatever the file's size is said to be.
    """
    with inside(root, name, where).open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        message = f'"{name}" has over {limit:,} bytes'
        raise PolyleafError([Finding(where, "file-size", message)])
    return data


def stays(root: Path, path: Path) -> bool:
    """Whether what is written at `path` is below `root`: a folder on the way may be a link."""
    return path.parent.resolve().is_relative_to(root.resolve())


def write_atomically(path: Path, data: bytes, mode: int = 0o644) -> None:
    """`data` at `path`: a reader sees the old file or the new one, whatever happens in between.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Removes what a process that was killed in `write_atomically` left beside these files."""
    paths = [folder / name for name in names]
    known = {(path.parent, path.name) for path in paths}
    for parent in {path.parent for path in paths if path.parent.is_dir()}:
        for left in parent.glob(".*"):
            whole = LEFT.fullmatch(left.name)
            if whole and (parent, whole[1]) in known:
                with contextlib.suppress(OSError):
                    left.unlink()


def decode(data: bytes, path: str, code: str, hint: str) -> str:
    """UTF-8 bytes as text, a byte order mark apart; raises PolyleafError at the first bad byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")  # the mark is not in it
        column = len(before) - before.rfind("\n")
        where = Where(path, before.count("\n") + 1, column)
        message = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
        raise PolyleafError([Finding(where, code, message, hint)]) from None
