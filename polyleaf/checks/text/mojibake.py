"""`mojibake`: no text was read in another charset than it was written in.

UTF-8 that a program takes for Windows-1252 makes `Ã©` of é, and one that takes it for Windows-1251
makes `Рѓ` of Ѓ; twice over, `ÃƒÂ©`. The text is decoded again: if letters of the language or common
signs come out, it is garbled, and the hint says what it was. A translation is also told of letters
that have become question marks: `L?vese`, `????? ????`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ... import languages
from ...languages import scripts
from ...model.findings import Finding
from ...model.leaflet import Text
from ...model.sheet import Language
from ...model.unit import Unit
from ..shared.code_points import excerpt
from ..shared.message_finding import message_finding, shorten
from ..shared.printed_text import printed
from ..shared.strings import NOWHERE

CODE = "mojibake"
# Charset → how many letters must come out: a pair of Cyrillic ones may be words (СССР»).
CHARSETS = {
    "cp1252": 1,
    "cp1250": 2,
    "cp1251": 3,
    "cp1253": 3,
    "cp1254": 1,
    "cp1256": 3,
    "cp437": 2,
    "mac_roman": 2,
    "koi8-r": 3,
    "gbk": 2,
    "big5": 2,
    "cp932": 2,
}
WIDE = ("gbk", "big5", "cp932")  # two bytes make a character
SIGNS = frozenset("\N{NO-BREAK SPACE}°«»¿¡–—‘’“”„•…™€£·®©²³½×′″≥≤\u202f\u200b\u200c\u200d\ufffd")
RUN = re.compile(r"[^\x00-\x7f]{2,}")  # what UTF-8 needs more than a byte for
FIRST, THEN = range(0xC2, 0xF5), range(0x80, 0xC0)  # bytes of a character of UTF-8
DEEPEST = 3  # times that a text may have been encoded
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
    for charset, least in CHARSETS.items():
        if not _suspect(charset).search(value):
            continue
        mended, letters = _mended(value, charset, language)
        if letters >= least:
            garbled = next(a for a, b in zip(value.split(), mended.split(), strict=False) if a != b)
            message = f'"{shorten(garbled)}" was read as {charset}, and is UTF-8'
            return (Finding(NOWHERE, CODE, message, f'write "{shorten(mended)}"'),)
    return ()


def _mended(value: str, charset: str, language: Language) -> tuple[str, int]:
    """The text decoded as often as it makes sense, and how many letters came out."""
    best = value, 0
    for _ in range(DEEPEST):
        mended = RUN.sub(lambda run: _decoded(run[0], charset), value)
        if mended == value:
            break
        letters = sum(_fits(c, language) for c in mended) - sum(_fits(c, language) for c in value)
        new = sum(len(run) for run in RUN.findall(value)) - sum(map(len, RUN.findall(mended)))
        came = [c for c in set(mended) - set(value) if not c.isascii()]
        if came and new > 0 and all(_fits(c, language) for c in came):
            best = mended, max(new, letters)
        value = mended
    return best


def _decoded(run: str, charset: str) -> str:
    """Each row of a run that is UTF-8 in the bytes of the charset; the rest as it is."""
    data = b"".join(_byte(character, charset) for character in run)
    if charset in WIDE:
        return _whole(run, data)
    if len(data) != len(run):
        return run
    pieces: list[str] = []
    at = 0
    while at < len(data):
        length = _length(data[at])
        try:
            pieces.append(data[at : at + length].decode("utf-8"))
            at += length
        except UnicodeDecodeError:
            pieces.append(run[at])
            at += 1
    return "".join(pieces)


def _whole(run: str, data: bytes) -> str:
    """The run if all of its bytes are UTF-8: no single ones may be taken out."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return run


@cache
def _suspect(charset: str) -> re.Pattern[str]:
    """What two or more bytes of a character of UTF-8 look like in a charset."""
    if charset in WIDE:
        return re.compile("[\u3400-\u9fff\uac00-\ud7ff]{2}")
    first, then = ("".join(_shown(byte, charset) for byte in r) for r in (FIRST, THEN))
    return re.compile(f"[{re.escape(first)}][{re.escape(then)}]")


def _shown(byte: int, charset: str) -> str:
    return bytes([byte]).decode(charset, "replace").replace("\ufffd", chr(byte))


def _length(first: int) -> int:
    """How many bytes a character has, by its first one."""
    return 4 if first >= 0xF0 else 3 if first >= 0xE0 else 2


def _byte(character: str, charset: str) -> bytes:
    """The byte of the charset; a control character stands for the byte that the charset lacks."""
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        return bytes([ord(character)]) if ord(character) < 0x100 else b""


def _fits(character: str, language: Language) -> bool:
    """Whether the language may well write it: a letter of its names, a mark of its script."""
    if character in SIGNS or (character > "\u02ff" and scripts.of(character) in scripts.SHARED):
        return True
    if scripts.of(character) not in scripts.written_with(language.script):
        return False
    if scripts.of(character) != scripts.LATIN or character > "\u02ff":
        return True
    return character.lower() in languages.letters(language).lower() or character in "áéíóúñüçàèêâôö"
