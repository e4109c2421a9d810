"""A client of a Dask scheduler, and calls that its workers make."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import closing, contextmanager
from typing import Any

import dask
from distributed import Client, Future, KilledWorker, Security

from ...model.findings import machine_error
from . import Scheduler

CONNECT = 5.0  # seconds in which a scheduler answers
FETCH = 10.0  # seconds in which a result of a few megabytes comes
# No worker has answered. Several died with a call that ends in KilledWorker.
LOST = (CancelledError, OSError, KilledWorker)


@contextmanager
def connected(scheduler: Scheduler) -> Iterator[Client]:
    """A client, whose end takes back all calls; raises PolyleafError if there is no scheduler.

    It takes plain data for results. That guards against accidents alone: see docs/batch.md.
    """
    for name in ("distributed", "distributed.client"):  # findings say what is wrong
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    files = zip(("ca_file", "client_cert", "client_key"), scheduler[1:], strict=True)
    tls = {f"tls_{name}": str(file) for name, file in files if file}
    for file in tls.values():
        if not os.access(file, os.R_OK):
            message = "there is no such file that can be read"
            raise machine_error(file, "certificate-missing", message)
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
            raise machine_error(scheduler.address, "scheduler-missing", message, hint) from None
        with closing(client):
            yield client


def submit(
    client: Client, function: Callable[..., bytes], *given: object, **where: Any
) -> Future[Any]:
    """Has one of the workers call a function.

    The scheduler looks at what it hands on, and need not have Polyleaf: it sees bytes and the
    name of a function of Python's own.
    """
    return client.submit(pickle.loads, pickle.dumps(_Call(function, given)), pure=False, **where)


class _Call:
    """A call that is made where it is unpickled."""

    def __init__(self, *call: object) -> None:
        self._call = call

    def __reduce__(self) -> Any:
        return self._call


def answers(futures: Iterable[Future[Any]]) -> Iterator[tuple[Future[Any], object]]:
    """What calls have returned or raised so far."""
    for future in [future for future in futures if future.done()]:
        try:
            yield future, future.result(timeout=FETCH)
        except Exception as error:
            if future.status != "pending":  # else its worker is gone, and another one is at it
                yield future, error
