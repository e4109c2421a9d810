"""Machines that draft translations: each takes a catalog in PO and gives it back.

A translator is a function of an entry point in the group `polyleaf.translators`, or a program that
reads PO on its standard input and writes PO on its standard output:

    def translate(po: bytes, job: DraftJob) -> bytes

It fills messages that are empty and may leave out what it cannot translate. Whatever it says of
its work, its texts are fuzzy and a machine's. Raises PolyleafError if it can do nothing.

libretranslate  a server that speaks LibreTranslate's protocol
po_program      any program
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points

from ...content.project import wrong_call
from ...model.findings import did_you_mean
from .draft_job import DraftJob

GROUP = "polyleaf.translators"
OWN = {"libretranslate": f"{__name__}.libretranslate"}
Translator = Callable[[bytes, DraftJob], bytes]

__all__ = ["DraftJob", "Translator", "find"]


def find(name: str) -> Translator:
    """The translator of a name; raises PolyleafError if there is none."""
    if name in OWN:
        found: Translator = import_module(OWN[name]).translate
        return found
    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name not in installed:
        hint = did_you_mean(name, [*OWN, *installed])
        raise wrong_call("draft-unknown", f'no translator "{name}" is installed', hint)
    loaded: Translator = installed[name].load()
    return loaded
