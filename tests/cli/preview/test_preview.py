"""The preview in a real browser: what is saved is seen, what is written there is saved."""

from __future__ import annotations

import difflib
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest
from playwright.sync_api import expect

from ...axe import violations
from .serving import CATALOG, OTHERS, Served, free_port, served, small_project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]
YAML = "content/hands.yaml"
LONG = 60_000  # milliseconds: the first page waits for the engine
DRY, RUB = "انہیں خشک کریں۔", "انہیں ملیں۔"


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(small_project(tmp_path_factory.mktemp("preview") / "project"), free_port()) as made:
        yield made


@contextmanager
def opened(browser: Browser, address: str, width: int = 1280) -> Iterator[Page]:
    with browser.new_context(viewport={"width": width, "height": 860}) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        yield page
        assert errors == []


@pytest.fixture
def page(browser: Browser, hands: Served) -> Iterator[Page]:
    """The small sheet in Urdu, drawn; files that a test changes are put back."""
    kept = {name: (hands.sandbox.root / name).read_bytes() for name in (CATALOG, YAML)}
    with opened(browser, hands.sheet()) as page:
        drawn(page)
        yield page
    for name, data in kept.items():
        hands.sandbox.write(name, data)


def drawn(page: Page) -> None:
    expect(page.locator("#live")).to_contain_text("drawn in", timeout=LONG)
    expect(page.locator(".sheet img[src]").first).to_be_visible(timeout=LONG)


def row(page: Page, source: str) -> str:
    found = page.locator("#rows button").filter(has_text=source)
    return found.get_attribute("data-id") or ""


def click_passage(page: Page, source: str) -> None:
    page.keyboard.press("Escape")  # what covers it
    page.locator(f'.box[data-id="{row(page, source)}"]').first.click()


def test_a_catalog_that_is_saved_changes_the_passage_without_a_reload(
    page: Page, hands: Served
) -> None:
    page.evaluate("window.same = 1")
    before = page.locator(".sheet img").first.get_attribute("src")
    hands.sandbox.edit(CATALOG, DRY, "انہیں اچھی طرح خشک کریں۔")
    entry = page.locator("#rows button").filter(has_text="Dry them.")
    expect(entry).to_contain_text("اچھی طرح", timeout=LONG)
    expect(page.locator(".sheet img").first).not_to_have_attribute(
        "src", before or "", timeout=LONG
    )
    assert page.evaluate("window.same") == 1


def test_what_is_written_in_the_page_changes_that_entry_alone(page: Page, hands: Served) -> None:
    before = hands.catalog.read_text("utf-8").splitlines()
    click_passage(page, "Rub them.")
    assert page.locator("#field").evaluate("field => [field.lang, field.dir]") == ["ur", "rtl"]
    page.fill("#field", "انہیں 30 سیکنڈ ملیں۔")
    expect(page.locator("#editor")).to_contain_text(
        "30 سیکنڈ, which is not in the source", timeout=LONG
    )
    page.fill("#field", "انہیں خوب ملیں۔")
    expect(page.locator("#editor")).to_contain_text("checks find nothing", timeout=LONG)
    page.fill("#name", "Ann O’Neil")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#editor .told")).to_have_text("✓ Saved", timeout=LONG)
    after = hands.catalog.read_text("utf-8").splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert [line for line in changed if "edited by" not in line] == [
        f'- msgstr "{RUB}"',
        '+ msgstr "انہیں خوب ملیں۔"',
    ]
    (mark,) = [line for line in changed if "edited by" in line]
    assert mark.startswith("+ # edited by Ann O’Neil on 20")
    click_passage(page, "Dry them.")
    assert page.input_value("#name") == "Ann O’Neil"  # asked once


def test_the_words_of_another_leaflet_are_offered(page: Page) -> None:
    click_passage(page, "Rub them.")
    expect(page.locator("#editor")).to_contain_text(OTHERS, timeout=LONG)
    page.get_by_role("button", name="Use", exact=True).click()
    assert page.input_value("#field") == OTHERS


def test_damage_is_refused_and_an_unfinished_text_stays_out_of_print(
    page: Page, hands: Served
) -> None:
    before = hands.catalog.read_bytes()
    click_passage(page, "Use **soap**")
    page.fill("#field", "صابن لگائیں۔")
    page.fill("#name", "Ann")
    page.get_by_role("button", name="Save Ctrl Enter").click()
    expect(page.locator("#editor .told")).to_contain_text("Not saved", timeout=LONG)
    assert hands.catalog.read_bytes() == before
    page.check("#fuzzy")
    page.get_by_role("button", name="Save Ctrl Enter").click()
    expect(page.locator("#editor .told")).to_have_text("✓ Saved", timeout=LONG)
    assert "#, fuzzy" in hands.catalog.read_text("utf-8").partition("soap")[0][-300:]
    entry = page.locator("#rows button").filter(has_text="Use **soap**")
    expect(entry).to_contain_text("to check again", timeout=LONG)


def test_what_is_broken_is_told_with_its_line_and_goes_when_it_is_mended(
    page: Page, hands: Served
) -> None:
    before = page.locator(".sheet img").first.get_attribute("src")
    hands.sandbox.edit(YAML, "    heading:", "    haeding:")
    banner = page.locator("#banner")
    expect(banner).to_contain_text(f"{YAML}:11", timeout=LONG)
    expect(page.locator("#found")).to_contain_text("haeding")
    assert page.locator(".sheet img").first.get_attribute("src") == before
    hands.sandbox.edit(YAML, "    haeding:", "    heading:")
    expect(banner).to_be_hidden(timeout=LONG)
    expect(page.locator("#found")).not_to_contain_text("haeding")


def test_the_second_of_two_editors_is_told(page: Page, browser: Browser, hands: Served) -> None:
    click_passage(page, "Wet your hands.")
    page.fill("#field", "ہاتھ گیلے کریں۔")
    page.fill("#name", "Ann")
    with opened(browser, hands.sheet()) as other:
        drawn(other)
        click_passage(other, "Wet your hands.")
        other.fill("#field", "ہاتھ پانی سے گیلے کریں۔")
        other.fill("#name", "Bea")
        other.get_by_role("button", name="Save Ctrl Enter").click()
        expect(other.locator("#editor .told")).to_have_text("✓ Saved", timeout=LONG)
    told = page.locator("#editor .told")
    expect(told).to_contain_text("Somebody else", timeout=LONG)
    expect(told).to_contain_text("پانی سے")
    assert page.input_value("#field") == "ہاتھ گیلے کریں۔"  # nothing is lost
    assert "پانی سے" in hands.catalog.read_text("utf-8")
    page.click("text=Keep mine")
    expect(told).to_have_text("✓ Saved", timeout=LONG)
    assert "پانی سے" not in hands.catalog.read_text("utf-8")


def test_each_box_answers_with_its_own_message(page: Page, hands: Served) -> None:
    boxes = page.locator(".box")
    assert boxes.count() > 8
    titles = page.evaluate(
        """() => [...document.querySelectorAll(".box")].map((box) => {
            box.scrollIntoView({block: "center"});
            const at = box.getBoundingClientRect();
            const hit = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
            return [box.dataset.id, hit.dataset.id];
        })"""
    )
    assert [pair for pair in titles if pair[0] != pair[1]] == []
    for source in ("Washing hands", "How to wash", "Dry them."):
        click_passage(page, source)
        expect(page.locator("#editor .quote").first).to_have_text(source)


def test_the_author_is_led_to_the_line_in_the_editor(browser: Browser, hands: Served) -> None:
    with opened(browser, hands.sheet("web", "author")) as page:
        frame = page.frame_locator("#screen")
        frame.locator("h2, h3").filter(has_text="کیسے دھوئیں").first.click(timeout=LONG)
        link = page.locator("#editor a.plain-link")
        root = hands.sandbox.root
        expect(link).to_have_attribute("href", f"vscode://file{root}/{YAML}:11:14")


def test_the_page_goes_by_keys_alone_and_letters_can_be_switched_off(
    page: Page, hands: Served
) -> None:
    page.focus("#sheets")
    page.keyboard.press("j")
    first = page.locator("#rows [aria-current]")
    expect(first).to_contain_text("Washing hands")
    page.keyboard.press("j")
    expect(first).to_contain_text("before you eat")
    page.keyboard.press("Enter")
    expect(page.locator("#field")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#editor")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.type("Dry")
    expect(page.locator("#rows button")).to_have_count(1)
    page.fill("#filter", "")
    page.click("#help summary")
    page.uncheck("#letters")
    page.focus("#sheets")
    page.keyboard.press("j")
    expect(first).to_contain_text("before you eat")


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, hands: Served, width: int) -> None:
    with opened(browser, hands.sheet(), width) as page:
        drawn(page)
        if width < 960:
            page.click("text=Messages >> visible=true")
            page.locator("#rows button").filter(has_text="Dry them.").click()
            page.click(".tabs [data-part=pages]")
        else:
            click_passage(page, "Dry them.")
        expect(page.locator("#editor")).to_contain_text("checks find nothing", timeout=LONG)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_port_that_is_taken_is_said_and_ctrl_c_leaves_no_process(
    hands: Served, tmp_path: Path
) -> None:
    with served(hands.sandbox, hands.port) as other:
        assert f"port {hands.port} is taken: using {other.port}" in other.said
        assert other.port != hands.port
        family = psutil.Process(other.process.pid)
        children = family.children(recursive=True)
        other.process.send_signal(signal.SIGINT)
        assert other.process.wait(20) == 0
        _, alive = psutil.wait_procs(children, timeout=20)
        assert alive == []
