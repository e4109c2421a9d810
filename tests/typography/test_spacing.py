"""Spaces at which no line ends: between number and unit, and by the rules of a language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.model.inline import Run, parse, walk
from polyleaf.typography import spacing, typeset

from ..strategies import any_text, phrases, thorough

FIXED = str.maketrans({"\u00a0": "~", "\u202f": "_"})


def bound(tag: str, text: str) -> str:
    """Return the text with ~ for a no-break space and _ for a narrow one."""
    return spacing.bind(text, languages.find(tag)).translate(FIXED)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Take 5~mg or 10~mg/kg, at 20~°C."),
        ("en", "In 5 of 10 people, on 3 May, for 20 seconds"),
        ("de", "Nehmen Sie 50~% mehr, 5~ml in 10~Min."),
        ("fr", "Prenez 5~mg, 10~000 fois, à 20~°C"),
        ("ru", "Примите 10~мг, 5~мл, 50~% за 5~мин."),
        ("uk", "Прийміть 10~мг за 5~хв"),
        ("hi", "5~मि.ग्रा. या 10~मिग्रा और 20~मि॰ली॰ लें"),
        ("mr", "५~मि.ग्रॅ. दिवसातून २ वेळा"),
        ("bn", "৫~মিলি এবং 10~mg"),
        ("ta", "5~மி.கி. மற்றும் 10~மி.லி."),
        ("te", "5~మి.గ్రా. మరియు 10~మి.లీ."),
        ("ar", "خذ 5~ملغ أو 50~٪ مرتين"),
        ("fa", "۵~میلی\u200cگرم"),
        ("he", 'קחו 5~מ"ג או 10~מ״ל'),
        ("el", "5~mg και 10~ml"),
        ("th", "5~มก. และ 10~มล."),
        ("ko", "1회 5~mg, 20~°C"),
        ("ja", "1回5~mg、20~℃"),
        ("vi", "5~mg mỗi ngày"),
    ],
)
def test_a_number_stays_with_its_unit(tag: str, text: str) -> None:
    assert bound(tag, text.replace("~", " ")) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Qu’est-ce que c’est_? Attention_! La peau_; «_rouge_»~: oui."),
        ("fr-CA", "Quoi? Oui! «_Non_»~: non_!"),
        ("ru", "Розацеа~— хроническое заболевание, см. №~5 и §~3"),
        ("ru", "и т.~д., т.~е. 5 человек~— это"),
        ("uk", "Розацеа~– це хвороба"),
        ("de", "z.~B. die Haut, d.~h. innen; §~3"),
        ("en", "J.~R. Smith; what is it ? yes : no"),
        ("cs", "k~lékaři a~v~noci s~lékem"),
        ("pl", "z~domu i~w~nocy o~5 rano"),
        ("sk", "V~noci a~s~liekom"),
        ("es", "y o a la vez"),
    ],
)
def test_a_language_has_its_rules(tag: str, text: str) -> None:
    assert bound(tag, text.replace("~", " ").replace("_", " ")) == text


def test_a_space_that_the_author_made_unbreakable_stays() -> None:
    text = "Quoi\u00a0? 5\u202fmg"
    assert spacing.bind(text, languages.find("fr")) == text


def test_a_number_and_its_unit_may_be_in_different_elements() -> None:
    def runs(tag: str, text: str) -> str:
        nodes = typeset(parse(text), languages.find(tag), {})
        found = "".join(node.text for node in walk(nodes) if isinstance(node, Run))
        return found.translate(FIXED)

    assert runs("en", "take **5** mg") == "take 5~mg"
    assert runs("ar", "خذ **5** ملغ") == "خذ 5~ملغ"
    assert runs("fr", "**Quoi** ? *«* oui") == "Quoi_? «_oui"


@given(
    st.sampled_from(["en", "fr", "ru", "cs", "ar", "hi"]),
    any_text | phrases | st.text("5a.;!?:«»—№ \u00a0mg°C%"),
)
@thorough
def test_only_spaces_change_and_only_to_no_break_spaces(tag: str, text: str) -> None:
    found = spacing.bind(text, languages.find(tag))
    changed = [(old, new) for old, new in zip(text, found, strict=True) if old != new]
    assert {old for old, _ in changed} <= {" "}
    assert {new for _, new in changed} <= {"\u00a0", "\u202f"}
    assert spacing.bind(found, languages.find(tag)) == found
