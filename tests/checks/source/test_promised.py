"""No leaflet promises or sells: advertisements of many kinds, and what only sounds like them."""

from __future__ import annotations

import pytest

from polyleaf import checks, languages
from polyleaf.checks.shared.promises import promises
from polyleaf.content import leaflets
from polyleaf.model.leaflet import Asset

from ..sheets import clinic
from ..written import FIRST, found

PROMISES = [
    ("cure", "Our herbal oil gives a permanent cure for eczema."),
    ("cure", "It eliminates warts once and for all."),
    ("cure", "The serum works for everyone."),
    ("cure", "We guarantee thicker hair."),
    ("cure", "This laser is 100% effective."),
    ("cure", "See visible results."),
    ("cure", "The doctors were amazed: the tumour had gone."),
    ("cure", "Lower your blood pressure without tablets."),
    ("cure", "Children who drink it never fall ill."),
    ("cure", "Absolutely. You can combine it with a peel."),
    ("safety", "The drops have no side effects."),
    ("safety", "Whitening is completely safe."),
    ("safety", "It is made from plants and natural, so it is safe for you."),
    ("safety", "Fillers with zero downtime."),
    ("safety", "It is safe for sensitive skin."),
    ("hype", "Meet the breakthrough treatment for hair loss."),
    ("hype", "A revolutionary gel."),
    ("hype", "It works wonders, a real miracle."),
    ("hype", "Transform your smile."),
    ("mechanism", "It treats the root cause of acne."),
    ("mechanism", "Vitamins that repair your skin from within."),
    ("mechanism", "A detox drip that boosts immunity."),
    ("mechanism", "It stimulates collagen and elastin."),
    ("proof", "Clinically proven."),
    ("proof", "Dermatologist recommended."),
    ("proof", "Made in an ISO certified laboratory."),
    ("comparison", "It is better than laser."),
    ("comparison", "Unlike other treatments, it lasts."),
    ("comparison", "Conventional medicines only mask the problem."),
    ("comparison", "Our extract is as powerful as ibuprofen."),
    ("cure", "It erases any tattoo in two visits."),
    ("hype", "Your doctor does not want you to know this."),
    ("mechanism", "Parasites are the hidden cause of most illness."),
    ("remedy", "CBD oil takes away pain and sleepless nights."),
    ("remedy", "Hyperbaric oxygen heals brain injuries."),
    ("remedy", "Ozone is a gas. It strengthens the lungs and clears infections."),
    ("sale", "Spaces are filling up, so act now."),
    ("story", "Parents tell us that their children are calmer."),
    ("story", "“I had tried everything,” says Maria, 42."),
    ("story", "Thousands of happy clients trust us."),
    ("story", "“It cleared my skin in two weeks!” – Anna, 34"),
    ("story", "See our before and after photos."),
    ("sale", "Book your session today."),
    ("sale", "Get 20% off your first visit."),
    ("sale", "Tired of hiding your teeth?"),
]
FAIR = [
    "No cream is a permanent cure for eczema.",
    "There is no miracle.",
    "The effect is not permanent.",
    "Is it a permanent solution?",
    "Adverts call it a breakthrough, but no study has tested it.",
    "Words such as “revolutionary” help to sell.",
    "“Natural” does not mean safe.",
    "You may hear that it has no side effects.",
    "Scratching can leave permanent marks.",
    "Breakthrough bleeding is common in the first months.",
    "Nobody can guarantee that it works.",
    "Most people get better, but some do not.",
    "Beware of sellers who promise results in just three days.",
    "CBD oil may ease pain, but studies are small.",
    "Chelation removes iron after many transfusions [@review].",
    "It is not known whether ozone kills bacteria in the body.",
    "The kidneys clean the blood and remove waste.",
    "Bring the tablets, and call us before you stop.",
    "Finish the tablets even if you feel better.",
    "Call an ambulance now.",
    "You can lower your blood pressure with less salt.",
    "Tell us if you fall ill.",
    "Elevate your leg and treat your pain with paracetamol.",
    "The cream works better than a plain cream [@review].",
]


@pytest.mark.parametrize(("kind", "text"), PROMISES)
def test_a_promise_is_a_warning_at_its_line(kind: str, text: str) -> None:
    (finding,) = found(text.replace('"', "'"), f"promise-{kind}")
    assert finding.where.line == FIRST


@pytest.mark.parametrize("text", FAIR)
def test_what_is_denied_asked_told_of_or_quoted_is_no_promise(text: str) -> None:
    assert [f for f in found(text) if f.code.startswith("promise-")] == []


def test_a_claim_that_the_leaflet_grades_as_weak_is_no_promise() -> None:
    terms = "- terms:\n    - {{term: Lasts, text: It has no side effects., evidence: {}}}"
    assert found(terms.format("none"), "promise-safety") == []
    assert len(found(terms.format("strong"), "promise-safety")) == 1


OTHERS = {
    "de": ("Ein revolutionäres Mittel ohne Nebenwirkungen.", "Es ist kein Wundermittel."),
    "it": ("Una soluzione definitiva e senza rischi.", "Non è una cura definitiva."),
    "pt": ("Tratamento 100% natural e sem efeitos colaterais.", "Não é uma cura definitiva."),
    "es": ("Es una cura definitiva, sin efectos secundarios.", "No es una cura definitiva."),
    "fr": ("Un traitement révolutionnaire.", "Ce n’est pas une solution définitive."),
    "ru": ("Полностью излечивает болезнь.", "Это не чудо."),
    "ar": ("علاج نهائي وآمن تمامًا.", "لا يوجد علاج نهائي."),
    "zh-Hans": ("可以根治，没有任何副作用。", "目前无法根治。"),
    "hi": ("यह रोग को जड़ से ठीक करता है।", "यह पूरी तरह सुरक्षित नहीं है।"),
    "mr": ("हा कायमचा इलाज आहे.", "हा कायमचा इलाज नाही."),
    "bn": ("এটি স্থায়ী নিরাময়।", "এটি স্থায়ী নিরাময় নয়।"),
    "ur": ("یہ مستقل علاج ہے۔", "یہ مستقل علاج نہیں ہے۔"),
    "ta": ("இது நிரந்தர தீர்வு.", "இது நிரந்தர தீர்வு அல்ல."),
    "te": ("ఇది శాశ్వత పరిష్కారం.", "ఇది శాశ్వత పరిష్కారం కాదు."),
}


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages_have_their_own_wordings(tag: str) -> None:
    promised, fair = OTHERS[tag]
    assert promises(promised, languages.find(tag))
    assert promises(fair, languages.find(tag)) == ()


def test_a_leaflet_in_another_language_is_checked_in_it() -> None:
    data = """\
kind: leaflet
title: Eccema
summary: [Es piel seca.]
published: 2026-01-01
review_by: 2199-01-01
written_by: Una enfermera
funding: none
sections:
  - {id: uno, heading: Tratamiento, blocks: [{paragraph: Una crema milagrosa.}]}
"""
    made = leaflets.parse(data.encode(), "content/a.yaml", lambda *_: Asset("", "", b""), "es")
    found = [f.code for f in checks.leaflet(made, clinic())]
    assert "promise-hype" in found
