"""`polyleaf serve` as a user starts it, on a small project in Urdu."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...conftest import CLINIC, LEAFLET, ROOT, Sandbox

CATALOG = "locales/ur/LC_MESSAGES/hands.po"
OTHERS = "خوب ملیں۔"
URDU = {
    "Washing hands": "ہاتھ دھونا",
    "Wash your hands before you eat.": "کھانے سے پہلے اپنے ہاتھ دھوئیں۔",
    "A nurse": "ایک نرس",
    "How to wash": "کیسے دھوئیں",
    "Use **soap** for 20 seconds [@who-2009]. Call {clinic.phone}.": (
        "20 سیکنڈ **صابن** لگائیں [@who-2009]۔ {clinic.phone} پر فون کریں۔"
    ),
    "Wet your hands.": "اپنے ہاتھ گیلے کریں۔",
    "Rub them.": "انہیں ملیں۔",
    "Dry them.": "انہیں خشک کریں۔",
}


@dataclass
class Served:
    """A project that is served, and where."""

    sandbox: Sandbox
    process: subprocess.Popen[str]
    address: str
    said: str

    @property
    def port(self) -> int:
        return int(self.address.split("/")[2].rpartition(":")[2])

    @property
    def token(self) -> str:
        return self.address.split("/")[3]

    def sheet(self, edition: str = "a4", view: str = "translator") -> str:
        return f"{self.address}#leaflet=hands&language=ur&edition={edition}&view={view}"

    @property
    def catalog(self) -> Path:
        return self.sandbox.root / CATALOG


def small_project(root: Path) -> Sandbox:
    sandbox = Sandbox(root)
    sandbox.write("clinic.yaml", CLINIC.replace("[en]", "[en, ur]").replace("[web]", "[a4, web]"))
    sandbox.write("content/hands.yaml", LEAFLET)
    assert sandbox.run("catalogs", "-l", "ur").returncode == 0
    text = (root / CATALOG).read_text("utf-8")
    for source, target in URDU.items():
        assert f'msgid "{source}"\nmsgstr ""' in text, source
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{target}"')
    sandbox.write(CATALOG, text)
    sandbox.write("content/feet.yaml", LEAFLET)  # another leaflet, with other words for one text
    sandbox.write(CATALOG.replace("hands", "feet"), text.replace(URDU["Rub them."], OTHERS))
    return sandbox


@contextmanager
def served(sandbox: Sandbox, port: int) -> Iterator[Served]:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--project", str(sandbox.root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert process.stdout
    said = ""
    try:
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/[\w-]+/", said)):
            line = process.stdout.readline()
            assert line, said
            said += line
        yield Served(sandbox, process, found[0], said)
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
