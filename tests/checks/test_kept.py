"""What a translation must keep, however its language orders words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf import checks, content, languages, translate
from polyleaf.model import Asset, LocalizedLeaflet, Provenance, Text, map_texts
from polyleaf.problems import Severity

from ..conftest import LEAFLET

SOURCE = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."


def sheet(translation: str, method: str = "machine") -> LocalizedLeaflet:
    """The test leaflet with one string translated."""
    no_picture = Asset("", "", b"")
    leaflet = content.parse(LEAFLET.encode(), "content/hands.yaml", lambda *_: no_picture)
    source = translate.localize(leaflet, None, languages.find("en"), "GB")

    def translated(text: Text) -> Text:
        return replace(text, value=translation) if text.value == SOURCE else text

    return replace(
        source,
        leaflet=map_texts(source.leaflet, translated),
        language=languages.find("hi"),
        provenance=Provenance(method),  # type: ignore[arg-type]
    )


def errors(subject: LocalizedLeaflet) -> list[tuple[str, str]]:
    found = checks.localized(subject)
    return [(f.code, f.message) for f in found if f.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "translation",
    [
        "20 सेकंड तक **साबुन** लगाएँ [@who-2009]। {clinic.phone} पर फ़ोन करें।",
        "{clinic.phone} पर फ़ोन करें। [@who-2009] **साबुन** 20 सेकंड।",
    ],
)
def test_a_faithful_translation_may_reorder(translation: str) -> None:
    assert errors(sheet(translation)) == []


@pytest.mark.parametrize(
    ("translation", "code", "message"),
    [
        ("**साबुन** [@who-2009]।", "placeholder-lost", "the translation lacks {clinic.phone}"),
        (
            "**साबुन** [@who-2009]। {clinic.fone}",
            "placeholder-lost",
            "the translation has {clinic.fone}, which the source has not",
        ),
        ("**साबुन** {clinic.phone}", "citation-lost", "the translation lacks [@who-2009]"),
        ("साबुन [@who-2009] {clinic.phone}", "emphasis-lost", "the translation lacks **strong**"),
        (
            "**साबुन [@who-2009] {clinic.phone}",
            "markup-unclosed",
            '"**" opens or closes nothing',
        ),
        (
            "**साबुन** [@who-2009] {clinic.phone} [x](https://evil.example)",
            "link-lost",
            "the translation has the link to https://evil.example, which the source has not",
        ),
    ],
)
def test_what_is_lost_or_added_is_named(translation: str, code: str, message: str) -> None:
    assert (code, message) in errors(sheet(translation))


def test_an_unreviewed_translation_is_told() -> None:
    (finding,) = checks.localized(sheet(SOURCE))
    assert (finding.code, finding.severity) == ("unreviewed", Severity.WARNING)
    assert finding.message == "nobody has reviewed the Hindi translation"
