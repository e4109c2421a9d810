"""A build with nothing to do is over before anything that reads or draws is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from polyleaf.model.jobs import Selection

from ...conftest import ROOT, Sandbox
from .projects import FEET, HANDS, SHEETS, SPANISH, build, tree, wrong

HEAVY = (
    *("PIL", "babel", "fontTools", "icu4py", "jinja2", "pydantic", "pyphen", "rapidfuzz"),
    *("tqdm", "weasyprint", "yaml"),
    *(
        "polyleaf.checks",
        "polyleaf.model.task",
        "polyleaf.pipeline.plan",
        "polyleaf.content.project",
    ),
    *("dataclasses", "inspect"),
    *("concurrent.futures", "multiprocessing", "subprocess", "tempfile"),
)


def loaded(project: Sandbox, *arguments: str) -> list[str]:
    """Which of the heavy modules a command loads."""
    code = (
        "import sys\nfrom polyleaf.cli import main\ncode = main(sys.argv[1:])\n"
        f"found = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "print(*found, file=sys.stderr)\nsys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--quiet", "--project", str(project.root)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stderr.splitlines()[-1].split()


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments", [[], ["--explain"], ["--dry-run"], ["--verify"], ["hands", "-l", "e*"]]
)
def test_nothing_to_do_loads_nothing(built: Sandbox, arguments: list[str]) -> None:
    built.run(*arguments)  # what it asks for is known from now on
    assert loaded(built, *arguments) == []


@pytest.mark.slow
def test_what_is_loaded_can_be_seen(built: Sandbox) -> None:
    assert "jinja2" in loaded(built, "--force")


def test_a_message_is_read_in_its_own_catalog_alone(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    from polyleaf.content import leaflets
    from polyleaf.translation import catalog

    parsed: list[str] = []
    real_read, real_parse = catalog.read, leaflets.parse

    def read(data: bytes, path: str) -> catalog.Catalog:
        parsed.append(path)
        return real_read(data, path)

    def parse(data: bytes, path: str, *rest: Any) -> object:
        parsed.append(path)
        return real_parse(data, path, *rest)

    folder = "locales/es/LC_MESSAGES"
    built.edit(f"{folder}/hands.po", "Frótelos bien", "Frótelos mucho")
    monkeypatch.setattr(catalog, "read", read)
    monkeypatch.setattr(leaflets, "parse", parse)
    assert build(built).made == HANDS & SPANISH
    names = ("glossary", "hands", "interface")
    words = str(ROOT / "locales/interface.pot")  # what the templates say
    assert sorted(parsed) == [
        words,
        "content/hands.yaml",
        *(f"{folder}/{name}.po" for name in names),
        "locales/glossary.pot",
        "locales/interface.pot",
    ]


SELECTED = {
    "all": (Selection(), SHEETS),
    "a leaflet's pattern": (Selection(leaflets=("fe*",)), FEET),
    "a name and a pattern": (Selection(leaflets=("h*", "hands")), HANDS),
    "a language's pattern": (Selection(languages=("?s",)), SPANISH),
    "an edition's pattern": (Selection(editions=("w*",)), SHEETS),
    "a set": (Selection(("[fh]*",), ("e[sz]",)), SPANISH),
}


@pytest.mark.parametrize(("selection", "sheets"), SELECTED.values(), ids=SELECTED)
@pytest.mark.parametrize("force", [False, True], ids=["known", "read"])
def test_patterns_select(
    built: Sandbox, selection: Selection, sheets: set[str], force: bool
) -> None:
    chosen = (selection.leaflets, selection.languages, selection.editions)
    done = build(built, *chosen, force=force)
    assert set(done.decisions) == sheets
    assert (done.made or set(done.report.up_to_date)) == sheets


def test_a_pattern_that_nothing_fits_is_a_wrong_call(built: Sandbox) -> None:
    for chosen in ({"leaflets": ("x*",)}, {"languages": ("x*",)}, {"editions": ("x*",)}):
        (problem,) = wrong(built, **chosen)
        assert '"x*"' in problem


@pytest.mark.slow
def test_patterns_select_what_is_checked(built: Sandbox) -> None:
    built.edit("content/feet.yaml", "title:", "titel:")
    assert built.run("check", "ha*").returncode == 0
    assert built.run("check", "fe*").returncode == 1


def test_a_dry_run_writes_nothing(built: Sandbox, tmp_path: Path) -> None:
    built.edit("content/hands.yaml", "published: 2026", "published: 2027")
    before = {path: path.stat().st_mtime_ns for path in built.root.rglob("*")}
    done = build(built, dry_run=True)
    assert (set(done.report.stale), set(done.report.up_to_date)) == (HANDS, FEET)
    assert done.report.built == ()
    assert {path: path.stat().st_mtime_ns for path in built.root.rglob("*")} == before
    fresh = build(built, dry_run=True, output=tmp_path / "never")
    assert (set(fresh.report.stale), (tmp_path / "never").exists()) == (SHEETS, False)


def test_a_dry_run_knows_what_is_not_printed(built: Sandbox) -> None:
    built.edit("locales/es/LC_MESSAGES/hands.po", "msgctxt", "# a comment\nmsgctxt")
    assert build(built, dry_run=True).report.stale == ()


@pytest.mark.slow
def test_the_command_tells_what_it_does_and_why(built: Sandbox) -> None:
    built.edit("locales/es/LC_MESSAGES/hands.po", "Frótelos bien", "Frótelos mucho")
    built.write("output/en/feet_en_web.html", "edited")
    dry = built.run("--dry-run", "--explain")
    why = [
        "feet en web: the output was edited",
        "hands en web: up to date",
        "feet es web: up to date",
        "hands es web: locales/es/LC_MESSAGES/hands.po changed",
    ]
    assert [line for line in dry.stdout.splitlines() if ": " in line] == why
    assert "would build es/hands_es_web.html" in dry.stdout.splitlines()
    assert dry.stdout.splitlines()[-1] == "2 to be built, 2 up to date, 1 warning"
    done = built.run("--jobs", "1")
    assert done.stdout.splitlines()[-1] == "2 built, 2 up to date, 2 warnings"
    assert built.run().stdout == "4 up to date, 2 warnings\n"


@pytest.mark.slow
def test_json_tells_the_state_of_each_sheet(built: Sandbox) -> None:
    import json

    built.edit("locales/es/LC_MESSAGES/hands.po", "Llame al {clinic.phone}", "Llame ya")
    built.edit("content/feet.yaml", "published: 2026", "published: 2027")
    done = built.run("--format", "json", "--jobs", "1")
    *sheets, summary = map(json.loads, done.stdout.splitlines())
    assert {sheet["file"]: sheet["state"] for sheet in sheets} == {
        "en/feet_en_web.html": "built",
        "en/hands_en_web.html": "up_to_date",
        "es/feet_es_web.html": "built",
        "es/hands_es_web.html": "failed",
    }
    whys = {sheet["file"]: sheet["why"] for sheet in sheets}
    assert whys["en/feet_en_web.html"] == "content/feet.yaml changed"
    assert whys["es/hands_es_web.html"] == "locales/es/LC_MESSAGES/hands.po changed"
    assert summary["up_to_date"] == ["en/hands_en_web.html"]
    assert summary["exit_code"] == done.returncode == 1


def test_options_of_a_build_belong_to_it(built: Sandbox) -> None:
    for option in ("--force", "--dry-run", "--verify", "--prune"):
        done = built.run("check", option)
        assert done.returncode == 2
        assert f"{option} belongs to the command" in done.stderr


def test_languages_that_the_record_does_not_know_are_read(built: Sandbox) -> None:
    (problem, *_) = wrong(built, languages=("xq",))
    assert "language-unknown" in problem
    built.edit("clinic.yaml", "[en, es]", "[en, es, xq]")
    for _ in range(2):
        done = build(built)
        assert ("language-unknown" in done.codes, done.report.exit_code) == (True, 1)
    assert tree(built.root / "output").keys() >= SHEETS


def test_one_language_with_two_digits_is_two_sheets(built: Sandbox) -> None:
    asked = build(built, languages=("en-u-nu-arab",))
    assert asked.made == SHEETS - SPANISH
    assert asked.why("hands") == {"en-u-nu-arab is asked for, and it was en"}
    assert build(built).made == SHEETS - SPANISH
    assert build(built).made == set()
