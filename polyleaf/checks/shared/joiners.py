"""Where a character without a shape belongs to the spelling.

ZERO WIDTH JOINER and NON-JOINER stand where RFC 5892, appendix A, lets them stand in names of hosts
(UTS #46: CONTEXTJ), and where the Unicode Standard, chapters 9 and 12, needs them beyond that.
"""

from __future__ import annotations

import unicodedata

from ...languages import scripts

SPACE, NON_JOINER, JOINER = "\u200b", "\u200c", "\u200d"
JOINERS = frozenset((NON_JOINER, JOINER))
TEXT_STYLE, EMOJI_STYLE = "\ufe0e", "\ufe0f"
VIRAMA = 9  # the canonical combining class of what takes a consonant's vowel away
# Letters that change their shape with their neighbours. Persian writes ها apart from the
# word, whether a letter that would join it, a digit or a Latin name: more than RFC 5892 allows.
CURSIVE = frozenset({"Arab", "Syrc", "Mand", "Nkoo", "Adlm", "Rohg"})
HEH = "\u0647"  # with a joiner it is the sign of the Hijri calendar (CLDR: ه‍.ش.)
# The letter ra before a joiner and a virama stays whole: Bengali র‍্য, Kannada ರ‍್ಯ, Telugu ర‍్య.
RA = "\u09b0\u09f0\u0cb0\u0c30"
CANDRA_A = ("\u0905", JOINER, "\u0945")  # how Marathi wrote ॲ before Unicode had it
# No spaces between words: only U+200B shows where a line may break (CLDR: km, lo, th).
UNSPACED = frozenset(
    {
        *("Bali", "Batk", "Bugi", "Cham", "Java", "Khmr", "Lana", "Laoo", "Mymr", "Sund", "Talu"),
        *("Tavt", "Thai", "Tibt"),
    }
)
# Emoji that are no symbols: keycaps and some signs (emoji-variation-sequences.txt).
PICTURED = "#*0123456789ℹ‼⁉〰"
EAST_ASIAN_SIGNS = "、。，．：；！？"


def is_selector(character: str) -> bool:
    """Whether it is a variation selector: it chooses a shape of the character before it."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def belongs(value: str, at: int) -> bool:
    """Whether the character without a shape at `at` is part of how its neighbours are spelt."""
    character, before, after = value[at], value[at - 1 : at], value[at + 1 : at + 2]
    if not before:
        return False
    if is_selector(character):
        return _varies(before, character)
    if character == SPACE:
        return any(scripts.of(c) in UNSPACED for c in before + after)
    if character == NON_JOINER:
        return _is_virama(before) or _keeps_apart(value[:at], after)
    if character == JOINER:
        return _is_virama(before) or _joins(before, after)
    return False


def hint(value: str, at: int) -> str:
    """What to do about a joiner that does not belong there; empty for other characters."""
    joiner, before, after = value[at], value[at - 1 : at], value[at + 1 : at + 2]
    if joiner == NON_JOINER and before and before in RA and _is_virama(after):
        return "write U+200D ZERO WIDTH JOINER in its place"
    if (before, joiner, after) == CANDRA_A:
        return "write the three as U+0972 DEVANAGARI LETTER CANDRA A"
    if joiner in (JOINER, NON_JOINER):
        return "take it out: it belongs after a virama, or between letters of a cursive script"
    return ""


def _is_virama(character: str) -> bool:
    return bool(character) and unicodedata.combining(character) == VIRAMA


def _keeps_apart(before: str, after: str) -> bool:
    """Between letters of a cursive script, or one of them and a letter or digit of another."""
    letter = next((c for c in reversed(before) if unicodedata.category(c) != "Mn"), "")
    if not letter or not after:
        return False
    if scripts.of(after) == "Beng":  # between a word and its ending: প্রত্যেকের‌ই (CLDR: as, bn)
        return scripts.of(before[-1]) == "Beng" and unicodedata.category(after) == "Lo"
    if scripts.of(after) == "Khmr":  # before a sign that would otherwise change its place
        return scripts.of(before[-1]) == "Khmr"
    both = unicodedata.category(letter)[0] in "LN" and unicodedata.category(after)[0] in "LN"
    return both and not CURSIVE.isdisjoint((scripts.of(letter), scripts.of(after)))


def _joins(before: str, after: str) -> bool:
    if before == HEH:
        return not after or unicodedata.category(after)[0] not in "LM"
    if not after:
        return False
    if _is_virama(after):
        return before in RA or scripts.of(before) == "Sinh"  # Sinhala: letters that touch
    return _is_picture(before) and _is_picture(after)


def _is_picture(character: str) -> bool:
    """A symbol, a skin tone or a selector: parts of an emoji of several (UTS #51)."""
    return unicodedata.category(character) in ("So", "Sk") or character == EMOJI_STYLE


def _varies(before: str, selector: str) -> bool:
    """Whether Unicode has variants of `before`: of pictures, Han, Burmese, mathematical signs."""
    if selector in (TEXT_STYLE, EMOJI_STYLE):
        return before in PICTURED or unicodedata.category(before) in ("So", "Sm")
    if selector > EMOJI_STYLE:
        return scripts.of(before) == "Hani"
    return (
        scripts.of(before) in ("Hani", "Mymr")
        or before in EAST_ASIAN_SIGNS
        or unicodedata.category(before) == "Sm"
    )
