"""Pages that are looked at are the pages that are printed, and each text on them is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from polyleaf import markup, pdf
from polyleaf.content import project as projects
from polyleaf.markup import passage_marks
from polyleaf.model.jobs import Selection
from polyleaf.pipeline import plan, recipe

from ..conftest import ROOT

EDITIONS = ("a4", "key-facts", "trifold", "web", "bilingual")


@pytest.mark.slow
def test_numbers_on_elements_change_nothing_else_and_no_text_is_lost() -> None:
    project = projects.read(ROOT, Path("output"))
    languages = ("en", "ur", "zh-Hans", "ur+en")
    asked = Selection(("rosacea", "asthma-plan", "exosome-faq"), languages, EDITIONS)
    tasks = plan.plan(project, asked, allow_untranslated=True).tasks
    assert len(tasks) > 20
    for task in tasks:
        made = recipe.unchecked(task)
        numbers = {int(found[9:-1]) for found in passage_marks.KEY.findall(made.html.text)}
        assert numbers == set(range(len(made.html.places))), task.title
        assert len(numbers) > 5, task.title
        plain = recipe.page(task, made.sheet, ())
        assert markup.unkeyed(made.html.text) == plain.html.text, task.title


@pytest.mark.slow
@pytest.mark.usefixtures("engine")
def test_what_is_looked_at_is_drawn_as_it_is_printed() -> None:
    project = projects.read(ROOT, Path("output"))
    asked = Selection(("exosome-faq",), ("ur",), ("a4",))
    (task,) = plan.plan(project, asked, allow_untranslated=True).tasks
    made = recipe.unchecked(task)
    looked_at = pdf.draw(made.html)
    printed = pdf.draw(replace(made.html, text=markup.unkeyed(made.html.text), places=()))
    assert looked_at.data == printed.data
    assert printed.passages == ()
    assert {box.number for box in looked_at.passages} == set(range(len(made.html.places)))
    assert all(box.left >= 0 and box.left + box.width <= 1.01 for box in looked_at.passages)


def test_an_element_has_the_number_of_the_text_that_it_holds() -> None:
    a, b, c = (passage_marks.between(n, Markup(words)) for n, words in enumerate("abc"))
    document = (
        f"<html><head><title>{a}</title></head><body><p class='x'>No: {a}<br></p><img alt='{b}'>"
        f"<ul><li>{b}</li><li><b>c</b> {c}</li></ul></body></html>"
    )
    keyed = passage_marks.keyed(document)
    assert keyed.count("data-m") == 3
    assert "<p data-m=\"0\" class='x'>No: a<br></p>" in keyed
    assert '<li data-m="1">b</li><li data-m="2"><b>c</b> c</li>' in keyed
    assert passage_marks.unkeyed(keyed) == passage_marks.bare(document)
