"""Answers → clinic.yaml: what is known as keys, all others as comments with what they are for."""

from __future__ import annotations

import json
import textwrap

from ... import pictures
from ...model.sheet import ENGLISH
from ..clinic import colours, schema
from .answers import Answers

# Numbers and names that are kept free for examples: Ofcom's drama numbers, and RFC 2606.
EXAMPLE_PHONE = "+44 20 7946 0958"
# Where the output folder is published: pages stand there under these names.
EXAMPLE_WEB = "https://clinic.example/leaflets/{language}/{leaflet}_{language}_web.html"
WIDTH = 96
HEAD = """\
# yaml-language-server: $schema=./schemas/clinic.schema.json
# Who the clinic is, and how its sheets look. `polyleaf check` says what is wrong, at its line.
"""
# What a key that is not used yet may be set to.
EXAMPLES = {
    "address": '[12 Example Street, "Second floor"]',
    "urgent_phone": '"+44 20 7946 0999"',
    "telephones": '[{label: appointments, number: "+44 20 7946 0958"}]',
    "email": "leaflets@clinic.example",
    "logo": "logo.svg",
    "source_language": "en",
    "leaflet_languages": "{hand-washing: [en]}",
    "editions": "[a4, web, large-print, booklet, trifold, bilingual]",
    "hours": '{mon-fri: "8:00-18:00", sat: "9:00-12:00", sun: closed}',
    "site": "https://clinic.example/leaflets/",
    "sites": '[{name: Hill Street Branch, phone: "+44 20 7946 0222"}]',
    "note": '"Bring your medicines. Call {clinic.phone} if you are late."',
    "footer": "Part of the Riverside group",
    "lines": "3",
    "about": "{show: [language, written_by, reviewed_by, funding, disclaimer]}",
    "colours": '{accent: "#0b4f5c"}',
    "font": "Source Sans 3",
    "paper": "a4",
    "columns": "1",
    "mono": "true",
    "duplex": "long-edge",
}


def clinic_text(answers: Answers, leaflet: str) -> str:
    """The file; the one leaflet that is there already is in its source language so far."""
    source = answers.source.tag
    tags = ", ".join(language.tag for language in answers.languages)
    known = {
        "name": json.dumps(answers.name, ensure_ascii=False),
        "phone": json.dumps(answers.phone or EXAMPLE_PHONE),
        "web": EXAMPLE_WEB,
        "country": json.dumps(answers.country),  # NO is a truth value of YAML 1.1
        "languages": f"[{tags}]",
        "editions": f"[{answers.paper}, web]",
        "paper": answers.paper,
        "about": "{show: [language, written_by, reviewed_by, funding, feedback, disclaimer]}",
    }
    if source != ENGLISH:
        known["source_language"] = source
    if len(answers.languages) > 1:
        written = ", ".join(language.tag for language in answers.english) or source
        known["leaflet_languages"] = f"{{{leaflet}: [{written}]}}"
    if answers.logo:
        known["logo"] = answers.logo.name
        if colour := pictures.main_colour(answers.logo.drawn):
            known["colours"] = '{{accent: "#{:02x}{:02x}{:02x}"}}'.format(*colours.darkened(colour))
    keys = schema()["properties"]
    parts = [_key(name, keys[name].get("description", ""), known) for name in keys]
    return HEAD + "\n" + "\n".join(parts)


def _key(name: str, description: str, known: dict[str, str]) -> str:
    """A key below what it is for; one that is not used is a comment."""
    more = {
        "phone": "" if known["phone"] != json.dumps(EXAMPLE_PHONE) else "REPLACE: an example",
        "web": "REPLACE: where output/ is published; add web to about, and sheets have its QR code",
        "leaflet_languages": "take a leaflet out once it is translated: `polyleaf catalogs`",
    }.get(name, "")
    about = textwrap.fill(
        f"{name}: {description}", WIDTH, initial_indent="# ", subsequent_indent="#   "
    )
    lines = [about, *([f"#   {more}"] if more and name in known else [])]
    lines.append(f"{name}: {known[name]}" if name in known else f"# {name}: {EXAMPLES[name]}")
    return "\n".join(lines) + "\n"
