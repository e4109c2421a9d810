"""Leaflet × Messages → LocalizedLeaflet.

An untranslated text keeps its sheet from being printed. On request the text is printed in the
source language instead, always with a mark.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import partial

from ..model.catalog import Message, Messages, Provenance
from ..model.clinic import Clinic
from ..model.findings import Finding, PolyleafError, Severity, Where
from ..model.leaflet import Leaflet, Text, for_paper, with_blocks
from ..model.sheet import Language, LocalizedLeaflet
from ..model.unit import Unit
from ..model.walk import map_texts, texts


def localize(
    leaflet: Leaflet,
    messages: Messages | None,
    language: Language,
    country: str,
    *,
    allow_untranslated: bool = False,
) -> LocalizedLeaflet:
    """The sheet for readers of `language` in `country` (ISO 3166); without messages, the source.

    Raises PolyleafError with every message that has no usable translation; with
    `allow_untranslated` only if no message has one.
    """
    source = for_country(leaflet, country)
    if not source.sections:
        message = f"no section is for {country}"
        hint = "add a block without `only`, or leave the leaflet out"
        raise PolyleafError([Finding(leaflet.where, "nothing-left", message, hint)])
    if messages is None:
        return LocalizedLeaflet(source, source, language, Provenance("source"))
    lacking = tuple(sorted(set(_lacking(source, messages))))
    if lacking and not allow_untranslated:
        raise PolyleafError(lacking)
    if lacking and all(_usable(text, messages) is None for text in translatable(source)):
        message, hint = "no text is translated", "translate it"
        raise PolyleafError([Finding(Where(messages.path), "untranslated", message, hint)])
    return LocalizedLeaflet(
        map_texts(source, partial(_translated, messages)),
        source,
        language,
        messages.provenance,
        tuple(finding._replace(severity=Severity.WARNING) for finding in lacking),
    )


def own(clinic: Clinic, language: Language) -> tuple[tuple[Text, ...], tuple[Finding, ...]]:
    """The clinic's own texts for readers of `language`, and a warning for each that lacks it."""
    printed = tuple(text.text_in(language) for text in clinic.own_texts())
    lacking = (
        Finding(
            text.where,
            "untranslated",
            f'"{text.context.partition("/")[2]}" is not written in {language.english_name}',
            f"write it by language: {language.tag}: …",
            Severity.WARNING,
        )
        for text in printed
        if text.untranslated
    )
    return printed, tuple(lacking)


def _translated(messages: Messages, text: Text) -> Text:
    """The translated text; without a translation the source text, marked as untranslated."""
    if _is_keyword(text):
        return text
    if message := _usable(text, messages):
        return dataclasses.replace(text, value=message.text, where=message.where)
    found = messages.found.get((text.context, text.value))
    where = found.where if found else Where(messages.path)
    return dataclasses.replace(text, where=where, untranslated=True)


def _lacking(source: Leaflet, messages: Messages) -> Iterator[Finding]:
    """A finding for each message that has no usable translation."""
    # A message that is a safety text in one of its places counts as one.
    every = sorted(translatable(source), key=lambda text: text.safety)
    for key, text in {(text.context, text.value): text for text in every}.items():
        if _usable(text, messages) is None:
            found = messages.found.get(key)
            yield untranslated(text.value, found, Where(messages.path), safety=text.safety)


def _usable(text: Text, messages: Messages) -> Message | None:
    message = messages.found.get((text.context, text.value))
    return message if message is not None and message.usable else None


def so_far(leaflet: Leaflet, messages: Messages, language: Language) -> LocalizedLeaflet:
    """The leaflet with the blocks of every country; untranslated texts stay as in the source."""

    def translated(text: Text) -> Text:
        if message := _usable(text, messages):
            return dataclasses.replace(text, value=message.text, where=message.where)
        return text

    localized = map_texts(leaflet, translated)
    return LocalizedLeaflet(localized, leaflet, language, messages.provenance)


def units(leaflet: Leaflet | None, messages: Messages, language: Language) -> tuple[Unit, ...]:
    """The translated messages of a leaflet, each once, in page order; without one, all `words`."""
    if leaflet is None:
        return words(messages, language)
    found = {(text.context, text.value): text for text in reversed(list(translatable(leaflet)))}
    return tuple(
        Unit(
            source=text.value,
            target=message.text,
            language=language,
            where=message.where,
            source_where=text.where,
            context=text.context,
            safety=text.safety,
            max_length=text.max_length,
            waivers=message.waivers,
            source_language=leaflet.language,
        )
        for key, text in reversed(found.items())
        if (message := messages.found.get(key)) and message.usable
    )


def translatable(leaflet: Leaflet) -> Iterator[Text]:
    """The leaflet's texts, but for the keyword that the template replaces with its own words."""
    return (text for text in texts(leaflet) if not _is_keyword(text))


def _is_keyword(text: Text) -> bool:
    return text.context == "leaflet/funding" and text.value == "none"


def words(messages: Messages, language: Language) -> tuple[Unit, ...]:
    """The interface's messages that have a usable translation."""
    return tuple(
        Unit(
            source=msgid,
            target=message.text,
            language=language,
            where=message.where,
            source_where=Where(""),
            context=context or "",
            waivers=message.waivers,
        )
        for (context, msgid), message in messages.found.items()
        if message.usable
    )


def for_country(leaflet: Leaflet, country: str) -> Leaflet:
    """The leaflet without the blocks that are only for other countries, and empty sections."""
    return with_blocks(leaflet, lambda block: not block.countries or country in block.countries)


def on_paper(sheet: LocalizedLeaflet) -> LocalizedLeaflet:
    """The sheet without the blocks that are only on the web; raises PolyleafError if none is left.

    Both languages lose the same blocks, so that they still stand beside each other.
    """
    leaflet = for_paper(sheet.leaflet)
    if not leaflet.sections:
        message, hint = "no block is for paper", "leave `web_only` out of one"
        raise PolyleafError([Finding(leaflet.where, "nothing-left", message, hint)])
    return dataclasses.replace(
        sheet,
        leaflet=leaflet,
        source=for_paper(sheet.source),
        more_on_web=leaflet != sheet.leaflet,
    )


def lookup(messages: Messages | None, context: str | None, msgid: str) -> str | None:
    """A string in the reader's language, itself if that is its own; None without a translation."""
    if messages is None:
        return msgid
    message = messages.found.get((context, msgid))
    return message.text if message is not None and message.usable else None


def untranslated(
    msgid: str, message: Message | None, missing_in: Where, *, safety: bool = False
) -> Finding:
    """A message that is missing, fuzzy or not translated."""
    shown = msgid if len(msgid) < 50 else msgid[:49] + "…"
    kind = "; it is a safety text" if safety else ""
    if message is None:
        hint = "`polyleaf catalogs` adds it to the catalog"
        return Finding(missing_in, "untranslated", f'no message for "{shown}"', hint + kind)
    state = "fuzzy" if message.fuzzy else "not translated"
    hint = "check it and remove the fuzzy flag" if message.fuzzy else "translate it"
    return Finding(message.where, "untranslated", f'"{shown}" is {state}', hint + kind)
