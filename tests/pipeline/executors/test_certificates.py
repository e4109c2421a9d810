"""A Dask cluster that is reached with certificates alone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from polyleaf.model.findings import ExitStatus, PolyleafError
from polyleaf.model.task import Outcome
from polyleaf.pipeline import executors
from polyleaf.pipeline.executors import Limits, Scheduler

from ...conftest import ROOT
from .clusters import Cluster
from .makers import made
from .making import tasks

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("cluster")]


def openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def certificates(folder: Path) -> dict[str, Path]:
    """An authority of its own, and a certificate that it has signed."""
    folder.mkdir()
    new = ("req", "-newkey", "rsa:2048", "-nodes", "-subj")
    signed = ("-x509", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem")
    openssl(folder, *new, "/CN=authority", *signed)
    openssl(folder, *new, "/CN=localhost", "-keyout", "key.pem", "-out", "request.pem")
    by = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2")
    openssl(folder, "x509", "-req", "-in", "request.pem", *by, "-out", "cert.pem")
    return {name: folder / f"{name}.pem" for name in ("ca", "cert", "key")}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    made = Cluster(folder, certificates(folder / "certificates"))
    try:
        made.start()
        made.add(ROOT)
        yield made
    finally:
        made.stop()


def steps_of(scheduler: Scheduler) -> list[object]:
    return list(executors.Executor(1, Limits(), scheduler)(made, tasks("a", "b", "c")))


def test_a_cluster_is_reached_with_certificates(cluster: Cluster) -> None:
    assert cluster.address.startswith("tls://")
    found = steps_of(Scheduler(cluster.address, **cluster.tls))
    assert [isinstance(step, Outcome) and step.data is not None for step in found] == [True] * 3


def refused(scheduler: Scheduler, code: str = "scheduler-missing") -> str:
    with pytest.raises(PolyleafError) as caught:
        steps_of(scheduler)
    (finding,) = caught.value.findings
    assert (finding.code, finding.exit_status) == (code, ExitStatus.MACHINE)
    return str(finding)


def test_who_has_none_or_others_is_refused(cluster: Cluster, tmp_path: Path) -> None:
    assert "TLS" in refused(Scheduler(cluster.address))
    assert "TLS" in refused(Scheduler(cluster.address, **certificates(tmp_path / "others")))
    refused(Scheduler(cluster.address.replace("tls:", "tcp:"), **cluster.tls))


def test_a_certificate_that_cannot_be_read_is_reported(cluster: Cluster, tmp_path: Path) -> None:
    absent, broken = tmp_path / "absent.pem", tmp_path / "broken.pem"
    broken.write_text("no certificate\n")
    files = {**cluster.tls, "cert": absent}
    assert str(absent) in refused(Scheduler(cluster.address, **files), "certificate-missing")
    refused(Scheduler(cluster.address, **{**cluster.tls, "ca": broken}))
