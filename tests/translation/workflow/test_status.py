"""What is translated, reviewed and due, at a glance and for scripts."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ...conftest import Sandbox
from ...test_cli import translated

pytestmark = pytest.mark.slow


def rows(project: Sandbox, *names: str) -> dict[tuple[str, str], dict[str, Any]]:
    done = project.run("status", *names, "-l", "en,es", "--format", "json")
    assert done.returncode == 0, done.stderr
    return {(row["leaflet"], row["language"]): row for row in json.loads(done.stdout)["rows"]}


def spanish(project: Sandbox) -> dict[str, Any]:
    return rows(project, "hands")["hands", "es"]


def test_a_whole_translation_is_counted_in_messages_and_words(project: Sandbox) -> None:
    translated(project)
    row = spanish(project)
    assert (row["messages"], row["translated"], row["missing"]) == (8, 8, 0)
    assert row["words"] == row["translated_words"] > 20


def test_what_is_fuzzy_empty_or_copied_is_missing(project: Sandbox) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Frótelas."', 'msgstr ""')
    project.edit(name, 'msgstr "Mójese las manos."', 'msgstr "Wet your hands."')
    text = (project.root / name).read_text("utf-8")
    dry = 'msgctxt "how/list-item"\nmsgid "Dry them."'
    project.write(name, text.replace(dry, f"#, fuzzy\n{dry}"))
    row = spanish(project)
    assert (row["translated"], row["missing"], row["fuzzy"], row["copied"]) == (5, 3, 1, 1)
    assert row["translated_words"] == row["words"] - 7


def test_an_intended_copy_counts_as_translated(project: Sandbox) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Una enfermera"', 'msgstr "A nurse"')
    assert (spanish(project)["translated"], spanish(project)["copied"]) == (7, 1)
    text = (project.root / name).read_text("utf-8")
    line = text.partition('msgstr "A nurse"')[0].count("\n") + 1
    done = project.run("waive", f"{name}:{line}", "untranslated-copied", "it is her name")
    assert done.returncode == 0, done.stderr
    assert (spanish(project)["translated"], spanish(project)["copied"]) == (8, 0)


def test_a_language_that_was_not_started_has_nothing(project: Sandbox) -> None:
    row = spanish(project)
    assert (row["messages"], row["translated"]) == (8, 0)


def test_missing_safety_texts_are_counted(project: Sandbox) -> None:
    name = translated(project)
    project.edit(
        "content/hands.yaml", "[Wet your hands., Rub them., Dry them.]",
        "{items: [Wet your hands., Rub them., Dry them.], safety: true}",
    )  # fmt: skip
    assert spanish(project)["safety_missing"] == 0
    project.edit(name, 'msgstr "Frótelas."', 'msgstr ""')
    assert spanish(project)["safety_missing"] == 1
    assert "1 safety texts missing" in project.run("status", "hands", "-l", "es").stdout


def test_a_review_is_shown_with_whether_it_holds(project: Sandbox) -> None:
    name = translated(project)
    project.run("sign", "hands", "-l", "es", "--by", "Dra. Ruiz", "--on", "2026-11-20")
    table = project.run("status", "hands", "-l", "es").stdout
    assert "reviewed (Dra. Ruiz, 2026-11-20, of 2026-11-22 · " in table
    assert table.endswith("es: 100 % translated, 28 of 28 words, 1 of 1 reviewed\n")
    project.edit(name, "Frótelas.", "Frótelas bien.")
    table = project.run("status", "hands", "-l", "es").stdout
    assert "texts changed since (Dra. Ruiz, 2026-11-20, of 2026-11-22 · " in table
    assert table.endswith("es: 100 % translated, 28 of 28 words, 0 of 1 reviewed\n")


def test_an_overdue_review_is_shown(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "review_by: 2199", "review_by: 2020")
    project.edit("content/hands.yaml", "published: 2026", "published: 2019")
    done = project.run("status", "hands", "-l", "en")
    assert "2020-11-22, past" in done.stdout
    assert done.stdout.endswith("en: source, 0 of 1 reviewed, 1 past review\n")


def test_the_interface_is_a_row_of_its_own(project: Sandbox) -> None:
    row = rows(project)["interface", "es"]
    assert row["messages"] == row["translated"] > 40
    assert ("interface", "en") not in rows(project)


def test_badges_are_for_shields(project: Sandbox) -> None:
    translated(project)
    done = project.run("status", "hands", "-l", "es", "--format", "json")
    assert json.loads(done.stdout)["badges"]["es"] == {
        "schemaVersion": 1,
        "label": "es",
        "message": "100 % translated, 28 of 28 words, 0 of 1 reviewed",
        "color": "yellow",
    }


def test_nearly_all_is_not_all(project: Sandbox) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Frótelas."', 'msgstr ""')
    assert "es: 92 % translated" in project.run("status", "hands", "-l", "es").stdout


def test_a_broken_catalog_is_reported_and_the_others_are_counted(project: Sandbox) -> None:
    name = translated(project)
    project.write(name, "broken")
    done = project.run("status", "-l", "es")
    assert done.returncode == 1
    assert f"{name}:1:1: error[po-syntax]" in done.stderr
    assert "interface" in done.stdout


def test_a_leaflet_that_is_not_there_is_a_wrong_call(project: Sandbox) -> None:
    done = project.run("status", "hand")
    assert (done.returncode, 'did you mean "hands"?' in done.stderr) == (2, True)


def test_a_language_without_catalogs_is_reported_without_a_table(project: Sandbox) -> None:
    done = project.run("status", "-l", "qps-ploc")
    assert (done.returncode, done.stdout) == (2, "1 error\n")
    assert "error[pseudo-locale]" in done.stderr


def test_words_of_the_page_do_not_count_for_a_leaflet_that_nobody_has_begun(
    project: Sandbox,
) -> None:
    project.run("catalogs", "-l", "es")
    table = project.run("status", "-l", "es,so").stdout
    assert "es: 0 % translated, 0 of 28 words, 0 of 1 reviewed, words of the page not" in table
    assert re.search(r"^hands +so +0/8 .* not begun ", table, re.MULTILINE)


def test_a_catalog_that_cannot_be_read_keeps_its_row(project: Sandbox) -> None:
    name = translated(project)
    project.edit(name, 'msgstr "Frótelas."', 'msgstr "Frótelas.')
    done = project.run("status", "hands", "-l", "es")
    assert re.search(r"^hands +es +0/8 .* cannot be read", done.stdout, re.MULTILINE)
    assert "error[po-syntax]" in done.stderr


def test_what_translators_ask_is_shown_until_an_author_answers(project: Sandbox) -> None:
    name = translated(project)
    rub = 'msgctxt "how/list-item"\nmsgid "Rub them."'
    text = (project.root / name).read_text("utf-8")
    project.write(name, text.replace(rub, f"# translator: which tap,\n# the hot one?\n{rub}"))
    line = text.partition('msgstr "Frótelas."')[0].count("\n") + 3
    done = project.run("status", "hands", "-l", "es")
    assert f"  {name}:{line}: which tap, the hot one?\n" in done.stdout
    assert spanish(project)["notes"] == [
        {"where": f"{name}:{line}", "text": "which tap, the hot one?"}
    ]
    project.edit(name, "# the hot one?\n", "# the hot one?\n# author: either\n")
    assert "which tap" not in project.run("status", "hands", "-l", "es").stdout
    assert project.run("-l", "es", "-e", "review").returncode == 0
