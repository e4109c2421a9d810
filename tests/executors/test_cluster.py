"""A Dask cluster of processes of their own: what it makes, and what it may lose."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from polyleaf import executors
from polyleaf.executors import Limits, machine
from polyleaf.model import Outcome, Task
from polyleaf.problems import Finding, PolyleafError

from ..conftest import LEAFLET, ROOT, Sandbox
from .making import NIGHT, made, spoiled, tasks
from .test_command import lines, start

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]
ENOUGH = 120  # seconds: what takes them hangs
LOCAL = ("--host", "127.0.0.1", "--no-dashboard")


@dataclass
class Cluster:
    """A scheduler and its workers, on ports that the system chooses."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start(self) -> None:
        self._run("scheduler", "--port", "0", "--scheduler-file", str(self.file))
        wait_for(lambda: self.file.exists() and self.file.read_text().endswith("}"))
        self.address = json.loads(self.file.read_text("utf-8"))["address"]

    @property
    def file(self) -> Path:
        return self.folder / "scheduler.json"

    def add(self, number: int = 1, package: Path = ROOT, threads: int = 1) -> None:
        """Workers that have the Polyleaf in `package`, each with a nanny."""
        before = self.count()
        for _ in range(number):
            options = ("--nthreads", str(threads), "--local-directory", str(self.folder))
            self._run("worker", self.address, *options, PYTHONPATH=str(package))
        wait_for(lambda: self.count() == before + number)

    def count(self) -> int:
        return len(self.workers())

    def workers(self) -> dict[str, int]:
        """address → threads."""
        from distributed import Client

        with Client(self.address, timeout=ENOUGH, set_as_default=False) as client:
            return dict(client.nthreads())

    def drawing(self) -> list[psutil.Process]:
        """The processes that nannies keep."""
        nannies = [psutil.Process(process.pid) for process in self.processes[1:]]
        return [child for nanny in nannies for child in nanny.children() if is_worker(child)]

    def stop(self) -> None:
        for process in self.processes:
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
            process.kill()
            process.wait()

    def _run(self, what: str, *arguments: str, **environment: str) -> None:
        with (self.folder / f"{what}-{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", what, *arguments, *LOCAL],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                env={
                    **os.environ,
                    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
                    **environment,
                },
            )
        self.processes.append(process)


def is_worker(process: psutil.Process) -> bool:
    return "spawn_main" in " ".join(process.cmdline())


def wait_for(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + ENOUGH
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    made = Cluster(tmp_path)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def steps_of(
    cluster: Cluster, make: executors.Make, *names: str, limits: Limits | None = None
) -> Generator[Outcome | Finding, None, None]:
    yield from executors.choose(1, limits or Limits(), cluster.address)(make, tasks(*names))


def deadly(task: Task) -> Outcome:
    """The death of whoever has it made, as a machine is that goes away."""
    if task.job.leaflet == "deadly":
        os.kill(int(sys.argv[2]), signal.SIGKILL)  # whom it works for
        time.sleep(NIGHT)
    return made(task)


def slow(task: Task) -> Outcome:
    time.sleep(0.05)
    return made(task)


def test_a_cluster_gives_what_this_machine_gives(
    cluster: Cluster, copy_of_shipped: Sandbox
) -> None:
    cluster.add(2)
    wanted = ("exosome-faq", "-l", "ar,zh-Hans", "-e", "a4,web")
    here = copy_of_shipped.run(*wanted, "--output", str(cluster.folder / "here"))
    there = copy_of_shipped.run(
        *wanted, "--output", str(cluster.folder / "there"), "--scheduler", cluster.address
    )
    assert here.returncode == there.returncode == 0, there.stderr
    assert here.stderr == there.stderr
    files = sorted(path for path in (cluster.folder / "here").rglob("*") if path.suffix == ".pdf")
    assert len(files) == 2
    compared = subprocess.run(
        ["diff", "-r", "--exclude=.*", "here", "there"], cwd=cluster.folder, check=False
    )
    assert compared.returncode == 0


def test_a_worker_that_is_killed_during_the_build_loses_nothing(cluster: Cluster) -> None:
    cluster.add(2)
    chance = random.Random(3)
    names = [f"sheet-{number}" for number in range(60)]
    found: list[str] = []
    for step in steps_of(cluster, slow, *names):
        assert isinstance(step, Outcome)
        assert step.data == made(step.task).data
        found.append(step.task.job.leaflet)
        if len(found) in (5, 25, 40):
            time.sleep(chance.uniform(0, 0.1))
            chance.choice(cluster.drawing()).kill()
    assert sorted(found) == sorted(names)


def test_a_sheet_that_takes_too_much_is_told_and_costs_no_worker(cluster: Cluster) -> None:
    cluster.add(2)
    before = {(worker.pid, worker.create_time()) for worker in cluster.drawing()}
    codes = {
        "asks-for-much": "worker-memory",
        "dies": "worker-died",
        "hangs": "worker-timeout",
        "raises": "worker-died",
        "swells": "worker-memory",
    }
    limits = Limits(seconds=2.0, megabytes=400)
    found: dict[str, Outcome] = {}
    for step in steps_of(cluster, spoiled, *codes, "good", "better", limits=limits):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    assert {name for name, outcome in found.items() if outcome.data} == {"good", "better"}
    for name, code in codes.items():
        (finding,) = found[name].findings
        assert finding.code == code
        assert f"polyleaf {name} -l en -e web" in finding.hint
        assert "twice" in finding.message
    assert {(worker.pid, worker.create_time()) for worker in cluster.drawing()} == before


def test_a_sheet_that_ends_its_workers_is_told_and_the_rest_is_made(cluster: Cluster) -> None:
    cluster.add(2)
    found: dict[str, Outcome] = {}
    for step in steps_of(cluster, deadly, "deadly", "good", "better"):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    assert {name for name, outcome in found.items() if outcome.data} == {"good", "better"}
    (finding,) = found["deadly"].findings
    assert finding.code == "worker-died"
    assert finding.message.startswith("the workers that were at deadly in en as web died")


def test_what_makes_a_workers_sheets_ends_with_it(cluster: Cluster) -> None:
    cluster.add(1)
    steps = steps_of(cluster, spoiled, "good", "hangs-inside")
    assert isinstance(next(steps), Outcome)
    steps.close()
    (worker,) = cluster.drawing()
    inner = [child for child in worker.children() if "inner" in " ".join(child.cmdline())]
    assert len(inner) == 1
    worker.kill()
    assert psutil.wait_procs(inner, timeout=ENOUGH)[1] == []


def test_a_worker_that_differs_is_refused_by_name(cluster: Cluster, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(ROOT / "polyleaf", old / "polyleaf")
    init = old / "polyleaf/__init__.py"
    init.write_text(init.read_text("utf-8").replace("__version__ = ", "__version__ = '0.0.1' + "))
    empty = tmp_path / "empty"
    empty.mkdir()
    cluster.add(package=old)
    cluster.add(package=empty)
    cluster.add(threads=2)
    refused = cluster.workers()
    with pytest.raises(PolyleafError, match="no worker that may be used") as caught:
        list(steps_of(cluster, made, "a", "b"))
    assert [finding.blame for finding in caught.value.findings] == [3]
    cluster.add()
    told = list(steps_of(cluster, slow, *map(str, range(40))))
    findings = [step for step in told if isinstance(step, Finding)]
    assert {finding.where.path for finding in findings} == set(refused)
    assert all(finding.code == "worker-differs" for finding in findings)
    said = " ".join(finding.message for finding in findings)
    assert "Polyleaf is 0.0.1" in said
    assert "it has no polyleaf" in said
    assert "it runs 2 threads; start it with --nthreads 1" in said
    assert sum(isinstance(step, Outcome) for step in told) == 40


def test_a_build_on_a_cluster_is_stopped_like_any_other(cluster: Cluster, several: Sandbox) -> None:
    cluster.add(2)
    several.write("content/zz-endless.yaml", LEAFLET)
    building = start(several, "--scheduler", cluster.address, "--time-limit", "20")
    assert all(line.startswith("built ") for line in lines(building, 3))
    building.send_signal(signal.SIGINT)
    told, problems = building.communicate(timeout=ENOUGH)
    assert (told, problems) == ("stopped: 3 built, 1 left\n", "")
    assert building.returncode == 130


def test_a_cluster_without_workers_is_told(cluster: Cluster, project: Sandbox) -> None:
    done = project.run("--scheduler", cluster.address)
    assert done.returncode == 3
    assert f"{cluster.address}: error[workers-missing]: the cluster has no worker" in done.stderr
    assert done.stdout == "0 built, 1 failed, 1 error\n"


def test_a_scheduler_that_goes_away_is_told(cluster: Cluster) -> None:
    cluster.add(1)
    steps = steps_of(cluster, slow, *map(str, range(60)))
    assert isinstance(next(steps), Outcome)
    cluster.processes[0].kill()
    with pytest.raises(PolyleafError, match="the Dask scheduler is gone"):
        list(steps)


def test_a_scheduler_that_is_not_there_is_told(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    with socket.socket() as bound:  # bound and not listening: nobody answers there
        bound.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"
        done = project.run("--scheduler", address)
    assert done.returncode == 3
    assert f"{address}: error[scheduler-missing]: no Dask scheduler answers" in done.stderr
    assert done.stdout == "0 built, 2 failed, 1 error\n"


def test_machines_are_compared_by_what_shapes_a_sheet(engine: None) -> None:
    ours = machine.describe(["Noto Sans"])
    assert {"Polyleaf", "weasyprint", "fonttools", "Pango", "font Noto Sans Bold"} <= ours.keys()
    assert list(machine.differences(ours, ours)) == []
    theirs = {**ours, "Pango": "1.48.0", "font Noto Sans Bold": "0" * 64}
    del theirs["font Noto Sans Regular"]
    assert list(machine.differences(theirs, ours)) == [
        f"Pango is 1.48.0, not {ours['Pango']}",
        "font Noto Sans Bold differs",
        "it has no font Noto Sans Regular",
    ]
