"""The shape of a block → the block, with contexts for translators and pictures as bytes."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from ...model import leaflet as model
from ...model import plans
from ...model.inline import one_line
from ...model.leaflet import Asset, Block, Text
from ..yaml import Scalar
from . import block_shapes as shape
from . import picture_words, plan_shapes
from .block_base import BlockShape


class Blocks:
    """Makes one block, whose texts share the section, the comment and the limits."""

    def __init__(self, section: str, written: BlockShape, pictures: dict[str, Asset]) -> None:
        self.section, self.written, self.pictures = section, written, pictures

    def text(self, value: Scalar, role: str, note: str = "") -> Text:
        return self.made(one_line(value), value, role, note)

    def made(self, value: str, at: Scalar, role: str, note: str, picture: str = "") -> Text:
        notes = (note, one_line(self.written.comment or ""), at.comment)
        return Text(
            value=value,
            where=at.where,
            context=f"{self.section}/{role}",
            comment=" ".join(filter(None, notes)),
            max_length=self.written.max_length,
            safety=self.written.safety,
            picture=picture,
        )

    def texts(self, values: Iterable[Scalar], role: str, note: str = "") -> tuple[Text, ...]:
        return tuple(self.text(value, role, note) for value in values)

    def optional(self, value: Scalar | None, role: str) -> Text | None:
        return self.text(value, role) if value else None

    def picture(self, name: Scalar, letters: int = 0) -> Asset:
        """The picture with its words; the first `letters` letters of its key are none."""
        asset = self.pictures[name]
        words = (
            model.PictureWords(
                label.number,
                self.made(
                    label.source,
                    name,
                    model.PICTURE_TEXT,
                    picture_words.note(label, asset.name),
                    asset.name,
                ),
            )
            for label in picture_words.of(asset, name.where, letters)
        )
        return dataclasses.replace(asset, words=tuple(words))

    def block(self) -> Block:
        written = self.written
        evidence = written.evidence
        countries = tuple(map(str, written.only.country)) if written.only else ()
        match written:
            case shape.ParagraphShape():
                block: Block = model.Paragraph(text=self.text(written.text, "paragraph"))
            case shape.ListShape():
                block = model.Bullets(items=tuple(self.items(written)), key=written.key)
            case shape.StepsShape():
                block = model.Steps(items=tuple(map(self.step, written.items)))
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
                    own_page=written.own_page,
                )
            case shape.CalloutShape():
                block = model.Callout(
                    tone=written.tone,
                    heading=self.text(written.heading, "callout-heading"),
                    text=self.text(written.text, "callout"),
                )
            case shape.FigureShape():
                block = model.Figure(
                    image=self.picture(written.image, len(written.labels)),
                    alt=self.text(written.alt, "figure-alt"),
                    caption=self.text(written.caption, "figure-caption"),
                    labels=self.texts(written.labels, "figure-label"),
                    size=written.size,
                )
            case shape.OptionsShape():
                block = model.Options(items=tuple(map(self.option, written.items)))
            case plan_shapes.ZonesShape():
                block = plans.Zones(items=tuple(map(self.zone, written.items)))
            case plan_shapes.ScheduleShape():
                block = plans.Schedule(
                    medicines=tuple(map(self.medicine, written.medicines)), rows=written.rows
                )
            case plan_shapes.AskBackShape():
                block = plans.AskBack(questions=self.texts(written.questions, "ask-back"))
            case _:
                raise AssertionError(f"no block for {type(written).__name__}")
        return dataclasses.replace(
            block, evidence=evidence, countries=countries, web_only=written.web_only
        )

    def items(self, written: shape.ListShape) -> Iterator[model.Item]:
        """Its items; the lists below them have the same context, so that one may move a text."""
        for item, below in written.nested():
            note = f'an item below "{one_line(item.text)}"'
            yield model.Item(
                self.text(item.text, "list-item"), self.texts(below, "list-item", note)
            )

    def step(self, written: shape.StepShape) -> model.Step:
        return model.Step(
            self.text(written.text, "step"),
            self.picture(written.image) if written.image else None,
            self.optional(written.alt, "step-alt"),
        )

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

    def zone(self, written: plan_shapes.ZoneShape) -> plans.Zone:
        note = f"{written.tone} zone"
        return plans.Zone(
            written.tone,
            self.text(written.name, "zone-name", note),
            self.texts(written.signs, "zone-sign", note),
            self.texts(written.actions, "zone-action", note),
        )

    def medicine(self, written: plan_shapes.MedicineShape) -> plans.Medicine:
        given = written.doses if isinstance(written.doses, plan_shapes.DosesShape) else None
        doses = tuple(str(dose or "") for dose in given.each()) if given else ("",) * 4
        days = written.days if isinstance(written.days, tuple) else ()
        every_day = len(days) in (0, len(plans.WEEKDAYS))
        taken = [f"{time} {dose}" for time, dose in zip(plans.TIMES, doses, strict=True) if dose]
        taken += [] if given else ["doses written in by hand"]
        taken += [] if every_day else [f"only on {', '.join(days)}"]
        return plans.Medicine(
            name=self.text(written.name, "medicine", f"taken: {'; '.join(taken)}"),
            written=one_line(written.name),
            strength=self.optional(written.strength, "medicine-strength"),
            form=self.optional(written.form, "medicine-form"),
            purpose=self.optional(written.purpose, "medicine-purpose"),
            doses=doses,
            days=() if every_day else tuple(sorted(map(plans.WEEKDAYS.index, days))),
            doses_by_hand=given is None,
            days_by_hand=isinstance(written.days, Scalar),
        )
