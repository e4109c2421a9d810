"""Words that mix scripts whose letters pass for each other."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given

from polyleaf import checks, languages
from polyleaf.checks.text import lookalikes
from polyleaf.model.findings import Finding, Where
from polyleaf.model.leaflet import Text
from polyleaf.model.unit import Translation, Unit
from polyleaf.model.walk import map_texts, texts

from ...strategies import quick
from ..sheets import clinic, leaflet
from ..strings import codes, found, one_script


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "Take p\u0430racetamol.",
            '"pаracetamol" mixes Latin with Cyrillic: а is U+0430 CYRILLIC SMALL LETTER A',
            "write U+0061 LATIN SMALL LETTER A, which looks the same",
        ),
        (
            "Кож\u0061 лица",
            '"Кожa" mixes Cyrillic with Latin: a is U+0061 LATIN SMALL LETTER A',
            "write U+0430 CYRILLIC SMALL LETTER A, which looks the same",
        ),
        (
            "HbA1\u0441",
            '"HbA1с" mixes Latin with Cyrillic: с is U+0441 CYRILLIC SMALL LETTER ES',
            "write U+0063 LATIN SMALL LETTER C, which looks the same",
        ),
        (
            "\u039fral",
            '"Οral" mixes Latin with Greek: Ο is U+039F GREEK CAPITAL LETTER OMICRON',
            "write U+004F LATIN CAPITAL LETTER O, which looks the same",
        ),
        (
            "δέρ\u00b5α",
            '"δέρµα" mixes Greek with Latin: µ is U+00B5 MICRO SIGN',
            "write U+03BC GREEK SMALL LETTER MU, which looks the same",
        ),
        (
            "త్వ\u0c9aర్మం",
            '"త్వಚర్మం" mixes Telugu with Kannada: ಚ is U+0C9A KANNADA LETTER CA',
            "write it in one script",
        ),
    ],
)
def test_a_word_of_two_scripts_is_reported_with_its_stranger(
    text: str, message: str, hint: str
) -> None:
    (finding,) = found(lookalikes.check_string, text)
    assert (finding.code, finding.message, finding.hint) == ("lookalike", message, hint)


@pytest.mark.parametrize(
    "text",
    [
        "Рaracetamol",
        "аспиpин",
        "ՕK",
        "ᎪB",
        "Ꭺспирин",
        "हাথ",
        "ผิວ",
        "βlocker",
        "Sαhne",
        "皮肤сream",
        "aβγd",
        "15ºС",  # the ordinal sign is a Latin letter, the degree sign is none
    ],
)
def test_letters_that_pass_for_each_other_are_reported(text: str) -> None:
    assert codes(lookalikes.check_string, text) == ["lookalike"]


@pytest.mark.parametrize(
    "text",
    [
        "β-blocker, α- and β-carotene",
        "5 μg, 5μg, 10 μmol, 5 µg, 5 мкг, 5 μс",
        "TNFα, IFNγ, NFκB, PPARγ, ERα, IL-1β, ИФНγ",
        "5 kΩ, ΔT, λDNA, β2микроглобулин",
        "SPF-фактор, УФ-B, pH-баланс, COVID-19",
        "витамин B12, витамин В12, 20 °С",
        "NHSच्या, IL-6के",  # Marathi and Hindi endings
        "皮肤B型，IL-6抑制剤、γグロブリン，β受体",
        "ビタミンC を1日2回、お薬",
        "비타민C를",
        "ครีมSPF30",
        "بـNHS, ב-NHS, הNHS",
        "ქიმიაDNA",
    ],
)
def test_what_is_not_confused_may_touch(text: str) -> None:
    assert codes(lookalikes.check_string, unicodedata.normalize("NFC", text)) == []


@quick
@given(one_script())
def test_words_of_one_script_are_never_reported(text: str) -> None:
    assert codes(lookalikes.check_string, text) == []


def micro(*values: str) -> list[Finding]:
    """The findings of a sheet whose texts are `values`, in the source and in a catalog."""
    given_, source = iter(values), leaflet()

    def said(text: Text) -> Text:
        return replace(text, value=next(given_, text.value), where=Where("hi.po", 9))

    changed = map_texts(source, said)
    hindi = languages.find("hi")
    units = tuple(Unit("", t.value, hindi, t.where, Where("")) for t in texts(changed))
    found = [f for f in checks.leaflet(changed, clinic()) if f.code == "lookalike"]
    assert found == list(lookalikes.check_catalog(Translation(hindi, units)))
    return found


@pytest.mark.parametrize(
    "values",
    [("5 μg", "10 μg"), ("5 µg", "10 µg"), ("5 µg", "τα μάτια"), ("µ", "5 μg")],
)
def test_a_sheet_may_write_the_micro_sign_either_way(values: tuple[str, ...]) -> None:
    assert micro(*values) == []


def test_a_sheet_that_writes_it_both_ways_is_reported_where_it_changes() -> None:
    (finding,) = micro("5 μg", "5 µg")
    assert finding == Finding(
        Where("hi.po", 9),
        "lookalike",
        "U+00B5 MICRO SIGN here, but U+03BC GREEK SMALL LETTER MU in hi.po:9",
        "write one of them, or micrograms in full: μg is read as mg",
    )
