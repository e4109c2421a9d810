"""Text in Unicode's form NFC (UAX #15), whatever keyboard or file system it comes from.

Texts that are canonically equal mean the same and look the same. Only the order of marks on one
letter stays as it was typed: Arabic keyboards write shadda before the vowel, Hebrew ones the
dagesh, and NFC the other way round, which some fonts draw worse.
"""

from __future__ import annotations

import re
import unicodedata

# A character with the marks, vowels and final consonants that NFC may compose with it or reorder.
# Of a mark it is enough that it is no letter of ASCII: what does not change is put back.
CLUSTER = re.compile("[^\x00-\x7f]+|[\x00-\x7f][^\x00-\x7f]+")


def normalised(text: str) -> str:
    """The text in the form NFC, but for the order of marks."""
    if unicodedata.is_normalized("NFC", text):
        return text
    return CLUSTER.sub(_whole, text)


def _whole(run: re.Match[str]) -> str:
    return "".join(map(_cluster, _clusters(run[0])))


def _cluster(cluster: str) -> str:
    composed = unicodedata.normalize("NFC", cluster)
    return cluster if sorted(composed) == sorted(cluster) else composed


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for character in text:
        if found and _composes(character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _composes(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"
