"""A glossary is an ordinary catalog: its terms, their forms, and invalid forms."""

from __future__ import annotations

import pytest

from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.unit import GlossaryTerm
from polyleaf.translation import catalog

from .po import FIRST, read


def forms(msgstr: str) -> tuple[str, ...]:
    (term,) = catalog.glossary(read(f'msgid "flare"\nmsgstr "{msgstr}"\n'))
    return term.forms


def test_a_term_has_its_forms_and_its_line() -> None:
    text = '#. worse signs, not a fire\nmsgid "flare"\nmsgstr "brote* | crisis"\n'
    assert catalog.glossary(read(text)) == (
        GlossaryTerm("flare", ("brote*", "crisis"), Where("hi.po", FIRST + 2)),
    )


def test_spaces_around_a_form_do_not_count() -> None:
    assert forms("  brote de rosácea|crisis ") == ("brote de rosácea", "crisis")


@pytest.mark.parametrize(
    "entry",
    [
        'msgid "flare"\nmsgstr ""\n',
        '#, fuzzy\nmsgid "flare"\nmsgstr "brote*"\n',
        '#, fuzzy\nmsgid "flare"\nmsgstr "brote* |"\n',
        '#~ msgid "flare"\n#~ msgstr "brote*"\n',
    ],
    ids=["empty", "fuzzy", "fuzzy and wrong", "obsolete"],
)
def test_what_is_not_translated_asks_for_nothing(entry: str) -> None:
    assert catalog.glossary(read(entry)) == ()


@pytest.mark.parametrize(
    ("msgstr", "fault"),
    [
        ("brote | ", '"flare" has an empty form'),
        ("brote || crisis", '"flare" has an empty form'),
        ("|", '"flare" has an empty form'),
        ("*", '"*" has a * without a word'),
        ("brote | **", '"**" has a * without a word'),
        ("brote *", '"brote *" has a * without a word'),
    ],
)
def test_a_form_that_matches_any_text_is_an_error_at_its_line(msgstr: str, fault: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        forms(msgstr)
    finding = caught.value.findings[0]
    assert (finding.code, finding.message) == ("glossary-form", fault)
    assert finding.where == Where("hi.po", FIRST + 1)


def test_all_faults_are_reported_at_once() -> None:
    text = 'msgid "flare"\nmsgstr "*"\n\nmsgid "trigger"\nmsgstr "a||b"\n\nmsgid "x"\nmsgstr "x"\n'
    with pytest.raises(PolyleafError) as caught:
        catalog.glossary(read(text))
    assert [f.where.line - FIRST for f in caught.value.findings] == [1, 4]
