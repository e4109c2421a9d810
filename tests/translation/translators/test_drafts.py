"""A machine's draft: from a server on this machine, or from a program."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from ...conftest import Sandbox
from ..exchange.agency import PO, WORDS, codes, found

pytestmark = pytest.mark.slow
HTML = {
    'Use <i id="1">soap</i> for 20 seconds': 'Use <i id="1">jabón</i> durante 20 segundos',
    ". Call <span": ". Llame al <span",
}


class Server(BaseHTTPRequestHandler):
    """Speaks LibreTranslate's protocol: POST /translate → {"translatedText": […]}."""

    asked: list[dict[str, Any]]
    fault: str

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append(body)
        if self.fault == "late":
            threading.Event().wait(3)
        if self.fault == "elsewhere":
            return self.answer(307, {})
        if self.fault == "refused" or (self.fault == "second" and len(self.asked) > 1):
            return self.answer(400, {"error": "so is not supported"})
        if self.fault == "nonsense":
            return self.answer(200, {"translatedText": "one"})
        return self.answer(200, {"translatedText": list(map(self.translated, body["q"]))})

    def answer(self, status: int, body: dict[str, Any]) -> None:
        self.send_response(status)
        self.send_header(
            "Location", f"http://127.0.0.1:{self.headers['Host'].rpartition(':')[2]}/other"
        )
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def translated(self, text: str) -> str:
        for source, words in (*WORDS.items(), *HTML.items()):
            text = text.replace(source, words)
        if self.fault == "spoilt":
            text = text.replace('id="3"', "")
        return text.replace(
            "{clinic.phone}", "{ clínica . teléfono }"
        )  # what is inside is not used

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    asked: list[dict[str, Any]] = []
    handler = type("Handler", (Server,), {"asked": asked, "fault": getattr(request, "param", "")})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        listening.block_on_close = False
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}", asked
        listening.shutdown()


def draft(project: Sandbox, address: str, *more: str) -> Any:
    call = ("translate", "hands", "-l", "es", "--with", "libretranslate", "--address", address)
    return project.run(*call, *more)


def test_a_server_drafts_what_is_empty_and_it_is_fuzzy_and_a_machines(
    server: tuple[str, list[dict[str, Any]]], project: Sandbox
) -> None:
    project.run(
        "import", str(project.write("b.csv", "source,target\nRub them.,Frote.\n")), "-l", "es"
    )
    done = draft(project, server[0])
    assert (done.returncode, done.stderr) == (0, "")
    entries = {entry.msgid: entry for entry in found(project).active}
    assert {s: e.msgstr[0] for s, e in entries.items()} == {**WORDS, "Rub them.": "Frote."}
    assert {s for s, e in entries.items() if not e.fuzzy} == {"Rub them."}
    assert found(project).field("X-Polyleaf-Method") in ("machine", "")
    (asked,) = server[1]
    assert (asked["source"], asked["target"], asked["format"]) == ("en", "es", "html")
    assert len(asked["q"]) == 7
    before = (project.root / PO).read_bytes()
    assert draft(project, server[0]).returncode == 0
    assert (len(server[1]), (project.root / PO).read_bytes()) == (1, before)


@pytest.mark.parametrize("server", ["spoilt"], indirect=True)
def test_a_draft_without_its_placeholder_is_left_empty(
    server: tuple[str, list[dict[str, Any]]], project: Sandbox
) -> None:
    done = draft(project, server[0])
    assert (done.returncode, codes(done)) == (0, {"draft-code"})
    (soap,) = [entry for entry in found(project).active if "soap" in entry.msgid]
    assert soap.msgstr == ("",)


@pytest.mark.parametrize("server", ["late", "refused", "nonsense", "elsewhere"], indirect=True)
def test_a_server_that_fails_is_a_finding_and_no_file(
    server: tuple[str, list[dict[str, Any]]], project: Sandbox
) -> None:
    done = draft(project, server[0], "--timeout", "0.5")
    assert (done.returncode, codes(done)) == (1, {"draft-server"})
    assert not (project.root / PO).exists()
    assert len(server[1]) == 1


@pytest.mark.parametrize("server", ["second"], indirect=True)
def test_what_a_server_has_made_before_it_fails_is_kept(
    server: tuple[str, list[dict[str, Any]]], project: Sandbox
) -> None:
    items = ", ".join(f"Wash {number} times." for number in range(30))
    project.edit("content/hands.yaml", "Wet your hands., Rub them., Dry them.", items)
    done = draft(project, server[0])
    assert (done.returncode, codes(done)) == (1, {"draft-server"})
    assert 0 < sum(any(entry.msgstr) for entry in found(project).active) < 30


def test_a_program_takes_po_and_gives_po(project: Sandbox) -> None:
    empty, full = (f'msgid "Rub them."\nmsgstr "{words}"' for words in ("", "Frote."))
    code = f"import sys; print(sys.stdin.read().replace({empty!r}, {full!r}))"
    program = project.write("draft.py", code)
    call = ("translate", "hands", "-l", "es", "--command")
    done = project.run(*call, f"{sys.executable} {program}")
    assert (done.returncode, done.stderr) == (0, "")
    (rub,) = [entry for entry in found(project).active if entry.msgid == "Rub them."]
    assert (rub.msgstr, rub.fuzzy) == (("Frote.",), True)
    assert found(project).field("X-Polyleaf-Method") == "machine"
    assert codes(project.run(*call, "false")) == {"draft-program"}
    assert codes(project.run(*call, "no-such-program")) == {"draft-program"}
    assert codes(project.run(*call, f"{sys.executable} -c pass")) == {"po-header"}
    assert codes(project.run(*call[:-1], "--with", "nobody")) == {"draft-unknown"}
