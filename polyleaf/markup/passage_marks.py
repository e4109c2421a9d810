"""Which passage of a page comes from which text, so that a click on the page finds its text.

While a template is filled, each text stands between characters that no text has (Unicode's
noncharacters). Afterwards they are taken out, and the element that holds a text has its number in
`data-m`: nothing else of the page differs, so that it is drawn as it is printed.
"""

from __future__ import annotations

import re

from markupsafe import Markup

START, MIDDLE, END = "\ufdd2", "\ufdd3", "\ufdd4"
MARKS = re.compile(rf"{START}\d+{MIDDLE}|{END}")
KEY = re.compile(r' data-m="\d+"')
PARTS = re.compile(
    rf"(?P<raw><(?P<kind>title|style|script|textarea)\b.*?</(?P=kind)\s*>|<!--.*?-->)"
    rf"|<(?P<end>/?)(?P<name>[a-z][\w-]*)[^>]*>|{START}(?P<number>\d+){MIDDLE}|{END}",
    re.DOTALL | re.IGNORECASE,
)
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def between(number: int, words: Markup) -> Markup:
    """The text with this number, on its way through a template."""
    return Markup(f"{START}{number}{MIDDLE}{words}{END}")


def bare(document: str) -> str:
    """The filled page without marks, as it is printed."""
    return MARKS.sub("", document)


def keyed(document: str) -> str:
    """The filled page with the numbers of texts on the elements that hold them.

    An element has the number of the first text in it alone.
    """
    made: list[str] = []
    around: list[tuple[str, int]] = []  # elements that are open, and where they begin in `made`
    at = 0
    for part in PARTS.finditer(document):
        made.append(document[at : part.start()])
        at = part.end()
        if part["number"]:
            if around and not KEY.search(made[around[-1][1]]):
                begin = made[around[-1][1]]
                name = around[-1][0]
                made[around[-1][1]] = f'<{name} data-m="{part["number"]}"{begin[len(name) + 1 :]}'
            continue
        made.append(bare(part[0]))
        if part["name"] and not part["end"] and not part[0].endswith("/>"):
            if part["name"].lower() not in VOID:
                around.append((part["name"], len(made) - 1))
        elif part["end"]:
            _close(around, part["name"])
    return bare("".join((*made, document[at:])))


def unkeyed(document: str) -> str:
    """The page without these numbers."""
    return KEY.sub("", document)


def _close(around: list[tuple[str, int]], name: str) -> None:
    """Closes the element, and those in it that were left open."""
    for depth in range(len(around) - 1, -1, -1):
        if around[depth][0].lower() == name.lower():
            del around[depth:]
            return
