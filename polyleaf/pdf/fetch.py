"""What the engine may fetch: pictures that stand in the document itself, and nothing else.

Whatever it asks for, it asks here: pictures, style sheets, fonts, attachments, and what an SVG
leads to. So neither a template nor what one draws reaches a file or the network.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher

from .. import pictures

SHOWN = 60  # characters of an address that are told


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Opens `data:` addresses of pictures that can be drawn; anything else stops the sheet."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if wrong := _fault(url, super().fetch):
            raise FatalURLFetchingError(wrong)
        return super().fetch(url, headers)


@lru_cache(maxsize=1)
def fetcher() -> Fetcher:
    return Fetcher()


@lru_cache(maxsize=16)  # the pictures of a leaflet come again in each language
def _fault(url: str, fetch: Any) -> str:
    if url[:5].lower() != "data:":
        return f"the page asks for {url[:SHOWN]}"
    try:
        response = fetch(url)
        wrong = pictures.fault(response.content_type, response.read())
    except (OSError, ValueError) as error:
        wrong = str(error)
    return wrong and f"the page asks for {url[:SHOWN]}: {wrong}"
