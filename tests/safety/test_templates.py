"""A template of a project reaches nothing but its sheet, and comes to an end; content runs none."""

from __future__ import annotations

import pytest

from polyleaf import markup
from polyleaf.markup.fill import fill
from polyleaf.model.findings import PolyleafError
from polyleaf.model.sheet import Edition, TemplateFile

from ..conftest import Sandbox

LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
# What ends by itself, with the place.
REFUSED = {
    "{% for a in range(10**9) %}x{% endfor %}": "Range too big",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "recursion",
    '{% include "t/leaflet.html" %}': "recursion",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}": "recursion",
    "{% if 1 %}" * 2000 + "{% endif %}" * 2000: "recursion",
    "{% for a in range(9999) %}{{ 'x' * 9999 }}{% endfor %}": "page is longer",
    "{{ lipsum(n=10**6) }}": "undefined",
    "{{ " + "7" * 5000 + " }}": "a number has more than 4,300 digits",
}
# What the limits of a sheet end.
ENDLESS = {
    "a loop": (LOOP, "worker-timeout"),
    "doubled calls": (
        "{% macro m(n) %}{% if n %}{{ m(n-1) ~ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "worker-timeout",
    ),
    "a large number": ("{{ 10 ** (10 ** 9) }}", "worker-timeout"),
    "a long text": ("{{ 'x' * 10**10 }}", "worker-memory"),
    "a wide field": ("{{ '{:10000000000}'.format(1) }}", "worker-memory"),
    "doubled texts": (
        "{% set n = namespace(x='xx') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}"
        "{% endfor %}",
        "worker-memory",
    ),
}
REACHING = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''['__class__'] }}",
    "{{ ''|attr('__class__') }}",
    "{{ '{0.__class__}'.format('') }}",
    "{{ range.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ word.__globals__ }}",
    "{{ word.__code__ }}",
    "{{ items.append(1) }}",
    "{% import 'os' as os %}",
    "{% include '/etc/hostname' %}",
    "{% include '../clinic.yaml' %}",
    "{% include 'file:///etc/hostname' %}",
]


def word() -> str:
    return "a function of ours"


def filled(template: str) -> str:
    file = TemplateFile("t/leaflet.html", "templates/t/leaflet.html", template)
    edition = Edition("t", ".html", 0, (file,))
    return fill(edition, "t/leaflet.html", {"word": word, "items": [1, 2]})


@pytest.mark.slow
@pytest.mark.parametrize(("template", "told"), REFUSED.items(), ids=range(len(REFUSED)))
def test_a_template_that_takes_too_much_is_refused(template: str, told: str) -> None:
    with pytest.raises(PolyleafError, match=rf"error\[template\]: .*{told}"):
        filled(template)


@pytest.mark.slow
def test_templates_without_an_end_cost_their_own_sheets_alone(project: Sandbox) -> None:
    editions = {name.replace(" ", "-"): of for name, of in ENDLESS.items()}
    for name, (template, _) in editions.items():
        project.write(f"templates/{name}/edition.toml", 'format = "html"\n')
        project.write(f"templates/{name}/leaflet.html", template)
    wanted = ",".join([*editions, "web"])
    done = project.run("-e", wanted, "--time-limit", "3", "--memory-limit", "500")
    said = done.stderr.replace("the process that made ", "")
    for name, (_, code) in editions.items():
        assert f"error[{code}]: hands in en as {name}" in said
    assert done.stdout.splitlines()[-1] == "1 built, 6 failed, 6 errors"
    assert (project.root / "output/en/hands_en_web.html").is_file()


@pytest.mark.slow
def test_a_page_to_choose_from_without_an_end_costs_no_sheet(project: Sandbox) -> None:
    project.write("templates/catalogue/index.html", LOOP)
    done = project.run("--time-limit", "3")
    assert "error[worker-timeout]: the page to choose a sheet from" in done.stderr
    assert (done.returncode, (project.root / "output/en/hands_en_web.html").is_file()) == (1, True)
    again = project.run("--time-limit", "3")
    assert (again.returncode, "worker-timeout" in again.stderr) == (1, True)


@pytest.mark.parametrize("template", REACHING)
def test_a_template_reaches_only_what_it_is_given(template: str) -> None:
    with pytest.raises(PolyleafError, match=r"error\[template\]"):
        filled(template)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{% for i in items %}{{ loop.last }}{{ loop.length }}{% endfor %}", "False2True2"),
        ("{{ '{a} and {b:>4}'.format(a='<', b=2) }}", "&lt; and    2"),
        ("{{ 'a b'|replace(' ', '<') }} {{ items|join(', ') }}", "a&lt;b 1, 2"),
        ("{{ 'a-b'.replace('-', '+') }} {{ ', '.join(['a', 'b']) }}", "a+b a, b"),
        ("{% set x %}<b>{% endset %}{{ x }}{{ '<' ~ x }}", "<b>&lt;<b>"),
        (
            "{% for i in [[1, [2]]] recursive %}{{ loop(i) if i is iterable else i }}{% endfor %}",
            "12",
        ),
    ],
)
def test_what_templates_do_every_day_still_works(template: str, page: str) -> None:
    assert filled(template) == page


def test_words_are_not_looked_for_in_a_template_without_an_end() -> None:
    file = TemplateFile("t/x.html", "templates/t/x.html", "{{ " + "(" * 5000 + ")" * 5000 + " }}")
    with pytest.raises(PolyleafError, match=r"error\[template\]: nested too deep"):
        list(markup.strings((file,)))


@pytest.mark.slow
def test_content_catalogs_and_the_clinic_are_no_templates(project: Sandbox) -> None:
    attack = "{{ 7 * 191 }}{% for a in b %}{# c #}"
    assert project.run("catalogs", "-l", "es").returncode == 0
    po = project.root / "locales/es/LC_MESSAGES/hands.po"
    project.edit("content/hands.yaml", "title: Washing hands", f"title: '{attack} hands'")
    project.edit("content/hands.yaml", "A nurse", f"'{attack} nurse'")
    project.edit("clinic.yaml", "Test Clinic", f"'{attack} clinic'")
    project.edit("clinic.yaml", "+44 20 7946 0958", f"{attack} phone")
    project.edit("clinic.yaml", "[en]", "[en, es]")
    assert project.run("catalogs").returncode == 0
    text = po.read_text("utf-8").replace('msgstr ""\n\n', f'msgstr "{attack}"\n\n')
    po.write_text(text.replace("X-Polyleaf-Method: ", "X-Polyleaf-Method: human"), "utf-8")
    project.run()
    pages = [path.read_text("utf-8") for path in project.root.rglob("output/**/*.html")]
    assert pages
    assert any("{{ 7 * 191 }}" in page for page in pages)
    assert not any("1337" in page for page in pages)
