"""How long a sheet in two languages takes, beside the sheets in each of them alone.

    .venv/bin/python -m bench.bilingual rosacea ur+en ur+hi ar+fr

Every sheet takes its turn, so that what else the machine does hits all alike; the least time of
the processor counts. Each is localized, checked, drawn and looked at, as a build does.
"""

from __future__ import annotations

import argparse
import time

from polyleaf import languages, pdf
from polyleaf.content import project as projects
from polyleaf.model.task import Task
from polyleaf.pipeline import plan, recipe
from polyleaf.typography import fonts

from .sheets import ROOT

PAIR, ALONE = "bilingual", "a4"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("leaflet")
    parser.add_argument("pairs", nargs="+", metavar="LANG+LANG")
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()
    fonts.show_only(languages.font_packages())
    pdf.prepare()
    for pair in options.pairs:
        tags = pair.split("+")
        tasks = [_task(options.leaflet, pair, PAIR)]
        tasks += [_task(options.leaflet, tag, ALONE) for tag in tags]
        took = [min(times) for times in zip(*_turns(tasks, options.turns), strict=True)]
        alone = sum(took[1:])
        each = " + ".join(f"{seconds * 1000:.0f}" for seconds in took[1:])
        print(f"{pair}: {took[0] * 1000:.0f} ms, alone {each} ms: {took[0] / alone:.2f} times")


def _turns(tasks: list[Task], number: int) -> list[list[float]]:
    """Seconds of the processor for each task, turn by turn; the first turn warms up."""
    return [[_seconds(task) for task in tasks] for _ in range(number + 1)][1:]


def _seconds(task: Task) -> float:
    begun = time.process_time()
    made = recipe.make(task)
    assert made.data is not None, made.findings
    return time.process_time() - begun


def _task(leaflet: str, tag: str, edition: str) -> Task:
    selection = plan.Selection((leaflet,), (tag,), (edition,))
    (task,) = plan.plan(projects.read(ROOT, None), selection).tasks
    return task


if __name__ == "__main__":
    main()
