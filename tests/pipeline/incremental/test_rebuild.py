"""A build makes exactly the sheets that a change goes into."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from polyleaf.checks.source import review
from polyleaf.model.findings import Finding, Severity, Where
from polyleaf.model.task import Outcome, Task
from polyleaf.pipeline.executors import Make
from polyleaf.pipeline.incremental import digests, recorder, toolchain

from ...conftest import ROOT, Sandbox
from .projects import FEET, HANDS, SHEETS, SPANISH, SVG, build, tree

pytestmark = pytest.mark.slow

PO = "locales/es/LC_MESSAGES"
SPANISH_HANDS = SPANISH & HANDS


def test_what_is_up_to_date_is_not_built(built: Sandbox) -> None:
    before = tree(built.root / "output")
    again = build(built)
    assert (again.made, set(again.report.up_to_date)) == (set(), SHEETS)
    assert again.report.exit_code == 0
    assert tree(built.root / "output") == before


def test_time_stamps_mean_nothing(built: Sandbox) -> None:
    for day in (1, 2**31):  # 1970 and 2038: the clock jumped
        for path in [*built.root.rglob("*.*"), *(built.root / "output").rglob("*.html")]:
            os.utime(path, (day, day))
        assert build(built).made == set()


CHANGES: dict[str, tuple[Callable[[Sandbox], object], set[str]]] = {
    "a leaflet": (
        lambda p: p.edit("content/hands.yaml", "published: 2026", "published: 2027"),
        HANDS,
    ),
    "a message": (
        lambda p: p.edit(f"{PO}/hands.po", "Frótelos bien", "Frótelos mucho"),
        SPANISH_HANDS,
    ),
    "the interface": (
        lambda p: p.edit(f"{PO}/interface.po", 'msgstr "Puntos', 'msgstr "Los'),
        SPANISH,
    ),
    "a style sheet": (lambda p: p.edit("templates/web/style.css", "{", "{ --x: 1;"), SHEETS),
    "a shared template": (
        lambda p: p.edit("templates/shared/frame.html", "<h1>", "<h1 id=h>"),
        SHEETS,
    ),
    "another template": (lambda p: p.write("templates/web/extra.html", "<p></p>"), set()),
    "another edition": (lambda p: p.edit("templates/a4/style.css", "{", "{ --x: 1;"), set()),
    "a picture": (lambda p: p.write("content/images/foot.svg", SVG.format("toe")), FEET),
    "the logo": (
        lambda p: p.write(
            "logo.svg", SVG.format("x").replace("<title>", "<path d='M0 0h9v9z'/>\n<title>")
        ),
        SHEETS,
    ),
    "the name of the logo's drawing": (lambda p: p.write("logo.svg", SVG.format("new")), set()),
    "the clinic": (lambda p: p.edit("clinic.yaml", "Test Clinic", "Best Clinic"), SHEETS),
    "a review of nobody knows which texts": (lambda p: signed(p, "hands"), set()),
    "who translated": (
        lambda p: p.edit(f"{PO}/feet.po", "Method: human", "Method: machine"),
        SPANISH & FEET,
    ),
    "fonts of paper": (lambda p: p.write("fonts.lock", ""), set()),
    "something else": (lambda p: p.write("content/images/unused.svg", SVG.format("x")), set()),
}


def signed(project: Sandbox, name: str) -> None:
    lines = '"X-Polyleaf-Reviewed-By: A nurse\\n"\n"X-Polyleaf-Reviewed-On: 2026-11-01\\n"\n'
    project.edit(f"{PO}/{name}.po", '"Content-Type', f'{lines}"Content-Type')


@pytest.mark.parametrize(("change", "sheets"), CHANGES.values(), ids=CHANGES)
def test_a_change_makes_the_sheets_that_it_goes_into(
    built: Sandbox, change: Callable[[Sandbox], object], sheets: set[str]
) -> None:
    change(built)
    assert build(built).made == sheets
    assert build(built).made == set()


@pytest.mark.parametrize("change", [change for change, _ in CHANGES.values()], ids=CHANGES)
def test_what_stands_there_is_what_a_clean_build_makes(
    built: Sandbox, change: Callable[[Sandbox], object], tmp_path: Path
) -> None:
    change(built)
    build(built)
    build(built, output=tmp_path / "clean")
    kept, clean = tree(built.root / "output"), tree(tmp_path / "clean")
    assert {name: data for name, data in clean.items() if kept.get(name) != data} == {}


def test_the_shipped_interface_stands_in_for_one_that_is_gone(built: Sandbox) -> None:
    (built.root / PO / "interface.po").unlink()
    gone = build(built)
    assert (gone.made, gone.why("hands")) == (set(), {"up to date", UNPRINTED_ONLY})


UNPRINTED_ONLY = "up to date: what changed is not printed"
UNPRINTED: dict[str, Callable[[Sandbox], object]] = {
    "a comment": lambda p: p.edit(f"{PO}/hands.po", "msgctxt", "# said at the desk\nmsgctxt"),
    "an obsolete message": lambda p: p.write(
        f"{PO}/hands.po",
        (p.root / PO / "hands.po").read_text("utf-8") + '\n#~ msgid "old"\n#~ msgstr "viejo"\n',
    ),
    "a message for another country": lambda p: p.edit(f"{PO}/feet.po", "Solo donde", "Donde"),
    "the glossary": lambda p: p.edit(f"{PO}/glossary.po", "jabón", "jabón | jabones"),
    "a comment in clinic.yaml": lambda p: p.edit("clinic.yaml", "name:", "# who\nname:"),
    "a setting's spaces": lambda p: p.edit("templates/web/edition.toml", " = ", "  =  "),
}


@pytest.mark.parametrize("change", UNPRINTED.values(), ids=UNPRINTED)
def test_what_is_not_printed_is_not_built(
    built: Sandbox, change: Callable[[Sandbox], object]
) -> None:
    change(built)
    first = build(built)
    assert (first.made, set(first.report.up_to_date)) == (set(), SHEETS)
    assert {UNPRINTED_ONLY} <= first.why("hands") | first.why("feet")
    assert build(built).why("hands") == {"up to date"}, "it was recorded"


def test_warnings_are_told_again_at_the_lines_that_they_have_now(built: Sandbox) -> None:
    built.edit("content/hands.yaml", "review_by: 2199", "review_by: 2020")
    (due,) = build(built).told("review-due")
    assert due.startswith("content/hands.yaml:6:12: warning")
    assert build(built).told("review-due") == [due]
    built.edit(f"{PO}/hands.po", 'msgstr "Séquelos bien."', 'msgstr "Dry them."')
    (copied,) = build(built).told("untranslated-copied")
    line = int(copied.split(":")[1])
    built.edit(f"{PO}/hands.po", "msgctxt", "# one line more\nmsgctxt")
    above = (built.root / PO / "hands.po").read_text("utf-8").split('msgstr "Dry')[0]
    for _ in ("kept", "up to date"):
        again = build(built)
        assert again.made == set()
        assert again.told("untranslated-copied") == [
            copied.replace(f":{line}:", f":{line + above.count('# one line more')}:")
        ]


def test_what_was_found_on_the_pages_alone_is_looked_for_again(built: Sandbox) -> None:
    """It may stand at another line now, and only a new page tells."""
    found = Finding(Where(f"{PO}/hands.po", 7), "seen", "on paper", severity=Severity.WARNING)

    def drawn(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome]:
        return (replace(made, drawn=True, findings=(found,)) for made in map(make, tasks))

    built.edit("content/hands.yaml", "published: 2026", "published: 2027")
    assert build(built, mapper=drawn).made == HANDS
    assert build(built).told("seen") == [str(found)]
    built.edit(f"{PO}/hands.po", "msgctxt", "# a comment\nmsgctxt")
    assert build(built).made == SPANISH_HANDS


class Later(date):
    """A clock that was put forward."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return date(2200, 1, 1)


def test_a_review_date_that_passes_is_told_and_a_clock_may_jump_back(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "review-due" not in build(built).codes
    with monkeypatch.context() as clock:
        clock.setattr(digests, "today", lambda: str(Later.today()))
        clock.setattr(review, "date", Later)
        passed = build(built)
        assert (len(passed.told("review-due")), passed.made) == (2, set())
        assert len(build(built).told("review-due")) == 2
    assert "review-due" not in build(built).codes


def test_a_review_date_that_passes_during_the_build_is_no_file_that_changed(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def over_midnight(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome]:
        clock.setattr(digests, "today", lambda: str(Later.today()))
        clock.setattr(review, "date", Later)
        return map(make, tasks)

    with monkeypatch.context() as clock:
        done = build(built, force=True, mapper=over_midnight)
        assert (done.made, done.report.exit_code) == (SHEETS, 0)
        assert len(build(built).told("review-due")) == 2


def test_another_polyleaf_builds_everything(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toolchain, "polyleaf", lambda: "another")
    changed = build(built)
    assert (changed.made, changed.why("hands")) == (SHEETS, {"Polyleaf changed"})


def test_options_that_change_no_page_make_no_sheet(built: Sandbox) -> None:
    asked = build(built, allow_untranslated=True)
    assert (asked.made, asked.why("hands")) == (set(), {UNPRINTED_ONLY})
    assert build(built, allow_untranslated=True).why("hands") == {"up to date"}
    released = build(built, release=True)
    assert (released.made, "unreviewed" in released.codes) == (set(), True)
    assert set(released.report.failed) == SHEETS, "the release refuses what the draft allowed"


def test_force_builds_everything(built: Sandbox) -> None:
    assert build(built, force=True).made == SHEETS


def test_every_library_counts() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    listed = text.partition("dependencies = [")[2].partition("]\n")[0]
    names = {line.split(">")[0].strip(' "') for line in listed.splitlines() if ">" in line}
    assert len(names) > 10
    folders = {name.replace("-", "_") for name in names}
    draw_none = {"watchfiles", "shtab", "mammoth", "markdown_it_py"}
    assert folders - draw_none <= toolchain.PACKAGES
    found = toolchain.libraries()
    assert "weasyprint-" in found
    assert "libpango-1.0" in found


def test_a_change_of_polyleaf_changes_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "polyleaf"
    shutil.copytree(ROOT / "polyleaf", package, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(toolchain, "PACKAGE", str(package))
    first = toolchain.polyleaf()
    with (package / "languages/fonts.toml").open("a") as file:
        file.write("\n")
    assert toolchain.polyleaf() != first


def test_what_failed_is_tried_and_told_again(built: Sandbox) -> None:
    good = (built.root / "output/es/hands_es_web.html").read_bytes()
    built.edit(f"{PO}/hands.po", "Llame al {clinic.phone}", "Llame ya")
    for _ in range(2):
        done = build(built)
        assert done.report.failed == ("es/hands_es_web.html",)
        assert (done.report.exit_code, "placeholder-lost" in done.codes) == (1, True)
        assert set(done.report.up_to_date) == SHEETS - {"es/hands_es_web.html"}
    assert (built.root / "output/es/hands_es_web.html").read_bytes() == good
    built.edit(f"{PO}/hands.po", "Llame ya", "Llame al {clinic.phone}")
    assert build(built).report.exit_code == 0


@pytest.mark.parametrize("seconds", [0.0, 60.0], ids=["often", "at the end"])
def test_a_file_that_changes_during_the_build_is_built_by_the_next(
    built: Sandbox, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    """However often the record is written meanwhile: it holds what was read."""
    monkeypatch.setattr(recorder, "EVERY", seconds)

    def meanwhile(make: Make, tasks: Iterable[Task]) -> Iterator[Outcome]:
        if "30 seconds" in (built.root / "content/hands.yaml").read_text("utf-8"):
            built.edit("content/hands.yaml", "30 seconds", "40 seconds")
        return map(make, tasks)

    built.edit("content/hands.yaml", "20 seconds", "30 seconds")
    assert build(built, languages=("en",), mapper=meanwhile).report.exit_code == 0
    assert "30\N{NO-BREAK SPACE}seconds" in (built.root / "output/en/hands_en_web.html").read_text(
        "utf-8"
    )
    again = build(built, languages=("en",))
    assert (again.made, again.report.exit_code) == ({"en/hands_en_web.html"}, 0)
    assert "40\N{NO-BREAK SPACE}seconds" in (built.root / "output/en/hands_en_web.html").read_text(
        "utf-8"
    )


def test_a_template_that_prints_a_place_follows_its_line(built: Sandbox) -> None:
    """Nobody has to guess from a template what it prints: the page itself is compared."""
    places = '{% for section in leaflet.sections %}{{ section.heading["where"] }}{% endfor %}'
    built.edit(
        "templates/web/page.html", "{% block parts %}", f"<p>{places}</p>{{% block parts %}}"
    )
    assert build(built).made == SHEETS
    built.edit("content/hands.yaml", "kind: leaflet", "# one line more\nkind: leaflet")
    assert "en/hands_en_web.html" in build(built).made
