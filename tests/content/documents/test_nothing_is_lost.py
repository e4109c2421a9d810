"""Whatever a file is: its words are in the leaflet or in a comment, as often as in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count

import yaml
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.content import documents
from polyleaf.content.documents.lost_words import words
from polyleaf.model.findings import PolyleafError

from ...strategies import quick
from .imported import made
from .word_package import package, paragraph, run

PIECE = st.text("abc éह世1 *_[]{}#:-\"'\\`|<&\n\t.", min_size=1, max_size=12)
INLINE = ("b", "em", "a", "span")
TAGS = (*INLINE, "p", "h1", "h2", "li", "ul", "ol", "td", "th", "tr", "table", "div", "blockquote",
        "dt", "dd", "dl", "br", "nav", "main", "figure", "figcaption", "img", "s")  # fmt: skip
OURS = ("kind", "id", "tone", "image", "level", "published", "review_by", "funding")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """HTML as nobody should write it."""
    parts = draw(st.lists(st.tuples(st.sampled_from(TAGS), PIECE, st.booleans()), max_size=14))
    return "".join(
        f'<{tag} alt="zz">{text.replace("<", "&lt;")}{f"</{tag}>" if close else ""}'
        for tag, text, close in parts
    )


class Words(HTMLParser):
    """The text of a page as another parser reads it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.text += "" if tag in INLINE else "\n"

    def handle_endtag(self, tag: str) -> None:
        self.text += "" if tag in INLINE else "\n"

    def handle_data(self, data: str) -> None:
        self.text += data


def said(value: object, key: str = "") -> Iterator[str]:
    """What a leaflet says, without its keys and without what is to be added."""
    if isinstance(value, dict):
        for name, below in value.items():
            yield from said(below, name)
    elif isinstance(value, list):
        for each in value:
            yield from said(each, key)
    elif key not in OURS:
        text = re.sub(r"(?<!\\)\[add [^\]]*\]", " ", str(value))
        yield re.sub(r"(?<!\\)\*+", "", text)


def in_leaflet(document: documents.Document) -> Counter[str]:
    comments = re.findall(
        r"^ *#(?: look: [^:\n]*:| {3,}(?:alt|caption):|  )(.*)$", document.text, re.MULTILINE
    )
    return Counter(words("\n".join([*said(yaml.safe_load(document.text)), *comments])))


@quick
@given(pages())
def test_every_word_of_any_page_is_there_as_often(page: str) -> None:
    # Letters, since parsers differ on where a cell without a table ends a word.
    there = Counter("".join(in_leaflet(made(page, ".html")).elements()))
    assert not Counter("".join(words(Words(page).text))) - there


@quick
@given(st.sampled_from((".md", ".txt")), st.text(max_size=60))
def test_every_letter_of_any_text_is_there(suffix: str, text: str) -> None:
    try:
        document = made(text.encode("utf-8", "ignore"), suffix)
    except PolyleafError:
        return
    there = Counter("".join(in_leaflet(document).elements()))
    if suffix == ".txt":  # Markdown has addresses that are no words
        assert not Counter("".join(words(text))) - there


RUNS = ("", "<w:b/>", "<w:vanish/>", "<w:strike/>", "<w:dstrike/>",
        '<w:vertAlign w:val="superscript"/>')  # fmt: skip
AROUND = (
    "{}", "<w:ins>{}</w:ins>", '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:moveTo>{}</w:moveTo>",
    '<w:fldSimple w:instr=" PAGE ">{}</w:fldSimple>', '<w:dir w:val="rtl">{}</w:dir>',
    "<w:smartTag>{}</w:smartTag>", "<w:unheardOf>{}</w:unheardOf>",
    "<w:del><w:r><w:delText>{word} </w:delText></w:r></w:del>",
    "<m:oMath><m:r><m:t>{word}</m:t></m:r></m:oMath>",
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict>"
    "</w:r>",
)  # fmt: skip
STYLES = ("", '<w:pStyle w:val="Heading1"/>',
          '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, int]:
    """Paragraphs and tables of Word, and how many words they have: w0x, w1x …"""
    number = count()

    def line() -> str:
        made_ = ""
        for around in draw(st.lists(st.sampled_from(AROUND), max_size=3)):
            word = f"w{next(number)}x"
            inside = run(f"{word} ", draw(st.sampled_from(RUNS)))
            made_ += around.format(inside, word=word)
        return paragraph(made_, draw(st.sampled_from(STYLES)))

    body = ""
    for cells in draw(st.lists(st.integers(0, 4), max_size=5)):
        rows = [[f"<w:tc>{line()}{line()}</w:tc>" for _ in range(cells)] for _ in range(2)]
        table = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
        body += f"<w:tbl>{table}</w:tbl>" if cells else line()
    return body, next(number)


@quick
@given(bodies())
def test_every_word_of_any_word_file_is_there(case: tuple[str, int]) -> None:
    body, number = case
    there = in_leaflet(made(package(body), ".docx"))
    assert [each for each in range(number) if not there[f"w{each}x"]] == []
