"""Catalog → PO bytes, laid out by gettext's `msgcat`, so that no tool rewraps its lines.

A catalog whose tool does not break lines keeps them whole.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

from ...files.system_packages import how_to_install
from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from . import own_flags
from .messages import NOWHERE, Catalog, Entry
from .quoting import quote

LINE = re.compile(r":\d+$")


def write(catalog: Catalog) -> bytes:
    """The file's bytes; raises PolyleafError if gettext's tools are not installed."""
    parts = ["\n".join(_lines(entry)) for entry in (catalog.header, *catalog.entries)]
    data = own_flags.put_in(_laid_out("\n\n".join(parts) + "\n", wide=catalog.wide))
    after = "\n".join(catalog.trailing)  # msgcat would drop it
    return data + f"\n{after}\n".encode() if after else data


def same(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs are equal apart from lines in the files and the POT's date."""
    return _essence(one) == _essence(other)


def _essence(catalog: Catalog) -> tuple[object, ...]:
    undated = "\n".join(
        line
        for line in catalog.header.msgstr[0].split("\n")
        if not line.startswith("POT-Creation-Date:")
    )
    return (
        undated,
        catalog.header.comments,
        catalog.trailing,
        *map(_bare, catalog.entries),
    )


def _bare(entry: Entry) -> tuple[Entry, frozenset[str], tuple[str, ...]]:
    """An entry without what may differ: the order of flags, lines in the files it comes from."""
    places = tuple(dict.fromkeys(LINE.sub("", place) for place in entry.references))
    nowhere = replace(entry, where=NOWHERE, translated_where=NOWHERE, flags=(), references=())
    return nowhere, frozenset(entry.flags), places


def _lines(entry: Entry) -> Iterator[str]:
    yield from (_comment("#", comment) for comment in entry.comments)
    if not entry.obsolete:
        yield from (_comment("#.", comment) for comment in entry.extracted)
        if entry.references:
            yield f"#: {' '.join(map(_reference, entry.references))}"
    others = own_flags.unknown(entry.flags)
    yield from own_flags.comments(others, entry.sticky)
    if flags := [flag for flag in entry.flags if flag not in others]:
        yield f"#, {', '.join(flags)}"
    dead = "#~ " if entry.obsolete else ""
    if old := entry.previous:
        mark = "#~| " if entry.obsolete else "#| "
        if old.msgctxt is not None:
            yield mark + _line("msgctxt", old.msgctxt)
        yield mark + _line("msgid", old.msgid)
        if old.msgid_plural is not None:
            yield mark + _line("msgid_plural", old.msgid_plural)
    if entry.msgctxt is not None:
        yield dead + _line("msgctxt", entry.msgctxt)
    yield dead + _line("msgid", entry.msgid)
    if entry.msgid_plural is None:
        yield dead + _line("msgstr", entry.msgstr[0])
    else:
        yield dead + _line("msgid_plural", entry.msgid_plural)
        for form, msgstr in enumerate(entry.msgstr):
            yield dead + _line(f"msgstr[{form}]", msgstr)


def _line(keyword: str, value: str) -> str:
    return f"{keyword} {quote(value)}"


def _comment(mark: str, text: str) -> str:
    """gettext's tools join a line that ends in a backslash with the next one, even a comment."""
    line = f"{mark} {text}".rstrip()
    return f"{line} " if line.endswith("\\") else line


def _reference(place: str) -> str:
    """file:line; a file name with spaces is put between isolates, as gettext's tools do."""
    if " " not in place:
        return place
    name, colon, line = place.rpartition(":") if ":" in place else (place, "", "")
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}{colon}{line}"


def _laid_out(text: str, *, wide: bool) -> bytes:
    msgcat = shutil.which("msgcat")
    if msgcat is None:
        message = "gettext's tools are not installed"
        hint = how_to_install("gettext")
        finding = Finding(
            Where("msgcat"), "tool-missing", message, hint, exit_status=ExitStatus.MACHINE
        )
        raise PolyleafError([finding])
    done = subprocess.run(
        # Without --force-po a catalog of no messages loses its header.
        [msgcat, "--force-po", *(("--no-wrap",) if wide else ()), "-"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"msgcat refused the catalog: {done.stderr.decode()}")
    return done.stdout
