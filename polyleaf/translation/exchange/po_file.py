"""A PO file as it is, under whatever name: from Poedit, Weblate, Crowdin or msgcat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model.findings import Where
from .. import catalog
from ..catalog import METHOD
from .parcel import Parcel, ReturnedPart, ReturnedText

MESSAGE = re.compile(rb'^\s*msgid\s+"', re.MULTILINE)
LEAFLET = re.compile(r"^Polyleaf\s+([\w-]+)$")


def fits(data: bytes) -> bool:
    return bool(MESSAGE.search(data.replace(b"\0", b"")))


def read(data: bytes, path: str, _tag: str = "") -> Iterator[ReturnedPart]:
    found = catalog.read(data, path)
    named = LEAFLET.match(found.field("Project-Id-Version"))
    yield ReturnedPart(
        where=Where(path, 1),
        texts=tuple(
            ReturnedText(
                where=entry.translated_where,
                source=entry.msgid,
                target=entry.msgstr[0],
                context=entry.msgctxt,
                fuzzy=entry.fuzzy,
                notes=entry.comments,
            )
            for entry in found.active
        ),
        domain=named[1] if named else "",
        target_tag=found.field("Language"),
        method=found.field(METHOD),
    )


def write(parcel: Parcel) -> bytes:
    """The catalog of a parcel, for a translator with an editor of PO files."""
    entries = tuple(
        catalog.Entry(
            msgid=sent.source,
            msgstr=(sent.target,),
            msgctxt=sent.context or None,
            extracted=sent.notes,
            references=sent.places,
            flags=("fuzzy",) if sent.state == "needs-review" else (),
        )
        for sent in parcel.texts
    )
    fields = (
        f"Project-Id-Version: Polyleaf {parcel.domain}",
        f"Language: {parcel.target.locale}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
    )
    header = catalog.Entry(msgid="", msgstr=("\n".join(fields) + "\n",))
    return catalog.write(catalog.Catalog(parcel.domain, header, entries))
