"""Each message that a sheet prints in its source language is reported, a safety text twice."""

from __future__ import annotations

from dataclasses import replace

from polyleaf.checks.translation.missing import check_sheet
from polyleaf.model.findings import Finding, Severity
from polyleaf.model.leaflet import Text
from polyleaf.model.sheet import LocalizedLeaflet
from polyleaf.model.walk import map_texts

from ..sheets import PO, sheet

LACKING = Finding(PO, "untranslated", '"Rub them." is fuzzy', severity=Severity.WARNING)


def partly(*, safety: bool) -> LocalizedLeaflet:
    def left(text: Text) -> Text:
        if text.value != "Rub them.":
            return text
        return replace(text, where=PO, untranslated=True, safety=safety)

    whole = sheet({})
    return replace(whole, leaflet=map_texts(whole.leaflet, left), missing=(LACKING,))


def test_a_whole_translation_is_quiet() -> None:
    assert list(check_sheet(sheet({}))) == []


def test_what_is_lacking_is_reported_as_it_was_found() -> None:
    assert list(check_sheet(partly(safety=False))) == [LACKING]


def test_a_safety_text_is_reported_once_more_at_its_message() -> None:
    lacking, safety = map(str, check_sheet(partly(safety=True)))
    assert lacking == str(LACKING)
    assert safety == (
        f'{PO}: warning[safety-missing]: the safety text "Rub them." is not in Hindi; '
        "translate it first: a release refuses it"
    )
