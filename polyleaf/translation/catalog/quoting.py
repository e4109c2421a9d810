"""Text ↔ a quoted PO string with the escapes of C."""

from __future__ import annotations

import re

STRINGS = re.compile(r'(?:"(?:[^"\\]|\\.)*+"[ \t]*)++')  # adjacent ones on a line are joined
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
# Each number is a byte, and several may encode one character: \303\251 is é.
ESCAPE = re.compile(r"((?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}))+)|\\(.?)", re.DOTALL)
NUMBER = re.compile(r"\\(?:([0-7]+)|x(\w+))")
UNFIT = re.compile("[\0\4]")  # gettext's tools end a string, or a context, there
PLAIN = dict(zip('ntrabfv\\"', '\n\t\r\a\b\f\v\\"', strict=True))
ESCAPES = str.maketrans({character: f"\\{letter}" for letter, character in PLAIN.items()})


class Broken(ValueError):
    """A string is malformed; `hint` says how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def quote(text: str) -> str:
    return f'"{text.translate(ESCAPES)}"'


def unquote(quoted: str) -> str:
    """The text of a string with its quotes; raises Broken."""
    if STRINGS.fullmatch(quoted) is None:
        open_ended = STRING.match(quoted) is None
        message = "the string does not end" if open_ended else "there is text after the string"
        raise Broken(message, 'a quote inside a string is written \\"')
    text = ESCAPE.sub(_character, "".join(STRING.findall(quoted)))
    if unfit := UNFIT.search(text):
        raise Broken(f"the string holds the character U+{ord(unfit[0]):04X}", "remove it")
    return text


def _character(escape: re.Match[str]) -> str:
    numbers, letter = escape.groups()
    if letter in PLAIN:
        return PLAIN[letter]
    if numbers is None:
        raise Broken(f"unknown escape \\{letter}", "a backslash itself is written \\\\")
    values = [int(o, 8) if o else int(h, 16) for o, h in NUMBER.findall(numbers)]
    try:
        return bytes(values).decode("utf-8")
    except ValueError:
        raise Broken(f"{numbers} is not UTF-8", "write the character itself") from None
