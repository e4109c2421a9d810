"""docs/pictures/catalogue.png: the page to choose from, as a sheet in Urdu is looked for.

.venv/bin/python scripts/catalogue_picture.py [OUTPUT]   # a built folder, or it builds one
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs/pictures/catalogue.png"
TYPED = "urd ros"
sys.path.insert(0, str(ROOT))

from tests.conftest import CHROMIUM_FLAGS  # noqa: E402 (the path comes first)


def main() -> None:
    if len(sys.argv) > 1:
        take(Path(sys.argv[1]).resolve())
        return
    with tempfile.TemporaryDirectory() as name:
        asked = ("-l", "en,ur", "-e", "a4,key-facts,large-print,web,text", "--output", name)
        subprocess.run([sys.executable, str(ROOT / "build.py"), *asked], check=True)
        take(Path(name))


def take(output: Path) -> None:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 700})
        page.goto((output / "index.html").as_uri())
        page.locator("body[data-ready]").wait_for()
        page.keyboard.type(TYPED)
        page.wait_for_load_state("networkidle")  # pictures of pages
        page.screenshot(path=PICTURE)
        browser.close()
    with Image.open(PICTURE) as taken:
        made = taken.convert("RGB").quantize(256)
    made.save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
