"""A Dask cluster: what it makes, what it may lose, and who may work for a build."""

from __future__ import annotations

import random
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest

from polyleaf.model.findings import ExitStatus, Finding, PolyleafError
from polyleaf.model.task import Outcome
from polyleaf.pipeline import environment, executors
from polyleaf.pipeline.executors import Limits, Scheduler

from ...conftest import LEAFLET, ROOT, Sandbox
from .clusters import ENOUGH, Cluster
from .makers import deadly, made, slow, slow_on_the_first, spoiled
from .making import tasks
from .test_command import lines, start

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers."""
    made = Cluster(tmp_path)
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def _pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("pair"))
    try:
        made.start()
        made.add(2)
        yield made
    finally:
        made.stop()


@pytest.fixture
def pair(_pair: Cluster) -> Cluster:
    """A cluster of two workers, for tests that leave them, or whose dead ones come back."""
    _pair.wait(2)
    return _pair


def steps_of(
    cluster: Cluster, make: executors.Make, *names: str, limits: Limits | None = None
) -> Generator[Outcome | Finding, None, None]:
    scheduler = Scheduler(cluster.address, **cluster.tls)
    yield from executors.Executor(1, limits or Limits(), scheduler)(make, tasks(*names))


def test_a_cluster_gives_what_this_machine_gives(pair: Cluster, copy_of_shipped: Sandbox) -> None:
    wanted = ("exosome-faq", "-l", "ar", "-e", "a4,web")
    here = copy_of_shipped.run(*wanted, "--output", str(pair.folder / "here"))
    there = copy_of_shipped.start(
        *wanted, "--output", str(pair.folder / "there"), "--scheduler", pair.address
    )
    assert here.returncode == there.returncode == 0, there.stderr
    assert here.stderr == there.stderr
    assert len(list((pair.folder / "here").rglob("*.pdf"))) == 1
    compared = subprocess.run(
        ["diff", "-r", "--exclude=.*", "here", "there"], cwd=pair.folder, check=False
    )
    assert compared.returncode == 0


def test_a_worker_that_is_killed_during_the_build_loses_nothing(pair: Cluster) -> None:
    chance = random.Random(3)
    names = [f"sheet-{number}" for number in range(60)]
    found: list[str] = []
    for step in steps_of(pair, slow, *names):
        assert isinstance(step, Outcome)
        assert step.data == made(step.task).data
        found.append(step.task.job.leaflet)
        if len(found) in (5, 25, 40):
            time.sleep(chance.uniform(0, 0.1))
            chance.choice(pair.nannied()).kill()
    assert sorted(found) == sorted(names)


def test_all_workers_may_die_at_once_and_come_back(pair: Cluster) -> None:
    found = 0
    for step in steps_of(pair, slow, *map(str, range(30))):
        assert isinstance(step, Outcome)
        assert step.data
        found += 1
        if found == 5:
            for worker in pair.nannied():
                worker.kill()
    assert found == 30


def test_a_sheet_that_takes_too_much_is_reported_and_costs_no_worker(pair: Cluster) -> None:
    before = {(worker.pid, worker.create_time()) for worker in pair.nannied()}
    codes = {
        "asks-for-much": "worker-memory",
        "dies": "worker-died",
        "hangs": "worker-timeout",
        "raises": "worker-died",
        "swells": "worker-memory",
    }
    limits = Limits(seconds=2.0, megabytes=400)
    found: dict[str, Outcome] = {}
    for step in steps_of(pair, spoiled, *codes, "good", "better", limits=limits):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    assert {name for name, outcome in found.items() if outcome.data} == {"good", "better"}
    for name, code in codes.items():
        (finding,) = found[name].findings
        assert finding.code == code
        assert f"polyleaf {name} -l en -e web" in finding.hint
        assert "twice" in finding.message
    assert {(worker.pid, worker.create_time()) for worker in pair.nannied()} == before


def test_a_sheet_that_ends_its_workers_is_reported_and_the_rest_is_made(pair: Cluster) -> None:
    found: dict[str, Outcome] = {}
    for step in steps_of(pair, deadly, "deadly", "good", "better"):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    assert {name for name, outcome in found.items() if outcome.data} == {"good", "better"}
    (finding,) = found["deadly"].findings
    assert finding.code == "worker-died"
    assert finding.message == "every worker that made deadly in en as web died"


def test_what_makes_a_workers_sheets_ends_with_it(cluster: Cluster) -> None:
    cluster.add(1)
    steps = steps_of(cluster, spoiled, "good", "hangs-inside")
    assert isinstance(next(steps), Outcome)
    steps.close()
    (worker,) = cluster.nannied()
    making = worker.children(recursive=True)
    assert len(making) == 1
    worker.kill()
    assert psutil.wait_procs(making, timeout=ENOUGH)[1] == []


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
    assert [finding.exit_status for finding in caught.value.findings] == [ExitStatus.MACHINE]
    cluster.add()
    told = list(steps_of(cluster, slow, *map(str, range(40))))
    findings = [step for step in told if isinstance(step, Finding)]
    assert {finding.where.path for finding in findings} == set(refused)
    assert all(finding.code == "worker-differs" for finding in findings)
    said = " ".join(finding.message for finding in findings)
    assert "Polyleaf is 0.0.1" in said
    assert "it cannot say what it is: No module named 'polyleaf'" in said
    assert "it runs 2 threads; start it with --nthreads 1" in said
    assert sum(isinstance(step, Outcome) for step in told) == 40


def test_a_worker_that_another_version_used_is_looked_at_anew(
    cluster: Cluster, tmp_path: Path
) -> None:
    package = tmp_path / "package"
    shutil.copytree(ROOT / "polyleaf", package / "polyleaf")
    shutil.copytree(ROOT / "tests", package / "tests")
    shutil.copytree(ROOT / "templates", package / "templates")
    cluster.add(package=package)
    assert all(isinstance(step, Outcome) for step in steps_of(cluster, made, "a", "b"))
    (package / "polyleaf/api.py").write_text("# another version, in the folder of the old one\n")
    with pytest.raises(PolyleafError, match="no worker that may be used"):
        list(steps_of(cluster, made, "a", "b"))


def test_a_worker_that_joins_late_takes_part(cluster: Cluster, tmp_path: Path) -> None:
    folder = tmp_path / "made"
    folder.mkdir()
    cluster.add()
    joining = threading.Thread(target=cluster.add)
    names = [f"sheet{number}" for number in range(60)]
    for number, step in enumerate(steps_of(cluster, partial(slow_on_the_first, folder), *names)):
        assert isinstance(step, Outcome)
        if number == 0:
            joining.start()
    joining.join()
    assert len({note.name.partition("-")[2] for note in folder.iterdir()}) == 2


FORGER = """

import json as _json

class _Trap:
    def __reduce__(self):
        import pathlib
        return pathlib.Path({trap!r}).touch, ()

_HEAD = [0, 0, False, "", False, 6, [], []]
_FOUND = ["content/a.yaml", 1, 1, "bug", "message", "hint", "error", 1]

def _with(row, number, value):
    return [*row[:number], value, *row[number + 1:]]

def _line(number, value):
    return _json.dumps(_with(_HEAD, number, value)).encode() + b"\\n<html>"

def _found(number, value):
    return _line(7, [_with(_FOUND, number, value)])

FORGED = {{
    "an object": _Trap(),
    "a text": "text",
    "nothing": None,
    "no json": b"\\xff\\n",
    "deep": b"[" * 100_000 + b"\\n",
    "no row": _json.dumps({{"pages": 1}}).encode() + b"\\n",
    "a value more": _json.dumps([*_HEAD, 1]).encode() + b"\\n",
    "a value less": _json.dumps(_HEAD[1:]).encode() + b"\\n",
    "pages as a text": _line(0, "2"),
    "pages as a truth": _line(0, True),
    "pages below none": _line(0, -1),
    "a file that is not there": _line(5, -1),
    "a file that is longer": _line(5, 7),
    "a length as a truth": _line(5, True),
    "another file elsewhere": _line(6, [["../elsewhere.pdf", 0, 0]]),
    "another file of a longer path": _line(6, [["en/x/y.pdf", 0, 0]]),
    "another file below none": _line(6, [["en/x.pdf", -1, 0]]),
    "a finding as a text": _line(7, ["bug"]),
    "a code as a number": _found(3, 7),
    "a code with a line end": _found(3, "bug\\n"),
    "a line as a text": _found(1, "1"),
    "half a character": _found(4, "\\ud800"),
    "a severity of its own": _found(6, "fatal"),
    "nobody to blame": _found(7, 9),
    "an honest finding": _found(6, "error"),
}}

_honest = {function}

def {function}(*given):
    named = [value.job.leaflet for value in given if hasattr(value, "job")] or ["an object"]
    return FORGED[named[0]] if named[0] in FORGED else _honest(*given)
"""


def forger(package: Path, function: str, trap: Path) -> list[str]:
    """A Polyleaf that says it is this one, and whose answers are forged; their names."""
    shutil.copytree(ROOT, package, ignore=shutil.ignore_patterns(".*", "output", "bench", "docs"))
    code = environment.describe(())["the code of Polyleaf"]
    remote = package / "polyleaf/pipeline/executors/remote.py"
    text = FORGER.format(trap=str(trap), function=function).replace("\\\\", "\\")
    remote.write_text(remote.read_text("utf-8") + text)
    own = package / "polyleaf/pipeline/environment.py"
    own.write_text(own.read_text("utf-8") + f'\n\ndef _code() -> str:\n    return "{code}"\n')
    return [line.split('"')[1] for line in text.splitlines() if line.startswith('    "')]


def test_an_answer_that_is_forged_is_reported_and_runs_nothing(
    cluster: Cluster, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    names = forger(tmp_path / "package", "make_sheet", trap)
    assert len(names) > 15
    cluster.add(package=tmp_path / "package")
    found: dict[str, Outcome] = {}
    for step in steps_of(cluster, made, *names, "good"):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    honest = {"good", "an honest finding"}
    assert {name for name, outcome in found.items() if outcome.data} == honest
    for name in found.keys() - honest:
        (finding,) = found[name].findings
        assert (finding.code, finding.exit_status) == ("worker-answer", ExitStatus.MACHINE), name
        assert f"a worker's answer to {name} in en as web is not understood" in finding.message
        str(finding).encode()
    assert not trap.exists()


def test_a_worker_that_describes_itself_with_an_object_is_refused(
    cluster: Cluster, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    forger(tmp_path / "package", "introduce", trap)
    cluster.add(package=tmp_path / "package")
    cluster.add()
    told = list(steps_of(cluster, slow, *map(str, range(10))))
    (finding,) = [step for step in told if isinstance(step, Finding)]
    assert finding.code == "worker-differs"
    assert "it cannot say what it is" in finding.message
    assert sum(isinstance(step, Outcome) for step in told) == 10
    assert not trap.exists()


def test_a_build_on_a_cluster_is_stopped_like_any_other(pair: Cluster, several: Sandbox) -> None:
    several.write("content/zz-endless.yaml", LEAFLET)
    building = start(several, "--scheduler", pair.address, "--time-limit", "20")
    assert all(line.startswith("built ") for line in lines(building, 3))
    building.send_signal(signal.SIGINT)
    told, problems = building.communicate(timeout=ENOUGH)
    assert (told, problems) == ("stopped: 3 built, 1 left\n", "")
    assert building.returncode == 130


def test_a_cluster_without_workers_is_reported(cluster: Cluster, project: Sandbox) -> None:
    done = project.start("--scheduler", cluster.address)
    assert done.returncode == 3
    assert f"{cluster.address}: error[workers-missing]: the cluster has no worker" in done.stderr
    assert done.stdout == "0 built, 1 failed, 1 error\n"


def test_a_scheduler_that_goes_away_is_reported(cluster: Cluster) -> None:
    cluster.add(1)
    steps = steps_of(cluster, slow, *map(str, range(60)))
    assert isinstance(next(steps), Outcome)
    cluster.processes[0].kill()
    with pytest.raises(PolyleafError, match="the Dask scheduler is gone"):
        list(steps)


def test_a_scheduler_that_is_not_there_is_reported(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    with socket.socket() as bound:  # bound and not listening: nobody answers there
        bound.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"
        done = project.start("--scheduler", address)
    assert done.returncode == 3
    assert f"{address}: error[scheduler-missing]: no Dask scheduler answers" in done.stderr
    assert done.stdout == "0 built, 2 failed, 1 error\n"


def test_machines_are_compared_by_what_shapes_a_sheet(engine: None) -> None:
    ours = environment.describe(["Noto Sans"])
    assert {"Polyleaf", "weasyprint", "fonttools", "Pango", "font Noto Sans Bold"} <= ours.keys()
    assert list(environment.differences(ours, ours)) == []
    theirs = {**ours, "Pango": "1.48.0", "font Noto Sans Bold": "0" * 64}
    del theirs["font Noto Sans Regular"]
    assert list(environment.differences(theirs, ours)) == [
        f"Pango is 1.48.0, not {ours['Pango']}",
        "font Noto Sans Bold differs",
        "it has no font Noto Sans Regular",
    ]
