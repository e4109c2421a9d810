"""Shorthand properties → what they stand for (CSS Fonts 4, 2.7; SVG 1.1, 11.6.2)."""

from __future__ import annotations

import re

from .property_tables import GLOBAL, NUMERIC_WEIGHTS

# Features with which letters look otherwise: small capitals, raised figures and the like.
OTHER_LETTERS = re.compile(
    r"[\"'](smcp|c2sc|pcap|c2pc|unic|titl|sups|subs|sinf|ordn|frac|afrc|numr|dnom|zero|onum|swsh|"
    r"salt|ss\d\d|cv\d\d|[hf]wid|vert|vrt2)[\"'](?!\s+(?:0|off)\b)",
    re.IGNORECASE,
)
# CSS Text 4, 3.1: what `white-space` stands for.
COLLAPSED = {"collapse": "normal", "preserve": "pre", "preserve-breaks": "pre-line",
             "preserve-spaces": "pre"}  # fmt: skip


def longhands(name: str, value: str) -> list[tuple[str, str]]:
    """A shorthand as what it stands for; any other property as it is."""
    if name == "marker":
        return [(f"marker-{place}", value) for place in ("start", "mid", "end")]
    if name == "text-decoration-line":
        return [("text-decoration", value)]
    if name == "font":
        return _font(value)
    if name == "font-variant" and value.lower() == "normal":
        return []
    if name == "font-feature-settings" and not OTHER_LETTERS.search(value):
        return []
    if name == "white-space-collapse":
        return [("white-space", COLLAPSED.get(value.lower(), value))]
    return [(name, value)]


FONT = re.compile(
    r"((?:(?:normal|italic|oblique|small-caps|bold|bolder|lighter|[1-9]\d{0,2}|1000|"
    r"(?:ultra-|extra-|semi-)?(?:condensed|expanded))\s++)*+)"
    r"([^\s/,]++)(?:\s*+/\s*+[^\s,]++)?\s++(.+)", re.IGNORECASE | re.DOTALL,
)  # fmt: skip


def _font(value: str) -> list[tuple[str, str]]:
    if value.lower() in GLOBAL:
        return [(each, value) for each in ("font-style", "font-weight", "font-size", "font-family")]
    match = FONT.fullmatch(value.strip())
    if match is None:
        return []
    found = {"font-style": "normal", "font-weight": "normal"}
    for word in match[1].lower().split():
        if word in ("italic", "oblique"):
            found["font-style"] = word
        elif word == "small-caps":
            found["font-variant"] = word
        elif (word in NUMERIC_WEIGHTS and word != "normal") or word.isdigit():
            found["font-weight"] = word
    return [*found.items(), ("font-size", match[2]), ("font-family", match[3])]
