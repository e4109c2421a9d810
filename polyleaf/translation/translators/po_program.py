"""A program that drafts: PO on its standard input, PO on its standard output.

It finds the languages in the variables POLYLEAF_SOURCE and POLYLEAF_TARGET (BCP 47).
"""

from __future__ import annotations

import os
import shlex
import subprocess

from ...content.project import wrong_call
from ...model.findings import Finding, PolyleafError, Where
from .draft_job import DraftJob

MOST_SAID = 300  # characters of what a program complains of


def translate(command: str, po: bytes, job: DraftJob) -> bytes:
    """What the program makes of a catalog; raises PolyleafError if it fails."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise wrong_call("draft-program", f"--command: {error}") from None
    languages = {"POLYLEAF_SOURCE": job.source, "POLYLEAF_TARGET": job.target}
    try:
        done = subprocess.run(
            words,
            input=po,
            capture_output=True,
            check=False,
            timeout=job.seconds,
            env={**os.environ, **languages},
        )
    except subprocess.TimeoutExpired:
        raise _failed(job, f"took more than {job.seconds:g} seconds") from None
    except (OSError, ValueError, IndexError) as error:
        raise _failed(job, f"cannot be run: {error}") from None
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[:MOST_SAID]
        raise _failed(job, f"ended with {done.returncode}: {said}")
    return done.stdout


def _failed(job: DraftJob, what: str) -> PolyleafError:
    hint = "it reads PO on its standard input and writes PO on its standard output"
    return PolyleafError([Finding(Where(job.path), "draft-program", f"the program {what}", hint)])
