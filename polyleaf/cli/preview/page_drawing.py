"""A task → pictures of its pages and where their passages stand; called in a worker process.

The page that is looked at comes first; the other pages and what the checks find come after it.
Nothing that is found keeps a page from being drawn: who writes wants to see it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from ... import checks
from ...model.findings import Finding, PolyleafError
from ...model.sheet import Pdf, RenderedPage
from ...model.task import Outcome, OutputFile, Task
from ...pipeline import formats, recipe

LAYOUT, PICTURE = "layout", "picture"
# What this process has drawn last, by the hash of its page: it is checked next.
_last: dict[str, tuple[RenderedPage, Pdf | None]] = {}


def looked_at(task: Task, page: int) -> Outcome:
    """The sheet with its layout, and with the picture of one page if it has pages."""
    return _safely(task, lambda: _looked_at(task, page))


def the_rest(task: Task, drawn: str, data: bytes, pages: tuple[int, ...]) -> Outcome:
    """Pictures of the other pages of a sheet that was `drawn`, and what is wrong with it."""
    return _safely(task, lambda: _the_rest(task, drawn, data, pages))


def _looked_at(task: Task, page: int) -> Outcome:
    made = recipe.unchecked(task)
    name, drawn = recipe.page_hash(made.html), None
    if formats.of(task.edition).needs_fonts:
        from ... import pdf

        drawn = pdf.draw(made.html)
        data, pages = drawn.data, drawn.pages
        others = (*_pictures(data, [min(max(page, 1), pages)]), _layout(made, drawn))
    else:
        data, pages = formats.of(task.edition).render(made).data, 0
        others = (_layout(made, None),)
    _last.clear()
    _last[name] = made, drawn
    return Outcome(task, data, pages, (), page=name, others=others)


def _the_rest(task: Task, drawn: str, data: bytes, pages: tuple[int, ...]) -> Outcome:
    found: list[Finding] = [*recipe.in_texts(task)]
    if drawn in _last:  # else another process has drawn it, which died since
        made, by_pages = _last[drawn]
        found += (*made.missing, *checks.page(made))
        if by_pages:
            found += (*checks.written(made), *checks.drawn(made, by_pages))
    pictures = tuple(_pictures(data, pages)) if pages else ()
    return Outcome(task, b"", len(pages), tuple(dict.fromkeys(found)), others=pictures)


def _safely(task: Task, make: Callable[[], Outcome]) -> Outcome:
    try:
        return make()
    except PolyleafError as error:
        return Outcome(task, None, 0, error.findings)
    except MemoryError:
        raise
    except Exception as error:
        return recipe.bug(task, error)


def _pictures(data: bytes, pages: Iterable[int]) -> Iterable[OutputFile]:
    from ... import pdf

    for number, picture in pdf.page_pictures(data, pages):
        yield OutputFile(PICTURE, picture, number)


def _layout(made: RenderedPage, drawn: Pdf | None) -> OutputFile:
    """The places of the texts, the boxes by their numbers, and the size of each page in points."""
    sizes: list[tuple[float, float]] = []
    if drawn:
        from ... import pdf

        sizes = pdf.page_sizes(drawn.data)
    boxes = [
        [box.number, box.page, *(round(n, 5) for n in (box.left, box.top, box.width, box.height))]
        for box in (drawn.passages if drawn else ())
    ]
    whole = {"places": [[*where] for where in made.html.places], "boxes": boxes, "sizes": sizes}
    return OutputFile(LAYOUT, json.dumps(whole).encode(), 0)
