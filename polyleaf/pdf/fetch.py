"""What the engine may fetch: pictures that stand in the document itself, and nothing else.

The engine fetches everything through here: pictures, style sheets, fonts, attachments, and what an
SVG refers to. So neither a template nor what one draws reaches a file or the network.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher

from .. import pictures

SHOWN = 60  # characters of an address that a finding shows


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Opens `data:` addresses of pictures that can be drawn; anything else stops the sheet."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols={"data"}, allow_redirects=False, fail_on_errors=True)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        if reason := _refusal(url, super().fetch):
            raise FatalURLFetchingError(reason)
        return super().fetch(url, headers)


@lru_cache(maxsize=1)
def fetcher() -> Fetcher:
    return Fetcher()


@lru_cache(maxsize=16)  # the pictures of a leaflet come again in each language
def _refusal(url: str, fetch: Any) -> str:
    """Why the address is not opened; empty if it is."""
    if url[:5].lower() != "data:":
        return f"the page asks for {url[:SHOWN]}"
    try:
        response = fetch(url)
        reason = pictures.fault(response.content_type, response.read())
    except (OSError, ValueError) as error:
        reason = str(error)
    return reason and f"the page asks for {url[:SHOWN]}: {reason}"
