"""Texts that came back × a catalog's messages → which text is of which message.

By its key or its place first, then by its source text, with what programs change by themselves set
aside: spaces, quotation marks, the shape of codes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ...languages import normalised
from ...model.findings import Finding, Severity
from ..catalog import Entry, Key
from ..exchange import ReturnedText, words_alone
from .exporting import text_id

SPACES = re.compile(r"[\s\u00a0\u202f\u200b\ufeff]+")
# What Word makes of what is typed.
TYPED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2011": "-"})


@dataclass
class Matches:
    """The text of each message, and the texts that are of none."""

    found: dict[Key, ReturnedText] = field(default_factory=dict)
    left: list[ReturnedText] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def match(entries: Iterable[Entry], texts: Sequence[ReturnedText]) -> Matches:
    """Which text is of which message; what is contradictory is a finding."""
    index = _Index(entries)
    matches = Matches()
    waiting: defaultdict[tuple[Key, ...], list[ReturnedText]] = defaultdict(list)
    for text in texts:
        keys = index.keys(text)
        if len(keys) == 1:
            _take(matches, keys[0], text)
        elif keys:
            waiting[keys].append(text)
        elif (key := index.ids.get(text.id)) is None:
            matches.left.append(text)
        elif text.target.strip():
            _take(matches, key, replace(text, fuzzy=True))
            matches.findings.append(_edited(text))
    for keys, several in waiting.items():
        _pair(matches, keys, several)
    return matches


def folded(text: str) -> str:
    """The text without what programs change by themselves."""
    return SPACES.sub(" ", normalised(text).translate(TYPED)).replace("...", "…").strip()


def words_of(source: str) -> str:
    """What is alike in a source text, however programs write it."""
    return folded(words_alone(source))


class _Index:
    def __init__(self, entries: Iterable[Entry]) -> None:
        self.ids: dict[str, Key] = {}
        self.by_place: dict[Key, Key] = {}
        self.by_words: defaultdict[str, list[Key]] = defaultdict(list)
        for entry in entries:
            self.ids[text_id(entry)] = entry.key
            words = words_of(entry.msgid)
            self.by_place[entry.msgctxt, words] = entry.key
            self.by_words[words].append(entry.key)

    def keys(self, text: ReturnedText) -> tuple[Key, ...]:
        """The messages that a text may be of."""
        words = words_of(text.source)
        key = self.ids.get(text.id)
        if key is not None and (not words or words == words_of(key[1])):
            return (key,)
        if found := self.by_place.get((text.context, words)):
            return (found,)
        return tuple(self.by_words.get(words, ()))


def _take(matches: Matches, key: Key, text: ReturnedText) -> None:
    """Gives a message its text; two texts that differ contradict each other."""
    former = matches.found.get(key)
    if former is None or not former.target.strip():
        matches.found[key] = text
    elif text.target.strip() and text.target != former.target:
        message = f'two translations of "{_short(text.source or key[1])}"'
        hint = f"the other one is at {former.where}; keep one of them"
        matches.findings.append(Finding(text.where, "import-twice", message, hint))


def _pair(matches: Matches, keys: Sequence[Key], texts: Sequence[ReturnedText]) -> None:
    """One source text in several places, and texts that do not say of which they are."""
    free = [key for key in keys if key not in matches.found]
    said = {text.target for text in texts}
    if len(said) > 1 and len(texts) != len(free):
        for text in texts:
            message = f'"{_short(text.source)}" is in {len(keys)} places, and nothing says of which'
            hint = "it needs a key or a context"
            matches.findings.append(
                Finding(text.where, "import-ambiguous", message, hint, Severity.WARNING)
            )
        return
    each = len(texts) == len(free)
    # Texts that differ may have changed places on their way; one text may not fit in all places.
    doubtful = len(said) > 1 or not each
    for key, text in zip(free, texts if each else [texts[0]] * len(free), strict=True):
        _take(matches, key, replace(text, fuzzy=text.fuzzy or doubtful))


def unknown(texts: Iterable[ReturnedText]) -> Iterator[Finding]:
    """Translations of texts that no message has."""
    for text in texts:
        if text.target.strip():
            message = f'no message has the source "{_short(text.source or text.id)}"'
            hint = f'its translation is not kept: "{_short(text.target)}"'
            yield Finding(text.where, "import-unknown", message, hint, Severity.WARNING)


def _edited(text: ReturnedText) -> Finding:
    message = f'the source was changed to "{_short(text.source)}"'
    hint = "its translation is fuzzy until somebody has read it"
    return Finding(text.where, "import-source", message, hint, Severity.WARNING)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 50 else f"{line[:49]}…"
