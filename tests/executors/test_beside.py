"""Work that another process does while this one does something else."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from polyleaf.executors.beside import beside
from polyleaf.problems import Finding, PolyleafError, Where

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks")


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests may have left threads, which is something else: see below."""
    monkeypatch.setattr("threading.active_count", lambda: 1)


def test_the_work_is_done_elsewhere_while_this_process_does_something_else() -> None:
    done: list[int] = []
    elsewhere = beside(os.getpid, lambda: done.append(os.getpid()))
    assert done == [os.getpid()]
    assert elsewhere != os.getpid()


def test_much_comes_back_whole() -> None:
    assert beside(lambda: [b"x" * 999] * 9999, lambda: None) == [b"x" * 999] * 9999


def test_a_process_that_is_killed_costs_nothing_but_time() -> None:
    def work() -> str:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done here"

    ours = os.getpid()
    assert beside(work, lambda: None) == "done here"


def test_what_goes_wrong_is_raised_here() -> None:
    def work() -> None:
        raise PolyleafError([Finding(Where("a.yaml"), "missing", "there is no a.yaml")])

    with pytest.raises(PolyleafError, match="there is no a"):
        beside(work, lambda: None)


def test_what_is_interrupted_leaves_no_process() -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        beside(lambda: time.sleep(60), interrupted)
    assert psutil.Process().children() == []


def test_it_ends_with_its_parent() -> None:
    """And with it the lock on the output folder that it was born with."""
    program = (
        "import os, time\n"
        "from polyleaf.executors.beside import beside\n"
        "def work():\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(60)\n"
        "beside(work, lambda: time.sleep(60))\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert int(parent.stdout.readline()) != parent.pid
        parent.kill()
        assert parent.communicate(timeout=20)[0] == b""  # nobody has it open any more


def test_what_was_printed_before_is_not_printed_twice() -> None:
    program = (
        "from polyleaf.executors.beside import beside\n"
        "print('once')\n"
        "assert beside(lambda: 7, lambda: None) == 7\n"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("once\n", "")


def test_beside_another_thread_all_is_done_here() -> None:
    program = (
        "import os, threading\n"
        "from polyleaf.executors.beside import beside\n"
        "wait = threading.Event()\n"
        "threading.Thread(target=wait.wait).start()\n"
        "assert beside(os.getpid, lambda: None) == os.getpid()\n"
        "wait.set()\n"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=60).returncode == 0


@pytest.mark.parametrize("lacking", ["os.fork", "polyleaf.executors.beside.CONTEXT.Pipe"])
def test_where_no_process_can_be_made_all_is_done_here(
    monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    def refused(**_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(lacking, refused)
    assert beside(os.getpid, lambda: None) == os.getpid()


def test_a_process_that_may_have_no_children_does_all_itself() -> None:
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(_both) is True


def _both() -> bool:
    return beside(os.getpid, lambda: None) == os.getpid()


def test_ctrl_c_in_the_moment_of_the_fork_is_heard() -> None:
    """Python swallows what is raised in the midst of it."""
    program = (
        "import os, signal, time\n"
        "from polyleaf.executors.beside import beside\n"
        "ask = lambda: os.kill(os.getpid(), signal.SIGINT)\n"
        "os.register_at_fork(after_in_parent=ask)\n"
        "beside(lambda: time.sleep(60), lambda: time.sleep(60))\n"
    )
    call = [sys.executable, "-c", program]
    done = subprocess.run(call, capture_output=True, text=True, timeout=30)
    assert done.returncode == -signal.SIGINT
    assert "Exception ignored" not in done.stderr


def test_a_scripts_own_handler_is_called_once() -> None:
    program = (
        "import os, signal, time\n"
        "from polyleaf.executors.beside import beside\n"
        "signal.signal(signal.SIGTERM, lambda *_: print('asked', flush=True))\n"
        "def both():\n"
        "    time.sleep(0.5)\n"
        "    os.killpg(0, signal.SIGTERM)\n"
        "beside(lambda: time.sleep(2), both)\n"
    )
    call = [sys.executable, "-c", program]
    with subprocess.Popen(call, stdout=subprocess.PIPE, start_new_session=True, text=True) as it:
        assert it.communicate(timeout=120)[0] == "asked\n"


def test_with_one_core_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polyleaf.executors.beside.cores", lambda: 1)
    assert beside(os.getpid, lambda: None) == os.getpid()
