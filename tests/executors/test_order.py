"""What takes longest is begun first."""

from __future__ import annotations

from dataclasses import replace

from polyleaf import languages
from polyleaf.executors import order
from polyleaf.model import Edition, Text

from .making import WEB, task

PAPER = Edition("a4", ".pdf", 2, ())


def test_paper_comes_before_the_screen_and_long_before_short() -> None:
    short = task("short", PAPER)
    leaflet = replace(short.leaflet, name="long", summary=(*short.leaflet.summary, long_text()))
    long = replace(task("long", PAPER), leaflet=leaflet)
    web = replace(task("web", WEB), leaflet=leaflet)
    assert order.longest_first([web, short, long]) == (long, short, web)


def long_text() -> Text:
    return replace(task("any").leaflet.summary[0], value="word " * 500)


def test_chinese_takes_longer_for_its_font_is_cut_down() -> None:
    english, chinese = (
        replace(task(tag, PAPER), language=languages.find(tag)) for tag in ("en", "zh-Hans")
    )
    assert order.longest_first([english, chinese]) == (chinese, english)


def test_equals_stay_in_their_order() -> None:
    tasks = tuple(task(name) for name in ("b", "a", "c"))
    assert order.longest_first(tasks) == tasks
