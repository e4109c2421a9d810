"""Pictures inside a drawing: those of pixels as `pictures.raster` makes them, upright, in sRGB;
drawings in plain form too."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable
from io import BytesIO
from urllib.parse import unquote_to_bytes

from PIL import Image

from .. import raster
from .drawing import rendered
from .properties import LeadsOutError, UnsupportedError

DATA = re.compile(r"data:\s*([\w/+.-]*)((?:;[\w=.-]+)*?)(;base64)?,", re.IGNORECASE)
MAX_IN_ALL = 60_000_000  # pixels
MAX_DRAWINGS = 100


def _drawable(picture: raster.Raster) -> raster.Raster:
    """The picture as the renderer reads it; it leaves out, without a word, what it cannot read."""
    return picture if _is_drawn(picture) else raster.anew(picture)


def _is_drawn(picture: raster.Raster) -> bool:
    address = f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"
    image = f'<image width="8" height="8" preserveAspectRatio="none" href="{address}"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">{image}</svg>'
    return bool(Image.open(BytesIO(rendered(drawing, (), 8))).getbbox())


class Embedder:
    """Prepares the pictures of one drawing, and counts what they hold.

    `plain` makes a drawing inside plain: the drawing, and how many elements it draws.
    """

    def __init__(self, plain: Callable[[bytes, Embedder], tuple[bytes, int]]) -> None:
        self.plain, self.inside = plain, False
        self.pixels = 0
        self.known: dict[str, str] = {}
        self.elements: dict[str, int] = {}  # by the address of a drawing inside

    def __call__(self, address: str) -> str:
        """The address of a picture that can be drawn; raises LeadsOutError and UnsupportedError."""
        if address not in self.known:
            self.known[address] = self._prepared(address)
        return self.known[address]

    def _prepared(self, address: str) -> str:
        kind = DATA.match(address)
        if kind is None:
            raise LeadsOutError(address[:40])
        try:
            data = unquote_to_bytes(address[kind.end() :])
            data = b64decode(data) if kind[3] else data
            drawing = kind[1].lower() in ("image/svg+xml", "text/xml")
            picture = None if drawing else raster.read(data)
        except (Base64Error, ValueError) as error:
            raise UnsupportedError(f"a picture that cannot be read: {error}", "embed") from None
        if picture is None:
            return self._drawing(data)
        picture = _drawable(picture)
        self.pixels += picture.width * picture.height
        if self.pixels > MAX_IN_ALL:
            raise UnsupportedError(f"pictures of over {MAX_IN_ALL:,} pixels", "embed")
        return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"

    def _drawing(self, data: bytes) -> str:
        if self.inside or len(self.elements) >= MAX_DRAWINGS:
            much = "inside a drawing" if self.inside else f"beside {MAX_DRAWINGS} others"
            raise UnsupportedError(f"a drawing inside a drawing {much}", "embed")
        self.inside = True
        try:
            made, elements = self.plain(data, self)
        finally:
            self.inside = False
        address = f"data:image/svg+xml;base64,{b64encode(made).decode()}"
        self.elements[address] = elements
        return address
