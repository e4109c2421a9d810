"""What the parts of a content file must be to each other, and to the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from ...model.findings import Finding, Where, did_you_mean
from ...model.jobs import GLOSSARY, INTERFACE
from ..yaml import Scalar
from . import block_shapes as shape
from .block_base import BlockShape
from .shape import ID, EditionShape, QuestionShape, SectionShape, SourceShape

BlockT = TypeVar("BlockT", bound=BlockShape)
Parts = Sequence[SectionShape | QuestionShape]
# Names of catalogs that do not belong to a leaflet, of commands, and of devices.
RESERVED = (
    *(INTERFACE, GLOSSARY, "build", "calibrate", "catalogs", "check", "completion", "export"),
    *(
        "fonts",
        "import",
        "ledger",
        "new",
        "new-leaflet",
        "schema",
        "serve",
        "sign",
        "status",
        "translate",
        "waive",
    ),
    "worksheet",
    *("aux", "con", "nul", "prn"),  # no file may be called that in Windows
)


def findings(
    parts: Parts,
    sources: Iterable[SourceShape],
    editions: Mapping[Scalar, EditionShape],
    path: str,
) -> Iterator[Finding]:
    """What is wrong with parts of the file that are right by themselves."""
    yield from name_faults(path)
    yield from _taken_ids(part.id for part in parts)
    yield from _taken_ids(source.id for source in sources)
    yield from _unknown_sections(parts, editions)
    yield from _ragged_rows(_blocks(parts, shape.TableShape))
    yield from _second_key_lists(_blocks(parts, shape.ListShape))


def pictures(parts: Parts) -> Iterator[Scalar]:
    """The names of all pictures."""
    yield from (figure.image for figure in _blocks(parts, shape.FigureShape))
    steps = (step for block in _blocks(parts, shape.StepsShape) for step in block.items)
    yield from (step.image for step in steps if step.image)


def name_faults(path: str) -> Iterator[Finding]:
    """Catalogs and sheets are named after the file, also on systems that ignore case."""
    name = PurePosixPath(path).stem
    if name in RESERVED:
        message = f'the name "{name}" is reserved'
        yield Finding(Where(path), "name-taken", message, "rename the file")
    elif not re.fullmatch(ID, name):
        message = f'"{name}" cannot name a leaflet'
        hint = "use small letters, digits and hyphens: hand-washing.yaml"
        yield Finding(Where(path), "name-form", message, hint)


def _taken_ids(ids: Iterable[Scalar]) -> Iterator[Finding]:
    seen: dict[str, Where] = {}
    for name in ids:
        if first := seen.get(name):
            message = f'the id "{name}" is taken'
            yield Finding(name.where, "id-duplicate", message, f"first on line {first.line}")
        else:
            seen[name] = name.where


def _unknown_sections(parts: Parts, editions: Mapping[Scalar, EditionShape]) -> Iterator[Finding]:
    known = [str(part.id) for part in parts]
    for edition, chosen in editions.items():
        for name in chosen.sections:
            if name not in known:
                message = f'{edition}: no section has the id "{name}"'
                yield Finding(name.where, "section-unknown", message, did_you_mean(name, known))


def _ragged_rows(tables: Iterable[shape.TableShape]) -> Iterator[Finding]:
    """Rows of another length than the header: later cells would be under the wrong heading."""
    for table in tables:
        for row in table.rows:
            if len(row) != len(table.columns):
                message = f"the row has {len(row)} cells for {len(table.columns)} columns"
                yield Finding(row[0].where, "table-row", message, "quote text that holds a comma")


def _blocks(parts: Parts, kind: type[BlockT]) -> Iterator[BlockT]:
    return (entry.value for part in parts for entry in part.blocks if isinstance(entry.value, kind))


def _second_key_lists(lists: Iterable[shape.ListShape]) -> Iterator[Finding]:
    """Key lists after the first that a country's readers would see."""
    seen: list[tuple[shape.ListShape, frozenset[str]]] = []
    for block in lists:
        if not block.key:
            continue
        countries = frozenset(block.only.country if block.only else ())
        for first, others in seen:
            if not countries or not others or countries & others:
                message = "a leaflet has only one list with key: true"
                hint = f"the first is on line {first.place.line}"
                yield Finding(block.place, "key-twice", message, hint)
                break
        seen.append((block, countries))
