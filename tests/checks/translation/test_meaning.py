"""A translation says what its source says: whom, where, when, how much and how surely."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from polyleaf import checks, languages
from polyleaf.languages.meanings_tables import FOLDER
from polyleaf.model.findings import Severity

from ..messages import unit

# code, source, and for each language a right translation and a wrong one.
TURNED = [
    ("time-changed", "Call an ambulance now.", {
        "ar": ("اتصل بالإسعاف الآن.", "اتصل بالإسعاف لاحقا."),
        "ru": ("Сейчас же вызовите скорую помощь.", "При случае вызовите скорую помощь."),
        "ta": ("இப்போதே ஆம்புலன்ஸை அழையுங்கள்.", "நாளை ஆம்புலன்ஸை அழையுங்கள்."),
        "ur": ("ابھی ایمبولینس بلائیں۔", "کل ایمبولینس بلائیں۔"),
    }),
    ("time-changed", "Never use it after laser.", {
        "es": ("No lo use nunca después del láser.", "No lo use nunca antes del láser."),
        "te": ("లేజర్ తర్వాత దీన్ని ఎప్పుడూ వాడవద్దు.", "లేజర్‌కు ముందు దీన్ని ఎప్పుడూ వాడవద్దు."),
        "zh-Hans": ("激光之后切勿使用。", "激光之前切勿使用。"),
    }),
    ("meaning-turned", "Tell us if your skin gets worse.", {
        "fr": ("Dites-nous si votre peau empire.", "Dites-nous si votre peau s’améliore."),
        "hi": ("त्वचा बिगड़े तो हमें बताएँ।", "त्वचा बेहतर हो तो हमें बताएँ।"),
        "mr": ("त्वचा बिघडली तर आम्हाला सांगा.", "त्वचा सुधारली तर आम्हाला सांगा."),
    }),
    ("certainty-changed", "The skin may change colour.", {
        "es": ("La piel puede cambiar de color.", "La piel siempre cambia de color."),
        "bn": ("ত্বকের রং বদলাতে পারে।", "ত্বকের রং অবশ্যই বদলায়।"),
        "zh-Hans": ("皮肤可能变色。", "皮肤一定变色。"),
    }),
    ("people-changed", "It is not for children.", {
        "ar": ("ليس للأطفال.", "ليس للنساء."),
        "te": ("ఇది పిల్లలకు కాదు.", "ఇది మహిళలకు కాదు."),
        "ur": ("یہ بچوں کے لیے نہیں ہے۔", "یہ خواتین کے لیے نہیں ہے۔"),
    }),
    ("agent-changed", "Call the number.", {
        "es": ("Llame al número.", "Llamaremos al número."),
        "zh-Hans": ("请拨打这个号码。", "我们会拨打这个号码。"),
    }),
    ("agent-changed", "Ask your doctor before you take it.", {
        "es": ("Pregunte a su médico antes de tomarlo.",
               "Su médico le preguntará antes de tomarlo."),
        "hi": ("इसे लेने से पहले अपने डॉक्टर से पूछें।", "इसे लेने से पहले डॉक्टर आपसे पूछेंगे।"),
        "ru": ("Спросите врача, прежде чем принимать его.",
               "Врач спросит вас, прежде чем принимать его."),
        "zh-Hans": ("服用前请问医生。", "服用前医生会问您。"),
    }),
    ("condition-changed", "Call if it hurts or swells.", {
        "fr": ("Appelez si elle fait mal ou gonfle.", "Appelez si elle fait mal et gonfle."),
        "es": ("Llame si duele o se hincha.", "Llame si duele y se hincha."),
    }),
    ("quantity-changed", "Leave out one thing at a time.", {
        "es": ("Deje una sola cosa cada vez.", "Deje varias cosas cada vez."),
        "zh-Hans": ("每次只停一样。", "每次停若干样。"),
    }),
    ("meaning-turned", "It happens more often than in others.", {
        "ru": ("Это бывает чаще, чем у других.", "Это бывает так же часто, как у других."),
        "es": ("Ocurre más que en otros.", "Ocurre tanto como en otros."),
    }),
    ("body-part-changed", "Thick skin on the cheeks.", {
        "hi": ("गालों पर मोटी त्वचा।", "ठोड़ी पर मोटी त्वचा।"),
        "ru": ("Толстая кожа на щеках.", "Толстая кожа на подбородке."),
        "ta": ("கன்னங்களில் தடித்த தோல்.", "தாடையில் தடித்த தோல்."),
    }),
    ("sign-changed", "Call us for pain or fever.", {
        "fr": ("Appelez-nous en cas de douleur ou de fièvre.", "Appelez-nous en cas de douleur."),
        "mr": ("वेदना किंवा ताप असल्यास आम्हाला फोन करा.", "वेदना असल्यास आम्हाला फोन करा."),
    }),
    ("advice-changed", "Stop using it.", {
        "bn": ("এর ব্যবহার বন্ধ করুন।", "এর ব্যবহার চালিয়ে যান।"),
        "es": ("Deje de usarlo.", "Siga usándolo."),
    }),
    ("condition-changed", "Call even if your skin is calm.", {
        "fr": ("Appelez même si votre peau va bien.", "Appelez seulement si votre peau va bien."),
        "ru": ("Звоните, даже если кожа спокойна.", "Звоните, только если кожа спокойна."),
    }),
    ("quantity-changed", "Several creams help.", {
        "es": ("Varias cremas ayudan.", "Todas las cremas ayudan."),
        "hi": ("कई क्रीमों से मदद मिलती है।", "सभी क्रीमों से मदद मिलती है।"),
    }),
    ("period-changed", "Use it every day.", {
        "ta": ("தினமும் பயன்படுத்துங்கள்.", "வாரம் ஒருமுறை பயன்படுத்துங்கள்."),
        "zh-Hans": ("每天使用。", "每周使用。"),
    }),
    ("duration-changed", "Two weeks to three months later.", {
        "ar": ("بعد أسبوعين إلى ثلاثة أشهر.", "بعد ثلاثة أسابيع إلى شهرين."),
        "es": ("De dos semanas a tres meses después.", "De tres semanas a dos meses después."),
        "hi": ("दो हफ़्ते से तीन महीने बाद।", "तीन हफ़्ते से दो महीने बाद।"),
        "zh-Hans": ("两周至三个月后。", "三周至两个月后。"),
    }),
    ("duration-changed", "Have a blood test every 2 weeks.", {
        "ar": ("أجرِ تحليل دم كل أسبوعين.", "أجرِ تحليل دم كل أسبوع."),
    }),
    ("ratio-turned", "It helps 1 in 6 people.", {
        "fr": ("Cela aide 1 personne sur 6.", "Cela aide 6 personnes sur 1."),
        "hi": ("6 में से 1 व्यक्ति को मदद मिलती है।", "1 में से 6 व्यक्तियों को मदद मिलती है।"),
        "zh-Hans": ("每6人中有1人受益。", "每1人中有6人受益。"),
    }),
    ("place-changed", "The United States have approved it.", {
        "fr": ("Les États-Unis l’ont autorisé.", "Le Royaume-Uni l’a autorisé."),
        "te": ("అమెరికా దీన్ని ఆమోదించింది.", "బ్రిటన్ దీన్ని ఆమోదించింది."),
    }),
    ("place-changed", "Poland has approved it.", {
        "ru": ("Польша одобрила это.", "Италия одобрила это."),
        "hi": ("पोलैंड ने इसे मंज़ूरी दी है।", "इटली ने इसे मंज़ूरी दी है।"),
    }),
    ("sentence-lost", "Call us today. If nobody answers, go to the nearest hospital.", {
        "es": ("Llámenos hoy. Si nadie contesta, vaya al hospital más cercano.", "Llámenos hoy."),
        "zh-Hans": ("今天就打电话；如果无人接听，请去最近的医院。", "今天就打电话。"),
    }),
    ("sentence-added", "Wash with a gentle cleanser.", {
        "fr": (
            "Lavez-vous avec un nettoyant doux.",
            "Lavez-vous avec un nettoyant doux. Puis appliquez de l’alcool pendant une heure.",
        ),
    }),
    ("words-exchanged", "Gels stop at step B. Creams have reached step E.", {
        "es": (
            "Los geles se detienen en el escalón B. Las cremas han llegado al escalón E.",
            "Los geles se detienen en el escalón E. Las cremas han llegado al escalón B.",
        ),
        "zh-Hans": (
            "凝胶停在台阶B。乳膏已到达台阶E。",
            "乳膏停在台阶B。凝胶已到达台阶E。",
        ),
    }),
    ("negation-added", "Call even if your skin is calm.", {
        "es": ("Llame aunque su piel esté bien.", "No llame aunque su piel esté bien."),
        "ar": ("اتصل حتى لو كانت بشرتك هادئة.", "لا تتصل حتى لو كانت بشرتك هادئة."),
    }),
    ("negation-added", "The United States warn of it.", {
        "ru": ("США предупреждают об этом.", "США не предупреждают об этом."),
    }),
    ("negation-moved", "Get help at once, and do not wait.", {
        "es": ("Busque ayuda enseguida y no espere.", "No busque ayuda enseguida y espere."),
        "hi": ("तुरंत मदद लें, और इंतज़ार न करें।", "तुरंत मदद न लें, और इंतज़ार करें।"),
    }),
    ("certainty-changed", "Take your medicines as usual. You may feel faint.", {
        "es": ("Tome sus medicinas como siempre. Puede sentirse mareado.",
               "Tome sus medicinas siempre. Puede sentirse mareado."),
    }),
    ("sign-changed", "You may have a small bruise.", {
        "es": ("Puede tener un pequeño moretón.", "Puede tener una pequeña ampolla."),
    }),
    ("body-part-changed", "For a fasting test, do not eat.", {
        "ur": ("خالی پیٹ ٹیسٹ کے لیے کچھ نہ کھائیں۔", "پیٹ کے ٹیسٹ کے لیے کچھ نہ کھائیں۔"),
    }),
    ("advice-changed", "Call us if the bleeding does not stop.", {
        "ur": ("اگر خون نہ رکے تو ہمیں کال کریں۔", "اگر خون نہ بڑھے تو ہمیں کال کریں۔"),
    }),
    ("thing-changed", "A small tube is filled.", {
        "ur": ("ایک چھوٹی نلی بھری جاتی ہے۔", "ایک چھوٹی بوتل بھری جاتی ہے۔"),
    }),
]  # fmt: skip
PAIRS = [
    (code, source, language, right, wrong)
    for code, source, pairs in TURNED
    for language, (right, wrong) in pairs.items()
]
SOURCE = "Call {clinic.phone} with questions. For eye pain, call {clinic.urgent_phone} today."
RIGHT = (
    "Llame al {clinic.phone} si tiene preguntas. "
    "Si le duele un ojo, llame hoy al {clinic.urgent_phone}."
)


def codes(source: str, target: str, language: str) -> list[str]:
    return [f.code for f in checks.message(unit(source, target, language, safety=True))]


@pytest.mark.parametrize(("code", "source", "language", "right", "wrong"), PAIRS)
def test_another_meaning_is_reported(
    code: str, source: str, language: str, right: str, wrong: str
) -> None:
    assert codes(source, right, language) == []
    assert code in codes(source, wrong, language)


def test_telephone_numbers_that_change_places_are_an_error() -> None:
    turned = re.sub(r"(.*)(\{clinic.phone\})(.*)(\{clinic.urgent_phone\})", r"\1\4\3\2", RIGHT)
    assert codes(SOURCE, RIGHT, "es") == []
    assert "placeholder-moved" in codes(SOURCE, turned, "es")


def test_opposites_are_an_error_in_a_safety_text_alone() -> None:
    source, target = "Never use it after laser.", "No lo use nunca antes del láser."
    for safety, severity in ((True, Severity.ERROR), (False, Severity.WARNING)):
        found = checks.message(unit(source, target, "es", safety=safety))
        assert [f.severity for f in found if f.code == "time-changed"] == [severity]


def test_a_negated_opposite_is_no_opposite() -> None:
    assert codes("It is unsafe.", "No es seguro.", "es") == []


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_the_tables_are_whole(path: Path) -> None:
    """Each class has English words, its opposite is a class, and each language is one."""
    table = tomllib.loads(path.read_text("utf-8"))
    classes = {name: row for name, row in table.items() if name != "rules"}
    for name, row in classes.items():
        assert name == "none" or "en" in row or path.stem == "ratio", name
        assert set(row.get("against", "").split()) <= set(classes), name
        tags = {tag for tag in (*row, *row.get("near", {})) if len(tag) == 2}
        assert all(languages.find(tag).tag.startswith(tag) for tag in tags)
