"""The nouns that the stages hand to each other: frozen, whole at birth, no dicts.

Every translatable string is a `Text` that knows its file, line and column, so that whatever
happens to it later can be told to the person who wrote it.
"""

from ..jobs import Built, Job, Report
from .catalog import Message, Messages, Provenance, Signature, Waiver
from .copy import Copy, Value
from .leaflet import (
    Asset,
    Block,
    Bullets,
    Callout,
    Evidence,
    Figure,
    Form,
    Leaflet,
    Option,
    Options,
    Paragraph,
    Review,
    Section,
    Source,
    Steps,
    Table,
    Term,
    Terms,
    Text,
)
from .pack import Fate, Pack, Part, Row, State
from .sheet import (
    Clinic,
    Colour,
    Direction,
    Edition,
    Heading,
    Html,
    Language,
    LocalizedLeaflet,
    Overflow,
    Pdf,
    TemplateFile,
    TextStyle,
    Written,
)
from .standing import Standing
from .unit import GlossaryTerm, Translation, Unit, seal
from .walk import (
    map_texts,
    texts,
)
from .work import (
    Outcome,
    Task,
)

__all__ = [
    "STOPPED",
    "Asset",
    "Block",
    "Built",
    "Bullets",
    "Callout",
    "Clinic",
    "Colour",
    "Copy",
    "Direction",
    "Edition",
    "Evidence",
    "Fate",
    "Figure",
    "Form",
    "GlossaryTerm",
    "Heading",
    "Html",
    "Job",
    "Language",
    "Leaflet",
    "LocalizedLeaflet",
    "Message",
    "Messages",
    "Option",
    "Options",
    "Outcome",
    "Overflow",
    "Pack",
    "Paragraph",
    "Part",
    "Pdf",
    "Provenance",
    "Report",
    "Review",
    "Row",
    "Section",
    "Signature",
    "Source",
    "Standing",
    "State",
    "Steps",
    "Table",
    "Task",
    "TemplateFile",
    "Term",
    "Terms",
    "Text",
    "TextStyle",
    "Translation",
    "Unit",
    "Value",
    "Waiver",
    "Written",
    "map_texts",
    "seal",
    "texts",
]
