"""A catalog is read without loss, or every fault is reported."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.model.catalog import Message
from polyleaf.model.findings import PolyleafError, Where
from polyleaf.translation import catalog
from polyleaf.translation.catalog import messages
from polyleaf.translation.catalog.messages import Previous

from ...strategies import any_bytes, any_text, quick, spoiled, thorough
from .po import FIRST, HEAD, faults, gettext, one, read

FULL = """\
# अनुवादक का नोट
#.  key-point
#: content/rosacea.yaml:12 content/त्वचा.yaml:7
#, fuzzy, python-brace-format
#| msgctxt "leaflet/title"
#| msgid "Call {clinic.phone}"
msgctxt "leaflet/key-point"
msgid ""
"Call \\"{clinic.phone}\\"\\n"
"today"
msgstr "आज {clinic.phone} पर फ़ोन करें 😀"

msgid "day"
msgid_plural "days"
msgstr[0] "दिन"
msgstr[1] "दिनों"

#~ msgid "gone"
#~ msgstr "गया"
"""


def test_an_entry_has_all_that_is_written() -> None:
    first, second, third = read(FULL).entries
    assert first.comments == ("अनुवादक का नोट",)
    assert first.extracted == ("key-point",)
    assert first.references == ("content/rosacea.yaml:12", "content/त्वचा.yaml:7")
    assert first.flags == ("fuzzy", "python-brace-format")
    assert first.previous == Previous("leaflet/title", "Call {clinic.phone}", None)
    assert first.key == ("leaflet/key-point", 'Call "{clinic.phone}"\ntoday')
    assert first.msgstr == ("आज {clinic.phone} पर फ़ोन करें 😀",)
    assert (second.msgid_plural, second.msgstr) == ("days", ("दिन", "दिनों"))
    assert (third.msgid, third.msgstr, third.obsolete) == ("gone", ("गया",), True)


def test_an_entry_knows_the_lines_of_its_text_and_of_its_translation() -> None:
    first, second, third = read(FULL).entries
    assert (first.where.line, first.translated_where.line) == (FIRST + 6, FIRST + 10)
    assert (second.where.line, second.translated_where.line) == (FIRST + 12, FIRST + 14)
    assert third.where == Where("hi.po", FIRST + 17)


def test_the_header_is_apart_from_the_messages() -> None:
    found = read('msgid "a"\nmsgstr "b"\n')
    assert (found.field("Language"), found.field("language"), found.field("No")) == ("hi", "hi", "")
    assert [entry.msgid for entry in found.entries] == ["a"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r"\"quoted\"", '"quoted"'),
        (r"a\\n", r"a\n"),
        (r"1\n2\t3\r4", "1\n2\t3\r4"),
        (r"\a\b\f\v", "\a\b\f\v"),
        (r"\303\251t\xC3\xA9", "été"),
        (r"\\303", r"\303"),
        (r"\1018", "A8"),
        ("त्वचा 皮肤 الجلد 𐎀", "त्वचा 皮肤 الجلد 𐎀"),
        ("tab\tin it", "tab\tin it"),
        ("\u2028 \x85 \u00a0", "\u2028 \x85 \u00a0"),
    ],
)
def test_escapes_mean_what_they_mean_to_gettext(written: str, text: str) -> None:
    entry = one(f'msgid "a"\nmsgstr "{written}"\n')
    assert entry.msgstr == (text,)


def test_several_strings_on_a_line_are_one() -> None:
    assert one('msgid "a" "b"\nmsgstr "क" \t"ख"\n').msgstr == ("कख",)


def test_a_comment_of_an_obsolete_message_may_be_marked_so() -> None:
    entry = one('#~ #, python-format\n#~ msgid "a"\n#~ msgstr "क"\n')
    assert (entry.flags, entry.obsolete) == (("python-format",), True)


def test_what_looks_like_such_a_comment_inside_a_text_is_text() -> None:
    assert one('msgid "#~#, fuzzy"\nmsgstr "क #~ # ख"\n').msgstr == ("क #~ # ख",)


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    plain = (HEAD + FULL).encode()
    windows = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    assert catalog.read(windows, "hi.po") == catalog.read(plain, "hi.po")


def test_blank_lines_are_not_needed_and_do_not_hurt() -> None:
    close = 'msgid "a"\nmsgstr "b"\nmsgid "c"\n\nmsgstr "d"\n#~ msgid "e"\n#~ msgstr "f"'
    assert [(e.msgid, e.msgstr[0], e.obsolete) for e in read(close).entries] == [
        ("a", "b", False),
        ("c", "d", False),
        ("e", "f", True),
    ]


def test_the_former_text_of_a_dead_message_leaves_the_one_before_alive() -> None:
    active, dead = read(
        'msgid "a"\nmsgstr "b"\n#~| msgid "old"\n#~ msgid "c"\n#~ msgstr "d"\n'
    ).entries
    assert (active.obsolete, active.previous) == (False, None)
    assert (dead.obsolete, dead.previous) == (True, Previous(None, "old", None))


def test_the_former_text_is_not_a_comment() -> None:
    entry = one(
        '#| msgctxt "x"\n#| msgid ""\n#| "पुराना "\n#| "पाठ"\n#| msgid_plural "s"\n'
        'msgid "a"\nmsgstr "b"\n'
    )
    assert entry.previous == Previous("x", "पुराना पाठ", "s")
    assert entry.comments == ()


def test_an_empty_context_is_not_none() -> None:
    bare, empty = read('msgid "a"\nmsgstr ""\n\nmsgctxt ""\nmsgid "a"\nmsgstr ""\n').entries
    assert (bare.msgctxt, empty.msgctxt) == (None, "")


def test_a_file_name_with_spaces_is_one_place_wherever_its_line_breaks() -> None:
    entry = one('#: a.yaml:1 ⁨content/my\n#: leaflet.yaml⁩:3 ⁨b c⁩\nmsgid "a"\nmsgstr ""\n')
    assert entry.references == ("a.yaml:1", "content/my leaflet.yaml:3", "b c")


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        ('msgid "a"\nmsgstr "b\n', "1 po-syntax: the string does not end"),
        ('msgid "a"\nmsgstr "b\\"\n', "1 po-syntax: the string does not end"),
        ('msgid "a"\nmsgstr "b" c\n', "1 po-syntax: there is text after the string"),
        ('msgid "a"\nmsgstr "b "c" d"\n', "1 po-syntax: there is text after the string"),
        ('msgid "a"\nmsgstr "50\\% त्वचा"\n', "1 po-syntax: unknown escape \\%"),
        ('msgid "a"\nmsgstr "b\\351"\n', "1 po-syntax: \\351 is not UTF-8"),
        ('msgid "a"\nmsgstr "b\\777"\n', "1 po-syntax: \\777 is not UTF-8"),
        ('msgid "a"\nmsgstr "b\\0c"\n', "1 po-syntax: the string holds the character U+0000"),
        ('msgid "a\\4c"\nmsgstr "b"\n', "0 po-syntax: the string holds the character U+0004"),
        ('# a\0b\nmsgid "a"\nmsgstr "b"\n', "0 po-syntax: the line holds the character U+0000"),
        ('msgid "a"\nmsgstr b\n', "1:1 po-syntax: cannot read: msgstr b"),
        ('msgid "a"\nmsgstr[' + "1" * 5000 + '] "b"\n', "1:1 po-syntax: cannot read: msgstr[1111"),
        ('msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', "1:1 po-syntax: cannot read: <<<<<<< HEAD"),
        ('"a"\n', "0 po-syntax: a string without a keyword before it"),
        ('msgid "a"\n', "0 po-syntax: a message without msgstr"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "0 po-syntax: a message without msgstr"),
        (
            'msgctxt "x"\nmsgid "a"\n\nmsgctxt "x"\nmsgid "b"\nmsgstr "c"\n',
            "0 po-syntax: a message without msgstr",
        ),
        ('msgid "a"\n#| msgid "x"\nmsgid "b"\nmsgstr "c"', "0 po-syntax: a message without msgstr"),
        ('msgctxt "a"\nmsgstr "b"\n', "0 po-syntax: a message without msgid"),
        ('#| msgid "a"\nmsgstr "b"\n', "0 po-syntax: a message without msgid"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "2 po-syntax: a second msgstr in one message"),
        ('#~ msgid "a"\nmsgstr "b"\n', "1 po-syntax: the line begins with another"),
        ('msgid "a"\n#~ msgstr "b"\n', "1 po-syntax: the line begins with another"),
        ('#| msgid "a"\n#~ msgid "b"\n#~ msgstr "c"\n', "1 po-syntax: the line begins with"),
        ('#| msgid "a"\n"b"\nmsgid "c"\nmsgstr "d"\n', "1 po-syntax: the line begins with another"),
        ('#| msgctxt "a"\nmsgid "b"\nmsgstr "c"\n', "1 po-syntax: a former text (#|) without its"),
        (
            'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n',
            "0 po-syntax: plural forms [0, 2] are not consecutive",
        ),
        ('msgid "a"\nmsgstr[0] "b"\nmsgstr[1] "c"\n', "0 po-syntax: msgid_plural and msgstr[0]"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "0 po-syntax: msgid_plural and msgstr[0]"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', '3 po-duplicate: the message "a"'),
        ('msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', "3 po-duplicate: the message"),
        ('msgid ""\nmsgstr "a"\n', '0 po-merged: a second header'),
    ],
)  # fmt: skip
def test_a_fault_is_reported_with_its_line(message: str, fault: str) -> None:
    offset, rest = fault.split(" ", 1)
    line, colon, column = offset.partition(":")
    (reported,) = faults(HEAD + message)
    assert reported.startswith(f"{FIRST + int(line)}{colon}{column} {rest}")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("", "1 po-header: the file has no header"),
        ('msgid "a"\nmsgstr "b"\n', "1 po-header: the file has no header"),
        ('#~ msgid ""\n#~ msgstr "charset=UTF-8"\n', "1 po-header: the file has no header"),
        ('msgid ""\nmsgstr "Language: hi\\n"\n', "2 po-encoding: the header declares no charset"),
        (
            HEAD.replace("UTF-8", "UTF-16"),
            "3 po-encoding: the header declares the charset UTF-16, which is none for PO files",
        ),
        (
            HEAD.replace("UTF-8", "rot13"),
            "3 po-encoding: the header declares the charset rot13, which is none for PO files",
        ),
        (
            HEAD.replace("UTF-8", "CP1252") + 'msgid "a"\nmsgstr "é"\n',
            "3 po-encoding: the header declares the charset CP1252, but the file is UTF-8",
        ),
        (
            HEAD.replace("UTF-8", "GB2312").encode() + b'msgid "a"\nmsgstr "\xd6\xd0\xff"\n',
            f"{FIRST + 1}:11 po-encoding: the byte 0xFF is not GB2312, as the header says",
        ),
        (
            HEAD.encode() + 'msgid "a"\nmsgstr "त्वचा '.encode() + b'\xe9"\n',
            f"{FIRST + 1}:15 po-encoding: the byte 0xE9 is not UTF-8",
        ),
        (HEAD.encode("utf-16"), "1 po-encoding: the file is UTF-16"),
    ],
)
def test_a_file_that_is_not_a_catalog_is_reported(data: str | bytes, fault: str) -> None:
    assert faults(data) == [fault]


def test_all_faults_of_a_file_are_reported_at_once() -> None:
    reported = faults(
        HEAD.replace("charset=UTF-8", "none")
        + 'msgid "a"\nmsgstr "\\q"\n\nmsgid "b"\n\nmsgid "c"\nmsgstr ""\n\nmsgid "c"\nmsgstr ""\n'
    )
    assert [line.split(":")[0] for line in reported] == [
        "2 po-encoding",
        f"{FIRST + 1} po-syntax",
        f"{FIRST + 3} po-syntax",
        f"{FIRST + 8} po-duplicate",
    ]


def test_a_fault_says_what_to_do() -> None:
    with pytest.raises(PolyleafError, match=r'a quote inside a string is written \\"'):
        read('msgid "a"\nmsgstr "b\n')
    with pytest.raises(PolyleafError, match=f"first on line {FIRST}; keep one"):
        read('msgid "a"\nmsgstr ""\n\nmsgid "a"\nmsgstr ""\n')


def test_what_is_fuzzy_empty_or_obsolete_is_not_for_print() -> None:
    body = 'msgid "a"\nmsgstr "क"\n#, fuzzy\nmsgid "b"\nmsgstr "ख"\nmsgid "c"\nmsgstr ""\n'
    method = HEAD.replace('"Language', '"X-Polyleaf-Method: human\\n"\n"Language')
    found = messages(
        catalog.read((method + body + '#~ msgid "d"\n#~ msgstr "घ"').encode(), "hi.po")
    )
    line = FIRST + 2
    assert found.found == {
        (None, "a"): Message("क", True, False, Where("hi.po", line)),
        (None, "b"): Message("ख", False, True, Where("hi.po", line + 3)),
        (None, "c"): Message("", False, False, Where("hi.po", line + 5)),
    }


@pytest.mark.parametrize(
    ("fields", "method"),
    [
        ("", "untold"),
        ("X-Polyleaf-Method: \n", "untold"),
        ("X-Polyleaf-Method: magic\n", "untold"),
        ("X-Polyleaf-Method: Machine_Edited\n", "machine-edited"),
    ],
)
def test_what_a_header_does_not_say_is_not_told(fields: str, method: str) -> None:
    head = HEAD.rstrip() + "".join(f'\n"{line}\\n"' for line in fields.splitlines())
    assert messages(catalog.read(head.encode(), "hi.po")).provenance.method == method


def test_a_date_that_is_none_is_reported() -> None:
    head = HEAD.rstrip() + '\n"X-Polyleaf-Method: human\\nX-Polyleaf-Reviewed-On: कल\\n"\n'
    with pytest.raises(PolyleafError, match=r"hi.po:1: error\[po-reviewed-on\]"):
        messages(catalog.read(head.encode(), "hi.po"))


@pytest.mark.parametrize(
    ("fields", "signature"),
    [
        ("", "none"),
        ("X-Polyleaf-Reviewed-By: डॉ. राव\\n", "none"),
        ("X-Polyleaf-Reviewed-By: डॉ. राव\\nX-Polyleaf-Reviewed-On: 2026-11-22\\n", "unproved"),
    ],
)
def test_a_review_has_a_name_and_a_date_and_a_signed_copy(fields: str, signature: str) -> None:
    head = f'{HEAD.rstrip()}\n"X-Polyleaf-Method: human\\n{fields}"\n'
    origin = messages(catalog.read(head.encode(), "hi.po")).provenance
    assert (origin.signature, origin.reviewed) == (signature, False)


def survives(data: bytes) -> None:
    try:
        found = catalog.read(data, "hi.po")
    except PolyleafError as error:
        places = {finding.where.path for finding in error.findings}
    else:
        places = {entry.where.path for entry in (found.header, *found.entries)}
    assert places == {"hi.po"}


@given(any_bytes | any_text.map(str.encode) | any_text.map(lambda text: (HEAD + text).encode()))
@thorough
def test_any_bytes_bring_only_findings(data: bytes) -> None:
    survives(data)


PIECES = tuple(
    b'";\\;\n;\r\n;#~ ;#| ;#~| ;#: ;#, fuzzy;msgid ;msgstr ;msgctxt ;msgid_plural ;msgstr[1] ;""\n'
    b'\xe2\x81\xa8;\\x;\\8;\\0;\x00;\xff;charset=;"a\\n"\n;\xc2\xa0'.split(b";")
)


@given(st.data())
@thorough
def test_a_spoiled_file_brings_only_findings(data: st.DataObject) -> None:
    survives(data.draw(spoiled((HEAD + FULL).encode(), PIECES)))


@given(st.data())
@quick
def test_what_is_read_can_be_written(data: st.DataObject) -> None:
    try:
        found = catalog.read(data.draw(spoiled((HEAD + FULL).encode(), PIECES)), "hi.po")
    except PolyleafError:
        return
    written = catalog.write(found)
    assert catalog.write(catalog.read(written, "hi.po")) == written


def test_the_file_that_is_spoiled_is_whole() -> None:
    assert len(read(FULL).entries) == 3
    assert gettext("msgcat", data=(HEAD + FULL).encode()).returncode == 0
