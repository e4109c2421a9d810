"""Languages as data, from CLDR."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

from polyleaf import languages
from polyleaf.model.findings import ExitStatus, PolyleafError, Where

DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("tag", "own", "english", "script", "direction", "day"),
    [
        ("en", "English", "English", "Latn", "ltr", "2 November 2026"),
        ("es", "español", "Spanish", "Latn", "ltr", "2 de noviembre de 2026"),
        ("hi", "हिन्दी", "Hindi", "Deva", "ltr", "2 नवंबर 2026"),
        ("ar", "العربية", "Arabic", "Arab", "rtl", "2 نوفمبر 2026"),
        ("zh-Hans", "简体中文", "Simplified Chinese", "Hans", "ltr", "2026年11月2日"),
        ("zh-Hant", "繁體中文", "Traditional Chinese", "Hant", "ltr", "2026年11月2日"),
        ("he", "עברית", "Hebrew", "Hebr", "rtl", "2 בנובמבר 2026"),
        ("bn", "বাংলা", "Bangla", "Beng", "ltr", "2 নভেম্বর, 2026"),
        ("ta", "தமிழ்", "Tamil", "Taml", "ltr", "2 நவம்பர், 2026"),
        ("te", "తెలుగు", "Telugu", "Telu", "ltr", "2 నవంబర్, 2026"),
        ("mr", "मराठी", "Marathi", "Deva", "ltr", "2 नोव्हेंबर, 2026"),
        ("ur", "اردو", "Urdu", "Arab", "rtl", "2 نومبر، 2026"),
        ("sr-Latn", "srpski (latinica)", "Serbian (Latin)", "Latn", "ltr", "2. novembar 2026."),
        (
            "pt-BR",
            "português (Brasil)",
            "Brazilian Portuguese",
            "Latn",
            "ltr",
            "2 de novembro de 2026",
        ),
        ("fr", "français", "French", "Latn", "ltr", "2 novembre 2026"),
        ("ru", "русский", "Russian", "Cyrl", "ltr", "2 ноября 2026\u202fг."),
    ],
)
def test_a_language_has_the_data_of_its_tag(
    tag: str, own: str, english: str, script: str, direction: str, day: str
) -> None:
    language = languages.find(tag)
    assert (language.tag, language.own_name, language.english_name) == (tag, own, english)
    assert (language.script, language.direction) == (script, direction)
    assert languages.long_date(DAY, language) == day


def test_hyphens_and_underscores_make_the_same_language() -> None:
    assert languages.find("zh_Hans") == languages.find("zh-Hans")
    assert languages.find("zh-hans").locale == "zh_Hans"


@pytest.mark.parametrize(
    "tag", ["xx", "klingon", "", "e", "en-Qqqq-XX-!", "../etc", "mr-u-nu-roman"]
)
def test_an_unknown_tag_is_reported_with_its_place(tag: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        languages.find(tag, Where("clinic.yaml", 9, 17), ExitStatus.INPUT)
    (finding,) = caught.value.findings
    assert str(finding).startswith(
        f'clinic.yaml:9:17: error[language-unknown]: no language has the tag "{tag}"'
    )


def test_every_family_has_a_package() -> None:
    families = languages.font_packages()
    assert families["Noto Sans CJK SC"] == "fonts-noto-cjk"
    assert languages.font_packages(frozenset({"Noto Sans"})) == {"Noto Sans": "fonts-noto-core"}


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("GB", True),
        ("IN", True),
        ("GR", True),
        ("UK", False),
        ("EU", False),
        ("ZZ", False),
        ("gb", False),
    ],
)
def test_countries_have_one_spelling(code: str, known: bool) -> None:
    assert languages.is_country(code) is known


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("ar", "Noto Sans Arabic"),
        ("ur", "Noto Nastaliq Urdu"),
        ("ur-IN", "Noto Nastaliq Urdu"),
        ("zh-Hans", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-HK", "Noto Sans CJK HK"),
        ("ja", "Noto Sans CJK JP"),
        ("ko", "Noto Sans CJK KR"),
    ],
)
def test_a_language_has_a_font_of_its_own(tag: str, family: str) -> None:
    assert languages.find(tag).families[:2] == (family, "Noto Sans")


@pytest.mark.parametrize(
    ("tag", "digits", "separator"),
    [
        ("hi", "", ", "),
        ("mr", "०१२३४५६७८९", ", "),
        ("bn", "০১২৩৪৫৬৭৮৯", ", "),
        ("fa", "۰۱۲۳۴۵۶۷۸۹", "، "),
        ("ar", "", "، "),
        ("ar-EG", "٠١٢٣٤٥٦٧٨٩", "، "),
        ("mr-u-nu-latn", "", ", "),
        ("hi-u-nu-deva", "०१२३४५६७८९", ", "),
        ("zh-Hans", "", "、"),
    ],
)
def test_a_language_has_its_digits_and_its_comma(tag: str, digits: str, separator: str) -> None:
    language = languages.find(tag)
    assert (language.digits, language.list_separator) == (digits, separator)


@pytest.mark.parametrize(
    ("tag", "reason"),
    [
        ("mn-Mong-CN", "is written in columns from top to bottom"),
        ("en-Dsrt", "add [script.Dsrt] to polyleaf/languages/fonts.toml"),
    ],
)
def test_a_script_that_cannot_be_set_is_reported_with_the_reason(tag: str, reason: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        languages.find(tag, Where("clinic.yaml", 9, 17))
    (finding,) = caught.value.findings
    assert finding.code == "script-unsupported"
    assert reason in str(finding)


@pytest.mark.parametrize(
    ("tag", "hyphenated"),
    [
        *[("de", True), ("de-CH", True), ("ru", True), ("fr", True), ("es", True), ("en", True)],
        *[("sr", True), ("sr-Latn", True), ("te", True)],
        *[("fi", False), ("ta", False), ("hi", False), ("ar", False), ("zh-Hans", False)],
        ("pa-Arab", False),  # the dictionary is for the other script
        ("th", False),  # there is a dictionary, but no line of Thai ends in a hyphen
    ],
)
def test_a_language_is_hyphenated_where_a_dictionary_exists(tag: str, hyphenated: bool) -> None:
    assert languages.find(tag).hyphenated is hyphenated


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", {"mg", "ml", "g", "°C"}),
        ("ru", {"мг", "мл", "г", "мкг"}),
        ("hi", {"मि.ग्रा.", "मि॰ली॰", "किग्रा"}),
        ("he", {'מ"ג', "מ״ל"}),
        ("ta", {"மி.கி.", "கிராம்"}),
    ],
)
def test_a_language_shortens_its_units(tag: str, known: set[str]) -> None:
    units = languages.units(languages.find(tag))
    assert {languages.unit_key(unit) for unit in known} <= units
    assert languages.unit_key("people") not in units


@pytest.mark.parametrize(
    ("tag", "counter"),
    [("mr", "devanagari"), ("hi", "decimal"), ("fa", "persian"), ("ar-EG", "arabic-indic"),
     ("mr-u-nu-latn", "decimal"), ("sat", "decimal"), ("th-u-nu-thai", "thai")],
)  # fmt: skip
def test_pages_and_steps_are_counted_in_the_languages_digits(tag: str, counter: str) -> None:
    assert languages.find(tag).counter == counter


@pytest.mark.parametrize(
    ("tag", "marks"),
    [("en", "“”‘’"), ("hi", "“”‘’"), ("fr", "«»«»"), ("fr-CH", "«»‹›"), ("ru", "«»„“"),
     ("de", "„“‚‘"), ("ar", "”“’‘"), ("ur", "”“’‘"), ("es", "“”‘’"), ("zh-Hans", "“”‘’"),
     ("ja", "「」『』"), ("zh-Hant-HK", "「」『』")],
)  # fmt: skip
def test_a_language_has_its_quotation_marks(tag: str, marks: str) -> None:
    assert languages.find(tag).quotes == tuple(marks)


@pytest.mark.parametrize(
    ("tag", "marks"),
    [("en", ".?!:;,…"), ("hi", "।?!:;,…"), ("mr", ".?!:;,…"), ("ur", "۔؟!:؛،…"), ("ar", ".؟!:؛،…"),
     ("pa", "।?!:;,…"), ("pa-Arab", "۔؟!:؛،…"), ("zh-Hans", "。？！：；，…"),
     ("ja", "。？！：；、…"),
     ("el", ".;!:·,…"), ("am", "።?!፡፤፣…")],
)  # fmt: skip
def test_a_language_has_its_punctuation(tag: str, marks: str) -> None:
    written = languages.punctuation(languages.find(tag)).marks.values()
    assert "".join(first for first, *_ in written) == marks


def test_a_language_may_have_more_pairs_of_quotation_marks() -> None:
    german = languages.quote_pairs(languages.find("de-AT"))
    assert german >= {"„“", "‚‘", "»«"}
    assert "“”" not in german


def test_each_list_of_marks_and_words_names_languages_that_exist() -> None:
    folder = Path(languages.__file__).parent
    quotes, doubling, marks = (
        tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
        for name in ("quotes", "doubling", "punctuation")
    )
    tags = {*quotes["besides"], *doubling["never"], *doubling["grammar"], *marks["language"]}
    assert len(tags) > 50
    assert all(Locale.parse(tag.replace("-", "_")) for tag in tags)
