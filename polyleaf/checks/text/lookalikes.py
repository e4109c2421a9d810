"""`lookalike`: no word mixes scripts whose letters look alike.

"Рaracetamol" with a Cyrillic Р looks right, and no search, voice or dictionary finds it. Latin,
Greek, Cyrillic, Armenian and Cherokee are such scripts, so are those of India, and Thai and Lao.
Scripts that are not confused may touch: NHSच्या, 皮肤B. Greek letters may stand where science writes
them: μg, TNFα, NFκB, kΩ, β2. A sheet writes the micro sign in one way: µ (U+00B5) or μ (U+03BC).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby

from ...languages import scripts
from ...languages.scripts import CYRILLIC, GREEK, LATIN
from ...model.clinic import Clinic
from ...model.findings import Finding
from ...model.leaflet import Leaflet, Text
from ...model.sheet import Language
from ...model.unit import Translation
from ...model.walk import texts
from ..shared.code_points import named
from ..shared.strings import NOWHERE

FAMILIES = (
    frozenset({LATIN, GREEK, CYRILLIC, "Armn", "Cher", "Copt", "Lisu"}),
    frozenset({"Deva", "Beng", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh"}),
    frozenset({"Thai", "Laoo"}),
)
MICRO, MU = "\u00b5", "\u03bc"
UNLIKE = frozenset("δζθλξπφψΓΔΘΛΞΠΣΦΨΩ")  # Greek that looks like no Latin or Cyrillic letter
DIGITS = "0123456789"
UNIT = 3  # letters: μmol
ABBREVIATION = 2  # capitals next to a Greek letter: ERα
# Letters of one shape, column by column (Unicode: confusables.txt).
SHAPES = {
    LATIN: "ABCEHIJKMNOPSTXYZaceijopsuxy",
    CYRILLIC: "АВСЕНІЈКМ ОРЅТХУ асеіјорѕ ху",
    GREEK: "ΑΒ ΕΗΙ ΚΜΝΟΡ ΤΧΥΖα  ι ορ υχγ",
}


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if text.value.isascii():
        return
    for finding in _found(text.value):
        yield finding._replace(where=text.where)


def check_leaflet(leaflet: Leaflet, clinic: Clinic) -> Iterator[Finding]:
    yield from _micro(texts(leaflet))


def check_catalog(translation: Translation) -> Iterator[Finding]:
    yield from _micro(Text(u.target, u.where, u.context) for u in translation.units)


def is_mixed(word: str, script: str) -> bool:
    """Whether a letter of `script` in it looks like one of another script of the word."""
    here = scripts.within(word)
    return any(script in family and len(family & here) > 1 for family in FAMILIES)


def _micro(sheet: Iterable[Text]) -> Iterator[Finding]:
    """Where a sheet writes the micro sign in its second way."""
    first: Text | None = None
    written = ""
    for text in sheet:
        for sign in (MICRO, MU):
            if not re.search(f"{sign}[A-Za-z]", text.value):
                continue  # no unit
            if first is None:
                first, written = text, sign
            elif sign != written:
                message = f"{named(sign)} here, but {named(written)} in {first.where}"
                hint = "write one of them, or micrograms in full: μg is read as mg"
                yield Finding(text.where, "lookalike", message, hint)


@lru_cache(maxsize=8192)
def _found(value: str) -> tuple[Finding, ...]:
    """Each word of the string that mixes scripts."""
    here = scripts.within(value)
    # µ, the sign, has no script, but next to Greek letters it is a μ of the wrong kind.
    here |= {LATIN} if MICRO in value else set()
    if all(len(family & here) < 2 for family in FAMILIES):
        return ()
    return tuple(
        finding
        for word in dict.fromkeys(scripts.words(value))
        for part in _parts(word)
        if (finding := _finding(word, part))
    )


def _parts(word: str) -> Iterator[list[tuple[str, str]]]:
    """(script, letters) of each stretch of a word in scripts of one family."""
    letters = [(script, c) for c in word if (script := _script(c)) not in scripts.SHARED]
    for family, stretch in groupby(letters, lambda letter: _family(letter[0])):
        if family is not None:
            yield [
                (script, "".join(c for _, c in run))
                for script, run in groupby(stretch, lambda letter: letter[0])
            ]


@cache
def _script(character: str) -> str:
    return LATIN if character == MICRO else scripts.of(character)


@cache
def _family(script: str) -> int | None:
    return next((n for n, family in enumerate(FAMILIES) if script in family), None)


def _finding(word: str, runs: list[tuple[str, str]]) -> Finding | None:
    counts: Counter[str] = Counter()
    for script, letters in runs:
        counts[script] += len(letters.replace(MICRO, ""))
    if len(counts) < 2 or _is_notation(word, runs):
        return None
    main = counts.most_common(1)[0][0]
    stranger = next(letters[0] for script, letters in runs if script != main)
    others = " and ".join(scripts.name(script) for script in counts if script != main)
    message = f'"{word}" mixes {scripts.name(main)} with {others}: {stranger} is {named(stranger)}'
    twin = _twin(stranger, main)
    hint = f"write {named(twin)}, which looks the same" if twin else "write it in one script"
    return Finding(NOWHERE, "lookalike", message, hint)


def _is_notation(word: str, runs: list[tuple[str, str]]) -> bool:
    """Whether its Greek letters are signs: μg, kΩ, ΔT, TNFα, NFκB, β2."""
    rest = "".join(letters for script, letters in runs if script != GREEK)
    signs = [letters for script, letters in runs if script == GREEK]
    if not signs or len({script for script, _ in runs}) > 2 or any(len(s) > 1 for s in signs):
        return False
    abbreviation = sum(map(str.isupper, rest)) >= ABBREVIATION
    return all(
        (sign in UNLIKE or abbreviation)
        or (sign == MU and word.lstrip(DIGITS).startswith(MU) and len(rest) <= UNIT)
        or any(sign + digit in word for digit in DIGITS)
        for sign in signs
    )


def _twin(stranger: str, script: str) -> str:
    """The letter of `script` that has the shape of `stranger`, or nothing."""
    if stranger == MICRO and script == GREEK:
        return MU
    row, wanted = SHAPES.get(_script(stranger), ""), SHAPES.get(script, "")
    at = row.find(stranger)
    return wanted[at].strip() if wanted and at >= 0 else ""
