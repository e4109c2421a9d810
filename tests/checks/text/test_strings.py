"""Every string that reaches a page is checked, and reported at its own line."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from polyleaf import checks
from polyleaf.model.catalog import Provenance
from polyleaf.model.findings import Finding, Where
from polyleaf.model.leaflet import Review, Text

from ...conftest import Sandbox
from ...test_cli import translated
from ..messages import unit
from ..sheets import PO, clinic, leaflet, sheet

PLACE = "content/hands.yaml"
SPANISH = "locales/es/LC_MESSAGES/hands.po"
SPOILT = "so\u200bap"


def places(findings: tuple[Finding, ...]) -> set[str]:
    return {str(f.where) for f in findings if f.code == "character-invisible"}


def test_works_that_are_cited_are_looked_at() -> None:
    source = leaflet()
    (work,) = source.sources
    spoilt = replace(source, sources=(replace(work, cite=f"WHO {SPOILT}"),))
    assert places(checks.leaflet(spoilt, clinic())) == {str(work.where)}


def test_names_of_reviewers_are_looked_at() -> None:
    role = Text("Nurse", Where(PLACE, 10, 12), "leaflet/reviewer-role")
    spoilt = replace(leaflet(), reviewed_by=(Review("A\u200b. Nurse", role, date(2026, 11, 20)),))
    assert places(checks.leaflet(spoilt, clinic())) == {f"{PLACE}:10:12"}


@pytest.mark.parametrize(
    "changed",
    [
        {"name": SPOILT},
        {"address": ("London", SPOILT)},
        {"values": (("clinic.phone", "\u202a+44 20 7946 0958\u202c"),)},  # as phones copy it
    ],
)
def test_what_the_clinic_says_of_itself_is_looked_at(changed: dict[str, object]) -> None:
    found = checks.leaflet(leaflet(), clinic(**changed))
    assert {str(finding.where) for finding in found} == {"clinic.yaml"}


def test_a_translation_is_looked_at_in_its_own_language() -> None:
    subject = unit("Rub them.", "ہاتھ كو ملیں۔", "ur")
    (finding,) = (f for f in checks.message(subject) if f.code == "letter-foreign")
    assert finding.where == subject.where


def test_who_reviewed_a_translation_is_looked_at() -> None:
    made = Provenance("human", "A\u200b. Nurse", date(2026, 11, 20))
    spoilt = replace(sheet({"Washing hands": "हाथ धोना"}), provenance=made)
    assert places(checks.localized(spoilt)) == {PO.path}


def test_the_source_sheet_is_not_looked_at_twice() -> None:
    source = replace(leaflet(), title=replace(leaflet().title, value=SPOILT))
    english = replace(sheet({}, "en", source), provenance=Provenance("source"))
    assert checks.localized(english) == ()
    assert len(checks.leaflet(source, clinic())) == 1


# ── The command ──────────────────────────────────────────────────────────────────────────────────


def reported(stderr: str) -> list[tuple[str, str]]:
    """(file:line:column, code) of every problem."""
    return re.findall(r"^(\S+): error\[([a-z-]+)\]: ", stderr, re.MULTILINE)


@pytest.mark.slow
def test_bad_content_is_reported_at_its_line_and_nothing_is_written(project: Sandbox) -> None:
    spoilt = {
        "Washing hands": ('"Wash\\u200Bing hands"', "2:8", "character-invisible"),
        "Wash your hands before you eat.": ("\u202eWash your hands.", "4:5", "character-bidi"),
        "A nurse": ("A \ue000", "7:13", "character-private"),
        "How to wash": ("Как мыть", "11:14", "script-wrong"),
        "Use **soap**": ("Use **s\u043eap**", "13:20", "lookalike"),
        "Wet your hands.": ("Caf\ufffd", "14:16", "character-lost"),
        "Dry them.": ("𝐃𝐫𝐲 them.", "14:33", "character-compatibility"),
        "WHO guidelines": ("WHO \u0378", "16:10", "character-unassigned"),
    }
    for old, (new, _, _) in spoilt.items():
        project.edit(PLACE, old, new)
    done = project.run()
    expected = [(f"{PLACE}:{place}", code) for _, place, code in spoilt.values()]
    assert sorted(reported(done.stderr)) == sorted(expected)
    assert done.returncode == 1
    assert not (project.root / "output/en").exists()
    assert project.run("check").stderr == done.stderr
    summary = json.loads(project.run("check", "--format", "json").stdout)
    assert {finding["code"] for finding in summary["findings"]} == {code for _, code in expected}


def test_half_of_a_character_cannot_be_written_in_yaml(project: Sandbox) -> None:
    project.edit(PLACE, "A nurse", '"A \\ud800"')
    done = project.run("check")
    assert (done.returncode, reported(done.stderr)) == (1, [(f"{PLACE}:7:18", "yaml-syntax")])


@pytest.mark.slow
def test_a_bad_catalog_is_reported_at_its_line_and_the_rest_is_built(project: Sandbox) -> None:
    translated(project)
    spoilt = {
        "Lavarse las manos": ("Lavarse\u200b las manos", "character-invisible"),
        "Una enfermera": ("\u202bUna enfermera", "character-bidi"),
        "Mójese las manos.": ("Mójеse las manos.", "lookalike"),
        "Frótelas.": ("Потрите их.", "script-wrong"),
        "Séquelas.": ("Se\U000f0000quelas.", "character-private"),
    }
    expected = []
    for old, (new, code) in spoilt.items():
        before = (project.root / SPANISH).read_text("utf-8").partition(old)[0]
        expected.append((f"{SPANISH}:{before.count(chr(10)) + 1}", code))
        project.edit(SPANISH, old, new)
    done = project.run("-l", "en,es")
    assert sorted(reported(done.stderr)) == sorted(expected)
    assert done.returncode == 1
    assert (project.root / "output/en").exists()
    assert not (project.root / "output/es").exists()


@pytest.mark.slow
def test_bytes_that_are_no_text_are_reported_at_their_line(project: Sandbox) -> None:
    translated(project)
    whole = (project.root / SPANISH).read_bytes()
    good = "Frótelas.".encode()
    line = whole.partition(good)[0].count(b"\n") + 1
    for spoilt, place, code in [
        (b"Fr\xf3telas.", f"{line}:11", "po-encoding"),  # Latin-1
        (b"Fr\xed\xa0\x80telas.", f"{line}:11", "po-encoding"),  # half a character
        (b"Fr\\355\\240\\200telas.", f"{line}", "po-syntax"),  # the same, as an escape
    ]:
        project.write(SPANISH, whole.replace(good, spoilt))
        done = project.run("check", "-l", "es")
        assert reported(done.stderr) == [(f"{SPANISH}:{place}", code)]
        assert (done.returncode, done.stdout) == (1, "0 built, 1 failed, 1 error\n")


@pytest.mark.slow
def test_words_of_a_broken_interface_are_reported_for_every_sheet(copy_of_shipped: Sandbox) -> None:
    copy_of_shipped.edit("locales/hi/LC_MESSAGES/interface.po", 'msgstr "', 'msgstr "\u200b')
    done = copy_of_shipped.run("check", "rosacea", "-l", "hi")
    assert done.returncode == 1
    assert "locales/hi/LC_MESSAGES/interface.po:" in done.stderr
    assert "error[character-invisible]" in done.stderr
