"""A validated shape → Leaflet, with contexts for translators, pictures as bytes and unique ids."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import TypeVar

from ... import languages
from ...model import leaflet as model
from ...model.findings import Finding, PolyleafError, Where, did_you_mean, first_findings
from ...model.inline import one_line
from ...model.jobs import GLOSSARY, INTERFACE
from ...model.leaflet import Asset, Block, Leaflet, Text
from .. import yaml
from ..yaml import Scalar
from . import shape
from .shape import SHAPES, BlockShape, FaqShape, LeafletShape

BlockT = TypeVar("BlockT", bound=BlockShape)
# Names of catalogs that do not belong to a leaflet, and of commands.
RESERVED = (
    *(INTERFACE, GLOSSARY, "build", "catalogs", "check", "completion", "fonts"),
    *("schema", "serve", "sign", "status", "waive"),
)
Pictures = Callable[[str, Where], Asset]  # raises PolyleafError


def parse(data: bytes, path: str, pictures: Pictures, language: str = languages.ENGLISH) -> Leaflet:
    """The leaflet in `data`, which is written in `language` (BCP 47).

    Raises PolyleafError with every problem of the file.
    """
    tree = yaml.load(data, path)
    written = yaml.validate(tree, path, _shape_of(tree, path))
    parts = written.sections if isinstance(written, LeafletShape) else written.questions
    findings = [
        *_bad_name(path),
        *_taken_ids(part.id for part in parts),
        *_taken_ids(source.id for source in written.sources),
        *_ragged_rows(_blocks(parts, shape.TableShape)),
    ]
    loaded: dict[str, Asset] = {}
    for figure in _blocks(parts, shape.FigureShape):
        try:
            loaded[figure.image] = pictures(figure.image, figure.image.where)
        except PolyleafError as error:
            findings += error.findings
    if findings:
        raise PolyleafError(first_findings(findings))
    everything = b"".join((data, *(loaded[name].data for name in sorted(loaded))))
    version = hashlib.sha256(everything).hexdigest()[:8]
    return _leaflet(written, path, language, version, loaded)


def _bad_name(path: str) -> Iterator[Finding]:
    """Catalogs and sheets are named after the file, also on systems that ignore case."""
    name = PurePosixPath(path).stem
    if name in RESERVED:
        message = f'the name "{name}" is reserved'
        yield Finding(Where(path), "name-taken", message, "rename the file")
    elif not re.fullmatch(shape.ID, name):
        message = f'"{name}" cannot name a leaflet'
        hint = "use small letters, digits and hyphens: hand-washing.yaml"
        yield Finding(Where(path), "name-form", message, hint)


def _shape_of(tree: object, path: str) -> type[LeafletShape] | type[FaqShape]:
    where = yaml.where_of(tree, Where(path, 1, 1))
    if not isinstance(tree, yaml.Mapping):
        raise PolyleafError([Finding(where, "type", "a content file must be a mapping of keys")])
    kind = tree.get(Scalar("kind"))
    if kind is None:
        hint = "start with: kind: leaflet, or kind: faq"
        raise PolyleafError([Finding(where, "key-missing", 'the key "kind" is missing', hint)])
    if not isinstance(kind, Scalar) or kind not in SHAPES:
        where = yaml.where_of(kind, where)
        message = f'unknown kind "{kind}"' if isinstance(kind, str) else '"kind" must be a word'
        raise PolyleafError(
            [Finding(where, "value-unknown", message, did_you_mean(str(kind), SHAPES))]
        )
    return SHAPES[kind]


def _taken_ids(ids: Iterable[Scalar]) -> Iterator[Finding]:
    seen: dict[str, Where] = {}
    for name in ids:
        if first := seen.get(name):
            message = f'the id "{name}" is taken'
            yield Finding(name.where, "id-duplicate", message, f"first on line {first.line}")
        else:
            seen[name] = name.where


def _ragged_rows(tables: Iterable[shape.TableShape]) -> Iterator[Finding]:
    """Rows of another length than the header: later cells would be under the wrong heading."""
    for table in tables:
        for row in table.rows:
            if len(row) != len(table.columns):
                message = f"the row has {len(row)} cells for {len(table.columns)} columns"
                yield Finding(row[0].where, "table-row", message, "quote text that holds a comma")


def _blocks(
    parts: Iterable[shape.SectionShape | shape.QuestionShape], kind: type[BlockT]
) -> Iterator[BlockT]:
    return (entry.value for part in parts for entry in part.blocks if isinstance(entry.value, kind))


def _leaflet(
    written: LeafletShape | FaqShape,
    path: str,
    language: str,
    version: str,
    pictures: dict[str, Asset],
) -> Leaflet:
    def text(value: Scalar, role: str, comment: str = "") -> Text:
        notes = " ".join(filter(None, (comment, value.comment)))
        return Text(one_line(value), value.where, f"leaflet/{role}", notes)

    if isinstance(written, LeafletShape):
        headings = [(part, part.heading, "heading") for part in written.sections]
    else:
        headings = [(part, part.question, "question") for part in written.questions]  # type: ignore[misc]
    return Leaflet(
        name=PurePosixPath(path).stem,
        where=Where(path),
        language=language,
        kind=written.kind,
        title=text(written.title, "title"),
        subtitle=text(written.subtitle, "subtitle") if written.subtitle else None,
        summary=tuple(text(point, "key-point") for point in written.summary),
        published=written.published,
        review_by=written.review_by,
        review_by_where=written.review_by.where,
        written_by=text(written.written_by, "written-by"),
        reviewed_by=tuple(
            model.Review(str(review.name), text(review.role, "reviewer-role"), review.on)
            for review in written.reviewed_by
        ),
        funding=text(written.funding, "funding", 'who paid for the sheet; "none": nobody did'),
        sections=tuple(
            model.Section(
                str(part.id),
                Text(one_line(heading), heading.where, f"{part.id}/{role}", heading.comment),
                tuple(Blocks(part.id, entry.value, pictures).block() for entry in part.blocks),
            )
            for part, heading, role in headings
        ),
        sources=tuple(
            model.Source(
                id=str(source.id),
                cite=str(source.cite),
                url=str(source.url),
                year=source.year,
                level=source.level,
                where=source.id.where,
            )
            for source in written.sources
        ),
        version=version,
    )


class Blocks:
    """Makes one block, whose texts share the section, the comment and the limits."""

    def __init__(self, section: str, written: BlockShape, pictures: dict[str, Asset]) -> None:
        self.section, self.written, self.pictures = section, written, pictures

    def text(self, value: Scalar, role: str) -> Text:
        return Text(
            value=one_line(value),
            where=value.where,
            context=f"{self.section}/{role}",
            comment=" ".join(filter(None, (one_line(self.written.comment or ""), value.comment))),
            max_length=self.written.max_length,
            safety=self.written.safety,
        )

    def texts(self, values: Iterable[Scalar], role: str) -> tuple[Text, ...]:
        return tuple(self.text(value, role) for value in values)

    def block(self) -> Block:
        written = self.written
        evidence = written.evidence
        countries = tuple(map(str, written.only.country)) if written.only else ()
        match written:
            case shape.ParagraphShape():
                block: Block = model.Paragraph(text=self.text(written.text, "paragraph"))
            case shape.ListShape():
                block = model.Bullets(items=self.texts(written.items, "list-item"))
            case shape.StepsShape():
                block = model.Steps(items=self.texts(written.items, "step"))
            case shape.TermsShape():
                block = model.Terms(items=tuple(map(self.term, written.items)))
            case shape.TableShape():
                block = model.Table(
                    caption=self.text(written.caption, "table-caption"),
                    columns=self.texts(written.columns, "table-column"),
                    rows=tuple(self.texts(row, "table-cell") for row in written.rows),
                )
            case shape.FormShape():
                block = model.Form(
                    heading=self.text(written.heading, "form-heading"),
                    columns=self.texts(written.columns, "form-column"),
                    rows=written.rows,
                )
            case shape.CalloutShape():
                block = model.Callout(
                    tone=written.tone,
                    heading=self.text(written.heading, "callout-heading"),
                    text=self.text(written.text, "callout"),
                )
            case shape.FigureShape():
                block = model.Figure(
                    image=self.pictures[written.image],
                    alt=self.text(written.alt, "figure-alt"),
                    caption=self.text(written.caption, "figure-caption"),
                    labels=self.texts(written.labels, "figure-label"),
                )
            case shape.OptionsShape():
                block = model.Options(items=tuple(map(self.option, written.items)))
            case _:
                raise AssertionError(f"no block for {type(written).__name__}")
        return dataclasses.replace(block, evidence=evidence, countries=countries)

    def term(self, written: shape.TermShape) -> model.Term:
        return model.Term(
            self.text(written.term, "term"),
            self.text(written.text, "term-text"),
            written.evidence,
        )

    def option(self, written: shape.OptionShape) -> model.Option:
        return model.Option(
            name=self.text(written.name, "option"),
            benefits=self.texts(written.benefits, "benefit"),
            risks=self.texts(written.risks, "risk"),
            unknown=self.texts(written.unknown, "unknown"),
            evidence=written.evidence,
        )
