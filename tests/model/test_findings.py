"""Findings: what they show, and how they are raised."""

from __future__ import annotations

import pickle

import pytest

from polyleaf.model.findings import (
    ExitStatus,
    Finding,
    PolyleafError,
    Severity,
    Where,
    did_you_mean,
    raise_if_errors,
)

HERE = Where("content/त्वचा.yaml", 41, 7)
ERROR = Finding(HERE, "sources-unknown", 'no source "nrs-2016"')
WARNING = Finding(HERE, "review-due", "the review is due", severity=Severity.WARNING)


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (HERE, "content/त्वचा.yaml:41:7"),
        (Where("locales/hi", 3), "locales/hi:3"),
        (Where("clinic.yaml"), "clinic.yaml"),
    ],
)
def test_a_place_shows_what_is_known(where: Where, shown: str) -> None:
    assert str(where) == shown


def test_a_finding_reads_like_a_compiler_message() -> None:
    shown = 'content/त्वचा.yaml:41:7: error[sources-unknown]: no source "nrs-2016"'
    assert str(ERROR) == shown
    hinted = Finding(HERE, ERROR.code, ERROR.message, 'did you mean "nrs-2017"?')
    assert str(hinted) == f'{shown}; did you mean "nrs-2017"?'
    assert str(WARNING) == "content/त्वचा.yaml:41:7: warning[review-due]: the review is due"


def test_findings_sort_by_file_then_line_then_column() -> None:
    places = [Where("a", 10), Where("b"), Where("a", 9, 2), Where("a", 9, 11), Where("a")]
    found = sorted(Finding(where, "x", "y") for where in places)
    assert [str(f.where) for f in found] == ["a", "a:9:2", "a:9:11", "a:10", "b"]


def test_an_error_has_all_findings_and_can_be_pickled() -> None:
    error = PolyleafError([ERROR, WARNING])
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == f"{ERROR}\n{WARNING}"
    assert copy.findings == (ERROR, WARNING)


def test_an_error_needs_a_finding() -> None:
    with pytest.raises(ValueError, match="at least one"):
        PolyleafError([])


def test_warnings_alone_stop_nothing() -> None:
    raise_if_errors(())
    raise_if_errors([WARNING])
    with pytest.raises(PolyleafError) as caught:
        raise_if_errors(finding for finding in (WARNING, ERROR))
    assert caught.value.findings == (WARNING, ERROR), "the warnings are reported too"


def test_the_exit_status_is_the_exit_code() -> None:
    assert (ExitStatus.INPUT, ExitStatus.CALL, ExitStatus.MACHINE) == (1, 2, 3)
    assert ERROR.exit_status is ExitStatus.INPUT


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        (
            "blood",
            ["blood-test-leaflet-v3-final", "hay-fever"],
            'did you mean "blood-test-leaflet-v3-final"?',
        ),
        (
            "blood",
            ["blood-test-leaflet-v3-final", "blood-pressure-at-home"],
            "known: blood-pressure-at-home, blood-test-leaflet-v3-final",
        ),
        ("leaflte", ["faq", "leaflet"], 'did you mean "leaflet"?'),
        ("त्वच", ["त्वचा", "आँख"], 'did you mean "त्वचा"?'),
        ("xyz", ["leaflet", "faq"], "known: faq, leaflet"),
        ("xyz", map(str, range(16)), "known: 0, 1, 10, 11, 12, 13, 14, 15, 2, 3, 4, 5, 6, 7, 8, 9"),
        ("xyz", map(str, range(17)), ""),
        ("xyz", [], ""),
    ],
)
def test_a_wrong_word_gets_the_nearest_right_one(word: str, known: list[str], hint: str) -> None:
    assert did_you_mean(word, known) == hint
