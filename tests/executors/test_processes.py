"""Worker processes: what one of them loses costs no other sheet, and is told."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from polyleaf import executors
from polyleaf.executors import Limits, stop, worker
from polyleaf.model import Outcome, Task
from polyleaf.pipeline import recipe

from .making import made, outcomes, spoiled, task, tasks

pytestmark = pytest.mark.slow

GOOD = [f"good-{number}" for number in range(30)]
TIGHT = Limits(seconds=1.0)


def codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_every_task_has_its_outcome(jobs: int) -> None:
    found = outcomes(made, tasks(*GOOD), jobs)
    assert {name: made(task(name)).data for name in GOOD} == {n: o.data for n, o in found.items()}


def test_where_forking_is_not_safe_workers_are_started_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "CONTEXT", multiprocessing.get_context("spawn"))
    found = outcomes(spoiled, tasks("dies", *GOOD[:5]), 2)
    assert codes(found.pop("dies")) == ["worker-died"]
    assert {name: outcome.data for name, outcome in found.items()} == {
        name: made(task(name)).data for name in GOOD[:5]
    }


def test_no_tasks_no_outcomes() -> None:
    assert outcomes(made, []) == {}


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("dies", "worker-died", "the process that made dies in en as web died, twice (Killed)"),
        ("leaves", "worker-died", "the process that made leaves in en as web died, twice (exit"),
        ("hangs", "worker-timeout", "hangs in en as web was not done after 1 seconds, twice"),
        ("swells", "worker-memory", "swells in en as web took more than 400 MB of memory, twice"),
        ("asks-for-much", "worker-memory", "asks-for-much in en as web took more than 400 MB"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_sheet_that_ends_its_worker_is_told_and_the_rest_is_made(
    name: str, code: str, words: str, jobs: int
) -> None:
    limits = Limits(seconds=1.0 if name == "hangs" else 60.0, megabytes=400)
    found = outcomes(spoiled, tasks(*GOOD[:5], name, *GOOD[5:10]), jobs, limits)
    lost = found.pop(name)
    assert lost.data is None
    (finding,) = lost.findings
    assert finding.code == code
    assert finding.message.startswith(words)
    assert f"polyleaf {name} -l en -e web" in finding.hint
    assert finding.where.path == "content/hands.yaml"
    assert sorted(found) == sorted(GOOD[:10])
    assert all(outcome.data for outcome in found.values())


def test_a_process_that_hangs_and_lets_no_thread_run_is_ended_too() -> None:
    found = outcomes(spoiled, tasks("hangs-inside", "good"), 2, TIGHT)
    assert codes(found["hangs-inside"]) == ["worker-timeout"]
    assert found["good"].data


def test_a_sheet_whose_worker_died_by_chance_is_made_after_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLYLEAF_TEST_SEEN", str(tmp_path / "seen"))
    found = outcomes(spoiled, tasks("dies-once", *GOOD))
    assert (tmp_path / "seen").exists()
    assert found.keys() == {"dies-once", *GOOD}
    assert all(outcome.data for outcome in found.values())


def test_all_may_go_wrong_at_once() -> None:
    names = ("dies", "hangs", "leaves", "raises", "swells")
    found = outcomes(spoiled, tasks(*names, *GOOD), 4, Limits(seconds=2.0, megabytes=400))
    assert {name for name, outcome in found.items() if not outcome.data} == set(names)


def slow(task: Task) -> Outcome:
    time.sleep(random.uniform(0, 0.01))
    return made(task)


def children() -> list[BaseProcess]:
    return multiprocessing.active_children()


@pytest.mark.slow
def test_workers_killed_at_random_cost_nothing() -> None:
    chance = random.Random(5)
    steps = executors.choose(3, Limits())(slow, tasks(*(f"sheet-{n}" for n in range(200))))
    killed = 0
    found: list[Outcome] = []
    for outcome in steps:
        assert isinstance(outcome, Outcome)
        found.append(outcome)
        if killed < 50 and len(found) < 190 and (workers := children()):
            with_luck = chance.choice(workers)
            time.sleep(chance.uniform(0, 0.005))
            with_luck.kill()
            killed += 1
    assert killed == 50
    assert len({outcome.file for outcome in found}) == len(found) == 200
    # One that is killed in its second try, alone, is rightly told; here the killing has ended.
    assert all(outcome.data for outcome in found)


def test_workers_are_gone_when_the_outcomes_are_taken_or_left() -> None:
    outcomes(made, tasks(*GOOD))
    assert children() == []
    steps = iter(executors.choose(2, Limits())(spoiled, tasks("hangs", *GOOD)))
    assert isinstance(next(steps), Outcome)
    assert children()
    assert isinstance(steps, Iterator)
    steps.close()  # type: ignore[attr-defined]
    assert children() == []


def test_tasks_are_handed_out_as_they_are_taken() -> None:
    """What is made waits for who takes it: neither tasks nor outcomes pile up."""
    steps = iter(executors.choose(2, Limits())(touching, tasks(*GOOD)))
    folder = Path(os.environ["POLYLEAF_TEST_TOUCHED"])
    list(islice(steps, 3))
    time.sleep(0.3)
    assert len(list(folder.iterdir())) <= 3 + 2 * 2
    assert len(list(steps)) == len(GOOD) - 3


def touching(task: Task) -> Outcome:
    Path(os.environ["POLYLEAF_TEST_TOUCHED"], task.job.leaflet).touch()
    return made(task)


@pytest.fixture(autouse=True)
def _touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "touched"
    folder.mkdir()
    monkeypatch.setenv("POLYLEAF_TEST_TOUCHED", str(folder))


def test_a_bug_costs_one_sheet_and_is_told() -> None:
    broken = replace(task("broken"), clinic=None)  # type: ignore[arg-type]
    found = outcomes(recipe.make, [broken, task("other")])
    assert codes(found["broken"]) == ["bug"]
    assert codes(found["other"]) != ["bug"]


def test_ctrl_c_with_the_last_sheet_is_heard_too() -> None:
    steps = iter(executors.choose(2, Limits())(made, tasks(*GOOD)))
    assert len(list(islice(steps, len(GOOD)))) == len(GOOD)
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        next(steps)
    with pytest.raises(KeyboardInterrupt), stop.heard():  # nobody asks any more
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_ends_a_build_between_two_sheets() -> None:
    steps = iter(executors.choose(2, Limits())(spoiled, tasks(*GOOD, "hangs")))
    assert len(list(islice(steps, 5))) == 5
    os.kill(os.getpid(), signal.SIGINT)  # raises nothing here: a file may be half written
    with pytest.raises(KeyboardInterrupt):
        list(steps)
    assert children() == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
