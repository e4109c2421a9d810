"""The marks that git leaves in a file when two people have changed the same lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Finding, Where

OPENS, PARTS, CLOSES = (re.compile(rf"^{sign * 7}(?: .*)?\r?$", re.MULTILINE) for sign in "<=>")
MARK = re.compile(r"(<{7}|={7}|>{7}|\|{7})(?: .*)?")
HINT = (
    "keep one of the two versions between <<<<<<< and >>>>>>>, or both, and delete the lines of the"
    " marks; `git checkout --ours FILE` or `--theirs FILE` takes one version of the whole file"
)


def unfinished(text: str, path: str) -> Iterator[Finding]:
    """A finding for each conflict that is not resolved, at the line that opens it."""
    if "<<<<<<<" not in text:
        return
    end = 0
    for opened in OPENS.finditer(text):
        parted = PARTS.search(text, opened.end()) if opened.start() >= end else None
        closed = CLOSES.search(text, parted.end()) if parted else None
        if parted and closed:
            end = closed.end()
            first, last = (text.count("\n", 0, at) + 1 for at in (opened.start(), closed.start()))
            message = f"an unfinished merge: two versions, up to line {last}"
            yield Finding(Where(path, first), "merge-unfinished", message, HINT)


def is_merge_mark(line: str) -> bool:
    """Whether the line is a mark, such as one that is left of a conflict."""
    return MARK.fullmatch(line) is not None
