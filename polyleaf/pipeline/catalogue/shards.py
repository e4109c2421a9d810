"""What the page's script reads: a file for the leaflets, and one for each language.

A page that is opened from a folder may load scripts and nothing else, so each file is a call with
JSON: polyleaf("ur", […]).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ...languages import han
from ...markup import escaped
from .sheets import ListedSheet


def shards(sheets: Iterable[ListedSheet]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of each file."""
    every = sorted(sheets, key=lambda sheet: (sheet.language, sheet.leaflet))
    leaflets = {sheet.leaflet: _leaflet(sheet) for sheet in every}
    yield _file("leaflets", list(leaflets.values()))
    for language, those in groupby(every, key=lambda sheet: sheet.language):
        yield _file(language, [_row(sheet) for sheet in those])


def han_pairs(sheets: Iterable[ListedSheet], names: Iterable[str]) -> str:
    """Characters of Traditional Chinese, each before the one of Simplified that stands for it.

    Those of the sheets' titles and keywords and of the languages' names, so that what is typed in
    either finds what is written in the other.
    """
    texts = (text for sheet in sheets for text in (sheet.title, *sheet.local_keywords))
    there = {sign for text in (*texts, *names) for sign in text}
    pairs = han.to_simplified().items()
    return "".join(old + new for old, new in pairs if old in there or new in there)


def _file(name: str, rows: list[dict[str, object]]) -> tuple[str, bytes]:
    lines = ",\n".join(map(escaped, rows))
    return f"catalogue/{name}.js", f'polyleaf("{name}",[\n{lines}\n]);\n'.encode()


def _leaflet(sheet: ListedSheet) -> dict[str, object]:
    return {
        "id": sheet.leaflet,
        "title": sheet.english,
        "keywords": sheet.keywords,
        "about": sheet.about,
        "codes": sheet.codes,
        "review_by": sheet.review_by,
    }


def _row(sheet: ListedSheet) -> dict[str, object]:
    row = {
        "leaflet": sheet.leaflet,
        "title": sheet.title,
        "own": sheet.own,
        "keywords": [word for word in sheet.local_keywords if word not in sheet.keywords],
        "state": sheet.state,
        "untranslated": sheet.untranslated,
        "version": sheet.version,
        "published": sheet.published,
        "picture": sheet.picture,
        "editions": [
            {
                name: value
                for name, value in (
                    ("edition", each.edition),
                    ("file", each.file),
                    ("pages", each.pages),
                    ("size", each.size),
                )
                if value
            }
            for each in sheet.editions
        ],
    }
    return {name: value for name, value in row.items() if value or name in ("title", "editions")}
