"""A project of many short sheets, each different: the shipped leaflets, cut to two pages each.

A cut begins at some block of some section and goes on, round the leaflet, until there is enough for
a page and a half in English, which is two pages in every language. Its catalogs hold its messages
and no others, with the shipped translations.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import Any

import yaml

from polyleaf.content import leaflets, project
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

ROOT = Path(__file__).parents[1]
LEAFLETS = ("rosacea", "exosome-therapy")
# A script each: Latin, Devanagari, Arabic, Nastaliq, Cyrillic, Chinese.
LANGUAGES = ("es", "hi", "ar", "ur", "ru", "zh-Hans")
ENOUGH = 420  # characters of YAML, as Python shows them
KEY_POINTS = 1
CITED = re.compile(r"@([\w-]+)")


def project_of(folder: Path, count: int, languages: tuple[str, ...] = LANGUAGES) -> list[str]:
    """Writes a project with `count` leaflets in each language; returns their names."""
    (folder / "content").mkdir(parents=True)
    shutil.copytree(ROOT / "content/images", folder / "content/images")
    shutil.copy(ROOT / "fonts.lock", folder)
    clinic = (ROOT / "clinic.yaml").read_text("utf-8")
    clinic = re.sub(r"languages: .*", f"languages: [{', '.join(languages)}]", clinic)
    clinic = re.sub(r"editions: .*", "editions: [a4]", clinic)
    (folder / "clinic.yaml").write_text(clinic, "utf-8")
    names = []
    for number, (source, cut) in enumerate(islice(_cuts(), count), 1):
        names.append(name := f"{source}-{number:03}")
        text = yaml.safe_dump(cut, allow_unicode=True, sort_keys=False)
        (folder / f"content/{name}.yaml").write_text(text, "utf-8")
        _write_catalogs(folder, name, source, languages)
    return names


def _cuts() -> Iterator[tuple[str, Any]]:
    """(leaflet, a part of it): by turns, so that any number of them is alike."""
    whole = [(n, _load(ROOT / f"content/{n}.yaml")) for n in LEAFLETS]
    for room, first in product((ENOUGH, ENOUGH - 50, ENOUGH - 100), range(100)):
        for name, leaflet in whole:
            sections = leaflet["sections"]
            start, skipped = first % len(sections), first // len(sections)
            if cut := _cut(leaflet, start, skipped, room):
                yield name, cut


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def _cut(leaflet: Any, start: int, skipped: int, room: int) -> Any:
    """The leaflet from a block of a section on; nothing if the section has no such block."""
    sections = []
    around = leaflet["sections"][start:] + leaflet["sections"][:start]
    for number, section in enumerate(around):
        blocks = []
        for block in section["blocks"][0 if number else skipped :]:
            if "'only':" in str(block):  # a cut for other countries alone would be empty
                continue
            if (size := len(str(block))) <= room:
                blocks.append(block)
                room -= size
        if blocks:
            sections.append({**section, "blocks": blocks})
        elif not number:
            return None
    points = leaflet["summary"][:KEY_POINTS]
    cited = set(CITED.findall(str((points, sections))))
    sources = [source for source in leaflet["sources"] if source["id"] in cited]
    return {**leaflet, "summary": points, "sections": sections, "sources": sources}


def _write_catalogs(folder: Path, name: str, source: str, languages: tuple[str, ...]) -> None:
    read = project.read(folder, None)
    leaflet = leaflets.parse(read.content(name), name, read.picture)
    printed = {entry.key for entry in catalog.of_leaflet(leaflet)}
    for tag in languages:
        path = f"locales/{tag.replace('-', '_')}/LC_MESSAGES"
        (folder / path).mkdir(parents=True, exist_ok=True)
        whole = catalog.read((ROOT / path / f"{source}.po").read_bytes(), source)
        kept = tuple(entry for entry in whole.active if entry.key in printed)
        data = catalog.write(Catalog(whole.path, whole.header, kept))
        (folder / path / f"{name}.po").write_bytes(data)
