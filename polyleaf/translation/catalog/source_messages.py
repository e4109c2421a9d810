"""Leaflets and templates → their messages, and the template of a catalog.

A message says in which file it stands, and not on which line, as with `--add-location=file` of
gettext's tools: else each line that an author adds would change all messages below it, and every
catalog would be a conflict in git.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from ...model.inline import Placeholder, parse, walk
from ...model.leaflet import PICTURE_TEXT, Leaflet, Text
from ...model.walk import texts
from .messages import Catalog, Entry, Key

ROLES = {
    "figure-alt": "what the picture tells, read out to those who cannot see it",
    "step-alt": "what the picture tells, read out to those who cannot see it",
    PICTURE_TEXT: "words that are drawn in a picture",
    "key-point": "one of the key points at the top of the sheet",
}
FORMAT = "python-brace-format"


def of_leaflet(leaflet: Leaflet) -> Iterator[Entry]:
    """The leaflet's messages in page order; the funding "none" belongs to the interface."""
    for text in texts(leaflet):
        if not (text.context == "leaflet/funding" and text.value == "none"):
            yield _entry(text)


def of_templates(strings: Iterable[tuple[str, int, str | None, str, str]]) -> Iterator[Entry]:
    """Messages from the (path, line, msgctxt, msgid, comment) of each template string."""
    for path, _, msgctxt, msgid, comment in strings:
        yield Entry(
            msgid=msgid,
            msgstr=("",),
            msgctxt=msgctxt,
            extracted=(comment,) if comment else (),
            references=(path,),
            flags=(FORMAT,) if "{" in msgid else (),
        )


def template(path: str, domain: str, messages: Iterable[Entry], created: str) -> Catalog:
    """The POT: each message once, with all its places."""
    merged: dict[Key, Entry] = {}
    for entry in messages:
        if (first := merged.get(entry.key)) is None:
            merged[entry.key] = entry
            continue
        merged[entry.key] = replace(
            first,
            references=tuple(dict.fromkeys((*first.references, *entry.references))),
            extracted=tuple(dict.fromkeys((*first.extracted, *entry.extracted))),
        )
    fields = (
        f"Project-Id-Version: Polyleaf {domain}",
        f"POT-Creation-Date: {created}",
        "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>",
        "Language-Team: LANGUAGE <LL@li.org>",
        "Language: ",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    header = Entry(msgid="", msgstr=("\n".join(fields) + "\n",))
    return Catalog(path, header, tuple(merged.values()))


def _entry(text: Text) -> Entry:
    role = text.context.rpartition("/")[2]
    notes = (
        ROLES.get(role, ""),
        f"at most {text.max_length} characters" if text.max_length else "",
        "safety: a wrong translation could harm" if text.safety else "",
        text.comment,
    )
    places = any(isinstance(node, Placeholder) for node in walk(parse(text.value)))
    return Entry(
        msgid=text.value,
        msgstr=("",),
        msgctxt=text.context,
        extracted=(role, *(note for note in notes if note)),
        references=tuple(_references(text)),
        flags=(FORMAT,) if places else (),
    )


def _references(text: Text) -> Iterator[str]:
    """Its file, and the picture that it is drawn in."""
    yield text.where.path
    if text.picture:
        yield (PurePosixPath(text.where.path).parent / text.picture).as_posix()
