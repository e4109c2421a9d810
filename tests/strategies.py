"""What the property tests draw from: text in many scripts, trees of markup, catalogs."""

from __future__ import annotations

import string
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from polyleaf.languages import normalised
from polyleaf.model.inline import Cite, Emphasis, Link, Node, Nodes, Placeholder, Run, Strong
from polyleaf.translation.catalog import Catalog, Entry
from polyleaf.translation.catalog.messages import NOWHERE, Previous

# The first run in a process imports Babel and more; how long an example takes says nothing.
quick = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
thorough = settings(quick, max_examples=200)

# Every plane. Lone surrogates cannot be encoded; U+0000 and U+0004 have a meaning to gettext.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\0\4")
any_text = st.text(CHARACTERS)
any_bytes = st.binary(max_size=200)

# Words as they stand in leaflets: scripts, doses, brackets, signs, accents of their own, emoji.
WORDS = [
    *[
        "skin",
        "Paracetamol",
        "500",
        "mg",
        "IL-6",
        "5-10",
        "5–10",
        "-5",
        "+44",
        "20",
        "7946",
        "(020)",
    ],
    *["50%", "≤3", "B12", "e\u0301tat", "кожа", "δέρμα", "皮肤", "每天2次", "「は」"],
    *["त्वचा", "को", "में", "१२३", "रोज़ेशिया", "الجلد", "مرتين", "٥٠", "كتابٌ", "جلد،", "کی", "۱۲"],
    *["יום", "ב-5", "שָׁלוֹם", "😀", "👩🏽\u200d⚕️", "5️⃣", "\u00a0", "\u200e", "\u200f"],
    *"()[]«»:;/,.!?،؛۔–—…°",
]
phrases = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)

_names = st.text(string.ascii_lowercase + "-", min_size=1, max_size=6).map(lambda s: f"a{s}")
_runs = st.one_of(
    st.sampled_from(WORDS).filter(str.strip), st.text(CHARACTERS, min_size=1, max_size=5)
).map(lambda text: "".join(c for c in text if not c.isspace()) or "x")


def _inside(nodes: tuple[Node, ...]) -> Nodes:
    """Nodes with a word and a space between each two: two runs in a row would be one."""
    spaced: list[Node] = []
    for node in nodes:
        if spaced:
            spaced.append(Run(" "))
        spaced.append(node)
    return _merge(spaced)


def _merge(nodes: list[Node]) -> Nodes:
    merged: list[Node] = []
    for node in nodes:
        if merged and isinstance(node, Run) and isinstance(last := merged[-1], Run):
            merged[-1] = Run(last.text + node.text)
        else:
            merged.append(node)
    return tuple(merged)


def _several(node: st.SearchStrategy[Node], least: int = 1) -> st.SearchStrategy[Nodes]:
    return st.lists(node, min_size=least, max_size=4).map(tuple).map(_inside)


_leaves: st.SearchStrategy[Node] = st.one_of(
    _runs.map(Run),
    st.builds(Cite, st.lists(_names, min_size=1, max_size=3).map(tuple)),
    st.builds(lambda name: Placeholder(f"clinic.{name.replace('-', '_')}"), _names),
)
_words: st.SearchStrategy[Node] = _runs.map(Run)
_emphasis: st.SearchStrategy[Node] = st.builds(Emphasis, _several(_leaves))
_links: st.SearchStrategy[Node] = st.builds(
    Link,
    st.sampled_from(["https://www.nhs.uk/a_(b)", "tel:+442079460958", "mailto:a@b.example"]),
    _several(_words),
)
# At its ends stand no emphases: three stars are an emphasis around a strong text.
_strong: st.SearchStrategy[Node] = st.builds(
    lambda first, inside, last: Strong(_inside((first, *inside, last))),
    _leaves,
    st.lists(st.one_of(_leaves, _links, _emphasis), max_size=3).map(tuple),
    _leaves | _links,
)
trees = _several(st.one_of(_leaves, _emphasis, _links, _strong), least=0)


def markdown(nodes: Nodes) -> str:
    """The tree as an author would write it, every sign that is meant as a letter escaped."""
    return "".join(map(_markdown, nodes))


def _markdown(node: Node) -> str:
    match node:
        case Run(text):
            return "".join(f"\\{c}" if c in string.punctuation else c for c in text)
        case Cite(sources):
            return f"[{'; '.join(f'@{source}' for source in sources)}]"
        case Placeholder(name):
            return f"{{{name}}}"
        case Strong(children):
            return f"**{markdown(children)}**"
        case Emphasis(children):
            return f"*{markdown(children)}*"
        case Link(address, children):
            return f"[{markdown(children)}]({address})"
    raise AssertionError(node)


# ── Catalogs ─────────────────────────────────────────────────────────────────────────────────────

HEADER = (
    "Project-Id-Version: Polyleaf rosacea\n"
    "POT-Creation-Date: 2026-11-22 20:16+0000\n"
    "PO-Revision-Date: 2026-11-22 20:00+0000\n"
    "Last-Translator: A nurse <nurse@clinic.example>\n"
    "Language-Team: Hindi\n"
    "Language: hi\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: nplurals=2; plural=(n > 1);\n"
    "X-Polyleaf-Method: human\n"
    "X-Polyleaf-Reviewed-By: \n"
    "X-Polyleaf-Reviewed-On: \n"
)
po_texts = st.one_of(
    phrases, any_text, st.text(st.sampled_from('"\\\n\t\r ntx07a#~|त🧴'), max_size=12)
).map(normalised)  # as they are read
_lines = st.one_of(phrases, any_text).map(
    lambda text: "".join(c for c in text if c not in "\n\r").strip()
)
_places = st.sampled_from(
    ["content/rosacea.yaml:12", "content/my leaflet.yaml:3", "content/त्वचा.yaml:7", "README", "a b"]
)
_flags = st.sampled_from([(), ("python-brace-format",), ("python-brace-format", "no-wrap")])
_optional_texts = st.none() | po_texts


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    msgid_plural = draw(st.none() | po_texts)
    forms = 1 if msgid_plural is None else draw(st.integers(1, 4))
    obsolete = draw(st.booleans())
    translated = po_texts.filter(bool) if obsolete else po_texts  # else gettext drops it
    first = draw(translated)  # gettext takes a message for translated if its first form is
    msgstr = (first, *(draw(translated) if first else "" for _ in range(forms - 1)))
    fuzzy = ("fuzzy",) if msgstr[0] and draw(st.booleans()) else ()
    return Entry(
        msgid=draw(po_texts.filter(bool)),
        msgstr=msgstr,
        msgctxt=draw(st.none() | st.sampled_from(["", "how/step"]) | po_texts),
        msgid_plural=msgid_plural,
        comments=draw(st.lists(_lines, max_size=2).map(tuple)),
        extracted=() if obsolete else draw(st.lists(_lines, max_size=2).map(tuple)),
        references=() if obsolete else draw(st.lists(_places, max_size=3, unique=True).map(tuple)),
        flags=(*fuzzy, *draw(_flags)),
        previous=draw(st.none() | st.builds(Previous, _optional_texts, po_texts, _optional_texts)),
        obsolete=obsolete,
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A catalog as merging leaves it: each message once, what is obsolete at the end."""
    drawn = draw(st.lists(entries(), max_size=5, unique_by=lambda entry: entry.key))
    header = Entry(
        msgid="", msgstr=(HEADER,), comments=draw(st.lists(_lines, max_size=2).map(tuple))
    )
    return Catalog("x.po", header, tuple(sorted(drawn, key=lambda entry: entry.obsolete)))


def bare(catalog: Catalog) -> tuple[Entry, ...]:
    """What a catalog says, wherever in its file it says it."""
    return tuple(
        replace(entry, where=NOWHERE, translated_where=NOWHERE)
        for entry in (catalog.header, *catalog.entries)
    )


@st.composite
def spoiled(draw: st.DrawFn, data: bytes, pieces: tuple[bytes, ...]) -> bytes:
    """`data` with a few cuts, copies and insertions, as a careless hand makes them."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        new = draw(st.sampled_from(pieces) | st.binary(max_size=3) | st.just(data[start:end] * 2))
        data = data[:start] + new + data[end:]
    return data
