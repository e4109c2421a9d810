"""The web edition and the catalogue as axe-core sees them in Chromium: no violation anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from . import axe
from .test_web import opened

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

LEAFLETS = ("rosacea", "exosome-faq")  # one of each kind: the third has the first one's template
LEFT_TO_RIGHT, RIGHT_TO_LEFT = ("en", "zh-Hans"), ("ar", "ur")
TELEPHONE, DESK = 320, 1280  # CSS pixels

# What is spoilt in an open page, and the rule that sees it.
SPOILT = {
    "pale text": ("document.querySelector('h1').style.color = '#bbb'", "color-contrast"),
    "a link that is only a colour": (
        "document.querySelector('.cite').style.textDecoration = 'none'",
        "link-in-text-block",
    ),
    "no language": ("document.documentElement.lang = ''", "html-has-lang"),
    "a heading level skipped": (
        "document.querySelectorAll('h2').forEach(h => h.outerHTML = `<h4>${h.innerHTML}</h4>`)",
        "heading-order",
    ),
    "a picture without words": ("document.images[0].removeAttribute('alt')", "image-alt"),
    "text outside every landmark": (
        "document.body.append(document.querySelector('.disclaimer'))",
        "region",
    ),
}


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
@pytest.mark.parametrize("tag", [*LEFT_TO_RIGHT, *RIGHT_TO_LEFT])
@pytest.mark.parametrize("leaflet", LEAFLETS)
def test_a_web_sheet_has_no_violation(
    browser: Browser, shipped: Path, leaflet: str, tag: str, width: int
) -> None:
    page = opened(browser, shipped, leaflet, tag, width)
    found = axe.violations(page)
    page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [TELEPHONE, DESK])
def test_the_catalogue_has_no_violation(browser: Browser, shipped: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((shipped / "index.html").as_uri())
    found = axe.violations(page)
    page.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_page_is_told_by_its_rule(browser: Browser, shipped: Path, name: str) -> None:
    spoil, rule = SPOILT[name]
    page = opened(browser, shipped, "exosome-faq", "en", DESK)
    page.evaluate(spoil)
    (found,) = axe.violations(page)
    page.close()
    assert found.startswith(f"{rule}, "), found
