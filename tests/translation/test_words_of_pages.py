"""The words that pages print are whole and clean in each language that is shipped."""

from __future__ import annotations

import pytest

from polyleaf import checks, languages
from polyleaf.content import project
from polyleaf.model.unit import Translation
from polyleaf.translation import localize, reader

from ..conftest import ROOT

FOLDERS = sorted(path.parent.parent.name for path in (ROOT / "locales").glob("*/*/interface.po"))


def test_sixty_languages_and_more_are_shipped() -> None:
    assert len(FOLDERS) >= 60


@pytest.mark.slow
def test_every_word_is_translated_and_has_no_finding() -> None:
    shipped = project.read(ROOT, None)
    wanted = reader.read_messages(shipped, "interface", languages.find("es")).found.keys()
    for folder in FOLDERS:
        language = languages.find(folder)
        assert language.locale == folder
        messages = reader.read_messages(shipped, "interface", language)
        assert {key for key, message in messages.found.items() if message.usable} == wanted
        assert messages.provenance.method == "machine", "as they say on the sheet"
        units = localize.words(messages, language)
        assert checks.interface(Translation(language, units)) == ()
