"""Polyleaf called from a script."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import polyleaf

from .conftest import ROOT, Sandbox
from .pipeline.personal.batch import fill


def test_a_project_is_built_and_the_report_says_so(project: Sandbox) -> None:
    done: list[str] = []
    report = polyleaf.build(project.root, each=lambda outcome: done.append(outcome.file))
    assert isinstance(report, polyleaf.Report)
    assert [row.file for row in report.built] == done == ["en/hands_en_web.html"]
    assert (report.failed, report.findings, report.exit_code) == ((), (), 0)
    assert (project.root / "output/en/hands_en_web.html").is_file()


def test_a_script_names_what_it_wants(project: Sandbox, tmp_path: Path) -> None:
    project.write("content/feet.yaml", (project.root / "content/hands.yaml").read_text("utf-8"))
    report = polyleaf.build(project.root, "hands", ["en"], ("web",), output=tmp_path, jobs=1)
    assert [row.leaflet for row in report.built] == ["hands"]
    assert (tmp_path / "en/hands_en_web.html").is_file()


def test_what_is_wrong_with_a_file_is_in_the_report(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "title:", "titel:")
    for report in (polyleaf.build(project.root), polyleaf.check(project.root)):
        assert {finding.code for finding in report.findings} == {"key-unknown", "key-missing"}
        assert (report.failed, report.exit_code) == (("en/hands_en_web.html",), 1)
    project.write("clinic.yaml", "name: [")
    assert polyleaf.build(project.root).exit_code == 1


@pytest.mark.parametrize(
    ("selection", "code"),
    [
        (("nobody",), "leaflet-unknown"),
        ((), "language-unknown"),
        (("hands", "en", "webb"), "edition-unknown"),
    ],
)
def test_a_wrong_call_is_raised(project: Sandbox, selection: tuple[str, ...], code: str) -> None:
    with pytest.raises(polyleaf.PolyleafError) as raised:
        polyleaf.build(project.root, *(selection or ("hands", "xq")))
    assert [finding.code for finding in raised.value.findings] == [code]


def test_no_project_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(polyleaf.PolyleafError, match="project-missing"):
        polyleaf.check(tmp_path)


def test_personal_copies_are_in_the_report_by_their_files_alone(project: Sandbox) -> None:
    fill(project, "hands,en,web,17,Ada,Monday")
    report = polyleaf.build(project.root, batch=project.root / "jobs.csv", jobs=1)
    assert (report.built, report.copies) == ((), ("en/hands_en_web_17.html",))
    assert "Ada" not in repr(report)


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    code = (
        "import sys; before = set(sys.modules); import polyleaf\n"
        "loaded = {name for name in set(sys.modules) - before if 'polyleaf' in name}\n"
        "assert loaded == {'polyleaf'}, loaded\n"
        "from polyleaf import Finding, PolyleafError, Severity, Where\n"
        "assert not {'weasyprint', 'jinja2', 'babel', 'yaml', 'pydantic'} & set(sys.modules)\n"
        "assert callable(polyleaf.build) and callable(polyleaf.check)\n"
        "assert 'weasyprint' not in sys.modules\n"
        "try: polyleaf.nothing\n"
        "except AttributeError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "module 'polyleaf' has no attribute 'nothing'\n", done.stderr


def test_every_name_that_is_offered_is_there() -> None:
    for name in polyleaf.__all__:
        assert getattr(polyleaf, name).__name__ == name


CALLER = """\
from pathlib import Path
import polyleaf

report: polyleaf.Report = polyleaf.build(Path("clinic"), ["hands"], jobs=2, release=True)
for finding in report.findings:
    print(finding.where.line, finding.severity is polyleaf.Severity.ERROR)
row: polyleaf.Built = report.built[0]
polyleaf.check("clinic", layout=True, batch="jobs.csv")
polyleaf.build("clinic", jobs="2")
print(report.findings[0].line)
"""


@pytest.mark.slow
def test_a_callers_type_checker_sees_what_is_wrong_with_a_call(tmp_path: Path) -> None:
    caller = tmp_path / "caller.py"
    caller.write_text(CALLER)
    options = ["--strict", "--follow-imports=silent", "--config-file=", "--no-error-summary"]
    command = [sys.executable, "-m", "mypy", *options, "--cache-dir", str(tmp_path), str(caller)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    first, second = done.stdout.splitlines()
    assert 'caller.py:9: error: Argument "jobs" to "build"' in first
    assert 'caller.py:10: error: "Finding" has no attribute "line"' in second
    assert (ROOT / "polyleaf/py.typed").is_file()
