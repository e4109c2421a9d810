"""A page leads to the other sheets of its leaflet: to those that stand, and to no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ...conftest import Sandbox
from .projects import SHEETS, SPANISH, build, small

pytestmark = pytest.mark.slow

PO = "locales/es/LC_MESSAGES/hands.po"
ENGLISH_HANDS, SPANISH_HANDS = "en/hands_en_web.html", "es/hands_es_web.html"


@pytest.fixture
def project_of_two(tmp_path: Path) -> Sandbox:
    """The small project, never built."""
    return small(tmp_path / "project")


def links(project: Sandbox, file: str) -> list[str]:
    """The other sheets that readers of a page are led to."""
    text = (project.root / "output" / file).read_text("utf-8")
    return [each for each in re.findall(r'<a href="\.\./([^"#]+)"', text) if each != file]


def addresses(project: Sandbox, file: str) -> list[str]:
    """All that a page names, for readers and for programs."""
    text = (project.root / "output" / file).read_text("utf-8")
    return re.findall(r'href="\.\./([^"#]+)', text)


def dead(project: Sandbox) -> list[str]:
    output = project.root / "output"
    files = [f"{path.parent.name}/{path.name}" for path in output.glob("*/*.html")]
    assert files
    named = [each for file in files for each in addresses(project, file)]
    return [each for each in named if not (output / each).exists()]


def break_spanish(project: Sandbox) -> None:
    project.edit(PO, 'msgstr "Lavarse las manos"', 'msgstr ""')


def test_a_page_leads_to_itself_in_every_other_language(built: Sandbox) -> None:
    assert links(built, ENGLISH_HANDS) == [SPANISH_HANDS]
    assert links(built, SPANISH_HANDS) == [ENGLISH_HANDS]


def test_pages_learn_of_sheets_that_are_built_or_removed_later(project_of_two: Sandbox) -> None:
    assert build(project_of_two, languages=("en",)).made == SHEETS - SPANISH
    assert links(project_of_two, ENGLISH_HANDS) == []
    assert build(project_of_two, languages=("es",)).made == SPANISH
    assert links(project_of_two, SPANISH_HANDS) == [ENGLISH_HANDS]
    again = build(project_of_two)
    assert again.made == SHEETS - SPANISH
    assert again.why("hands") == {"up to date", "other sheets of hands were built or removed"}
    assert links(project_of_two, ENGLISH_HANDS) == [SPANISH_HANDS]
    assert build(project_of_two).made == set()
    project_of_two.edit("clinic.yaml", "[en, es]", "[en]")
    build(project_of_two, prune=True)
    assert links(project_of_two, ENGLISH_HANDS) == dead(project_of_two) == []


def test_no_page_leads_to_a_sheet_that_failed(project_of_two: Sandbox) -> None:
    break_spanish(project_of_two)
    for _ in range(2):
        done = build(project_of_two)
        assert done.report.failed == (SPANISH_HANDS,)
        assert dead(project_of_two) == links(project_of_two, ENGLISH_HANDS) == []
        assert len(done.report.built) == len(done.made)


def test_a_failed_sheet_that_still_stands_is_led_to(built: Sandbox) -> None:
    break_spanish(built)
    assert build(built).report.failed == (SPANISH_HANDS,)
    assert links(built, ENGLISH_HANDS) == [SPANISH_HANDS]
    assert dead(built) == []


@pytest.mark.usefixtures("engine")
def test_a_page_leads_to_its_sheets_on_paper_but_not_to_packs(built: Sandbox) -> None:
    built.edit("clinic.yaml", "[web]", "[web, a4, text]")
    build(built, leaflets=("hands",))
    build(built, leaflets=("hands",), editions=("review",))
    assert build(built, leaflets=("hands",)).made == set()
    on_paper, as_text = "en/hands_en_a4.pdf", "en/hands_en_text.txt"
    assert links(built, ENGLISH_HANDS) == [SPANISH_HANDS, on_paper, as_text]
    built.edit("clinic.yaml", "[web, a4, text]", "[web, a4, review]")
    build(built, leaflets=("hands",))
    assert links(built, ENGLISH_HANDS) == [SPANISH_HANDS, on_paper]


def test_a_dry_run_says_which_pages_would_change(built: Sandbox) -> None:
    (built.root / "output" / SPANISH_HANDS).unlink()
    assert build(built, languages=("en",), dry_run=True).report.stale == (ENGLISH_HANDS,)
    assert build(built, languages=("en",)).made == {ENGLISH_HANDS}
    assert dead(built) == []
