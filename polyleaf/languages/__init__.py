"""A language as data: what CLDR knows about its tag, and the font that it is set in.

The only package that knows Babel, and what can be hyphenated.
"""

from .find import find, is_country, long_date, plural_forms
from .fonts import packages as font_packages
from .negation import Negations, negations
from .units import unit_key, units

__all__ = [
    "Negations",
    "find",
    "font_packages",
    "is_country",
    "long_date",
    "negations",
    "plural_forms",
    "unit_key",
    "units",
]
