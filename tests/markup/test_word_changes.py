"""Changes between two texts, word by word."""

from __future__ import annotations

import pytest

from polyleaf import languages, typography
from polyleaf.markup import word_changes


def shown(old: str, new: str, language: str = "en") -> str:
    """Kept words as they are, [-deleted-] and {+inserted+} ones marked."""
    marks = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    known = languages.find(language)
    found = word_changes.between(
        typography.split_words(old, known), typography.split_words(new, known)
    )
    return "".join(marks[change.kind].format(change.text) for change in found)


@pytest.mark.parametrize(
    ("old", "new", "language", "expected"),
    [
        ("Take 5 mg.", "Take 10 mg.", "en", "Take [-5 -]{+10 +}mg."),
        ("Rub them.", "Do not rub them.", "en", "[-Rub -]{+Do not rub +}them."),
        ("Wash hands", "Wash your hands.", "en", "Wash {+your +}hands{+.+}"),
        ("Don't wait.", "Wait.", "en", "[-Don't wait-]{+Wait+}."),
        ("Use  soap", "Use soap", "en", "Use soap"),
        ("दिन में दो बार", "दिन में तीन बार", "hi", "दिन में [-दो -]{+तीन +}बार"),
        ("خذ 5 ملغ", "لا تأخذ 5 ملغ", "ar", "[-خذ -]{+لا تأخذ +}5 ملغ"),
        ("请联系医生", "请联系您的医生", "zh-Hans", "请联系{+您的+}医生"),
        ("ล้างมือ", "ล้างมือของคุณ", "th", "ล้างมือ{+ของคุณ+}"),
        ("", "Rub them.", "en", "{+Rub them.+}"),
    ],
)
def test_changes_are_shown_by_words(old: str, new: str, language: str, expected: str) -> None:
    assert shown(old, new, language) == expected


@pytest.mark.parametrize("text", ["", "a", " a  b ", "請\n洗手", "a\u00a0b\u200bc"])
def test_the_words_of_a_text_add_up_to_the_text(text: str) -> None:
    assert "".join(typography.split_words(text, languages.find("zh-Hans"))) == text
