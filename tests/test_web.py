"""The web edition in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

# One leaflet in every script, and the others where words are longest and from right to left.
SHEETS = [("rosacea", tag) for tag in ("en", "hi", "ta", "ur", "ar", "fr", "ru", "zh-Hans")]
SHEETS += [(name, tag) for name in ("exosome-therapy", "exosome-faq") for tag in ("zh-Hans", "ur")]


def opened(browser: Browser, shipped: Path, leaflet: str, tag: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((shipped / tag / f"{leaflet}_{tag}_web.html").as_uri())
    return page


@pytest.fixture(scope="module", params=SHEETS, ids="-".join)
def sheet(browser: Browser, shipped: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Each sheet, opened once."""
    leaflet, tag = request.param
    page = opened(browser, shipped, leaflet, tag, 1280)
    yield page
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_is_never_wider_than_its_screen(sheet: Page, width: int) -> None:
    sheet.set_viewport_size({"width": width, "height": 800})
    assert sheet.evaluate("innerWidth") == width
    assert sheet.evaluate("document.documentElement.scrollWidth") <= width
    cut = sheet.evaluate(
        """() => [...document.querySelectorAll('main *, footer *')]
            .filter(e => { const r = e.getBoundingClientRect();
                           return r.width && (r.left < -1 || r.right > innerWidth + 1) })
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert cut == []


def test_a_page_asks_for_nothing(browser: Browser, shipped: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((shipped / "ar/rosacea_ar_web.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    loaded = "[...document.images].every(image => image.complete && image.naturalWidth > 0)"
    assert page.evaluate(loaded)
    page.close()


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_reads_in_its_direction(
    browser: Browser, shipped: Path, tag: str, direction: str
) -> None:
    page = opened(browser, shipped, "rosacea", tag, 1280)
    assert page.locator("html").get_attribute("lang") == tag
    assert page.evaluate("getComputedStyle(document.body).direction") == direction
    logo, phones = (page.locator(name).bounding_box() for name in (".logo", ".telephones"))
    assert logo
    assert phones
    assert (logo["x"] < phones["x"]) == (direction == "ltr")
    page.close()


def test_numbers_keep_their_order_in_a_right_to_left_sentence(
    browser: Browser, shipped: Path
) -> None:
    page = opened(browser, shipped, "rosacea", "ar", 1280)
    lefts = page.evaluate(
        """() => {
            const span = [...document.querySelectorAll('.callout span[dir=ltr]')]
                .find(e => e.textContent.startsWith('+44'));
            const text = span.querySelector('a').firstChild, range = document.createRange();
            return [..."+44 20 7946 0958"].map((_, i) => {
                range.setStart(text, i); range.setEnd(text, i + 1);
                return range.getBoundingClientRect().left });
        }"""
    )
    assert len(lefts) == len("+44 20 7946 0958")
    assert lefts == sorted(lefts)
    page.close()


def test_the_keyboard_leads_past_the_head_of_the_page(browser: Browser, shipped: Path) -> None:
    page = opened(browser, shipped, "exosome-faq", "es", 400)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.get_attribute("href") == "#text"
    box = skip.bounding_box()
    assert box
    assert box["x"] >= 0
    page.close()


@pytest.mark.parametrize("tag", ["en", "bn", "ur"])
def test_each_number_of_the_clinic_is_dialled_by_a_tap(
    browser: Browser, shipped: Path, tag: str
) -> None:
    page = opened(browser, shipped, "rosacea", tag, 390)
    # A telephone would dial; here the tap is only noted.
    page.evaluate(
        """() => { window.dialled = [];
                   addEventListener('click', event => {
                       window.dialled.push(event.target.closest('a').getAttribute('href'));
                       event.preventDefault() }) }"""
    )
    numbers = page.get_by_text("+44\u00a020\u00a07946").all()
    assert len(numbers) >= 6
    said = [re.sub(r"[^+\d]", "", number.inner_text()) for number in numbers]
    for number in numbers:
        number.click()
    assert page.evaluate("dialled") == [f"tel:{number}" for number in said]
    mail = page.get_by_text("leaflets@")
    assert mail.get_attribute("href") == "mailto:leaflets@riverside.example"
    page.close()


def test_links_lead_to_the_sheet_in_every_language_and_on_paper(
    browser: Browser, shipped: Path
) -> None:
    tag = "ur"
    page = opened(browser, shipped, "rosacea", tag, 390)
    start, names = page.url, page.locator(".translations .own-name").all_text_contents()
    assert len(set(names)) == 12
    current = page.locator(".translations [aria-current]").text_content()
    assert current == "اردو Urdu"
    for name in names:
        page.locator(".tongues").evaluate("each => each.open = true")
        link = page.locator(".translations").get_by_text(name, exact=True).first
        language, direction = link.get_attribute("lang"), link.get_attribute("dir")
        link.click()
        page.wait_for_load_state()
        root = page.locator("html")
        assert (root.get_attribute("lang"), root.get_attribute("dir")) == (language, direction)
        assert page.url.endswith(f"/{language}/rosacea_{language}_web.html")
        page.goto(start)
    printed = page.locator(".printed a").evaluate_all("all => all.map(a => a.href)")
    assert printed == [(shipped / tag / f"rosacea_{tag}_a4.pdf").as_uri()]
    page.close()


def test_what_leads_elsewhere_is_not_printed_and_the_key_to_marks_is(
    browser: Browser, shipped: Path
) -> None:
    page = opened(browser, shipped, "rosacea", "en", 1280)
    assert page.locator("nav.elsewhere").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("nav.elsewhere").is_visible()
    assert page.locator(".key-to-marks .evidence").count() == 4
    page.close()


def test_a_citation_leads_to_its_source(browser: Browser, shipped: Path) -> None:
    page = opened(browser, shipped, "rosacea", "hi", 1280)
    page.locator("a.cite").first.click()
    assert page.url.endswith("#source-1")
    assert page.locator("#source-1").is_visible()
    page.close()


def test_headings_are_in_order_and_links_lead_somewhere(sheet: Page) -> None:
    levels = sheet.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    dangling = sheet.evaluate(
        """[...document.querySelectorAll('a[href^="#"]')]
            .filter(a => !document.getElementById(a.hash.slice(1))).length"""
    )
    assert dangling == 0
    ids = sheet.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))
