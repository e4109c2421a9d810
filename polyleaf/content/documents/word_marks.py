"""What mammoth does not see in a .docx: hidden text, equations, signs of symbol fonts, fields,
and lists that begin again.

Hidden text is taken out, so that no sheet prints it; for an equation, and for a sign that no
table has, a mark is put in that becomes "[add …]".
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

from . import word_numbers
from .word_xml import first, local_name, value

CONTENT = re.compile(r"word/(?:document\d*|footnotes|endnotes)\.xml")
STYLES = "word/styles.xml"
OFF = ("0", "false", "off")
# Elements with text in which mammoth does not look, and their like in which it does: fields,
# embedded directions, and words with their reading above them.
CLOSED = {"fldSimple": "smartTag", "dir": "smartTag", "bdo": "smartTag", "ruby": "smartTag",
          "rubyBase": "smartTag", "dstrike": "strike"}  # fmt: skip
EQUATION, SIGN = "\uf8fe", "\uf8ff"  # of the private use area, which no text has


def ready(data: bytes) -> bytes:
    """The file as mammoth reads it right; the same bytes if it does so anyhow."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        hidden = hidden_styles(package)
        lists = word_numbers.lists(package)
        changed: dict[str, bytes] = {}
        for name in filter(CONTENT.fullmatch, package.namelist()):
            root = fromstring(package.read(name))
            changes = (with_signs(root), _without_equations(root), _without_hidden(root, hidden))
            if any((*changes, _opened(root), word_numbers.divide(root, lists))):
                changed[name] = tostring(root, "utf-8")
        if not changed:
            return data
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as new:
            for each in package.infolist():
                new.writestr(each.filename, changed.get(each.filename) or package.read(each))
    return made.getvalue()


def hidden_styles(package: zipfile.ZipFile) -> frozenset[str]:
    """The ids of styles that hide text, also by the style that they are based on."""
    if STYLES not in package.namelist():
        return frozenset()
    found: dict[str, Element] = {
        value(style, "styleId"): style
        for style in fromstring(package.read(STYLES))
        if local_name(style) == "style"
    }
    return frozenset(name for name in found if _style_hides(name, found, len(found)))


def is_hidden(run: Element, paragraph: Element, hidden: frozenset[str]) -> bool:
    """Whether a run is not to be seen: by itself, or by its style or that of its paragraph."""
    for place, style in ((run, "rStyle"), (paragraph, "pStyle")):
        own = _vanish(place)
        if own is not None and place is run:
            return own
        if value(first(first(place, "rPr", "pPr"), style), "val") in hidden:
            return True
    return False


def is_struck(run: Element) -> bool:
    """Whether a run is struck out, once or twice."""
    mark = first(first(run, "rPr"), "strike", "dstrike")
    return mark is not None and value(mark, "val") not in OFF


def with_signs(root: Element) -> bool:
    """Text in a symbol font, and single signs of one, as the characters that they look like."""
    from mammoth.docx.dingbats import dingbats

    fonts = {font for font, _ in dingbats}
    changed = False
    for run in (each for each in root.iter() if local_name(each) == "r"):
        font = value(first(first(run, "rPr"), "rFonts"), "ascii")
        for child in run:
            if local_name(child) == "sym":
                code = int(value(child, "char") or "0", 16)
                sign = _sign(value(child, "font"), code, dingbats) or SIGN
                child.tag = child.tag.replace("}sym", "}t")
                child.text, changed = sign, True
            elif local_name(child) == "t" and font in fonts and child.text:
                text = "".join(_sign(font, ord(each), dingbats) or each for each in child.text)
                changed = changed or text != child.text
                child.text = text
    return changed


def _sign(font: str, code: int, table: dict[tuple[str, int], int]) -> str:
    """A symbol font has its signs at 0x20–0xFF, and once more at 0xF020–0xF0FF."""
    found = table.get((font, code)) or table.get((font, code & 0xFF if code >> 8 == 0xF0 else -1))
    return chr(found) if found else ""


def _without_equations(root: Element) -> bool:
    found = [
        (parent, child)
        for parent in root.iter()
        for child in parent
        if local_name(child) == "oMath"
    ]
    space = root.tag[: root.tag.index("}") + 1]  # of Word, strict or not
    for parent, child in found:
        run = Element(f"{space}r")
        SubElement(run, f"{space}t").text = EQUATION
        run.tail = child.tail
        parent[list(parent).index(child)] = run
        if local_name(parent) == "oMathPara":
            parent.tag = f"{space}smartTag"  # which mammoth looks into
    return bool(found)


def _opened(root: Element) -> bool:
    changed = False
    for each in root.iter():
        if new := CLOSED.get(local_name(each)):
            each.tag, changed = each.tag.replace(local_name(each), new), True
    return changed


def _without_hidden(root: Element, hidden: frozenset[str]) -> bool:
    changed = False

    def walk(element: Element, paragraph: Element) -> None:
        nonlocal changed
        for child in list(element):
            if local_name(child) == "r" and is_hidden(child, paragraph, hidden):
                element.remove(child)
                changed = True
            else:
                walk(child, child if local_name(child) == "p" else paragraph)

    walk(root, root)
    return changed


def _style_hides(name: str, styles: dict[str, Element], steps: int) -> bool:
    style = styles.get(name)
    if style is None or not steps:
        return False
    own = _vanish(style)
    return (
        own
        if own is not None
        else _style_hides(value(first(style, "basedOn"), "val"), styles, steps - 1)
    )


def _vanish(element: Element) -> bool | None:
    """Whether it says itself that it is hidden, or that it is not; nothing if neither."""
    mark = first(first(element, "rPr"), "vanish")
    return None if mark is None else value(mark, "val") not in OFF
