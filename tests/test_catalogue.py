"""The page to choose a sheet from, in Chromium, as it is opened from a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import LEAFLET, Sandbox

pytestmark = [pytest.mark.xdist_group("shipped"), pytest.mark.slow]

URDU = "ur/rosacea_ur_a4.pdf"


class Typed:
    """A page and the keys that were pressed on it."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def keys(self, *names: str) -> None:
        for name in names:
            if name.isascii():
                self.page.keyboard.press(name)
            else:
                self.page.keyboard.insert_text(name)
            self.count += 1

    def opened(self) -> str:
        """The file that the last key opened, below the output folder."""
        self.page.wait_for_function("() => window.went")
        return str(self.page.evaluate("window.went"))


WATCH = """
document.addEventListener('click', event => {
  const link = event.target.closest('a.edition');
  if (!link) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  window.went = link.getAttribute('href');
}, true);
"""


@pytest.fixture
def at_desk(browser: Browser, shipped: Path) -> Iterator[Typed]:
    """The shipped catalogue in a browser that remembers nothing; opening is noted."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, bypass_csp=True
    )  # wait_for_function evaluates
    page = context.new_page()
    page.add_init_script(WATCH)
    opened(page, shipped)
    yield Typed(page)
    context.close()


def opened(page: Page, output: Path, address: str = "", file: str = "index.html") -> None:
    page.goto("about:blank")
    page.goto(f"{(output / file).as_uri()}{address}")
    page.locator("body[data-ready]").wait_for()


def cards(page: Page) -> list[str]:
    return page.locator(".card h2").all_text_contents()


@pytest.mark.parametrize(
    ("keys", "most"),
    [("u r d Space r o s Enter", 8), ("ر و ز Enter", 4)],
    ids=["by its language", "by its own title"],
)
def test_urdu_rosacea_is_found_in_eight_keys(at_desk: Typed, keys: str, most: int) -> None:
    at_desk.keys(*keys.split())
    assert (at_desk.opened(), at_desk.count <= most) == (URDU, True)


def test_urdu_rosacea_is_found_by_the_tiles(at_desk: Typed) -> None:
    at_desk.keys("ArrowDown", "u", "Enter", "r", "o", "s", "Enter")
    assert (at_desk.opened(), at_desk.count) == (URDU, 7)


def test_a_chosen_language_is_remembered(at_desk: Typed, shipped: Path) -> None:
    at_desk.page.select_option("#language", "ur")
    opened(at_desk.page, shipped)
    at_desk.keys("r", "o", "s", "Enter")
    assert at_desk.opened() == URDU


def test_enter_prints_only_what_is_surely_meant(at_desk: Typed) -> None:
    """A word of a sheet's headings finds it, and Enter goes to its card."""
    at_desk.keys(*"lasers", "Enter")
    assert at_desk.page.evaluate("window.went") is None


@pytest.mark.parametrize(
    "words", ["rosácea", "ROSACEA", "روزيشيا", "रोज़ेशिया", "रोजेशिया", "玫瑰", "РОЗАЦЕА", "rosaeca"]
)
def test_case_accents_and_variants_do_not_matter(at_desk: Typed, words: str) -> None:
    at_desk.page.fill("#query", words)
    assert any("Rosacea" in text for text in at_desk.page.locator(".card").all_text_contents()), (
        words
    )


def test_an_edition_that_is_named_comes_first(at_desk: Typed) -> None:
    at_desk.page.fill("#query", "screen arabic rosacea")
    assert at_desk.page.locator(".card .edition").first.inner_text().startswith("Read on screen")


def test_what_is_not_there_in_a_language_is_shown_in_others(at_desk: Typed) -> None:
    at_desk.page.fill("#query", "zzzzz")
    assert "No sheet is found" in at_desk.page.locator("#note").inner_text()
    assert cards(at_desk.page) == []


def test_an_address_names_a_choice(at_desk: Typed, shipped: Path) -> None:
    opened(at_desk.page, shipped, "#lang=ur&leaflet=rosacea")
    assert len(cards(at_desk.page)) == 1
    opened(at_desk.page, shipped, "#lang=xx&leaflet=no-such&q=rosacea")
    assert len(cards(at_desk.page)) > 3


def test_arrows_go_through_cards_and_their_editions(at_desk: Typed) -> None:
    at_desk.page.select_option("#language", "es")
    at_desk.page.focus("#query")
    at_desk.keys("ArrowDown", "ArrowDown", "ArrowRight")
    card = at_desk.page.evaluate(
        "[...document.querySelectorAll('.card')].indexOf(document.activeElement.closest('.card'))"
    )
    assert card == 1
    at_desk.keys("ArrowUp", "ArrowUp")
    assert at_desk.page.evaluate("document.activeElement.id") == "query"
    at_desk.keys("ArrowDown", "/")
    assert at_desk.page.evaluate("document.activeElement.id") == "query"


def test_without_a_script_every_sheet_is_three_clicks_away(browser: Browser, shipped: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((shipped / "index.html").as_uri())
    page.locator("a[href='catalogue/ur.html']").click()
    assert page.locator(f"a[href='../{URDU}']").count() == 1
    context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_telephone_needs_no_scrolling_sideways(
    browser: Browser, shipped: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    opened(page, shipped, "#lang=ur")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_every_file_that_a_card_leads_to_is_there(at_desk: Typed, shipped: Path) -> None:
    at_desk.page.select_option("#language", "ta")
    links = at_desk.page.locator(".card a.edition")
    files = [links.nth(i).get_attribute("href") or "" for i in range(links.count())]
    assert files
    assert all((shipped / file).is_file() for file in files)
    pictures = at_desk.page.locator(".card img")
    loaded = "each => each.every(one => one.complete && one.naturalWidth > 0)"
    pictures.last.scroll_into_view_if_needed()
    at_desk.page.wait_for_function(f"() => ({loaded})([...document.querySelectorAll('.card img')])")
    assert pictures.count() == len(cards(at_desk.page))


def test_the_printed_page_lists_every_sheet_without_buttons(at_desk: Typed) -> None:
    at_desk.page.select_option("#language", "ur")
    at_desk.page.emulate_media(media="print")
    assert not at_desk.page.locator(".card .edition").first.is_visible()
    assert at_desk.page.locator(".card h2").first.is_visible()


TITLE = "title: Washing hands"


@pytest.fixture
def small(project: Sandbox) -> Sandbox:
    project.write("content/feet.yaml", LEAFLET.replace("Washing hands", "Washing feet"))
    assert project.run("--quiet").returncode == 0
    return project


def test_a_list_that_is_cut_off_is_told(small: Sandbox, browser: Browser) -> None:
    shard = small.root / "output/catalogue/en.js"
    shard.write_bytes(shard.read_bytes()[:80])
    page = browser.new_page()
    opened(page, small.root / "output")
    assert "The list of sheets in English cannot be read" in page.locator("#broken").inner_text()
    page.close()


def test_a_forged_list_leads_nowhere_else(small: Sandbox, browser: Browser) -> None:
    shard = small.root / "output/catalogue/en.js"
    row = {"leaflet": "hands", "title": "<img src=x onerror='window.hit=1'>", "version": "1"}
    files = ["javascript:window.hit=1", "../../etc/passwd", "//example.org/x.pdf", "en/ok.pdf"]
    row["editions"] = [{"edition": "web", "file": file} for file in files]  # type: ignore[assignment]
    shard.write_text(f'polyleaf("en",{json.dumps([row, 7, {"leaflet": "no"}])})', "utf-8")
    page = browser.new_page()
    opened(page, small.root / "output", "#lang=en")
    assert [link.get_attribute("href") for link in page.locator(".edition").all()] == [
        "#", "#", "#", "en/ok.pdf",
    ]  # fmt: skip
    assert page.evaluate("window.hit") is None
    page.close()


def test_keywords_and_codes_find_a_sheet(project: Sandbox, browser: Browser) -> None:
    project.edit(
        "content/hands.yaml",
        TITLE,
        f"{TITLE}\nkeywords: [germs, Händehygiene]\ncodes: [{{system: icd-10, code: Z29.0}}]",
    )
    assert project.run("--quiet").returncode == 0
    page = browser.new_page()
    for words in ("germs", "handehygiene", "z29.0"):
        opened(page, project.root / "output", f"#q={words}")
        assert cards(page) == ["Washing hands"], words
    listing = json.loads((project.root / "output/index.json").read_text("utf-8"))
    assert listing["leaflets"][0]["codes"] == [{"system": "icd-10", "code": "Z29.0"}]
    assert listing["sheets"][0]["keywords"] == ["germs", "Händehygiene"]
    page.close()


def test_a_language_that_is_gone_leaves_no_list(project: Sandbox) -> None:
    project.edit("clinic.yaml", "[en]", "[en, en-IN]")
    project.run("--quiet")
    folder = project.root / "output/catalogue"
    before = {path.name for path in folder.iterdir()}
    project.edit("clinic.yaml", "[en, en-IN]", "[en]")
    project.run("--quiet", "--prune")
    assert before - {path.name for path in folder.iterdir()} == {"en-IN.html", "en-IN.js"}
