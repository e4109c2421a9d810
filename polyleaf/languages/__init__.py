"""Languages as data: what CLDR says about a tag, its font, and tables of its words and marks.

The only package that imports Babel and Pyphen.
"""

from ..model.sheet import ENGLISH
from .alphabet import letters
from .clock import days, in_country, long_date, names_days, times
from .content_words import content_words
from .country_codes import countries, country_hint, is_country
from .country_names import CountryNames, country_names
from .doubling import may_double
from .emoji import nearest_sign
from .find import find, plural_forms
from .fonts import all_condensed as condensed_families
from .fonts import family_of
from .fonts import packages as font_packages
from .jargon import Jargon, jargon
from .lexicon import Hit, Lexicon, lexicon
from .meanings_tables import length_ratio, meanings, opposites
from .measures import HARD, measure_key, measures, unit_key, units
from .negation import Negations, negations
from .normal_form import normalised
from .numbers import decimal, month_words, number_marks, number_words, word_key
from .participles import participles
from .promise_words import PromiseWords, promise_words
from .promise_words import says as promise_says
from .pseudo import disguise
from .punctuation import Punctuation, punctuation, quote_pairs
from .readability import Formula, ReadingScore, no_formula, reading
from .regulators import places, regulators
from .related import (
    akin,
    canonical,
    distance,
    lineage,
    means,
    read_as,
    same_words,
    with_country,
)
from .together import Together, together
from .translators_words import TranslatorsWords, translators_words
from .weekdays import day_names, week
from .word_order import source_words, word_order
from .wordings import Found, Wordings, as_compared

__all__ = [
    "ENGLISH",
    "HARD",
    "CountryNames",
    "Formula",
    "Found",
    "Hit",
    "Jargon",
    "Lexicon",
    "Negations",
    "PromiseWords",
    "Punctuation",
    "ReadingScore",
    "Together",
    "TranslatorsWords",
    "Wordings",
    "akin",
    "as_compared",
    "canonical",
    "condensed_families",
    "content_words",
    "countries",
    "country_hint",
    "country_names",
    "day_names",
    "days",
    "decimal",
    "disguise",
    "distance",
    "family_of",
    "find",
    "font_packages",
    "in_country",
    "is_country",
    "jargon",
    "length_ratio",
    "letters",
    "lexicon",
    "lineage",
    "long_date",
    "may_double",
    "meanings",
    "means",
    "measure_key",
    "measures",
    "month_words",
    "names_days",
    "nearest_sign",
    "negations",
    "no_formula",
    "normalised",
    "number_marks",
    "number_words",
    "opposites",
    "participles",
    "places",
    "plural_forms",
    "promise_says",
    "promise_words",
    "punctuation",
    "quote_pairs",
    "read_as",
    "reading",
    "regulators",
    "same_words",
    "source_words",
    "times",
    "together",
    "translators_words",
    "unit_key",
    "units",
    "week",
    "with_country",
    "word_key",
    "word_order",
]
