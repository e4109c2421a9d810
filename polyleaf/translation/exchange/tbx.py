"""A glossary as TBX-Basic (ISO 30042:2019), and as TBX of 2008 and other tools write it.

A form of the glossary is a term here, its `*` for any ending included: many tools read it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...files import safe_xml
from ...files.safe_xml import Node, attributes, text
from ...model.findings import Where
from .parcel import Parcel, ReturnedPart, ReturnedText, SentText

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOTS = re.compile(rb"<(?:tbx|martif)\b")
JOINT = " | "  # between the forms of a term, as a glossary has them


def write(parcel: Parcel) -> bytes:
    """A concept for each term; a term without a translation has its own language alone."""
    source = parcel.source.tag
    root = attributes(
        type="TBX-Basic", style="dca", xml__lang=source, xmlns="urn:iso:std:iso:30042:ed-2"
    )
    about = f"{parcel.title}: {parcel.source.english_name} – {parcel.target.english_name}"
    lines = [
        f"{HEAD}<tbx{root}>",
        "<tbxHeader><fileDesc>",
        f"<titleStmt><title>{text(about)}</title></titleStmt>",
        "<sourceDesc><p>Polyleaf. A * stands for any ending of a word.</p></sourceDesc>",
        "</fileDesc></tbxHeader>",
        "<text><body>",
        *(_concept(parcel, each) for each in parcel.texts),
        "</body></text>",
        "</tbx>\n",
    ]
    return "\n".join(lines).encode()


def fits(data: bytes) -> bool:
    return safe_xml.is_xml(data) and bool(ROOTS.search(data[:4000].replace(b"\0", b"")))


def read(data: bytes, path: str, _tag: str = "") -> Iterator[ReturnedPart]:
    """One part for each language beside the first, which is that of the sources."""
    root = safe_xml.parse(data, path)
    source = root.value("lang")
    found: dict[str, list[ReturnedText]] = {}
    for concept in root.below("conceptEntry", "termEntry"):
        languages = list(concept.below("langSec", "langSet"))
        tags = [each.value("lang") for each in languages]
        own = next((n for n, tag in enumerate(tags) if _same(tag, source)), 0)
        for number, section in enumerate(languages):
            if number != own:
                returned = _returned(concept, languages[own], section, path)
                found.setdefault(tags[number], []).append(returned)
    for tag, texts in found.items():
        yield ReturnedPart(Where(path, 1), tuple(texts), "glossary", source, tag)


def _concept(parcel: Parcel, sent: SentText) -> str:
    definition = "; ".join(sent.notes)
    lines = [f'<conceptEntry id="c{sent.id}">']
    if definition:
        lines.append(f'<descrip type="definition">{text(definition)}</descrip>')
    lines.append(_section(parcel.source.tag, [sent.source]))
    if forms := [form.strip() for form in sent.target.split("|") if form.strip()]:
        lines.append(_section(parcel.target.tag, forms))
    return "\n".join([*lines, "</conceptEntry>"])


def _section(tag: str, forms: Iterable[str]) -> str:
    terms = "".join(f"<termSec><term>{text(form)}</term></termSec>" for form in forms)
    return f'<langSec xml:lang="{tag}">{terms}</langSec>'


def _returned(concept: Node, source: Node, section: Node, path: str) -> ReturnedText:
    term = next(iter(_terms(source)), "")
    number = concept.value("id").removeprefix("c")
    where = Where(path, section.line)
    return ReturnedText(where, term, JOINT.join(_terms(section)), None, number)


def _terms(section: Node) -> list[str]:
    found = (" ".join("".join(each.itertext()).split()) for each in section.below("term"))
    return [term for term in found if term]


def _same(tag: str, source: str) -> bool:
    return tag.lower().partition("-")[0] == source.lower().partition("-")[0]
