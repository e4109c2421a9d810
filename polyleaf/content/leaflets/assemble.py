"""A validated shape → Leaflet, with contexts for translators, pictures as bytes and unique ids."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from ... import languages
from ...model import leaflet as model
from ...model.findings import Finding, PolyleafError, Where, did_you_mean, first_findings
from ...model.inline import one_line
from ...model.leaflet import Asset, Leaflet, Text
from .. import yaml
from ..yaml import Scalar
from . import picture_words, rough, short_names, source_waivers, whole_file
from .block_texts import Blocks
from .shape import SHAPES, FaqShape, LeafletShape, SourceShape

KEYWORD = "not printed: a word by which staff look for the sheet; write what people call it"
Pictures = Callable[[str, Where], Asset]  # raises PolyleafError


def parse(data: bytes, path: str, pictures: Pictures, language: str = languages.ENGLISH) -> Leaflet:
    """The leaflet in `data`, which is written in `language` (BCP 47).

    Raises PolyleafError with every problem of the file.
    """
    tree, findings = yaml.load_all(data, path)
    try:
        written = yaml.validate(tree, path, _shape_of(tree, path))
    except PolyleafError as error:
        findings += error.findings
        _loaded(rough.pictures(tree), pictures, findings)
        raise PolyleafError(first_findings(findings)) from None
    parts = written.sections if isinstance(written, LeafletShape) else written.questions
    findings += whole_file.findings(parts, written.sources, written.editions, path)
    loaded = _loaded(whole_file.pictures(parts), pictures, findings)
    if findings:
        raise PolyleafError(first_findings(findings))
    everything = b"".join((data, *(loaded[name].data for name in sorted(loaded))))
    version = hashlib.sha256(everything).hexdigest()[:8]
    made = _leaflet(written, path, language, version, loaded)
    return replace(made, waivers=tuple(source_waivers.of(tree)))


def _loaded(
    names: Iterable[Scalar], pictures: Pictures, findings: list[Finding]
) -> dict[str, Asset]:
    """The pictures of these names; what is wrong with others goes to `findings`."""
    loaded: dict[str, Asset] = {}
    for name in names:
        try:
            loaded[name] = pictures(name, name.where)
            picture_words.of(loaded[name], name.where)
        except PolyleafError as error:
            findings += error.findings
    return loaded


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
        sources=tuple(map(_source, written.sources)),
        version=version,
        pages=tuple(written.pages.items()),
        fit_together=written.fit == "together",
        keywords=tuple(text(word, "keyword", KEYWORD) for word in written.keywords),
        codes=tuple(f"{each.system} {each.code}" for each in written.codes),
        named=tuple(
            model.NamedSections(str(edition), tuple(map(str, chosen.sections)), edition.where)
            for edition, chosen in written.editions.items()
        ),
    )


def _source(written: SourceShape) -> model.Source:
    made = written.short or short_names.made(one_line(written.cite), written.year)
    return model.Source(
        id=str(written.id),
        cite=str(written.cite),
        short=one_line(made or short_names.beginning(one_line(written.cite), written.year)),
        cut=made is None,
        url=str(written.url or ""),
        year=written.year,
        level=written.level,
        where=written.id.where,
    )
