"""Nothing outside the project is read, and nothing is fetched, whatever its files lead to."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from polyleaf.model.findings import PolyleafError, Where
from polyleaf.model.sheet import Html
from polyleaf.pdf import draw

from ..conftest import LEAFLET, Sandbox
from ..translation.catalog.po import HEAD

pytestmark = pytest.mark.usefixtures("engine")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>s3cret</title></svg>'
SECRETS = {
    "clinic.yaml": "name: s3cret",
    "content/hands.yaml": LEAFLET.replace("Washing hands", "s3cret"),
    "content/face.svg": SVG,
    "logo.svg": SVG,
    "locales/es/LC_MESSAGES/hands.po": HEAD + 'msgid "s3cret"\nmsgstr "s3cret"\n',
    "locales/es/LC_MESSAGES/interface.po": HEAD + 'msgid "s3cret"\nmsgstr "s3cret"\n',
    "locales/es/LC_MESSAGES/glossary.po": HEAD + 'msgid "s3cret"\nmsgstr "s3cret"\n',
    "locales/es/reviewed/hands.po": HEAD + 'msgid "s3cret"\nmsgstr "s3cret"\n',
    "templates/web/style.css": "/* s3cret */",
    "templates/web/edition.toml": 'format = "html" # s3cret',
    "templates/web/leaflet.html": "s3cret",
}


def led_out(project: Sandbox, name: str) -> None:
    """The file, or a folder above it, becomes a link to one outside."""
    outside = project.root.parent / "outside" / name
    outside.parent.mkdir(parents=True, exist_ok=True)
    if name in SECRETS:
        outside.write_text(SECRETS[name])
    else:
        outside.mkdir()
    inside = project.root / name
    inside.parent.mkdir(parents=True, exist_ok=True)
    if inside.is_dir():
        shutil.copytree(inside, outside, dirs_exist_ok=True)
        shutil.rmtree(inside)
    inside.unlink(missing_ok=True)
    inside.symlink_to(outside)


@pytest.fixture
def bilingual(project: Sandbox) -> Sandbox:
    """With a catalog, and whatever may be asked for."""
    assert project.run("catalogs", "-l", "es").returncode == 0
    project.edit("clinic.yaml", "languages: [en]", "languages: [en, es]\nlogo: logo.svg")
    figure = "      - figure: {image: face.svg, alt: a face, caption: A face}\n      - list:"
    project.edit("content/hands.yaml", "      - list:", figure)
    for picture in ("logo.svg", "content/face.svg"):
        project.write(picture, SVG.replace("s3cret", "ours"))
    return project


def said_and_written(project: Sandbox, *commands: list[str]) -> str:
    """All that the commands print, and all that they leave in the project."""
    runs = [project.run(*arguments) for arguments in commands]
    texts = [run.stdout + run.stderr for run in runs]
    assert not any("Traceback" in text for text in texts)
    files = (path for path in project.root.rglob("*") if path.is_file() and not path.is_symlink())
    return "\n".join([*texts, *(path.read_text("utf-8", "ignore") for path in files)])


@pytest.mark.slow
@pytest.mark.parametrize("name", SECRETS)
def test_a_file_that_is_a_link_to_elsewhere_is_not_read(bilingual: Sandbox, name: str) -> None:
    led_out(bilingual, name)
    of_catalogs = (["status"], ["catalogs"], ["sign", "hands", "-l", "es"])
    others = () if name.startswith(("templates", "logo")) else of_catalogs
    told = said_and_written(bilingual, ["check"], [], *others)
    assert "error[outside-project]" in told
    assert "s3cret" not in told


@pytest.mark.parametrize("folder", ["content", "locales", "templates", "output"])
def test_a_folder_that_is_a_link_to_elsewhere_is_refused(project: Sandbox, folder: str) -> None:
    led_out(project, folder)
    done = project.run()
    assert done.returncode == 2
    assert f"{folder}/: error[outside-project]: the folder leads outside" in done.stderr
    assert list((project.root.parent / "outside" / folder).glob("*.html")) == []


@pytest.mark.slow
def test_an_output_folder_elsewhere_may_be_named(project: Sandbox, tmp_path: Path) -> None:
    led_out(project, "output")
    assert project.run("--output", str(tmp_path / "out")).returncode == 0
    assert (tmp_path / "out/en/hands_en_web.html").is_file()


@pytest.mark.slow
def test_nothing_is_written_through_a_link(bilingual: Sandbox) -> None:
    assert bilingual.run("-l", "en").returncode == 0
    shutil.rmtree(bilingual.root / "output/en")
    outside = bilingual.root.parent / "outside"
    outside.mkdir()
    (bilingual.root / "output/en").symlink_to(outside)
    done = bilingual.run("-l", "en")
    assert "output/en/hands_en_web.html: error[outside-project]" in done.stderr
    shutil.rmtree(bilingual.root / "locales/es/LC_MESSAGES")
    (bilingual.root / "locales/es/LC_MESSAGES").symlink_to(outside)
    assert "hands.po: error[outside-project]" in bilingual.run("catalogs").stderr
    assert list(outside.iterdir()) == []


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()


ASKING = {
    "image": '<img alt=x src="{}/x.png">',
    "base": '<base href="{}/"><img alt=x src="x.png">',
    "style sheet": '<link rel="stylesheet" href="{}/x.css">',
    "style sheet as data": '<link rel="stylesheet" href="data:text/css,p{{color:red}}">',
    "import": '<style>@import "{}/x.css";</style>',
    "import in data": '<style>@import "data:text/css,@import%20%22{}/x.css%22";</style>',
    "font": "<style>@font-face {{ font-family: x; src: url({}/x.woff2) }}</style>",
    "font as data": "<style>@font-face {{ font-family: x; src: url(data:font/ttf,x) }}</style>",
    "background": '<p style="background: url({}/x.png)">x</p>',
    "marker": "<ul style=\"list-style-image: url('{}/x.png')\"><li>x</ul>",
    "content": "<style>p::before {{ content: url({}/x.png) }}</style>",
    "object": '<object data="{}/x.svg"></object>',
    "embed": '<embed src="{}/x.svg">',
    "attachment": '<link rel="attachment" href="{}/x.txt">',
    "attachment of a link": '<a rel="attachment" href="{}/x.txt">x</a>',
    "attachment as data": '<a rel="attachment" href="data:text/plain,x">x</a>',
    "drawing in a drawing": "<img alt=x src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000"
    "/svg'><image href='{}/x.png'/></svg>\">",
    "inline drawing": '<svg viewBox="0 0 9 9"><image href="{}/x.png" width="9" height="9"/></svg>',
    "inline style": '<svg viewBox="0 0 9 9"><style>@import "{}/x.css";</style></svg>',
}


def told(document: Html) -> tuple[str, ...]:
    """What is told of a page: it stops the sheet, or the engine complains."""
    try:
        return draw(document).engine_errors
    except PolyleafError as error:
        codes = tuple(finding.code for finding in error.findings)
    return codes if set(codes) == {"outside-document"} else ()


@pytest.mark.parametrize("body", ASKING.values(), ids=ASKING)
@pytest.mark.parametrize("base", ["server", "file:///etc/hostname?"])
def test_the_engine_fetches_nothing(body: str, base: str, server: tuple[str, list[str]]) -> None:
    address, asked = server
    html = body.format(address if base == "server" else base)
    document = Html(
        f"<!DOCTYPE html><html lang=en><title>x</title>{html}<p>Hands</p>", "", (), WHERE
    )
    assert told(document)
    assert asked == []


@pytest.mark.parametrize(
    "body", ['<iframe src="{}/x.html"></iframe>', '<script src="{}/x.js"></script>']
)
def test_what_the_engine_does_not_know_is_left_alone(
    body: str, server: tuple[str, list[str]]
) -> None:
    document = Html(
        f"<html lang=en><title>x</title>{body.format(server[0])}<p>Hands</p>", "", (), WHERE
    )
    draw(document)
    assert server[1] == []


WHERE = Where("content/hands.yaml")
