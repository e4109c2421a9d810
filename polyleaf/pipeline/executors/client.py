"""A client of a Dask scheduler."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from ...model.findings import ExitStatus, Finding, PolyleafError, Where
from . import Scheduler

if TYPE_CHECKING:
    from distributed import Client

CONNECT = 5.0  # seconds in which a scheduler answers


def machine_error(where: str, code: str, message: str, hint: str) -> PolyleafError:
    return PolyleafError(
        [Finding(Where(where), code, message, hint, exit_status=ExitStatus.MACHINE)]
    )


@contextmanager
def connected(scheduler: Scheduler) -> Iterator[Client]:
    """A client, whose end takes back all calls; raises PolyleafError if there is no scheduler.

    It takes plain data for results. That guards against accidents alone: see docs/batch.md.
    """
    try:
        import dask
        from distributed import Client, Security
    except ModuleNotFoundError as error:
        hint = "install it: python -m pip install 'polyleaf[dask]'"
        raise machine_error(
            "system", "dask-missing", f"--scheduler needs {error.name}", hint
        ) from None
    for name in ("distributed", "distributed.client"):  # findings say what is wrong
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    files = zip(("ca_file", "client_cert", "client_key"), scheduler[1:], strict=True)
    tls = {f"tls_{name}": str(file) for name, file in files if file}
    for file in tls.values():
        if not os.access(file, os.R_OK):
            raise machine_error(
                file, "certificate-missing", "there is no such file that can be read", ""
            )
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
