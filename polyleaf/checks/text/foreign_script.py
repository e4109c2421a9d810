"""`script-wrong`: a text is in the script of its language, apart from names and units.

A message may never have been translated, a sentence of it may be forgotten, a word may come from
another language. Latin letters may stand in any text for what the source writes with them too:
Helicobacter pylori, NHS, IL-6, mg, the name of an institute; and for a term in brackets. A message
is wrong

- if a word of it is in a script that neither its language nor its source has;
- if it has no letter of its own script, and is English by its small words ("your"), by words that
  other messages translate, or by a long word that is not in its source;
- if three Latin words in a row are not in the source, or four are a sentence copied from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ... import languages
from ...languages import scripts
from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language
from ...model.unit import Translation, Unit
from ...model.walk import texts
from ..shared.english import is_sentence, is_small, mostly_plain, plain, rows, words_only
from .lookalikes import is_mixed

Pair = tuple[Text, Text]  # source and translation
LONG = 5  # letters: a short word may be a unit or an abbreviation (mcg, Fig.)
NEW = 3  # words in a row
SIGNS = 2  # Greek letters
SHOWN = 40  # characters
MANY, NEARLY_ALL = 5, 0.9  # messages of a catalog
CODE = "script-wrong"


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    """The source itself, which may quote a word of any language, and has names of its own in Latin
    letters: a cell of a table may be nothing but TSH 0.4–4.0 mIU/L. Prose in them is wrong."""
    language = languages.find(leaflet.language)
    own = frozenset(scripts.written_with(language.script))
    for text in texts(leaflet):
        letters = Counter(scripts.of(c) for c in words_only(text.value) if c.isalpha())
        others = {s: n for s, n in letters.items() if s not in own | {*scripts.SHARED}}
        if sum(others.values()) > sum(letters[s] for s in own):
            most = max(others, key=others.__getitem__)
            words = words_only(text.value)
            if most == scripts.LATIN and not _english(words, words, own, frozenset()):
                continue
            hint = f"write it in {language.english_name}"
            yield _finding(text, words, most, language, hint)


def check_catalog(translation: Translation) -> Iterator[Finding]:
    pairs = [(_source(unit), _target(unit)) for unit in translation.units]
    own_words = [text for source, text in pairs if text.value != source.value]
    if script := _script_instead(own_words, translation.language):
        yield _of_another_script(own_words[0], script, translation.language)
    else:
        yield from _wrong(pairs, translation.language)


def _script_instead(translated: Sequence[Text], language: Language) -> str:
    """The script that nearly all of a catalog is in, where it is not its language's."""
    if len(translated) < MANY:
        return ""
    own = frozenset(scripts.written_with(language.script))
    counts = Counter(
        script for text in translated for script in sorted(scripts.within(words_only(text.value)))
    )
    most, times = max(counts.items(), key=lambda count: count[1], default=("", 0))
    mostly = times >= NEARLY_ALL * len(translated) and most not in own
    return most if mostly and not any(counts[script] for script in own) else ""


def _of_another_script(first: Text, script: str, language: Language) -> Finding:
    """One finding for the catalog: its readers may write their language so."""
    tag = f"{language.tag.partition('-')[0]}-{script}"
    message = (
        f"all texts are {scripts.name(script)}; {language.english_name} is expected in "
        f"{scripts.name(language.script)}"
    )
    hint = f"if its readers write it so, name it {tag} in clinic.yaml and rename the folder"
    return Finding(first.where, CODE, message, f"{hint} {tag.replace('-', '_')}")


def _source(unit: Unit) -> Text:
    return Text(unit.source, unit.source_where, unit.context)


def _target(unit: Unit) -> Text:
    return Text(unit.target, unit.where, unit.context)


def _wrong(pairs: Sequence[Pair], language: Language) -> Iterator[Finding]:
    own = frozenset(scripts.written_with(language.script))
    foreign = [pair for pair in pairs if scripts.within(words_only(pair[1].value)) - own]
    bare = [pair for pair in foreign if own.isdisjoint(scripts.within(words_only(pair[1].value)))]
    known = _translated(pairs) if bare else frozenset[str]()
    for source, text in foreign:
        original, value = words_only(source.value), words_only(text.value)
        known_place = bool(source.where.path)
        hint = f"translate it; the source is {source.where}" if known_place else "translate it"
        if stray := _stray(value, own | scripts.within(original)):
            yield _finding(text, stray, scripts.of(stray[0]), language, hint)
        elif scripts.LATIN not in own and (english := _english(original, value, own, known)):
            yield _finding(text, english, scripts.LATIN, language, hint)


def _stray(value: str, known: frozenset[str]) -> str:
    """The first letters in a script that is out of place. Greek ones may be signs: αβ."""
    lost = scripts.within(value) - known - {scripts.LATIN}
    for word in scripts.words(value) if lost else ():
        for script, run in groupby(word, scripts.of):
            letters = "".join(run)
            sign = script == scripts.GREEK and len(letters) <= SIGNS
            if script in lost and not sign and not is_mixed(word, script):
                return letters
    return ""


def _english(original: str, value: str, own: frozenset[str], known: frozenset[str]) -> str:
    """Words of the source, or of another language in Latin letters; empty if there are none."""
    of_source = _folded(original)
    for row in rows(value):
        new = [word for word in row if len(word) > 1 and word.casefold() not in of_source]
        if is_sentence(row) or len(new) >= NEW:
            return " ".join(row)
    row = [word for words in rows(value) for word in words]
    if not row or not own.isdisjoint(scripts.within(value)):
        return ""
    sentence = len(row) > 1 and any(map(is_small, row)) and any(len(word) > 1 for word in row)
    most = len(row) > 2 and mostly_plain(row)
    new = [w for w in row if len(w) >= LONG and not w.isupper() and w.casefold() not in of_source]
    left = any(word.casefold() in known for word in plain(row))
    return " ".join(row) if sentence or most or new or left else ""


def _translated(pairs: Sequence[Pair]) -> frozenset[str]:
    """Words of the source that are translated at least as often as they are kept."""
    kept: Counter[str] = Counter()
    for source, text in pairs:
        found = _folded(words_only(text.value))
        kept.update({w: 1 if w in found else -1 for w in _folded(words_only(source.value))})
    return frozenset(word for word, surplus in kept.items() if surplus <= 0)


def _folded(text: str) -> set[str]:
    return {word.casefold() for word in scripts.words(text)}


def _finding(text: Text, shown: str, script: str, language: Language, hint: str) -> Finding:
    shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
    wanted = f"{language.english_name} is written in {scripts.name(language.script)}"
    message = f'"{shown}" is {scripts.name(script)}; {wanted}'
    return Finding(text.where, CODE, message, hint)
