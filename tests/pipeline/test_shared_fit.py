"""`fit: together`: all languages of a leaflet are set equally tight, built together or alone."""

from __future__ import annotations

import shutil

import pytest

from polyleaf import pdf
from polyleaf.content import project as projects
from polyleaf.model.sheet import FitSetting
from polyleaf.pipeline import plan, recipe

from ..conftest import ROOT, Sandbox

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("engine")]

LEAFLET = "content/exosome-faq.yaml"
PAGES = "pages: {en: 2, zh-Hans: 2, others: 3}\n"  # English has to be set tighter than Telugu
TELUGU = "locales/te/LC_MESSAGES/exosome-faq.po"


@pytest.fixture
def faq(project: Sandbox) -> Sandbox:
    """A shipped leaflet in two languages on A4."""
    (project.root / "content/hands.yaml").unlink()
    shutil.copy(ROOT / LEAFLET, project.root / LEAFLET)
    for name in (TELUGU, TELUGU.replace("exosome-faq", "interface")):
        project.write(name, (ROOT / name).read_bytes())
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, te]")
    project.edit("clinic.yaml", "editions: [web]", "editions: [a4]")
    return project


def settings(sandbox: Sandbox) -> dict[str, FitSetting]:
    """language → what its sheet is set with."""
    read = projects.read(sandbox.root, None)
    tasks = plan.plan(read, plan.Selection((), (), ())).tasks
    return {task.language.tag: pdf.setting(recipe.rendered_page(task)[0].html) for task in tasks}


def test_all_languages_are_set_as_tight_as_the_one_that_needs_it_most(faq: Sandbox) -> None:
    alone = settings(faq)
    assert alone["en"] != alone["te"]
    faq.edit(LEAFLET, PAGES, f"{PAGES}fit: together\n")
    assert settings(faq) == dict.fromkeys(alone, alone["en"])


def test_a_language_is_the_same_alone_and_stale_when_another_one_changes(faq: Sandbox) -> None:
    faq.edit(LEAFLET, PAGES, f"{PAGES}fit: together\n")
    sheet = faq.root / "output/te/exosome-faq_te_a4.pdf"
    assert faq.run().returncode == 0
    built = sheet.read_bytes()
    shutil.rmtree(faq.root / "output")
    assert faq.run("-l", "te").returncode == 0
    assert sheet.read_bytes() == built
    faq.edit(LEAFLET, "{en: 2", "{en: 4")  # then English has room, too
    assert faq.run("-l", "te").returncode == 0
    assert sheet.read_bytes() != built


def test_a_word_that_is_none_of_the_two_is_refused(faq: Sandbox) -> None:
    faq.edit(LEAFLET, PAGES, f"{PAGES}fit: alike\n")
    refused = faq.run()
    assert refused.returncode
    assert f"{LEAFLET}:16:6" in refused.stderr
