"""A file is read in the encoding that it has, or that a web page names; else it is refused."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from polyleaf.content import documents
from polyleaf.model.findings import PolyleafError


def title(data: bytes, suffix: str = ".html") -> str:
    document = documents.read(data, f"page{suffix}", "page", "GB", {}, date(2026, 12, 1))
    return str(yaml.safe_load(document.text)["title"])


@pytest.mark.parametrize(
    ("charset", "codec", "words"),
    [
        ("latin1", "cp1252", "“Café” – €5"),
        ("ISO-8859-1", "cp1252", "naïve"),
        ("us-ascii", "cp1252", "5 °C"),
        ("windows-1256", "cp1256", "الصداع"),
        ("windows-1251", "cp1251", "Головная боль"),
        ("koi8-r", "koi8-r", "Боль"),
        ("gb2312", "gb18030", "头痛 镕"),
        ("x-gbk", "gb18030", "頭痛"),
        ("Shift_JIS", "cp932", "頭痛①"),
        ("windows-31j", "cp932", "頭痛"),
        ("euc-kr", "cp949", "두통 똠"),
        ("big5", "big5hkscs", "頭痛"),
        ("iso-8859-9", "cp1254", "Baş ağrısı"),
        ("tis-620", "cp874", "ปวดหัว"),
        ("utf-8", "utf-8", "सिरदर्द"),
        ("utf-16", "utf-8", "ሕመም"),  # a page that names it in ASCII cannot be UTF-16
    ],
)
def test_a_page_is_read_in_the_encoding_that_it_names(charset: str, codec: str, words: str) -> None:
    for meta in (
        f"<meta charset={charset}>",
        f"<meta content='text/html; charset={charset}' http-equiv=Content-Type>",
        f'<?xml version="1.0" encoding="{charset}"?>',
    ):
        assert title(f"{meta}<h1>{words}</h1><p>x".encode(codec)) == words


def test_a_mark_of_unicode_is_believed_before_the_page() -> None:
    page = '<meta charset="big5"><h1>Maux de tête</h1>'
    for codec in ("utf-8-sig", "utf-16"):
        assert title(page.encode(codec)) == "Maux de tête"


def test_what_a_comment_names_is_no_encoding() -> None:
    page = '<!-- <meta charset="big5"> --><h1>Maux de tête</h1>'
    assert title(page.encode()) == "Maux de tête"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_unicode_is_read_with_and_without_a_mark_of_its_order(codec: str, suffix: str) -> None:
    words = "Knee pain, and what helps against it at home"
    text = f"<h1>{words}</h1>Text." if suffix == ".html" else f"{words}\n\nText."
    assert title(text.encode(codec), suffix) == words


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "utf-7", "idna", "undefined"])
def test_a_name_that_is_not_known_is_reported(name: str) -> None:
    with pytest.raises(PolyleafError) as caught:
        title(f"<meta charset={name}><h1>x".encode())
    (finding,) = caught.value.findings
    assert (finding.code, finding.hint) == ("encoding", "save it as UTF-8")
    assert f'"{name}"' in finding.message


def test_bytes_that_an_encoding_has_not_are_reported_at_their_place() -> None:
    with pytest.raises(PolyleafError) as caught:
        title("<meta charset=gb2312>\n<h1>头痛\xff</h1>".encode("gb18030")[:-4] + b"\xff\xff</h1>")
    (finding,) = caught.value.findings
    assert (finding.code, finding.where.line) == ("encoding", 2)
    assert "0xFF" in finding.message
