"""`locales/memory/`: the TMX files of a project, from whatever tool, and the pairs in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from ... import files, languages
from ...content.project import Project
from ...model.findings import Finding, PolyleafError, Severity, Where
from ...model.sheet import Language
from . import tmx
from .pairs import TextPair
from .tmx import TmxUnit

FOLDER = "locales/memory"
LIMIT = 100_000_000  # bytes: some 500,000 units
TRANSLATIONS = (".po", ".pot", ".csv", ".xlsx", ".xlf", ".xliff", ".mxliff", ".sdltm", ".sdlxliff",
                ".mtf", ".txml", ".tbx", ".gz", ".zip", ".7z")  # fmt: skip
TmxFile = tuple[str, tuple[TmxUnit, ...]]  # its name as findings and comments have it


def read(project: Project, findings: list[Finding]) -> tuple[TmxFile, ...]:
    """The units of each file that can be read; what is wrong goes to `findings`."""
    found: list[TmxFile] = []
    for name in files.names(project.root / FOLDER):
        where = Where(f"{FOLDER}/{name}")
        if not name.lower().endswith(".tmx"):
            findings += _unread(where, name)
            continue
        try:
            data = files.read_inside(
                project.root, where.path, where, LIMIT, large_hint="export it in parts"
            )
            units = tuple(tmx.read(data, where.path))
        except PolyleafError as error:
            findings += error.findings
            continue
        findings += _unusable(where, units, project.source)
        found.append(("".join(c if c.isprintable() else "?" for c in where.path), units))
    return tuple(found)


def pairs(those: Iterable[TmxFile], source: Language, target: Language) -> Iterator[TextPair]:
    """What the files have in the two languages: each variant of one with each of the other."""
    ours = cache(lambda tag: languages.distance(tag, source))
    wanted = cache(lambda tag: languages.distance(tag, target))
    for path, units in those:
        for unit in units:
            sources = [each for each in unit.variants if ours(each[0]) is not None]
            for tag, text in unit.variants:
                if (far := wanted(tag)) is None:
                    continue
                other = f" ({languages.canonical(tag)})" if far else ""
                for each in sources:
                    if each != (tag, text):
                        origin = f"{path}:{unit.line}{other}"
                        yield TextPair(each[1], text, origin, distance=far)


def _unread(where: Where, name: str) -> Iterator[Finding]:
    if name.lower().endswith(TRANSLATIONS):
        message, hint = "it is no TMX file and is not read", "let the tool export a TMX file"
        yield Finding(where, "memory-unread", message, hint, Severity.WARNING)


def _unusable(where: Where, units: tuple[TmxUnit, ...], source: Language) -> Iterator[Finding]:
    """Tags that are no language's, each once, and a file without the language of the leaflets."""
    lines: dict[str, int] = {}
    for unit in units:
        for tag, _ in unit.variants:
            lines.setdefault(tag, unit.line)
    for tag, line in lines.items():
        if not languages.canonical(tag):
            what = f'"{tag[:40]}" is no language\'s tag' if tag else "a variant without xml:lang"
            hint = "correct it in the file: what is in this language is not offered"
            yield Finding(
                where._replace(line=line), "memory-language", what, hint, Severity.WARNING
            )
    if lines and all(languages.distance(tag, source) is None for tag in lines):
        message = f"no text in it is {source.english_name}, the language of the leaflets"
        hint = f"its languages are {', '.join(sorted(filter(None, lines))[:8])}"
        yield Finding(where, "memory-language", message, hint, Severity.WARNING)
