"""The register in words: in a terminal, in SARIF, on the page about checks."""

from __future__ import annotations

import json

import pytest

from polyleaf.checks.reference import explain, page, rules
from polyleaf.checks.registry import CHECKS, RULES
from polyleaf.model.findings import ExitStatus, PolyleafError

from ..conftest import ROOT, Sandbox

PAGE = ROOT / "docs/checks.md"


def test_a_code_of_a_check_is_explained_with_its_documentation() -> None:
    text = explain("number-lost")
    assert text.startswith("number-lost: error or warning\n\nA number is missing; a warning if ")
    assert "Basis: MQM, accuracy: omission" in text
    assert "polyleaf/checks/translation/numeric_mismatch.py" in text
    assert "5 mg is 5 मि.ग्रा., not 5 g" in text


def test_what_a_release_refuses_is_explained() -> None:
    assert explain("review-due").startswith("review-due: warning; in a release error\n")


def test_every_code_is_explained_and_has_its_rule_and_its_row() -> None:
    text = PAGE.read_text("utf-8")
    assert [rule["id"] for rule in rules(list(RULES))] == sorted(RULES)
    for code in RULES:
        assert explain(code).startswith(f"{code}: ")
        assert f"\n| `{code}` | " in text


def test_every_check_has_its_documentation() -> None:
    first = [rows[0].code for rows in CHECKS.values()]
    assert all(len(explain(code).partition("\nCheck: ")[2].split()) > 10 for code in first)


def test_an_unknown_code_is_an_error_of_the_call() -> None:
    with pytest.raises(PolyleafError) as caught:
        explain("number-lots")
    (finding,) = caught.value.findings
    assert (finding.code, finding.exit_status) == ("code-unknown", ExitStatus.CALL)
    assert finding.hint == 'did you mean "number-lost"?'


def test_sarif_says_what_its_rules_mean(project: Sandbox) -> None:
    project.edit("content/hands.yaml", "2199-11-22", "2020-11-22")
    project.edit("content/hands.yaml", "{clinic.phone}", "{clinic.fone}")
    (run,) = json.loads(project.run("check", "--format", "sarif").stdout)["runs"]
    known = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run["results"]} == set(known)
    unknown, due = known["placeholder-unknown"], known["review-due"]
    assert unknown["shortDescription"]["text"] == "A {placeholder} that has no value."
    assert unknown["defaultConfiguration"]["level"] == "error"
    assert due["defaultConfiguration"]["level"] == "warning"
    assert "in a release error" in due["fullDescription"]["text"]
    assert "Basis: DISCERN 5" in due["help"]["text"]


def test_a_code_that_the_register_lacks_is_still_a_rule() -> None:
    assert list(rules(["of-tomorrow"])) == [{"id": "of-tomorrow"}]


def test_the_page_about_checks_is_fresh() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text, "renew it: .venv/bin/python scripts/checks_page.py"
    assert page(text.replace("| a number is missing;", "|")) == text
