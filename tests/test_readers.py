"""The shipped sheets, read back by three kinds of readers: by tags, by pdfium and by poppler."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path
from unicodedata import bidirectional

import pytest

from polyleaf.content import project
from polyleaf.pipeline import plan, recipe

from .conftest import ROOT
from .reading import folded, passages, pdfium, poppler, spoken, unpaired

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

# What a reader makes of a sheet depends on its templates and on its script: one leaflet in each
# language, and the others in one of each direction and in one without spaces.
TAGS = [tag for tag, _ in project.read(ROOT, None).languages]
SHEETS = [("rosacea", tag) for tag in TAGS]
SHEETS += [(name, tag) for name in ("exosome-faq", "exosome-therapy") for tag in ("en", "ar")]
SHEETS += [("exosome-therapy", "zh-Hans")]
NAMES = [f"{leaflet} {tag}" for leaflet, tag in SHEETS]
SPACED = [name for name in NAMES if "zh" not in name]
LEFT_TO_RIGHT = [name for name in NAMES if name.split()[1] not in ("ar", "ur")]
READERS = {"pdfium": pdfium, "poppler": poppler}
FOOTER = re.compile(r'<div class="running-footer[^>]*>.*?</div>', re.DOTALL)
HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
CLASSES = {"L": "left to right", "R": "right to left", "AL": "right to left", "EN": "number"}
HYPHENS = tuple(map(ord, "-\u2010\u2011\u00ad\ufffe\x02"))
EMBEDDINGS = tuple(map(ord, "\u202a\u202b\u202c"))  # poppler's, between runs
# At the end of a line poppler joins what a hyphen parts, pdfium does not.
PARTED = {"pdfium": " ", "poppler": ""}


@cache
def page(name: str) -> str:
    """The page that a sheet was drawn from."""
    leaflet, tag = name.split()
    selection = plan.Selection((leaflet,), (tag,), ("a4",))
    (task,) = plan.plan(project.read(ROOT, None), selection).tasks
    return recipe.rendered_page(task)[0].html.text


@cache
def written(name: str) -> list[str]:
    """The passages of a sheet, as its page was written, without what every page repeats."""
    return passages(FOOTER.sub("", page(name)))


def drawn(shipped: Path, name: str) -> bytes:
    leaflet, tag = name.split()
    return (shipped / f"{tag}/{leaflet}_{tag}_a4.pdf").read_bytes()


@cache
def read(shipped: Path, name: str, reader: str) -> str:
    """What a reader makes of a sheet."""
    return READERS[reader](drawn(shipped, name))


def words(text: str, hyphen: str) -> Counter[str]:
    """Runs of letters of one direction, and of digits; `hyphen` is what stands for one in words.

    Addresses, which may break anywhere, are left out, and so are marks: pdfium moves one at the end
    of a word past a number beside it.
    """
    parts = text.translate(dict.fromkeys(EMBEDDINGS, " ")).split()
    spaced = " ".join(part for part in parts if "/" not in part)
    parted = unicodedata.normalize("NFKC", spaced).translate(dict.fromkeys(HYPHENS, hyphen))
    plain = (c for c in parted if unicodedata.category(c)[0] not in "MC")
    runs = groupby("".join(plain), key=lambda c: c.isalnum() and CLASSES.get(bidirectional(c)))
    return Counter("".join(run) for kind, run in runs if kind)


@pytest.mark.parametrize("name", NAMES)
def test_the_tags_tell_every_letter_in_the_order_it_was_written(shipped: Path, name: str) -> None:
    said = folded(spoken(drawn(shipped, name)))
    # The head of a table that goes on stands on each of its pages.
    heads = {folded(" ".join(passages(head))) for head in HEAD.findall(page(name))}
    wanted = folded(" ".join(written(name)))
    for head in heads:
        said, wanted = said.replace(head, ""), wanted.replace(head, "")
    assert Counter(said) == Counter(wanted)
    # A row of options that goes on is told page by page.
    same = _alike(said, wanted) + _alike(said[::-1], wanted[::-1])
    assert said == wanted or ("options" in page(name) and same > len(wanted) * 0.9)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", NAMES)
def test_every_letter_can_be_copied(shipped: Path, name: str, reader: str) -> None:
    wanted = Counter(unpaired(folded(" ".join(written(name)))))
    found = Counter(unpaired(folded(read(shipped, name, reader))))
    assert wanted - found == Counter()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", SPACED)
def test_every_word_can_be_found(shipped: Path, name: str, reader: str) -> None:
    wanted = words(" ".join(written(name)), PARTED[reader])
    assert sum(wanted.values()) > 500
    lost = wanted - words(read(shipped, name, reader), PARTED[reader])
    # Where a line ends beside another column, a reader may join two words.
    assert sum(lost.values()) <= sum(wanted.values()) * 0.004, lost


def out_of_order(shipped: Path, name: str, reader: str) -> float:
    """The share of passages that the reader does not give in one piece."""
    text = unpaired(folded(read(shipped, name, reader)))
    passages = [unpaired(folded(passage)) for passage in written(name)]
    return sum(passage not in text for passage in passages) / len(passages)


@pytest.mark.parametrize("name", LEFT_TO_RIGHT)
def test_pdfium_reads_passages_in_order(shipped: Path, name: str) -> None:
    """But for the few that go on on another page, with its foot between."""
    assert out_of_order(shipped, name, "pdfium") < 0.06


@pytest.mark.parametrize("name", NAMES)
def test_poppler_reads_passages_in_order(shipped: Path, name: str) -> None:
    """But for what stands side by side, whose lines it mixes: options, terms and their marks."""
    assert out_of_order(shipped, name, "poppler") < 0.35
