"""A translation says no where its source does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf import languages
from polyleaf.checks.translation.negation_mismatch import check_message
from polyleaf.model.findings import Severity

from ...strategies import any_text
from ..messages import unit

# For each: a right translation, and one that says the opposite.
DO_NOT_DRIVE = {
    "en-GB": ("Don’t drive after taking it.", "Drive after taking it."),
    "hi": ("इसे लेने के बाद गाड़ी मत चलाइए।", "इसे लेने के बाद गाड़ी चलाइए।"),
    "bn": ("এটি খাওয়ার পরে গাড়ি চালাবেন না।", "এটি খাওয়ার পরে গাড়ি চালাবেন।"),
    "ta": ("இதை உட்கொண்ட பிறகு வண்டி ஓட்டாதீர்கள்.", "இதை உட்கொண்ட பிறகு வண்டி ஓட்டுங்கள்."),
    "te": ("దీన్ని తీసుకున్న తర్వాత వాహనం నడపవద్దు.", "దీన్ని తీసుకున్న తర్వాత వాహనం నడపండి."),
    "mr": ("हे घेतल्यानंतर गाडी चालवू नका.", "हे घेतल्यानंतर गाडी चालवा."),
    "ur": ("اسے لینے کے بعد گاڑی نہ چلائیں۔", "اسے لینے کے بعد گاڑی چلائیں۔"),
    "ar": ("لا تقُد السيارة بعد تناوله.", "قُد السيارة بعد تناوله."),
    "es": ("No conduzca después de tomarlo.", "Conduzca después de tomarlo."),
    "fr": ("Ne conduisez pas après l’avoir pris.", "Conduisez après l’avoir pris."),
    "ru": ("Не садитесь за руль после приёма.", "Садитесь за руль после приёма."),
    "zh-Hans": ("服药后请勿开车。", "服药后请开车。"),
}
WITHOUT_FOOD = {
    "hi": ("इसे बिना खाने के लें।", "इसे खाने के साथ लें।"),
    "bn": ("এটি খাবার ছাড়া খান।", "এটি খাবারের সঙ্গে খান।"),
    "ta": ("இதை உணவு இல்லாமல் உட்கொள்ளுங்கள்.", "இதை உணவுடன் உட்கொள்ளுங்கள்."),
    "te": ("దీన్ని ఆహారం లేకుండా తీసుకోండి.", "దీన్ని ఆహారంతో తీసుకోండి."),
    "mr": ("हे जेवणाशिवाय घ्या.", "हे जेवणासोबत घ्या."),
    "ur": ("اسے کھانے کے بغیر لیں۔", "اسے کھانے کے ساتھ لیں۔"),
    "ar": ("تناوله بدون طعام.", "تناوله مع الطعام."),
    "es": ("Tómelo sin comida.", "Tómelo con comida."),
    "fr": ("Prenez-le sans nourriture.", "Prenez-le avec de la nourriture."),
    "ru": ("Принимайте его без еды.", "Принимайте его с едой."),
    "zh-Hans": ("服药时无需进食。", "服药时请进食。"),
}
NOBODY_KNOWS = {
    "hi": ("कारण कोई नहीं जानता।", "कारण सब जानते हैं।"),
    "bn": ("কারণ কেউ জানে না।", "কারণ সবাই জানে।"),
    "ta": ("காரணம் யாருக்கும் தெரியாது.", "காரணம் எல்லோருக்கும் தெரியும்."),
    "te": ("కారణం ఎవరికీ తెలియదు.", "కారణం అందరికీ తెలుసు."),
    "mr": ("कारण कोणालाच माहीत नाही.", "कारण सर्वांना माहीत आहे."),
    "ur": ("وجہ کوئی نہیں جانتا۔", "وجہ سب جانتے ہیں۔"),
    "ar": ("لا أحد يعرف السبب.", "الجميع يعرف السبب."),
    "es": ("Nadie conoce la causa.", "Todos conocen la causa."),
    "fr": ("Personne n’en connaît la cause.", "Tout le monde en connaît la cause."),
    "ru": ("Причина неизвестна.", "Причину знают все."),
    "zh-Hans": ("没有人知道原因。", "人人都知道原因。"),
}
PAIRS = [
    (source, language, right, wrong)
    for source, phrases in (
        ("Do not drive after taking it.", DO_NOT_DRIVE),
        ("Take it without food.", WITHOUT_FOOD),
        ("Nobody knows the cause.", NOBODY_KNOWS),
    )
    for language, (right, wrong) in phrases.items()
]


def codes(source: str, target: str, language: str, *, safety: bool = False) -> list[str]:
    return [f.code for f in check_message(unit(source, target, language, safety=safety))]


@pytest.mark.parametrize(("source", "language", "right", "wrong"), PAIRS)
def test_a_lost_negation_is_reported(source: str, language: str, right: str, wrong: str) -> None:
    assert codes(source, right, language, safety=True) == []
    assert codes(source, wrong, language) == ["negation-lost"]


@pytest.mark.parametrize("language", [tag for tag in DO_NOT_DRIVE if tag != "en-GB"])
def test_an_added_negation_is_reported_in_a_safety_text(language: str) -> None:
    source, (added, right) = "Drive after taking it.", DO_NOT_DRIVE[language]
    assert codes(source, added, language, safety=True) == ["negation-added"]
    assert codes(source, right, language, safety=True) == []
    assert codes(source, added, language) == []


@pytest.mark.parametrize(
    ("source", "language", "target"),
    [
        ("It is not known.", "fr", "C’est inconnu."),
        ("Do not scratch.", "fr", "Évitez de vous gratter."),
        ("The page could not be found.", "ar", "تعذر العثور على الصفحة."),
        ("The page could not be found.", "fr", "La page est introuvable."),
        ("You have no permission.", "ur", "آپ کو حق نھیں ھے۔"),  # as many type it
        ("It is not correct.", "ru", "Это неверно."),
        ("It is not valid.", "hi", "यह अमान्य है।"),
        ("If you do not agree", "te", "మీరు సమ్మతించకుంటే"),
        ("No", "zh-Hans", "否"),
        ("If you do not agree", "zh-Hans", "如果您不同意"),
        ("Do not drive.", "fr", "Do not drive."),  # reported as untranslated
        ("Take no more than 4 tablets a day.", "es", "Tome como máximo 4 comprimidos al día."),
        ("It is neither a cream nor a gel.", "zh-Hans", "它不是乳膏或凝胶。"),
        ("It does not only itch.", "hi", "इसमें खुजली नहीं, जलन भी होती है।"),
        ("You can't catch it.", "ta", "இது தொற்றாது."),
        ("No, nobody can catch it.", "es", "No, no contagia a nadie."),
        ("Do not drive.", "ar", "لَا تَقُدِ السَّيَّارَةَ."),
        ("It **never** spreads [@not-2019].", "bn", "এটি কখনো ছড়ায়নি [@not-2019]।"),
    ],
)
def test_a_negation_may_be_said_in_another_way(source: str, language: str, target: str) -> None:
    assert codes(source, target, language, safety=True) == []


@pytest.mark.parametrize(
    ("language", "target"),
    [
        ("fr", "Appelez-nous cependant, sans doute aujourd’hui."),
        ("es", "Sin embargo, llámenos hoy."),
        ("ta", "உங்கள் காது அல்லது மூக்கு பாதுகாப்பாக இருக்கும்."),
        ("te", "కళ్లు లేదా చర్మం, ఐదు మందులు; కానీ నొప్పి రావచ్చు."),
        ("bn", "আপনি জানেন, তিনি পানি খান।"),
        ("mr", "तुमच्या नसा आणि नाक दुखू शकते."),
        ("hi", "नाक और जनता को नमक दें।"),
        ("ur", "بے چینی اور نہانا جاری رکھیں۔"),
        ("ar", "ولا يزال الألم شديدا، ولا بد من الاتصال، وعلاج الجلد."),
        ("ru", "Через неделю и немного позже безопасно."),
        ("zh-Hans", "不同的人特别需要非常小心，不适时请来电。"),
    ],
)
def test_what_looks_like_a_negation_is_none(language: str, target: str) -> None:
    assert codes("Do not call us.", target, language) == ["negation-lost"]


def test_each_sentence_has_its_own_negation() -> None:
    source = "Do not wait. Call us. It does not cost you a thing."
    assert codes(source, "N’attendez pas. Appelez. Cela ne coûte rien.", "fr") == []
    swapped = "Attendez. Appelez. Cela ne coûte rien, et vous n’attendez pas."
    assert codes(source, swapped, "fr") == ["negation-lost"]


def test_of_two_negations_in_a_sentence_one_may_be_lost() -> None:
    source = "Do not stop a medicine without asking us."
    right = "N’arrêtez pas un médicament sans nous demander."
    one, none = "Arrêtez un médicament sans nous demander.", "Arrêtez un médicament."
    assert codes(source, right, "fr", safety=True) == []
    found = [list(check_message(unit(source, t, "fr", safety=True))) for t in (one, none)]
    assert [[f.severity for f in several] for several in found] == [
        [Severity.WARNING],
        [Severity.ERROR],
    ]


def test_texts_with_another_number_of_sentences_are_compared_as_wholes() -> None:
    source = "Do not use it, as it is not safe. Ask us."
    assert codes(source, "Не используйте его. Он небезопасен, не рискуйте. Спросите.", "ru") == []
    assert codes(source, "Не используйте его. Он опасен. Спросите.", "ru") == ["negation-lost"]


def test_the_finding_names_the_words_and_shows_some_of_the_language() -> None:
    (finding,) = check_message(unit("Never use it.", "Utilisez-le.", "fr"))
    assert finding.message == 'the source has "never", but "Utilisez-le." has no negation'
    assert finding.hint.startswith("French has words such as ne, n', pas")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("language", ["de", "ja", "zh-Hant", "hi-Latn", "sw"])
def test_a_language_without_a_list_is_left_alone(language: str) -> None:
    assert codes("Do not drive.", "Drive.", language, safety=True) == []


@given(any_text, any_text, st.sampled_from(sorted(WITHOUT_FOOD)))
def test_a_source_without_negations_loses_none(source: str, target: str, language: str) -> None:
    english = languages.negations(languages.find("en"))
    assert english is not None
    if not any(kind == "words" for kind, _ in english.found(source)):
        assert codes(source, target, language) == []
