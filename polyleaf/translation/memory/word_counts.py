"""Words of source texts that lack a translation: new, near and repeated, as agencies bill them.

Each text counts once, in the first of these that holds: it stands in its leaflet before, or has a
translation there; it is translated elsewhere in the memory, or stands in another leaflet before; it
is fuzzy with a text made for it, to be read; it is like a text that is translated, by bands; it is
new. The bands are those of the analyses of Trados, memoQ and OmegaT.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ...model.catalog import Message, WordsToTranslate
from ...model.leaflet import Text
from ...model.sheet import Language
from ...typography import split_words
from .likeness import likeness
from .pairs import bare, key
from .project_memory import Memory

WORD = re.compile(r"\w+(?:['’.-]\w+)*")
BANDS = ((95, "near_95"), (85, "near_85"), (75, "near_75"))  # least per cent, the best first
Key = tuple[str, str]  # context, source text


def words(text: str, language: Language) -> int:
    """The number of words; by ICU's dictionaries where no spaces part them."""
    if language.spaced or text.isascii():
        return len(WORD.findall(text))
    return sum(map(bool, map(WORD.search, split_words(text, language))))


@dataclass(frozen=True, slots=True)
class WordCounter:
    """Counts leaflet by leaflet, so that what two of them share is counted once."""

    memory: Memory
    source: Language
    _before: set[str] = field(default_factory=set)  # texts of the leaflets that were counted

    def count(
        self,
        texts: Iterable[Text],
        done: Collection[Key],
        messages: Mapping[tuple[str | None, str], Message],
    ) -> WordsToTranslate:
        """The words of the texts that are not `done`."""
        here = {key(text) for _, text in done}
        missing: dict[str, int] = {}
        for text in texts:
            if (text.context, text.value) in done:
                continue
            whole = key(text.value)
            kind = self._kind(whole, here, messages.get((text.context, text.value)))
            missing[kind] = missing.get(kind, 0) + words(text.value, self.source)
            here.add(whole)
        self._before.update(here)
        return WordsToTranslate(**missing)

    def _kind(self, text: str, here: set[str], message: Message | None) -> str:
        if text in here:
            return "repeated_in_leaflet"
        if text in self._before or self.memory.exact(text):
            return "repeated_in_others"
        alike = 0
        if message is not None and message.fuzzy:
            if message.former is None:
                return "drafted"
            alike = likeness(bare(message.former), bare(text))
        if near := self.memory.near(text):
            alike = max(alike, near[0])
        return next((name for least, name in BANDS if alike >= least), "new")
