"""Drawings that ask for more than a page needs are told in a moment, before they are drawn."""

from __future__ import annotations

import time

import pytest

from polyleaf.model.findings import PolyleafError, Where
from polyleaf.pictures import svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
LAUGHS = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
POWERS = "".join(f"--v{i}:{f'var(--v{i - 1})' * 10};" for i in range(1, 15))
ATTRIBUTES = " ".join(f'a{i}=""' for i in range(50_000))
SECONDS = 5.0  # of processor time
HEAVY = {
    "entities by powers": f'<!DOCTYPE svg [<!ENTITY e0 "a">{LAUGHS}]>{HEAD}<text>&e8;</text></svg>',
    "entities in a value": f'<!DOCTYPE svg [<!ENTITY e0 "a">{LAUGHS}]>{HEAD}<g id="&e8;"/></svg>',
    "a long entity often": f'<!DOCTYPE svg [<!ENTITY a "{"x" * 9**5}">]>{HEAD}{"&a;" * 999}</svg>',
    "entities in a ring": f'<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>{HEAD}&a;</svg>',
    "a file as entity": f'<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/hostname">]>{HEAD}&a;</svg>',
    "depth": HEAD + "<g>" * 20_000 + "</g>" * 20_000 + "</svg>",
    "siblings": HEAD
    + "<style>rect:nth-of-type(3n+1){fill:red}</style>"
    + "<rect/>" * 45_000
    + "</svg>",
    "rules": HEAD
    + f"<style>{'.a{fill:red}' * 5000}</style>"
    + '<rect class="a"/>' * 40_000
    + "</svg>",
    "media in media": f"{HEAD}<style>{'@media screen{' * 5000}</style></svg>",
    "letters": f"{HEAD}<text>{'a' * 300_000}</text></svg>",
    "points": f'{HEAD}<polyline points="{"1,2 " * 800_000}"/></svg>',
    "a pattern in itself": f'{HEAD}<style>.a{{fill:url(#p)}}</style><pattern id="p">'
    '<rect class="a"/></pattern><rect class="a"/></svg>',
    "blurs": f'{HEAD}<filter id="f">{"<feTile/>" * 200}</filter><g filter="url(#f)"/></svg>',
    "brackets": f"{HEAD}<g style='fill:{'(' * 100_000}'/></svg>",
    "spaces": f"{HEAD}<g fill='url({' ' * 300_000}'/></svg>",
    "characters": f"{HEAD}<g id='{'a' * 5_000_000}'/></svg>",
    "attributes": f"{HEAD}<g {ATTRIBUTES}/></svg>",
    "layers": HEAD + '<rect width="100" height="100" opacity=".5"/>' * 5000 + "</svg>",
    "masks": HEAD
    + '<mask id="m"><rect width="100" height="100" fill="#fff"/></mask><g id="g">'
    + '<rect width="99" height="99" mask="url(#m)"/></g>'
    + '<use href="#g"/>' * 500
    + "</svg>",
    "dashes": f'{HEAD}<g stroke-dasharray=".01"><path d="M0 0{"H99V99H0V0" * 90}"/></g></svg>',
    "octaves": f'{HEAD}<filter id="f"><feTurbulence numOctaves="1000000"/></filter>'
    '<rect width="9" height="9" filter="url(#f)"/><rect width="99" height="99" filter="url(#f)"/>'
    "</svg>",
    "a wide blur": f'{HEAD}<filter id="f" width="5000%" height="5000%"><feGaussianBlur/></filter>'
    '<rect width="99" height="99" filter="url(#f)"/></svg>',
    "markers": f'{HEAD}<marker id="m"/><path d="M0 0{"L9 9" * 90_000}" marker-mid="url(#m)"/>'
    "</svg>",
}
LARGE = {
    "many small layers": HEAD
    + "".join(f'<circle cx="{i % 99}" cy="50" r=".5" opacity=".5"/>' for i in range(100)) * 20
    + "</svg>",
    "variables by powers": f"{HEAD}<style>:root{{{POWERS}--v0:red}}</style>"
    '<rect width="9" height="9" style="fill:var(--v14)"/></svg>',
    "sums in sums": f"{HEAD}<path stroke-width='calc{'(' * 90}1{')' * 90}' d='M0 0H9'/></svg>",
    "digits": f"{HEAD}<path d='M0 0H9' stroke-width='{'0' * 199}1'/></svg>",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HEAVY)
def test_what_a_page_does_not_need_is_told_in_a_moment(name: str) -> None:
    began = time.process_time()
    with pytest.raises(PolyleafError) as caught:
        svg.normalised(HEAVY[name].encode(), "heavy.svg", Where("content/hands.yaml", 14, 25))
    assert time.process_time() - began < SECONDS
    for finding in caught.value.findings:
        assert finding.code in ("picture-broken", "picture-refused")
        assert finding.message.startswith('"heavy.svg" cannot be drawn: ')
        assert len(finding.message) < 200


@pytest.mark.parametrize("name", LARGE)
def test_what_only_looks_large_is_drawn(name: str) -> None:
    began = time.process_time()
    made = svg.normalised(LARGE[name].encode(), "large.svg", Where("content/hands.yaml"))
    assert len(made) < 2 * len(LARGE[name]) + 1000
    assert time.process_time() - began < SECONDS
