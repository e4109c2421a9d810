"""Every script: what CLDR calls things in 121 locales is drawn, fits, is read back and is valid."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from polyleaf import languages, pdf
from polyleaf.model.findings import PolyleafError
from polyleaf.model.sheet import Pdf

from . import gallery, verapdf
from .reading import folded, pdfium, poppler, spoken, unpaired

pytestmark = [
    pytest.mark.usefixtures("engine"),
    pytest.mark.xdist_group("gallery"),
    pytest.mark.slow,
]

TAGS = [tag for _, tag in gallery.ALL]
READERS = {"pdfium": pdfium, "poppler": poppler}
# What a reader itself does wrong, and no writer can help.
FAULTS = {("ff-Adlm", "pdfium"): "it drops the capitals of Adlam"}
READ = [(tag, reader) for tag in TAGS for reader in READERS if (tag, reader) not in FAULTS]


@pytest.fixture(scope="module")
def drawn() -> dict[str, Pdf]:
    return {tag: pdf.draw(gallery.document(tag)) for tag in TAGS}


def written(tag: str) -> str:
    return folded(" ".join([languages.find(tag).own_name, *gallery.words(tag)]))


def test_there_are_80_locales_in_25_scripts() -> None:
    assert len(set(TAGS)) >= 80
    assert len(gallery.TAGS) >= 25
    assert all(languages.find(tag).script == script for script, tag in gallery.ALL)


@pytest.mark.parametrize("tag", TAGS)
def test_every_name_is_drawn_in_the_languages_own_fonts(tag: str, drawn: dict[str, Pdf]) -> None:
    sheet = drawn[tag]
    assert len(written(tag)) > 150, "CLDR has hardly a word of it"
    assert sheet.missing == ()
    assert sheet.engine_errors == ()
    assert sheet.overflows == ()
    assert sheet.clipped_text == ()
    assert set(sheet.families) <= set(languages.find(tag).families)


@pytest.mark.parametrize("tag", TAGS)
def test_the_tags_tell_every_letter_in_order(tag: str, drawn: dict[str, Pdf]) -> None:
    assert folded(spoken(drawn[tag].data)) == written(tag)


@pytest.mark.parametrize(("tag", "reader"), READ)
def test_every_letter_can_be_copied(tag: str, reader: str, drawn: dict[str, Pdf]) -> None:
    read = unpaired(folded(READERS[reader](drawn[tag].data)))
    wanted = unpaired(written(tag))
    assert Counter(wanted) - Counter(read) == Counter()
    if languages.find(tag).direction == "ltr":
        assert read == wanted


@pytest.mark.parametrize(("tag", "said"), gallery.UNSUPPORTED.items())
def test_what_is_not_supported_says_so(tag: str, said: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        languages.find(tag)
    assert "error[script-unsupported]" in str(caught.value)
    assert said in str(caught.value)


def test_every_document_is_valid(drawn: dict[str, Pdf], tmp_path: Path) -> None:
    for tag, sheet in drawn.items():
        (tmp_path / f"{tag}.pdf").write_bytes(sheet.data)
    failures = verapdf.validate(sorted(tmp_path.iterdir()))
    assert len(failures) == len(TAGS)
    assert {path.stem: found for path, found in failures.items() if found} == {}
