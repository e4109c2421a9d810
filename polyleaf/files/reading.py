"""Files and folders of a project, read and noted. What cannot be read is a finding."""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..model.findings import Finding, PolyleafError, Where
from . import merge_marks
from .noting import ABSENT, Input, note
from .opening import NotRegularError, TooLargeError, read_bytes, resolved, text_digest

LONGEST_LINE = 1_000  # characters of TOML: what is longer nests deeper than is read in no time


def read_inside(
    root: Path,
    name: str,
    where: Where,
    limit: int,
    *,
    large: str = "file-size",
    large_hint: str = "",
) -> bytes:
    """The bytes of `name` below `root`, links followed, at most `limit` of them.

    Raises PolyleafError at `where` if the path leads out of `root`, if nothing is there or no
    regular file, and with the code `large` if it has too many bytes.
    """
    wanted = root / name
    try:
        path = resolved(wanted)
        outside = not path.is_relative_to(resolved(root))
    except (OSError, ValueError):  # too long, U+0000
        raise _missing(root, name, where) from None
    if outside:
        message = f'"{name}" leads outside the project'
        hint = f"keep the file below {root.name}/"
        raise PolyleafError([Finding(where, "outside-project", message, hint)])
    try:
        data = read_bytes(path, limit, os.O_NOFOLLOW)
    except TooLargeError:
        message = f'"{name}" has over {limit:,} bytes'
        raise PolyleafError([Finding(where, large, message, large_hint)]) from None
    except (FileNotFoundError, NotADirectoryError, ValueError):  # or a part of the path is none
        note(Input("file", str(wanted)), ABSENT)
        raise _missing(root, name, where) from None
    except NotRegularError as error:
        message = f'"{name}" is {error.strerror}, not a file'
        hint = "put a file in its place, or name one inside it"
        raise PolyleafError([Finding(where, "file-kind", message, hint)]) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise _missing(root, name, where) from None
        message = f'"{name}" cannot be read: {error.strerror or error}'
        hint = "let the account that builds read it"
        raise PolyleafError([Finding(where, "file-unreadable", message, hint)]) from None
    note(Input("file", str(wanted)), hashlib.sha256(data).hexdigest())
    return data


def exists(path: Path) -> bool:
    """Whether a file is there, to be read next; one that is not there may come, and is noted.

    A link that leads to nothing is there: that it cannot be read is reported, not passed over.
    """
    if os.path.lexists(path):
        return True
    note(Input("file", str(path)), ABSENT)
    return False


def is_file(path: Path) -> bool:
    """Whether a file is there; pathlib raises PermissionError where a folder is closed to us."""
    return os.path.isfile(path)


def names(folder: Path) -> list[str]:
    """The paths of all files below a folder, relative to it, sorted; none if it is not there.

    Hidden files are left out: editors keep theirs next to the files that they save. A folder that
    has a file's name is listed, so that whoever reads it reports it. Raises PolyleafError for a
    folder that cannot be listed.
    """
    found = _walked(str(folder), _unlisted)
    note(Input("folder", str(folder)), text_digest("\n".join(found)))
    return found


def folders(folder: Path) -> list[str]:
    """The names of the folders that are directly inside a folder, sorted; none if it is not there.

    Raises PolyleafError for a folder that cannot be listed.
    """
    try:
        found = _inside(str(folder))
    except OSError as error:
        _unlisted(error)
        found = []
    note(Input("inside", str(folder)), text_digest("\n".join(found)))
    return found


def inside_digest(folder: str) -> str:
    """The digest of the folders inside a folder, as `folders` notes it."""
    try:
        return text_digest("\n".join(_inside(folder)))
    except OSError:
        return text_digest("")


def folder_digest(folder: str) -> str:
    """The digest of the names below a folder, as `names` notes it."""
    return text_digest("\n".join(_walked(folder)))


def _inside(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(each.name for each in entries if each.is_dir())


def _walked(folder: str, unlisted: Callable[[OSError], None] | None = None) -> list[str]:
    start = len(folder) + 1
    return sorted(
        os.path.join(where, name)[start:]
        for where, folders, files in os.walk(folder, onerror=unlisted)
        for name in (*files, *(each for each in folders if "." in each))
        if not name.startswith(".")
    )


def _unlisted(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        message, hint = f"cannot be listed: {error.strerror}", "let the account that builds read it"
        where = Where(str(error.filename))
        raise PolyleafError([Finding(where, "file-unreadable", message, hint)]) from None


def decode(data: bytes, path: str, code: str, hint: str) -> str:
    """UTF-8 bytes as text, a byte order mark apart.

    Raises PolyleafError at the first bad byte, and at each conflict of an unfinished merge.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")  # the mark is not in it
        column = len(before) - before.rfind("\n")
        where = Where(path, before.count("\n") + 1, column)
        message = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
        raise PolyleafError([Finding(where, code, message, hint)]) from None
    return unmerged(text, path)


def unmerged(text: str, path: str) -> str:
    """The text; raises PolyleafError at each conflict of an unfinished merge."""
    if conflicts := list(merge_marks.unfinished(text, path)):
        raise PolyleafError(conflicts)
    return text


def toml(data: bytes, where: Where, code: str, hint: str = "") -> dict[str, Any]:
    """TOML as Python's values; raises PolyleafError at its line for what is no TOML."""
    import tomllib  # a build with nothing to do parses none

    text = decode(data, where.path, code, "save the file as UTF-8")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            message = f"the line has over {LONGEST_LINE:,} characters"
            raise PolyleafError([Finding(where._replace(line=number), code, message, hint)])
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = where._replace(line=int(at[1]), column=int(at[2])) if at else where
        message = str(error) if at else "a number too long, or nested too deep"
        raise PolyleafError([Finding(place, code, message, hint)]) from None


def _missing(root: Path, name: str, where: Where) -> PolyleafError:
    message, hint = f'there is no file "{name}"', f"the path counts from {root.name}/"
    return PolyleafError([Finding(where, "file-missing", message, hint)])
