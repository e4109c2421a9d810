"""Letters that another language of the same script has in their place."""

from __future__ import annotations

import pytest

from polyleaf import languages
from polyleaf.checks.text import foreign_letters

from ..strings import codes, found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "هل الوردية معدية؟ الجلد حساس إلى حد كبير، ى ة ك ه ي"),
        ("ar", "چاد وپاريس وگوگل وڤيروس"),  # names from abroad
        ("fa", "پوست شما قرمز می‌شود و گاهی درد می‌کند. خانهٔ ژاله"),
        ("ur", "کیا یہ جلد کے لیے محفوظ ہے؟ بہت سے لوگ پوچھتے ہیں، زکوٰۃ، گھر"),
        ("ckb", "پێستی تۆ سوورە و هەندێک جار دێشێت"),
        ("ps", "ستاسو پوستکی سور دی، زه يې نه پېژنم"),
        ("ro", "Pielea ta este roșie și țesutul"),
        ("tr", "Yüzünüzde kızarıklık oluşur, ışık"),
        ("hr", "Đumbir, koža između prstiju"),
        ("is", "Húðin er rauð, það"),
        ("bn", "আপনার ত্বকের রং লাল"),
        ("as", "আপোনাৰ ছালৰ ৰং ৰঙা"),
        ("ru", "Кожа лица, её покраснение"),
        ("uk", "Шкіра обличчя, її"),
        ("mk", "ѕвезда, кожа, јас"),
        ("en", "ي ş đ ѕ"),  # no language that the table knows
    ],
)
def test_a_language_may_write_its_own_letters(language: str, text: str) -> None:
    assert codes(foreign_letters.check_string, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "letter", "instead"),
    [
        ("ar", "الوردیة", "ی", "ي"),
        ("ar", "کتاب", "ک", "ك"),
        ("ar", "جلدہ", "ہ", "ه"),
        ("ar", "ھذا", "ھ", "ه"),
        ("ar", "کے", "ے", "ي"),
        ("fa", "مي‌شود", "ي", "ی"),
        ("fa", "كتاب", "ك", "ک"),
        ("ur", "كتاب", "ك", "ک"),
        ("ur", "جلدي", "ي", "ی"),
        ("ur", "یہاں هے", "ه", "ہ"),
        ("ur", "مصطفى", "ى", "ی"),
        ("ckb", "كوردي", "ك", "ک"),
        ("ps", "كور", "ك", "ک"),
        ("ro", "roşie", "ş", "ș"),
        ("ro", "ţesut", "ţ", "ț"),
        ("tr", "Ișık", "ș", "ş"),
        ("hr", "Ðumbir", "Ð", "Đ"),
        ("vi", "Ðau", "Ð", "Đ"),
        ("is", "rauđ", "đ", "ð"),
        ("bn", "ৰং", "ৰ", "র"),
        ("as", "রং", "র", "ৰ"),
        ("ru", "кожі", "і", "и"),
    ],
)
def test_the_letter_of_another_is_reported_with_its_own(
    language: str, text: str, letter: str, instead: str
) -> None:
    findings = found(foreign_letters.check_string, text, language)
    assert {finding.code for finding in findings} == {"letter-foreign"}
    (hint,) = (f.hint for f in findings if f" holds {letter} " in f.message)
    assert hint.startswith(f"write {instead} U+{ord(instead):04X}")


def test_a_finding_names_language_letter_and_word() -> None:
    (finding,) = found(foreign_letters.check_string, "آپ كی جلد", "ur")
    assert finding.message == '"كی" holds ك U+0643 ARABIC LETTER KAF, which Urdu does not write'
    assert finding.hint == "write ک U+06A9 ARABIC LETTER KEHEH"


def test_a_cyrillic_letter_in_place_of_a_latin_one_is_reported() -> None:
    (finding,) = found(foreign_letters.check_string, "ѕпирт", "ru")
    assert finding.hint == "write the letter of its alphabet"


def test_a_region_of_a_language_writes_as_the_language_does() -> None:
    assert codes(foreign_letters.check_string, "کتاب", "ar-EG") == ["letter-foreign"]


@pytest.mark.parametrize("tag", sorted(foreign_letters.FOREIGN))
def test_the_table_sends_no_one_in_a_ring(tag: str) -> None:
    languages.find(tag)
    instead = foreign_letters.FOREIGN[tag]
    assert instead.keys().isdisjoint(instead.values())
