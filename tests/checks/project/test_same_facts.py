"""Leaflets of a project do not contradict each other."""

from __future__ import annotations

import pytest

from polyleaf import checks
from polyleaf.model.findings import Finding

from ...conftest import Sandbox
from ..written import written

OPTIONS = """\
- options:
    - name: No treatment
      benefits: [No cost.]
      risks: [It may get worse.]
      unknown: [For whom.]
    - name: Brimonidine gel
      benefits: [Less colour.]
      risks: ["{}"]
      unknown: [Why.]
"""
REBOUND = "Flushing can come back worse. Never use it on broken skin."


def of_project(*blocks: str) -> list[Finding]:
    made = [written(text, name=f"sheet-{n}") for n, text in enumerate(blocks)]
    return list(checks.project(made))


def test_a_medicine_has_the_same_risks_in_all_leaflets() -> None:
    (finding,) = of_project(
        OPTIONS.format(REBOUND), OPTIONS.format("Flushing can come back worse.")
    )
    assert (finding.code, finding.where.path) == ("risks-differ", "content/sheet-1.yaml")
    assert '"Never use it on broken skin."' in finding.message
    assert of_project(OPTIONS.format(REBOUND), OPTIONS.format(REBOUND)) == []


def test_a_term_with_a_medicine_tells_its_risks_somewhere() -> None:
    term = "- terms: [{term: Brimonidine, text: It helps.}]"
    (finding,) = of_project(OPTIONS.format(REBOUND), term)
    assert "and 1 more" in finding.message
    assert of_project(OPTIONS.format(REBOUND), f"{term}\n- paragraph: {REBOUND}") == []


def test_one_source_says_one_number() -> None:
    (finding,) = of_project(
        "Brimonidine makes signs worse in about 1 in 6 people [@review].",
        "Brimonidine makes signs worse in 1 in 16 people [@review].",
    )
    assert (finding.code, finding.where.path) == ("number-differs", "content/sheet-1.yaml")
    assert of_project("It lasts 5 days [@review].", "Half of them slept 7 hours [@review].") == []


def test_check_compares_the_leaflets_and_waives(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "for 20 seconds", "for 20 seconds or a bit more")
    text = (project.root / "content/hands.yaml").read_text("utf-8")
    other = text.replace("20 seconds", "30 seconds")
    project.write("content/feet.yaml", other)
    assert "warning[number-differs]" in project.run("check").stderr
    waived = text.replace("kind: leaflet", "kind: leaflet\nwaive: {number-differs: other feet}")
    project.write("content/hands.yaml", waived)
    assert project.run("check", "--strict").returncode == 0


@pytest.mark.slow
def test_a_release_compares_all_its_leaflets_and_tells_it_each_time(project: Sandbox) -> None:
    reviewed = "reviewed_by: [{name: Dr Lee, role: A nurse, on: 2026-11-20}]\nfunding"
    project.edit("content/hands.yaml", "funding", reviewed)
    hands = (project.root / "content/hands.yaml").read_text("utf-8")
    project.write("content/feet.yaml", hands.replace("20 seconds", "30 seconds"))
    release = ("build", "--release", "-l", "en", "-e", "web")
    for done in ("2 built", "2 up to date"):
        built = project.run(*release)
        assert built.returncode == 0, built.stderr
        assert done in built.stdout + built.stderr
        assert "warning[number-differs]" in built.stderr
    options = OPTIONS.replace("\n", "\n      ")
    for name, risks in (("hands", REBOUND), ("feet", "Flushing can come back worse.")):
        project.edit(f"content/{name}.yaml", "blocks:", f"blocks:\n      {options.format(risks)}")
    for _ in range(2):
        refused = project.run(*release)
        assert refused.returncode == 1
        assert "feet.yaml" in refused.stderr
        assert "error[risks-differ]" in refused.stderr
