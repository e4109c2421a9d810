"""TMX files of any tool are read, and a damaged one is a finding at its line."""

from __future__ import annotations

import pytest

from polyleaf.model.findings import PolyleafError
from polyleaf.translation.memory import tmx

HEAD = '<?xml version="1.0" encoding="{}"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
BODY = """\
<tmx version="1.4"><header creationtool="x" srclang="*all*"/><body>
<tu><note>Ñ</note><tuv xml:lang="EN-US"><prop type="p">no</prop><seg>Dry &amp; rub</seg></tuv>
<tuv lang="es_ES"><seg>Seque &#x2019;y&#8217; frote</seg></tuv><tuv lang="es-MX"><seg/></tuv></tu>
</body></tmx>
"""
UNITS = [((("EN-US", "Dry & rub"), ("es_ES", "Seque ’y’ frote")), 4)]


def units(data: bytes) -> list[tuple[tuple[tuple[str, str], ...], int]]:
    return [(unit.variants, unit.line) for unit in tmx.read(data, "old.tmx")]


def fault(data: str | bytes) -> str:
    with pytest.raises(PolyleafError) as caught:
        list(tmx.read(data if isinstance(data, bytes) else data.encode(), "old.tmx"))
    (finding,) = caught.value.findings
    assert finding.code == "memory-syntax"
    return f"{finding.where.line}: {finding.message}"


@pytest.mark.parametrize(
    ("said", "charset"),
    [
        ("UTF-8", "utf-8"),
        ("UTF-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("utf-16", "utf-16-le"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("UTF-16", "utf-8"),  # saved again by an editor
        ("UTF-16", "utf-8-sig"),
    ],
)
def test_a_file_is_read_in_the_encoding_of_its_tool(said: str, charset: str) -> None:
    assert units((HEAD.format(said) + BODY).encode(charset)) == UNITS


@pytest.mark.parametrize(
    ("segment", "text"),
    [
        ('Rub <bpt i="1">**</bpt>well<ept i="1">**</ept>.', "Rub **well**."),
        ('Call <ph x="1" type="y">{clinic.phone}</ph>.', "Call {clinic.phone}."),
        ("Rub <bpt i='1'>&lt;b&gt;</bpt>well<ept i='1'>&lt;/b&gt;</ept>.", "Rub well."),
        ("Rub <it pos='begin'>{\\i </it>well <ut>\\b</ut>now.", "Rub well now."),
        ("Rub <hi type='x'>them <hi>well</hi></hi>.", "Rub them well."),
        ("Rub<ph>fn<sub>a note <ph>x</ph></sub></ph> well.", "Rub well."),
        (
            "Call <ph>&lt;mq:rxt displaytext='x' val=\"{clinic.phone}\" /&gt;</ph>.",
            "Call {clinic.phone}.",
        ),
        ("cafe\u0301", "café"),
        ("<![CDATA[a < b]]>", "a < b"),
    ],
)
def test_inline_tags_are_markup_of_ours_or_nothing(segment: str, text: str) -> None:
    assert units(BODY.replace("Dry &amp; rub", segment).encode())[0][0][0][1] == text


def test_a_damaged_file_is_reported_at_its_line() -> None:
    assert fault(BODY[:150]) == "2: no TMX: no element found"
    assert fault(BODY.replace("</tu>", "")).startswith("4: no TMX: mismatched tag")
    assert fault(BODY.replace("Dry", "a&#x1F;b")).startswith("2: no TMX: reference to invalid char")
    assert fault(BODY.encode("latin-1")) == "2: no TMX: not well-formed (invalid token)"
    assert fault("") == "1: no TMX: no element found"
    assert fault("<html/>") == "1: no TMX: its root is <html>"
    assert fault(HEAD.format("nonsense") + BODY) == "1: no TMX: unknown encoding: nonsense"
    assert fault("<tmx>" + 99 * "<a>") == "1: no TMX: it is nested more than 64 deep"


def test_nothing_is_read_from_elsewhere_and_nothing_explodes() -> None:
    laughs = "".join(f'<!ENTITY l{n + 1} "{10 * f"&l{n};"}">\n' for n in range(9))
    doctype = '<!DOCTYPE tmx [\n<!ENTITY l0 "lol">\n' + laughs + "]>\n"
    assert fault(doctype + BODY.replace("Dry", "&l9;")).startswith('3: no TMX: its entity "l1"')
    outside = '<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n'
    assert fault(outside + BODY.replace("Dry", "&e;")).endswith("from elsewhere")
    outside = '<!DOCTYPE tmx [<!ENTITY % e SYSTEM "http://x.example/y"> %e;]>\n'
    assert fault(outside + BODY).endswith("from elsewhere")
    undeclared = HEAD.format("UTF-8") + BODY.replace("Dry", "&nbsp;")
    assert fault(undeclared) == "4: no TMX: it uses &nbsp;, which it does not declare"
    declared = '<!DOCTYPE tmx [<!ENTITY nbsp "&#160;">]>' + BODY.replace("Dry &", "Dry&nbsp;&")
    assert units(declared.encode())[0][0][0][1] == "Dry\u00a0& rub"
