"""axe-core, the usual checker of web pages against WCAG, run inside an open page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# WCAG 2.0, 2.1 and 2.2 at levels A and AA, and what axe-core counts as good practice beyond them.
# It leaves out the contrast of joined Arabic letters and of single characters; the English page
# has the same colours.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOWN = 3  # places of one violation


def violations(page: Page) -> list[str]:
    """What is wrong with the page as it stands on the screen: the rule, how often, and where."""
    said = Axe().run(page, options={"runOnly": RULES}).response
    assert len(said["passes"]) > 10, "axe-core looked at next to nothing"
    return ["\n".join(_told(violation)) for violation in said["violations"]]


def _told(violation: dict[str, Any]) -> Iterator[str]:
    nodes = violation["nodes"]
    yield f"{violation['id']}, {len(nodes)} times: {violation['help']}"
    for node in nodes[:SHOWN]:
        reasons = [reason["message"] for kind in ("any", "all", "none") for reason in node[kind]]
        yield f"    {node['html'][:160]}: {'; '.join(reasons)}"
