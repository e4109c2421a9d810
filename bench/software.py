"""A catalog of software → units that look like a leaflet's.

Software has placeholders, tags and entities that no leaflet has; without this a check would tell of
them, and the figure would say nothing about leaflets. What is done, to both texts alike:

- %(name)s, {name!r:>3}, ${name}, {{ name }} become {name}; %s, %2$d, {}, {0} become {value};
- tags go: <br> and <p> for a space, <b> and <a href="…"> for nothing, and with them the spaces that
  this doubles; lines lose their indentation, and entities become characters;
- messages of several lines, those that hold a plural or a choice in ICU's notation, and those whose
  source is not English words but an identifier, are left out;
- a plural form is a unit of its own. Its source is msgid if it is the form of one, else
  msgid_plural, or else the one of them with its placeholders. A form that stands for a single
  number (one in most languages; none, one and two in Arabic) need not write the number: it is left
  out if it does not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import c2py

from polyleaf.model.findings import Where
from polyleaf.model.sheet import Language
from polyleaf.model.unit import Unit
from polyleaf.translation.catalog import Catalog, Entry

NAMED = re.compile(
    r"%\((\w+)\)[-#0 +]*\d*(?:\.\d+)?[a-zA-Z]|\$\{\s*([\w.]+)\s*\}|\{\{\s*([\w.]+)[^{}]*\}\}"
)
POSITIONAL = re.compile(r"%(?:\d+\$)?[-#0+]*\d*(?:\.\d+)?l?[sdifrgxu]")
BRACED = re.compile(r"\{(\w*(?:[.\w\[\]]*))(?:![rsa])?(?::[^{}]*)?\}")
BREAK = re.compile(r"<\s*/?\s*(?:br|p|li|ul|ol|div|h\d|tr|td|hr)\b[^<>]*>", re.IGNORECASE)
TAG = re.compile(
    r"<\s*/?\s*(?:a|abbr|b|big|button|code|em|i|img|input|kbd|link|mark|meta|option|pre|samp|script|select|small"
    r"|span|strong|sub|sup|tt|u|var)\b[^<>]*>",
    re.IGNORECASE,
)
LINES = re.compile(r"[ \t]*\n\s*")
BLANKS = re.compile(r"[ \t\n]+")
CHOICE = re.compile(r",\s*(?:plural|select|selectordinal)\s*,")
IDENTIFIER = re.compile(r"\S*[_:/\\]\S*|\S*[a-z]\.[a-z]\S*")
PLACEHOLDER = re.compile(r"\{\w[\w.]*\}")
NUMBERS = range(300)


@dataclass(frozen=True, slots=True)
class Form:
    """A translation, and the source texts that it may be of."""

    target: str
    sources: tuple[str, ...]
    single: bool = False  # stands for one number alone


def units(catalog: Catalog, language: Language) -> Iterator[Unit]:
    for entry in catalog.active:
        if not entry.translated or CHOICE.search(entry.msgid) or IDENTIFIER.fullmatch(entry.msgid):
            continue
        for number, form in enumerate(_forms(entry, catalog), entry.msgid_plural is not None):
            made = _unit(form, entry, number, language)
            if made is not None and not any("\n" in text for text in (made.source, made.target)):
                yield made


def plain(value: str, formatted: bool) -> str:
    """A text of software as it would be in a leaflet; `formatted` if a lone % is a sign of it."""
    value = NAMED.sub(lambda m: "{" + (m[1] or m[2] or m[3]) + "}", value)
    if formatted:
        value = POSITIONAL.sub("{value}", value).replace("%%", "%")
    value = BRACED.sub(lambda m: "{" + _name(m[1]) + "}", value)
    words = TAG.sub("", BREAK.sub(" ", value))
    words = LINES.sub("\n", words if words == value else BLANKS.sub(" ", words).strip())
    return html.unescape(words.strip("\n"))


def _name(field: str) -> str:
    name = re.sub(r"\W+", "_", field).strip("_")
    return name if name[:1].isalpha() else "value"


def _forms(entry: Entry, catalog: Catalog) -> Iterator[Form]:
    if entry.msgid_plural is None:
        yield Form(entry.msgstr[0], (entry.msgid,))
        return
    told = re.search(r"plural\s*=\s*([^;]+)", catalog.field("Plural-Forms"))
    choose = c2py(told[1]) if told else (lambda number: int(number != 1))
    chosen = [choose(number) for number in NUMBERS]
    for form, target in enumerate(entry.msgstr):
        both = (entry.msgid_plural, entry.msgid)
        sources = both[::-1] if form == chosen[1] and len(entry.msgstr) > 1 else both
        yield Form(target, sources, chosen.count(form) == 1)


def _unit(form: Form, entry: Entry, number: int, language: Language) -> Unit | None:
    formatted = bool({"python-format", "c-format"} & set(entry.flags))
    target = plain(form.target, formatted)
    sources = [plain(source, formatted) for source in form.sources]
    source = next((s for s in sources if _places(s) == _places(target)), None)
    if source is None and form.single:
        return None
    place = entry.translated_where
    return Unit(
        sources[0] if source is None else source,
        target,
        language,
        Where(place.path, place.line, number),  # the column tells plural forms apart
        Where("software", place.line),
        entry.msgctxt or "",
    )


def _places(value: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(value))
