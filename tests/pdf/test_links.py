"""On paper a link shows its address, and leads there; a citation's link says which source it is."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from polyleaf import languages
from polyleaf.model import inline
from polyleaf.typography import written_out

from ..conftest import Sandbox
from ..reading import folded, poppler

PAGE = "https://www.nhs.uk/conditions/rosacea/"
PHONE = {"clinic.phone": "+44 20 7946 0958"}


def shown(source: str, tag: str = "en") -> str:
    """The text with what is added to it."""
    nodes = written_out(inline.parse(source), PHONE, languages.find(tag))
    return inline.plain(nodes).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (f"Read [our page]({PAGE}).", "Read our page (www.nhs.uk/conditions/rosacea)."),
        ("[who](https://who.int/a?id=5&utm_source=x#top)", "who (who.int/a?id=5#top)"),
        ("[list](https://x.org/a/?utm_source=x)", "list (x.org/a)"),
        ("**[a](https://x.org) b**", "a (x.org) b"),
        ("[Call us](tel:+442079460958)", "Call us (+44 20 7946 0958)"),
        ("[Call](tel:112)", "Call (112)"),
        ("[Call](tel:+442079460000;ext=12)", "Call (+442079460000 ext. 12)"),
        ("[Write](mailto:a.b@x.org?subject=Hello)", "Write (a.b@x.org)"),
        # The words are the address.
        (f"[www.nhs.uk/conditions/rosacea]({PAGE})", "www.nhs.uk/conditions/rosacea"),
        ("[NHS.uk](https://www.nhs.uk/)", "NHS.uk"),
        ("[The NHS, www.nhs.uk](https://www.nhs.uk)", "The NHS, www.nhs.uk"),
        ("[020 7946 0958](tel:+442079460958)", "020 7946 0958"),
        ("[Call +44 (0)20 7946 0958](tel:+4402079460958)", "Call +44 (0)20 7946 0958"),
        ("[Call {clinic.phone}](tel:+442079460958)", "Call {clinic.phone}"),
        ("[a.b@x.org](mailto:a.b@x.org)", "a.b@x.org"),
        # Other words that look like it.
        ("[999 reasons](tel:+442079460958)", "999 reasons (+44 20 7946 0958)"),
        ("[www.nhs.uk](https://www.nhs.uk/a)", "www.nhs.uk (www.nhs.uk/a)"),
    ],
)
def test_the_address_stands_behind_words_that_are_not_it(source: str, printed: str) -> None:
    assert shown(source) == printed


def test_brackets_are_those_of_the_language() -> None:
    assert shown(f"请看[网页]({PAGE})。", "zh-Hans") == (
        "请看网页（www.nhs.uk/conditions/rosacea）。"
    )


def links(data: bytes) -> dict[str, str]:
    """What each link of a document says and where it leads."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = [
            annotation
            for page in opened.pages
            for annotation in page.get("/Annots", [])
            if annotation.Subtype == "/Link"
        ]
        return {
            str(each.Contents): str(each.A.URI if "/A" in each else each.Dest) for each in found
        }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tag", "source"),
    [("en", "Source 1: WHO guidelines 2009"), ("ar", "المصدر 1: WHO guidelines 2009")],
)
def test_it_leads_there_in_every_edition_on_paper(project: Sandbox, tag: str, source: str) -> None:
    project.edit("clinic.yaml", "[web]", "[a4, large-print, key-facts, text]")
    project.edit("clinic.yaml", "languages: [en]", f"languages: [{tag}]")
    project.edit("content/hands.yaml", "Call {clinic.phone}.", "[Call](tel:+442079460958)")
    project.edit("content/hands.yaml", "before you eat.", f"[our page]({PAGE}).")
    if tag != "en":
        project.run("catalogs", "-l", tag)
        catalog = f"locales/{tag}/LC_MESSAGES/hands.po"
        project.edit(catalog, "X-Polyleaf-Method: ", "X-Polyleaf-Method: human")
        project.edit(catalog, 'hands"\nmsgstr ""', 'hands"\nmsgstr "غسل اليدين"')
    done = project.run("--allow-untranslated")
    assert done.returncode == 0, done.stderr
    for edition in ("a4", "large-print", "key-facts"):
        data = (project.root / f"output/{tag}/hands_{tag}_{edition}.pdf").read_bytes()
        assert "(www.nhs.uk/conditions/rosacea)" in bracketed(poppler(data))
        said = links(data)
        assert said["our page"] == said["www.nhs.uk/conditions/rosacea"] == PAGE
        if edition != "key-facts":  # which has no sources and only what is marked
            assert said[source] == "source-1"
            assert said["+44 20 7946 0958"] == "tel:+442079460958"
        assert not [each for each in said if re.fullmatch(r"source-\d+", each)]
    plain = (project.root / f"output/{tag}/hands_{tag}_text.txt").read_text("utf-8")
    assert PAGE in plain
    assert "+442079460958" in plain


def bracketed(text: str) -> str:
    """The text as it is read, whichever way its brackets open on paper."""
    return re.sub("[()](www[^()]*)[()]", r"(\1)", folded(text))
