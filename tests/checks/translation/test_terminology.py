"""A term is called what the glossary calls it, in every script and however it is inflected."""

from __future__ import annotations

import unicodedata

import pytest

from polyleaf import checks
from polyleaf.checks.translation import terminology
from polyleaf.model.catalog import Waiver
from polyleaf.model.findings import Severity, Where
from polyleaf.model.unit import GlossaryTerm, Translation, fingerprint

from ..messages import PO, SOURCE, unit

LINE = Where("locales/es/LC_MESSAGES/glossary.po", 20)
FLARE, TRIGGER = {"flare": "brote*"}, {"trigger": "desencadenante*"}


def lacking(terms: dict[str, str], source: str, target: str, language: str = "es") -> list[str]:
    """The terms that a translation calls otherwise."""
    listed = tuple(GlossaryTerm(t, tuple(f.split(" | ")), LINE) for t, f in terms.items())
    subject = unit(source, target, language)
    found = terminology.check_catalog(Translation(subject.language, (subject,), listed))
    return [finding.message.split('"')[1] for finding in found]


def test_each_term_that_is_called_otherwise_is_reported() -> None:
    source = "Triggers of flares"
    assert lacking(FLARE | TRIGGER, source, "Desencadenantes de los brotes") == []
    assert lacking(FLARE | TRIGGER, source, "Desencadenantes de las crisis") == ["flare"]
    assert sorted(lacking(FLARE | TRIGGER, source, "Causas de las crisis")) == ["flare", "trigger"]


def test_the_finding_names_the_forms_and_both_places() -> None:
    term = GlossaryTerm("flare", ("brote*", "recaída"), LINE)
    subject = unit("A flare", "Una crisis", "es")
    (finding,) = terminology.check_catalog(Translation(subject.language, (subject,), (term,)))
    assert (finding.where, finding.code) == (PO, "term-missing")
    assert finding.message == (
        'the glossary calls "flare" "brote*" or "recaída", and the translation does not'
    )
    assert finding.hint == f"write it so, or add a form at {LINE}; the source is {SOURCE}"
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("term", "source"),
    [
        ("flare", "FLARES, and what helps"),
        ("flare", "A flare-up"),
        ("flare", "Your **flare** diary"),
        ("flare", "[What is a flare?](https://a.example)"),
        ("umbilical cord", "umbilical-cord cells"),
        ("umbilical cord", "two umbilical\ncords"),
        ("long-term", "A long term illness"),
        ("virus", "Viruses"),
        ("therapy", "Therapies that help"),
        ("rosacea", "Rosacea’s signs"),
        ("WHO", "The WHO says so."),
    ],
)
def test_a_term_is_found_in_the_source(term: str, source: str) -> None:
    assert lacking({term: "equis"}, source, "nada") == [term]


@pytest.mark.parametrize(
    ("term", "source"),
    [
        ("flare", "A flared pipe"),
        ("rosacea", "prerosacea"),
        ("WHO", "Who says so?"),
        ("who", "As it is said [@who-2009]"),
        ("phone", "Call {clinic.phone}"),
        ("example", "See https://a.example/x or [this](https://b.example)"),
        ("stem cell", "From the stem [@a-2009] cells grow"),
        ("stem cell", "the stem. Cells"),
    ],
)
def test_what_is_no_word_of_the_source_is_no_term(term: str, source: str) -> None:
    assert lacking({term: "equis"}, source, "nada") == []


def test_of_two_terms_the_longer_counts() -> None:
    terms = {"cell": "célula*", "stem cell": "célula* madre*", "stem": "tallo*"}
    assert lacking(terms, "Stem cells", "Troncocitos") == ["stem cell"]
    assert lacking(terms, "Stem cells", "Células madre") == []
    assert lacking(terms, "Stem cells are cells", "Células madre") == []
    assert lacking(terms, "A cell of a stem cell", "troncocito") == ["stem cell", "cell"]


@pytest.mark.parametrize(
    ("language", "forms", "target"),
    [
        ("es", "brote", "Un BROTE."),
        ("es", "rosácea", unicodedata.normalize("NFD", "la rosácea")),
        ("es", "brote", "un **brote**"),
        ("fr", "exosome*", "l’exosome et d'autres"),
        ("fr", "anti-inflammatoire*", "des anti-inflammatoires"),
        ("ru", "клиническ* испытани*", "в клинических испытаниях"),
        ("de", "*haut", "die Gesichtshaut"),
        ("tr", "ilaç", "İlaç"),
        ("tr", "ilaç", unicodedata.normalize("NFD", "İLAÇ")),
        ("tr", "ışık", "IŞIK"),
        ("el", "ιός", "ΙΌΣ"),
        ("hi", "भड़क*", "रोग भड़कता है।"),
        ("mr", "त्वच*", "त्वचेवर"),
        ("te", "ఇన్ఫ్లమేషన్*", "ఇన్\u200cఫ్లమేషన్"),
        ("ta", "லேசர*", "லேசருடன்"),
        ("ko", "피부*", "피부가 붉다"),
        ("fa", "درمان*", "درمان\u200cها"),
        ("zh-Hans", "免疫系统", "身体的防御系统叫做免疫系统。"),
        ("ja", "免疫", "体の免疫が働く"),
        ("th", "ผิวหนัง", "โรคผิวหนังที่พบบ่อย"),
        ("ar", "محفز*", "وبالمحفزات"),
        ("ar", "عدسة", "للعدسة"),
        ("ar", "جهاز مناعي", "الجهاز المناعي"),
        ("ar", "أطباء", "الأطبّاء"),
        ("he", "עור", "ובעור"),
        ("ur", "ٹرگر*", "آپ کے ٹرگر"),
        ("es", "crisis | brote*", "un brote"),
    ],
)
def test_a_form_is_found_as_its_language_writes_it(language: str, forms: str, target: str) -> None:
    assert lacking({"flare": forms}, "flare", target, language) == []


@pytest.mark.parametrize(
    ("language", "forms", "target"),
    [
        ("es", "brote", "brotes"),
        ("es", "brote*", "rebrote"),
        ("es", "piel sensible", "sensible, la piel"),
        ("es", "rosácea", "rosacea"),
        ("ru", "клиническ* испытани*", "клинических данных испытания"),
        ("hi", "रोग", "रोगी"),
        ("zh-Hans", "免疫系统", "防御系统"),
        ("ar", "محفز", "المحفزات"),
        ("es", "doctor", "escriba a doctor@a.example"),
        ("es", "a.b", "acb"),
    ],
)
def test_another_word_is_not_the_form(language: str, forms: str, target: str) -> None:
    assert lacking({"flare": forms}, "flare", target, language) == ["flare"]


def test_without_a_glossary_nothing_is_reported() -> None:
    assert lacking({}, "Triggers of flares", "Causas de las crisis") == []


def test_a_person_may_waive_a_term() -> None:
    source, target = "A flare", "Una crisis"
    waiver = Waiver(
        "term-missing", fingerprint("how/paragraph", source, target), "as patients say here"
    )
    subject = unit(source, target, "es", waivers=(waiver,))
    terms = (GlossaryTerm("flare", ("brote*",), LINE),)
    assert list(checks.translation(Translation(subject.language, (subject,), terms))) == []
