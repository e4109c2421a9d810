"""What a sheet is made from, by rule: what the project's folders say before anything is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from ..jobs import GLOSSARY, INTERFACE, Folder, Job
from ..shipped import shipped
from .digests import Digests, Source
from .surroundings import libraries, polyleaf

CLINIC = Source("file", "clinic.yaml")
SURROUNDINGS = (Source("fact", "Polyleaf"), Source("fact", "a library"))
OPTIONS = Source("fact", "the options")
SHARED = "shared"
CATALOGUE = "catalogue"
CATALOGS = "LC_MESSAGES"
REVIEWED = "reviewed"  # the copies that were signed


def environment() -> dict[str, str]:
    """What a run knows of itself without reading the project."""
    values = (polyleaf(), libraries())
    return {source.name: value for source, value in zip(SURROUNDINGS, values, strict=True)}


def options(*, release: bool, allow_untranslated: bool) -> dict[str, str]:
    """Those options that change what a sheet is, or whether there is one."""
    words = ("release" if release else "draft", *["untranslated"] * allow_untranslated)
    return {OPTIONS.name: " ".join(words)}


def of_job(job: Job, digests: Digests) -> Iterator[Source]:
    """The inputs of a sheet in its language; those that are absent may come."""
    yield from (*SURROUNDINGS, OPTIONS, CLINIC)
    yield Source("file", f"content/{job.leaflet}.yaml")
    yield from _catalogs(job, digests.root)
    for folder in (job.edition, SHARED):
        yield from _templates(folder, digests)


def of_catalogue(digests: Digests) -> Iterator[Source]:
    """The inputs of the page to choose from, its rows apart."""
    yield from (*SURROUNDINGS, CLINIC)
    yield from _templates(CATALOGUE, digests)


def of_fonts(folders: Iterable[str], files: Iterable[Folder]) -> Iterator[Source]:
    """The inputs of what is drawn: its fonts, and what else might be chosen in their place."""
    yield Source("file", "fonts.lock")
    yield Source("fonts", ":".join(folders))
    yield from (Source("font", os.fspath(file)) for file in dict.fromkeys(files))


def _catalogs(job: Job, root: str) -> Iterator[Source]:
    locale = job.language.replace("-", "_")
    for domain in (job.leaflet, INTERFACE, GLOSSARY):
        for folder in (CATALOGS, REVIEWED):
            yield Source("file", f"locales/{locale}/{folder}/{domain}.po")
    ours = shipped("locales")
    if ours != os.path.join(root, "locales"):
        for folder in (CATALOGS, REVIEWED):
            yield Source("file", os.path.join(ours, locale, folder, f"{INTERFACE}.po"))


def _templates(folder: str, digests: Digests) -> Iterator[Source]:
    yield Source("folder", folder)
    for number, name in digests.template_files(folder):
        path = os.path.join(digests.template_roots[number], name)
        inside = os.path.relpath(path, digests.root)
        yield Source("file", path if inside.startswith("..") else inside)
