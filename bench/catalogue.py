"""The page to choose from with 3,000 sheets, opened from a folder in Chromium.

.venv/bin/python -m bench.catalogue [LEAFLETS]   # in twelve languages; 250

Times of a page that was never opened, the middle of several; then those of each key that is typed,
until all that the screen shows is drawn and laid out: of several turns the middle one, and the
quickest, which is nearer to what a machine takes that does nothing else.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from . import many_sheets

TURNS = 7
FLAGS = ("--no-sandbox", "--disable-gpu")
WIDTHS = (1280, 390)
# By language and title, by keyword, by own titles, by a slip of the hand, and what is not there.
QUERIES = (
    "urd ros", "ros", "eczema children", "chinese ecz", "large print asthma", "روزیشیا", "روزيشيا",
    "रोजेशिया", "玫瑰", "розацеа", "red face", "rosaeca", "hihg blod", "zzzzz", "a",
)  # fmt: skip
# When the first card and when all languages are there, in milliseconds since it was asked for.
NOTE = """
const noted = window.noted = {};
new MutationObserver(() => {
  if (document.querySelector(".card")) noted.listed ??= performance.now();
  if (document.body?.dataset.ready) noted.ready ??= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
TYPED = """([text]) => {
  const field = document.getElementById("query"), spent = [];
  for (let length = 1; length <= text.length; length += 1) {
    field.value = text.slice(0, length);
    const start = performance.now();
    field.dispatchEvent(new Event("input"));
    for (const card of document.querySelectorAll(".card")) {
      if (card.getBoundingClientRect().top > innerHeight) break;
      card.lastChild.getBoundingClientRect(); // what is not on the screen is not laid out
    }
    spent.push(performance.now() - start);
  }
  return spent;
}"""


def main() -> None:
    leaflets = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        print(f"{many_sheets.write(folder, leaflets):,} sheets")
        _sizes(folder)
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        _opening(browser, folder)
        for width in WIDTHS:
            _typing(browser, folder, width)
        browser.close()


def _sizes(folder: Path) -> None:
    lists = [path.stat().st_size for path in folder.glob("catalogue/*.js")]
    print(f"{'index.html':44}{(folder / 'index.html').stat().st_size / 1000:8.0f} KB")
    print(f"{'lists':44}{sum(lists) / 1000:8.0f} KB, the largest {max(lists) / 1000:.0f}")


def _opened(browser: Browser, folder: Path, address: str, width: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.add_init_script(NOTE)
    page.goto(f"{(folder / 'index.html').as_uri()}{address}")
    page.locator("body[data-ready]").wait_for()
    return page


def _opening(browser: Browser, folder: Path) -> None:
    noted: list[dict[str, float]] = []
    for _ in range(TURNS):
        page = _opened(browser, folder, "#lang=ur", WIDTHS[0])
        painted = page.evaluate("performance.getEntriesByType('paint').at(-1).startTime")
        noted.append({"first paint": painted, **page.evaluate("noted")})
        page.context.close()
    for name, what in (("first paint",) * 2, ("listed", "sheets in Urdu"), ("ready", "all sheets")):
        print(f"{what:44}{_middle([each[name] for each in noted])}")


def _typing(browser: Browser, folder: Path, width: int) -> None:
    page = _opened(browser, folder, "", width)
    turns = {text: [page.evaluate(TYPED, [text]) for _ in range(TURNS)] for text in QUERIES}
    for name, choose in (("the middle of its turns", median), ("its quickest turn", min)):
        keys = {
            text: [choose(each) for each in zip(*those, strict=True)]
            for text, those in turns.items()
        }
        slowest = max(keys, key=lambda text: max(keys[text]))
        every = [each for those in keys.values() for each in those]
        what = f"a key, {width} px, {name}"
        print(f"{what:44}{_middle(every)}, at most {max(keys[slowest]):.1f} ({slowest!r})")
    page.context.close()


def _middle(times: Sequence[float]) -> str:
    return f"{median(times):8.1f} ms"


if __name__ == "__main__":
    main()
