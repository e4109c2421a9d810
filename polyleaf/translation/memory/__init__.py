"""The translation memory: what a project has translated before, so that nothing is paid for twice.

tmx         a TMX file → its translation units; `inline_tags` reads their segments
pairs       a source text, its translation, and where they come from
project_memory  a project's catalogs and TMX files → the memory of a language
likeness    which texts are nearly the same
offers      a catalog × the memory → the catalog with offers, for its translator to judge
word_counts words that are new, near and repeated, as agencies bill them
"""

from .offers import Offers, lacks
from .project_memory import MemoryReader
from .word_counts import WordCounter, words

__all__ = ["MemoryReader", "Offers", "WordCounter", "lacks", "words"]
