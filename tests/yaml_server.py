"""yaml-language-server, which VS Code and other editors check and complete YAML with, without one.

npm fetches it once for each state of `package-lock.json`, into `.cache/yaml-server/`. Run as a
program, this does that and no more.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .made_once import made_once

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tests/yaml_server"
LISTS = ("package.json", "package-lock.json")
CACHE = ROOT / ".cache/yaml-server"
SERVER = "node_modules/yaml-language-server/bin/yaml-language-server"


def prepare() -> Path:
    """The folder with the server; made if it is missing or stale."""
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in LISTS)).hexdigest()[:16]
    return made_once(CACHE, digest, _install)


def _install(folder: Path) -> Path:
    folder.mkdir()
    for name in LISTS:
        shutil.copy(HERE / name, folder)
    npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(npm, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"npm failed:\n{done.stdout}{done.stderr}")
    return folder


class Editor:
    """An editor's side of the Language Server Protocol, for files that exist in memory only."""

    def __init__(self, server: subprocess.Popen[bytes], settings: dict[str, Any]) -> None:
        self.server, self.settings = server, settings
        self.number = 0
        self.reported: dict[str, list[dict[str, Any]]] = {}  # diagnostics by URI
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}},
        }})  # fmt: skip
        self.say("initialized", {})
        self.say("workspace/didChangeConfiguration", {"settings": settings})

    def open(self, uri: str, text: str) -> list[dict[str, Any]]:
        """What the server finds wrong with a file."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.reported.pop(uri, None)
        self.say("textDocument/didOpen", {"textDocument": document})
        while uri not in self.reported:
            self._take(self._message())
        return self.reported[uri]

    def complete(self, uri: str, line: int, column: int) -> dict[str, str]:
        """What the server proposes at a place (from 0), with its descriptions."""
        at = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        found = self.ask("textDocument/completion", at)
        return {each["label"]: _plain(each.get("documentation", "")) for each in found["items"]}

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._message()
            if message.get("id") == self.number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def say(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _take(self, message: dict[str, Any]) -> None:
        """Answers what the server asks, and keeps what it tells of a file."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.reported[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = (item["section"] for item in message["params"]["items"])
            self._send({"id": message["id"], "result": [self.settings.get(a) for a in asked]})
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self.server.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.server.stdin.flush()

    def _message(self) -> dict[str, Any]:
        assert self.server.stdout
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name == b"Content-Length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        return message


def _plain(documentation: str | dict[str, str]) -> str:
    return documentation if isinstance(documentation, str) else documentation["value"]


@contextmanager
def editor(schemas: dict[str, str]) -> Iterator[Editor]:
    """An editor with the schemas of files: URI of a schema → pattern of names."""
    yaml = {"schemas": schemas, "validate": True, "completion": True, "hover": True,
            "schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}  # fmt: skip
    command = ["node", str(prepare() / SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        try:
            yield Editor(server, {"yaml": yaml})
        finally:
            server.kill()


if __name__ == "__main__":
    try:
        prepare()
    except (OSError, RuntimeError) as error:
        sys.exit(str(error))
