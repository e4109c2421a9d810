"""Claims, balance, numbers, skin, urgent help and contacts: good and bad examples of each code."""

from __future__ import annotations

import pytest

from ..written import FIRST, SOURCES, found

OPTIONS = """\
- options:
    - name: {}
      benefits: [{}]
      risks: ["The skin may sting [@review]."]
      unknown: [How long it lasts.]
      evidence: {}
    - name: Steroid cream
      benefits: ["Less itch [@review]."]
      risks: ["The skin may get thin [@review]."]
      unknown: [How long it lasts.]
"""
LONG = "It may itch less, and it may help you to sleep through the night [@review]. " * 5
URGENT = """\
- callout:
    tone: urgent
    heading: Get help
    text: "{}"
- paragraph: "{}"
"""
TERM = "- terms:\n    - {{term: Itch, text: '{}', evidence: {}}}"


def options(name: str = "No treatment", benefit: str = "No cost.", evidence: str = "weak") -> str:
    return OPTIONS.format(name, benefit if benefit.startswith('"') else f'"{benefit}"', evidence)


CASES = [
    # claims
    (
        "claim-unsourced",
        "- paragraph: A cream can relieve itch.\n- paragraph: Dry [@review].",
        "A cream can relieve itch [@review].",
    ),
    (
        "claim-unsourced",
        "About 1 in 5 children have it.",
        "About 1 in 5 children have it [@review].",
    ),
    (
        "claim-unsourced",
        "Tablets are safer than creams.",
        "Whether tablets are safer than creams is not known.",
    ),
    ("claim-unsourced", "It is safe to use in pregnancy.", "Ask us if it is safe for you."),
    ("claim-unsourced", "It cuts the risk of infection.", "Wash to keep infections away."),
    ("claim-unsourced", "The bite is harmless.", "No bite is as harmless as it looks."),
    (
        "claim-unsourced",
        TERM.format("It itches less.", "strong"),
        TERM.format("It itches less [@review].", "strong"),
    ),
    (
        "claim-overstated",
        TERM.format("It helped [@report].", "strong"),
        TERM.format("It helped [@report].", "weak"),
    ),
    (
        "claim-overstated",
        "The gel is proven to help [@report].",
        "The gel may have helped one man [@report].",
    ),
    (
        "claim-overstated",
        "This treatment definitely helps [@report].",
        "This treatment helped one woman [@report].",
    ),
    ("approval-missing", "We inject stem cells.", "Stem cells make blood."),
    ("approval-missing", "Exosomes are tiny bubbles.", "Exosomes are not approved in Spain."),
    (
        "approval-missing",
        "It has stem cell extract.",
        "It has stem cell extract, and no licence: unlicensed.",
    ),
    (
        "evidence-several",
        "- paragraph: {text: It itches. It hurts., evidence: weak}",
        "- paragraph: {text: It itches., evidence: weak}",
    ),
    (
        "evidence-several",
        "- list: {items: [It itches., It hurts.], evidence: weak}",
        "- terms: {items: [{term: A, text: It itches. It hurts., evidence: weak}]}",
    ),
    (
        "evidence-safety",
        "- paragraph: {text: Do not scratch., evidence: weak, safety: true}",
        "- paragraph: {text: Do not scratch., safety: true}",
    ),
    # balance
    ("option-nothing", options("Emollient"), options("No treatment for now")),
    ("option-nothing", options("Tablets"), options("Wait and see")),
    ("option-uneven", options(benefit=LONG), options(benefit=LONG[:70])),
    ("option-empty", options(benefit="None."), options(benefit="No benefit was found.")),
    ("option-empty", options(benefit="–"), options(benefit="It costs nothing.")),
    ("risks-missing", "It is a miracle.", "It is a miracle. Side effects are not known."),
    # numbers
    (
        "frequency-percent",
        "It helps 14.3% of people [@review].",
        "It helps 1 in 7 people [@review].",
    ),
    (
        "frequency-percent",
        "About 50-75 % of patients have it.",
        "Use a cream with 2.5% hydrocortisone.",
    ),
    (
        "frequency-mixed",
        "It helps 1 in 7 people and hurts 5% of patients.",
        "It helps 14 in 100 people and hurts 5 in 100.",
    ),
    (
        "frequency-denominators",
        "It helps 1 in 7 and hurts 1 in 20 people.",
        "It helps 3 in 20 and hurts 1 in 20 people.",
    ),
    (
        "frequency-denominators",
        "It helps 38 of 100 people and hurts 1 in 20.",
        "Take 1 of 3 tablets, 1 in 2 days.",
    ),
    (
        "risk-relative",
        "It halves the risk of a flare.",
        "It halves the risk, from 20 in 100 to 10 in 100.",
    ),
    ("risk-relative", "You get 50% fewer flares.", "You get fewer flares."),
    ("unit-space", "Take 5mg.", "Take 5 mg, with a 4x4 pad on day 3."),
    ("date-ambiguous", "Come on 03/04/2026.", "Come on 3 April 2026, or on 25/12/2026."),
    (
        "frequency-percent",
        "About 15 per cent of patients get a rash.",
        "About 15 in 100 patients get a rash.",
    ),
    (
        "frequency-denominators",
        "One in five people itch, and one in thirty bleed.",
        "One in five people itch, and two in five bleed.",
    ),
    ("risk-relative", "The risk falls by half.", "Your weight falls by half a kilogram."),
    ("unit-space", "Take 250mg/5ml twice.", "Take 250 mg/5 ml twice."),
    # skin
    ("skin-tone", "You may get a pink rash.", "The pink tablets go first."),
    ("skin-tone", "The skin is red.", "The skin is red, or purple on brown or black skin."),
    ("skin-tone", "Look for redness.", "Red blood cells carry oxygen, and red eyes hurt."),
    # whom to call
    ("urgent-missing", options(), options() + URGENT.format("Call 999.", "Rest.")),
    (
        "urgent-missing",
        "If you cannot breathe, call 999.",
        "Ask a nurse about emergency contraception.",
    ),
    (
        "urgent-telephone",
        URGENT.format("Get help today.", "Rest."),
        URGENT.format("Call an ambulance.", "Rest."),
    ),
    (
        "urgent-telephone",
        URGENT.format("Call {clinic.phone} today.", "Rest."),
        URGENT.format("Call {clinic.urgent_phone} today.", "Rest."),
    ),
    (
        "urgent-fallback",
        URGENT.format("Call {clinic.urgent_phone}.", "Rest."),
        URGENT.format(
            "Call {clinic.urgent_phone}.",
            "If nobody answers, go to the nearest emergency department.",
        ),
    ),
    ("contact-typed", "Ring 020 7946 0958.", "Ring {clinic.phone}, or 111."),
    ("contact-typed", "Write to a@b.example.", "Write to {clinic.email}."),
    (
        "contact-typed",
        "[Call](tel:+442079460958) if it bleeds.",
        "[Read on](https://www.nhs.uk/conditions/eczema/)",
    ),
    ("urgent-missing", "Go to A&E at once if you faint.", "Staff of A&E know the form."),
    ("contact-missing", "Get in touch with our team.", "Get in touch with a friend."),
    ("contact-missing", "Call us if it bleeds.", "Call us on {clinic.phone} if it bleeds."),
]


@pytest.mark.parametrize(("code", "bad", "good"), CASES)
def test_an_example_that_breaks_the_rule_and_one_that_keeps_it(
    code: str, bad: str, good: str
) -> None:
    assert [f.severity for f in found(bad, code)] == ["warning"], "the bad example"
    assert found(good, code) == [], "the good example"


def test_a_leaflet_that_cites_nothing_is_told_once() -> None:
    text = "- paragraph: A cream can relieve itch.\n- paragraph: Tablets are safer than creams."
    (finding,) = found(text, "claim-unsourced", sources="")
    assert "and 1 more claims" in finding.message
    assert finding.where.line == FIRST


SOURCE = "sources:\n  - {{id: a, cite: '{}', url: '{}', year: {}, level: review}}\n"
ENTRIES = [
    ("source-year", ("Ek A.", "https://a.example/b", 2999), ("Ek A.", "https://a.example/b", 1999)),
    ("source-year", ("Ek A.", "https://a.example/b", 12), ("Ek A.", "https://a.example/b", 1912)),
    (
        "source-identifier",
        ("doi: 10.11/x", "https://a.example/b", 2020),
        ("doi: 10.1111/bjd.1", "https://a.example/b", 2020),
    ),
    (
        "source-identifier",
        ("Ek A.", "https://doi.org/bjd.20672", 2020),
        ("Ek A.", "https://doi.org/10.1111/bjd.20672", 2020),
    ),
    (
        "source-identifier",
        ("PMID: 12345678901", "https://a.example/b", 2020),
        ("PMID: 39624733.", "https://a.example/b", 2020),
    ),
    (
        "source-identifier",
        ("Ek A.", "https://pubmed.ncbi.nlm.nih.gov/39x/", 2020),
        ("Ek A.", "https://pubmed.ncbi.nlm.nih.gov/39624733/", 2020),
    ),
    (
        "source-identifier",
        ("ISBN 978-0-306-40615-8", "https://a.example/b", 2020),
        ("ISBN 978-0-306-40615-7", "https://a.example/b", 2020),
    ),
    (
        "source-identifier",
        ("ISBN 0-306-40615-3", "https://a.example/b", 2020),
        ("ISBN 0-306-40615-2", "https://a.example/b", 2020),
    ),
    (
        "source-home-page",
        ("Ek A.", "https://www.icmr.gov.in", 2020),
        ("Ek A.", "https://www.icmr.gov.in/rules-2017.pdf", 2020),
    ),
    (
        "source-home-page",
        ("Ek A.", "https://www.ema.europa.eu/en/news", 2020),
        ("Ek A.", "https://www.ema.europa.eu/en/news/warning-exosomes", 2020),
    ),
    (
        "source-home-page",
        ("Ek A.", "https://www.gov.uk/drug-safety-update", 2020),
        ("Ek A.", "https://a.example/index.php?id=7", 2020),
    ),
]


@pytest.mark.parametrize(("code", "bad", "good"), ENTRIES)
def test_a_source_can_be_found(
    code: str, bad: tuple[object, ...], good: tuple[object, ...]
) -> None:
    (finding,) = found("Skin is dry [@a].", code, sources=SOURCE.format(*bad))
    assert finding.where.line == FIRST + 2
    assert found("Skin is dry [@a].", code, sources=SOURCE.format(*good)) == []


WAIVED = """\
- paragraph:
    text: It is a miracle that some call so.
    waive: {{{}: {}}}
"""


def test_an_author_waives_a_warning_with_a_reason() -> None:
    assert found("It is a miracle that some call so.", "promise-hype")
    made = found(WAIVED.format("promise-hype", "the name of a play"))
    assert {f.code for f in made} & {"promise-hype", "waiver-unused"} == set()


def test_a_waiver_without_a_warning_is_itself_a_finding() -> None:
    (finding,) = found(WAIVED.format("unit-spaces", "no"), "waiver-unused")
    assert (finding.where.line, finding.hint) == (FIRST + 2, 'did you mean "unit-space"?')


def test_a_waiver_of_a_section_holds_for_all_that_is_in_it() -> None:
    source = SOURCES.replace("{id: review", "{waive: {source-year: reprint}, id: review")
    source = source.replace("year: 2020", "year: 2999")
    assert (
        found("Dry [@review], itchy [@report].", "source-year", "waiver-unused", sources=source)
        == []
    )
