"""Hard words, acronyms, voice, negations, regulators and forbidden words: good and bad examples."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polyleaf.checks.source import (
    acronyms,
    active_voice,
    avoided_words,
    double_negation,
    jargon_words,
    regulator_statements,
)
from polyleaf.model.findings import Where
from polyleaf.model.leaflet import AvoidedWord, Leaflet, Paragraph, Section, Term, Terms, Text

from ...conftest import Sandbox
from ..sheets import clinic, leaflet

GLOSSARY = Where("locales/glossary.pot", 20)


def text(value: str, role: str = "paragraph", line: int = 12) -> Text:
    return Text(value, Where("content/hands.yaml", line), f"how/{role}")


def saying(*values: str, **changed: object) -> Leaflet:
    blocks = tuple(Paragraph(text=text(value, line=12 + n)) for n, value in enumerate(values))
    made = leaflet()
    section = Section("how", made.sections[0].heading, blocks)
    return replace(made, sections=(section,), **changed)  # type: ignore[arg-type]


def codes(check: object, subject: Leaflet) -> list[str]:
    return [f.code for f in check.check_leaflet(subject, clinic())]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("value", "bad"),
    [
        ("Erythema often comes first.", True),
        ("You may see papules on the nose.", True),
        ("Papules (small bumps) are common.", False),
        ("Small bumps, called papules, are common.", False),
        ("Itching, or pruritus, is common.", False),
        ("You may have oedema. This is swelling.", False),
        ("You may hear of “erythema” elsewhere.", False),
        ("The skin is red and sore.", False),
    ],
)
def test_medical_words_are_explained_where_they_are_met(value: str, bad: bool) -> None:
    assert codes(jargon_words, saying(value)) == ["jargon-unexplained"] * bad


def test_a_word_is_told_once_and_a_term_explains_itself() -> None:
    assert len(codes(jargon_words, saying("See erythema.", "More erythema."))) == 1
    terms = Terms(items=(Term(text("Erythema", "term"), text("Skin that is red.", "term-text")),))
    made = leaflet()
    section = Section("how", made.sections[0].heading, (terms, Paragraph(text=text("Erythema."))))
    assert codes(jargon_words, replace(made, sections=(section,))) == []


@pytest.mark.parametrize(
    ("value", "bad"),
    [
        ("You may need an ECG before you start.", True),
        ("A tracing of the heart (ECG) comes first.", False),
        ("ECG (a tracing of the heart) comes first.", False),
        ("Low-density lipoprotein is a fat. Your LDL should be low.", False),
        ("The NHS, your GP and an MRI can help.", False),
        ("DO NOT STOP your tablets.", False),
        ("He moved from Atlanta, GA in stage IIIB.", False),
        ("Hampton PJ, Duarte C wrote it. Rest AND drink.", False),
    ],
)
def test_acronyms_are_explained_where_they_are_met(value: str, bad: bool) -> None:
    assert codes(acronyms, saying(value)) == ["acronym-unexplained"] * bad


def test_many_passive_sentences_are_one_warning() -> None:
    passive = "The cream is put on at night by the nurse."
    active = "You put the cream on at night, and you are tired."
    assert codes(active_voice, saying(*[passive] * 5, *[active] * 6)) == ["voice-passive"]
    assert codes(active_voice, saying(*[passive] * 2, *[active] * 9)) == []


@pytest.mark.parametrize(
    ("value", "bad"),
    [
        ("It is not uncommon to feel sick.", True),
        ("Nobody cannot have it.", True),
        ("It is not without risk.", True),
        ("It is hardly unusual.", True),
        ("No one is unable to do it.", True),
        ("You should not fail to call us.", True),
        ("Do not stop without asking us.", False),
        ("It is uncommon. Do not worry.", False),
        ("There is nothing you cannot eat.", False),
        ("You cannot drive, and you cannot not only drink but also smoke.", False),
    ],
)
def test_two_negations_that_undo_each_other_are_told(value: str, bad: bool) -> None:
    assert codes(double_negation, saying(value)) == ["negation-doubled"] * bad


@pytest.mark.parametrize(
    ("value", "bad"),
    [
        ("The FDA has not approved any such product.", True),
        ("In the United States the FDA has not approved any such product.", True),
        ("In 2020 the FDA warned of it.", True),
        ("In the United States the FDA warned of it in May 2020.", False),
        ("This medicine is not licensed for children.", True),
        ("The FDA calls it a drug.", True),
        ("Report side effects to the MHRA.", False),
        ("A licensed nurse gives the injection.", False),
        ("Rest until your doctor has cleared you for sport.", False),
    ],
)
def test_statements_of_regulators_have_a_country_and_a_date(value: str, bad: bool) -> None:
    assert codes(regulator_statements, saying(value)) == ["regulator-undated"] * bad


def test_a_block_for_a_country_and_a_heading_with_the_year_are_enough() -> None:
    block = Paragraph(text=text("The FDA warned of it."), countries=("US",))
    made = leaflet()
    section = Section("how", text("What was said in 2026", "heading"), (block,))
    assert codes(regulator_statements, replace(made, sections=(section,))) == []


def test_a_word_that_the_glossary_forbids_is_told_once_with_its_lines() -> None:
    avoided = (
        AvoidedWord("flare-up", "flare", GLOSSARY),
        AvoidedWord("outbreak*", "flare", GLOSSARY),
    )
    subject = saying("Flare ups hurt.", "A flare-up passes.", "A flare passes.", avoided=avoided)
    (finding,) = avoided_words.check_leaflet(subject, clinic())
    assert (finding.code, finding.where.line) == ("term-avoided", 12)
    assert "lines 12, 13" in finding.hint
    quoted = saying("You may hear “flare-up”.", avoided=avoided)
    assert codes(avoided_words, quoted) == []


def test_the_source_glossary_forbids_a_word_for_the_whole_project(project: Sandbox) -> None:
    project.write(
        "locales/glossary.pot",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#. What is used to wash.\n#. Not: cleanser, soap*\nmsgid "washing lotion"\nmsgstr ""\n',
    )
    done = project.run("check")
    assert 'content/hands.yaml:13:20: warning[term-avoided]: "soap" is called' in done.stderr
    assert "locales/glossary.pot:7" in done.stderr
