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


def codes(tag: str, target: str) -> list[str]:
    where = Where("a.po", 1, 1)
    unit = Unit(SOURCE, target, languages.find(tag), where, where)
    return [f.code for f in roles.check_catalog(Translation(unit.language, (unit,)))]


@pytest.mark.parametrize("tag", RIGHT)
def test_each_thing_keeps_its_part(tag: str) -> None:
    assert not codes(tag, RIGHT[tag])
    assert codes(tag, TURNED[tag]) == ["roles-exchanged"]
