"""Catalog → PO bytes, laid out by gettext's `msgcat`, so that no tool rewraps its lines."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from .messages import NOWHERE, Catalog, Entry
from .quoting import quote


def write(catalog: Catalog) -> bytes:
    """The file's bytes; raises PolyleafError if gettext's tools are not installed."""
    parts = ["\n".join(_lines(entry)) for entry in (catalog.header, *catalog.entries)]
    data = _laid_out("\n\n".join(parts) + "\n")
    after = "\n".join(catalog.trailing)  # msgcat would drop it
    return data + f"\n{after}\n".encode() if after else data


def same(one: Catalog, other: Catalog) -> bool:
    """Whether two catalogs are equal apart from places in the files and the POT's date."""
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
        *(replace(e, where=NOWHERE, translated_where=NOWHERE) for e in catalog.entries),
    )


def _lines(entry: Entry) -> Iterator[str]:
    yield from (_comment("#", comment) for comment in entry.comments)
    if not entry.obsolete:
        yield from (_comment("#.", comment) for comment in entry.extracted)
        if entry.references:
            yield f"#: {' '.join(map(_reference, entry.references))}"
    if entry.flags:
        yield f"#, {', '.join(entry.flags)}"
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


def _laid_out(text: str) -> bytes:
    msgcat = shutil.which("msgcat")
    if msgcat is None:
        message = "gettext's tools are not installed"
        hint = "install gettext (Debian: apt-get install gettext)"
        finding = Finding(
            Where("msgcat"), "tool-missing", message, hint, exit_status=ExitStatus.MACHINE
        )
        raise PolyleafError([finding])
    done = subprocess.run(
        [msgcat, "--force-po", "-"],  # without it a catalog of no messages loses its header
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"msgcat refused the catalog: {done.stderr.decode()}")
    return done.stdout
