"""`option-nothing`, `option-uneven`, `option-empty`, `risks-missing`: options are described fairly.

Of several options one is to do nothing or to wait (DISCERN 12, IPDAS). Each has as much text as the
others: from half to twice the median of these; and its benefits do not fill more than eight times
the room of its risks. A cell that says "None" says nothing. A leaflet that promises something of a
treatment also tells its risks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from ... import languages
from ...languages import as_compared
from ...languages.content_words import Words
from ...model.clinic import Clinic
from ...model.findings import Finding, Severity
from ...model.leaflet import Leaflet, Option, Options, Text
from ...model.walk import parts, texts
from ..shared.english import words_only
from ..shared.promises import promises

MOST = 2.0  # an option's letters by the median of all; the least is the inverse (R11: 0.5 to 2)
BENEFITS = 8.0  # letters of benefits for each letter of risks
FEW = 120  # letters that any option may differ by: a sentence or two


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    words = languages.content_words(languages.find(leaflet.language))
    # those of all blocks: some may be on the web alone
    options = tuple(option for block in parts(leaflet, Options) for option in block.items)
    yield from _uneven(options, words)
    if words:
        yield from _nothing(options, words)
        yield from _empty(options, words)
        yield from _without_risks(leaflet, words)


def _warning(text: Text, code: str, message: str, hint: str) -> Finding:
    return Finding(text.where, code, message, hint, Severity.WARNING)


def _letters(those: Iterable[Text]) -> int:
    return sum(len(words_only(text.value)) for text in those)


def _uneven(options: tuple[Option, ...], words: Words) -> Iterator[Finding]:
    sizes = [_letters(text for cell in option.cells for text in cell) for option in options]
    for number, (option, size) in enumerate(zip(options, sizes, strict=True)):
        others = median(sizes if len(sizes) > 2 else sizes[:number] + sizes[number + 1 :])
        benefits, risks = _letters(option.benefits), _letters(option.risks)
        # of two, the longer one is reported; and there is less to say about doing nothing
        short = len(options) == 2 or (words and words["nothing"].first(_name(option)))
        least = 0 if short else others / MOST
        message = ""
        if abs(size - others) > FEW and not least <= size <= others * MOST:
            far = "more" if size > others else "less"
            message = f"this option has {size} letters, far {far} than others ({others:.0f})"
        elif benefits > FEW and benefits > BENEFITS * risks:
            message = f"{benefits} letters of benefits, and {risks} of risks"
        if message:
            yield _warning(option.name, "option-uneven", message, "tell all in equal detail")


def _name(option: Option) -> str:
    return as_compared(option.name.value)


def _nothing(options: tuple[Option, ...], words: Words) -> Iterator[Finding]:
    if options and not any(map(words["nothing"].first, map(_name, options))):
        message = "no option is to do nothing or to wait"
        hint = "add what happens without treatment: No treatment for now"
        yield _warning(options[0].name, "option-nothing", message, hint)


def _empty(options: tuple[Option, ...], words: Words) -> Iterator[Finding]:
    for option in options:
        for name, cell in zip(("benefits", "risks", "unknown"), option.cells, strict=True):
            for text in cell:
                if _says_nothing(as_compared(words_only(text.value)).strip(" .–-"), words):
                    message = f'"{text.value}" says nothing of the {name}'
                    hint = "say what was looked for, and how often it happens"
                    yield _warning(text, "option-empty", message, hint)


def _says_nothing(line: str, words: Words) -> bool:
    whole = any((f.start, f.end) == (0, len(line)) for f in words["empty"].found(line))
    return whole or not any(map(str.isalpha, line))


def _without_risks(leaflet: Leaflet, words: Words) -> Iterator[Finding]:
    language = languages.find(leaflet.language)
    every = list(texts(leaflet))
    promised = next((text for text in every if promises(text.value, language)), None)
    if promised is None:
        return
    if not any(words["harm"].first(as_compared(text.value)) for text in every):
        message = "the leaflet promises something, and tells of no risk"
        hint = "say what harm the treatment may do, and how often"
        yield _warning(promised, "risks-missing", message, hint)
