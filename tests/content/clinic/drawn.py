"""What a printer would print of a project: pages as pictures, and the boxes of colours on them."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

from PIL import Image, ImageChops

from ...conftest import Sandbox

DPI = 144
PER_MM = DPI / 25.4
Box = tuple[float, float, float, float]  # left, top, right, bottom in millimetres


def built(project: Sandbox, *arguments: str) -> str:
    """Builds; returns what was said of it. No sheet may fail."""
    done = project.run(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stderr


def page(pdf: Path, number: int = 1) -> Image.Image:
    """A page as poppler draws it."""
    command = ["pdftoppm", "-r", str(DPI), "-f", str(number), "-l", str(number), "-png", str(pdf)]
    done = subprocess.run(command, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def colours(picture: Image.Image) -> set[str]:
    """The colours that are drawn as areas or strokes, not only where an edge is smoothed."""
    found = picture.getcolors(picture.width * picture.height) or []
    return {"#{:02x}{:02x}{:02x}".format(*colour) for count, colour in found if count > 40}  # type: ignore[misc]


def box_of(picture: Image.Image, colour: tuple[int, int, int], near: int = 60) -> Box:
    """The box around everything of about this colour, in millimetres."""
    difference = ImageChops.difference(picture, Image.new("RGB", picture.size, colour))
    red, green, blue = difference.split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    found = worst.point([255 if value <= near else 0 for value in range(256)]).getbbox()
    assert found, f"nothing is {colour}"
    left, top, right, bottom = (edge / PER_MM for edge in found)
    return left, top, right, bottom
