"""The small Markdown: every string parses, and no text is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.inline import (
    END,
    FILLED,
    MAX_DEPTH,
    START,
    Cite,
    Emphasis,
    Foreign,
    Link,
    Node,
    Nodes,
    Placeholder,
    Run,
    Strong,
    bare,
    one_line,
    parse,
    plain,
    walk,
)

from ..strategies import any_text, markdown, phrases, thorough, trees

SIGNS = st.text(st.sampled_from("**[](){}\\@;.a1 ह皮ا\n"), max_size=30)


def strong(text: str) -> Strong:
    return Strong((Run(text),))


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("", ()),
        ("त्वचा लाल है।", (Run("त्वचा लाल है।"),)),
        ("**50%**的人", (strong("50%"), Run("的人"))),
        ("خذ **قرصين** يوميًا", (Run("خذ "), strong("قرصين"), Run(" يوميًا"))),
        ("*جلد* کی", (Emphasis((Run("جلد"),)), Run(" کی"))),
        ("**a *b***", (Strong((Run("a "), Emphasis((Run("b"),)))),)),
        ("***b***", (Emphasis((strong("b"),)),)),
        ("*foo **bar** baz*", (Emphasis((Run("foo "), strong("bar"), Run(" baz"))),)),
        ("*a **b***", (Emphasis((Run("a "), strong("b"))),)),
        ("**5 mg* now", (Run("*"), Emphasis((Run("5 mg"),)), Run(" now"))),
        ("**{clinic.phone}**的", (Strong((Placeholder("clinic.phone"),)), Run("的"))),
        ("服用**「两片」**后", (Run("服用"), strong("「两片」"), Run("后"))),
        ("و**«السكر»**", (Run("و"), strong("«السكر»"))),
        ("กิน**(ยา)**ทุกวัน", (Run("กิน"), strong("(ยา)"), Run("ทุกวัน"))),
        ("**하루 2회(아침)**는", (strong("하루 2회(아침)"), Run("는"))),
        ("a**(b)**c", (Run("a**(b)**c"),)),
        ("[a [b] c](https://x.org)", (Link("https://x.org", (Run("a [b] c"),)),)),
        ("[a](https://x.org/b_(c_(d)))", (Link("https://x.org/b_(c_(d))", (Run("a"),)),)),
        ("[a](<https://x.org/b(c>)", (Link("https://x.org/b(c", (Run("a"),)),)),
        (r"[a](https://x.org/\(b)", (Link("https://x.org/(b", (Run("a"),)),)),
        ("*[a](https://x.org/*b*)*", (Emphasis((Link("https://x.org/*b*", (Run("a"),)),)),)),
        ("[a *b](https://x.org)*", (Link("https://x.org", (Run("a *b"),)), Run("*"))),
        ("*a [@b]*", (Emphasis((Run("a "), Cite(("b",)))),)),
        ("see [@who-2009]", (Run("see "), Cite(("who-2009",)))),
        ("[@a.b; @c_d ;@e]", (Cite(("a.b", "c_d", "e")),)),
        ("{clinic.phone}拨打", (Placeholder("clinic.phone"), Run("拨打"))),
        ("[यहाँ](https://nhs.uk)", (Link("https://nhs.uk", (Run("यहाँ"),)),)),
        ("[**x** y](tel:+44)", (Link("tel:+44", (strong("x"), Run(" y"))),)),
        ("[a](https://x.org/b_(c))", (Link("https://x.org/b_(c)", (Run("a"),)),)),
        ("**a [@b]**", (Strong((Run("a "), Cite(("b",)))),)),
        ("😀 <b>not</b> &amp; `c`", (Run("😀 <b>not</b> &amp; `c`"),)),
    ],
)
def test_markup_makes_a_tree(source: str, tree: Nodes) -> None:
    assert parse(source) == tree


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2",
        "** no **",
        "**open",
        "a** b",
        "[words] alone",
        "[@]",
        "{not a name}",
        "{1}",
        "{}",
        "[a] (b)",
        "C:\\temp",
        "****",
    ],
)
def test_what_is_not_markup_is_text(text: str) -> None:
    assert parse(text) == (Run(text),)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"\*5\*", "*5*"),
        (r"\[@unknown\]", "[@unknown]"),
        (r"\{clinic.phone\}", "{clinic.phone}"),
        (r"a\\b", r"a\b"),
        (r"\ह", r"\ह"),
    ],
)
def test_a_backslash_escapes_a_sign(source: str, text: str) -> None:
    assert parse(source) == (Run(text),)


def test_a_pair_closes_at_the_next_sign_of_its_kind() -> None:
    assert parse("**a** and **b**") == (strong("a"), Run(" and "), strong("b"))
    assert parse("**a **b**") == (Run("**a "), strong("b"))
    assert parse("[a [b](c)") == (Run("[a "), Link("c", (Run("b"),)))


def test_line_breaks_of_the_file_are_spaces() -> None:
    assert one_line("  दो\n   पंक्तियाँ\r\n") == "दो पंक्तियाँ"
    assert parse("**two\nlines**\n") == (strong("two lines"),)


def test_no_break_and_ideographic_spaces_stay() -> None:
    assert one_line("10\u00a0mg\nدو") == "10\u00a0mg دو"
    assert parse("\u3000皮肤") == (Run("\u3000皮肤"),)
    assert plain(parse("**a\u00a0b**")) == "a\u00a0b"


def test_plain_text_has_no_citations() -> None:
    nodes = parse("**रोज़ेशिया** [@a], *आँखें* [@b] और [त्वचा](https://x.org): {clinic.phone} [@c].")
    assert plain(nodes) == "रोज़ेशिया, आँखें और त्वचा: {clinic.phone}."


def test_walk_yields_parents_before_children() -> None:
    inner: Node = Run("x")
    link = Link("u", (inner,))
    foreign = Foreign("ltr", (link,))
    assert list(walk((Strong((foreign,)), Cite(("c",))))) == [
        Strong((foreign,)),
        foreign,
        link,
        inner,
        Cite(("c",)),
    ]


@given(SIGNS | any_text | phrases)
@thorough
def test_every_string_parses(text: str) -> None:
    for node in walk(parse(text)):
        assert node != Run("")


@given(any_text | phrases)
@thorough
def test_text_without_signs_comes_back_unchanged(text: str) -> None:
    text = "".join(c for c in text if c not in "*[]{}\\\n").strip(" \t\r")
    assert parse(text) == ((Run(text),) if text else ())


@given(SIGNS | phrases)
@thorough
def test_plain_keeps_every_letter(text: str) -> None:
    text = text.replace("@", "").replace("](", "]")  # citations and addresses are not words
    assert [c for c in plain(parse(text)) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(trees)
@thorough
def test_a_written_tree_is_read_back(tree: Nodes) -> None:
    assert parse(markdown(tree)) == tree


@pytest.mark.slow
def test_emphases_in_each_other_are_no_deeper_than_they_can_be_drawn() -> None:
    text = "*a **b " * 1_250 + "c" + "***" * 1_250
    nodes = parse(text)
    depth = 0
    while any(inner := [node for node in nodes if isinstance(node, Strong | Emphasis)]):
        nodes, depth = inner[0].children, depth + 1
    assert depth == MAX_DEPTH
    assert plain(parse(text)).count("a") == 1_250


def test_bare_text_has_no_markup_of_ours() -> None:
    text = r"**a** [b](https://x.org) \_c\_ {clinic.phone} [@d] *e"
    assert bare(text) == f"a {START}b{END} xcx {FILLED} {FILLED} *e"


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["**a ", "*a ", "[", "[@a;", "[a](", "{a.", "\\", "*a", "**a*"])
def test_a_text_full_of_open_signs_takes_no_longer_than_others(sign: str) -> None:
    start = time.process_time()
    parse(sign * 10_000)
    assert time.process_time() - start < 2
