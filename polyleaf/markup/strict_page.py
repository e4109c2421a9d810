"""A page for a screen, and the policy by which a browser runs and loads only what it came with.

A policy that allowed styles in attributes would allow those of whatever got into the page, so each
`style="…"` becomes a rule of a style sheet. Style sheets, and the script of the edition, are named
by their hashes: Content Security Policy Level 3, 2.3.1 and 6.7.3.3.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from functools import partial

# An element whose content is no markup, or a start tag; a value in quotes may hold any character.
PARTS = re.compile(
    r"<(?P<raw>script|style|title|textarea)\b[^>]*>.*?</(?P=raw)\s*>"
    r"""|<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>|<!--.*?-->""",
    re.DOTALL | re.IGNORECASE,
)
IN_STYLE = re.compile(r"""(?<=\s)style="([^"]*)"|(?<=\s)style='([^']*)'""", re.IGNORECASE)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
POLICY = (
    "default-src 'none'; script-src {scripts}; worker-src {workers}; style-src {styles}; "
    "img-src data:; base-uri 'none'; form-action 'none'"
)
# It matches the element alone, and weighs as much as an id: rules of a style attribute win too.
RULE = ":is([data-style='{number}'], #_) {{ {declarations} }}"
NOTHING = "'none'"


def strict(document: str, script: str = "") -> str:
    """The page with its policy, which lets the text of `script` run if the page has it."""
    found: dict[str, int] = {}
    moved = PARTS.sub(partial(_moved, found), document)
    if found:
        rules = (
            RULE.format(number=number, declarations=declarations.replace("<", "\\3c "))
            for declarations, number in found.items()
        )
        moved = _before(moved, "</head>", "<style>\n" + "\n".join(rules) + "\n</style>\n")
    policy = POLICY.format(
        scripts=sources([script] if script else ()),
        workers="'self'" if script else NOTHING,
        styles=sources(STYLE.findall(moved)),
    )
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return re.sub(r"<head\b[^>]*>", lambda head: f"{head[0]}\n{meta}", moved, count=1)


def sources(texts: Iterable[str]) -> str:
    """What a policy allows: scripts or style sheets with these texts."""
    return " ".join(f"'{hashed(text)}'" for text in dict.fromkeys(texts)) or NOTHING


def hashed(text: str) -> str:
    """A text as a policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _moved(found: dict[str, int], part: re.Match[str]) -> str:
    """A start tag whose style is a rule of its own."""
    if part["raw"] or part[0].startswith("<!"):
        return part[0]

    def numbered(style: re.Match[str]) -> str:
        declarations = html.unescape(style[1] or style[2] or "").strip()
        return f'data-style="{found.setdefault(declarations, len(found) + 1)}"'

    return IN_STYLE.sub(numbered, part[0], count=1)


def _before(document: str, mark: str, added: str) -> str:
    head, found, rest = document.partition(mark)
    return f"{head}{added}{found}{rest}"
