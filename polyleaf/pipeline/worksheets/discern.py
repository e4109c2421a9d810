"""DISCERN (Charnock 1998): 16 questions, of which a program can only say what it found.

Each is rated from 1 to 5 by a person, and the instrument is used as a whole: nothing is rated here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.worksheet import Instrument, WorksheetItem
from .item_answers import item, person, there
from .sheet_facts import SheetFacts
from .word_facts import at


def discern(facts: SheetFacts) -> Instrument:
    return Instrument(
        "discern",
        "DISCERN",
        "A person rates each question from 1, no, to 5, yes, and uses all of them. Our yes or no "
        "says only whether the sheet has what the question asks for.",
        "© University of Oxford and The British Library 1998. Its questions are not reproduced: "
        "the numbers are DISCERN’s, and the words are ours. Rate with the handbook at hand.",
        ("1", "2", "3", "4", "5"),
        (*_trust(facts), *_choices(facts), person(16, "The sheet as a whole")),
    )


def _trust(facts: SheetFacts) -> Iterator[WorksheetItem]:
    leaflet = facts.leaflet
    yield person(1, "Says what it is for, and for whom", "look at", facts.summary()[:1])
    yield person(2, "Does what it says")
    yield person(3, "Answers what its readers ask")
    cited = facts.cited()
    sources = f"{len(leaflet.sources)} sources, cited in {{}} texts"
    yield there(4, "Names its sources", cited, sources, "no text cites a source")
    dated = f"published {leaflet.published}, next review {leaflet.review_by}; "
    years = sorted(source.year for source in leaflet.sources)
    spread = f"sources of {years[0]} to {years[-1]}" if years else "no sources"
    yield item(5, "Says when it was made, and of when its sources are", "yes", dated + spread)
    yield person(6, "Is balanced", f"who paid: {leaflet.funding.value}", [at(leaflet.funding)])
    yield there(
        7, "Tells where to read more", facts.links(), "links in {} texts", "no link", "open"
    )
    unknown = facts.unknown()
    graded = "says how sure it is" if facts.graded() else "grades nothing"
    yield there(
        8, "Tells what is uncertain", unknown, f"in {{}} texts; it {graded}", graded, "open"
    )


def _choices(facts: SheetFacts) -> Iterator[WorksheetItem]:
    options = facts.options()
    asks = (
        (9, "How each treatment works"),
        (10, "What each treatment does for the reader"),
        (11, "What each treatment may do to the reader"),
    )
    yield person(*asks[0], "look at", options)
    for number, words in asks[1:]:
        yield there(number, words, options, "{} options tell it", "no block of options", "open")
    nothing = facts.no_treatment()
    yield there(12, "What happens without treatment", nothing, "told", "not found", "open")
    yield person(13, "What treatment means for daily life")
    several = f"{len(options)} options"
    if len(options) > 1:
        yield item(14, "That there may be a choice", "yes", several, options)
    else:
        yield person(14, "That there may be a choice")
    yield there(
        15, "Helps to decide together", facts.questions(), "questions to ask", "not found", "open"
    )
