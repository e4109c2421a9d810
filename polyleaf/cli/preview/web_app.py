"""The addresses, and what each answers. GET changes nothing; what is sent is JSON."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from ...files.shipped import shipped
from ...model.findings import PolyleafError
from ...pipeline import catalogue
from ...translation.workflow import edit_message
from .choices import Choice
from .live_project import LiveProject
from .live_sheet import LiveSheet
from .message_rows import finding_rows
from .request_guard import WORDS, plain_page

BEAT = 15.0  # seconds after which a line is sent, so that a browser that is gone is noticed
NAME = 80  # characters of who writes
# Built sheets may not send anything anywhere, whatever scripts are in them.
OUTPUT = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; connect-src 'none'; frame-ancestors 'self'"
)
SHEET = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


class Pages:
    """The answers, for one project."""

    def __init__(self, project: LiveProject, editor: str) -> None:
        self.project, self.editor = project, editor

    async def page(self, request: Request) -> Response:
        """The page itself, its styles and its scripts."""
        name = request.path_params.get("name", "index.html")
        return _file(Path(shipped("templates")) / "preview", name, None)

    async def output(self, request: Request) -> Response:
        """What was built: nothing else, and no record of how."""
        name = request.path_params["name"] or "index.html"
        if name == catalogue.SERVICE_WORKER:  # what is kept would hide what changes here
            raise HTTPException(404)
        return _file(self.project.output, name, OUTPUT)

    async def find(self, request: Request) -> Response:
        """The sheet that a code and a language mean; else the page of what there is."""
        path, query = request.scope["path"], request.url.query
        folder = {"/find": "output/", "/output/find": ""}.get(path, "../")
        if found := catalogue.find(self.project.output, request.query_params):
            return RedirectResponse(f"{folder}{quote(found)}", 303)
        if path != "/output/find/":  # where its links lead to sheets
            return RedirectResponse(f"{folder}find/?{query}", 303)
        page = _file(self.project.output, catalogue.FIND, OUTPUT)
        page.status_code = 404
        return page

    async def choices(self, _: Request) -> Response:
        made: dict[str, Any] = {"root": str(self.project.root), "editor": self.editor}
        made["built"] = (self.project.output / "index.html").is_file()
        try:
            return JSONResponse(made | await self.project.offered())
        except PolyleafError as error:
            return JSONResponse(made | {"findings": finding_rows(error.findings, None)})

    async def events(self, request: Request) -> Response:
        """What changes in a sheet, as long as somebody looks: server-sent events."""
        sheet = self._sheet(request.query_params)
        return StreamingResponse(_events(sheet), media_type="text/event-stream")

    async def served(self, request: Request) -> Response:
        """A picture of a page, or a page for a screen, by the hash of what it is."""
        name = request.path_params["name"]
        for sheet in self.project.sheets.values():
            if name in sheet.served:
                kind, data = sheet.served[name]
                policy = {} if kind == "image/jpeg" else {"content-security-policy": SHEET}
                return Response(data, media_type=kind, headers=policy)
        raise HTTPException(404)

    async def others(self, request: Request) -> Response:
        sheet = self._sheet(request.query_params)
        row = _row(sheet, request.query_params.get("id", ""))
        return JSONResponse(await self.project.others(sheet, row["source"], row["target"]))

    async def check(self, request: Request) -> Response:
        """What `check` would find in a text; nothing is written."""
        given = await _json(request)
        sheet = self._sheet(given)
        return JSONResponse({"findings": await self._findings(sheet, given)})

    async def save(self, request: Request) -> Response:
        """Writes a message: 409 if somebody else has, 422 if it would do damage."""
        given = await _json(request)
        sheet = self._sheet(given)
        row = _row(sheet, _text(given, "id"))
        assert sheet.rows
        text, fuzzy = _text(given, "text"), given.get("fuzzy") is True
        name = _text(given, "by")[:NAME]
        edit = edit_message.Edit(
            sheet.choice.leaflet,
            sheet.rows.keys[row["id"]],
            text,
            _text(given, "seal"),
            name,
            fuzzy,
        )
        wrong = [] if fuzzy else await self._findings(sheet, given)
        if any(each["severity"] == "error" for each in wrong):
            return JSONResponse({"findings": wrong}, 422)
        try:
            found = await self.project.save(sheet, edit)
        except edit_message.ChangedMeanwhileError as changed:
            self.project.renew(sheet)
            return JSONResponse({"text": changed.text, "seal": changed.seal}, 409)
        except PolyleafError as error:
            return JSONResponse({"findings": finding_rows(error.findings, sheet.rows)}, 422)
        status = 422 if edit_message.errors(found) else 200
        return JSONResponse({"findings": finding_rows(found, sheet.rows)}, status)

    async def look(self, request: Request) -> Response:
        """Which page is looked at: it is drawn first."""
        given = await _json(request)
        page = given.get("page")
        if isinstance(page, int) and 0 < page < 10_000:
            self._sheet(given).looked_at = page
        return JSONResponse({})

    async def _findings(self, sheet: LiveSheet, given: dict[str, Any]) -> list[dict[str, Any]]:
        row, text = _row(sheet, _text(given, "id")), _text(given, "text")
        task, rows = sheet.good.task if sheet.good else None, sheet.rows
        if task is None or rows is None or rows.target is None or rows.target.messages is None:
            raise HTTPException(404)
        of, messages = rows.target, rows.target.messages
        key = rows.keys[row["id"]]
        found = await asyncio.to_thread(
            edit_message.findings, key, text, task.leaflet, messages, of.language, of.glossary
        )
        return finding_rows(found, rows)

    def _sheet(self, given: Any) -> LiveSheet:
        choice = Choice(*(_text(given, name) for name in Choice._fields))
        return self.project.sheet(choice)


def made(project: LiveProject, editor: str) -> Starlette:
    """The application. Whoever asks has been let in: see `request_guard`."""
    pages = Pages(project, editor)

    async def plain(request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", 500)
        status = status if status in WORDS else 404
        return HTMLResponse(plain_page(status), status)

    def get(path: str, answer: Any) -> Route:
        return Route(path, answer, methods=["GET"])

    def post(path: str, answer: Any) -> Route:
        return Route(path, answer, methods=["POST"])

    return Starlette(
        routes=[
            get("/", pages.page),
            get("/app/{name}", pages.page),
            *(get(path, pages.find) for path in ("/find", "/output/find", "/output/find/")),
            get("/output/{name:path}", pages.output),
            get("/choices", pages.choices),
            get("/events", pages.events),
            get("/served/{name}", pages.served),
            get("/others", pages.others),
            post("/check", pages.check),
            post("/save", pages.save),
            post("/look", pages.look),
        ],
        exception_handlers={HTTPException: plain, Exception: plain},
    )


async def _events(sheet: LiveSheet) -> AsyncIterator[str]:
    queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
    sheet.listeners.add(queue)
    try:
        if sheet.reading:
            queue.put_nowait(sheet.words())
            queue.put_nowait(sheet.picture())
        while True:
            try:
                event = await asyncio.wait_for(queue.get(), BEAT)
            except TimeoutError:
                yield ": still here\n\n"
                continue
            if event is None:
                return
            yield f"data: {json.dumps(event)}\n\n"
    finally:
        sheet.listeners.discard(queue)


def _file(folder: Path, name: str, policy: str | None) -> Response:
    """A regular file below the folder; hidden ones are not shown."""
    path = folder / name
    if "\0" in name:
        raise HTTPException(404)
    inside = os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep)
    hidden = any(part.startswith(".") for part in name.split("/"))
    if hidden or not inside or not path.is_file():
        raise HTTPException(404)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {"content-security-policy": policy} if policy else {}
    return FileResponse(path, media_type=kind, headers=headers)


async def _json(request: Request) -> dict[str, Any]:
    try:
        given = json.loads(await request.body())
    except (ValueError, RecursionError):
        raise HTTPException(404) from None
    if not isinstance(given, dict):
        raise HTTPException(404)
    return given


def _text(given: Any, name: str) -> str:
    """A text that was sent; what cannot be written in UTF-8 is none."""
    value = given.get(name)
    if not isinstance(value, str) or any("\ud800" <= c <= "\udfff" or c == "\0" for c in value):
        raise HTTPException(404)
    return value


def _row(sheet: LiveSheet, name: str) -> dict[str, Any]:
    rows = sheet.rows.rows if sheet.rows else ()
    for row in rows:
        if row["id"] == name and "target" in row:
            return row
    raise HTTPException(404)
