"""What a person at a desk does on the page to choose from, and on what it leads to, in Chromium.

The sheets themselves are not there: tests/test_catalogue.py has those that are built.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from bench import many_sheets

from . import axe
from .reading import folded
from .test_catalogue import WATCH, Typed, cards, opened
from .test_site import address, published, until

pytestmark = [pytest.mark.xdist_group("choosing"), pytest.mark.slow]

DESK, TELEPHONE = 1280, 390
NONE_FOUND = "لم يُعثر على أي نشرة. جرّب كلمة أقصر، أو اختر لغة أخرى."
ALL_EDITIONS = (*many_sheets.EDITIONS, "letter", "trifold", "booklet", "word")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty leaflets in twelve languages."""
    folder = tmp_path_factory.mktemp("choosing") / "output"
    many_sheets.write(folder, 60)
    return folder


@contextmanager
def browsing(browser: Browser, width: int = DESK, **options: Any) -> Iterator[Page]:
    """A browser that remembers nothing."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, bypass_csp=True, **options
    )  # wait_for_function evaluates
    page = context.new_page()
    page.add_init_script(WATCH)
    yield page
    context.close()


@pytest.fixture
def page(browser: Browser, output: Path) -> Iterator[Page]:
    with browsing(browser) as page:
        opened(page, output)
        yield page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def test_what_is_remembered_is_said_and_can_be_forgotten(page: Page, output: Path) -> None:
    page.locator(".tiles a[data-tag=ur]").click()
    said = page.locator("#remembered")
    expect(said).to_contain_text("Remembered in this browser: اردو · Urdu")
    opened(page, output)
    expect(said).to_be_visible()
    expect(page.locator("#tiles")).to_be_hidden()
    said.get_by_role("button", name="All languages").click()
    expect(said).to_be_hidden()
    expect(page.locator("#tiles")).to_be_visible()
    opened(page, output)
    expect(page.locator("#tiles")).to_be_visible()
    opened(page, output, "#lang=ur")  # a link chooses a language and remembers nothing
    expect(page.locator(".card").first).to_be_visible()
    expect(said).to_be_hidden()


def test_a_narrow_screen_folds_editions_behind_more(browser: Browser, output: Path) -> None:
    with browsing(browser, TELEPHONE) as page:
        opened(page, output, "#lang=ur&q=rosacea")
        card = page.locator(".card").first
        seen = card.locator(".edition").filter(visible=True)
        assert [label.strip() for label in seen.locator(".what").all_inner_texts()] == [
            "Print",
            "Key facts",
        ]
        card.locator(".edition").first.focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        assert focused(page) == "More"
        page.keyboard.press("Enter")
        expect(seen).to_have_count(5)
        assert focused(page).startswith("Large print")
        assert card.get_by_role("button", name="More").count() == 0
        page.set_viewport_size({"width": DESK, "height": 900})
        expect(page.locator(".card").nth(0).locator(".edition").nth(4)).to_be_visible()


def test_a_desk_shows_five_editions_at_once(page: Page) -> None:
    page.fill("#query", "urdu rosacea")
    card = page.locator(".card").first
    expect(card.locator(".edition").filter(visible=True)).to_have_count(5)
    expect(card.get_by_role("button", name="More")).to_be_hidden()


def test_each_edition_has_words_of_its_own_that_a_person_uses(
    browser: Browser, tmp_path: Path
) -> None:
    many_sheets.write(tmp_path, 2, ("en", "ar", "hi"), ALL_EDITIONS)
    with browsing(browser) as page:
        for file in ("index.html", "index.ar.html", "index.hi.html", "catalogue/ar.html"):
            if file.startswith("index"):
                opened(page, tmp_path, "#lang=ar", file)
            else:
                page.goto((tmp_path / file).as_uri())
            words = page.locator(".card").first.locator(".edition .what").all_text_contents()
            assert len(set(words)) == len(ALL_EDITIONS), words
            assert not set(words) & set(ALL_EDITIONS), "names of folders"
            latin = {word for word in words if re.search("[A-Za-z]{3}", word)}
            if file.startswith("index.") and file != "index.html":
                assert [word.split()[-1] for word in sorted(latin)] == ["Word", "Letter"]


@pytest.mark.parametrize(
    ("typed", "prints"),
    [
        ("ros", False),  # Rosacea, Rosácea, Rosacée: in which language?
        ("eczema", True),  # the English words of an English sheet
        ("chinese ros", True),
        ("es ros", True),
        ("urgent", False),
        ("rosaeca", False),
        ("urd zzz", False),
    ],
)
def test_enter_prints_where_words_are_those_of_one_language(
    page: Page, typed: str, prints: bool
) -> None:
    keys = Typed(page)
    page.keyboard.type(typed)
    keys.keys("Enter")
    if prints:
        assert keys.opened().endswith("_a4.pdf")
    else:
        assert page.evaluate("window.went") is None
        assert page.locator(".card.first").count() == 0


def test_simplified_and_traditional_chinese_find_each_other(page: Page) -> None:
    for words in ("玫瑰痤疮", "玫瑰痤瘡", "簡體中文 玫瑰痤瘡"):
        page.fill("#query", words)
        assert page.locator(".card h2").first.text_content() == "玫瑰痤疮", words


def test_what_a_leaflet_is_about_finds_it_and_never_prints(page: Page) -> None:
    page.fill("#query", "english yourself")  # of "What you can do yourself"
    assert len(cards(page)) == 20
    assert page.locator(".card.first").count() == 0


def test_the_page_from_right_to_left_goes_by_its_own_arrows(browser: Browser, output: Path) -> None:
    with browsing(browser) as page:
        opened(page, output, "#lang=ur&q=rosacea", "index.ar.html")
        assert page.evaluate("document.documentElement.dir") == "rtl"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.getAttribute('href')").endswith(
            "key-facts.pdf"
        )
        date = page.locator(".card").first.locator(".facts bdi").last
        assert date.inner_text() == "2026-11-22"
        ends = date.evaluate(
            """each => [0, 9].map(at => {
                const range = document.createRange();
                range.setStart(each.firstChild, at);
                range.setEnd(each.firstChild, at + 1);
                return range.getBoundingClientRect().x;
            })"""
        )
        assert ends[0] < ends[1], "the year is on the left"


def test_the_page_in_another_language_keeps_the_choice_of_the_patient(page: Page) -> None:
    page.locator(".tiles a[data-tag=hi]").click()
    page.fill("#query", "eczema")
    page.locator("#remembered").wait_for()
    for key in ("Shift+Tab", "Enter"):  # keys alone: the menu stands before the field
        page.keyboard.press(key)
    page.locator(".bar a[hreflang=ar]").focus()
    page.keyboard.press("Enter")
    page.locator("body[data-ready]").wait_for()
    assert page.evaluate("document.documentElement.lang") == "ar"
    assert (page.input_value("#language"), page.input_value("#query")) == ("hi", "eczema")
    assert "हिन्दी" in (page.locator(".card").first.text_content() or "")


def test_without_a_script_nothing_is_shown_that_does_nothing(
    browser: Browser, output: Path
) -> None:
    with browsing(browser, java_script_enabled=False) as page:
        page.goto((output / "index.html").as_uri())
        assert not page.locator("#query").is_visible()
        assert not page.locator("#language").is_visible()
        page.get_by_role("link", name="Urdu").click()
        card = page.locator(".card", has_text="Rosacea").first
        assert card.locator("h3").inner_text() == "روزیشیا"
        assert "Machine translation, not reviewed" in card.inner_text()
        card.get_by_role("link", name="Large print").hover()
        page.get_by_role("link", name="All languages").click()
        assert page.locator(".tiles a").count() == len(many_sheets.TAGS)


def test_on_paper_a_line_a_sheet_or_languages_to_point_at(page: Page) -> None:
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4"))) as start:
        assert len(start) == 1
        assert "Je lis cette langue" in start[0].get_textpage().get_text_range()
    page.select_option("#language", "fr")
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4"))) as listed:
        text = folded("".join(each.get_textpage().get_text_range() for each in listed))
        assert len(listed) <= 2
    missing = [title for title in many_sheets.titles(60) if folded(title) not in text]
    assert missing == []
    assert "Keyfacts" not in text


def test_what_is_not_on_the_device_is_said_in_the_language_of_the_sheet(
    browser: Browser, output: Path
) -> None:
    said = {"ur/leaflet-1_ur_web.html": "یہ پرچہ اس آلے پر نہیں ہے", "xx/none.html": "此设备"}
    with browsing(browser, locale="zh-CN") as page:
        with published(output) as server:
            home = address(server)
            page.goto(f"{home}index.html")
            page.locator("body[data-ready]").wait_for()
            until(page, lambda: page.evaluate("navigator.serviceWorker.ready.then(() => true)"))
        page.goto(f"{home}index.html#q=urd+ros")  # the server has stopped
        expect(page.locator(".card.first")).to_be_visible()
        for name, words in said.items():
            page.goto(home + name)
            assert words in page.locator("h1").inner_text()
            assert axe.violations(page) == []
            assert page.get_by_role("link").get_attribute("href") == f"{home}index.html"


def test_the_page_of_codes_is_in_the_language_of_the_browser(
    browser: Browser, output: Path
) -> None:
    with browsing(browser, locale="ar-EG") as page:
        page.goto(f"{(output / 'find/index.html').as_uri()}?code=Z99&lang=ur")
        assert page.locator("h1").inner_text() == "ابحث عن نشرة"
        assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
            "ar",
            "rtl",
        ]
        assert page.locator("#note").inner_text() == NONE_FOUND
        assert axe.violations(page) == []
        page.locator("#home").click()
        assert page.url.endswith("index.ar.html")
    with browsing(browser, locale="de-DE") as page:
        page.goto((output / "find/index.html").as_uri())
        assert page.locator("h1").inner_text() == "Find a sheet"


def test_what_is_damaged_or_forged_is_left_out_and_reported(
    browser: Browser, tmp_path: Path
) -> None:
    many_sheets.write(tmp_path, 3, ("en", "ur"))
    shard = tmp_path / "catalogue/ur.js"
    rows = json.loads(shard.read_text("utf-8")[len('polyleaf("ur",') : -3])
    strange: list[Any] = [7, None, {"leaflet": "leaflet-1"}, {**rows[1], "editions": [7]}]
    shard.write_text(f'polyleaf("ur",{json.dumps([*strange, rows[0]])})', "utf-8")
    with browsing(browser) as page:
        opened(page, tmp_path, "#lang=ur")
        assert len(cards(page)) == 1
        assert "اردو" in page.locator("#broken").inner_text()
        shard.write_text('polyleaf("ur",', "utf-8")
        opened(page, tmp_path)
        page.fill("#query", "rosacea")
        assert cards(page) == ["Rosacea"]
        assert "اردو" in page.locator("#broken").inner_text()
        (tmp_path / "catalogue/leaflets.js").write_text("polyleaf('leaflets', 7)", "utf-8")
        page.goto("about:blank")
        page.goto((tmp_path / "index.html").as_uri())
        expect(page.locator("#note")).to_contain_text("The list of sheets cannot be read")
        expect(page.locator("#tiles a")).to_have_count(2)


STATES = ("", "#lang=ur", "#q=ros", "#q=zzzzz")


@pytest.mark.parametrize("tag", ["en", "ar", "hi", "zh-Hans"])
@pytest.mark.parametrize("width", [DESK, TELEPHONE])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, output: Path, tag: str, width: int
) -> None:
    with browsing(browser, width) as page:
        for state in STATES:
            opened(page, output, state, "index.html" if tag == "en" else f"index.{tag}.html")
            assert axe.violations(page) == [], state
        page.locator(".bar summary").click()
        page.locator(f".bar a[hreflang={tag}]").wait_for()
        assert axe.violations(page) == [], "the menu is open"
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto((output / f"catalogue/{tag}.html").as_uri())
        assert axe.violations(page) == [], "without a script"
