"""What stands within a block of HTML → inline text of ours (docs/content.md)."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from .word_marks import EQUATION, SIGN

# Tags, and marks of the private use area for where they begin and end, until a line is whole.
EMPHASES = ((("b", "strong"), "\ue000", "\ue001"), (("i", "em"), "\ue002", "\ue003"))
BEGIN, END = "\ue000\ue002", "\ue001\ue003"
STARS = str.maketrans({"\ue000": "**", "\ue001": "**", "\ue002": "*", "\ue003": "*"})
OURS = str.maketrans("", "", BEGIN + END)
SILENT = ("script", "style", "template", "img")
STRUCK = ("s", "strike", "del")  # words that no longer hold: they end the YAML as comments
HIGH = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
LOW = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
LETTERS = re.compile(r"[^\W\d_]")
EMPHASIZED = re.compile(r"(?<!\\)\*+")
SPECIAL = re.compile(r"([\\*\[\]{}])")
SPACES = re.compile(r"\s+")
LINKED = re.compile(r"(https?://|mailto:|tel:)[^\s{}()]+")
NOTE = re.compile(r"#((?:foot|end)note-\d+)$")  # as mammoth points at the notes of a Word file
BREAK = "\n"
BLOCKS = ("p", "div", "li", "ul", "ol", "dt", "dd", "tr", "h1", "h2", "h3", "h4", "h5", "h6")
ENDS = (".", "!", "?", ":", ";", ",", "…", "।", "۔", "؟", "。", "！", "？")


def inline(element: Element) -> str:
    """Its text and all below it; a line break is a line feed."""
    return _trimmed("".join(_parts(element)))


def one_line(element: Element) -> str:
    """Its text where there is no line to break."""
    return inline(element).replace(BREAK, " ")


def run_on(lines: list[str]) -> str:
    """Lines as one, divided where no sign divides them."""
    *others, last = [line for line in lines if line] or [""]
    return " ".join([*(line if line.endswith(ENDS) else f"{line};" for line in others), last])


def plain(text: str) -> str:
    """A text of ours without its emphasis: headings have none."""
    return " ".join(EMPHASIZED.sub("", text).split())


def escaped(text: str) -> str:
    """Signs of ours with a backslash; the marks of what is missing as what to add."""
    text = SPECIAL.sub(r"\\\1", SPACES.sub(" ", text.translate(OURS)))
    return text.replace(EQUATION, "[add the equation]").replace(SIGN, "[add the sign]")


def _parts(element: Element) -> list[str]:
    found = [escaped(element.text or "")]
    for child in element:
        found.append(_marked(child))
        found.append(escaped(child.tail or ""))
    return found


def _marked(element: Element) -> str:
    if not isinstance(element.tag, str) or element.tag in (*SILENT, *STRUCK):
        return ""
    if element.tag == "br":
        return BREAK
    address = element.get("href", "").strip()
    if note := NOTE.match(address):
        return f"[@{note[1]}]"
    inside = "".join(_parts(element))
    if element.tag in BLOCKS:
        return f"{BREAK}{inside}{BREAK}"
    bare = inside.strip()
    if not bare:
        return " " if inside else ""
    if element.tag in ("sup", "sub") and not LETTERS.search(bare):  # 10⁹ is not 109
        return inside.translate(HIGH if element.tag == "sup" else LOW)
    for tags, begin, end in EMPHASES:
        if element.tag in tags:
            lines = inside.replace(begin, "").replace(end, "").split(BREAK)
            return BREAK.join(_within(line, begin, end) for line in lines)
    before, after, bare = _apart(inside)
    if element.tag == "a" and LINKED.fullmatch(address) and "](" not in bare and BREAK not in bare:
        return f"{before}[{bare}]({address}){after}"
    return inside


def _within(line: str, begin: str, end: str) -> str:
    before, after, bare = _apart(line)
    return f"{before}{begin}{bare}{end}{after}" if bare else line


def _apart(text: str) -> tuple[str, str, str]:
    """The spaces around a text, and the text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :], text.strip()


def _trimmed(text: str) -> str:
    lines = (re.sub(r" +", " ", _starred(line)).strip() for line in text.split(BREAK))
    return BREAK.join(line for line in lines if line)


def _starred(line: str) -> str:
    """Emphasis as stars, where CommonMark reads them as such."""
    for _, begin, end in EMPHASES:
        line = re.sub(rf"{end}(\s*){begin}", r"\1", line)  # two runs of one weight are one
    line = re.sub(rf"(?<=\w)([{BEGIN}]+)([.,;:!?)’”]+\s*)", r"\2\1", line)
    line = re.sub(rf"([.,;:!?)]+)([{END}]+)(?=\w)", r"\2\1", line)
    for _, begin, end in EMPHASES:
        line = line.replace(begin + end, "")
    return line.translate(STARS)
