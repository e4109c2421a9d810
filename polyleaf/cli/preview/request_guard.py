"""Who is answered at all: before any address is looked at.

Any page that is open in a browser can send requests to this machine. It cannot read our token,
which is the first part of every path: `Referrer-Policy: no-referrer` keeps it out of Referer, where
one in the query would stand. A name that leads here (DNS rebinding) shows in Host, a foreign page
that posts in Origin. A JSON body needs a preflight, which is never answered.
"""

from __future__ import annotations

import hmac
import html
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

LARGEST = 64 * 1024  # bytes of a body
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
}
WORDS = {
    403: ("Not for you", "Open the address that `polyleaf serve` has printed, whole as it is."),
    404: ("Not here", "There is nothing at this address."),
    405: ("Not this way", "This address does not take such a request."),
    413: ("Too large", "At most 64 KB can be sent."),
    415: ("Not JSON", "Only application/json can be sent."),
    500: ("A fault of Polyleaf", "The terminal says more; please report it."),
}


class RequestGuard:
    """An ASGI application around another, which sees no token and only what it may see."""

    def __init__(self, app: App, token: str, port: int) -> None:
        self.app, self.token = app, token
        self.host = f"127.0.0.1:{port}"

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message["headers"]}
                more = ((k.encode(), v.encode()) for k, v in HEADERS.items())
                message["headers"] = [
                    *message["headers"],
                    *((name, value) for name, value in more if name not in own),
                ]
            await send(message)

        if status := self._refused(scope):
            await _refuse(status, guarded)
            return
        if scope["method"] == "POST":
            body = await _body(receive)
            if body is None:
                await _refuse(413, guarded)
                return
            receive = _again(body, receive)
        path = scope["path"].removeprefix(f"/{self.token}") or "/"
        await self.app({**scope, "path": path, "raw_path": path.encode()}, receive, guarded)

    def _refused(self, scope: Message) -> int:
        """The status to refuse a request with; 0 if it may pass."""
        headers: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            headers.setdefault(name.lower(), []).append(value)
        if headers.get(b"host") != [self.host.encode()]:
            return 403
        origin, ours = headers.get(b"origin"), [f"http://{self.host}".encode()]
        if origin is not None and origin != ours:
            return 403
        given = scope["path"].split("/")[1] if "/" in scope["path"] else ""
        if not hmac.compare_digest(given.encode(), self.token.encode()):
            return 403
        if scope["method"] in ("GET", "HEAD"):
            return 403 if headers.get(b"sec-fetch-site") == [b"cross-site"] else 0
        if scope["method"] != "POST":
            return 405
        if origin != ours:
            return 403
        length = headers.get(b"content-length", [b"0"])[0]
        if not length.isdigit() or int(length) > LARGEST:
            return 413
        kind = headers.get(b"content-type", [b""])[0].partition(b";")[0].strip().lower()
        return 0 if kind == b"application/json" else 415


def plain_page(status: int) -> bytes:
    """A page of a few words for whoever is not answered."""
    title, words = WORDS[status]
    page = (
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{html.escape(title)}</title>'
        f"<h1>{status}: {html.escape(title)}</h1><p>{html.escape(words)}</p></html>"
    )
    return page.encode()


async def _refuse(status: int, send: Send) -> None:
    page = plain_page(status)
    kind = (b"content-type", b"text/html; charset=utf-8")
    length = (b"content-length", str(len(page)).encode())
    await send({"type": "http.response.start", "status": status, "headers": [kind, length]})
    await send({"type": "http.response.body", "body": page})


async def _body(receive: Receive) -> bytes | None:
    """The whole body; None if it is too large, whatever its header said."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """Gives the body that was read, then what comes."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def given() -> Message:
        return left.pop() if left else await receive()

    return given
