"""A project, a translation of it, and what a translator's tool would make of a file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

from ...conftest import Sandbox

SOAP = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."
WORDS = {
    "Washing hands": "Lavarse las manos",
    "Wash your hands before you eat.": "Lávese las manos antes de comer.",
    "A nurse": "Una enfermera",
    "How to wash": "Cómo lavarse",
    SOAP: "Use **jabón** durante 20 segundos [@who-2009]. Llame al {clinic.phone}.",
    "Wet your hands.": "Mójese las manos.",
    "Rub them.": "Frótelas.",
    "Dry them.": "Séquelas.",
}
PO = "locales/es/LC_MESSAGES/hands.po"


def sent(project: Sandbox, to: str, *more: str) -> Path:
    """The file of an export into Spanish."""
    done = project.run("export", "hands", "-l", "es", "--to", to, *more)
    assert (done.returncode, done.stderr) == (0, "")
    file: str = re.findall(r"written (\S+):", done.stdout)[0]
    return project.root / file


def returned(project: Sandbox, path: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return project.run("import", str(path), "-l", "es", *more)


def found(project: Sandbox) -> Catalog:
    return catalog.read((project.root / PO).read_bytes(), PO)


def texts(project: Sandbox) -> dict[str, str]:
    """The finished translations of the catalog, by source text."""
    return {entry.msgid: entry.msgstr[0] for entry in found(project).active if entry.translated}


def codes(done: subprocess.CompletedProcess[str]) -> set[str]:
    return set(re.findall(r"(?:error|warning)\[([a-z-]+)\]", done.stderr))
