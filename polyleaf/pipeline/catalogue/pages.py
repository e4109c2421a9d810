"""index.html in each language that has its words, and a list of sheets for each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from ... import languages, markup
from ...content import editions
from ...content.project import Project
from ...model.catalog import Messages
from ...model.findings import PolyleafError
from ...model.jobs import INTERFACE, Built
from ...model.sheet import Language
from ...model.task import IndexTask, Outcome, OutputFile, Target
from ...translation import localize
from ...translation.reader import Reader
from . import by_code, index_json, opds_feed, service_worker
from .shards import han_pairs, shards
from .sheets import ListedSheet, sheets
from .sitemap import sitemap

NAME = "index.html"
Reads = tuple[Language, markup.Lookup]  # a language of staff, and its words
READ = "I read this language."  # in words.html, for translators


def task(project: Project, reader: Reader, rows: Iterable[Built]) -> IndexTask:
    """The pages of these rows of the manifest; raises PolyleafError for their templates."""
    templates = editions.catalogue(project.template_roots, project.root)
    shown = tuple(rows)
    tags = {sheet.language for sheet in sheets(shown)}
    there = {each.tag: each for each in reader.languages(()) if not each.pseudo}
    there |= {tag: languages.find(tag) for tag in sorted(tags - there.keys())}
    words = tuple(Target(each, words=_words(reader, each)) for each in there.values())
    return IndexTask(NAME, shown, project.clinic, templates, project.source, words)


def _words(reader: Reader, language: Language) -> Messages | None:
    if reader.is_source(INTERFACE, language):
        return None
    return reader.messages(INTERFACE, language)


def make(task: IndexTask) -> Outcome:
    """All files of the catalogue. Nothing but MemoryError is raised."""
    try:
        index, *others = _files(task)
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    return Outcome(task, index.data, 0, (), others=tuple(others))


def _files(task: IndexTask) -> Iterator[OutputFile]:
    """index.html first, then all others; raises PolyleafError."""
    there = {sheet.language for sheet in sheets(task.rows)}
    shown = [target for target in task.languages if target.language.tag in there]
    known = [target.language.tag for target in shown]  # a manifest may come from anywhere
    every = [sheet for sheet in sheets(task.rows) if sheet.language in known]
    readers = [(each, _lookup(task, each)) for each in _readable(task)]
    site = _site(task, every, shown, readers)
    names = [target.language.own_name for target in shown]
    kept = list(_pages_of(task, site, readers, han_pairs(every, names)))
    spoken = [target.language for target in shown]
    kept.append(_html(by_code.PAGE, by_code.page(site, every, readers)))
    kept += (OutputFile(name, data, 0) for name, data in shards(every))
    yield from kept
    yield from _lists(task, site, every, shown)
    index = [(each["tag"], each["file"]) for each in site.pages]
    for name, data in (
        *index_json.files(every, task.clinic, task.source, spoken),
        opds_feed.feed(every, task.clinic, spoken),
        *sitemap(every, task.clinic.site, task.source, index),
        service_worker.worker(site, kept, task.rows, readers),
    ):
        yield OutputFile(name, data, 0)


def _site(
    task: IndexTask,
    every: Iterable[ListedSheet],
    shown: Iterable[Target],
    readers: Iterable[Reads],
) -> markup.Catalogue:
    return markup.Catalogue(
        task.templates,
        task.clinic,
        task.source,
        pages=[{**_named(each), "file": _name(task, each)} for each, _ in readers],
        languages=[_entry(target) for target in shown],
        editions=tuple(dict.fromkeys(each.edition for sheet in every for each in sheet.editions)),
    )


def _pages_of(
    task: IndexTask, site: markup.Catalogue, readers: Iterable[Reads], han: str
) -> Iterator[OutputFile]:
    """The page to choose from, in the source language first."""
    for page, words in readers:
        text = site.fill("catalogue/index.html", page, words, {"han": han})
        yield _html(_name(task, page), text)


def _lists(
    task: IndexTask,
    site: markup.Catalogue,
    every: Iterable[ListedSheet],
    shown: Iterable[Target],
) -> Iterator[OutputFile]:
    """A list of the sheets in each language, which needs no script."""
    source_words = _lookup(task, task.source)
    for target in shown:
        tag = target.language.tag
        those = [sheet for sheet in every if sheet.language == tag]
        here = {"sheets": sorted(those, key=lambda sheet: sheet.english), "here": _entry(target)}
        text = site.fill("catalogue/list.html", task.source, source_words, here)
        yield _html(f"catalogue/{tag}.html", text)


def _html(name: str, text: str) -> OutputFile:
    return OutputFile(name, text.encode(), 0)


def _name(task: IndexTask, page: Language) -> str:
    return NAME if page.tag == task.source.tag else f"index.{page.tag}.html"


def _others(task: IndexTask) -> Iterator[Target]:
    """The languages that have all words of the page, besides the source language."""
    words = markup.catalogue_words(task.templates)
    for target in task.languages:
        if target.language.tag == task.source.tag:
            continue
        if target.words is None:
            complete = languages.same_words(target.language, languages.find(languages.ENGLISH))
        else:
            found = partial(localize.lookup, target.words)
            complete = all(found(context, msgid) is not None for context, msgid in words)
        if complete:
            yield target


def _readable(task: IndexTask) -> tuple[Language, ...]:
    """The languages in which staff can read the page, the source language first."""
    return task.source, *(target.language for target in _others(task))


def _lookup(task: IndexTask, page: Language) -> markup.Lookup:
    of = {target.language.tag: target.words for target in task.languages}
    return partial(localize.lookup, of.get(page.tag))


def _entry(target: Target) -> dict[str, object]:
    """A language that a patient may point at."""
    language = target.language
    invitation = localize.lookup(target.words, "catalogue", READ)
    own = target.words is not None or languages.same_words(
        language, languages.find(languages.ENGLISH)
    )
    return {
        **_named(language),
        "read": invitation if own else None,
    }


def _named(language: Language) -> dict[str, str]:
    return {
        "tag": language.tag,
        "own": language.own_name,
        "english": language.english_name,
        "direction": language.direction,
    }
