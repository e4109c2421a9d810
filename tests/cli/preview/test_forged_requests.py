"""Requests that a foreign page, a wrong name or a curious person sends to the preview."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest

from .serving import CATALOG, Served, free_port, served, small_project

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("preview")]
CHOICE = {"leaflet": "hands", "language": "ur", "edition": "web"}
Headers = dict[str, str]


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    sandbox = small_project(tmp_path_factory.mktemp("forged") / "project")
    title = "title: Washing hands"
    code = "codes: [{system: icd-10, code: L71}]"
    sandbox.edit("content/hands.yaml", title, f"{title}\n{code}")
    assert sandbox.run("-e", "web").returncode == 0
    sandbox.write("output/.hidden.html", "secret")
    (sandbox.root / "output" / "link.html").symlink_to(sandbox.root / "clinic.yaml")
    with served(sandbox, free_port()) as made:
        yield made


def ask(
    hands: Served,
    method: str,
    path: str,
    body: bytes | Iterator[bytes] | None = None,
    headers: Headers | None = None,
) -> tuple[int, str, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", hands.port, timeout=20)
    try:
        connection.request(method, path.replace("TOKEN", hands.token), body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace"), answer
    finally:
        connection.close()


def ours(hands: Served) -> Headers:
    return {
        "Origin": f"http://127.0.0.1:{hands.port}",
        "Content-Type": "application/json",
    }


def test_the_page_is_for_this_machine_and_this_page_alone(hands: Served) -> None:
    status, _, answer = ask(hands, "GET", "/TOKEN/")
    assert status == 200
    policy = answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    wanted = {
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
    }
    assert {name: answer.headers[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 403),
        ("/wrong/", {}, 403),
        ("/TOKENx/", {}, 403),
        ("/TOKEN/", {"Host": "evil.example"}, 403),
        ("/TOKEN/", {"Host": "localhost:1"}, 403),
        ("/TOKEN/", {"Origin": "null"}, 403),
        ("/TOKEN/choices", {"Origin": "http://127.0.0.1:1"}, 403),
        ("/TOKEN/choices", {"Sec-Fetch-Site": "cross-site"}, 403),
        ("/TOKEN/nothing", {}, 404),
        ("/TOKEN/served/0123", {}, 404),
        ("/TOKEN/save", {}, 405),
        ("/TOKEN/output/index.html", {}, 200),
        ("/TOKEN/output/../clinic.yaml", {}, 404),
        ("/TOKEN/output/%2e%2e/clinic.yaml", {}, 404),
        ("/TOKEN/output/..%2fclinic.yaml", {}, 404),
        ("/TOKEN/output//etc/passwd", {}, 404),
        ("/TOKEN/output/%00", {}, 404),
        ("/TOKEN/output/link.html", {}, 404),
        ("/TOKEN/output/.hidden.html", {}, 404),
        ("/TOKEN/app/../../../pyproject.toml", {}, 404),
        ("/TOKEN/events", {}, 404),
    ],
)
def test_what_may_be_read(path: str, headers: Headers, status: int, hands: Served) -> None:
    said, body, answer = ask(hands, "GET", path, headers=headers)
    assert said == status
    assert "Test Clinic" not in body or status == 200
    if status != 200:
        assert answer.headers["content-type"].startswith("text/html")
        assert body.startswith("<!DOCTYPE html>")
        assert hands.token not in body


@pytest.mark.parametrize(
    ("changed", "body", "status"),
    [
        ({"Origin": "http://evil.example"}, b"{}", 403),
        ({"Origin": "null"}, b"{}", 403),
        ({"Origin": ""}, b"{}", 403),
        ({"Content-Type": "text/plain"}, b"{}", 415),
        ({}, b"x" * 70_000, 413),
        ({}, b"[", 404),
        ({}, b"[]", 404),
        ({}, b"[" * 60_000, 404),
        (
            {},
            json.dumps({**CHOICE, "id": "none", "text": "x", "seal": "", "by": "E"}).encode(),
            404,
        ),
        ({}, json.dumps({**CHOICE, "leaflet": "../../etc", "id": "x"}).encode(), 404),
    ],
)
def test_what_may_be_sent(changed: Headers, body: bytes, status: int, hands: Served) -> None:
    before = hands.catalog.read_bytes()
    headers = {name: value for name, value in (ours(hands) | changed).items() if value}
    assert ask(hands, "POST", "/TOKEN/save", body, headers)[0] == status
    assert hands.catalog.read_bytes() == before, CATALOG


def test_a_huge_body_without_a_length_and_other_methods_are_refused(hands: Served) -> None:
    pieces = (b"x" * 30_000 for _ in range(4))
    assert ask(hands, "POST", "/TOKEN/check", pieces, ours(hands))[0] == 413
    for method in ("OPTIONS", "PUT", "DELETE"):
        assert ask(hands, method, "/TOKEN/save", b"", ours(hands))[0] == 405


@pytest.mark.parametrize(
    ("path", "status", "leads_to"),
    [
        ("find?code=L71.1&system=icd-10&lang=ur", 303, "output/ur/hands_ur_web.html"),
        ("output/find?code=L71&lang=en", 303, "output/en/hands_en_web.html"),
        ("output/find/?code=L71&lang=ur-PK", 303, "output/ur/hands_ur_web.html"),
        ("find?code=L71&lang=fr", 303, "output/find/?code=L71&lang=fr"),
        ("output/find/?code=L71&lang=fr", 404, ""),
        ("output/find/?code=%00&lang=" + "x" * 5000, 404, ""),
        ("output/service-worker.js", 404, ""),  # it would keep what is to change
    ],
)
def test_a_code_leads_to_its_sheet(path: str, status: int, leads_to: str, hands: Served) -> None:
    got, page, answer = ask(hands, "GET", f"/TOKEN/{path}")
    where = urljoin(f"{hands.address}{path}", answer.headers.get("Location", ""))
    assert (got, where.partition(hands.address)[2]) == (status, leads_to or path)
    assert status != 404 or "service" in path or "hands_ur_web.html" in page
