"""`address-changed`, `telephone-changed`: addresses and telephone numbers stay as they are.

A web or mail address in the text of the source is in the translation, letter by letter, and no
other one is; `https://` and a full stop behind it do not count. A telephone number has the same
digits, in whatever script and groups: 020 7946 0958, ٠٢٠٧٩٤٦٠٩٥٨. What a link leads to is told by
`kept`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ... import inline
from ...inline import Cite, Placeholder, Run
from ...model import Unit
from ...problems import Finding
from .amounts.digits import CITATION, european
from .found import found

# What ends a name of a host; without one, two words without a space between are no address.
ENDS = "com|org|net|int|gov|edu|info|health|scot|wales|eu|uk|ie|us|ca|au|nz|in|bd|pk|fr|es|mx|ru|cn"
ADDRESS = re.compile(
    rf"""
      (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:https?://|www\.)\w[!\#-'*-;=?-~]*  # of ASCII
    | (?<![\w@.-])(?:[A-Za-z0-9][a-z0-9-]+\.)+(?:{ENDS}|[a-z]{{2,}}(?=/[\w-]))
      (?!\w|\.\w|-[\w-]*\.)(?:/[\w./?=&%\#~-]*)?
    """,
    re.VERBOSE | re.ASCII,
)
SCHEME = re.compile("https?://")
TELEPHONE = re.compile(
    r"""
    (?<![\w.,:/–-])(?:
      (?:\+|\(\+?\d{1,4}\)|0)[\d()\u00a0\u202f .-]{5,24}\d
    | (?:\d[ -])?\(?\d{3}\)?[ -]\d{3}[ -]\d{4}
    | \d{4}[ -]\d{3}[ -]\d{3} | \d{10,15}(?<!000) | \d{5}[ -]\d{5,6} | \d{4}[ -]\d{4}
    )\+?(?![\w/–-]|[.,]\d)
    """,
    re.VERBOSE,
)
IN_NUMBER = re.compile(r"0[.,]\d|\d\d?[-.]\d\d?[-.]\d{4}$")  # a decimal, a date
YEARS = re.compile(r"(?:1[89]|20)\d\d[ -](?:1[89]|20)\d\d")
LEAST = 7  # digits of a telephone number; shorter ones are numbers like others


@dataclass(frozen=True, slots=True)
class Parted:
    """A text without its markup, and what addresses and telephone numbers stood in it."""

    addresses: tuple[str, ...]
    telephones: tuple[str, ...]  # digits
    rest: str


def check(unit: Unit) -> Iterator[Finding]:
    if not any(map(_may_have, (unit.source, unit.target))):
        return
    source, target = part(unit.source), part(unit.target)
    yield from _differ(unit, "address-changed", source.addresses, target.addresses)
    yield from _differ(unit, "telephone-changed", source.telephones, target.telephones)


@lru_cache(maxsize=8192)
def part(value: str) -> Parted:
    text = "".join(_said(value))
    addresses: tuple[str, ...] = ()
    if "@" in text or "." in text:
        addresses = tuple(_plain(match[0]) for match in ADDRESS.finditer(text))
        text = ADDRESS.sub(" ", text)
    telephones: list[str] = []

    def number(match: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", match[0])
        if len(digits) < LEAST or IN_NUMBER.match(match[0]) or YEARS.fullmatch(match[0]):
            return match[0]
        telephones.append(digits)
        return " ; "

    text = TELEPHONE.sub(number, european(text))
    return Parted(addresses, tuple(telephones), text)


def _may_have(value: str) -> bool:
    """Cheaper than to read the markup, of which most texts have none."""
    text = CITATION.sub("", value)
    return ADDRESS.search(text) is not None or len(re.findall(r"\d", text)) >= LEAST


def _said(value: str) -> Iterator[str]:
    for node in inline.walk(inline.parse(value)):
        match node:
            case Run(text):
                yield text
            case Placeholder() | Cite():
                yield " "


def _plain(address: str) -> str:
    return SCHEME.sub("", address).rstrip("./,;:!?”’»").casefold()


def _differ(
    unit: Unit, code: str, source: tuple[str, ...], target: tuple[str, ...]
) -> Iterator[Finding]:
    lost = [one for one in dict.fromkeys(source) if one not in target]
    added = [one for one in dict.fromkeys(target) if one not in source]
    for one, other in zip(lost, added, strict=False):
        yield found(unit, code, f"the source has {one}, the translation has {other}")
    for one in lost[len(added) :]:
        yield found(unit, code, f"the translation lacks {one}")
    for other in added[len(lost) :]:
        yield found(unit, code, f"the translation has {other}, which the source has not")
