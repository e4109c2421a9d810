"""Catalogs in the charsets that older editors write."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog, Entry

from ...strategies import HEADER, bare, catalogs, quick
from .po import gettext

# Charsets, and letters that each can write.
WRITTEN = {
    "ISO-8859-1": "äéñ¿ß",
    "ISO-8859-6": "الجلد مرتين",
    "ISO-8859-15": "€ Šœ",
    "KOI8-R": "кожа лица",
    "CP1251": "шкіра № 5",
    "CP1256": "الجلد گلاب",
    "GB2312": "皮肤每天两次",
    "GBK": "皮膚蘋果",
    "BIG5": "皮膚功許蓋",  # the second byte of some is a backslash
    "EUC-JP": "皮膚にぬる",
    "SHIFT_JIS": "表示ソース",  # here too
    "EUC-KR": "피부에 바르기",
    "TIS-620": "ผิวหนัง",
}
HEAD = HEADER.replace("UTF-8", "{charset}")


def written(charset: str, text: str) -> bytes:
    """A catalog as an editor of that charset saves it, header and all."""
    head = "".join(f'"{line}\\n"\n' for line in HEAD.format(charset=charset).splitlines())
    return f'msgid ""\nmsgstr ""\n{head}\nmsgid "skin"\nmsgstr "{text}"\n'.encode(charset)


@pytest.mark.parametrize(("charset", "text"), WRITTEN.items())
def test_a_catalog_is_read_in_the_charset_that_it_declares(charset: str, text: str) -> None:
    (entry,) = catalog.read(written(charset, text), "hi.po").entries
    assert entry.msgstr == (text,)


@pytest.mark.parametrize(("charset", "text"), WRITTEN.items())
def test_it_is_written_as_utf_8_and_says_so(charset: str, text: str) -> None:
    data = catalog.write(catalog.read(written(charset, text), "hi.po"))
    assert "charset=UTF-8" in data.decode()
    converted = gettext("msgconv", "--to-code=UTF-8", data=written(charset, text))
    assert converted.returncode == 0, converted.stderr
    assert catalog.read(data, "x.po") == catalog.read(converted.stdout, "x.po")


@pytest.mark.slow
@given(catalogs(), st.sampled_from(["plain", "windows", "mark", "both"]))
@quick
def test_write_read_write_is_the_identity_however_its_lines_end(made: Catalog, how: str) -> None:
    data = catalog.write(made)
    stored = data.replace(b"\n", b"\r\n") if how in ("windows", "both") else data
    stored = b"\xef\xbb\xbf" + stored if how in ("mark", "both") else stored
    found = catalog.read(stored, "x.po")
    assert bare(found) == bare(made)
    assert catalog.write(found) == data


def test_comments_after_the_last_message_stay() -> None:
    made = Catalog("hi.po", Entry(msgid="", msgstr=(HEADER,)), (Entry("a", ("क",)),))
    data = catalog.write(made) + b"\n# what is left to do\n#, odd\n\n# ask the nurse\n"
    found = catalog.read(data, "hi.po")
    assert found.trailing == ("# what is left to do", "#, odd", "# ask the nurse")
    again = catalog.read(catalog.write(found), "hi.po")
    assert again.trailing == found.trailing
    assert not catalog.same(found, replace(found, trailing=()))
    assert catalog.merge(found, made)[0].trailing == found.trailing
