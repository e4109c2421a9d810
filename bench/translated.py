"""How often `import --translation-of` is right: the shipped leaflets as documents of Word, as they
are and as people change them, against the catalogs that they were made from.

    .venv/bin/python -m bench.translated                   right and wrong by band of sureness
    .venv/bin/python -m bench.translated --wrong 60        also each wrong pair from this sureness
    .venv/bin/python -m bench.translated --strangers       each document as another leaflet's

A pair is right if its text is the catalog's own translation, cut if it is a part of it or has a
sentence too many, and wrong otherwise. The catalog that is filled is empty, and so is its glossary.
docs/import.md has what was counted. Documents are kept in .cache/translated.
"""

from __future__ import annotations

import argparse
import html
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from polyleaf import api, languages
from polyleaf.content import project
from polyleaf.content.documents import document_blocks
from polyleaf.content.documents.blocks import DocumentBlock, DocumentItem
from polyleaf.translation import alignment, localize
from polyleaf.translation.reader import read_leaflet, read_messages
from polyleaf.translation.workflow.translated_document import FLOOR

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache/translated"
LANGUAGES = ("es", "fr", "ar", "ur", "hi", "zh-Hans")
BANDS = (95, 90, 85, 80, 75, 70, 60, 50, 30, 0)
# What the sheet says besides, and pairs are compared without.
BESIDE = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|\([^)]*\)|（[^）]*）")
Verdict = Literal["right", "cut", "wrong"]
Blocks = list[DocumentBlock]


@dataclass(frozen=True, slots=True)
class Judged:
    leaflet: str
    language: str
    way: str  # of the document: docx, md …
    source: str
    text: str
    own: str
    sureness: int
    verdict: Verdict


def judged(ways: Sequence[str] = ("docx", "md", "html", "txt")) -> Iterator[Judged]:
    """Every pair of every document; those that end in anything but `docx` are damaged first."""
    for path in _documents():
        leaflet, _, tag = path.stem.rpartition("_")
        blocks = document_blocks.blocks(path.read_bytes(), path.name)
        for way in ways:
            data = path.read_bytes()
            if way != "docx":
                rng = random.Random(f"{path.stem} {way}")
                data = WRITERS[way](damaged(blocks, rng, tag)).encode()
            yield from pairs(leaflet, tag, way, data)


def pairs(leaflet: str, tag: str, way: str, data: bytes) -> Iterator[Judged]:
    """The pairs of a document that is said to be a translation of the leaflet."""
    shipped, language = project.read(ROOT, ROOT / "output"), languages.find(tag)
    texts = list(localize.translatable(read_leaflet(shipped, leaflet)))
    own = read_messages(shipped, leaflet, language).found
    values = dict(shipped.clinic.values)
    source = shipped.source
    readers = tuple(alignment.FeatureReader(each, (), values) for each in (source, language))
    fitting = alignment.PairFitting(source, language, values)
    found = alignment.align(
        [(text.context, text.value) for text in texts],
        alignment.texts_of(document_blocks.blocks(data, f"x.{way}")),
        (readers[0], readers[1]),
        languages.length_ratio(language),
    )
    for aligned in found.pairs:
        text = texts[aligned.message]
        pair = fitting.fitted(text.context, text.value, aligned)
        its = own[text.context, text.value].text
        verdict = _verdict(pair.text, its)
        yield Judged(leaflet, tag, way, text.value, pair.text, its, pair.sureness, verdict)


def _verdict(text: str, own: str) -> Verdict:
    one, other = (" ".join(re.findall(r"\w+", BESIDE.sub("", each))) for each in (text, own))
    if fuzz.ratio(one, other) >= 92:
        return "right"
    return (
        "cut" if fuzz.partial_ratio(one, other) >= 92 and min(len(one), len(other)) > 8 else "wrong"
    )


def damaged(blocks: Blocks, rng: random.Random, tag: str) -> Blocks:
    """As documents are in life: something is missing, joined, added, moved or retyped."""
    made = [block for block in blocks if rng.random() > 0.05]
    joined: Blocks = []
    for block in made:
        last = joined[-1] if joined else None
        both = last is not None and last.kind == block.kind == "paragraph"
        if both and last is not None and rng.random() < 0.15:
            joined[-1] = replace(last, text=f"{last.text} {block.text}")
        elif block.kind == "paragraph" and rng.random() < 0.05 and ". " in block.text:
            halves = block.text.split(". ", 1)
            joined += (DocumentBlock("paragraph", half) for half in (f"{halves[0]}.", halves[1]))
        elif block.kind == "table" and rng.random() < 0.5:
            cells = (cell for row in block.rows for cell in row if cell)
            joined += (DocumentBlock("paragraph", cell) for cell in cells)
        else:
            joined.append(block)
    boxes = [block for block in joined if block.kind == "box"]
    for box in rng.sample(boxes, len(boxes) // 3):
        joined.remove(box)
        joined.insert(rng.randrange(len(joined)), box)
    heads = [at for at, block in enumerate(joined) if block.kind == "heading" and block.level == 2]
    if len(heads) > 4:  # two sections change their places
        first, second, third = heads[1:4]
        joined[first:third] = joined[second:third] + joined[first:second]
    joined.append(DocumentBlock("paragraph", EXTRA[tag]))
    digits = languages.find(tag).digits
    return [_in_digits(block, digits) for block in joined] if digits else joined


# “About this leaflet: our team wrote it in 2019. Ask for it in large print.”
EXTRA = {
    "es": "Acerca de este folleto: lo escribió nuestro equipo en 2019. Pídalo en letra grande.",
    "fr": "Ce dépliant : notre équipe l’a écrit en 2019. Demandez-le en gros caractères.",
    "ar": "عن هذه النشرة: كتبها فريقنا عام 2019. اطلبها بحروف كبيرة.",
    "ur": "اس کتابچے کے بارے میں: ہماری ٹیم نے اسے 2019 میں لکھا۔ بڑے حروف میں مانگیں۔",
    "hi": "इस पत्रक के बारे में: हमारी टीम ने इसे 2019 में लिखा। बड़े अक्षरों में माँगें।",
    "zh-Hans": "关于本单张：由我们的团队于2019年编写。可索取大字版。",
}


def _in_digits(block: DocumentBlock, digits: str) -> DocumentBlock:
    own = str.maketrans("0123456789", digits)

    def changed(text: str) -> str:
        return text if "](" in text else text.translate(own)

    return replace(
        block,
        text=changed(block.text),
        items=[DocumentItem(changed(i.text), [*map(changed, i.below)]) for i in block.items],
        rows=[[*map(changed, row)] for row in block.rows],
        inside=[_in_digits(each, digits) for each in block.inside],
    )


def _html(blocks: Blocks) -> str:
    return "\n".join(_element(block) for block in blocks)


def _element(block: DocumentBlock) -> str:
    def said(text: str) -> str:
        bare = html.escape(re.sub(r"\\(.)", r"\1", text))
        return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", bare)

    match block.kind:
        case "heading":
            return f"<h{min(block.level, 4)}>{said(block.text)}</h{min(block.level, 4)}>"
        case "list" | "steps":
            return f"<ul>{''.join(f'<li>{said(item.text)}</li>' for item in block.items)}</ul>"
        case "table":
            cells = ("".join(f"<td>{said(cell)}</td>" for cell in row) for row in block.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case "box":
            return f"<blockquote>{_html(block.inside)}</blockquote>"
        case "figure":
            alt = html.escape(block.picture.alt) if block.picture else ""
            return f'<img alt="{alt}">'
    return f"<p>{said(block.text)}</p>"


def _lines(blocks: Blocks, heading: str, bullet: str) -> Iterator[str]:
    for block in blocks:
        if block.kind == "heading":
            yield f"{heading}{block.text}"
        elif block.kind in ("list", "steps"):
            yield "\n".join(f"{bullet}{item.text}" for item in block.items)
        elif block.kind == "table":
            yield from (cell for row in block.rows for cell in row if cell)
        elif block.kind == "box":
            yield from _lines(block.inside, heading, bullet)
        elif block.text:
            yield block.text


def _markdown(blocks: Blocks) -> str:
    return "\n\n".join(_lines(blocks, "## ", "- "))


def _plain(blocks: Blocks) -> str:
    text = "\n\n".join(_lines(blocks, "", "• ")).replace("**", "")
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"\\([\[\]*{}\\])", r"\1", text))


WRITERS = {"html": _html, "md": _markdown, "txt": _plain}


def _documents() -> list[Path]:
    if not CACHE.exists():
        for name in project.read(ROOT, ROOT / "output").leaflet_names():
            api.word_files(ROOT, [name], LANGUAGES, output=CACHE)
    return sorted(CACHE.glob("*.docx"))


def strangers() -> Iterator[tuple[str, int, int]]:
    """(document as leaflet, pairs from the floor on, messages) of what is no translation."""
    names = sorted({path.stem.rpartition("_")[0] for path in _documents()})
    for path in _documents():
        leaflet, _, tag = path.stem.rpartition("_")
        for other in names:
            shipped = project.read(ROOT, ROOT / "output")
            tags = {each.stem.rpartition("_")[2] for each in CACHE.glob(f"{other}_*.docx")}
            if other != leaflet and tag in tags:
                found = list(pairs(other, tag, "docx", path.read_bytes()))
                messages = len(list(localize.translatable(read_leaflet(shipped, other))))
                sure = sum(pair.sureness >= FLOOR for pair in found)
                yield f"{path.stem} as {other}", sure, messages


def main() -> None:
    parser = argparse.ArgumentParser(description="how often aligned translations are right")
    parser.add_argument("--wrong", type=int, metavar="SURENESS", help="list what is not right")
    parser.add_argument("--strangers", action="store_true", help="documents of other leaflets")
    told = parser.parse_args()
    if told.strangers:
        for what, sure, messages in strangers():
            print(f"{what}: {sure} of {messages}")
        return
    counts: Counter[tuple[str, int, Verdict]] = Counter()
    for each in judged():
        band = next(band for band in BANDS if each.sureness >= band)
        counts[each.way, band, each.verdict] += 1
        counts["all", band, each.verdict] += 1
        if told.wrong is not None and each.sureness >= told.wrong and each.verdict != "right":
            print(f"[{each.leaflet} {each.language} {each.way} {each.sureness}] {each.verdict}")
            print(f"  {each.source}\n  {each.text}\n  {each.own}")
    for way in ("docx", "md", "html", "txt", "all"):
        for band in BANDS:
            right, cut, wrong = (counts[way, band, v] for v in ("right", "cut", "wrong"))
            whole = right + cut + wrong
            share = f"{right / whole:7.2%}" if whole else "      –"
            print(f"{way:5} {band:3}+ {right:5} right {cut:4} cut {wrong:4} wrong {share}")


if __name__ == "__main__":
    main()
