"""docs/pictures/preview.png: the preview of a shipped sheet in Urdu, with a message open."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/pictures/preview.png"
SHEET = "#leaflet=rosacea&language=ur&edition=a4"
sys.path.insert(0, str(ROOT))

from tests.conftest import CHROMIUM_FLAGS  # noqa: E402 (the path comes first)

LONG = 60_000  # milliseconds


def main() -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--project", str(ROOT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        address = next(filter(None, map(re.compile(r"http\S+").search, server.stdout)))[0]
        try:
            take(address)
        finally:
            server.terminate()


def take(address: str) -> None:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto(address + SHEET)
        expect(page.locator(".sheet img[src]")).to_have_count(
            page.locator(".sheet").count() or 7, timeout=LONG
        )
        page.locator("#rows button").filter(has_text="Bumps or spots").click()
        expect(page.locator("#editor")).to_contain_text("checks find nothing", timeout=LONG)
        page.screenshot(path=PICTURE)
        with Image.open(PICTURE) as taken:
            made = taken.convert("RGB").quantize(256)
        made.save(PICTURE, optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
