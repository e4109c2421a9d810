"""Faults of form in a translation: what was left in, put in, mixed up or written otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from polyleaf import checks, languages
from polyleaf.languages import frequent
from polyleaf.model.findings import Severity, Where
from polyleaf.model.unit import Translation
from polyleaf.translation import catalog

from ..messages import unit

ROOT = Path(__file__).resolve().parents[3]
OURS = {
    "mojibake", "kashida", "space-unbreakable", "han-variant", "language-other", "words-left",
    "preface-left", "note-left", "row-shifted", "quotes-added", "capitals-added", "line-added",
    "mark-unopened", "mark-doubled", "escape-left", "length-short", "length-long",
}  # fmt: skip
JABON = "Keep soap on your hands for 20 seconds."


def told(pairs: Sequence[tuple[str, str]], language: str) -> list[tuple[str, int]]:
    """The codes of this page's findings, with the number of the message; 0 is the header."""
    units = tuple(
        unit(source, target, language, where=Where("x.po", number * 10), context=str(number))
        for number, (source, target) in enumerate(pairs, 1)
    )
    found = checks.translation(Translation(languages.find(language), units))
    return [(f.code, f.where.line // 10) for f in found if f.code in OURS]


def codes(source: str, target: str, language: str = "es") -> list[str]:
    return [code for code, _ in told([(source, target)], language)]


@pytest.mark.parametrize(
    ("code", "language", "source", "target"),
    [
        ("mojibake", "es", JABON, "JabÃ³n en las manos durante 20 segundos."),
        ("mojibake", "es", JABON, "JabÃƒÂ³n en las manos durante 20 segundos."),  # twice
        ("mojibake", "fr", "Stop.", "ArrÃªtez."),
        ("mojibake", "uk", "Wash your hands.", "РњРёР№С‚Рµ СЂСѓРєРё."),
        ("mojibake", "hi", "Wash your hands.", "हाथ धोएँ।".encode().decode("latin-1")),
        ("mojibake", "pl", "Wash your hands.", "Umyj rÄ™ce."),
        ("mojibake", "es", "Wash.", "L?vese las manos."),
        ("mojibake", "hi", "Wash your hands.", "???? ?????"),
        ("words-left", "es", "Put steroid cream on it.", "Póngase steroid cream."),
        ("words-left", "fr", JABON, "Savon et 20 seconds sur vos mains, keep soap."),
        ("words-left", "ru", "A rash may come.", "Может появиться rash."),
        ("preface-left", "es", JABON, "Aquí tiene la traducción: Jabón 20 segundos."),
        ("preface-left", "hi", JABON, "Here is the translation:\n२० सेकंड साबुन रखें।"),
        ("preface-left", "fr", JABON, "Bien sûr ! Gardez le savon 20 secondes."),
        ("preface-left", "zh-Hans", JABON, "好的，以下是译文：用肥皂洗手20秒。"),
        ("preface-left", "de", JABON, "Hier ist die Übersetzung: Seife 20 Sekunden."),
        ("note-left", "es", JABON, "[MT] Jabón en las manos durante 20 segundos."),
        ("note-left", "es", JABON, "Jabón 20 segundos. (TODO: revisar)"),
        ("note-left", "fr", JABON, "Savon 20 secondes. (NdT : ou gel)"),
        ("note-left", "ru", JABON, "Мыло 20 секунд (прим. переводчика: или гель)."),
        ("note-left", "zh-Hans", JABON, "用肥皂洗手20秒。（译者注：或凝胶）"),
        ("note-left", "ar", JABON, "ملاحظة: اغسل يديك 20 ثانية."),
        ("note-left", "de", JABON, "Seife ??? 20 Sekunden."),
        ("quotes-added", "es", JABON, "«Jabón en las manos durante 20 segundos.»"),
        ("capitals-added", "ru", "Get help", "ПОЛУЧИТЕ ПОМОЩЬ"),
        ("line-added", "es", JABON, "Jabón en las manos\n\ndurante 20 segundos."),
        ("mark-unopened", "es", "Questions?", "Preguntas?"),
        ("mark-doubled", "es", JABON, "Jabón en las manos durante 20 segundos.."),
        ("mark-doubled", "zh-Hans", "Wash.", "洗手。。"),
        ("mark-doubled", "es", "In 99% of people.", "En el 99%% de las personas."),
        ("escape-left", "es", JABON, "Jabón en las manos\\ndurante 20 segundos."),
        ("kashida", "ar", "Wash well.", "اغسل جيـــدًا."),
        ("han-variant", "zh-Hans", "Go to a doctor at once.", "請馬上就醫。"),
        ("han-variant", "zh-Hant", "Go to a doctor at once.", "请马上就医。"),
        ("language-other", "es", "Get help and do not wait for your next visit.",
         "Procure ajuda médica imediatamente e não espere pela próxima consulta."),
        ("language-other", "hi", "Get help and do not wait.",
         "लगेच मदत घ्या आणि तुम्ही पुढच्या भेटीची वाट पाहू नका, हे योग्य आहे."),
        ("space-unbreakable", "es", JABON, "Jabón\u00a0en\u00a0las\u00a0manos\u00a0durante 20"),
    ],
)  # fmt: skip
def test_it_is_told(code: str, language: str, source: str, target: str) -> None:
    assert code in codes(source, target, language)


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("fr", "Help in the USA", "Aide aux « ÉTATS-UNIS » À L’ÉTÉ"),
        ("ru", "In the «СССР» too.", "И в «СССР» тоже."),
        ("ru", "NHS: call 111", "НСЗ: ТЕЛ. 111"),
        ("es", "Note: Is it sore?", "Nota: ¿Le duele?"),
        ("es", "Translations: ask us.", "Traducciones: pregúntenos."),
        ("fr", "Of course, you may.", "Bien sûr, vous pouvez."),
        ("es", "Helicobacter pylori and rosacea", "Helicobacter pylori y rosácea"),
        ("ru", "a rash (urticaria)", "сыпь (urticaria)"),
        ("hi", "Use the spray.", "स्प्रे (spray) करें।"),
        ("ar", "AH", "هـ ١٤٤٨، الـ"),
        ("zh-Hant", "the group and the user", "群組與用戶，雇主"),
        ("zh-Hans", "the queen in the village", "皇后在里面，面条"),
        ("es", "Really?!", "¿¡De verdad!?"),
        ("pt-BR", "Do not wait.", "Não espere."),
        ("sr-Latn", "Wash your hands and do not wait.", "Operite ruke i nemojte čekati."),
        ("nb", "Wash your hands and do not wait for it.", "Vask hendene og ikke vent på det."),
        ("de", "Take it...", "Nehmen Sie es..."),
        ("cs", "particularly for work", "zvlášť na práci"),
        ("frp", "all people", "l’ómó por tui"),
        ("sco", "Take this colour.", "Tak this colour."),
    ],
)
def test_what_is_right_is_not(language: str, source: str, target: str) -> None:
    assert codes(source, target, language) == []


def test_words_in_brackets_that_are_no_note_are_a_warning() -> None:
    (found,) = checks.translation(
        Translation(languages.find("th"), (unit("Dignity", "ศักดิ์ศรี [เกียรติศักดิ์]", "th"),))
    )
    assert (found.code, found.severity) == ("note-left", Severity.WARNING)


def shipped(tag: str) -> list[tuple[str, str]]:
    path = ROOT / f"locales/{tag}/LC_MESSAGES/rosacea.po"
    return [(e.msgid, e.msgstr[0]) for e in catalog.read(path.read_bytes(), "x.po").active]


@pytest.mark.parametrize(
    ("texts", "folder", "name"),
    [
        ("es", "fr", "Spanish"),
        ("mr", "hi", "Marathi"),
        ("ur", "ar", "Urdu"),
        ("ru", "uk", "Russian"),
    ],
)
def test_a_catalog_in_another_language_is_one_finding_at_its_header(
    texts: str, folder: str, name: str
) -> None:
    units = tuple(unit(s, t, folder, where=Where("x.po", 9)) for s, t in shipped(texts))
    found = checks.translation(Translation(languages.find(folder), units))
    (finding,) = [f for f in found if f.code == "language-other"]
    assert str(finding.where) == "x.po:1"
    assert finding.message == f"the catalog reads like {name}"


def test_a_row_that_has_its_neighbours_translation_is_told() -> None:
    pairs = shipped("fr")
    at = next(
        i for i, (source, _) in enumerate(pairs) if "[@" in source and "[@" in pairs[i + 1][0]
    )
    pairs[at] = pairs[at][0], pairs[at + 1][1]
    assert ("row-shifted", at + 1) in told(pairs, "fr")


def test_a_text_that_is_far_too_short_or_long_for_its_catalog_is_told() -> None:
    pairs = shipped("zh_Hans")
    at = next(i for i, (source, _) in enumerate(pairs) if len(source) > 200)
    pairs[at] = pairs[at][0], "两张脸。"
    assert ("length-short", at + 1) in told(pairs, "zh-Hans")
    pairs[at] = pairs[at][0], pairs[at][1] * 200
    assert ("length-long", at + 1) in told(pairs, "zh-Hans")


@pytest.mark.slow
@pytest.mark.parametrize(
    "tag", ["ar", "bn", "es", "fr", "hi", "mr", "ru", "ta", "te", "ur", "zh_Hans"]
)
def test_the_shipped_catalogs_have_none(tag: str) -> None:
    assert told(shipped(tag), tag.replace("_", "-")) == []


def test_each_known_language_is_taken_for_itself() -> None:
    known = [tag for tag in frequent.candidates("es") if frequent.known_as(languages.find(tag))]
    assert {"es", "pt", "fr", "de", "vi", "tr", "so", "sr-Latn", "nb"} <= set(known)
