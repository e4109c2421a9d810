"""Web and mail addresses and telephone numbers of a text, and the text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...model import inline
from ...model.inline import Cite, Placeholder, Run
from .amounts.european_digits import CITATION, european

# How a host's name may end; otherwise two words without a space between them are no address.
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
class Contacts:
    """What stood in a text, and the `rest` of it without its markup."""

    addresses: tuple[str, ...]
    telephones: tuple[str, ...]  # digits
    rest: str


@lru_cache(maxsize=8192)
def contacts(value: str) -> Contacts:
    text = "".join(_visible(value))
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
    return Contacts(addresses, tuple(telephones), text)


def may_have_contacts(value: str) -> bool:
    """Whether `contacts` may find one; most texts have none, and their markup need not be read."""
    text = CITATION.sub("", value)
    return ADDRESS.search(text) is not None or len(re.findall(r"\d", text)) >= LEAST


def _visible(value: str) -> Iterator[str]:
    for node in inline.walk(inline.parse(value)):
        match node:
            case Run(text):
                yield text
            case Placeholder() | Cite():
                yield " "


def _plain(address: str) -> str:
    return SCHEME.sub("", address).rstrip("./,;:!?”’»").casefold()
