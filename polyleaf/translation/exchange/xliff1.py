"""XLIFF 1.2 (OASIS, 2008), as agencies' tools take and return it.

OmegaT translates what is in a target, so targets may begin as copies of their sources there.

Each placeholder is a `<ph>` that holds its own characters, and an emphasis or a link a pair of
`<bpt>` and `<ept>`, so that a tool without tags shows them as they are and loses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import __version__
from ...files import safe_xml
from ...files.safe_xml import Node, attributes, text
from ...model.findings import Where
from . import inline_elements, protected
from .parcel import Parcel, ReturnedPart, ReturnedText, SentText, State
from .protected import Code
from .tool_states import is_fuzzy
from .unit_segments import in_segments, is_partial

STATES: dict[State, str] = {
    "new": "new",
    "needs-review": "needs-review-translation",
    "translated": "translated",
    "final": "final",
}
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = "urn:oasis:names:tc:xliff:document:1.2"
CONTEXT = "x-gettext-msgctxt"
HEADER = "x-gettext-domain-header"  # how translate-toolkit calls that of a catalog
ADVICE = "Keep every placeholder and every mark of the source; do not translate or retype them."
TRANSLATORS = ("translator", "reviewer")
UNTRANSLATED = ("new", "needs-translation")  # states of a target that begins as its source
# What a code is, by how it begins.
KINDS = {"{": "x-placeholder", "[@": "x-citation", "[": "link", "*": "x-emphasis", "": "x-mark"}


def write(parcel: Parcel) -> bytes:
    """The file; a message's context is its `resname`."""
    file = attributes(
        original=_original(parcel),
        source_language=parcel.source.tag,
        target_language=parcel.target.tag,
        datatype="plaintext",
        product_name=parcel.domain,
        tool_id="polyleaf",
    )
    tool = attributes(tool_id="polyleaf", tool_name="Polyleaf", tool_version=__version__)
    lines = [
        f'{HEAD}<xliff version="1.2" xmlns="{SPACE}">',
        f"<file{file}>",
        f"<header><note>{text(ADVICE)}</note><tool{tool}/></header>",
        "<body>",
        *(_unit(parcel, each) for each in parcel.texts),
        "</body>\n</file>\n</xliff>\n",
    ]
    return "\n".join(lines).encode()


def fits(data: bytes) -> bool:
    head = data[:4000].replace(b"\0", b"")
    return safe_xml.is_xml(data) and b"<xliff" in head and not _is_later(head)


def read(data: bytes, path: str, _tag: str = "") -> Iterator[ReturnedPart]:
    root = safe_xml.parse(data, path)
    for file in root.below("file"):
        natives = dict(_of_header(file))
        yield ReturnedPart(
            where=Where(path, file.line),
            texts=tuple(
                _returned(unit, path, natives)
                for unit in file.below("trans-unit")
                if unit.value("restype") != HEADER
            ),
            domain=file.value("product-name") or file.value("original"),
            source_tag=file.value("source-language"),
            target_tag=file.value("target-language"),
        )


def _unit(parcel: Parcel, sent: SentText) -> str:
    unit = attributes(
        id=sent.id,
        resname=sent.context,
        translate="yes",
        # Without it translate-toolkit takes a translation for fuzzy, whatever its state.
        approved="yes" if sent.state in ("translated", "final") else "no",
        xml__space="preserve",
        maxwidth=sent.max_length,
        size_unit="char" if sent.max_length else None,
    )
    qualifier = "mt-suggestion" if parcel.machine and sent.target else None
    target = attributes(
        xml__lang=parcel.target.tag, state=STATES[sent.state], state_qualifier=qualifier
    )
    source = protected.split(sent.source)
    filled = sent.target or (sent.source if parcel.copies_source else "")
    translated = protected.aligned(protected.split(filled), source)
    lines = [
        f"<trans-unit{unit}>",
        f"<source{attributes(xml__lang=parcel.source.tag)}>{_content(source)}</source>",
        f"<target{target}>{_content(translated)}</target>",
        *_contexts(sent),
        *(f'<note from="developer">{text(note)}</note>' for note in sent.notes),
        "</trans-unit>",
    ]
    return "\n".join(lines)


def _contexts(sent: SentText) -> Iterator[str]:
    """Where the source text stands, and its msgctxt."""
    for place in sent.places:
        file, _, line = place.partition(":")
        inside = f'<context context-type="sourcefile">{text(file)}</context>'
        if line:
            inside += f'<context context-type="linenumber">{text(line)}</context>'
        yield f'<context-group purpose="location">{inside}</context-group>'
    if sent.context:
        context = f'<context context-type="{CONTEXT}">{text(sent.context)}</context>'
        yield f'<context-group purpose="information">{context}</context-group>'


def _content(parts: protected.Parts) -> str:
    return inline_elements.write(parts, _code)


def _code(code: Code) -> str:
    inside = text(code.text)
    if code.kind == "close":  # which has no ctype of its own
        return f"<ept{attributes(id=code.number, rid=code.number)}>{inside}</ept>"
    what = next(kind for start, kind in KINDS.items() if code.text.startswith(start))
    if code.kind == "open":
        return f"<bpt{attributes(id=code.number, rid=code.number, ctype=what)}>{inside}</bpt>"
    return f"<ph{attributes(id=code.number, ctype=what)}>{inside}</ph>"


def _returned(unit: Node, path: str, natives: dict[str, str]) -> ReturnedText:
    source, target = next(unit.own("source"), None), next(unit.own("target"), None)
    said = next(unit.own("seg-source"), None) if source is None else source
    natives = natives | dict(_of_source(said))
    notes = (note for note in unit.own("note") if note.value("from").lower() in TRANSLATORS)
    words, before = inline_elements.read(target, natives), inline_elements.read(said, natives)
    state = target.value("state") if target is not None else ""
    untouched = words == before and state in UNTRANSLATED
    return ReturnedText(
        where=Where(path, target.line if target is not None else unit.line),
        source=before,
        target="" if untouched or unit.value("translate") == "no" else words,
        context=_context(unit),
        id=unit.value("id"),
        fuzzy=is_fuzzy(unit, target) or is_partial(in_segments(unit)),
        notes=tuple("".join(note.itertext()).strip() for note in notes),
    )


def _context(unit: Node) -> str | None:
    """The msgctxt: tools that drop `resname` keep the context, or the other way round."""
    for context in unit.below("context"):
        if context.value("context-type") == CONTEXT:
            return "".join(context.itertext())
    return unit.value("resname") or None


def _of_header(file: Node) -> Iterator[tuple[str, str]]:
    """What Trados keeps apart: the characters of each tag, in the head of its SDLXLIFF."""
    for tag in file.below("tag"):
        for end, names in (("Start", ("ph", "bpt", "st")), ("End", ("ept",))):
            for each in tag.below(*names):
                yield f"{end} {tag.value('id')}", "".join(each.itertext())


def _of_source(source: Node | None) -> Iterator[tuple[str, str]]:
    """The characters of the codes in a source, for a target that has the numbers alone."""
    for code in source.below(*inline_elements.NATIVE) if source is not None else ():
        if inside := "".join(code.itertext()):
            end = "End" if code.name in inline_elements.ENDS else "Start"
            yield f"{end} {code.value('rid') or code.value('id')}", inside


def _is_later(head: bytes) -> bool:
    return b"urn:oasis:names:tc:xliff:document:2" in head or b'version="2' in head


def _original(parcel: Parcel) -> str:
    place = next((place for sent in parcel.texts for place in sent.places), parcel.domain)
    return place.partition(":")[0]
