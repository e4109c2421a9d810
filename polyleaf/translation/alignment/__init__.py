"""A translated document × its source → which of its texts translates which message.

document_texts   the texts of a document in reading order, each with its kind
text_features    what a text and its translation share: numbers, names, addresses, listed words
pair_scores      how much more likely two texts say the same than two that were put together blindly
best_paths       all ways to read both in their order → how likely each pair is
out_of_order     pairs of what is left, wherever it stands
aligned          both together: a translation for each message, and how sure it is
document_language   whether the document is in the language that was named
put_back         placeholders, citations and bold of the message in its translation
partial_texts    texts with a sentence more or less than their message
fitted_pair      a pair with them, no surer than the checks allow

Nothing here reads or writes a file.
"""

from .aligned import Aligned, Alignment, align
from .document_language import other_language
from .document_texts import DocumentText, texts_of
from .fitted_pair import PairFitting
from .text_features import FeatureReader

__all__ = [
    "Aligned",
    "Alignment",
    "DocumentText",
    "FeatureReader",
    "PairFitting",
    "align",
    "other_language",
    "texts_of",
]
