"""Pictures of a page → pictures in the document, with what they say in words."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

from ..plain_text import dom

DATA = re.compile(r"data:image/(?:png|jpeg)(;base64)?,", re.IGNORECASE)
HIGHEST = 120.0  # mm
STYLE_WIDTH = re.compile(r"(?:^|;)\s*width:\s*([\d.]+)mm")
SHARE = {"size-full": 1.0, "size-half": 0.5, "size-column": 0.7}
STEP = 45.0  # mm


class WordPictures:
    def __init__(self, width: float) -> None:
        self.width, self.count = width, 0

    def add(self, image: Element, paragraph: Any, share: float = 0.0) -> None:
        """A picture behind a paragraph's runs; one that is drawn by the style sheet stays out."""
        found = DATA.match(image.get("src", ""))
        if not found:
            return
        from docx.shared import Mm

        data = unquote_to_bytes(image.get("src", "")[found.end() :])
        data = b64decode(data) if found[1] else data
        own = STYLE_WIDTH.search(image.get("style", ""))
        width = float(own[1]) if own else share * self.width or STEP
        shape = paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(width))
        if shape.height > Mm(HIGHEST):
            shape.width = round(shape.width * Mm(HIGHEST) / shape.height)
            shape.height = Mm(HIGHEST)
        self.count += 1
        named = shape._inline.docPr
        named.set("id", str(self.count))
        named.set("name", f"Picture {self.count}")
        named.set("descr", dom.alternative(image))
