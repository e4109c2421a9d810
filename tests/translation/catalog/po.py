"""Catalogs for tests, as text and as gettext's own tools see them."""

from __future__ import annotations

import subprocess

import pytest

from polyleaf.model.findings import PolyleafError
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: hi\\n"\n\n'
FIRST = HEAD.count("\n") + 1  # the line after the header


def read(messages: str) -> Catalog:
    """A catalog of `messages`, which begin on line FIRST."""
    return catalog.read((HEAD + messages).encode(), "hi.po")


def one(message: str) -> Entry:
    (entry,) = read(message).entries
    return entry


def faults(data: str | bytes) -> list[str]:
    """The findings in a file, as "line code: message"."""
    with pytest.raises(PolyleafError) as caught:
        catalog.read(data if isinstance(data, bytes) else data.encode(), "hi.po")
    return [
        f"{str(finding.where).removeprefix('hi.po:')} {finding.code}: {finding.message}"
        for finding in caught.value.findings
    ]


def gettext(tool: str, *options: str, data: bytes) -> subprocess.CompletedProcess[bytes]:
    """One of gettext's tools, on the bytes of one file."""
    return subprocess.run([tool, *options, "-"], input=data, capture_output=True, check=False)
