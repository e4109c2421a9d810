"""A document in every language: CLDR's own names of languages, territories and months."""

from __future__ import annotations

from itertools import islice

from babel import Locale

from polyleaf import languages, typography
from polyleaf.markup import inline_html
from polyleaf.model import inline
from polyleaf.model.findings import Where
from polyleaf.model.sheet import Html, Language

# By script (ISO 15924); of languages with several, the tag names it.
TAGS = {
    "Latn": """af ast az bs ca cs cy da de en es et eu fi fil fo fr fy ga gd gl ha hr hu id ig is it
        jv ku lb lt lv mi ms mt nb nl nn oc pl pt qu ro sk sl so sq sr-Latn sv sw tk to tr uz vi yo
        zu""",
    "Cyrl": "be bg kk ky mk mn ru sr tg tt uk",
    "Grek": "el",
    "Armn": "hy",
    "Geor": "ka",
    "Hebr": "he yi",
    "Arab": "ar ckb fa ks ps sd ug ur",
    "Syrc": "syr",
    "Nkoo": "nqo",
    "Adlm": "ff-Adlm",
    "Deva": "brx hi kok mai mr ne",
    "Beng": "as bn",
    "Guru": "pa",
    "Gujr": "gu",
    "Orya": "or",
    "Taml": "ta",
    "Telu": "te",
    "Knda": "kn",
    "Mlym": "ml",
    "Sinh": "si",
    "Olck": "sat",
    "Cakm": "ccp",
    "Thai": "th",
    "Laoo": "lo",
    "Mymr": "my",
    "Khmr": "km",
    "Tibt": "bo dz",
    "Ethi": "am ti",
    "Tfng": "zgh",
    "Vaii": "vai",
    "Cher": "chr",
    "Yiii": "ii",
    "Hans": "zh-Hans",
    "Hant": "yue zh-Hant zh-Hant-HK",
    "Jpan": "ja",
    "Kore": "ko",
}
ALL = [(script, tag) for script, tags in TAGS.items() for tag in tags.split()]
# Not supported, and what the error says of it.
UNSUPPORTED = {
    "mn-Mong-CN": "Mong: it is written in columns from top to bottom, which the engine cannot do",
    "cop": "add [script.Copt]",
    "en-Dsrt": "add [script.Dsrt]",
    "en-Shaw": "add [script.Shaw]",
}
CSS = """
@page { size: A5; margin: 15mm }
html { font-size: 12pt; line-height: var(--leading); overflow-wrap: anywhere }
"""


def names(tag: str) -> dict[str, list[str]]:
    """What CLDR calls languages, territories and months in the language itself."""
    locale = Locale.parse(tag.replace("-", "_"))
    return {
        "languages": [name for code, name in sorted(locale.languages.items()) if code.isalpha()],
        "territories": [name for code, name in sorted(locale.territories.items())],
        "months": [name for _, name in sorted(locale.months["format"]["wide"].items())],
    }


def words(tag: str, most: int = 60) -> list[str]:
    """Paragraphs: names in a row, at most so many of a kind."""
    language = languages.find(tag)
    return [language.list_separator.join(islice(kind, most)) for kind in names(tag).values()]


def document(tag: str) -> Html:
    language = languages.find(tag)
    paragraphs = "\n".join(f"<p>{typeset(text, language)}</p>" for text in words(tag))
    style = f"font-family: {', '.join(map(repr, language.families))}"
    text = (
        f'<!DOCTYPE html><html lang="{tag}" dir="{language.direction}"'
        f' style="{style}; --leading: {language.line_height}">'
        f"<title>{language.own_name}</title><body><h1>{language.own_name}</h1>{paragraphs}"
    )
    return Html(text, CSS, language.families, Where(tag))


def typeset(text: str, language: Language) -> str:
    nodes = typography.typeset((inline.Run(text),), language, {}, paper=True)
    return str(inline_html.html(nodes, {}, language.direction))
