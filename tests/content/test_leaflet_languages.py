"""`leaflet_languages` of clinic.yaml: leaflets that are in some of its languages so far."""

from __future__ import annotations

import pytest

from ..conftest import LEAFLET, Sandbox

ONLY = "leaflet_languages: {feet: [en]}\n"


@pytest.fixture
def two(project: Sandbox) -> Sandbox:
    """A clinic with English and Spanish, and two leaflets of which one is in English only."""
    project.write("content/feet.yaml", LEAFLET.replace("hands", "feet"))
    project.edit("clinic.yaml", "languages: [en]\n", f"languages: [en, es]\n{ONLY}")
    project.run("catalogs")
    return project


@pytest.mark.slow
def test_a_build_leaves_out_what_is_not_begun_and_status_says_so(two: Sandbox) -> None:
    assert not (two.root / "locales/es/LC_MESSAGES/feet.po").exists()
    assert (two.root / "locales/es/LC_MESSAGES/hands.po").exists()
    for arguments in (("feet",), ("feet", "-l", "en")):
        done = two.run(*arguments)
        assert done.returncode == 0, done.stderr
    assert [path.name for path in (two.root / "output/en").iterdir()] == ["feet_en_web.html"]
    assert not (two.root / "output/es").exists()
    rows = [line for line in two.run("status", "feet").stdout.splitlines() if "es" in line.split()]
    assert "not begun" in rows[0]


@pytest.mark.slow
def test_what_a_call_names_is_asked_for_all_the_same(two: Sandbox) -> None:
    done = two.run("check", "feet", "-l", "es")
    assert done.returncode == 1
    assert "catalog-missing" in done.stdout + done.stderr
    two.run("catalogs", "feet", "-l", "es")
    assert (two.root / "locales/es/LC_MESSAGES/feet.po").exists()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{foot: [en]}", 'clinic.yaml:6:21: error[leaflet-unknown]: there is no leaflet "foot"'),
        ("{feet: [en, fr]}", 'clinic.yaml:6:32: error[value-unknown]: "fr" is not among'),
        ("{feet: [en, zz-zz-zz]}", "clinic.yaml:6:32: error[language-unknown]"),
        ("{feet: []}", "clinic.yaml:6:21: error[length]"),
        ("[feet]", "error[type]"),
    ],
)
def test_a_wrong_name_is_told_at_its_place(project: Sandbox, written: str, expected: str) -> None:
    project.write("content/feet.yaml", LEAFLET)
    project.edit(
        "clinic.yaml", "languages: [en]\n", f"languages: [en]\nleaflet_languages: {written}\n"
    )
    done = project.run("check")
    assert done.returncode == 1
    assert expected in done.stdout + done.stderr
