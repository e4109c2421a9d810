"""CLDR's names in 121 locales are right, but for those that CLDR itself spells wrongly."""

from __future__ import annotations

import pytest
from babel import Locale

from polyleaf import checks, languages
from polyleaf.checks.shared import strings
from polyleaf.checks.text import foreign_script, lookalikes
from polyleaf.model.catalog import Message, Messages, Provenance
from polyleaf.model.findings import Where
from polyleaf.model.unit import Translation
from polyleaf.translation import localize

from ...gallery import ALL

WRONG = {
    "as": {"letter-foreign"},  # Bengali র for ৰ
    "ckb": {"letter-foreign"},  # Arabic ك and ي
    "el": {"script-wrong"},  # Hinglish, which the source calls otherwise
    "fa": {"character-invisible"},  # a non-joiner before a space
    "he": {"character-bidi"},
    "km": {"character-invisible"},  # a zero-width space before the first letter
    "kn": {"character-invisible"},  # two non-joiners in a row
    "lo": {"character-invisible"},  # as in Khmer
    "ml": {"character-invisible"},  # a joiner after a vowel
    "mr": {"character-invisible"},  # अ with a joiner and a sign, for ॲ
    "or": {"character-invisible"},  # a joiner before a virama
    "ps": {"script-wrong"},  # Louis
    "ur": {"letter-foreign"},  # Arabic ي and ه
}


def names(tag: str) -> Messages:
    """What CLDR calls languages and territories, as if it were a catalog from English."""
    english, locale = Locale("en"), Locale.parse(tag.replace("-", "_"))
    messages = Messages("cldr", Provenance("human"), {})
    for kind, source, own in (
        ("language", english.languages, locale.languages),
        ("territory", english.territories, locale.territories),
    ):
        for code in own.keys() & source.keys():
            messages.found[kind, source[code]] = Message(own[code], True, False, Where(tag))
    return messages


@pytest.mark.slow
@pytest.mark.parametrize("tag", [tag for _, tag in ALL])
def test_the_names_of_a_language_are_what_it_may_write(tag: str) -> None:
    language = languages.find(tag)
    units = localize.words(names(tag), language)
    whole = Translation(language, units)
    found = [
        finding
        for unit in units
        for check in checks.STRING
        for finding in check(*strings.of_message(unit))
    ]
    found += (*lookalikes.check_catalog(whole), *foreign_script.check_catalog(whole))
    assert {finding.code for finding in found} == WRONG.get(tag, set())
