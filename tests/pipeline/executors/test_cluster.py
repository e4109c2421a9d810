"""A Dask cluster: what it makes, what it may lose, and who may work for a build."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
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
from .makers import deadly, made, patient, slow, spoiled, together
from .making import tasks
from .test_command import lines, start

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]


SVG = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
DROP = f'<svg {SVG}><circle cx="4" cy="4" r="3"/></svg>'


@pytest.fixture(scope="module")
def _lone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    yield from running(tmp_path_factory.mktemp("lone"))


@pytest.fixture
def cluster(_lone: Cluster) -> Iterator[Cluster]:
    """A scheduler without workers."""
    yield _lone
    _lone.remove()


@pytest.fixture(scope="module")
def _pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    for started in running(tmp_path_factory.mktemp("pair")):
        started.add(ROOT, ROOT)
        yield started


@pytest.fixture
def pair(_pair: Cluster) -> Cluster:
    """A cluster of two workers, for tests that leave them, or whose dead ones come back."""
    _pair.wait(2)
    return _pair


def running(folder: Path) -> Iterator[Cluster]:
    started = Cluster(folder)
    try:
        started.start()
        yield started
    finally:
        started.stop()


def steps_of(
    cluster: Cluster, make: executors.Make, *names: str, limits: Limits | None = None
) -> Generator[Outcome | Finding, None, None]:
    scheduler = Scheduler(cluster.address, **cluster.tls)
    yield from executors.Executor(1, limits or Limits(), scheduler)(make, tasks(*names))


def test_a_cluster_gives_what_this_machine_gives(pair: Cluster, project: Sandbox) -> None:
    """A PDF and a page, with a picture and with messages that are translated in part."""
    figure = "      - figure: {image: drop.svg, alt: A drop of water, caption: Water.}\n"
    project.write("content/hands.yaml", LEAFLET.replace("sources:\n", f"{figure}sources:\n"))
    project.write("content/drop.svg", DROP)
    assert project.run("catalogs", "-l", "ar").returncode == 0
    title = 'msgid "Washing hands"\nmsgstr "'
    project.edit("locales/ar/LC_MESSAGES/hands.po", title, f"{title}غسل اليدين")
    wanted = ("hands", "-l", "ar", "-e", "a4,web", "--allow-untranslated")
    here = project.run(*wanted, "--output", str(pair.folder / "here"))
    there = project.run(
        *wanted, "--output", str(pair.folder / "there"), "--scheduler", pair.address
    )
    assert here.returncode == there.returncode == 0, here.stderr + there.stderr
    assert here.stderr == there.stderr
    assert len(list((pair.folder / "here").rglob("*.pdf"))) == 1
    compared = subprocess.run(
        ["diff", "-r", "--exclude=.*", "here", "there"], cwd=pair.folder, check=False
    )
    assert compared.returncode == 0


def test_workers_that_are_killed_during_the_build_lose_nothing(pair: Cluster) -> None:
    """One of them, and all at once, before they have come back."""
    names = [f"sheet-{number}" for number in range(40)]
    found: list[str] = []
    for step in steps_of(pair, slow, *names):
        assert isinstance(step, Outcome)
        assert step.data == made(step.task).data
        found.append(step.task.job.leaflet)
        if len(found) in (5, 12):
            for worker in pair.nannied()[: 1 if len(found) == 5 else None]:
                worker.kill()
    assert sorted(found) == sorted(names)


def test_a_worker_that_joins_late_takes_part(pair: Cluster, tmp_path: Path) -> None:
    pair.nannied()[0].kill()  # it comes back during the build
    steps = list(steps_of(pair, partial(together, tmp_path), *"abcd"))
    assert [isinstance(step, Outcome) and step.data is not None for step in steps] == [True] * 4


def test_a_sheet_that_takes_too_much_is_reported_and_costs_no_worker(pair: Cluster) -> None:
    before = {(worker.pid, worker.create_time()) for worker in pair.nannied()}
    codes = {"hangs": "worker-timeout", "asks-for-much": "worker-memory"}
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


def test_what_makes_a_workers_sheets_ends_with_it(pair: Cluster) -> None:
    steps = steps_of(pair, spoiled, "hangs-inside", "good")
    assert isinstance(next(steps), Outcome)
    steps.close()
    workers = pair.nannied()
    making = [child for worker in workers for child in worker.children(recursive=True)]
    assert len(making) == 2
    for worker in workers:
        worker.kill()
    assert psutil.wait_procs(making, timeout=ENOUGH)[1] == []


def test_workers_that_differ_are_refused_by_name(cluster: Cluster, tmp_path: Path) -> None:
    """One is older, one has none, one answers with an object, and one has two threads."""
    old, empty, forged = tmp_path / "old", tmp_path / "empty", tmp_path / "forged"
    copy_package(old)
    init = old / "polyleaf/__init__.py"
    init.write_text(init.read_text("utf-8").replace("__version__ = ", "__version__ = '0.0.1' + "))
    empty.mkdir()
    forger(forged, "introduce", trap := tmp_path / "trap")
    cluster.add(old, empty, forged)
    cluster.add(ROOT, threads=2)
    refused = cluster.workers()
    cluster.add(ROOT)
    findings, outcomes = list[Finding](), list[Outcome]()
    note = tmp_path / "all have been asked"
    for step in steps_of(cluster, partial(patient, note), "a", "b"):
        if isinstance(step, Finding):
            findings.append(step)
        else:
            outcomes.append(step)
        if len(findings) == len(refused):
            note.touch()
    assert {finding.where.path for finding in findings} == set(refused)
    assert all(finding.code == "worker-differs" for finding in findings)
    said = " ".join(finding.message for finding in findings)
    assert "Polyleaf is 0.0.1" in said
    assert "it cannot say what it is: No module named 'polyleaf'" in said
    assert said.count("it cannot say what it is") == 2
    assert "it runs 2 threads; start it with --nthreads 1" in said
    assert [outcome.data is not None for outcome in outcomes] == [True] * 2
    assert not trap.exists()


def test_a_cluster_without_a_usable_worker_is_reported(cluster: Cluster, tmp_path: Path) -> None:
    """There is none, or its Polyleaf has changed since it was last looked at."""
    empty = Cluster(tmp_path / "empty")
    empty.folder.mkdir()
    package = tmp_path / "package"
    copy_package(package)
    cluster.add(package)
    assert all(isinstance(step, Outcome) for step in steps_of(cluster, made, "a", "b"))
    (package / "polyleaf/api.py").write_text("# another version, in the folder of the old one\n")
    try:
        empty.start()
        with ThreadPoolExecutor() as both:
            reasons = [*both.map(reason_against, (empty, cluster))]
    finally:
        empty.stop()
    assert reasons[0] == "the cluster has no worker"
    assert reasons[1] == "the cluster has no worker that may be used"


def reason_against(cluster: Cluster) -> str:
    with pytest.raises(PolyleafError) as caught:
        list(steps_of(cluster, made, "a", "b"))
    (finding,) = caught.value.findings
    assert (finding.code, finding.exit_status) == ("workers-missing", ExitStatus.MACHINE)
    assert finding.where.path == cluster.address
    return finding.message


FORGER = """

import json as _json

class _Trap:
    def __reduce__(self):
        import pathlib
        return pathlib.Path({trap!r}).touch, ()

_FOUND = [["content/a.yaml", 1, 1], "bug", "message", "hint", "error", 1]
_SHEET = {{"data": "PGh0bWw+", "pages": 0, "findings": [], "untranslated": 0, "drawn": False}}
_SHEET |= {{"page": "", "same": False, "others": []}}

def _sheet(**changed):
    return _json.dumps({{**_SHEET, **changed}}).encode()

def _found(number, value):
    return _sheet(findings=[[*_FOUND[:number], value, *_FOUND[number + 1:]]])

def _other(name, data="", pages=0):
    return _sheet(others=[{{"name": name, "data": data, "pages": pages}}])

FORGED = {{
    "an object": _Trap(),
    "a text": "text",
    "nothing": None,
    "no json": b"\\xff",
    "deep": b"[" * 100_000,
    "a row": _json.dumps([*_SHEET.values()]).encode(),
    "a value more": _sheet(more=1),
    "a value less": _json.dumps({{"pages": 1}}).encode(),
    "pages as a text": _sheet(pages="2"),
    "pages as a truth": _sheet(pages=True),
    "pages below none": _sheet(pages=-1),
    "a truth as a number": _sheet(drawn=1),
    "a file of numbers": _sheet(data=[1]),
    "a file as a text": _sheet(data="<html>"),
    "another file elsewhere": _other("../elsewhere.pdf"),
    "another file of a longer path": _other("en/x/y.pdf"),
    "another file as a text": _other("en/another file as a text_en_web.x", "<html>"),
    "another file below none": _other("en/another file below none_en_web.x", pages=-1),
    "a finding as a text": _sheet(findings=["bug"]),
    "a code as a number": _found(1, 7),
    "a code with a line end": _found(1, "bug\\n"),
    "a line as a text": _found(0, ["content/a.yaml", "1", 1]),
    "a line below none": _found(0, ["content/a.yaml", -1, 1]),
    "half a character": _found(2, "\\ud800"),
    "a severity of its own": _found(4, "fatal"),
    "nobody to blame": _found(5, 9),
    "an honest finding": _found(4, "error"),
    "an honest file": _other("en/an honest file_en_web.x", "PGh0bWw+"),
}}

_honest = {function}

def {function}(*given):
    named = [value.job.leaflet for value in given if hasattr(value, "job")] or ["an object"]
    return FORGED[named[0]] if named[0] in FORGED else _honest(*given)
"""


def copy_package(folder: Path) -> None:
    """Polyleaf, to be changed, and what it and its tests read."""
    shutil.copytree(ROOT / "polyleaf", folder / "polyleaf")
    for name in ("tests", "templates", "locales"):
        (folder / name).symlink_to(ROOT / name)


def forger(package: Path, function: str, trap: Path) -> list[str]:
    """A Polyleaf that says it is this one, and whose answers are forged; their names."""
    copy_package(package)
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
    cluster.add(tmp_path / "package")
    found: dict[str, Outcome] = {}
    for step in steps_of(cluster, made, *names, "good"):
        assert isinstance(step, Outcome)
        found[step.task.job.leaflet] = step
    honest = {"good", "an honest finding", "an honest file"}
    assert {name for name, outcome in found.items() if outcome.data} == honest
    for name in found.keys() - honest:
        (finding,) = found[name].findings
        assert (finding.code, finding.exit_status) == ("worker-answer", ExitStatus.MACHINE), name
        assert f"a worker's answer to {name} in en as web is not understood" in finding.message
        str(finding).encode()
    assert not trap.exists()


def test_a_build_on_a_cluster_is_stopped_like_any_other(pair: Cluster, several: Sandbox) -> None:
    several.write("content/zz-endless.yaml", LEAFLET)
    building = start(several, "--scheduler", pair.address, "--time-limit", "20")
    assert all(line.startswith("built ") for line in lines(building, 3))
    building.send_signal(signal.SIGINT)
    told, problems = building.communicate(timeout=ENOUGH)
    assert (told, problems) == ("stopped: 3 built, 1 left\n", "")
    assert building.returncode == 130


def test_a_scheduler_that_goes_away_is_reported(pair: Cluster) -> None:
    """The last test that uses this cluster."""
    steps = steps_of(pair, spoiled, "good", "hangs", limits=Limits(seconds=60.0))
    assert isinstance(next(steps), Outcome)
    pair.processes[0].kill()
    with pytest.raises(PolyleafError, match="the Dask scheduler is gone"):
        list(steps)


def test_a_scheduler_that_is_not_there_is_reported(project: Sandbox) -> None:
    project.write("content/feet.yaml", LEAFLET)
    with socket.socket() as bound:  # bound and not listening: nobody answers there
        bound.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"
        done = project.run("--scheduler", address)
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
