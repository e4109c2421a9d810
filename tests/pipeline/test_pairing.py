"""Which sheets a selection of languages, pairs and editions asks for, and what is wrong with it."""

from __future__ import annotations

import pytest

from polyleaf.content import project as projects
from polyleaf.pipeline import pairing, plan
from polyleaf.translation.reader import Reader

from ..conftest import Sandbox


def asked(
    sandbox: Sandbox, languages: tuple[str, ...] = (), editions: tuple[str, ...] = ()
) -> list[str]:
    """The files that are planned, without reading a leaflet."""
    reader = Reader(projects.read(sandbox.root, None), suffixes={"pdf": ".pdf", "html": ".html"})
    sheets = plan.outline(reader, plan.Selection((), languages, editions), release=False)
    found = [f"{finding.code}: {finding.message}" for finding in reader.findings]
    return [sheet.file for sheet in sheets] + found


def test_a_language_is_paired_with_the_source_and_a_pair_with_itself(project: Sandbox) -> None:
    assert asked(project, ("ur", "ur+hi", "en"), ("bilingual", "a4")) == [
        "ur/hands_ur+en_bilingual.pdf",
        "ur/hands_ur_a4.pdf",
        "ur/hands_ur+hi_bilingual.pdf",
        "en/hands_en_a4.pdf",
    ]


def test_clinic_yaml_names_pairs_too(project: Sandbox) -> None:
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, ur, ur+hi]")
    project.edit("clinic.yaml", "editions: [web]", "editions: [web, bilingual]")
    assert asked(project) == [
        "en/hands_en_web.html",
        "ur/hands_ur_web.html",
        "ur/hands_ur+en_bilingual.pdf",
        "ur/hands_ur+hi_bilingual.pdf",
    ]
    read = projects.read(project.root, None)
    assert [tag for tag, _ in read.languages] == ["en", "ur", "hi"]
    assert {("ur+en", "bilingual"), ("ur+hi", "bilingual")} < pairing.named(read)
    assert asked(project, (), ("web",)) == ["en/hands_en_web.html", "ur/hands_ur_web.html"]


def test_the_same_pair_asked_for_twice_is_one_sheet(project: Sandbox) -> None:
    both = asked(project, ("ur", "ur+en", "ur-PK+EN"), ("bilingual",))
    assert both[0] == "ur/hands_ur+en_bilingual.pdf"
    assert [file for file in both if file.endswith(".pdf")] == both[:1] + both[1:2]


def test_a_pseudo_locale_is_paired_with_its_source(project: Sandbox) -> None:
    assert asked(project, ("qps-ploc",), ("bilingual",)) == [
        "qps-ploc/hands_qps-ploc+en_bilingual.pdf"
    ]


def test_another_source_language_is_what_is_paired_with(project: Sandbox) -> None:
    project.edit("clinic.yaml", "country: GB", "country: GB\nsource_language: es")
    assert asked(project, ("ur", "es", "en"), ("bilingual",)) == [
        "ur/hands_ur+es_bilingual.pdf",
        "en/hands_en+es_bilingual.pdf",
    ]


@pytest.mark.parametrize(
    ("tags", "editions", "said"),
    [
        ("ur+ur", "bilingual", 'pair-form: "ur+ur" has Urdu twice'),
        ("en+en-US", "bilingual", 'pair-form: "en+en-US" has English twice'),
        ("ur+hi+en", "bilingual", 'pair-form: "ur+hi+en" has 3 languages, and a pair has two'),
        ("ur+", "bilingual", 'pair-form: "ur+" has 1 language, and a pair has two'),
        ("ur+klingon", "bilingual", 'language-unknown: no language has the tag "klingon"'),
        ("ur+hi", "a4", 'pair-edition: "ur+hi" is a sheet in two languages, and a4 has one'),
        ("en", "bilingual", "pair-none: bilingual sets a language beside another: en is alone"),
    ],
)
def test_what_is_no_pair_is_said(project: Sandbox, tags: str, editions: str, said: str) -> None:
    assert asked(project, (tags,), (editions,)) == [said]


def test_a_misspelt_part_of_a_pair_gets_a_proposal(project: Sandbox) -> None:
    done = project.run("-l", "ur+hindi,ur+ur", "-e", "bilingual")
    assert done.returncode == 2
    assert 'no language has the tag "hindi"; did you mean "hi"?' in done.stderr
    assert '"ur+ur" has Urdu twice' in done.stderr


def test_a_pair_without_a_catalog_fails_with_what_starts_one(project: Sandbox) -> None:
    done = project.run("-l", "ur+sv", "-e", "bilingual")
    assert done.returncode == 1
    for language, tag in (("Urdu", "ur"), ("Swedish", "sv")):
        assert f"there is no {language} catalog; `python build.py catalogs -l {tag}`" in done.stderr
