"""A message that is written in the preview is saved alone, whatever tool wrote its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from polyleaf import languages
from polyleaf.content import project as projects
from polyleaf.model.findings import PolyleafError
from polyleaf.translation.reader import read_messages
from polyleaf.translation.workflow import edit_message

from ...conftest import Sandbox

DAY = date(2026, 12, 1)
KEY = ("how/list-item", "Rub them.")
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: hi\\n"\n\n'
OTHER = (
    '#: a very old tool:1\nmsgctxt "how/heading"\nmsgid ""\n"How "\n"to wash"\nmsgstr ""\n"कैसे "\n'
    '"धोएँ"\n'
)
ENTRY = (
    '# which?\n#, fuzzy\n#| msgid "Rub"\nmsgctxt "how/list-item"\nmsgid "Rub them."\nmsgstr "रगड़ें"\n'
)
TAIL = '\n#~ msgid "gone"\n#~ msgstr "गया"\n'


def saved(project: Sandbox, data: bytes, text: str, seal: str | None = None) -> bytes:
    path = project.write("locales/hi/LC_MESSAGES/hands.po", data)
    read, hindi = projects.read(project.root, Path("output")), languages.find("hi")
    now = read_messages(read, "hands", hindi).found[KEY]
    seal = seal or edit_message.seal(KEY, now.text, fuzzy=now.fuzzy)
    edit = edit_message.Edit("hands", KEY, text, seal, "अनिता", False)
    done = edit_message.save(read, hindi, edit, DAY)
    assert done.findings == ()
    after = read_messages(read, "hands", hindi).found[KEY]
    assert (after.usable, after.edited_by) == (True, "अनिता, 2026-12-01")
    assert [note.text for note in after.notes] == ["which?"]  # the name is no question
    return path.read_bytes()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [False, True])
def test_other_lines_stay_as_their_tool_wrote_them(project: Sandbox, end: str, last: bool) -> None:
    parts = [HEAD, OTHER, "\n", ENTRY, TAIL] if not last else [HEAD, OTHER, TAIL, "\n", ENTRY]
    before = "".join(parts).replace("\n", end)
    after = saved(project, before.encode(), "  उन्हें रगड़ें। ").decode()
    new = (
        '# which?\n# edited by अनिता on 2026-12-01\nmsgctxt "how/list-item"\nmsgid "Rub them."\n'
        'msgstr "उन्हें रगड़ें।"\n'
    )
    assert after == before.replace(ENTRY.replace("\n", end), new.replace("\n", end))


def test_a_file_whose_messages_do_not_stand_apart_is_written_anew(project: Sandbox) -> None:
    after = saved(project, (HEAD + OTHER + ENTRY).encode(), "उन्हें रगड़ें।").decode()
    assert "How to wash" in after
    assert 'msgstr "उन्हें रगड़ें।"' in after


def test_what_was_not_read_is_not_overwritten(project: Sandbox) -> None:
    data = (HEAD + ENTRY).encode()
    with pytest.raises(edit_message.ChangedMeanwhileError) as told:
        saved(project, data, "उन्हें रगड़ें।", seal="0")
    assert told.value.text == "रगड़ें"
    assert (project.root / "locales/hi/LC_MESSAGES/hands.po").read_bytes() == data


@pytest.mark.parametrize("name", ["", "  ", "a\x07b"])
def test_a_text_without_a_name_is_not_saved(project: Sandbox, name: str) -> None:
    project.write("locales/hi/LC_MESSAGES/hands.po", HEAD + ENTRY)
    read, hindi = projects.read(project.root, Path("output")), languages.find("hi")
    edit = edit_message.Edit("hands", KEY, "x", "", name)
    with pytest.raises(PolyleafError):
        edit_message.save(read, hindi, edit, DAY)
