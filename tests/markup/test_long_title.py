"""A long title stands in full at the head of a sheet, its beginning in the feet of its pages."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest

from polyleaf.languages import scripts

from ..conftest import LEAFLET, Sandbox
from .test_untranslated import english, renderer


@pytest.mark.parametrize(
    ("tag", "title", "foot"),
    [
        ("en", "Rosacea", "Rosacea"),
        ("en", "How to look after your skin, " * 6, "How to look after your skin, "),
        ("ar", "كيف تعتني ببشرتك كل يوم " * 8, "كيف تعتني ببشرتك كل يوم "),
        ("zh-Hans", "如何照顾您的皮肤" * 12, "如何照顾您的皮肤" * 2),
        ("th", "วิธีดูแลผิวของคุณ" * 12, "วิธีดูแลผิวของคุณ"),
        ("ur", "اپنی جلد کی دیکھ بھال کیسے کریں " * 4, "اپنی جلد کی"),
        ("jv-Java", "ꦱꦧꦼꦤ꧀ꦲꦸꦮꦺꦴꦁꦏꦭꦲꦶꦂ" * 4, "ꦱꦧꦼꦤ꧀ꦲꦸ"),
    ],
)
def test_the_foot_of_a_page_has_the_beginning_of_a_long_title(
    tag: str, title: str, foot: str
) -> None:
    text = replace(english(title), untranslated=False)
    shown = unescape(renderer(tag).line(text)).replace("\u200b", "").replace("\u2060", "")
    shown = shown.replace("\u00a0", " ")
    assert shown.startswith(foot.rstrip(" ,"))
    assert shown.endswith("…") == (title != foot)
    assert scripts.columns(shown) < 44


@pytest.mark.slow
def test_a_sheet_with_a_title_of_160_letters_is_built(project: Sandbox) -> None:
    title = ("How to wash your hands at home, at work, on holiday and in hospital, " * 3)[:160]
    project.write("content/hands.yaml", LEAFLET.replace("Washing hands", f'"{title}"'))
    project.edit("clinic.yaml", "[web]", "[a4, key-facts, large-print, booklet, trifold]")
    done = project.run()
    assert done.returncode == 0, done.stderr
