"""The web edition and the catalogue as axe-core sees them in Chromium: no violation anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from . import axe
from .test_web import opened

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

# One of each kind and of each direction: axe-core reads elements, roles, colours and places, which
# the templates give, and neither script nor words. The third leaflet has the first one's template.
SHEETS = [("rosacea", "en"), ("exosome-faq", "ar")]
TELEPHONE, DESK = 320, 1280  # CSS pixels

# By the rule that sees it: what is spoilt in an open page.
SPOILT = {
    "color-contrast": "document.querySelector('h1').style.color = '#bbb'",
    "link-in-text-block": "document.querySelector('.cite').style.textDecoration = 'none'",
    "html-has-lang": "document.documentElement.lang = ''",
    "heading-order": (
        "document.querySelectorAll('h2').forEach(h => h.outerHTML = `<h4>${h.innerHTML}</h4>`)"
    ),
    "image-alt": "document.images[0].removeAttribute('alt')",
    "region": "document.body.append(document.querySelector('.disclaimer'))",
}


def at_each_width(page: Page) -> list[str]:
    found = []
    for width in (TELEPHONE, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        found += [f"{width} px: {violation}" for violation in axe.violations(page)]
    page.close()
    return found


@pytest.mark.parametrize(("leaflet", "tag"), SHEETS)
def test_a_web_sheet_has_no_violation(
    browser: Browser, shipped: Path, leaflet: str, tag: str
) -> None:
    found = at_each_width(opened(browser, shipped, leaflet, tag, TELEPHONE))
    assert not found, "\n".join(found)


def test_the_catalogue_has_no_violation(browser: Browser, shipped: Path) -> None:
    page = browser.new_page()
    page.goto((shipped / "index.html").as_uri())
    found = at_each_width(page)
    assert not found, "\n".join(found)


def test_a_spoilt_page_is_told_by_its_rules(browser: Browser, shipped: Path) -> None:
    page = opened(browser, shipped, "exosome-faq", "en", DESK)
    for spoil in SPOILT.values():
        page.evaluate(spoil)
    found = axe.violations(page)
    page.close()
    assert {violation.partition(", ")[0] for violation in found} == set(SPOILT)
