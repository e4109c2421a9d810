"""Pictures of pixels inside a drawing, as `pictures.raster` makes them: upright, in sRGB."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from urllib.parse import unquote_to_bytes

from .. import raster
from .properties import LeadsOutError, UnsupportedError

DATA = re.compile(r"data:\s*([\w/+.-]*)((?:;[\w=.-]+)*?)(;base64)?,", re.IGNORECASE)
MAX_IN_ALL = 60_000_000  # pixels


class Embedder:
    """Prepares the pictures of one drawing, and counts their pixels."""

    def __init__(self) -> None:
        self.pixels = 0
        self.known: dict[str, str] = {}

    def __call__(self, address: str) -> str:
        """The address of a picture that can be drawn; raises LeadsOutError and UnsupportedError."""
        if address not in self.known:
            self.known[address] = self._prepared(address)
        return self.known[address]

    def _prepared(self, address: str) -> str:
        kind = DATA.match(address)
        if kind is None:
            raise LeadsOutError(address[:40])
        if kind[1].lower() in ("image/svg+xml", "text/xml"):
            raise UnsupportedError("a drawing inside a drawing", "embed")
        text = address[kind.end() :]
        try:
            data = unquote_to_bytes(text)
            data = b64decode(data) if kind[3] else data
            picture = raster.read(data)
        except (Base64Error, ValueError) as error:
            raise UnsupportedError(f"a picture that cannot be read: {error}", "embed") from None
        self.pixels += picture.width * picture.height
        if self.pixels > MAX_IN_ALL:
            raise UnsupportedError(f"pictures of over {MAX_IN_ALL:,} pixels", "embed")
        return f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"
