"""In a browser, the words of content are words: nothing of them runs, opens or is fetched."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from ..conftest import Sandbox

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow
ATTACKS = [
    "<script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'>",
    "<svg onload='window.hit = 1'>",
    '"><script>window.hit = 1</script>',
    "' autofocus onfocus='window.hit = 1",
    "</style><script>window.hit = 1</script>",
    "</title><script>alert(1)</script>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<iframe src=http://127.0.0.1:9/></iframe>",
    "<base href=http://127.0.0.1:9/>",
    "<!-- <b>",
    "&lt;script&gt;window.hit = 1&lt;/script&gt;",
]


@pytest.fixture
def attacked(project: Sandbox) -> Sandbox:
    """Every text of the leaflet and the clinic is an attack, and so is a row of the last build."""
    # Markup that a sheet does not have is refused, unless a backslash says that it is meant.
    everything = json.dumps(re.sub(r"([<&])", r"\\\1", " ".join(ATTACKS)))
    for old in ("Washing hands", "Wash your hands before you eat.", "A nurse", "How to wash"):
        project.edit("content/hands.yaml", f" {old}\n", f" {everything}\n")
    project.edit("content/hands.yaml", "[Wet your hands., Rub them., Dry them.]", f"[{everything}]")
    project.edit("content/hands.yaml", "cite: WHO guidelines", f"cite: {everything}")
    project.edit("clinic.yaml", "Test Clinic", everything)
    project.edit("clinic.yaml", '"+44 20 7946 0958"', everything)
    return project


@pytest.mark.parametrize("page", ["en/hands_en_web.html", "index.html"])
def test_nothing_in_content_runs_or_is_fetched(
    attacked: Sandbox, browser: Browser, page: str
) -> None:
    built = attacked.run()
    assert (attacked.root / "output" / page).is_file(), built.stderr
    asked: list[str] = []
    opened: list[str] = []
    shown = browser.new_page(bypass_csp=True)  # the page's own policy is not what is tested
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("dialog", lambda dialog: opened.append(dialog.message))
    address = (attacked.root / "output" / page).as_uri()
    shown.goto(f"{address}#lang=en")
    if page == "index.html":
        shown.locator("body[data-ready]").wait_for()
    shown.wait_for_timeout(300)
    own = (address, (attacked.root / "output/catalogue").as_uri(), "data:")
    assert [url for url in asked if not url.startswith(own)] == []
    assert opened == []
    assert shown.evaluate("window.hit") is None
    assert shown.evaluate("document.querySelectorAll('iframe, base, [onerror]').length") == 0
    # Data for search engines is none that runs.
    foreign = (
        "[...document.scripts].filter(each => /hit/.test(each.textContent)"
        " && !each.id && each.type !== 'application/ld+json')"
    )
    assert shown.evaluate(f"{foreign}.length") == 0
    assert ATTACKS[0] in shown.inner_text("body")
    shown.close()


@pytest.mark.parametrize("page", ["en/hands_en_web.html", "index.html"])
def test_the_page_itself_forbids_what_could_run(
    project: Sandbox, browser: Browser, page: str
) -> None:
    """As a template that was changed badly may let through."""
    assert project.run().returncode == 0
    path = project.root / "output" / page
    attack = f"<a id='go' href='javascript:window.hit=1'>x</a>{''.join(ATTACKS[:6])}"
    path.write_text(path.read_text("utf-8").replace("</body>", f"{attack}</body>"), "utf-8")
    asked: list[str] = []
    shown = browser.new_page()
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(path.as_uri())
    shown.click("#go")
    shown.wait_for_timeout(300)
    assert shown.evaluate("window.hit") is None
    assert [url for url in asked if url.startswith("http")] == []
    shown.close()


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//x.y"],
)
def test_an_address_that_runs_is_an_error(project: Sandbox, address: str) -> None:
    project.edit("content/hands.yaml", "**soap**", f"[soap]({address})")
    assert "error[link-address]" in project.run().stderr
    project.edit("content/hands.yaml", f"[soap]({address})", "soap")
    project.edit("content/hands.yaml", "https://who.int/rub", address)
    assert "error[link-address]" in project.run().stderr


@pytest.mark.parametrize(
    "change",
    [
        {"file": "javascript:window.hit=1"},
        {"file": "../../etc/hostname"},
        {"file": 5},
        {"pages": "<script>"},
        {"title": ["<script>"]},
        {"untranslated": None},
        {"language": "<b>"},
        {"language": "en+no language"},
    ],
)
def test_a_row_that_is_not_ours_is_not_listed(project: Sandbox, change: dict[str, object]) -> None:
    assert project.run().returncode == 0
    manifest = project.root / "output/manifest.json"
    (row,) = json.loads(manifest.read_text("utf-8"))["files"]
    other = {**row, "file": "en/other_en_web.html", "own_name": "otherness", **change}
    project.write("output/en/other_en_web.html", "x")
    project.write("output/javascript:window.hit=1", "x")
    manifest.write_text(json.dumps({"files": [other]}), "utf-8")
    done = project.run("--quiet")
    assert done.returncode == 0
    assert "output/manifest.json: warning[manifest-damaged]: a row of it is not" in done.stderr
    assert "manifest-damaged" not in project.run("--quiet").stderr, "it is written anew"
    assert "otherness" not in (project.root / "output/index.html").read_text("utf-8")


def test_a_message_cannot_move_the_cursor_of_a_terminal(project: Sandbox) -> None:
    project.write("locales/es/LC_MESSAGES/hands.po", "\x1b[2J\x1b]0;owned\x07 nonsense\n")
    project.edit("clinic.yaml", "[en]", "[en, es]")
    said = project.run().stderr
    assert "\x1b" not in said
    assert "<U+001B>[2J" in said
