"""A text in the script of its language, apart from names and units."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import languages
from polyleaf.checks.text import foreign_script
from polyleaf.model.findings import Finding, Where
from polyleaf.model.unit import Translation

from ..messages import PO, SOURCE, unit
from ..sheets import clinic, leaflet


def reported(source: str, translation: str, language: str = "hi", **others: str) -> list[Finding]:
    """The findings in one message; `others` are more messages of its catalog."""
    pairs = {source: translation, **others}.items()
    units = tuple(unit(one, other, language) for one, other in pairs)
    return list(foreign_script.check_catalog(Translation(languages.find(language), units)))


@pytest.mark.parametrize(
    ("language", "source", "translation"),
    [
        ("hi", "Wash your hands.", "अपने हाथ धोएँ।"),
        ("hi", "Helicobacter pylori", "Helicobacter pylori"),
        ("hi", "IL-6, SPF 30 and 5 mg", "IL-6, SPF 30, 5 mg"),
        ("hi", "5 micrograms", "5 mcg"),
        ("hi", "Call the NHS on {clinic.phone}.", "NHS को {clinic.phone} पर फ़ोन करें।"),
        ("hi", "British Skin Foundation", "British Skin Foundation"),
        (
            "hi",
            "National Institute for Health and Care Excellence",
            "National Institute for Health and Care Excellence",
        ),
        (
            "hi",
            "It comes from the U.S. Food and Drug Administration.",
            "यह अमेरिका की U.S. Food and Drug Administration से है।",
        ),
        (
            "hi",
            "Read [the page of the NHS](https://www.nhs.uk/rosacea).",
            "[NHS](https://www.nhs.uk/rosacea) पढ़ें।",
        ),
        ("hi", "See www.nhs.uk/conditions/rosacea", "www.nhp.example/twacha/rogon"),
        ("hi", "Proof is strong [@bad-2021; @ye-2022].", "सबूत पक्का है [@bad-2021; @ye-2022]।"),
        ("mr", "The forms of the NHS", "NHSच्या नमुने"),
        ("zh-Hans", "intense pulsed light", "强脉冲光（intense pulsed light，IPL）"),
        ("zh-Hans", "SSRIs", "血清素药（selective serotonin reuptake inhibitor）"),
        ("ja", "Skin allergy", "皮膚のアレルギー"),
        ("ko", "Skin", "피부(皮膚)"),
        ("zh-Hant", "Skin", "皮膚ㄆ"),
        ("ru", "TNF-alpha", "TNF-α"),
        ("ru", "alpha-beta T cells", "αβ T-клетки"),
        ("sr-Latn", "Skin", "Koža"),
        ("el", "Skin", "Δέρμα"),
        ("es", "Wash your hands.", "Lave sus manos."),
        ("es", "The word кожа is Russian.", "La palabra кожа es rusa."),
        ("hi", "20 %", "20 %"),
        ("hi", "Use a-z, A-Z or 0-9.", "a-z, A-Z, 0-9 लिखें।"),
        ("te", "6 a.m.", "6 a.m"),
        ("hi", "Save it as notes/my_skin.txt.", "notes/my_skin.txt में रखें।"),
        ("hi", "See sheets/skin/rosacea.pdf.", "sheets/skin/rosacea.pdf देखें।"),
        (
            "ja",
            'Write "number", "name", "mail" or "page".',
            '"number"、"name", "mail", "page"を書く。',
        ),
        ("ko", "The Single Sign On of the NHS.", "NHS Single Sign On 입니다."),
        ("es", "Skin", "P\u0438el"),  # reported as a lookalike, once
    ],
)
def test_names_units_and_terms_may_stand_in_latin(
    language: str, source: str, translation: str
) -> None:
    assert reported(source, translation, language) == []


@pytest.mark.parametrize(
    ("language", "source", "translation", "shown"),
    [
        ("hi", "Wash your hands.", "Wash your hands.", '"Wash your hands" is Latin'),
        ("hi", "Is it safe?", "Is it safe?", '"Is it safe" is Latin'),
        ("zh-Hans", "Wash your hands.", "Lave sus manos.", '"Lave sus manos" is Latin'),
        ("ar", "Skin cream", "Hautcreme", '"Hautcreme" is Latin'),
        ("bn", "warm soapy water", "warm soapy water", '"warm soapy water" is Latin'),
        (
            "hi",
            "Wet them. Use warm water every day.",
            "हाथ गीले करें। Use warm water every day.",
            '"Use warm water every day" is Latin',
        ),
        ("ur", "Wet your hands.", "ہاتھ دھوئیں rincez bien toujours", '"rincez bien toujours" is'),
        (
            "ru",
            "Use it (as long as you can).",
            "Можно (as long as you can).",
            '"as long as you can"',
        ),
        ("hi", "Skin", "кожа", '"кожа" is Cyrillic'),
        ("hi", "Wash your skin.", "अपनी皮肤 धोएँ।", '"皮肤" is Han'),
        ("ta", "Skin", "தோல் ত্বক", '"ত্বক" is Bengali'),
        ("es", "Skin", "кожа", '"кожа" is Cyrillic'),
        ("fr", "The skin is red.", "La δέρμα est rouge.", '"δέρμα" is Greek'),
        ("zh-Hans", "Skin", "皮膚の病気", '"の" is Hiragana'),
        ("sr-Latn", "Skin", "Кожа", '"Кожа" is Cyrillic'),
    ],
)
def test_what_is_left_in_another_script_is_reported(
    language: str, source: str, translation: str, shown: str
) -> None:
    (finding,) = reported(source, translation, language)
    assert (finding.code, finding.where) == ("script-wrong", PO)
    assert finding.message.startswith(shown)


def test_the_message_names_both_scripts_and_the_source() -> None:
    (finding,) = reported("Wash your hands.", "Wash your hands.")
    assert finding.message == '"Wash your hands" is Latin; Hindi is written in Devanagari'
    assert finding.hint.startswith("translate it; the source is content/hands.yaml:1")


def test_a_long_text_is_shown_by_its_start() -> None:
    said = "Wash your hands with warm water and with soap every day."
    (finding,) = reported(said, said)
    assert finding.message.startswith('"Wash your hands with warm water and wit…" is Latin')


def test_a_word_that_other_messages_translate_is_no_name() -> None:
    others = {"The skin and the nose are red.": "त्वचा और नाक लाल हैं।"}
    assert [f.message for f in reported("Nose", "Nose", **others)] == [
        '"Nose" is Latin; Hindi is written in Devanagari'
    ]
    kept = {"The rosacea and the Demodex": "rosacea और Demodex"}
    assert reported("Demodex", "Demodex", **kept) == []


@pytest.mark.parametrize(
    ("value", "wrong"),
    [
        ("Wash your hands.", []),
        ("The Russian word is кожа.", []),
        ("5 %", []),
        ("α, β", ['"α, β" is Greek; English is written in Latin']),
        ("Мойте руки.", ['"Мойте руки." is Cyrillic; English is written in Latin']),
        ("अपने हाथ wash धोएँ", ['"अपने हाथ wash धोएँ" is Devanagari; English is written in Latin']),
    ],
)
def test_the_source_is_mostly_in_its_own_script(value: str, wrong: list[str]) -> None:
    source = replace(leaflet(), title=replace(leaflet().title, value=value))
    assert [finding.message for finding in foreign_script.check_leaflet(source, clinic())] == wrong


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("TSH 0.4 – 4.0 mIU/L", []),
        ("Amoxicillin 500 mg", []),
        ("α-1 antitrypsin", []),
        ("IgG (−) و IgM (+)", []),
        ("Wash your hands with soap", ["script-wrong"]),
        ("Мойте руки.", ["script-wrong"]),
    ],
)
def test_a_source_in_another_script_has_names_in_latin_letters(
    value: str, codes: list[str]
) -> None:
    source = replace(leaflet(), language="ar", title=replace(leaflet().title, value=value))
    found = foreign_script.check_leaflet(source, clinic())
    assert [f.code for f in found if f.message.startswith(f'"{value}"')] == codes


def test_the_words_of_the_interface_have_no_place_in_content() -> None:
    (finding,) = reported("How sure are we?", "How sure are we?")
    assert finding.hint == f"translate it; the source is {SOURCE}"
    word = unit("How sure are we?", "How sure are we?", source_where=Where(""))
    (finding,) = foreign_script.check_catalog(Translation(languages.find("hi"), (word,)))
    assert (finding.where, finding.hint) == (PO, "translate it")


def test_a_catalog_in_another_script_is_one_finding_that_names_the_tag() -> None:
    texts = ["Cuat lenx", "Tiaox ib", "Binf qid zhit", "Dol nenb dus", "Naf tab nyuas"]
    units = tuple(unit(f"Wash {n}", text, "hnj") for n, text in enumerate(texts))
    (found,) = foreign_script.check_catalog(Translation(languages.find("hnj"), units))
    assert found.message == (
        "all texts are Latin; Hmong Njua is expected in Nyiakeng Puachue Hmong"
    )
    assert found.hint == (
        "if its readers write it so, name it hnj-Latn in clinic.yaml and rename the folder hnj_Latn"
    )
