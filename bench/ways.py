"""Ways to make a sheet in one process, each in a process of its own: none warms or mends another's.

    python -m bench.ways polyleaf|bare|loop PROJECT

Reads numbers of the project's sheets, one a line; makes each, and answers with a line of JSON.
"""

from __future__ import annotations

import gc
import hashlib
import itertools
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from polyleaf import languages
from polyleaf.content import project
from polyleaf.model.sheet import Html
from polyleaf.model.task import Task
from polyleaf.pipeline import plan, recipe
from polyleaf.pipeline.executors.worker import GARBAGE, tidy
from polyleaf.typography import fonts

MEGABYTE = 2**20
STATM_PAGE = 4096  # bytes
Way = Callable[[Task, Html], bytes]


def tasks_of(folder: Path, names: Iterable[str] = ()) -> tuple[Task, ...]:
    found = project.read(folder, None)
    return plan.plan(found, plan.Selection(tuple(names), (), ())).tasks


def html_of(task: Task) -> Html:
    return recipe.rendered_page(task)[0].html


def whole(html: Html) -> str:
    """A page with its style sheet inside: the same for every way that takes one text."""
    return html.text.replace("</head>", f"<style>{html.css}</style></head>", 1)


def loop() -> Way:
    """What the engine's own manual shows, sheet after sheet."""
    import weasyprint

    return lambda _, html: bytes(weasyprint.HTML(string=whole(html)).write_pdf())


def bare(variant: str = "pdf/a-3a") -> Way:
    """The engine alone, used well: fonts and style sheets shared; tagged, as Polyleaf has it."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    sheets: dict[str, Any] = {}

    def draw(_: Task, html: Html) -> bytes:
        if html.css not in sheets:
            sheets[html.css] = weasyprint.CSS(string=html.css, font_config=configuration)
        document = weasyprint.HTML(string=html.text).render(
            stylesheets=[sheets[html.css]], font_config=configuration, pdf_variant=variant
        )
        return bytes(document.write_pdf(pdf_variant=variant))

    return draw


def polyleaf() -> Way:
    """The sheet from its leaflet and catalogs, with every check, and tidied up as a worker does."""
    gc.freeze()
    gc.set_threshold(GARBAGE)
    made = itertools.count(1)

    def draw(task: Task, _: Html) -> bytes:
        data = recipe.make(task).data
        tidy(next(made))
        return data or b""

    return draw


WAYS: dict[str, Callable[[], Way]] = {"polyleaf": polyleaf, "bare": bare, "loop": loop}


def resident() -> float:
    """Megabytes of this process that are in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * STATM_PAGE / MEGABYTE


def serve(way: str, folder: Path) -> None:
    fonts.show_only(languages.font_packages())
    tasks, make = tasks_of(folder), WAYS[way]()
    print(json.dumps({"sheets": [str(task.job) for task in tasks]}), flush=True)
    for line in sys.stdin:
        task = tasks[int(line)]
        html = html_of(task)
        start, busy = time.perf_counter(), time.process_time()
        data = make(task, html)
        took, used = time.perf_counter() - start, time.process_time() - busy
        digest = hashlib.sha256(data).hexdigest()
        told = {"seconds": took, "cpu": used, "megabytes": resident(), "sha256": digest}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]))
