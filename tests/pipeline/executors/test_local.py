"""Worker processes: what one of them loses costs no other sheet, and is reported."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from polyleaf.model.task import Outcome
from polyleaf.pipeline import executors, recipe
from polyleaf.pipeline.executors import Limits
from polyleaf.pipeline.interrupts import catch_interrupts

from .makers import guarded, made, noted, slow, spoiled
from .making import METHODS, below, outcomes, task, tasks, workers

pytestmark = pytest.mark.slow

GOOD = [f"good-{number}" for number in range(30)]


@pytest.fixture(params=METHODS)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("POLYLEAF_START_METHOD", request.param)
    return str(request.param)


def codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_task_has_its_outcome(jobs: int) -> None:
    found = outcomes(made, tasks(*GOOD), jobs)
    assert {name: made(task(name)).data for name in GOOD} == {n: o.data for n, o in found.items()}


def test_workers_are_forked_or_started_anew_to_the_same_end(method: str) -> None:
    """One dies, and one hangs and lets no thread run."""
    found = outcomes(spoiled, tasks("hangs-inside", "dies", *GOOD[:5]), 2, Limits(seconds=1.0))
    assert codes(found.pop("dies")) == ["worker-died"]
    (finding,) = found.pop("hangs-inside").findings
    assert finding.code == "worker-timeout"
    assert finding.message == "hangs-inside in en as web was not done after 1 seconds, twice"
    assert {name: outcome.data for name, outcome in found.items()} == {
        name: made(task(name)).data for name in GOOD[:5]
    }
    assert workers() == []


def test_a_crash_leaves_no_image_of_a_worker_behind(method: str) -> None:
    assert outcomes(guarded, [task("any")])["any"].data == b"no image"


def test_no_tasks_no_outcomes() -> None:
    assert outcomes(made, []) == {}


ENDS = {
    "dies": ("worker-died", "the process that made dies in en as web died, twice (Killed)"),
    "crashes": ("worker-died", "the process that made crashes in en as web died, twice (Segm"),
    "leaves": ("worker-died", "the process that made leaves in en as web died, twice (exit"),
    "raises": ("worker-died", "the process that made raises in en as web died, twice (exit"),
    "swells": ("worker-memory", "swells in en as web took more than 400 MB of memory, twice"),
    "swells-apart": ("worker-memory", "swells-apart in en as web took more than 400 MB"),
    "asks-for-much": ("worker-memory", "asks-for-much in en as web took more than 400 MB"),
}


def test_sheets_that_end_their_workers_are_reported_and_the_rest_is_made() -> None:
    given = tasks(*GOOD[:5], *ENDS, *GOOD[5:10])
    found = outcomes(spoiled, given, 2, Limits(seconds=60.0, megabytes=400))
    for name, (code, words) in ENDS.items():
        lost = found.pop(name)
        assert lost.data is None
        (finding,) = lost.findings
        assert finding.code == code
        assert finding.message.startswith(words)
        assert f"polyleaf {name} -l en -e web" in finding.hint
        assert finding.where.path == "content/hands.yaml"
    assert sorted(found) == sorted(GOOD[:10])
    assert all(outcome.data for outcome in found.values())


def test_a_sheet_whose_worker_died_by_chance_is_made_after_all(tmp_path: Path) -> None:
    found = outcomes(partial(noted, tmp_path), tasks("dies-once", *GOOD))
    assert (tmp_path / "dies-once").exists()
    assert found.keys() == {"dies-once", *GOOD}
    assert all(outcome.data for outcome in found.values())


def test_workers_killed_at_random_cost_nothing() -> None:
    chance = random.Random(5)
    steps = executors.Executor(3, Limits())(slow, tasks(*(f"sheet-{n}" for n in range(50))))
    killed = 0
    found: list[Outcome] = []
    for outcome in steps:
        assert isinstance(outcome, Outcome)
        found.append(outcome)
        if killed < 10 and len(found) < 45 and (alive := workers()):
            with_luck = chance.choice(alive)
            time.sleep(chance.uniform(0, 0.005))
            with_luck.kill()
            killed += 1
    assert killed == 10
    assert len({outcome.file for outcome in found}) == len(found) == 50
    # One that is killed in its second try, alone, is rightly reported; here the killing has ended.
    assert all(outcome.data for outcome in found)


def test_a_fork_server_that_is_killed_costs_nothing() -> None:
    steps = executors.Executor(2, Limits())(slow, tasks(*GOOD[:12]))
    found = list(islice(steps, 5))
    (server,) = {worker.ppid() for worker in workers()}
    os.kill(server, signal.SIGKILL)
    found += steps
    assert len(found) == 12
    assert all(isinstance(outcome, Outcome) and outcome.data for outcome in found)


def test_workers_are_gone_when_the_outcomes_are_left(method: str) -> None:
    steps = iter(executors.Executor(2, Limits())(spoiled, tasks("hangs", *GOOD[:3])))
    assert isinstance(next(steps), Outcome)
    assert workers()
    assert isinstance(steps, Iterator)
    steps.close()  # type: ignore[attr-defined]
    assert workers() == []


def test_to_start_twice_is_to_start_once_and_what_is_started_is_used() -> None:
    executor = executors.Executor(2, Limits())
    executor.start()
    before = below()
    executor.start()
    assert below() == before
    next(steps := executor(spoiled, tasks("hangs", *GOOD)))
    (server,) = {worker.ppid() for worker in workers()}
    assert server in {process.pid for process in before}
    steps.close()  # type: ignore[attr-defined]


def test_tasks_are_handed_out_as_they_are_taken(tmp_path: Path) -> None:
    """What is made waits until it is taken: neither tasks nor outcomes pile up."""
    steps = iter(executors.Executor(2, Limits())(partial(noted, tmp_path), tasks(*GOOD)))
    list(islice(steps, 3))
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) <= 3 + 2
    assert len(list(steps)) == len(GOOD) - 3


def test_a_bug_costs_one_sheet_and_is_reported() -> None:
    broken = replace(task("broken"), clinic=None)  # type: ignore[arg-type]
    found = outcomes(recipe.make, [broken, task("other")])
    assert codes(found["broken"]) == ["bug"]
    assert codes(found["other"]) != ["bug"]


def test_ctrl_c_with_the_last_sheet_is_heard_too() -> None:
    steps = iter(executors.Executor(2, Limits())(made, tasks(*GOOD)))
    assert len(list(islice(steps, len(GOOD)))) == len(GOOD)
    os.kill(os.getpid(), signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        next(steps)
    with pytest.raises(KeyboardInterrupt), catch_interrupts():  # and is never asked about
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_ends_a_build_between_two_sheets() -> None:
    steps = iter(executors.Executor(2, Limits())(spoiled, tasks(*GOOD, "hangs")))
    assert len(list(islice(steps, 5))) == 5
    os.kill(os.getpid(), signal.SIGINT)  # raises nothing here: a file may be half written
    with pytest.raises(KeyboardInterrupt):
        list(steps)
    assert workers() == []
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
