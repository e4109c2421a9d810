"""A free port of 127.0.0.1, and the server on it until Ctrl-C."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn

from ...model.findings import machine_error
from . import web_app
from .live_project import LiveProject
from .request_guard import RequestGuard

HOST = "127.0.0.1"
TRIES = 50  # ports in a row
GRACE = 1  # seconds for answers that are under way


def serve(
    root: Path, output: Path, port: int, editor: str, ready: Callable[[str, int], None]
) -> None:
    """Answers until Ctrl-C; `ready` is called with the address and its port.

    Raises PolyleafError if no port is free.
    """
    with _socket(port) as listening:
        own = listening.getsockname()[1]
        token = secrets.token_urlsafe(24)
        project = LiveProject(root, output)
        app = RequestGuard(web_app.made(project, editor), token, own)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=GRACE,
        )
        try:
            server = _Server(config, project, lambda: ready(f"http://{HOST}:{own}/{token}/", own))
            with suppress(KeyboardInterrupt):
                asyncio.run(server.answer(listening))
        finally:
            project.close()


class _Server(uvicorn.Server):
    """Says when it answers, and lets go of those who wait for events as soon as it is to end."""

    def __init__(
        self, config: uvicorn.Config, project: LiveProject, ready: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self.project, self.ready = project, ready

    async def answer(self, listening: socket.socket) -> None:
        self.loop = asyncio.get_running_loop()
        self.project.start()
        await self.serve(sockets=[listening])

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """From here on Ctrl-C ends it well."""
        await super().startup(sockets=sockets)
        self.ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.loop.call_soon_threadsafe(self.project.stop)
        super().handle_exit(sig, frame)


def _socket(port: int) -> socket.socket:
    """A socket that listens at the port, or at the next that is free."""
    for number in range(port, min(port + TRIES, 65536)):
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, number))
            listening.listen(128)
        except OSError:
            listening.close()
            continue
        return listening
    raise machine_error(
        "system", "port-taken", f"no port from {port} on is free", "name another with --port"
    )
