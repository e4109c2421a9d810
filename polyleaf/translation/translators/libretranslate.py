"""A server that speaks LibreTranslate's protocol: POST /translate with a list of texts.

Without an address it is asked on this machine, so nothing leaves it unless an address says so. A
key is read from the variable LIBRETRANSLATE_API_KEY. Redirections are not followed, and no proxy
is asked for an address on this machine: texts go where the address says and nowhere else.
"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import replace
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from ...content.project import wrong_call
from ...model.findings import Finding, PolyleafError, Severity, Where
from .. import catalog
from ..catalog import Entry
from . import tagged
from .draft_job import DraftJob

DEFAULT = "http://127.0.0.1:5000"
HERE = ("127.0.0.1", "localhost", "::1")
MOST_TEXTS, MOST_CHARACTERS = 25, 4_000  # of a request
MOST_BYTES = 10_000_000  # of an answer
KEY = "LIBRETRANSLATE_API_KEY"
# Its codes for languages are ISO 639-1; a script or a country stands behind those that have two.
CODES = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "pt-BR": "pt-BR", "nb": "nb"}


class _NoRedirection(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """An answer that leads elsewhere is an error."""


def translate(po: bytes, job: DraftJob) -> bytes:
    """The catalog with what the server made of its empty messages.

    When the server fails, what it has made so far is kept, and a finding says why.
    """
    read = catalog.read(po, job.path)
    empty = [entry for entry in read.active if not any(entry.msgstr) and not entry.msgid_plural]
    done: dict[catalog.Key, str] = {}
    try:
        for batch in _batches(empty):
            answers = _asked([tagged.tagged(entry.msgid) for entry in batch], job)
            for entry, answer in zip(batch, answers, strict=True):
                words = tagged.plain(answer, entry.msgid)
                if words is None:
                    job.findings.append(_spoilt(entry, job))
                else:
                    done[entry.key] = words
    except PolyleafError as error:
        job.findings.extend(error.findings)
    entries = (
        replace(entry, msgstr=(done[entry.key],)) if entry.key in done else entry
        for entry in read.entries
    )
    return catalog.write(replace(read, entries=tuple(entries)))


def _batches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    characters = 0
    for entry in entries:
        full = len(batch) >= MOST_TEXTS or characters + len(entry.msgid) > MOST_CHARACTERS
        if batch and full:
            yield batch
            batch, characters = [], 0
        batch.append(entry)
        characters += len(entry.msgid)
    if batch:
        yield batch


def _asked(texts: Sequence[str], job: DraftJob) -> list[str]:
    """The translations of texts in HTML; raises PolyleafError if there is no right answer."""
    address = (job.address or DEFAULT).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        message = f"{address} is no address of a server"
        raise wrong_call("draft-server", message, f"such as {DEFAULT}")
    body: dict[str, Any] = {"q": list(texts), "format": "html"}
    body |= {"source": _code(job.source), "target": _code(job.target)}
    if key := os.environ.get(KEY):
        body["api_key"] = key
    request = urllib.request.Request(
        f"{address}/translate",
        json.dumps(body).encode(),
        {"Content-Type": "application/json", "Accept": "application/json"},
    )
    handlers: list[urllib.request.BaseHandler] = [_NoRedirection()]
    if parts.hostname in HERE:
        handlers.append(urllib.request.ProxyHandler({}))
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=job.seconds) as answer:
            found = json.loads(answer.read(MOST_BYTES))["translatedText"]
    except urllib.error.HTTPError as error:
        raise _failed(job, address, _said(error)) from None
    except (OSError, HTTPException) as error:  # also a time limit
        reason = getattr(error, "reason", None) or error
        raise _failed(job, address, f"does not answer: {reason}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _failed(job, address, "gives no translations") from None
    if not isinstance(found, list) or len(found) != len(texts):
        raise _failed(job, address, f"does not give {len(texts)} translations")
    return list(map(str, found))


def _code(tag: str) -> str:
    return CODES.get(tag) or tag.partition("-")[0]


def _said(error: urllib.error.HTTPError) -> str:
    """Why the server refused; it says so in JSON."""
    try:
        said = json.loads(error.read(MOST_BYTES))["error"]
    except (ValueError, KeyError, TypeError, OSError, HTTPException):
        said = error.reason
    return f"answers {error.code}: {' '.join(str(said).split())[:200]}"


def _failed(job: DraftJob, address: str, what: str) -> PolyleafError:
    message = f"the server {address} {what}"
    hint = "start it, or name another with --address; what it has translated is kept"
    return PolyleafError([Finding(Where(job.path), "draft-server", message, hint)])


def _spoilt(entry: Entry, job: DraftJob) -> Finding:
    message = f'"{entry.msgid[:50]}" came back without its placeholders or marks'
    hint = "translate it by hand: it is left empty"
    return Finding(entry.translated_where, "draft-code", message, hint, Severity.WARNING)
