"""Words that lack a translation, a line a language: new, near and repeated, as agencies bill them.

The words of templates are not among them: they have a row of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import add

from ...model.catalog import TranslationStatus, WordsToTranslate
from ...model.jobs import INTERFACE
from .columns import aligned

HEAD = ("words to translate", "new", "75–84 %", "85–94 %", "95–99 %", "repeated in the leaflet",
        "repeated in others", "drafts to read")  # fmt: skip


def table(rows: Sequence[TranslationStatus]) -> Iterator[str]:
    """A head, the languages that lack words, an empty line; nothing if none does."""
    lacking = {tag: words for tag, words in _by_language(rows).items() if any(_cells(words))}
    if lacking:
        lines = ((tag, *(f"{n:,}" if n else "-" for n in _cells(w))) for tag, w in lacking.items())
        yield from aligned([HEAD, *lines])
        yield ""


def as_dict(words: WordsToTranslate) -> dict[str, object]:
    """The counts as JSON has them; bands by their per cent."""
    return {
        "new": words.new,
        "near": {"75-84": words.near_75, "85-94": words.near_85, "95-99": words.near_95},
        "repeated": {
            "in_leaflet": words.repeated_in_leaflet,
            "in_others": words.repeated_in_others,
        },
        "drafts": words.drafted,
    }


def as_dicts(rows: Sequence[TranslationStatus]) -> dict[str, dict[str, object]]:
    """The same of all leaflets, by language."""
    return {tag: as_dict(words) for tag, words in _by_language(rows).items()}


def _by_language(rows: Sequence[TranslationStatus]) -> dict[str, WordsToTranslate]:
    those = [row for row in rows if row.leaflet != INTERFACE and row.provenance.method != "source"]
    return {
        tag: reduce(add, (row.to_translate for row in those if row.language == tag))
        for tag in sorted({row.language for row in those})
    }


def _cells(words: WordsToTranslate) -> tuple[int, ...]:
    return (
        words.new, words.near_75, words.near_85, words.near_95,
        words.repeated_in_leaflet, words.repeated_in_others, words.drafted,
    )  # fmt: skip
