"""PEMAT-P (Shoemaker, Wolf and Brach 2013): 24 items for printed material, as far as seen."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.leaflet import Callout, Steps
from ...model.worksheet import Instrument, WorksheetItem
from .cdc_index import JARGON
from .item_answers import absent, item, person, there
from .sheet_facts import SheetFacts
from .word_facts import CALCULATE, SHARE, at

MANY_PASSIVE = 1 / 5  # of all sentences
WIDEST = 4  # columns of a simple table


def pemat(facts: SheetFacts) -> Instrument:
    return Instrument(
        "pemat-p",
        "PEMAT-P",
        "Agreed items divided by those that apply, times 100, for items 1–19 (can be understood) "
        "and 20–26 (can be acted on) apart; 70 is usual. Items 13 and 14 are for films.",
        "By Shoemaker, Wolf and Brach for the US Agency for Healthcare Research and Quality "
        "(AHRQ), publication 14-0002-EF: free to use if it is cited. The items are in our words.",
        ("agree", "disagree", "not applicable"),
        (*_words(facts), *_layout(facts), *_pictures(facts), *_actions(facts)),
    )


def _words(facts: SheetFacts) -> Iterator[WorksheetItem]:
    leaflet = facts.leaflet
    named = [at(text) for text in (leaflet.title, leaflet.subtitle) if text]
    yield person(1, "Its purpose is plain at once", "look at", named)
    yield person(2, "Nothing leads away from its purpose")
    hard = facts.found("reading-hard", "sentences-long")
    easy = "no accepted formula for this language"
    if facts.has_formula:
        easy = "by its formula the text is easy enough; see “How it reads”"
    yield absent(3, "Everyday words", hard, "long sentences or words", easy)
    asks = "Medical words are few, and explained"
    if facts.english:
        none = "none of the hard words that we list is unexplained"
        yield absent(4, asks, facts.found(*JARGON), "{} are not explained", none)
        passive, every = facts.passive(), len(facts.prose)
        few = len(passive) <= MANY_PASSIVE * every
        said = f"{len(passive)} of {every} sentences are passive"
        yield item(5, "Active voice", "yes" if few else "no", said, passive)
    else:
        yield person(4, asks, "no list of hard words for this language")
        yield person(5, "Active voice", "voice is only read in English")
    numbers, shares = facts.with_numbers(), facts.with_numbers(SHARE)
    if numbers:
        yield person(6, "Numbers are clear", "look at", shares or numbers)
        none = "no word of a sum found"
        sums = facts.with_numbers(CALCULATE)
        yield absent(7, "No sums to do", sums, "a sum is asked for", none, "yes")
    else:
        yield item(6, "Numbers are clear", "not applicable", "no number")
        yield item(7, "No sums to do", "yes", "no number")


def _layout(facts: SheetFacts) -> Iterator[WorksheetItem]:
    headings = facts.headings()
    yield item(
        8, "Short parts", "yes" if len(headings) > 1 else "no", f"{len(headings)} parts", headings
    )
    yield person(9, "Headings say what follows", "look at", headings)
    yield person(10, "The order makes sense")
    yield there(11, "A summary", facts.summary(), "{} key points", "no summary")
    cues = [*facts.of(Callout), *facts.lists()]
    yield there(12, "Boxes, bullets or bold lead to key points", cues, "{} boxes and lists", "none")


def _pictures(facts: SheetFacts) -> Iterator[WorksheetItem]:
    figures = facts.figures()
    counted = "1 picture" if len(figures) == 1 else f"{len(figures)} pictures"
    yield person(15, "Pictures wherever they would help", counted, figures)
    if figures:
        yield person(16, "Pictures support the text", "look at", figures)
        yield item(17, "Pictures have titles or captions", "yes", "each has a caption", figures)
        yield person(18, "Pictures are clear and uncluttered", "look at", figures)
    else:
        for number, asks in (
            (16, "Pictures support the text"),
            (17, "Pictures have titles or captions"),
            (18, "Pictures are clear and uncluttered"),
        ):
            yield item(number, asks, "not applicable", "no picture")
    tables = facts.tables()
    if not tables:
        yield item(19, "Simple tables with short headings", "not applicable", "no table")
    elif facts.wide_tables(WIDEST):
        why = f"tables with more than {WIDEST} columns"
        yield person(19, "Simple tables with short headings", why, facts.wide_tables(WIDEST))
    else:
        said = "each has headings, and at most four columns"
        yield item(19, "Simple tables with short headings", "yes", said, tables)


def _actions(facts: SheetFacts) -> Iterator[WorksheetItem]:
    actions = facts.actions()
    yield there(20, "At least one thing to do", actions, "in {} texts", "none found", "open")
    asks = "It speaks to the reader when it says what to do"
    if facts.english_source:
        yield there(21, asks, facts.to_reader(), "in {} texts", "no “you” found", "open")
    else:
        yield person(21, asks)
    steps = facts.steps()
    yield there(22, "What to do is divided into steps", steps, "{} places", "no steps", "open")
    tools = facts.tools()
    yield there(23, "A tool to act with, such as a diary", tools, "{} found", "none found", "open")
    if sums := facts.with_numbers(CALCULATE):
        yield person(24, "How to do the sums", "look at", sums)
    else:
        yield item(24, "How to do the sums", "not applicable", "no word of a sum found")
    shown = [*facts.figures(), *facts.tables()]
    if shown:
        yield person(25, "How to use pictures and tables to act", "look at", shown)
    else:
        asks = "How to use pictures and tables to act"
        yield item(25, asks, "not applicable", "no picture or table")
    pictured = [at(block.items[0].text) for block in facts.blocks(Steps) if block.pictured]
    asks = "Pictures that make it easier to act"
    yield there(26, asks, pictured, "steps have pictures", "no step has a picture", "open")
