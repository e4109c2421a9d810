"""Drawings as Polyleaf draws them beside Chromium, and by how much the two differ.

D = Σ |difference| / Σ ink, after both are blurred (σ 2.5 pixels of 800), so that smooth edges and
hinting do not count: 0 is the same, 1 has nothing in common.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageFilter, ImageStat

from polyleaf import languages
from polyleaf.model.findings import Where
from polyleaf.pictures import svg
from polyleaf.typography.picture_fonts import font_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parent / "svg"
WIDTH = 400  # pixels of CSS; two pixels of the picture for each
COLUMNS, TOGETHER = 4, 20
ALIKE, TEXT_ALIKE = 0.06, 0.24  # of pictures that are mostly text: antialiased letters differ more
NOTE = re.compile(r"<!-- (refused|lacking|truth|limit): (.*?) -->")


@dataclass(frozen=True)
class Case:
    """A drawing, and what its first comment says of it.

    `refused`: words of the refusal. `lacking`: the characters that no font has. `limit`: how large
    D may be, and why. `truth`: `old → new`, what Chromium is given instead.
    """

    name: str
    data: bytes
    notes: dict[str, str]

    @property
    def drawn(self) -> bool:
        return not {"refused", "lacking"} & self.notes.keys()

    @property
    def limit(self) -> float:
        if "limit" in self.notes:
            return float(self.notes["limit"].split()[0])
        return TEXT_ALIKE if b"<text" in self.data.replace(b"\0", b"") else ALIKE

    @property
    def for_chromium(self) -> bytes:
        """In UTF-8: an address of data has no charset but that."""
        if b"ISO-8859-1" in self.data[:60]:
            text = self.data.decode("latin-1").partition("?>")[2]
            return text.encode()
        if old_new := self.notes.get("truth"):
            old, new = old_new.split(" → ")
            return re.sub(old, new, self.data.decode()).encode()
        return self.data


@cache
def cases() -> tuple[Case, ...]:
    found = []
    for file in sorted(FOLDER.glob("*.svg")):
        data = file.read_bytes()
        notes = dict(NOTE.findall(data[:400].decode("utf-8", "replace")))
        found.append(Case(file.stem, data, notes))
    assert len(found) >= 120, "found nothing to compare"
    return tuple(found)


def plain(case: Case) -> bytes:
    return svg.normalised(case.data, f"{case.name}.svg", Where("case.yaml", 1, 1))


def png(case: Case, width: int = 2 * WIDTH) -> bytes:
    """The drawing as Polyleaf makes it, so many pixels wide."""
    made = plain(case)
    fonts = font_files(svg.characters(made), languages.find("en"))
    return svg.draw(made, fonts, width / 400 * 25.4, 400)


def on_white(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data)).convert("RGBA")
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper.convert("RGB")


def chromium(browser: Browser, drawings: Sequence[bytes]) -> Iterator[Image.Image]:
    """The drawings as Chromium shows them, twenty on one page."""
    page = browser.new_page(
        viewport={"width": WIDTH * COLUMNS, "height": 800}, device_scale_factor=2
    )
    for start in range(0, len(drawings), TOGETHER):
        page.set_content(_sheet(drawings[start : start + TOGETHER]))
        page.wait_for_load_state("load")
        boxes = page.evaluate(
            "[...document.images].map(i => i.getBoundingClientRect())"
            ".map(b => [b.left, b.top, b.right, b.bottom])"
        )
        shot = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
        for left, top, right, bottom in boxes:
            yield shot.crop((round(2 * left), round(2 * top), round(2 * right), round(2 * bottom)))
    page.close()


def _sheet(drawings: Sequence[bytes]) -> str:
    images = (
        f'<img width="{WIDTH}" style="position: absolute; left: {at % COLUMNS * WIDTH}px; '
        f'top: {at // COLUMNS * 2 * WIDTH}px" '
        f'src="data:image/svg+xml;base64,{base64.b64encode(data).decode()}">'
        for at, data in enumerate(drawings)
    )
    return f'<body style="margin: 0; background: #fff">{"".join(images)}'


def difference(one: Image.Image, other: Image.Image) -> float:
    """D of two pictures; the second may be a pixel higher or lower."""
    other = other.crop((0, 0, *one.size))
    blurred = [image.filter(ImageFilter.GaussianBlur(2.5)) for image in (one, other)]
    ink = sum(sum(ImageStat.Stat(ImageChops.invert(image)).sum) for image in blurred)
    return sum(ImageStat.Stat(ImageChops.difference(*blurred)).sum) / ink if ink else 0.0
