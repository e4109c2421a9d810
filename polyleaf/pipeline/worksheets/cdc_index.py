"""The CDC Clear Communication Index (Baur and Prue 2014): 20 items, as far as a program sees."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.worksheet import Instrument, WorksheetItem
from .item_answers import absent, item, person, there
from .sheet_facts import SheetFacts
from .word_facts import CALCULATE, FREQUENCY, SHARE

JARGON = ("jargon-unexplained", "acronym-unexplained", "term-avoided")


def cdc_index(facts: SheetFacts) -> Instrument:
    return Instrument(
        "cdc",
        "CDC Clear Communication Index",
        "Points divided by the items that apply, times 100; 90 or more passes.",
        "By the US Centers for Disease Control and Prevention, in the public domain. The items are "
        "here in our own short words: rate with the user guide at hand.",
        ("yes", "no", "not applicable"),
        (*_core(facts), *_behaviour(facts), *_numbers(facts), *_risk(facts)),
    )


def _core(facts: SheetFacts) -> Iterator[WorksheetItem]:
    summary = facts.summary()
    yield person(1, "One main message", "its key points are", summary[:1])
    yield there(2, "The main message is at the top", summary, "{} key points open the sheet", "")
    yield there(
        3, "The main message stands out", summary[:1], "key points have a box of their own", ""
    )
    asks = "A picture carries the main message"
    if figures := facts.figures():
        yield person(4, asks, "look at", figures)
    else:
        yield item(4, asks, "no", "the sheet has no picture")
    yield there(
        5, "It calls the reader to act", facts.actions(), "in {} texts", "none found", "open"
    )
    yield _active(facts)
    asks = "Words that the readers use"
    if facts.english:
        none = "none of the hard words that we list is unexplained"
        yield absent(7, asks, facts.found(*JARGON), "{} words to explain or replace", none)
    else:
        yield person(7, asks, "no list of hard words for this language")
    if long := facts.long_lists():
        yield item(8, "Lists with bullets or numbers", "yes", "some have more than 7 items", long)
    else:
        yield there(8, "Lists with bullets or numbers", facts.lists(), "{} lists", "no list")
    yield there(9, "Parts with headings", facts.headings(), "{} parts", "no heading")
    yield there(10, "The most important comes first", summary, "the key points come first", "")
    known, unknown = facts.cited(), facts.unknown()
    asks = "What experts know, and what they do not"
    if known and unknown:
        yield item(11, asks, "yes", "sources are cited, and what is not known is told", unknown)
    elif not known:
        yield item(11, asks, "no", "no text cites a source")
    else:
        yield person(11, asks, "sources are cited; we found no word of what is not known")


def _active(facts: SheetFacts) -> WorksheetItem:
    asks = "Main message and calls to act are in the active voice"
    if not facts.english:
        return person(6, asks, "voice is only read in English")
    if passive := facts.passive_actions():
        return item(6, asks, "no", "in the passive voice", passive)
    return item(6, asks, "yes", "no passive found in them")


def _behaviour(facts: SheetFacts) -> Iterator[WorksheetItem]:
    actions = facts.actions()
    yield there(12, "It recommends what to do", actions, "in {} texts", "none found", "open")
    yield person(13, "It says why that matters", "look at", actions[:3])
    yield there(
        *(14, "It says how to do it, step by step", facts.steps()),
        *("steps, times or zones are set out", "no list of steps", "open"),
    )


def _numbers(facts: SheetFacts) -> Iterator[WorksheetItem]:
    numbers, shares = facts.with_numbers(), facts.with_numbers(SHARE)
    asks = ("Numbers that the readers use", "It says what the numbers mean")
    if not numbers:
        yield item(15, asks[0], "not applicable", "no number")
        yield item(16, asks[1], "not applicable", "no number")
        yield item(17, "Readers need not calculate", "not applicable", "no number")
        return
    if shares:
        yield item(15, asks[0], "no", "percentages or decimals", shares)
    else:
        yield item(15, asks[0], "yes", "whole numbers alone", numbers)
    yield person(16, asks[1], "look at", numbers)
    sums = facts.with_numbers(CALCULATE)
    none = "no word of a sum found"
    yield absent(17, "Readers need not calculate", sums, "a sum is asked for", none, "yes")


def _risk(facts: SheetFacts) -> Iterator[WorksheetItem]:
    options = facts.options()
    yield person(18, "It explains the risk: what, to whom, how likely", "look at", facts.urgent())
    asks = "Risks and benefits of what it recommends"
    if options:
        yield there(19, asks, options, "{} options have both", "")
    else:
        yield person(19, asks, "no block of options, which has both")
    asks = "Chances are explained in words or a picture too"
    if chances := [*facts.with_numbers(FREQUENCY), *facts.with_numbers(SHARE)]:
        yield person(20, asks, "look at", chances)
    else:
        yield item(20, asks, "not applicable", "no chance in numbers found")
