"""Languages as data: what CLDR says about a tag, its font, and tables of its words and marks.

The only package that imports Babel and Pyphen.
"""

from ..model.sheet import ENGLISH
from .alphabet import letters
from .clock import days, in_country, long_date, times
from .countries import Countries, countries
from .doubling import may_double
from .find import find, is_country, plural_forms
from .fonts import family_of
from .fonts import packages as font_packages
from .lexicon import Hit, Lexicon, lexicon
from .meanings_tables import length_ratio, meanings, opposites
from .measures import HARD, measure_key, measures, unit_key, units
from .negation import Negations, negations
from .numbers import decimal, month_words, number_marks, number_words, word_key
from .pseudo import disguise
from .punctuation import Punctuation, punctuation, quote_pairs
from .together import Together, together
from .weekdays import day_names, week

__all__ = [
    "ENGLISH",
    "HARD",
    "Countries",
    "Hit",
    "Lexicon",
    "Negations",
    "Punctuation",
    "Together",
    "countries",
    "day_names",
    "days",
    "decimal",
    "disguise",
    "family_of",
    "find",
    "font_packages",
    "in_country",
    "is_country",
    "length_ratio",
    "letters",
    "lexicon",
    "long_date",
    "may_double",
    "meanings",
    "measure_key",
    "measures",
    "month_words",
    "negations",
    "number_marks",
    "number_words",
    "opposites",
    "plural_forms",
    "punctuation",
    "quote_pairs",
    "times",
    "together",
    "unit_key",
    "units",
    "week",
    "word_key",
]
