"""Pseudo-locales: English in other letters, to test a page before there is a translation.

`qps-ploc` has Latin letters with marks above and below, its mirror image `qps-plocm` has Arabic
letters; Windows uses the same tags, CLDR calls them en-XA and ar-XB. Text that stays plain on their
pages cannot be translated; text that does not fit on them will not fit in other languages either.
"""

from __future__ import annotations

from dataclasses import replace
from string import ascii_letters

from ..model.sheet import Direction, Language
from . import fonts

TAGS: dict[str, tuple[str, str, Direction]] = {  # tag → English name, script, direction
    "qps-ploc": ("Pseudo", "Latn", "ltr"),
    "qps-plocm": ("Pseudo (right to left)", "Arab", "rtl"),
}
LETTERS = {
    "Latn": str.maketrans(ascii_letters, "áƀçđéƒğĥíĵķļɱñóþǫřšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞǪŘŠŢÚṼŴẊÝŽ"),
    "Arab": str.maketrans(ascii_letters, "ابصدعفغهيجكلمنوثقرستضظشخطز" * 2),
}
VOWELS = "aeiou"
LONGER = 3  # one letter more for each three, as much longer as translations from English are


def language(tag: str, english: Language) -> Language:
    """The pseudo-locale of that tag: English but for what depends on its letters."""
    name, script, direction = TAGS[tag]
    font = fonts.font_table().by_script[script]
    made = replace(
        english,
        tag=tag,
        english_name=name,
        script=script,
        direction=direction,
        list_separator="، " if script == "Arab" else english.list_separator,
        families=fonts.families(font),
        line_height=font.line_height,
        advance=font.advance,
        hyphenated=False,
        pseudo=True,
    )
    return replace(made, own_name=disguise("Pseudo", made))


def disguise(text: str, language: Language) -> str:
    """English in the letters of a pseudo-locale, a third longer: vowels are repeated."""
    found: list[str] = []
    owed, last = 1, ""
    for character in text:
        found.append(character)
        if character.isalpha():
            last, owed = character.lower(), owed + 1
            if owed >= LONGER and (last in VOWELS or owed >= 2 * LONGER):
                found.append(last)
                owed -= LONGER
    if owed > 1 and last and found[-1].lower() == last:
        found.append(last)
    return "".join(found).translate(LETTERS[language.script])
