"""Leaflet × Messages → LocalizedLeaflet: what is not translated is not printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from .model import (
    Language,
    Leaflet,
    LocalizedLeaflet,
    Message,
    Messages,
    Provenance,
    Text,
    Unit,
    map_texts,
    texts,
)
from .problems import Finding, PolyleafError, Where


def localize(
    leaflet: Leaflet, messages: Messages | None, language: Language, country: str
) -> LocalizedLeaflet:
    """The sheet for readers of `language` in `country` (ISO 3166); no messages: it is the source.

    Raises PolyleafError with every message that has no translation fit for print.
    """
    source = for_country(leaflet, country)
    if not source.sections:
        message = f"nothing of it is meant for {country}"
        hint = "add a block without `only`, or leave the leaflet out"
        raise PolyleafError([Finding(leaflet.where, "nothing-left", message, hint)])
    if messages is None:
        return LocalizedLeaflet(source, source, language, Provenance("source"))
    lacking: list[Finding] = []

    def translated(text: Text) -> Text:
        if _is_of_format(text):
            return text
        message = messages.found.get((text.context, text.value))
        if message is None or not message.usable:
            lacking.append(_untranslated(text.value, message, Where(messages.path)))
            return text
        return dataclasses.replace(text, value=message.text, where=message.where)

    localized = map_texts(source, translated)
    if lacking:
        raise PolyleafError(sorted(set(lacking)))
    return LocalizedLeaflet(localized, source, language, messages.provenance)


def units(leaflet: Leaflet, messages: Messages, language: Language) -> tuple[Unit, ...]:
    """Each message of the leaflet that has a translation fit for print, once, in its order."""
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
        )
        for key, text in reversed(found.items())
        if (message := messages.found.get(key)) and message.usable
    )


def translatable(leaflet: Leaflet) -> Iterator[Text]:
    """Its texts but for the word of the format that the template prints in its own words."""
    return (text for text in texts(leaflet) if not _is_of_format(text))


def _is_of_format(text: Text) -> bool:
    return text.context == "leaflet/funding" and text.value == "none"


def words(messages: Messages, language: Language) -> tuple[Unit, ...]:
    """Each of the interface's words that has a translation fit for print."""
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
    """The leaflet without the blocks, and whole sections, meant for other countries alone."""
    kept = (
        dataclasses.replace(
            section,
            blocks=tuple(b for b in section.blocks if not b.countries or country in b.countries),
        )
        for section in leaflet.sections
    )
    return dataclasses.replace(leaflet, sections=tuple(s for s in kept if s.blocks))


def lookup(messages: Messages | None, context: str | None, msgid: str) -> str | Finding:
    """A template's word in the reader's language, or why it cannot be printed."""
    if messages is None:
        return msgid
    message = messages.found.get((context, msgid))
    if message is not None and message.usable:
        return message.text
    return _untranslated(msgid, message, Where(messages.path))


def _untranslated(msgid: str, message: Message | None, missing_in: Where) -> Finding:
    shown = msgid if len(msgid) < 50 else msgid[:49] + "…"
    if message is None:
        hint = "`python build.py catalogs` adds it to the catalog"
        return Finding(missing_in, "untranslated", f'no message for "{shown}"', hint)
    state = "fuzzy" if message.fuzzy else "not translated"
    hint = "check it and remove the fuzzy flag" if message.fuzzy else "translate it"
    return Finding(message.where, "untranslated", f'"{shown}" is {state}', hint)
