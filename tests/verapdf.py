"""veraPDF, the reference validator of PDF/UA (ISO 14289) and PDF/A (ISO 19005), on any files.

Maven fetches it, and javac compiles `verapdf/Validate.java`, once for each state of the two files
in that folder, into `.cache/verapdf/`. Run as a program, it does that and no more.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from .made_once import made_once

ROOT = Path(__file__).resolve().parent.parent
POM = ROOT / "tests/verapdf/pom.xml"
SOURCE = ROOT / "tests/verapdf/Validate.java"
CACHE = ROOT / ".cache/verapdf"
JAVA_RELEASE = "11"  # the oldest that a supported Debian or Ubuntu has
# Java runs for seconds: its second compiler and its parallel collector cost more than they bring.
QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a file breaks; clauses are the standard's. A file that is no readable PDF has one
    failure, whose clause is "unreadable".
    """

    clause: str
    test: int
    description: str
    count: int
    context: tuple[str, ...]  # of the first few places

    def __str__(self) -> str:
        places = "".join(f"\n    {place}" for place in self.context)
        return f"{self.clause}-{self.test}, {self.count} times: {self.description}{places}"


def validate(files: Iterable[Path], flavour: str = "ua1") -> dict[Path, list[Failure]]:
    """What each file breaks of PDF/UA-1 or of another flavour (3a, 3u …), in one start of Java."""
    wanted = list(files)
    java = _tool("java")
    ready = prepare()
    classes = os.pathsep.join((f"{ready}/lib/*", f"{ready}/classes"))
    lines = _run(
        [java, *QUICK_START, "-cp", classes, "Validate", "--flavour", flavour],
        "".join(f"{path.absolute()}\n" for path in wanted),
    ).splitlines()
    return {path: _failures(line) for path, line in zip(wanted, lines, strict=True)}


def _failures(line: str) -> list[Failure]:
    told = json.loads(line)
    if "error" in told:
        return [Failure("unreadable", 0, told["error"], 1, ())]
    return [
        Failure(f["clause"], f["test"], f["description"], f["count"], tuple(f["places"]))
        for f in told["failures"]
    ]


def prepare() -> Path:
    """The folder with veraPDF's jars and our class; made if it is missing or stale."""
    digest = hashlib.sha256(POM.read_bytes() + SOURCE.read_bytes()).hexdigest()[:16]
    return made_once(CACHE, digest, _make)


def _make(folder: Path) -> Path:
    jars, classes = folder / "lib", folder / "classes"
    maven = [_tool("mvn"), "--batch-mode", "--quiet", "--strict-checksums", "--file", str(POM)]
    _run([*maven, "dependency:copy-dependencies", f"-DoutputDirectory={jars}"])
    javac = [_tool("javac"), "--release", JAVA_RELEASE, "-Xlint:all,-path", "-Werror"]
    _run([*javac, "-cp", f"{jars}/*", "-d", str(classes), str(SOURCE)])
    return folder


def _tool(name: str) -> str:
    """A program's path. Without it a test fails: skipped, it would look like a success."""
    found = shutil.which(name)
    if found is None:
        raise RuntimeError(f"veraPDF needs {name}; `make setup-test` installs it")
    return found


def _run(command: list[str], given: str = "") -> str:
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"},  # how Java reads the names of files
    )
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    try:
        prepare()
    except RuntimeError as error:
        sys.exit(str(error))
