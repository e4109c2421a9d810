"""The page to choose from with 3,000 sheets, in Chromium: all are found, and few are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench import many_sheets

from .test_catalogue import opened

pytestmark = [pytest.mark.xdist_group("many_sheets"), pytest.mark.slow]

LEAFLETS = 250
DRAWN = 20  # cards; "Show all" draws the others


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    assert many_sheets.write(folder, LEAFLETS) == 3000
    return folder


@pytest.fixture(scope="module")
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    opened(page, folder)
    yield page
    page.close()


def count(page: Page) -> int:
    return int(page.locator("#count b").inner_text())


def test_every_sheet_of_every_language_is_listed(page: Page) -> None:
    for tag in many_sheets.TAGS:
        page.select_option("#language", tag)
        assert count(page) == LEAFLETS, tag
        assert page.locator(".card").count() == DRAWN
    page.get_by_role("button", name="Show all").click()
    titles = page.locator(".card .english").all_text_contents()
    assert sorted(titles) == sorted(many_sheets.titles(LEAFLETS))


def test_each_title_finds_its_sheet_first_in_each_language(page: Page) -> None:
    page.select_option("#language", "ur")
    for title in many_sheets.titles(LEAFLETS):
        page.fill("#query", title)
        assert page.locator(".card .english").first.text_content() == title
        assert page.locator(".card").first.get_attribute("class") == "card first", "Enter prints it"
    page.select_option("#language", "")
    for tag in many_sheets.TAGS:
        page.fill("#query", f"{tag} rosacea")
        card = page.locator(".card").first
        assert card.locator(f"h2 bdi[lang={tag}]").count() == 1, tag
        assert "Rosacea" in (card.text_content() or "")


def test_a_search_in_all_languages_draws_few(page: Page) -> None:
    page.select_option("#language", "")
    page.fill("#query", "children")
    assert count(page) >= 25 * len(many_sheets.TAGS)
    assert page.locator(".card").count() == DRAWN
    assert page.locator("*").count() < 1500


def test_the_page_itself_grows_with_languages_only(folder: Path, tmp_path: Path) -> None:
    many_sheets.write(tmp_path, 2)
    large = (folder / "index.html").stat().st_size
    assert large < 60_000
    assert large - (tmp_path / "index.html").stat().st_size < 1_000


def test_what_is_printed_is_every_sheet_that_was_found(page: Page) -> None:
    page.select_option("#language", "zh-Hans")
    page.fill("#query", "")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".card").count() == LEAFLETS
