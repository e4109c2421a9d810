"""Whatever means a language is read as it, whoever's spelling it is; a script is never dropped."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from babel import Locale, localedata
from babel.core import get_global
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.languages import inheritance, tags
from polyleaf.languages.tables import table
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.sheet import Language

from ..strategies import quick

# Babel names its data as Unicode's CLDR does; this one is the parent of all.
LOCALES = [name for name in localedata.locale_identifiers() if name != inheritance.ROOT]
OTHERS = [code for code in table("others") if "-" not in code]


@pytest.mark.parametrize(
    ("tag", "spellings"),
    [
        ("zh-Hans-CN", "zh_CN zh-cn ZH_cn zh_Hans_CN zho-CHN zh_CN.UTF-8 zh-rCN zh_CN_#Hans"),
        ("zh-Hans", "zh-hans zh_Hans zh-CHS zh-cmn-Hans b+zh+Hans zh__#Hans cmn-Hans"),
        ("zh-Hant-TW", "zh_TW zh-Hant-TW zh_TW_#Hant zh-rTW"),
        ("zh-Hant", "zh-CHT zh_hant b+zh+Hant"),
        ("zh", "cmn chi zho"),
        ("yue", "zh-yue yue YUE"),
        ("es-ES", "es-ES es_es spa_ESP es_ES.UTF-8 es_ES@euro es-rES values-es-rES"),
        ("es-MX", "es-rMX es_MX b+es+MX es-484"),
        ("es-419", "es_419 es-r419 b+es+419"),
        ("en-US", "en-rUS en_US en-us eng_USA"),
        ("ru-RU", "ru-RUS ru-rRU"),
        ("en-GB", "en_UK en-GB en-gb-oed"),
        ("pt-BR", "pt-BR pt_BR pt_br por_BRA"),
        ("sr-Latn", "sr@latin sr_Latn sr@Latn b+sr+Latn sh hbs"),
        ("sr-Latn-RS", "sr_RS@latin sr_Latn_RS sr_RS_#Latn sr-latn-rs"),
        ("sr-Cyrl-RS", "sr_RS sr-YU"),
        ("uz-Cyrl", "uz@cyrillic uz_Cyrl uzb@cyrillic"),
        ("uz-Cyrl-UZ", "uz_UZ@cyrillic"),
        ("ca-valencia", "ca@valencia ca-VALENCIA val"),
        ("ca-ES-valencia", "ca_ES@valencia ca_ES_VALENCIA"),
        ("de-DE", "de_DE.UTF-8 deu_DEU ger-DE de_DE.iso885915@euro de-DE-x-formal"),
        ("sd-Deva-IN", "sd_IN@devanagari"),
        ("tt-Latn", "tt@iqtelif"),
        ("mni-Beng", "mni@bengali"),
        ("pa-Arab-PK", "pa_PK"),
        ("he", "iw he heb"), ("he-IL", "iw_IL he_IL"), ("id", "in id ind"), ("yi", "ji yi yid"),
        ("no", "no nor"), ("nb", "nb nob no-bok"), ("nn-NO", "no_NO_NY nn_NO"),
        ("ro", "mo mol rum ron"), ("fil", "tl tgl fil"), ("fa-AF", "prs fa_AF"),
        ("fa", "per fas pes"), ("ar", "arb ara ar-arb"), ("es", "spa es"), ("fr", "fre fra"),
        ("de", "ger deu"), ("cs", "cze ces"), ("my", "bur mya"), ("sq", "alb sqi als"),
        ("sw", "swa swh"), ("ku", "kur kmr"), ("tlh", "i-klingon tlh"), ("nan", "zh-min-nan"),
        ("tw", "tw"), ("mr", "mr-u-nu-latn mr@numbers=latn mar"),
        ("fa", "fa-u-ca-persian-nu-latn"),
    ],
)  # fmt: skip
def test_a_tag_has_many_spellings(tag: str, spellings: str) -> None:
    assert {each: languages.find(each).tag for each in spellings.split()} == dict.fromkeys(
        spellings.split(), tag
    )


def test_each_of_cldrs_locales_is_found_as_itself_in_any_spelling() -> None:
    assert len(LOCALES) > 1000
    wrong = []
    for name in LOCALES:
        parts = name.replace("_", "-")
        for written in (name, name.upper(), parts.lower(), f"b+{name.replace('_', '+')}"):
            found = tags.read(written)
            if not found or (found.locale.lower(), inheritance.data_of(found)) != (
                name.lower(),
                name,
            ):
                wrong.append((written, found))
    assert wrong == []


def test_each_of_cldrs_aliases_is_read_as_what_it_means_now() -> None:
    read = {old: tags.read(old) for old in get_global("language_aliases")}
    assert len(read) > 400
    named = Locale("en").languages
    gone = [old for old, now in read.items() if now is None]
    assert [old for old in gone if get_global("language_aliases")[old] in named] == []
    replaced = {old for old, now in read.items() if now and now.language != old}
    assert set(read) - replaced - set(gone) <= set(table("others"))


PARTS = """zh es sr ku tg ur qq xx und mul i x u nu latn Latn arab Hans Hmnp Qqqq CN MX rMX 419 999
    YU POSIX valencia 1996 cmn yue CHS ESP b values @latin @x .UTF-8 # + _ - é 한 a1 a-b-c"""
TAGLIKE = st.lists(st.one_of(st.sampled_from(PARTS.split()), st.text(max_size=3)), max_size=6)


@given(TAGLIKE, st.sampled_from("-_+@."))
@quick
def test_no_string_does_more_than_be_unknown(parts: list[str], sign: str) -> None:
    try:
        found = languages.find(sign.join(parts), Where("x"))
    except PolyleafError as error:
        codes = {finding.code for finding in error.findings}
    else:
        codes = {"script-unsupported"}
        assert languages.find(found.tag) == languages.find(found.locale)
    assert codes <= {"language-unknown", "script-unsupported"}


@pytest.mark.parametrize(
    ("tag", "script", "direction", "separator"),
    [("ku-Arab", "Arab", "rtl", "، "), ("ku@arabic", "Arab", "rtl", "، "),
     ("tg-Arab", "Arab", "rtl", "، "), ("ur-Latn", "Latn", "ltr", ", "),
     ("sd-Deva", "Deva", "ltr", ", "), ("rhg-Latn", "Latn", "ltr", ", "),
     ("zh-Latn", "Latn", "ltr", ", "), ("so-Arab", "Arab", "rtl", "، "),
     ("mr-Latn-IN", "Latn", "ltr", ", "),
     ("hmn", "Latn", "ltr", ", "), ("ctd", "Latn", "ltr", ", ")],
)  # fmt: skip
def test_the_script_of_a_tag_is_kept(tag: str, script: str, direction: str, separator: str) -> None:
    language = languages.find(tag)
    assert (language.script, language.direction) == (script, direction)
    assert language.list_separator == separator
    assert language.families == languages.find({"Arab": "ar", "Latn": "en", "Deva": "hi"}[
        script]).families  # fmt: skip
    if tag != "hmn" and tag != "ctd":
        assert script in language.tag


@pytest.mark.parametrize(
    ("tag", "separator"),
    [("am", "፣ "), ("my", " - "), ("th", " "), ("ff-Adlm", "⹁ "), ("ar", "، "), ("fa", "، "),
     ("ja", "、"), ("ti", "፣ "), ("dz", ", "), ("de", ", ")],
)  # fmt: skip
def test_items_of_a_list_are_separated_as_cldr_has_it(tag: str, separator: str) -> None:
    assert languages.find(tag).list_separator == separator


DAY = date(2026, 11, 30)


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_without_words_in_cldr_can_be_used(code: str) -> None:
    language = languages.find(code)
    assert language.tag == code
    assert language.english_name != code
    assert "".join(filter(str.isalpha, language.own_name))
    assert languages.long_date(DAY, language) == (
        "2026-11-30"
        if language.data == inheritance.ROOT
        else languages.long_date(DAY, of_data(language))
    )
    assert languages.plural_forms(language).startswith("nplurals=")
    everything = (languages.units, languages.measures, languages.month_words, languages.letters,
                  languages.number_marks, languages.together, languages.punctuation,
                  languages.number_words, languages.negations, languages.quote_pairs)  # fmt: skip
    for of in everything:
        of(language)
    assert languages.days(((0, 4), (6, 6)), language)
    assert languages.times(480, 750, language)
    assert len(languages.week(language, "US")) == 7
    assert languages.in_country(language, "US").tag == code


def of_data(language: Language) -> Language:
    return languages.find(language.data)


def test_a_living_language_without_a_name_in_cldr_has_that_of_iso_639() -> None:
    found = languages.find("kxm")
    assert (found.english_name, found.own_name, found.script) == ("Northern Khmer",) * 2 + ("Thai",)


def test_a_code_without_a_name_says_how_to_add_one() -> None:
    with pytest.raises(PolyleafError, match=r"add \[mxi\] with its name to .*others\.toml"):
        languages.find("mxi")  # nobody speaks Mozarabic


@pytest.mark.parametrize(
    ("written", "hint"),
    [("dari", 'did you mean "fa-AF"? (Dari)'), ("Somali", 'did you mean "so"? (Somali)'),
     ("kiswahili", 'did you mean "sw"? (Swahili)'), ("jp", 'did you mean "ja"? (Japanese)'),
     ("pt-Brazil", 'did you mean "pt"? (Portuguese)'), ("samoan", 'did you mean "sm"? (Samoan)'),
     ("français", 'did you mean "fr"? (French)'), ("Tagalog", 'did you mean "fil"? (Filipino)')],
)  # fmt: skip
def test_a_name_or_a_country_leads_to_the_tag(written: str, hint: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        languages.find(written)
    assert hint in str(caught.value)


@pytest.mark.parametrize(
    ("tag", "parents"),
    [("es-MX", "es-419 es"), ("es-ES", "es"), ("zh-TW", "zh-Hant"),
     ("zh-MO", "zh-Hant-HK zh-Hant"),
     ("pt-AO", "pt-PT pt"), ("sr-Latn-RS", "sr-Latn"), ("sr-Latn", ""),
     ("sr-Cyrl-RS", "sr-Cyrl sr"),
     ("zh-Hans-CN", "zh-Hans zh"), ("prs", "fa"), ("nb", "no"), ("nn", "no"), ("ht", ""),
     ("hi-Latn", ""), ("ku-Arab", ""), ("tw-GH", "tw"), ("ca-ES-valencia", "ca-ES ca")],
)  # fmt: skip
def test_words_come_from_parents_of_the_same_language_and_script(tag: str, parents: str) -> None:
    _, *found = languages.lineage(languages.find(tag))
    assert [each.tag for each in found] == parents.split()


def test_names_of_one_written_language_are_one() -> None:
    same = ("es es-ES es_ES", "zh zh-CN zh-Hans zh_Hans_CN", "pt pt_BR", "no nb", "he iw iw_IL")
    for row in same:
        for one, other in product(row.split(), repeat=2):
            assert languages.means(one, languages.find(other))
    for pair in ("pt pt-PT", "es es-419", "zh-TW zh-HK", "sr sr@latin", "fa fa-AF", "x-y es"):
        one, other = pair.split()
        assert not languages.means(one, languages.find(other))


def test_babel_knows_each_locale_that_is_named_as_like() -> None:
    like = [row["like"] for row in table("others").values() if "like" in row]
    assert len(like) > 10
    assert all(Locale.parse(name) for name in like)
