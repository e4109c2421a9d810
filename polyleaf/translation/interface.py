"""The words of the templates in a language, one message at a time from the catalog that has it.

The project's catalog of the language comes first, then Polyleaf's own, then both of the parent
language: es-MX, es-419, es. So a catalog that is empty, or lacks words, hides nothing. What a
release asks of the words it asks of the worst of the catalogs that any of them comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from .. import files, languages
from ..content.project import Project
from ..model.catalog import Message, Messages, Provenance
from ..model.findings import Finding, PolyleafError, Where
from ..model.jobs import INTERFACE
from ..model.sheet import Language
from . import catalog
from .catalog import Catalog, Entry, Key

# The best first.
SIGNATURES = ("current", "outdated", "unproved", "none")
METHODS = ("source", "human", "machine-edited", "machine", "untold")
NO_WORDS = Provenance("source")  # all of them are printed in the language of the templates


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A catalog of the interface, and the copy of it that was signed."""

    path: Path
    catalog: Catalog
    signed: Catalog | None

    @property
    def origin(self) -> Provenance:
        """Where its words come from; raises PolyleafError if its header does not say."""
        return catalog.provenance(self.catalog, self.signed)


Words = dict[Key, tuple[Entry, Layer | None]]


def paths(project: Project, language: Language) -> Iterator[tuple[Path, Language]]:
    """The catalogs that are there and their languages, in the order in which words are looked up.

    Behind those of the language stand those that it inherits from: Nynorsk has words of Bokmål.
    """
    seen: set[Path] = set()
    for each in languages.lineage(language):
        for path in (project.catalog_path(INTERFACE, each), project.shipped_path(INTERFACE, each)):
            if path not in seen and files.exists(path):
                yield path, each
            seen.add(path)


def layers(project: Project, language: Language, wanted: Iterable[Entry]) -> list[Layer]:
    """The catalogs that words are looked up in; raises PolyleafError with the faults of all.

    Those behind the one with which no word is lacking are not read.
    """
    found: list[Layer] = []
    lacking = {entry.key for entry in wanted}
    findings: list[Finding] = []
    for path, each in paths(project, language):
        if found and not lacking:
            break
        try:
            read, copy = catalog_in(project, path), project.signed_path(path)
            findings += catalog.misplaced(read, each)
            signed = catalog_in(project, copy) if files.exists(copy) else None
            found.append(Layer(path, read, signed))
            lacking -= {entry.key for entry in read.active if entry.translated}
        except PolyleafError as error:
            findings += error.findings
    if findings:
        raise PolyleafError(findings)
    return found


def catalog_in(project: Project, path: Path) -> Catalog:
    """The catalog in a file; raises PolyleafError with every fault."""
    return catalog.read(project.catalog(path), project.shown(path))


def wanted(project: Project) -> tuple[Entry, ...]:
    """The words of the templates, the project's and Polyleaf's, without translations."""
    both = (project.template_path(INTERFACE), project.shipped_template_path(INTERFACE))
    found = [
        entry
        for path in dict.fromkeys(both)
        if files.exists(path)
        for entry in catalog_in(project, path).active
    ]
    return tuple({entry.key: entry for entry in reversed(found)}.values())[::-1]


def choose(layers: Iterable[Layer], wanted: Iterable[Entry] = ()) -> Words:
    """Each word from the first catalog that has a translation of it, else from the first at all."""
    found: Words = {entry.key: (entry, None) for entry in wanted}
    for layer in layers:
        for entry in layer.catalog.active:
            now, from_ = found.get(entry.key, (None, None))
            if now is None or from_ is None or (entry.translated and not now.translated):
                found[entry.key] = entry, layer
    return found


def messages(project: Project, language: Language) -> Messages:
    """Each word as `choose` has it; what no catalog has is not usable, at the project's catalog."""
    nowhere = Where(project.shown(project.catalog_path(INTERFACE, language)))
    those = wanted(project)
    every = layers(project, language, those)
    words = choose(every, those)
    given = {layer: catalog.found(layer.catalog, layer.signed) for layer in every}
    found = {
        key: given[layer][key] if layer else Message("", usable=False, fuzzy=False, where=nowhere)
        for key, (_, layer) in words.items()
    }
    layer = _worst(words)
    path = project.shown(layer.path) if layer else nowhere.path
    return Messages(path, layer.origin if layer else NO_WORDS, found)


def whole(project: Project, language: Language) -> Catalog:
    """All words in one catalog of the project's, to be signed; its method is that of the worst.

    Raises PolyleafError if there is no catalog at all.
    """
    path = project.catalog_path(INTERFACE, language)
    those = wanted(project)
    every = layers(project, language, those)
    words, worst = choose(every, those), _worst(choose(every))
    if worst is None:
        raise PolyleafError([none_there(project, INTERFACE, language)])
    own = next((layer.catalog for layer in every if layer.path == path), None)
    ours = own.index() if own else {}
    entries = (
        _of_ours(ours[key], words[key][0]) if key in ours else words[key][0]
        for key in dict.fromkeys((*ours, *words))
    )
    gone = (entry for entry in own.entries if entry.obsolete) if own else ()
    base = replace(own or worst.catalog, path=project.shown(path), entries=(*entries, *gone))
    told = worst.origin.method if worst.origin.method != "untold" else ""
    return base.with_fields({"Language": language.locale, catalog.METHOD: told})


def _of_ours(ours: Entry, chosen: Entry) -> Entry:
    """The project's own entry with the translation that is printed, and what waives its faults."""
    flags = tuple(flag for flag in ours.flags if flag != "fuzzy" or not chosen.translated)
    comments = tuple(dict.fromkeys((*ours.comments, *chosen.comments)))
    return replace(ours, msgstr=chosen.msgstr, flags=flags, comments=comments)


def none_there(project: Project, domain: str, language: Language) -> Finding:
    """There is no catalog, or it lies in a place where none is read."""
    if domain != INTERFACE and (stray := project.stray_catalog(domain, language)):
        return stray
    where = Where(project.shown(project.catalog_path(domain, language)))
    message = f"there is no {language.english_name} catalog"
    hint = f"`polyleaf catalogs -l {language.tag}` starts one"
    return Finding(where, "catalog-missing", message, hint)


def _worst(words: Words) -> Layer | None:
    """Of the catalogs that words come from, the one that a release refuses first."""
    used = dict.fromkeys(layer for entry, layer in words.values() if layer and entry.translated)
    ranks = {layer: _rank(layer.origin) for layer in used}
    return max(ranks, key=lambda layer: ranks[layer], default=None)


def _rank(origin: Provenance) -> tuple[int, int]:
    return SIGNATURES.index(origin.signature), METHODS.index(origin.method)
