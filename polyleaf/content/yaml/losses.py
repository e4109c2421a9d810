"""What YAML takes from a text without a word: comments, tags, anchors, the lines of a list.

- Tel. #5 for the nurse     is "Tel."
- &a Rest                   is "Rest"
- !important Rest           is "Rest"
- [Take 1,5 mg]             is "Take 1" and "5 mg"
- Wash                      is "Wash - hands - feet"
  - hands
  - feet
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from ...model.findings import Finding, PolyleafError, Where

MAX_DEPTH, MAX_UNSEEN = 24, 100
QUOTE = "quote text that starts with a sign"
UNCOMMENT = "put quotes around the text, or the comment on a line of its own"
# Behind an unquoted text; a comma of a list in brackets may stand between.
COMMENT = re.compile(r",?[ \t]+#")
# On the next line, as far in as the text could go on.
COMMENT_BELOW = re.compile(r"(?:[ \t]*\r?\n)([ \t]+)#")
ITEM = re.compile(r"\n[ \t]*(?:[-*+•‣▪◦]|1[.)])[ \t]+(?=\S)")
BROKEN = re.compile(r"[^\s] {2,}(?=\r?\n[ \t]*[^\s])")  # a line break of Markdown
DECIMAL = re.compile(r"\d,\d+")  # in brackets a comma parts, with or without a space
# Ends of lines for YAML 1.1 alone, and a byte order mark: no editor shows them.
UNSEEN = {"\x85": "NEXT LINE", "\u2028": "LINE SEPARATOR", "\u2029": "PARAGRAPH SEPARATOR",
          "\ufeff": "BYTE ORDER MARK"}  # fmt: skip
NULLS = ("~", "null", "Null", "NULL")


def where_at(path: str, mark: yaml.Mark | yaml._yaml.Mark | None) -> Where:
    return Where(path, mark.line + 1, mark.column + 1) if mark else Where(path)


def of_lines(text: str, path: str) -> tuple[str, list[Finding]]:
    """The text without what ends a line unseen, and where that was."""
    found = []
    for match in re.finditer("|".join(UNSEEN), text):
        at = match.start()
        where = Where(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        message = f"it has a U+{ord(match[0]):04X}, {UNSEEN[match[0]].lower()}, which is not seen"
        found.append(
            Finding(where, "yaml-control", message, "delete it and type what is around it")
        )
        if len(found) > MAX_UNSEEN:
            break
    for character in UNSEEN if found else ():
        text = text.replace(character, "" if character == "\ufeff" else " ")
    return text, found


def of_signs(text: str, path: str, found: list[Finding]) -> str:
    """Add the tags, anchors and aliases in a file to `found`.

    Returns the text with a word for each alias, as long as it is: aliases can expand a small file
    to gigabytes. Raises PolyleafError for what must not be read on.
    """
    depth = documents = 0
    lines = text.split("\n")
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1:
            break  # composing reports that as an error
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.NodeEvent):
            found += _signs(event, path)
        if isinstance(event, yaml.AliasEvent):
            at = where_at(path, event.start_mark)
            name = f"*{event.anchor}"
            line, column = lines[at.line - 1], at.column - 1
            lines[at.line - 1] = line[:column] + "x" * len(name) + line[column + len(name) :]
        if depth > MAX_DEPTH:
            where = where_at(path, event.start_mark)
            message = f"nested more than {MAX_DEPTH} deep"
            raise PolyleafError([*found, Finding(where, "yaml-depth", message)])
    return "\n".join(lines)


def _signs(event: yaml.NodeEvent, path: str) -> Iterator[Finding]:
    where = where_at(path, event.start_mark)
    if isinstance(event, yaml.AliasEvent):
        message = f"aliases (*{event.anchor}) are not allowed"
        yield Finding(where, "yaml-alias", message, QUOTE)
    elif event.anchor:
        message = f'"&{event.anchor}" names an anchor and is not printed'
        yield Finding(where, "yaml-alias", message, QUOTE)
    if tag := getattr(event, "tag", None):
        sign = "!!" + tag.rpartition(":")[2] if tag.startswith("tag:yaml.org") else tag
        message = f'"{sign}" is a tag and is not printed'
        yield Finding(where, "yaml-tag", message, QUOTE)
    if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
        message = "merge keys (<<) are not allowed"
        yield Finding(where, "yaml-alias", message, "write the keys themselves")


def of_text(text: str, node: yaml.ScalarNode, path: str, outer: int) -> Finding | None:
    """What the text that a node stands for has lost in the file `text`.

    `outer` is the column of its key, or of the dash before it, from 0: what is further in goes on
    with the text.
    """
    if not node.style and (at := _comment(text, node, outer)) is not None:
        words = node.value.split()
        shown = f'after "{words[-1]}"' if words else "before any text"
        message = f"a comment begins {shown}: what is behind the # is not printed"
        where = _where(text, at, node.end_mark, path)
        return Finding(where, "yaml-comment", message, UNCOMMENT)
    start, end = node.start_mark.index, node.end_mark.index
    if not node.style and (comma := DECIMAL.match(text, end - 1)):
        message = f'the list in brackets is parted within a number: "{comma[0]}"'
        hint = "put quotes around the text, or a space behind the comma"
        return Finding(where_at(path, node.end_mark), "text-lines", message, hint)
    if node.style != "|" and (item := ITEM.search(text, start, end)):
        where = _where(text, item.end() - len(item[0].lstrip()), node.start_mark, path)
        message = "the lines of a list would be printed as one text"
        return Finding(
            where,
            "text-lines",
            message,
            "make a list of them (- list:); below an item of a list write - - text",
        )
    if node.style != "|" and (broken := BROKEN.search(text, start, end)):
        where = _where(text, broken.start() + 1, node.start_mark, path)
        message = "two spaces at the end of a line are no line break here"
        return Finding(where, "text-lines", message, "remove them, or make a block of each line")
    if "\n" in node.value.strip():
        message = "the lines of the text would be printed as one"
        hint = "to join them write > for |, without empty lines; else make a block of each"
        return Finding(where_at(path, node.start_mark), "text-lines", message, hint)
    return None


def of_commas(text: str, plain: bool, where: Where) -> Finding | None:
    """A list in brackets that is one text, as its commas are those of another script."""
    if not plain or not (comma := re.search(r"\w\s*([،，、])\s*\w", text)):
        return None
    message = f'the list in brackets is one text: "{comma[1]}" parts no items'
    return Finding(where, "text-lines", message, "write , between items, or quotes around the text")


def _comment(text: str, node: yaml.ScalarNode, outer: int) -> int | None:
    """Where the comment begins that cuts off an unquoted text."""
    end = node.end_mark.index
    if found := COMMENT.match(text, end):
        return found.end() - 1
    below = COMMENT_BELOW.match(text, end) if node.value else None
    if below and len(below[1]) > outer and not _goes_on(text, below.end(), len(below[1])):
        return below.end() - 1
    return None


def _goes_on(text: str, position: int, indent: int) -> bool:
    """Whether what follows a comment is as far in: then it is a comment on that."""
    for line in text[position : position + 2_000].split("\n")[1:]:
        bare = line.lstrip(" \t")
        if bare and not bare.startswith(("#", "\r")):
            return len(line) - len(bare) >= indent
    return False


def _where(text: str, index: int, mark: yaml.Mark | yaml._yaml.Mark, path: str) -> Where:
    """The place of `index`, which is behind `mark`."""
    line = mark.line + text.count("\n", mark.index, index)
    return Where(path, line + 1, index - text.rfind("\n", 0, index))
