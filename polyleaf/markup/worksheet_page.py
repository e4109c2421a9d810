"""Worksheet × templates → Html: instruments with their items, answers, places and room to write."""

from __future__ import annotations

from .. import languages
from ..model.clinic import Clinic
from ..model.leaflet import Leaflet
from ..model.sheet import Edition, Html
from ..model.worksheet import Worksheet
from .fill import fill
from .pack_page import PackTexts

SHOWN = 3  # places of an item that are quoted; the JSON has all


def worksheet_page(made: Worksheet, leaflet: Leaflet, templates: Edition, clinic: Clinic) -> Html:
    """Its own words are for staff, in English; raises PolyleafError for errors in templates."""
    english, own = languages.find(languages.ENGLISH), made.language
    families = tuple(dict.fromkeys((*english.families, *own.families)))
    variables = {
        "made": made,
        "language": own,
        "families": families,
        "clinic": clinic,
        "shown": SHOWN,
        "staff": PackTexts(english, {}, {}, {}),
        "quoted": PackTexts(own, {}, {}, {}),
    }
    document = fill(templates, templates.template("worksheet.html"), variables)
    return Html(document, templates.css, families, leaflet.where)
