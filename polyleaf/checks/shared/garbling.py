"""UTF-8 that was read in another charset, decoded again."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ... import languages
from ...languages import scripts
from ...model.sheet import Language

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


def mended(value: str, charset: str, language: Language) -> tuple[str, int]:
    """The text decoded as often as it makes sense, and how many letters came out."""
    best = value, 0
    for _ in range(DEEPEST):
        again = RUN.sub(lambda run: _decoded(run[0], charset), value)
        if again == value:
            break
        letters = sum(_fits(c, language) for c in again) - sum(_fits(c, language) for c in value)
        new = sum(len(run) for run in RUN.findall(value)) - sum(map(len, RUN.findall(again)))
        came = [c for c in set(again) - set(value) if not c.isascii()]
        if came and new > 0 and all(_fits(c, language) for c in came):
            best = again, max(new, letters)
        value = again
    return best


def _decoded(run: str, charset: str) -> str:
    """Each row of a run that is UTF-8 in the bytes of the charset; the rest as it is."""
    each = [_byte(character, charset) for character in run]
    if not all(each):
        return run
    data = b"".join(each)
    if charset in WIDE:
        return _whole(run, data)
    pieces: list[str] = []
    at = 0
    while at < len(data):
        length = _length(data[at])
        try:
            piece, row = data[at : at + length].decode("utf-8"), run[at : at + length]
            pieces.append(row if row.isalpha() and row.islower() else piece)  # zvlášť
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
def suspect(charset: str) -> re.Pattern[str]:
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
    if character in SIGNS:
        return True
    if character > "\u02ff" and scripts.of(character) in scripts.SHARED:
        return unicodedata.category(character) != "Cn"
    if scripts.of(character) not in scripts.written_with(language.script):
        return False
    if scripts.of(character) != scripts.LATIN or character > "\u02ff":
        return True
    return character.lower() in languages.letters(language).lower() or character in "áéíóúñüçàèêâôö"
