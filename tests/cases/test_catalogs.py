"""T6 to T25: what other tools, other languages and tired people leave in a catalog."""

from __future__ import annotations

import unicodedata

import pytest

from polyleaf import checks, languages
from polyleaf.model.findings import Where
from polyleaf.model.unit import Translation
from polyleaf.translation import catalog

from ..checks.messages import unit

RUB = "Rub them."
CALL = "Call {clinic.phone} with questions. For eye pain, call {clinic.urgent_phone} today."
NOT_YOUR_FAULT = "It is not your fault, and nobody can catch it from you."
DECEIVE = "The authority warned of clinics that deceive patients."
CALMED = "Rosacea can be calmed, even though it cannot be cured yet."
# Name: code, language, source, translation with the fault.
TOLD = {
    "t6-ampersand": ("markup-foreign", "es", RUB, "Frótelas &amp; séquelas."),
    "t6-apostrophe": ("markup-foreign", "fr", RUB, "Frottez-les d&#39;abord."),
    "t6-break": ("markup-foreign", "ar", RUB, "افركهما.<br>"),
    "t6-hexadecimal": ("markup-foreign", "hi", RUB, "उन्हें &#x0930;गड़ें।"),
    "t6-without-semicolon": ("markup-foreign", "ru", RUB, "Потрите&nbsp их."),
    "t6-letter": ("markup-foreign", "es", RUB, "Fr&oacute;telas."),
    "t6-closing-tag": ("markup-foreign", "zh-Hans", RUB, "搓手。</b>"),
    "t6-twice": ("markup-foreign", "ur", RUB, "انہیں رگڑیں &amp;lt;b&amp;gt;۔"),
    "t9-square": ("note-left", "es", RUB, "[MT] Frótelas."),
    "t9-todo": ("note-left", "fr", RUB, "Frottez-les (TODO : relire)."),
    "t9-bullet": ("markup-foreign", "ar", RUB, "• افركهما."),
    "t9-quoted": ("quotes-added", "zh-Hans", RUB, "“搓手。”"),
    "t9-assistant": ("preface-left", "hi", RUB, "यह रहा अनुवाद: उन्हें रगड़ें।"),
    "t9-language": ("preface-left", "es", RUB, "es: Frótelas."),
    "t9-name": ("preface-left", "ta", RUB, "Tamil: அவற்றைத் தேயுங்கள்."),
    "t9-formula": ("escape-left", "es", RUB, "=Frótelas."),
    "t9-braces": ("markup-foreign", "es", "Call us.", "Llame al {{clinica}}."),
    "t9-numbered": ("markup-foreign", "ru", RUB, "1. Потрите их."),
    "t10-question": ("mark-unopened", "es", "Questions?", "Preguntas?"),
    "t10-capitals": ("capitals-added", "el", "Wash them well now.", "ΠΛΥΝΕΤΕ ΤΑ ΚΑΛΑ ΤΩΡΑ."),
    "t10-lines": ("line-added", "es", RUB, "Frótelas.\n\nBien."),
    "t10-kashida": ("kashida", "ar", RUB, "افركهما جيـــدًا."),
    "t10-persian": ("kashida", "fa", RUB, "دست‌ها را بشـــویید."),
    "t10-cyrillic": ("capitals-added", "uk", "Wash them well now.", "МИЙТЕ ЇХ ДОБРЕ ЗАРАЗ."),
    "t25-some-all": ("quantity-changed", "te", "Some fair trials agree.", "అన్ని ట్రయల్స్ ఏకీభవిస్తాయి."),
    "t25-many-few": ("quantity-changed", "ta", "Many fair trials agree.",
                     "சில சோதனைகள் ஒத்துப்போகின்றன."),
    "t25-a-year": ("period-changed", "es", "It may be 1 or 2 sessions a year.",
                   "Pueden ser 1 o 2 sesiones al mes."),
    "t25-from-you": ("agent-changed", "mr", NOT_YOUR_FAULT,
                     "यात तुमचा दोष नाही, आणि कोणापासूनही त्याची लागण तुम्हाला होऊ शकत नाही."),
    "t25-clinics": ("roles-exchanged", "hi", DECEIVE,
                    "संस्था ने क्लिनिकों को धोखा देने वाले मरीज़ों के बारे में चेतावनी दी।"),
    "t25-clinics-ta": ("roles-exchanged", "ta", DECEIVE,
                       "கிளினிக்குகளை ஏமாற்றும் நோயாளிகள் பற்றி அமைப்பு எச்சரித்தது."),
    "t25-calmed": ("negation-moved", "bn", CALMED,
                   "রোজেসিয়া এখনো শান্ত করা যায় না, তবু একে পুরোপুরি সারানো যায়।"),
    "t25-calmed-fr": ("negation-moved", "fr", CALMED,
                      "On ne peut pas encore calmer la rosacée, même si on peut la guérir."),
    "t25-faster": ("meaning-turned", "zh-Hans", "It heals faster.", "它愈合得更慢。"),
    "t24-exchanged": ("placeholder-moved", "es", CALL,
                      "Llame al {clinic.urgent_phone} si tiene preguntas. "
                      "Si le duele un ojo, llame hoy al {clinic.phone}."),
}  # fmt: skip
# The same sentences as they should be, and spellings that a language needs.
QUIET = {
    "t12-persian": ("fa", RUB, "دست‌ها را بمالید."),
    "t12-bengali": ("bn", RUB, "প্রত্যেকের‌ই হাত ঘষুন।"),
    "t12-sinhala": ("si", RUB, "ශ්‍රී අත් අතුල්ලන්න."),
    "t12-khmer": ("km", RUB, "ជូត\u200bដៃ។"),
    "t12-telugu": ("te", RUB, "హాస్పిటల్‌లో రుద్దండి."),
    "t12-sorani": ("ckb", RUB, "دەست‌ەکان بشۆ."),
    "t25-clinics-right": ("hi", DECEIVE, "संस्था ने मरीज़ों को धोखा देने वाले क्लिनिकों के बारे में चेतावनी दी।"),
    "t25-clinics-right-ta": ("ta", DECEIVE, "நோயாளிகளை ஏமாற்றும் கிளினிக்குகள் பற்றி அமைப்பு எச்சரித்தது."),
    "t25-object": ("hi", "Tablets that a doctor prescribes", "गोलियाँ, जो डॉक्टर लिखते हैं"),
    "t25-calmed-right": ("bn", CALMED, "রোজেসিয়া এখনো পুরোপুরি সারানো যায় না, তবু একে শান্ত করা যায়।"),
    "t25-from-you-right": ("mr", NOT_YOUR_FAULT,
                           "यात तुमचा दोष नाही, आणि तुमच्यापासून त्याची लागण कोणालाही होऊ शकत नाही."),
    "t25-laser": ("ta", "Never use it on sore skin, or after laser: blood pressure can fall.",
                  "புண்ணான தோலிலோ லேசருக்குப் பிறகோ பயன்படுத்தாதீர்கள்: இரத்த அழுத்தம் குறையலாம்."),
    "t25-some-right": ("te", "Some fair trials agree.", "కొన్ని ట్రయల్స్ ఏకీభవిస్తాయి."),
}  # fmt: skip
OF_A_SMALL_CATALOG = {
    "t8-portuguese": ("es", "Portuguese", (
        "Lavar as mãos", "Lave as mãos antes de comer.", "Uma enfermeira", "Como lavar",
        "Molhe as mãos.", "Esfregue-as.", "Seque-as.")),
    "t8-nepali": ("hi", "Nepali", (
        "हात कसरी धुने", "खाना खानु अघि हात धुनुहोस्।", "एक नर्स", "साबुन प्रयोग गर्नुहोस्।",
        "प्रश्नको लागि नर्सलाई फोन गर्नुहोस्।", "यो तपाईंको लागि छ।", "हात सुकाउनुहोस् र बस्नुहोस्।")),
    "t8-persian": ("ur", "Persian", (
        "شستن دست‌ها", "قبل از غذا دست‌های خود را بشویید.", "یک پرستار", "از صابون استفاده کنید.",
        "دست‌ها را خیس کنید.", "آنها را خشک کنید.")),
    "t8-english": ("es", "English", (
        "Hand washing", "Please wash your hands prior to eating.", "Nurse", "Washing method",
        "Use some soap for a while.", "Make your hands wet.")),
    "t8-dutch": ("de", "Dutch", (
        "Handen wassen", "Was uw handen voor het eten.", "Een verpleegkundige", "Hoe te wassen",
        "Gebruik zeep.", "Wrijf ze.")),
    "t8-bulgarian": ("ru", "Bulgarian", (
        "Миене на ръце", "Измийте ръцете си преди ядене.", "Медицинска сестра", "Как да миете",
        "Използвайте сапун.", "Подсушете ги.")),
}  # fmt: skip


def codes(language: str, source: str, target: str) -> set[str]:
    made = unit(source, target, language, safety=True)
    return {f.code for f in checks.translation(Translation(made.language, (made,)))}


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told(name: str) -> None:
    code, *texts = TOLD[name]
    assert code in codes(*texts)


@pytest.mark.parametrize("name", QUIET)
def test_nothing_is_told(name: str) -> None:
    assert codes(*QUIET[name]) <= {"term-missing"}


@pytest.mark.parametrize("name", OF_A_SMALL_CATALOG)
def test_a_small_catalog_in_another_language_is_one_finding(name: str) -> None:
    tag, said, texts = OF_A_SMALL_CATALOG[name]
    units = tuple(
        unit(f"{n}.", text, tag, where=Where("x.po", n)) for n, text in enumerate(texts, 2)
    )
    found = checks.translation(Translation(languages.find(tag), units))
    (one,) = [f for f in found if f.code == "language-other"]
    assert (one.where.line, said in one.message) == (1, True), one


@pytest.mark.parametrize("text", ["Rửa tay", "Frótelas", "धोएँ क़लम", "هؤلاء", "ড়", "เปียก"])
def test_t12_decomposed_text_is_the_same_text(text: str) -> None:
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    whole, parts = (
        catalog.read((head + f'msgid "a"\nmsgstr "{made}"\n').encode(), "x.po").entries[0].msgstr
        for made in (text, unicodedata.normalize("NFD", text))
    )
    assert whole == parts
