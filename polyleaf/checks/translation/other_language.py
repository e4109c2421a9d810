"""`language-other`: a translation is in the language of its catalog.

A file may be in the wrong folder, a row may come from another file, an assistant may have answered
in a sister language. The small words tell: "não espere pela próxima consulta" holds four words that
are frequent in Portuguese and one of Spanish; so do letters that the language does not have. If the
catalog as a whole reads so, that is one finding, at its header.

Of 46,000 messages that others wrote, 15 were reported, indeed
(`polyleaf/languages/frequent.py`). Languages that are not in the table are not checked, nor is
Chinese, where `han-variant` tells Traditional from Simplified.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import languages
from ...languages import frequent
from ...model.findings import Finding, Severity, Where
from ...model.unit import Translation, Unit
from ..shared.english import words_only
from ..shared.message_finding import message_finding, shorten

CODE = "language-other"
LEAST, WORDS, SHARE = 10, 3, 0.4  # weight, words of the other language; share that speaks for ours
# For a whole catalog, whose words are many.
WHOLE, WHOLE_SHARE = 60, 0.7
# For a catalog of a few messages: words of the other language alone, and hardly any of its own.
FEW_MESSAGES, FEW_WEIGHT, FEW_WORDS, FEW_SHARE = 5, 9.5, 2, 0.25
# Their lists are short, or they share most words with another: no single message is judged.
AS_WHOLES = frozenset(("fil", "id", "ku", "ms", "ne", "ps", "so"))


def check_catalog(translation: Translation) -> Iterator[Finding]:
    own = frequent.known_as(translation.language)
    if not own or not translation.units:
        return
    each = [(unit, frequent.words_of(_translated(unit))) for unit in translation.units]
    whole = set().union(*(words for _, words in each))
    begun = sum(bool(words) for _, words in each)
    if other := _other(whole, own, WHOLE, WHOLE_SHARE) or _of_few(whole, own, begun):
        where = Where(translation.units[0].where.path, 1)
        message = f"the catalog reads like {_name(other)}"
        hint = f"is it in the right folder? {translation.language.english_name} is expected"
        yield Finding(where, CODE, message, hint)
        return
    for unit, words in each if own not in AS_WHOLES else ():
        if other := _other(words, own, LEAST, SHARE):
            message = f'"{shorten(unit.target)}" reads like {_name(other)}'
            hint = f"translate it into {unit.language.english_name}"
            yield message_finding(unit, CODE, message, hint, Severity.ERROR)


def _translated(unit: Unit) -> str:
    """The translation without the words that stand in its source too: names, addresses."""
    kept = frequent.words_of(words_only(unit.source))
    return " ".join(frequent.words_of(words_only(unit.target)) - kept)


def _other(words: set[str], own: str, least: float, share: float) -> str:
    """The language that the words speak for rather than for their own; empty if there is none."""
    found = frequent.weigh(words, own)
    ours, _ = found.pop(own, (0.0, 0))
    best = max(found, key=lambda tag: found[tag], default="")
    if not best:
        return ""
    weight, count = found[best]
    return best if weight >= least and count >= WORDS and ours < share * weight else ""


def _of_few(words: set[str], own: str, messages: int) -> str:
    """The language of a small catalog that has hardly a word which only its own language has."""
    if messages < FEW_MESSAGES:
        return ""
    found = frequent.weigh(words, own)
    for tag in sorted(found.keys() - {own}, key=lambda each: -found[each][0]):
        weight, count = frequent.alone(words, tag, own)
        if weight >= FEW_WEIGHT and count >= FEW_WORDS:
            ours, some = frequent.alone(words, own, tag)
            return tag if not some or ours < FEW_SHARE * weight else ""
    return ""


def _name(tag: str) -> str:
    return languages.find(tag).english_name
