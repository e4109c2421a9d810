"""Each kind of file → HTML, and every text that is in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from . import file_text, page_texts, word_files, word_texts
from .lost_words import FileText

BLANK_LINES = re.compile(r"\n[ \t]*\n")
# Lines of a paragraph that say who and when are paragraphs of their own.
LABELLED = re.compile(
    r"\n((?:\*\*)?(?:written|produced|prepared|created|authors?|(?:next |date of )?review|"
    r"published|(?:date of )?publication|issued?|last updated|version)\b[^\n]{0,80}(?=\n|$))",
    re.IGNORECASE,
)


# What Pandoc and kramdown take for attributes at the end of a line: {#top .check data-x=y}
ATTRIBUTES = re.compile(
    r"[ \t]*\{:?(?:\s*(?:[.#][\w-]+|[\w-]+=[^\s{}]+))+\s*\}[ \t]*$", re.MULTILINE
)

# YAML at the head of Markdown, as static sites have it.
FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TITLE = re.compile(r"title:\s*[\"']?(.+?)[\"']?\s*")
FIRST_HEADING = re.compile(r"^#[ \t]", re.MULTILINE)


class Read(NamedTuple):
    html: str
    texts: tuple[FileText, ...]  # every text of the file


def docx(data: bytes, path: str) -> Read:
    return Read(word_files.html(data, path), tuple(word_texts.texts(data)))


def markdown(data: bytes, path: str) -> Read:
    """CommonMark with tables; of its front matter the title is one, the rest is said."""
    from markdown_it import MarkdownIt

    text = file_text.plain(data, path).replace("\r\n", "\n")
    front = FRONT.match(text)
    lines = front[1].splitlines() if front else []
    text = ATTRIBUTES.sub("", text[front.end() :] if front else text)
    title = next(filter(None, map(TITLE.fullmatch, lines)), None)
    if title and not FIRST_HEADING.search(text):
        text = f"# {title[1]}\n\n{text}"
        lines.remove(title[0])
    text = LABELLED.sub(r"\n\n\1", text)
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    said = (FileText(line, "front matter") for line in lines)
    return Read(made, (*page_texts.texts(tree(made)), *said))


def web_page(data: bytes, path: str) -> Read:
    text = file_text.page(data, path)
    return Read(text, tuple(page_texts.texts(tree(text))))


def plain_text(data: bytes, path: str) -> Read:
    """Paragraphs end with an empty line; a line that is alone and short may be a heading."""
    text = file_text.plain(data, path)
    parts = [part.strip("\n") for part in BLANK_LINES.split(text.replace("\r\n", "\n"))]
    made = "".join(map(_paragraphs, filter(str.strip, parts)))
    return Read(made, tuple(map(FileText, text.splitlines())))


def tree(text: str) -> Element:
    """HTML as browsers read it, without namespaces."""
    import tinyhtml5

    root: Element = tinyhtml5.parse(text, namespace_html_elements=False)
    return root


def _paragraphs(part: str) -> str:
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    if (
        len(lines) == 1
        and len(lines[0]) < 70
        and lines[0][-1] not in ".,;:!"
        and lines[0][0] not in "-•*"
    ):
        return f"<h2>{html.escape(lines[0])}</h2>"
    if all(re.match(r"[-•*·–]|\d+[.)]", line) for line in lines):
        return "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f"<p>{html.escape(' '.join(lines))}</p>"


READERS: dict[str, Callable[[bytes, str], Read]] = {
    ".docx": docx,
    ".md": markdown,
    ".markdown": markdown,
    ".html": web_page,
    ".htm": web_page,
    ".txt": plain_text,
}
