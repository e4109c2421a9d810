"""Content may be written in another language than English."""

from __future__ import annotations

import pytest

from .conftest import LEAFLET, Sandbox

FRENCH = (
    LEAFLET.replace("Washing hands", "Se laver les mains")
    .replace("Wash your hands before you eat.", "Lavez-vous les mains avant de manger.")
    .replace("How to wash", "Comment se laver")
    .replace("Use **soap** for 20 seconds", "Utilisez du **savon** pendant 20 secondes")
    .replace("Call {clinic", "Appelez le {clinic")
    .replace(
        "[Wet your hands., Rub them., Dry them.]", "[Mouillez-les., Frottez-les., Séchez-les.]"
    )
    .replace("A nurse", "Une infirmière")
)

ARABIC = (
    LEAFLET.replace("Washing hands", "غسل اليدين")
    .replace("Wash your hands before you eat.", "اغسل يديك قبل الأكل.")
    .replace("How to wash", "كيف تغسل يديك")
    .replace("Use **soap** for 20 seconds", "استخدم **الصابون** لمدة 20 ثانية")
    .replace("Call {clinic", "اتصل على {clinic")
    .replace("[Wet your hands., Rub them., Dry them.]", "[بلل يديك., افركهما., جففهما.]")
    .replace("A nurse", "ممرضة")
)


def french(project: Sandbox) -> None:
    project.write("content/hands.yaml", FRENCH)
    project.edit("clinic.yaml", "languages: [en]", "languages: [fr]\nsource_language: fr")


@pytest.mark.slow
def test_the_source_needs_no_catalog_of_its_own(project: Sandbox) -> None:
    french(project)
    done = project.run()
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 built")
    page = (project.root / "output/fr/hands_fr_web.html").read_text("utf-8")
    assert '<html lang="fr"' in page
    assert "Mouillez-les." in page
    assert "Points clés" in page or "essentiel" in page, "the words of the page are French too"


@pytest.mark.slow
def test_catalogs_and_status_know_which_language_is_the_source(project: Sandbox) -> None:
    french(project)
    assert project.run("catalogs", "-l", "en").returncode == 0
    assert (project.root / "locales/en/LC_MESSAGES/hands.po").is_file()
    assert not (project.root / "locales/fr/LC_MESSAGES/hands.po").exists()
    project.edit("clinic.yaml", "languages: [fr]", "languages: [fr, en]")
    rows = [line.split()[:3] for line in project.run("status").stdout.splitlines()]
    assert ["hands", "fr", "8/8"] in rows
    assert ["interface", "en", "60/60"] not in rows, "English is the interface's own"


@pytest.mark.slow
def test_a_source_language_that_does_not_exist_is_reported_at_its_place(project: Sandbox) -> None:
    project.edit("clinic.yaml", "languages: [en]", "languages: [en]\nsource_language: xq")
    done = project.run("check")
    assert (done.returncode, "clinic.yaml:6:18: error[language-unknown]" in done.stderr) == (
        1,
        True,
    )


@pytest.mark.slow
def test_a_translation_has_the_fonts_of_the_originals_title(project: Sandbox) -> None:
    """The notice at the head of a sheet names it, for staff."""
    project.write("content/hands.yaml", ARABIC)
    project.edit("clinic.yaml", "languages: [en]", "languages: [fr]\nsource_language: ar")
    assert project.run("catalogs", "-l", "fr").returncode == 0
    catalog = project.root / "locales/fr/LC_MESSAGES/hands.po"
    text = catalog.read_text("utf-8").replace(
        'msgid "غسل اليدين"\nmsgstr ""', 'msgid "غسل اليدين"\nmsgstr "Se laver les mains"'
    )
    catalog.write_text(text, "utf-8")
    done = project.run("-l", "fr", "-e", "trifold", "--allow-untranslated")
    assert (done.returncode, "glyph-missing" in done.stderr) == (0, False), done.stderr
