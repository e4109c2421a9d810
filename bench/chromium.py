"""A warm headless Chromium that prints pages from several tabs at once, over its debugging pipe."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = "chromium"
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
TICKS = os.sysconf("SC_CLK_TCK")
PAPER = {
    "preferCSSPageSize": True,
    "printBackground": True,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
}


class Browser:
    """Sends commands, and reads answers and events in the order in which they come."""

    def __init__(self, process: subprocess.Popen[bytes], into: int, out: int) -> None:
        self.process = process
        self.into, self.out = os.fdopen(into, "wb", 0), os.fdopen(out, "rb", 0)
        self.number = 0
        self.waiting = b""

    def send(self, method: str, session: str = "", **parameters: Any) -> int:
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.into.write(json.dumps(message).encode() + b"\0")
        return self.number

    def hear(self) -> Any:
        while b"\0" not in self.waiting:
            if not (read := self.out.read(1 << 20)):
                raise EOFError(f"{PROGRAM} went away")
            self.waiting += read
        message, _, self.waiting = self.waiting.partition(b"\0")
        return json.loads(message)

    def ask(self, method: str, session: str = "", **parameters: Any) -> Any:
        number = self.send(method, session, **parameters)
        while (heard := self.hear()).get("id") != number:
            pass
        return heard["result"]

    def tab(self) -> str:
        """A new tab's session."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable", session)
        return str(session)


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Chromium reads commands from its descriptor 3 and answers on 4."""
    (theirs_in, ours_in), (ours_out, theirs_out) = os.pipe(), os.pipe()
    words = (PROGRAM, *FLAGS, f"--user-data-dir={profile}", "about:blank")
    shell = f"exec {' '.join(words)} 3<&{theirs_in} 4>&{theirs_out} 2>/dev/null"
    process = subprocess.Popen(["bash", "-c", shell], pass_fds=(theirs_in, theirs_out))
    os.close(theirs_in)
    os.close(theirs_out)
    try:
        yield (it := Browser(process, ours_in, ours_out))
        it.send("Browser.close")
    finally:
        process.terminate()
        process.wait()


def print_all(it: Browser, tabs: Sequence[str], pages: Sequence[Path]) -> list[int]:
    """Bytes of each page's PDF: a tab that is done takes the next page."""
    sizes: list[int] = []
    left = iter(pages)
    busy: dict[int, str] = {}  # the number of what is being printed → its tab

    def next_page(tab: str) -> None:
        if page := next(left, None):
            it.send("Page.navigate", tab, url=page.as_uri())

    for tab in tabs:
        next_page(tab)
    while len(sizes) < len(pages):
        heard = it.hear()
        if heard.get("method") == "Page.loadEventFired":
            busy[it.send("Page.printToPDF", heard["sessionId"], **PAPER)] = heard["sessionId"]
        elif heard.get("id") in busy:
            sizes.append(len(base64.b64decode(heard["result"]["data"])))
            next_page(busy.pop(heard["id"]))
    return sizes


def spent(root: int) -> float:
    """Seconds of the processor that a process and all below it have taken."""
    found = _processes()
    ours = (root, *_below(root, found))
    return sum(found[number][1] for number in ours if number in found) / TICKS


def below(root: int) -> list[int]:
    """The processes that a process has started, and those that these have."""
    return _below(root, _processes())


def _below(root: int, found: Mapping[int, tuple[int, int]]) -> list[int]:
    children = [number for number, (parent, _) in found.items() if parent == root]
    return [each for child in children for each in (child, *_below(child, found))]


def _processes() -> dict[int, tuple[int, int]]:
    """The number of each process → its parent's, and its ticks with those of its dead children."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        found[int(stat.parent.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    return found
