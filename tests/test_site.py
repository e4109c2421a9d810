"""The output folder as a site: published as it stands on a plain web server, in Chromium."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from polyleaf.pipeline import catalogue

from . import axe, forked
from .conftest import CLINIC, LEAFLET, Sandbox

pytestmark = [pytest.mark.xdist_group("site"), pytest.mark.slow]

TITLE = "title: Washing hands"
CODES = "codes: [{system: icd-10, code: %s}, {system: mesh, code: D012393}]"
SITE = "https://clinic.example/leaflets/"
LANGUAGES = "[en, ur, zh-Hans]"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing is printed."""


@contextmanager
def published(folder: Path, port: int = 0) -> Iterator[ThreadingHTTPServer]:
    """The folder's parent on a plain web server, so that it lies under a sub-path."""
    handler = partial(_Quiet, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def address(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/output/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """Two leaflets with codes, on a screen only; hardly a text of them is translated."""
    sandbox = Sandbox(tmp_path_factory.mktemp("site") / "project")
    sandbox.write("clinic.yaml", f"{CLINIC.replace('[en]', LANGUAGES)}site: {SITE}\n")
    hands = LEAFLET.replace(TITLE, f"{TITLE}\nkeywords: [germs]\n{CODES % 'L71'}")
    sandbox.write("content/hands.yaml", hands)
    feet = LEAFLET.replace(TITLE, f"title: Feet \\</script> & toes\n{CODES % 'L20.9'}")
    sandbox.write("content/feet.yaml", feet)
    assert sandbox.run("catalogs", "-l", "ur,zh-Hans").returncode == 0
    for catalog in sandbox.root.glob("locales/*/LC_MESSAGES/*.po"):
        rub = "揉搓双手。" if "zh" in str(catalog) else "انہیں ملیں۔"
        entry = 'msgid "Rub them."\nmsgstr "%s"'
        sandbox.edit(str(catalog.relative_to(sandbox.root)), entry % "", entry % rub)
    done = sandbox.run("--quiet", "--allow-untranslated")
    assert done.returncode == 0, done.stderr
    return sandbox


@pytest.fixture(scope="module")
def home(site: Sandbox) -> Iterator[str]:
    with published(site.root / "output") as server:
        yield address(server)


@pytest.fixture
def complaints(browser: Browser) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A browser that remembers nothing, and what its console says is wrong."""
    context, said = browser.new_context(), list[str]()
    context.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    yield context, said
    context.close()


PAGES = ("index.html", "catalogue/ur.html", "ur/hands_ur_web.html", "find/index.html")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_obeys_its_own_policy_and_nothing_else_runs(
    site: Sandbox, home: str, complaints: tuple[BrowserContext, list[str]], name: str
) -> None:
    context, said = complaints
    page = context.new_page()
    for where in (home, (site.root / "output").as_uri() + "/"):
        page.goto(where + name)
        page.wait_for_load_state("networkidle")
        assert said == []
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy
        assert "unsafe" not in policy
    bad = "<script>window.hit=1</script><img src=x onerror='window.hit=1'><p style='color:red'>"
    text = (site.root / "output" / name).read_text("utf-8").replace("<body>", f"<body>{bad}", 1)
    spoilt = (site.root / "output" / name).with_name("spoilt.html")
    spoilt.write_text(text, "utf-8")
    page.goto(home + str(spoilt.relative_to(site.root / "output")))
    spoilt.unlink()
    assert page.evaluate("window.hit") is None
    assert any("Content Security Policy" in each for each in said)
    page.close()


def test_a_page_says_what_it_is_to_programs(site: Sandbox, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site.root / "output/ur/hands_ur_web.html").as_uri())
    assert page.locator("link[rel=canonical]").get_attribute("href") == (
        f"{SITE}ur/hands_ur_web.html"
    )
    alternates = page.locator("link[rel=alternate]").evaluate_all(
        "all => all.map(each => [each.hreflang, each.href])"
    )
    assert dict(alternates) == {
        **{tag: f"{SITE}{tag}/hands_{tag}_web.html" for tag in ("en", "ur", "zh-Hans")},
        "x-default": f"{SITE}en/hands_en_web.html",
    }
    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert (data["@type"], data["inLanguage"]) == ("MedicalWebPage", "ur")
    assert data["about"]["code"][0]["codingSystem"] == "ICD-10"
    assert "lastReviewed" not in data, "nobody has reviewed the translation"
    assert page.locator("meta[property='og:locale']").get_attribute("content") == "ur_PK"
    page.goto((site.root / "output/en/feet_en_web.html").as_uri())
    data = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    assert data["name"] == "Feet </script> & toes"
    page.close()


def test_links_stay_inside_the_folder(site: Sandbox, home: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{home}zh-Hans/hands_zh-Hans_web.html")
    page.locator(".tongues summary").click()
    page.locator(".translations a[hreflang=ur]").click()
    assert page.url == f"{home}ur/hands_ur_web.html"
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator("a.home").click()
    assert page.url == f"{home}index.html#lang=ur"
    page.close()


# What is asked for → the file, or empty if a person has to choose.
ASKED = {
    "code=L71&system=icd-10&lang=ur": "ur/hands_ur_web.html",
    "code=l71.9&system=2.16.840.1.113883.6.90&lang=zh-CN": "zh-Hans/hands_zh-Hans_web.html",
    "code=L719&system=urn:oid:2.16.840.1.113883.6.3&lang=ur-PK": "ur/hands_ur_web.html",
    "code=L20&lang=urd": "ur/feet_ur_web.html",
    "code=L20.9&system=ICD 10&lang=EN_us": "en/feet_en_web.html",
    "mainSearchCriteria.v.c=L71&mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
    "&informationRecipient.languageCode.c=en": "en/hands_en_web.html",
    "mainSearchCriteria.v.c=X&mainSearchCriteria.v.c1=L71&lang=ur": "ur/hands_ur_web.html",
    "code=L71&system=snomed-ct&lang=ur": "",
    "code=D012393&system=mesh&lang=ur": "",  # two leaflets
    "code=D0123931&system=mesh&lang=ur": "",  # MeSH has no nested codes
    "code=L71&system=icd-10&lang=fr": "",
    "code=L71&system=icd-10&lang=%3Cb%3E": "",
    "code=L71": "",  # in which language?
    "code=L7&lang=ur": "",
    "code=%00&lang=ur": "",
    "": "",
}


@pytest.mark.parametrize("way", ["http", "file", "preview"])
def test_a_code_and_a_language_lead_to_the_sheet(
    site: Sandbox, home: str, browser: Browser, way: str
) -> None:
    """In the page, and as the preview's server reads the same."""
    output = site.root / "output"
    page = browser.new_page()
    for asked, file in ASKED.items():
        if way == "preview":
            assert catalogue.find(output, dict(parse_qsl(asked))) == file, asked
            continue
        base = home if way == "http" else f"{output.as_uri()}/"
        page.goto(f"{base}find{'' if way == 'http' else '/index.html'}?{asked}")
        if file:
            page.wait_for_url(base + file)
        else:
            assert "/find/" in page.url, asked
            assert page.locator("#found li:visible").count() in (1, 2), asked
    page.close()


def test_what_is_not_there_is_told_with_what_is(site: Sandbox, browser: Browser) -> None:
    page = browser.new_page()
    find = (site.root / "output/find/index.html").as_uri()
    page.goto(f"{find}?code=L71&lang=fr&mainSearchCriteria.v.dn=Red%20face")
    assert page.locator("#note").inner_text().startswith("There is none in French")
    assert page.locator("#found li:visible h2").all_inner_texts() == ["Washing hands"]
    assert page.locator("#home").evaluate("each => each.hash") == "#q=Red%20face"
    page.goto(f"{find}?code=Z99&lang=ur")
    assert page.locator("#note").inner_text().startswith("No sheet is found")
    assert page.locator("#found li:visible").count() == 2
    page.close()


@pytest.fixture
def own(tmp_path: Path) -> Sandbox:
    sandbox = Sandbox(tmp_path / "project")
    sandbox.write("clinic.yaml", CLINIC.replace("[en]", "[en, en-IN]"))
    sandbox.write("content/hands.yaml", LEAFLET)
    sandbox.write("content/feet.yaml", LEAFLET.replace("Washing hands", "Washing feet"))
    assert sandbox.run("--quiet").returncode == 0
    return sandbox


def until(page: Page, told: Callable[[], object]) -> None:
    """Waits for what happens in the background; the page's policy lets nothing be evaluated in
    a loop of its own.
    """
    end = time.monotonic() + 20
    while not told():
        assert time.monotonic() < end
        page.wait_for_timeout(50)


CACHED = """async () => {
  const kept = [];
  for (const name of (await caches.keys()).sort()) {
    const cache = await caches.open(name);
    for (const { url } of await cache.keys()) kept.push(`${name.split(" ")[1]} ${url}`);
  }
  return kept;
}"""


def test_without_a_network_what_was_opened_is_there_and_a_new_build_replaces_it(
    own: Sandbox, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    output = own.root / "output"

    def kept() -> list[str]:
        return [str(each) for each in page.evaluate(CACHED)]

    def keeps(end: str) -> bool:
        return any(each.endswith(end) for each in kept())

    with published(output) as server:
        home, port = address(server), server.server_port
        page.goto(f"{home}en/hands_en_web.html")
        until(page, lambda: keeps("en/hands_en_web.html") and keeps("catalogue/en.js"))
        # The language that is remembered is kept whole.
        page.goto(f"{home}index.html")
        page.select_option("#language", "en-IN")
        until(page, lambda: keeps("en-IN/feet_en-IN_web.html"))
    # The server has stopped.
    page.goto(f"{home}index.html#q=hands")
    page.locator(".card").first.wait_for()
    page.goto(f"{home}en/hands_en_web.html")
    assert page.locator("h1").inner_text() == "Washing hands"
    assert page.goto(f"{home}en-IN/feet_en-IN_web.html")
    page.goto(f"{home}find?code=Z99")
    assert page.url == f"{home}find/?code=Z99"
    page.goto(f"{home}en/feet_en_web.html")
    assert page.locator("h1").inner_text() == "This sheet is not on this device"
    own.edit("content/hands.yaml", "Washing hands", "Clean hands")
    (own.root / "content/feet.yaml").unlink()
    assert own.run("--quiet", "--prune").returncode == 0
    before = {each for each in kept() if each.startswith("shell")}
    with published(output, port):
        page.goto(f"{home}index.html")
        until(page, lambda: not keeps("en-IN/feet_en-IN_web.html"))
    page.goto(f"{home}en/hands_en_web.html")
    assert page.locator("h1").inner_text() == "Clean hands"
    page.goto(f"{home}index.html#q=clean")
    page.locator(".card").first.wait_for()
    assert before
    context.close()


def test_a_page_from_a_folder_starts_no_worker(own: Sandbox, browser: Browser) -> None:
    context = browser.new_context()
    said: list[str] = []
    context.on("console", lambda line: said.append(line.text))
    page = context.new_page()
    for name in ("index.html", "en/hands_en_web.html"):
        page.goto((own.root / "output" / name).as_uri())
        page.wait_for_load_state("networkidle")
    assert said == []
    assert context.service_workers == []
    context.close()


def read(site: Sandbox, name: str) -> Any:
    return json.loads((site.root / "output" / name).read_text("utf-8"))


def test_the_index_has_a_row_for_each_file_and_keeps_its_schema(site: Sandbox) -> None:
    index, schema = read(site, "index.json"), read(site, "index.schema.json")
    jsonschema.validate(index, schema, cls=jsonschema.Draft202012Validator)
    assert json.loads(forked.run(["schema", "--index"]).stdout) == schema
    assert len(index["sheets"]) == 6
    for row in index["sheets"]:
        data = (site.root / "output" / row["file"]).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert row["media_type"] == "text/html"
    (row,) = (row for row in index["sheets"] if row["file"] == "ur/hands_ur_web.html")
    assert row["codes"] == [
        {"system": "icd-10", "code": "L71"},
        {"system": "mesh", "code": "D012393"},
    ]
    assert (row["edition"], row["language"], row["status"]) == ("web", "ur", "unreviewed")
    del row["sha256"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(index, schema)


LINK = {
    "type": "object",
    "required": ["href", "type"],
    "properties": {
        "href": {"type": "string", "minLength": 1},
        "type": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
    },
}
PUBLICATION = {
    "type": "object",
    "required": ["metadata", "links"],
    "properties": {
        "metadata": {
            "type": "object",
            "required": ["title"],
            "properties": {"@type": {"type": "string", "format": "uri"}},
        },
        "links": {
            "type": "array",
            "minItems": 1,
            "items": LINK,
            "contains": {
                "required": ["rel"],
                "properties": {"rel": {"pattern": r"^http://opds-spec\.org/acquisition"}},
            },
        },
        "images": {"type": "array", "minItems": 1, "items": LINK},
    },
}
# What OPDS 2.0 asks of a feed (sections 2.1, 5.1 and 5.3).
FEED = {
    "type": "object",
    "required": ["metadata", "links", "publications"],
    "properties": {
        "metadata": {"type": "object", "required": ["title"]},
        "links": {
            "type": "array",
            "items": LINK,
            "contains": {"required": ["rel"], "properties": {"rel": {"const": "self"}}},
        },
        "publications": {"type": "array", "minItems": 1, "items": PUBLICATION},
    },
}


def opds() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(FEED)


def test_the_feed_is_valid_and_leads_to_files(site: Sandbox) -> None:
    feed = read(site, "opds.json")
    opds().validate(feed)
    assert feed["metadata"]["numberOfItems"] == len(feed["publications"]) == 6
    for each in feed["publications"]:
        for link in each["links"]:
            assert (site.root / "output" / unquote(link["href"])).stat().st_size == link["size"]
    (hands, *_) = (each for each in feed["publications"] if "L71" in json.dumps(each))
    assert hands["metadata"]["subject"][0] == {
        "name": "ICD-10 L71",
        "code": "L71",
        "scheme": "http://hl7.org/fhir/sid/icd-10",
    }
    del hands["links"]
    assert not opds().is_valid(feed)


def test_the_sitemap_names_every_page_with_its_translations(site: Sandbox) -> None:
    root = ElementTree.fromstring((site.root / "output/sitemap.xml").read_bytes())
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = {
        url.findtext("s:loc", "", names): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)
        }
        for url in root.findall("s:url", names)
    }
    pages = {where for where in found if "_web.html" in where}
    assert len(pages) == 6
    for where in found:
        assert (site.root / "output" / unquote(where.removeprefix(SITE))).is_file()
    for where in pages:
        assert set(found[where]) == {"en", "ur", "zh-Hans", "x-default"}
        assert where in found[where].values()


def test_without_an_address_nothing_whole_is_guessed(own: Sandbox) -> None:
    output = own.root / "output"
    assert not (output / "sitemap.xml").exists()
    page = (output / "en/hands_en_web.html").read_text("utf-8")
    assert 'rel="canonical"' not in page
    assert "og:url" not in page
    assert 'hreflang="en-IN" href="../en-IN/hands_en-IN_web.html"' in page
    opds().validate(read(own, "opds.json"))
    own.edit("content/hands.yaml", "Washing hands", "Clean hands")
    said = own.run("--release").stderr
    assert "site-unknown" in said
    own.edit("clinic.yaml", "country", "site: https://clinic.example/a b\ncountry")
    said = own.run("--quiet").stderr
    assert "clinic.yaml:4:7: error[site-address]" in said
    # The address in the code on paper tells where the folder stands.
    own.edit("clinic.yaml", "site: https://clinic.example/a b\n", "")
    own.edit("clinic.yaml", "{language}/{leaflet}", "l/{language}/{leaflet}_{language}_web.html")
    assert own.run("--quiet").returncode == 0
    assert (output / "sitemap.xml").is_file()
    canonical = '<link rel="canonical" href="https://clinic.example/l/en/hands_en_web.html">'
    assert canonical in (output / "en/hands_en_web.html").read_text("utf-8")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(site: Sandbox, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in ("ur/hands_ur_web.html", "zh-Hans/feet_zh-Hans_web.html", "find/index.html"):
        page.goto((site.root / "output" / name).as_uri())
        if page.locator(".tongues").count():
            page.locator(".tongues summary").click()
            page.locator(".translations a").first.wait_for()
        assert axe.violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    page.close()
