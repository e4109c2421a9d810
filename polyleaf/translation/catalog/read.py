"""PO bytes → Catalog, or every fault of the file with its line.

The format is that of GNU gettext's manual, "The Format of PO Files". Other parsers lose text: an
unterminated string becomes empty, the second of two duplicates disappears. This one refuses what
gettext's tools refuse, so every catalog that it reads can be written again. Texts are brought to
the form NFC, whatever keyboard or system they come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ... import files
from ...languages import normalised
from ...model.findings import Finding, PolyleafError, Where, first_findings
from . import charset, two_in_one
from .messages import Catalog, Entry, Previous
from .quoting import Broken, unquote

LINE = re.compile(
    r"""(?P<mark>\#~\||\#~|\#\||)[ \t]*
        (?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)(?:\[(?P<form>[0-9]{1,3})\])?[ \t]*)?
        (?P<string>".*)""",
    re.VERBOSE,
)
# At the start of a line: marks of files that were put together, and of editors.
UNSEEN = re.compile("^[\N{ZERO WIDTH NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\u200e\u200f\u2060]+")
MAX_TEXT = 20_000  # characters
WIDE = 120  # characters: gettext breaks lines at 80, counting wide letters twice
DEAD_COMMENT = re.compile(r"\A#~\s*(?=#(?![|~]))")  # of an obsolete message: "#~ #, fuzzy"
REFERENCE = re.compile("\N{FIRST STRONG ISOLATE}(.*?)\N{POP DIRECTIONAL ISOLATE}(\\S*)|(\\S+)")


@dataclass
class Draft:
    """An entry being read; its strings are keyed by (mark, keyword, plural form)."""

    line: int = 0
    strings: dict[tuple[str, str, int], list[str]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    sticky: list[str] = field(default_factory=list)
    numbered: bool = False  # msgstr[0], not msgstr
    obsolete: bool = False
    broken: bool = False  # one of its lines has been reported

    def has(self, keyword: str) -> bool:
        return any(name == keyword and not former for former, name, _ in self.strings)


def read(data: bytes, path: str) -> Catalog:
    """The catalog in `data`; raises PolyleafError with every fault."""
    text = charset.decode(data, path)
    findings = list(_nul(text, path))
    trailing: list[str] = []
    entries = list(_entries(text, path, findings, trailing))
    findings += two_in_one.of_entries(entries)
    header = entries[0] if entries and entries[0].is_header else None
    if header is not None:
        findings += charset.faults(header)
    elif not findings:
        hint = f'start the file with the lines msgid "" and msgstr {charset.UTF8_LINE}'
        findings.append(Finding(Where(path, 1), "po-header", "the file has no header", hint))
    if findings or header is None:
        raise PolyleafError(first_findings(findings))
    wide = any(len(line) > WIDE and " " in line and line.endswith('"') for line in text.split("\n"))
    return Catalog(path, charset.as_utf8(header), tuple(entries[1:]), tuple(trailing), wide)


def _nul(text: str, path: str) -> Iterator[Finding]:
    """gettext's tools end a line at U+0000 and drop the rest of it."""
    if (at := text.find("\0")) >= 0:
        where = Where(path, text.count("\n", 0, at) + 1)
        yield Finding(where, "po-syntax", "the line holds the character U+0000", "remove it")


def _entries(text: str, path: str, findings: list[Finding], trailing: list[str]) -> Iterator[Entry]:
    """Each message; comments after the last one are added to `trailing`."""
    draft, last = Draft(), None
    for number, line in enumerate(text.split("\n"), 1):
        stripped = DEAD_COMMENT.sub("", UNSEEN.sub("", line).strip())
        match = LINE.fullmatch(stripped)
        if _begins(stripped, match, draft):
            yield from _finish(draft, path, findings)
            draft, last = Draft(), None
            trailing.clear()
        if not stripped:
            continue
        draft.line = draft.line or number
        if _is_comment(stripped):
            trailing.append(line.rstrip())
            _comment(stripped, draft)
        elif match is None:
            draft.broken = True
            findings.append(_unread(stripped, Where(path, number, 1)))
        else:
            last = _string(match, last, draft, Where(path, number), findings)
    if draft.strings:
        yield from _finish(draft, path, findings)
        trailing.clear()


def _unread(line: str, where: Where) -> Finding:
    shown = line if len(line) < 40 else line[:39] + "…"
    hint = 'strings are quoted: msgstr "…"'
    if files.is_merge_mark(line):
        hint = "a mark of an unfinished merge: delete it, and keep one of the versions around it"
    return Finding(where, "po-syntax", f"cannot read: {shown}", hint)


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not line.startswith(("#|", "#~"))


def _begins(line: str, match: re.Match[str] | None, draft: Draft) -> bool:
    """Whether the line begins another message, even if the one before it is incomplete."""
    keyword = match["keyword"] if match else None
    if keyword in ("msgctxt", "msgid"):
        former = match is not None and match["mark"].endswith("|")
        before = ("msgctxt", "msgid", "msgstr") if former else (keyword, "msgid", "msgstr")
        return any(map(draft.has, before))
    return (not line or _is_comment(line)) and draft.has("msgstr")


def _comment(line: str, draft: Draft) -> None:
    kind, rest = line[:2], line[2:].strip()
    match kind:
        case "#.":
            draft.extracted.append(rest)
        case "#:":
            draft.references.append(rest)
        case "#,":
            draft.flags += _flags(rest)
        case "#=":
            draft.sticky += _flags(rest)
        case _:
            draft.comments.append(line[1:].removeprefix(" ").rstrip())


def _flags(rest: str) -> list[str]:
    return [flag for part in rest.split(",") if (flag := part.strip())]


def _references(lines: list[str]) -> Iterator[str]:
    """Each file:line. gettext's tools isolate names with spaces, but break lines inside them."""
    for spaced, line, plain in REFERENCE.findall(" ".join(lines)):
        yield spaced + line or plain


def _string(
    match: re.Match[str],
    last: tuple[str, str, int] | None,
    draft: Draft,
    where: Where,
    findings: list[Finding],
) -> tuple[str, str, int] | None:
    """Adds one line's string to the draft; a line without a keyword continues the last one."""

    def fault(message: str, hint: str = "") -> None:
        draft.broken = True
        findings.append(Finding(where, "po-syntax", message, hint))

    mark, keyword = match["mark"], match["keyword"]
    former, obsolete = "|" if mark.endswith("|") else "", mark.startswith("#~")
    key = (former, keyword, int(match["form"] or 0)) if keyword else last
    if key is None:
        fault("a string without a keyword before it")
        return None
    if key[0] != former or (draft.strings and draft.obsolete != obsolete):
        fault(f"the line begins with another mark than the one before it ({mark or 'none'})")
    if keyword and key in draft.strings:
        fault(f"a second {keyword} in one message")
    if keyword:
        draft.lines.setdefault(former + keyword, where.line)
    draft.obsolete = obsolete
    draft.numbered = draft.numbered or match["form"] is not None
    try:
        text = unquote(match["string"])
    except Broken as error:
        fault(error.message, error.hint)
        text = ""
    draft.strings.setdefault(key, []).append(text)
    return key


def _finish(draft: Draft, path: str, findings: list[Finding]) -> Iterator[Entry]:
    if draft.broken:
        return
    strings = {key: normalised("".join(parts)) for key, parts in draft.strings.items()}
    where = Where(path, draft.lines.get("msgctxt", draft.lines.get("msgid", draft.line)))
    if faults := [*_lacks(draft), *_too_long(strings.values())]:
        findings += [Finding(where, "po-syntax", fault) for fault in faults]
        return
    former = strings.get(("|", "msgid", 0))
    yield Entry(
        msgid=strings["", "msgid", 0],
        msgstr=tuple(text for (mark, name, _), text in sorted(strings.items()) if name == "msgstr"),
        msgctxt=strings.get(("", "msgctxt", 0)),
        msgid_plural=strings.get(("", "msgid_plural", 0)),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(_references(draft.references)),
        flags=tuple(draft.flags),
        sticky=tuple(draft.sticky),
        previous=None
        if former is None
        else Previous(
            strings.get(("|", "msgctxt", 0)), former, strings.get(("|", "msgid_plural", 0))
        ),
        obsolete=draft.obsolete,
        where=where,
        translated_where=Where(path, draft.lines["msgstr"]),
    )


def _too_long(strings: Iterable[str]) -> Iterator[str]:
    """Strings beyond any text of a leaflet, which may have half as many characters."""
    for text in strings:
        if len(text) > MAX_TEXT:
            yield f"a string has {len(text):,} characters, the limit is {MAX_TEXT:,}"


def _lacks(draft: Draft) -> Iterator[str]:
    """The parts that an incomplete message lacks."""
    forms = sorted(form for _, name, form in draft.strings if name == "msgstr")
    if ("", "msgid", 0) not in draft.strings:
        yield "a message without msgid"
    elif not forms:
        yield "a message without msgstr"
    elif forms != list(range(len(forms))):
        yield f"plural forms {forms} are not consecutive"
    elif draft.numbered != draft.has("msgid_plural"):
        yield "msgid_plural and msgstr[0] need each other"
    if any(former for former, _, _ in draft.strings) and ("|", "msgid", 0) not in draft.strings:
        yield "a former text (#|) without its msgid"
