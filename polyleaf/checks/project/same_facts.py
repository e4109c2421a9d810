"""`risks-differ`, `number-differs`: leaflets of a project do not contradict each other.

A medicine has the same risks wherever it is an option or a term: a reader of one leaflet is not
warned less than a reader of the other. What one source says has one number: sentences that
cite it and have mostly the same words have the same figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ...model.findings import Finding, Severity, Where
from ...model.inline import Cite, parse, walk
from ...model.leaflet import Leaflet, Options, Terms, Text
from ...model.plans import Schedule
from ...model.walk import parts, texts
from ..shared.english import words_only
from ..shared.sentences import sentences

MOST = 400  # sentences that cite one source, and are compared
ALIKE, MOSTLY = 0.5, 0.75  # the share of words that two sentences have in common
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]{3,}")
# Endings by which names of medicines are known (WHO, The use of stems in the selection of INN).
STEM = re.compile(
    r"\b([a-z]+ic acid|[a-z]{2,}(?:idine|cycline|azole|mectin|statin|sartan|olol|cillin|mycin|"
    r"micin|tretinoin|trexate|floxacin|caine|gliptin|gliflozin|glutide|formin|dronate|azepam|zolam|oxetine|"
    r"triptan|ciclovir|navir|parin|grel|xaban|thiazide|semide|solone|asone|cortisone|terol|tropium|"
    r"lukast|profen|fenac|coxib|oxib|setron|sporin|limus|citinib|tinib|umab|"
    r"pril|prost|dopa|thyroxine|oxidil|steride|morphine|codone|barbital|salazine|prazole))\b"
)
Said = tuple[frozenset[str], str, Where, str]  # words, numbers, place, leaflet


def check_project(leaflets: tuple[Leaflet, ...]) -> Iterator[Finding]:
    yield from _risks(leaflets)
    yield from _numbers(leaflets)


def _risks(leaflets: tuple[Leaflet, ...]) -> Iterator[Finding]:
    """Risks that one leaflet tells of a medicine, and another that has it as an option does not."""
    places: defaultdict[str, dict[str, Text]] = defaultdict(dict)  # medicine → leaflet → place
    risks: defaultdict[str, dict[frozenset[str], tuple[str, Leaflet]]] = defaultdict(dict)
    for leaflet in leaflets:
        for name, place, named in _medicines(leaflet):
            places[name].setdefault(leaflet.name, place)
            for risk in named:
                risks[name].setdefault(_words(risk), (risk, leaflet))
    for leaflet in leaflets:
        said: list[frozenset[str]] = []
        for name in places:
            if (there := places[name].get(leaflet.name)) is None:
                continue
            said = said or [_words(s.text) for t in texts(leaflet) for s in sentences(t.value)]
            lacking = [
                (risk, other)
                for words, (risk, other) in risks[name].items()
                if other is not leaflet and not any(_alike(words, each) for each in said)
            ]
            for risk, other in lacking[:1]:
                more = f", and {len(lacking) - 1} more are stated elsewhere" if lacking[1:] else ""
                message = f'{name}: {other.where.path} also has the risk "{_short(risk)}"{more}'
                hint = "tell the same risks of a medicine in every leaflet"
                yield Finding(there.where, "risks-differ", message, hint, Severity.WARNING)


def _medicines(leaflet: Leaflet) -> Iterator[tuple[str, Text, list[str]]]:
    """Each medicine that is an option or a term, its place, and its risks, sentence by sentence."""
    for block in parts(leaflet, Options):
        for option in block.items:
            risks = [s.raw for text in option.risks for s in sentences(text.value)]
            for name in _names(option.name.value):
                yield name, option.name, risks
    for terms in parts(leaflet, Terms):
        yield from ((n, item.term, []) for item in terms.items for n in _names(item.term.value))
    for plan in parts(leaflet, Schedule):
        yield from ((n, m.name, []) for m in plan.medicines for n in _names(m.name.value))


def _names(text: str) -> Iterator[str]:
    """The medicines that a text names."""
    yield from STEM.findall(words_only(text).casefold())


def _numbers(leaflets: tuple[Leaflet, ...]) -> Iterator[Finding]:
    cited: defaultdict[str, list[Said]] = defaultdict(list)
    for leaflet in leaflets:
        urls = {source.id: source.url for source in leaflet.sources}
        for text in texts(leaflet):
            for name, said in _cited(text, leaflet.name) if "[@" in text.value else ():
                cited[urls.get(name, "")].append(said)
    for those in (those for url, those in cited.items() if url):
        reported: set[Where] = set()
        distinct = {said[:2]: said for said in reversed(those)}.values()
        for one, other in combinations(list(distinct)[-MOST:], 2):
            alike = one[1] != other[1] and _alike(one[0], other[0], MOSTLY)
            if alike and one[2] not in reported:
                reported.add(one[2])
                message = f'another number than {other[2]}: "{one[1]}", there "{other[1]}"'
                hint = "both cite the same source: look it up"
                yield Finding(one[2], "number-differs", message, hint, Severity.WARNING)


def _cited(text: Text, leaflet: str) -> Iterator[tuple[str, Said]]:
    for sentence in sentences(text.value):
        numbers = " ".join(NUMBER.findall(sentence.text))
        if numbers and "[@" in sentence.raw:
            said = (_words(sentence.text), numbers, text.where, leaflet)
            for node in walk(parse(sentence.raw)):
                for name in node.sources if isinstance(node, Cite) else ():
                    yield name, said


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in WORD.findall(words_only(text).casefold()))


def _alike(one: frozenset[str], other: frozenset[str], least: float = ALIKE) -> bool:
    return len(one & other) >= least * max(min(len(one), len(other)), 1) and bool(one & other)


def _short(text: str) -> str:
    plain = " ".join(words_only(text).split()).replace(" .", ".")
    return plain if len(plain) < 60 else f"{plain[:59]}…"
