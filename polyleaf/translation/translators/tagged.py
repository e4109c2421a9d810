"""A text ↔ HTML in which its placeholders and marks are elements, for machines that keep these."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.parser import HTMLParser

from ..exchange.protected import Code, split

ALONE, PAIR = "span", "i"
SPACES = re.compile(r"[ \t]*\n\s*")


def tagged(text: str) -> str:
    """The text in HTML: a pair is an `<i id>`, what stands alone a `<span id translate="no">`."""
    return "".join(
        _element(part) if isinstance(part, Code) else html.escape(part, quote=False)
        for part in split(text)
    )


def plain(answer: str, source: str) -> str | None:
    """The text of an answer; None if a code is missing, is new or stands twice."""
    codes = [part for part in split(source) if isinstance(part, Code)]
    reader = _AnswerReader(codes)
    reader.feed(answer)
    reader.close()
    text = "".join(reader.found).strip()
    wanted = Counter((code.kind, code.text) for code in codes)
    got = Counter((part.kind, part.text) for part in split(text) if isinstance(part, Code))
    return text if text and wanted == got else None


def _element(code: Code) -> str:
    if code.kind == "open":
        return f'<{PAIR} id="{code.number}">'
    if code.kind == "close":
        return f"</{PAIR}>"
    inside = html.escape(code.text, quote=False)
    return f'<{ALONE} id="{code.number}" translate="no">{inside}</{ALONE}>'


class _AnswerReader(HTMLParser):
    """Collects the words of an answer; codes come from the source, whatever is inside them."""

    def __init__(self, codes: list[Code]) -> None:
        super().__init__(convert_charrefs=True)
        self.texts = {(code.kind, str(code.number)): code.text for code in codes}
        self.found: list[str] = []
        self.open: list[tuple[str, str]] = []  # tag, and what to put at its end

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        number = dict(attrs).get("id") or ""
        if tag == ALONE:
            self.found.append(self.texts.get(("alone", number), ""))
        elif tag == PAIR:
            self.found.append(self.texts.get(("open", number), ""))
        else:
            return
        self.open.append((tag, self.texts.get(("close", number), "") if tag == PAIR else ""))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.found.append(self.open.pop()[1])

    def handle_data(self, data: str) -> None:
        if not any(tag == ALONE for tag, _ in self.open):
            self.found.append(SPACES.sub(" ", data))
