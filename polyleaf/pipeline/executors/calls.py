"""A Dask scheduler, functions that its workers call, and what comes of that."""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from .limits import Scheduler

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT = 5.0  # seconds in which a scheduler answers
FETCH = 10.0  # seconds in which a result of a few megabytes comes


def fault(where: str, code: str, message: str, hint: str) -> PolyleafError:
    return PolyleafError(
        [Finding(Where(where), code, message, hint, exit_status=ExitStatus.MACHINE)]
    )


@contextlib.contextmanager
def connected(scheduler: Scheduler) -> Iterator[Client]:
    """A client, whose end takes back all calls; raises PolyleafError if there is no scheduler.

    It takes plain data for results. That guards against accidents alone: see docs/batch.md.
    """
    try:
        import dask
        from distributed import Client, Security
    except ModuleNotFoundError as error:
        hint = "install it: python -m pip install 'polyleaf[dask]'"
        raise fault("system", "dask-missing", f"--scheduler needs {error.name}", hint) from None
    for name in ("distributed", "distributed.client"):  # findings say what is wrong
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    files = zip(("ca_file", "client_cert", "client_key"), scheduler[1:], strict=True)
    tls = {f"tls_{name}": str(file) for name, file in files if file}
    for file in tls.values():
        if not os.access(file, os.R_OK):
            raise fault(file, "certificate-missing", "there is no such file that can be read", "")
    with dask.config.set({"distributed.comm.timeouts.connect": f"{CONNECT}s"}):
        try:
            client = Client(
                scheduler.address,
                timeout=CONNECT,
                set_as_default=False,
                security=Security(require_encryption=True, **tls) if tls else None,
                deserializers=["msgpack", "error"],
            )
        except (OSError, RuntimeError, TypeError, ValueError) as error:  # also of certificates
            message = f"no Dask scheduler answers: {error}"
            hint = "start it, `dask scheduler`, or build here, without --scheduler"
            raise fault(scheduler.address, "scheduler-missing", message, hint) from None
        with contextlib.closing(client):
            yield client


class Calls:
    """Calls of functions on workers; what they return or raise is put into the queue `results`."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.results: SimpleQueue[tuple[Future[Any], object]] = SimpleQueue()

    def submit(self, function: Callable[..., bytes], *given: object, **where: Any) -> Future[Any]:
        """Has one of the workers call a function.

        The scheduler looks at what it hands on, and need not have Polyleaf: it sees bytes and the
        name of a function of Python's own.
        """
        call = pickle.dumps(_Call(function, given))
        future = self.client.submit(pickle.loads, call, pure=False, **where)
        future.add_done_callback(self._fetch)
        return future

    def _fetch(self, future: Future[Any]) -> None:
        """Runs in a thread of Dask's: the caller never waits for a worker."""
        try:
            self.results.put((future, future.result(timeout=FETCH)))
        except Exception as error:
            if future.status == "pending":  # its worker is gone, and another one is at it
                future.add_done_callback(self._fetch)
            else:
                self.results.put((future, error))


class _Call:
    """A call that is made where it is unpickled."""

    def __init__(self, *call: object) -> None:
        self._call = call

    def __reduce__(self) -> Any:
        return self._call
