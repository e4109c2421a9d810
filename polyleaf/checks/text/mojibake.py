"""`mojibake`: no text was read in another charset than it was written in.

UTF-8 that a program takes for Windows-1252 makes `Ã©` of é, and one that takes it for Windows-1251
makes `Рѓ` of Ѓ; twice over, `ÃƒÂ©`. The text is decoded again: if letters of the language or common
signs come out, it is garbled, and the hint says what it was. In a translation, letters that have
become question marks are reported too: `L?vese`, `????? ????`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...model.findings import Finding
from ...model.leaflet import Text
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared import garbling
from ..shared.code_points import excerpt
from ..shared.message_finding import message_finding, shorten
from ..shared.printed_text import printed
from ..shared.strings import NOWHERE

CODE = "mojibake"
LOST = re.compile(
    r"[^\W\d_]\?+(?=[^\W\d_A-Z])|\?{4,}|\?{2,} \?{2,}"  # by question marks
    r"|锟斤拷|烫烫烫|(?:[=%][89A-F][0-9A-F]){2,}"  # by a replacement, by escapes of mail and web
)


def check_string(text: Text, language: Language) -> Iterator[Finding]:
    if text.value.isascii():
        return
    for finding in _found(text.value, language):
        yield finding._replace(where=text.where)


def check_message(unit: Unit) -> Iterator[Finding]:
    source, target = printed(unit.source), printed(unit.target)
    if not LOST.search(source) and (lost := LOST.search(target)):
        message = f'letters of "{excerpt(target, lost.start())}" are lost: {lost[0]}'
        yield message_finding(unit, CODE, message, "write it again, and save the file as UTF-8")


@lru_cache(maxsize=8192)
def _found(value: str, language: Language) -> tuple[Finding, ...]:
    for charset, least in garbling.CHARSETS.items():
        if not garbling.suspect(charset).search(value):
            continue
        text, letters = garbling.mended(value, charset, language)
        if letters >= least:
            pairs = enumerate(zip(value, text, strict=False))
            at = next((at for at, (was, now) in pairs if was != now), 0)
            message = f'"{excerpt(value, at)}" was read as {charset}, and is UTF-8'
            return (Finding(NOWHERE, CODE, message, f'write "{shorten(text)}"'),)
    return ()
