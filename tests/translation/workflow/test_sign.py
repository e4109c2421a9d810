"""Who has reviewed which texts, and what ends a review."""

from __future__ import annotations

import json

import pytest

from polyleaf.translation import catalog

from ...conftest import Sandbox
from ...test_cli import translated

pytestmark = pytest.mark.slow

SIGNED = "locales/es/reviewed/hands.po"
BY = ("--by", "Dra. Ana Ruiz", "--on", "2026-11-20")
RELEASE = ("--release", "-l", "es")


def source_reviewed(project: Sandbox) -> None:
    role = "reviewed_by: [{name: Dr Lee, role: A nurse, on: 2026-11-20}]\nfunding"
    project.edit("content/hands.yaml", "funding", role)


def ready(project: Sandbox) -> str:
    """A reviewed source and its whole Spanish translation, not yet signed."""
    source_reviewed(project)
    return translated(project)


def sign(project: Sandbox, *names: str) -> None:
    done = project.run("sign", *(names or ("hands", "interface")), "-l", "es", *BY)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def row(project: Sandbox) -> dict[str, str]:
    manifest = json.loads((project.root / "output/manifest.json").read_text("utf-8"))
    return dict(manifest["files"][0])


def codes(stderr: str) -> set[str]:
    return {line.partition("[")[2].partition("]")[0] for line in stderr.splitlines()}


def test_a_signed_catalog_says_who_when_and_which_version(project: Sandbox) -> None:
    name = ready(project)
    sign(project, "hands")
    found = catalog.read((project.root / name).read_bytes(), name)
    assert found.field("X-Polyleaf-Reviewed-By") == "Dra. Ana Ruiz"
    assert found.field("X-Polyleaf-Reviewed-On") == "2026-11-20"
    assert found.field("X-Polyleaf-Reviewed-Version").startswith("2026-11-22 · ")
    assert (project.root / SIGNED).read_bytes() == (project.root / name).read_bytes()


def test_a_signed_sheet_says_so_and_may_be_released(project: Sandbox) -> None:
    ready(project)
    project.run("catalogs")
    interface_by_hand(project)
    sign(project)
    project.edit("clinic.yaml", "country", "site: https://clinic.example/\ncountry")
    done = project.run(*RELEASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert row(project)["reviewed_by"] == "Dra. Ana Ruiz"
    page = (project.root / "output/es/hands_es_web.html").read_text("utf-8")
    assert "Dra. Ana Ruiz" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "not reviewed" not in page


def interface_by_hand(project: Sandbox) -> None:
    """The shipped words in Spanish, as if a person had edited them."""
    assert project.run("sign", "interface", "-l", "es", *BY, "--method", "machine-edited")


def test_the_shipped_words_of_the_interface_are_signed_in_the_project(project: Sandbox) -> None:
    ready(project)
    interface_by_hand(project)
    assert (project.root / "locales/es/LC_MESSAGES/interface.po").is_file()
    assert (project.root / "locales/es/reviewed/interface.po").is_file()


def test_a_release_is_refused_until_all_is_signed(project: Sandbox) -> None:
    translated(project)
    done = project.run(*RELEASE)
    assert done.returncode == 1
    assert codes(done.stderr) == {"unreviewed", "source-unreviewed"}
    assert "interface.po" in done.stderr
    assert not (project.root / "output/es").exists()


def test_a_draft_is_printed_and_says_that_it_is_one(project: Sandbox) -> None:
    translated(project)
    done = project.run("-l", "es")
    assert (done.returncode, codes(done.stderr)) == (0, {"unreviewed"})
    assert "not reviewed" in (project.root / "output/es/hands_es_web.html").read_text("utf-8")


def test_a_translation_that_changes_ends_the_review(project: Sandbox) -> None:
    name = ready(project)
    sign(project)
    project.edit(name, "Frótelas.", "Frótelas bien.")
    assert "review-outdated" in codes(project.run(*RELEASE).stderr)
    done = project.run("-l", "es")
    assert (done.returncode, codes(done.stderr)) == (0, {"review-outdated"})
    assert "not reviewed" in (project.root / "output/es/hands_es_web.html").read_text("utf-8")


def test_a_source_that_changes_ends_the_review(project: Sandbox) -> None:
    name = ready(project)
    sign(project)
    project.edit("content/hands.yaml", "Rub them.", "Rub them well.")
    project.run("catalogs")
    text = (project.root / name).read_text("utf-8")
    project.write(name, text.replace("#, fuzzy\n", ""))
    assert "review-outdated" in codes(project.run(*RELEASE).stderr)


def test_a_machines_translation_that_was_only_read_is_not_released(project: Sandbox) -> None:
    name = ready(project)
    project.edit(name, "Method: human", "Method: machine")
    sign(project)
    assert "machine-only" in codes(project.run(*RELEASE).stderr)
    project.run("sign", "hands", "-l", "es", *BY, "--method", "machine-edited")
    assert "hands.po: error[machine-only]" not in project.run(*RELEASE).stderr


def test_a_name_in_the_header_alone_proves_nothing(project: Sandbox) -> None:
    name = ready(project)
    project.edit(name, "Reviewed-By: ", "Reviewed-By: Dr No")
    project.edit(name, "Reviewed-On: ", "Reviewed-On: 2026-11-20")
    assert codes(project.run("-l", "es").stderr) == {"review-unproved"}
    assert "Dr No" not in (project.root / "output/es/hands_es_web.html").read_text("utf-8")


def test_an_incomplete_translation_is_not_signed(project: Sandbox) -> None:
    name = ready(project)
    project.edit(name, 'msgstr "Frótelas."', 'msgstr ""')
    project.edit(name, "Llame al {clinic.phone}", "Llame")
    before = (project.root / name).read_bytes()
    done = project.run("sign", "hands", "-l", "es", *BY)
    assert done.returncode == 1
    assert codes(done.stderr) == {"untranslated", "placeholder-lost"}
    assert (project.root / name).read_bytes() == before
    assert not (project.root / SIGNED).exists()


def test_a_text_without_its_message_is_not_signed(project: Sandbox) -> None:
    ready(project)
    project.edit("content/hands.yaml", "Dry them.", "Dry them well.")
    done = project.run("sign", "hands", "-l", "es", *BY)
    assert (done.returncode, codes(done.stderr)) == (1, {"untranslated"})
    assert 'no message for "Dry them well."' in done.stderr


def test_a_call_without_a_reviewer_is_wrong(project: Sandbox) -> None:
    ready(project)
    for call in (["sign", "-l", "es", *BY], ["sign", "hands", "-l", "es"]):
        done = project.run(*call)
        assert (done.returncode, codes(done.stderr)) == (2, {"sign-nothing"})
    assert project.run("sign", "hands", *BY).returncode == 2
    assert project.run("--by", "Dr No").returncode == 2
    done = project.run("sign", "hands", "-l", "es", "--by", "Dr No", "--on", "2999-01-01")
    assert (done.returncode, codes(done.stderr)) == (2, {"sign-date"})


def test_signing_alike_again_says_that_nothing_was_done(project: Sandbox) -> None:
    name = ready(project)
    sign(project, "hands")
    before = (project.root / name).read_bytes()
    done = project.run("sign", "hands", "-l", "es", *BY)
    assert (done.returncode, "warning[sign-same]" in done.stderr) == (0, True)
    assert done.stdout.startswith("0 written, 2 unchanged\n")
    assert (project.root / name).read_bytes() == before


def test_a_header_that_lost_our_fields_is_a_warning_until_a_release(project: Sandbox) -> None:
    name = ready(project)
    project.edit(name, '"X-Polyleaf-Method: human\\n"\n', "")
    done = project.run("check", "-l", "es")
    assert (done.returncode, codes(done.stderr)) == (0, {"po-method", "unreviewed"})
    assert "origin not told" in project.run("status", "hands", "-l", "es").stdout
    done = project.run("check", *RELEASE)
    assert "error[po-method]" in done.stderr
    done = project.run("sign", "hands", "-l", "es", *BY)
    assert (done.returncode, "sign with --method human" in done.stderr) == (1, True)
    assert not project.run("sign", "hands", "-l", "es", *BY, "--method", "human").returncode
    text = (project.root / name).read_text("utf-8")
    project.write(name, "".join(x for x in text.splitlines(True) if "X-Polyleaf-" not in x))
    assert "po-method" not in project.run("check", "-l", "es").stderr, "the signed copy has it"
    project.run("catalogs")
    assert sorted((project.root / name).read_text("utf-8")) == sorted(text)


def test_who_signs_has_no_controls_and_signs_no_source(project: Sandbox) -> None:
    ready(project)
    for name in ("Dr \u202eRuiz", "Dr \x1b[31mRuiz"):
        done = project.run("sign", "hands", "-l", "es", "--by", name)
        assert (done.returncode, codes(done.stderr)) == (2, {"call-control"})
    done = project.run("sign", "hands", "-l", "en", "--by", "Dr Ruiz")
    assert "error[sign-source]: hands is written in English" in done.stderr
    assert not (project.root / SIGNED).exists()
