"""The shape of a block → the block, with contexts for translators and pictures as bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from ...model import leaflet as model
from ...model.inline import one_line
from ...model.leaflet import Asset, Block, Text
from ..yaml import Scalar
from . import block_shapes as shape
from .block_shapes import BlockShape


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
