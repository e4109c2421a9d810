"""A project → its translation memory in each language.

Its catalogs are in it, also those whose leaflet was renamed or removed, with the messages that are
no longer used; those of the languages that a language takes words from; and the TMX files. The
words of templates and the glossary are not: they are short, and mean something only in their place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from ... import files, languages
from ...checks.shared.sentences import sentences
from ...content.project import Project
from ...model.findings import Finding, PolyleafError
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.sheet import Language
from ..catalog import METHOD, Catalog
from ..interface import catalog_in
from . import tmx_folder
from .likeness import NEAREST, NearTexts
from .pairs import TextPair, bare, key
from .tmx_folder import TmxFile

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Memory:
    """What has been translated into one language, by `pairs.key` and `pairs.bare` of the source."""

    found: dict[str, list[TextPair]]
    alike: dict[str, TextPair]
    texts: NearTexts
    language: Language

    def exact(self, text: str) -> list[TextPair]:
        """The translations of this very text, those of the nearest language first."""
        pairs = sorted(self.found.get(key(text), ()), key=lambda pair: pair.distance)
        return pairs or self._by_sentences(text)

    def _by_sentences(self, text: str) -> list[TextPair]:
        """The translations of its sentences, if there are several and all have one.

        Tools that divide paragraphs put each sentence into their TMX file for itself.
        """
        parts = [self.found.get(key(sentence.raw), ()) for sentence in sentences(text)]
        if len(parts) < 2 or not all(parts) or "\n" in text:
            return []
        pairs = [min(part, key=lambda pair: pair.distance) for part in parts]
        target = (" " if self.language.spaced else "").join(pair.target for pair in pairs)
        origin = re.sub(r"(?: \(.*\))?$", " (sentence by sentence)", pairs[0].origin, count=1)
        return [TextPair(text, target, origin, distance=max(pair.distance for pair in pairs))]

    def near(self, text: str) -> tuple[int, TextPair] | None:
        """How much alike the most similar other text is, in per cent, and its translation.

        Markup does not count, so that one that differs in nothing else is 99 per cent alike.
        """
        if same := self.alike.get(bare(text)):
            return NEAREST, same
        near = self.texts.near(bare(text))
        return next(((n, self.alike[other]) for n, other in near if other in self.alike), None)


@dataclass
class MemoryReader:
    """Reads what memories are made of, TMX files once, and collects what is wrong with it."""

    project: Project
    findings: list[Finding] = field(default_factory=list)
    _texts: NearTexts = field(default_factory=NearTexts)
    _tmx: tuple[TmxFile, ...] | None = None

    def of(self, language: Language) -> Memory:
        """The memory of a language, which may be large: it is not kept here."""
        found: defaultdict[str, list[TextPair]] = defaultdict(list)
        for pair in self._pairs(language):
            found[key(pair.source)].append(pair)
        alike: dict[str, TextPair] = {}
        for pairs in found.values():
            pair = min(pairs, key=lambda pair: pair.distance)
            if letters := bare(pair.source):
                alike.setdefault(letters, pair)
        self._texts.add(alike)
        return Memory(dict(found), alike, self._texts, language)

    def catalogs(self, language: Language, *, gone: bool) -> Iterator[Catalog]:
        """Those of leaflets that are there, or that are gone; what cannot be read is left out."""
        known = self.project.leaflet_names()
        for path in self._paths(language):
            if (path.stem not in known) == gone:
                yield from self._read(path)

    def _pairs(self, language: Language) -> Iterator[TextPair]:
        for distance, each in enumerate(languages.lineage(language)):
            for gone in (False, True):
                for catalog in self.catalogs(each, gone=gone):
                    yield from _of_catalog(catalog, used=not gone, distance=min(distance, 1))
        if self._tmx is None:
            self._tmx = tmx_folder.read(self.project, self.findings)
        yield from tmx_folder.pairs(self._tmx, self.project.source, language)

    def _paths(self, language: Language) -> Iterator[Path]:
        """The catalogs of leaflets in a language, whether or not the leaflet is still there."""
        for folder in self._attempt(lambda: [self.project.catalog_path("", language).parent]):
            for file in self._attempt(partial(files.names, folder)):
                path = folder / file
                plain = path.parent == folder and path.suffix == ".po"
                if plain and path.stem not in (INTERFACE, GLOSSARY):
                    yield path

    def _read(self, path: Path) -> list[Catalog]:
        return self._attempt(lambda: [catalog_in(self.project, path)])

    def _attempt(self, read: Callable[[], list[T]]) -> list[T]:
        try:
            return read()
        except PolyleafError as error:
            self.findings += error.findings
            return []


def _of_catalog(catalog: Catalog, *, used: bool, distance: int) -> Iterator[TextPair]:
    method = catalog.field(METHOD)
    for entry in catalog.entries:
        if not any(map(str.strip, entry.msgstr)) or entry.msgid_plural is not None:
            continue
        free = entry if entry.obsolete or not used else None
        source = entry.msgid
        if entry.fuzzy:  # what it translates is its former text, if that is known
            if entry.previous is None:
                continue
            source, free = entry.previous.msgid, None
        yield TextPair(source, entry.msgstr[0], catalog.path, entry.msgctxt, distance, method, free)
