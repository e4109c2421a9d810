"""Passages in another language say so in the tag tree."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import pikepdf
import pytest

from polyleaf import languages, pdf
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html

from ..conftest import Sandbox

pytestmark = pytest.mark.usefixtures("engine")


def sheet(body: str, tag: str = "ar") -> bytes:
    language = languages.find(tag)
    style = f"font-family: {', '.join(map(repr, language.families))}"
    root = f'<!DOCTYPE html><html lang="{tag}" dir="{language.direction}" style="{style}">'
    css = "@page { size: A6 }"
    html = Html(f"{root}<title>x</title><body>{body}", css, language.families, Where("x"))
    return pdf.draw(html).data


def spoken_languages(data: bytes) -> list[tuple[str, str]]:
    """Each tagged text's kind and its language, as a reader that goes by the tags takes them."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root
        return list(_walk(root.StructTreeRoot.K[0], str(root.Lang)))


def _walk(element: Any, language: str) -> Iterator[tuple[str, str]]:
    language = str(element.get("/Lang", language))
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/StructElem":
                yield from _walk(kid, language)
        else:
            yield str(element.S), language


def languages_of(data: bytes) -> list[str]:
    """The languages of the tagged texts, in their order."""
    return [language for _, language in spoken_languages(data)]


def test_text_without_a_language_of_its_own_has_the_documents() -> None:
    assert set(languages_of(sheet("<h1>اليدان</h1><p>خذ Paracetamol</p>"))) == {"ar"}


def test_a_word_in_another_language_is_tagged_alone() -> None:
    data = sheet('<p>العربية · <span lang="en" dir="ltr">Arabic</span> نعم</p>')
    assert languages_of(data) == ["ar", "en", "ar"]


def test_inside_a_foreign_passage_the_first_language_comes_back() -> None:
    level = '<span lang="ar" dir="rtl">مراجعة</span>'
    data = sheet(f'<ol lang="en" dir="ltr"><li>WHO guidelines {level} · 2009</ol>')
    assert [language for language, _ in groupby(languages_of(data))] == ["en", "ar", "en"]


def test_a_passage_over_two_pages_is_tagged_on_both() -> None:
    words = "hands and soap " * 300
    data = sheet(f'<p lang="en" dir="ltr">{words}</p>')
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert len(opened.pages) > 1
    assert set(languages_of(data)) == {"en"}


@pytest.mark.slow
def test_a_shipped_sheet_says_which_passages_are_english(copy_of_shipped: Sandbox) -> None:
    output = copy_of_shipped.root / "output"
    done = copy_of_shipped.run("exosome-faq", "-l", "ar", "-e", "a4", "--output", str(output))
    assert done.returncode == 0, done.stderr
    found = languages_of((output / "ar/exosome-faq_ar_a4.pdf").read_bytes())
    assert set(found) == {"ar", "en"}
    assert found.count("ar") > found.count("en") > 10
