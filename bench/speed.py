"""How fast sheets are made, beside other ways to make the same.

    .venv/bin/python -m bench.speed throughput      the whole build, a plain loop, Chromium
    .venv/bin/python -m bench.speed added           what Polyleaf adds to the engine, a sheet
    .venv/bin/python -m bench.speed memory          a worker after 50 sheets, and after 500
    .venv/bin/python -m bench.speed start           --help beside a bare Python
    .venv/bin/python -m bench.speed again           nothing to do, and one message changed

Every way takes its turn many times in one run, so that what else the machine does hits all alike.
Beside the time that passed stands that of the processor, which says more where others work.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from polyleaf import languages
from polyleaf.typography import fonts

from . import chromium, incremental, sheets, slices, turns, ways

CORES = 2
NAMES = {
    "build": "`build.py --jobs 2`, all of it, with every check",
    "loop": "`HTML(string=…).write_pdf()` in one process",
    "chromium": "Chromium, warm, two tabs",
}
BUILD = sheets.ROOT / "build.py"


def throughput(options: argparse.Namespace) -> None:
    """All sheets by each way, which take turns by the second."""
    fonts.show_only(languages.font_packages())
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        project, output = Path(folder) / "project", Path(folder) / "output"
        sheets.project_of(project, options.sheets // len(sheets.LANGUAGES))
        pages = _pages(project, Path(folder))
        browser = stack.enter_context(chromium.browser(Path(folder) / "profile"))
        tabs = [browser.tab() for _ in range(CORES)]
        chromium.print_all(browser, tabs, pages[: len(tabs)])  # warm
        plain = stack.enter_context(turns.Served("loop", project))
        plain.make(0)
        command = ["--project", str(project), "--output", str(output), "--jobs", str(CORES)]
        build = [sys.executable, str(BUILD), "build", *command, "--quiet"]
        took = slices.run(
            {
                "build": slices.command(build),
                "loop": slices.Way(
                    plain.process.pid, lambda: [*map(plain.make, range(len(pages)))]
                ),
                "chromium": slices.Way(
                    browser.process.pid, lambda: chromium.print_all(browser, tabs, pages)
                ),
            }
        )
    print("| way | ms a sheet | ms of processor a sheet | sheets a second |")
    print("|---|---|---|---|")
    for way, name in NAMES.items():
        wall, busy = (spent / len(pages) for spent in took[way])
        print(f"| {name} | {1000 * wall:.0f} | {1000 * busy:.0f} | {1 / wall:.2f} |")
    for other in ("loop", "chromium"):
        ratio = took[other][0] / took["build"][0]
        print(f"{ratio:.2f}× the sheets of {other} in the same time")


def _pages(project: Path, folder: Path) -> list[Path]:
    """A file with the page of each sheet."""
    found = []
    for task in ways.tasks_of(project):
        file = folder / f"{task.job.leaflet}_{task.job.language}.html"
        file.write_text(ways.whole(ways.html_of(task)), "utf-8")
        found.append(file)
    return found


def added(options: argparse.Namespace) -> None:
    """Sheet by sheet, each way in a process of its own; of several tries the least counts."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        project = Path(folder) / "project"
        sheets.project_of(project, options.sheets // len(sheets.LANGUAGES))
        served = [stack.enter_context(turns.Served(way, project)) for way in ("polyleaf", "bare")]
        least = [0.0, 0.0]
        for number in range(options.sheets):
            for way, time_ in enumerate(turns.least(served, number, options.turns)):
                least[way] += time_
    ours, theirs = (1000 * spent / options.sheets for spent in least)
    print(
        f"{ours:.0f} ms of processor a sheet, the engine alone {theirs:.0f}: {ours / theirs:.2f}×"
    )


def memory(options: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        project = Path(folder) / "project"
        sheets.project_of(project, options.sheets // len(sheets.LANGUAGES))
        served = stack.enter_context(turns.Served("polyleaf", project))
        held = {}
        for made in range(1, 501):
            answer = served.ask(made * 7 % options.sheets)  # by turns of all languages
            if made in (50, 500):
                held[made] = answer["megabytes"]
    print(", ".join(f"{mb:.1f} MB after {made} sheets" for made, mb in held.items()), end=": ")
    print(f"{100 * (held[500] / held[50] - 1):+.1f} %")


def start(options: argparse.Namespace) -> None:
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "build.py --version": [sys.executable, str(BUILD), "--version"],
        "build.py --help": [sys.executable, str(BUILD), "--help"],
    }
    bare, *others = turns.medians(commands, max(20, options.turns))
    for name, spent in (bare, *others):
        print(f"{name}: {1000 * spent:.0f} ms of processor, {spent / bare[1]:.2f}× a bare Python")


def main(arguments: Sequence[str] | None = None) -> None:
    kinds: dict[str, Callable[[argparse.Namespace], None]] = {
        "throughput": throughput,
        "added": added,
        "memory": memory,
        "start": start,
        "again": incremental.again,
    }
    parser = argparse.ArgumentParser(description="how fast sheets are made")
    parser.add_argument("kind", choices=kinds)
    parser.add_argument("--sheets", type=int, default=240, help="by sixes: a script each")
    parser.add_argument("--thousand", type=int, default=incremental.THOUSAND)
    parser.add_argument("--turns", type=int, default=4)
    options = parser.parse_args(arguments)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(sheets.ROOT / "polyleaf")])
    kinds[options.kind](options)


if __name__ == "__main__":
    main()
