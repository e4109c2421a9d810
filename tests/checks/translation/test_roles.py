"""Two things in one sentence keep their parts."""

import pytest

from polyleaf import languages
from polyleaf.checks.translation import roles
from polyleaf.model.findings import Where
from polyleaf.model.unit import Translation, Unit

SOURCE = "Do not stop the cream to try exosomes."
RIGHT = {
    "es": "No deje la crema para probar los exosomas.",
    "zh-Hans": "不要为了尝试外泌体而停用乳膏。",
    "hi": "एक्सोसोम आज़माने के लिए क्रीम बंद न करें।",
    "ru": "Чтобы попробовать экзосомы, не прекращайте крем.",
}
TURNED = {
    "es": "No deje los exosomas para probar la crema.",
    "zh-Hans": "不要为了尝试乳膏而停用外泌体。",
    "hi": "क्रीम आज़माने के लिए एक्सोसोम बंद न करें।",
    "ru": "Чтобы попробовать крем, не прекращайте экзосомы.",
}


OTHERS = [  # source, language, right, with two things in each other's place
    ("Cells are parts of the skin, and exosomes carry proteins that lasers harm.", "es",
     "Las células son partes de la piel, y los exosomas llevan proteínas que los láseres dañan.",
     "Los láseres son partes de la piel, y los exosomas llevan proteínas que las células dañan."),
    ("Clinics deceive patients.", "fr",
     "Des cliniques trompent des patients.", "Des patients trompent des cliniques."),
    ("The authority warned of clinics that deceive patients.", "zh-Hans",
     "管理局就欺骗患者的诊所发出警告。", "管理局就欺骗诊所的患者发出警告。"),
    ("Read a study of rosacea.", "ru",
     "Прочтите исследование о розацеа.", "Прочтите о розацеа из исследования."),
    ("A gel with alcohol", "hi", "अल्कोहल वाला जेल", "जेल वाला अल्कोहल"),
    ("Most people have some of these signs.", "es",
     "La mayoría de las personas tiene algunos de estos síntomas.",
     "Algunas personas tienen la mayoría de estos síntomas."),
    ("Use the cream at night. Have the laser in winter.", "ar",
     "استخدم الكريم ليلا. قم بجلسة الليزر في الشتاء.",
     "استخدم الليزر ليلا. قم بجلسة الكريم في الشتاء."),
    ("Do not stop the cream to try exosomes.", "ru",  # a clause that comes first is no exchange
     "Чтобы попробовать экзосомы, не прекращайте крем.",
     "Чтобы попробовать крем, не прекращайте экзосомы."),
]  # fmt: skip


def codes(tag: str, target: str, source: str = SOURCE) -> list[str]:
    where = Where("a.po", 1, 1)
    unit = Unit(source, target, languages.find(tag), where, where)
    return [f.code for f in roles.check_catalog(Translation(unit.language, (unit,)))]


@pytest.mark.parametrize(("source", "tag", "right", "turned"), OTHERS)
def test_nothing_changes_its_place(source: str, tag: str, right: str, turned: str) -> None:
    assert not codes(tag, right, source)
    assert "roles-exchanged" in codes(tag, turned, source)


@pytest.mark.parametrize("tag", RIGHT)
def test_each_thing_keeps_its_part(tag: str) -> None:
    assert not codes(tag, RIGHT[tag])
    assert codes(tag, TURNED[tag]) == ["roles-exchanged"]
