"""PO bytes → Catalog, or every fault of the file with its line.

The format is that of GNU gettext's manual, "The Format of PO Files". Our own reader, because those
at hand lose text: an unterminated string becomes empty, the second of two duplicates disappears.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .. import files
from ..problems import Finding, PolyleafError, Where
from .messages import Catalog, Entry, Key, Previous

LINE = re.compile(
    r"""(?P<mark>\#~\||\#~|\#\||)[ \t]*
        (?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>\d+)\])?[ \t]*)?
        (?P<string>".*)[ \t]*$""",
    re.VERBOSE,
)
CONVERT = "convert the file: msgconv --to-code=UTF-8"
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPE = re.compile(r"\\(?:([ntrabfv\\\"])|([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.?))", re.DOTALL)
PLAIN = dict(zip('ntrabfv\\"', '\n\t\r\a\b\f\v\\"', strict=True))


@dataclass
class Draft:
    """An entry while its lines are read; strings are keyed by (mark, keyword, plural form)."""

    line: int = 0
    strings: dict[tuple[str, str, int], str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    obsolete: bool = False


def read(data: bytes, path: str) -> Catalog:
    """The catalog in `data`; raises PolyleafError with everything that is broken in it."""
    text = files.decode(data, path, "po-encoding", CONVERT).replace("\r\n", "\n")
    findings: list[Finding] = []
    entries = list(_entries(text, path, findings))
    header = entries.pop(0) if entries and entries[0].key == (None, "") else None
    if header is None and not findings:
        hint = 'start the file with msgid "" and the header fields'
        findings.append(Finding(Where(path, 1), "po-header", "the file has no header", hint))
    if header is not None:
        findings += _charset(header)
    findings += _duplicates(entries)
    if findings or header is None:
        raise PolyleafError(sorted(findings))
    return Catalog(path, header, tuple(entries))


def _charset(header: Entry) -> Iterator[Finding]:
    charset = re.search(r"charset=(\S*)", header.msgstr[0])
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        message = f"the header declares the charset {charset[1]}"
        yield Finding(header.translated_where, "po-encoding", message, CONVERT)


def _duplicates(entries: list[Entry]) -> Iterator[Finding]:
    seen: dict[tuple[bool, Key], Entry] = {}
    for entry in entries:
        first = seen.setdefault((entry.obsolete, entry.key), entry)
        if first is not entry:
            message = f'the message "{entry.msgid[:40]}" stands here a second time'
            hint = f"first on line {first.where.line}; keep one"
            yield Finding(entry.where, "po-duplicate", message, hint)


def _entries(text: str, path: str, findings: list[Finding]) -> Iterator[Entry]:
    draft, last = Draft(), None
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        match = LINE.match(stripped)
        keyword = match["keyword"] if match else None
        mark = match["mark"] if match else ""
        starts = not stripped or _is_comment(stripped) or keyword in ("msgctxt", "msgid")
        if starts and _complete(draft, mark, keyword):
            yield from _finish(draft, path, findings)
            draft, last = Draft(), None
        if not stripped:
            continue
        draft.line = draft.line or number
        if _is_comment(stripped):
            _comment(stripped, draft)
        elif match is None:
            said = stripped if len(stripped) < 40 else stripped[:39] + "…"
            hint = 'strings stand in quotes: msgstr "…"'
            where = Where(path, number, 1)
            findings.append(Finding(where, "po-syntax", f"cannot read: {said}", hint))
        else:
            last = _string(match, last, draft, Where(path, number), findings)
    if draft.strings:
        yield from _finish(draft, path, findings)


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not line.startswith(("#|", "#~"))


def _complete(draft: Draft, mark: str, keyword: str | None) -> bool:
    """Whether the entry so far is whole, so that what comes begins another one."""
    return any(name == "msgstr" for _, name, _ in draft.strings)


def _comment(line: str, draft: Draft) -> None:
    kind, rest = line[:2], line[2:].strip()
    match kind:
        case "#.":
            draft.extracted.append(rest)
        case "#:":
            draft.references += rest.split()
        case "#,":
            draft.flags += [flag for part in rest.split(",") if (flag := part.strip())]
        case _:
            draft.comments.append(line[1:].removeprefix(" ").rstrip())


def _string(
    match: re.Match[str],
    last: tuple[str, str, int] | None,
    draft: Draft,
    where: Where,
    findings: list[Finding],
) -> tuple[str, str, int] | None:
    """Adds one line's string to the draft; a line without a keyword goes on with the last one."""
    mark, keyword = match["mark"], match["keyword"]
    draft.obsolete = draft.obsolete or mark.startswith("#~")
    former = "|" if mark.endswith("|") else ""
    key = (former, keyword, int(match["form"] or 0)) if keyword else last
    if key is None:
        findings.append(Finding(where, "po-syntax", "a string without a keyword before it"))
        return None
    if keyword and key in draft.strings:
        findings.append(Finding(where, "po-syntax", f"{keyword} a second time in one message"))
    if keyword:
        draft.lines.setdefault(former + keyword, where.line)
    draft.strings[key] = draft.strings.get(key, "") + _unquote(match["string"], where, findings)
    return key


def _unquote(quoted: str, where: Where, findings: list[Finding]) -> str:
    match = STRING.fullmatch(quoted.rstrip())
    if match is None:
        open_ended = STRING.match(quoted) is None
        message = "the string does not end" if open_ended else "text after the string's end"
        hint = 'a quote inside a string is written \\"'
        findings.append(Finding(where, "po-syntax", message, hint))
        return ""

    def one(escape: re.Match[str]) -> str:
        plain, octal, hexadecimal, unknown = escape.groups()
        if plain:
            return PLAIN[plain]
        if octal or hexadecimal:
            return chr(int(octal, 8) if octal else int(hexadecimal, 16))
        hint = "a backslash itself is written \\\\"
        findings.append(Finding(where, "po-syntax", f"unknown escape \\{unknown}", hint))
        return ""

    return ESCAPE.sub(one, match[1])


def _finish(draft: Draft, path: str, findings: list[Finding]) -> Iterator[Entry]:
    strings = draft.strings
    where = Where(path, draft.lines.get("msgctxt", draft.lines.get("msgid", draft.line)))
    forms = sorted(form for former, name, form in strings if (former, name) == ("", "msgstr"))
    if ("", "msgid", 0) not in strings or not forms:
        if strings:
            lacks = "msgid" if ("", "msgid", 0) not in strings else "msgstr"
            findings.append(Finding(where, "po-syntax", f"a message without {lacks}"))
        return
    if forms != list(range(len(forms))):
        findings.append(Finding(where, "po-syntax", f"plural forms {forms} are not in a row"))
        return
    former = strings.get(("|", "msgid", 0))
    yield Entry(
        msgid=strings["", "msgid", 0],
        msgstr=tuple(strings["", "msgstr", form] for form in forms),
        msgctxt=strings.get(("", "msgctxt", 0)),
        msgid_plural=strings.get(("", "msgid_plural", 0)),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(draft.references),
        flags=tuple(draft.flags),
        previous=None
        if former is None
        else Previous(
            strings.get(("|", "msgctxt", 0)), former, strings.get(("|", "msgid_plural", 0))
        ),
        obsolete=draft.obsolete,
        where=where,
        translated_where=Where(path, draft.lines["msgstr"]),
    )
