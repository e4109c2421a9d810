"""The page to choose from of very many sheets: rows of a manifest that no build has made.

Each leaflet is a condition for some people ("Eczema in children"). In other languages its title is
words of that language's catalog of pages, but rosacea, which has its own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from polyleaf import languages
from polyleaf.content import project as projects
from polyleaf.model.jobs import Built
from polyleaf.pipeline import catalogue
from polyleaf.translation import catalog
from polyleaf.translation.reader import Reader

ROOT = Path(__file__).parents[1]
TAGS = ("en", "hi", "bn", "ta", "te", "mr", "ur", "ar", "es", "fr", "ru", "zh-Hans")
CONDITIONS = (
    "Rosacea", "Eczema", "Psoriasis", "Acne", "Scabies", "Impetigo", "Asthma", "Hay fever",
    "Bronchitis", "High blood pressure", "Heart failure", "Angina", "Type 2 diabetes", "Gout",
    "Osteoporosis", "Back pain", "Migraine", "Epilepsy", "Depression", "Anxiety", "Anaemia",
    "Kidney stones", "Cystitis", "Constipation", "Coeliac disease",
)  # fmt: skip
OF = (
    "", "in children", "in pregnancy", "in older people", "and work", "and travel", "and food",
    "at home", "before an operation", "after hospital",
)  # fmt: skip
EDITIONS = ("a4", "key-facts", "large-print", "web", "text")
SEED = 1


def write(
    folder: Path,
    leaflets: int = 250,
    tags: tuple[str, ...] = TAGS,
    editions: tuple[str, ...] = EDITIONS,
) -> int:
    """Writes the page and all that belongs to it; returns how many sheets it offers."""
    project = projects.read(ROOT, folder)
    made = catalogue.make(catalogue.task(project, Reader(project), _rows(leaflets, tags, editions)))
    assert made.data is not None, made.findings
    for name, data in (
        (catalogue.NAME, made.data),
        *((each.name, each.data) for each in made.others),
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return leaflets * len(tags)


def titles(leaflets: int = 250) -> list[str]:
    """In English, each once."""
    there = [f"{condition} {of}".strip() for of in OF for condition in CONDITIONS]
    return there[:leaflets]


def _rows(leaflets: int, tags: tuple[str, ...], editions: tuple[str, ...]) -> Iterator[Built]:
    for tag in tags:
        own = _words(tag)
        chance = random.Random(f"{SEED} {tag}")
        for number, title in enumerate(titles(leaflets)):
            words = title if tag == "en" else " ".join(chance.sample(own, chance.randint(2, 4)))
            if title == "Rosacea" and tag != "en":
                words = _rosacea(tag)
            for edition in editions:
                yield _row(number, title, words, tag, edition)


def _row(number: int, title: str, local_title: str, tag: str, edition: str) -> Built:
    language = languages.find(tag)
    suffix = {"web": "html", "text": "txt"}.get(edition, "pdf")
    return Built(
        file=f"{tag}/leaflet-{number}_{tag}_{edition}.{suffix}",
        sha256="0" * 64,
        pages=2 if suffix == "pdf" else 0,
        leaflet=f"leaflet-{number}",
        title=title,
        local_title=local_title,
        language=tag,
        own_name=language.own_name,
        english_name=language.english_name,
        direction=language.direction,
        edition=edition,
        version=f"{number:08x}",
        published="2026-11-22",
        review_by="2199-11-22",
        translation="source" if tag == "en" else "machine",
        reviewed_by="",
        reviewed_on="",
        key="",
        findings=(),
        about=f"What {title.lower()} is. When to call us. What you can do yourself. Treatment",
        keywords=("red face",) if title == "Rosacea" else (),
        bytes=1,
    )


def _words(tag: str) -> list[str]:
    entries = _catalog(tag, "interface").active if tag != "en" else ()
    found = (re.findall(r"[^\W\d_]{3,}", text) for entry in entries for text in entry.msgstr)
    return sorted({word for words in found for word in words})


def _rosacea(tag: str) -> str:
    return _catalog(tag, "rosacea").index()["leaflet/title", "Rosacea"].msgstr[0]


def _catalog(tag: str, domain: str) -> catalog.Catalog:
    path = ROOT / "locales" / tag.replace("-", "_") / "LC_MESSAGES" / f"{domain}.po"
    return catalog.read(path.read_bytes(), str(path))
