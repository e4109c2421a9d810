"""A sample leaflet with an Urdu catalog, to be changed and signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from polyleaf.content import leaflets, project
from polyleaf.model.leaflet import Asset, Leaflet
from polyleaf.pipeline import plan, recipe
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry

from ...conftest import LEAFLET, Sandbox
from ...reading import pdfium
from ...strategies import HEADER

DAY = date(2026, 11, 23)
PO = "locales/ur/LC_MESSAGES/hands.po"
SIGNED = "locales/ur/reviewed/hands.po"
SOAP = "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}."
URDU = {
    "Washing hands": "ہاتھ دھونا",
    "Wash your hands before you eat.": "کھانے سے پہلے ہاتھ دھوئیں۔",
    "A nurse": "ایک نرس",
    "How to wash": "کیسے دھوئیں",
    SOAP: "20 سیکنڈ تک **صابن** لگائیں [@who-2009]۔ {clinic.phone} پر فون کریں۔",
    "Wet your hands.": "ہاتھ گیلے کریں۔",
    "Rub them.": "انہیں ملیں۔",
    "Dry them.": "انہیں خشک کریں۔",
}


def leaflet(text: str = LEAFLET) -> Leaflet:
    picture = Asset("none", "image/png", b"")
    return leaflets.parse(text.encode(), "content/hands.yaml", lambda *_: picture)


def urdu(source: Leaflet | None = None) -> Catalog:
    """Return a catalog with the translations above."""
    header = Entry(msgid="", msgstr=(HEADER.replace("Language: hi", "Language: ur"),))
    messages = catalog.of_leaflet(source or leaflet())
    entries = (replace(entry, msgstr=(URDU.get(entry.msgid, ""),)) for entry in messages)
    return Catalog(PO, header, tuple(entries))


def signed(found: Catalog) -> Catalog:
    return catalog.sign(found, "Dr Khan", DAY, "2026-11-22 · 1a2b3c4d")


def changed(found: Catalog, msgid: str, change: Callable[[Entry], Entry]) -> Catalog:
    """Return the catalog with one message changed."""
    assert msgid in [entry.msgid for entry in found.entries], msgid
    entries = (change(entry) if entry.msgid == msgid else entry for entry in found.entries)
    return replace(found, entries=tuple(entries))


def translated(msgstr: str, *flags: str) -> Callable[[Entry], Entry]:
    """Return a change for `changed`: another translation."""
    return lambda entry: replace(entry, msgstr=(msgstr,), flags=flags)


def built(sandbox: Sandbox, now: Catalog, then: Catalog | None = None) -> bytes:
    """Return the Urdu pack of the project with these catalogs; needs the fixture `engine`."""
    sandbox.write(PO, catalog.write(now))
    if then is not None:
        sandbox.write(SIGNED, catalog.write(then))
    return drawn(sandbox, "ur")


def drawn(sandbox: Sandbox, language: str) -> bytes:
    """Return the project's pack, which must be drawn without findings."""
    selection = plan.Selection(languages=(language,), editions=("review",))
    (task,) = plan.plan(project.read(sandbox.root, None), selection).tasks
    outcome = recipe.make(task)
    assert outcome.findings == ()
    assert outcome.data is not None
    return outcome.data


def text(data: bytes) -> str:
    """Return the text of the pack on one line."""
    return " ".join(pdfium(data).split())
