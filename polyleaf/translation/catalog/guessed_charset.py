"""How to make a file UTF-8 that is not: the command, with the charset that it probably has."""

from __future__ import annotations

import codecs
import re

# The longer marks first: that of UTF-16LE is the beginning of that of UTF-32LE.
MARKED = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
# What Windows calls ANSI, by language: Microsoft's list of code pages. 1252 is that of the others.
WINDOWS = {
    "WINDOWS-1250": "bs cs hr hu pl ro sk sl sq",
    "WINDOWS-1251": "be bg kk ky mk mn ru sr tg tt uk",
    "WINDOWS-1253": "el",
    "WINDOWS-1254": "az tr uz",
    "WINDOWS-1255": "he iw yi",
    "WINDOWS-1256": "ar ckb fa ps ur",
    "WINDOWS-1257": "et lt lv",
    "WINDOWS-1258": "vi",
    "WINDOWS-874": "th",
    "CP932": "ja",
    "CP949": "ko",
    "GB18030": "zh",
}
OF_LANGUAGE = {tag: name for name, tags in WINDOWS.items() for tag in tags.split()}
TRADITIONAL = re.compile(r"zh[-_](?:.*hant|tw|hk|mo)", re.IGNORECASE)
RIGHT = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def hint(data: bytes, path: str) -> str:
    """What to do about bytes that are not UTF-8."""
    if _is_mostly_utf8(data):
        return "write the word again: the rest of the file is UTF-8"
    charset = wide(data) or _usual(path)
    why = "convert it" if wide(data) else f"saved on Windows it is probably {charset}"
    new = "the header of the new file has to say charset=UTF-8"
    return f"{why}: `iconv -f {charset} -t UTF-8 {path} > NEW`; {new}"


def wide(data: bytes) -> str:
    """The charset of text with several bytes for each letter, as iconv calls it, else nothing."""
    for mark, name in MARKED:
        if data.startswith(mark):
            return name
    first = data[:200]
    if not any(first) or first.count(0) <= len(first) // 3:
        return ""
    return "UTF-16BE" if first[0] == 0 else "UTF-16LE"


def of_windows(tag: str) -> str:
    """The charset of Windows for a language, in any spelling of its tag."""
    if TRADITIONAL.match(tag):
        return "BIG5-HKSCS"
    return OF_LANGUAGE.get(re.split("[-_@]", tag.lower())[0], "WINDOWS-1252")


def _usual(path: str) -> str:
    """The charset of Windows for the language whose folder a catalog is in."""
    return of_windows(path.split("/")[-3] if path.count("/") >= 2 else "")


def _is_mostly_utf8(data: bytes) -> bool:
    right = sum(len(found) for found in RIGHT.findall(data))
    high = sum(byte > 0x7F for byte in data)
    return right > 0.9 * high > 0
