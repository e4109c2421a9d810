"""XLIFF 2.1 (OASIS, 2018; ISO 21720), and 2.0, which has the same elements."""

from __future__ import annotations

from collections.abc import Iterator

from ...files import safe_xml
from ...files.safe_xml import Node, attributes, text
from ...model.findings import Where
from . import inline_elements, protected
from .parcel import Parcel, ReturnedPart, ReturnedText, SentText, State
from .protected import Code, Parts
from .unit_segments import is_partial
from .xliff1 import ADVICE, HEAD, TRANSLATORS

STATES: dict[State, str] = {
    "new": "initial",
    "needs-review": "initial",
    "translated": "translated",
    "final": "final",
}
SPACES = attributes(
    xmlns="urn:oasis:names:tc:xliff:document:2.0",
    xmlns__slr="urn:oasis:names:tc:xliff:sizerestriction:2.0",
)
PROFILES = '<slr:profiles generalProfile="xliff:codepoints"/>'


def write(parcel: Parcel) -> bytes:
    """The file; a message's context is the `name` of its unit."""
    root = attributes(version="2.1", srcLang=parcel.source.tag, trgLang=parcel.target.tag)
    places = (place for sent in parcel.texts for place in sent.places)
    file = attributes(
        id=parcel.domain,
        original=next(places, parcel.domain).partition(":")[0],
        srcDir=parcel.source.direction,
        trgDir=parcel.target.direction,
    )
    lines = [
        f"{HEAD}<xliff{SPACES}{root}>",
        f"<file{file}>",
        PROFILES,
        f'<notes><note category="instructions">{text(ADVICE)}</note></notes>',
        *(_unit(each) for each in parcel.texts),
        "</file>\n</xliff>\n",
    ]
    return "\n".join(lines).encode()


def fits(data: bytes) -> bool:
    head = data[:4000].replace(b"\0", b"")
    later = b"urn:oasis:names:tc:xliff:document:2" in head or b'version="2' in head
    return safe_xml.is_xml(data) and b"<xliff" in head and later


def read(data: bytes, path: str, _tag: str = "") -> Iterator[ReturnedPart]:
    root = safe_xml.parse(data, path)
    for file in root.below("file"):
        yield ReturnedPart(
            where=Where(path, file.line),
            texts=tuple(_returned(unit, path) for unit in file.below("unit")),
            domain=file.value("id") or file.value("original"),
            source_tag=root.value("srcLang"),
            target_tag=root.value("trgLang"),
        )


def _unit(sent: SentText) -> str:
    unit = {"id": sent.id, "name": sent.context, "xml__space": "preserve"}
    limit = attributes(slr__sizeRestriction=sent.max_length)
    source = protected.split(sent.source)
    target = protected.aligned(protected.split(sent.target), source)
    data = _Data()
    review = "polyleaf:needs-review" if sent.state == "needs-review" else None
    segment = attributes(id="s1", state=STATES[sent.state], subState=review)
    written = [f"<segment{segment}>", f"<source>{_content(source, data)}</source>"]
    if sent.target:
        written.append(f"<target>{_content(target, data)}</target>")
    lines = [f"<unit{attributes(**unit)}{limit}>"]
    if notes := list(_notes(sent)):
        lines += ["<notes>", *notes, "</notes>"]
    if data.known:
        each = (f'<data id="{name}">{text(native)}</data>' for native, name in data.known.items())
        lines += ["<originalData>", *each, "</originalData>"]
    return "\n".join([*lines, *written, "</segment>", "</unit>"])


def _notes(sent: SentText) -> Iterator[str]:
    for place in sent.places:
        yield f'<note category="location">{text(place)}</note>'
    for note in sent.notes:
        yield f'<note category="developer">{text(note)}</note>'


class _Data:
    """The characters of codes, which a unit holds once and apart from its text."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def name(self, native: str) -> str:
        return self.known.setdefault(native, f"d{len(self.known) + 1}")


def _content(parts: Parts, data: _Data) -> str:
    closing = {p.number: p.text for p in parts if isinstance(p, Code) and p.kind == "close"}

    def code(code: Code) -> str:
        if code.kind == "close":
            return "</pc>"
        kept = {"canCopy": "no", "canDelete": "no"}
        if code.kind == "alone":
            alone = attributes(id=code.number, dataRef=data.name(code.text), disp=code.text, **kept)
            return f"<ph{alone}/>"
        pair = attributes(
            id=code.number,
            dataRefStart=data.name(code.text),
            dataRefEnd=data.name(closing[code.number]),
            **kept,
        )
        return f"<pc{pair}>"

    return inline_elements.write(parts, code)


def _returned(unit: Node, path: str) -> ReturnedText:
    natives = {data.value("id"): "".join(data.itertext()) for data in unit.below("data")}
    parts = [child for child in unit if isinstance(child, Node) and _is_text(child)]
    segments = [(_text(p, "source", natives), _text(p, "target", natives)) for p in parts]
    cut = [pair for part, pair in zip(parts, segments, strict=True) if part.name == "segment"]
    begun = any(target.strip() for _, target in cut)
    marks = [part.value("state") for part in parts if part.name == "segment"]
    untouched = "initial" in marks and all(source == target for source, target in cut)
    notes = (note for note in unit.below("note") if note.value("category") in TRANSLATORS)
    targets = (next(part.own("target"), None) for part in parts)
    line = next((target.line for target in targets if target is not None), unit.line)
    return ReturnedText(
        where=Where(path, line),
        source="".join(source for source, _ in segments),
        target="" if not begun or untouched else "".join(_ordered(parts, natives)),
        context=unit.value("name") or None,
        id=unit.value("id"),
        fuzzy="initial" in marks or is_partial(cut),
        notes=tuple("".join(note.itertext()).strip() for note in notes),
    )


def _is_text(child: Node) -> bool:
    return child.name in ("segment", "ignorable")


def _ordered(parts: list[Node], natives: dict[str, str]) -> Iterator[str]:
    """The targets in the order of the translation; what is between sentences may have none."""
    places = []
    for number, part in enumerate(parts, 1):
        target = next(part.own("target"), None)
        order = target.value("order") if target is not None else ""
        places.append((int(order) if order.isdigit() else number, part))
    for _, part in sorted(places, key=lambda place: place[0]):
        words = _text(part, "target", natives)
        yield words or (_text(part, "source", natives) if part.name == "ignorable" else "")


def _text(part: Node, name: str, natives: dict[str, str]) -> str:
    return inline_elements.read(next(part.own(name), None), natives)
