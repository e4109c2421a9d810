"""XLIFF as the tools of translators write it, in the words of each."""

from __future__ import annotations

import pytest

from ...conftest import Sandbox
from .agency import codes, found, returned, texts

pytestmark = pytest.mark.slow
SOAP = "Use **jabón** durante 20 segundos [@who-2009]. Llame al {clinic.phone}."
XLIFF = "urn:oasis:names:tc:xliff:document:1.2"
# Trados: the characters of tags stand in the head, sentences in <mrk>, states in <sdl:seg>.
TRADOS = f"""<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="{XLIFF}" version="1.2"
 sdl:version="1.0"><doc-info xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"/>
<file original="C:\\jobs\\hands.xlf" datatype="x-sdlfilterframework2" source-language="en-GB"
 target-language="es-ES"><header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0">
<tag id="0"><bpt name="b">**</bpt><ept name="b">**</ept></tag>
<tag id="1"><ph name="c">[@who-2009]</ph></tag><tag id="2"><ph name="p">{{clinic.phone}}</ph></tag>
</tag-defs></header><body><group><trans-unit id="a7">
<source>Use <g id="0">soap</g> for 20 seconds <x id="1"/>. Call <x id="2"/>.</source>
<seg-source><mrk mtype="seg" mid="1">Use <g id="0">soap</g> for 20 seconds <x id="1"/>.</mrk>
<mrk mtype="seg" mid="2">Call <x id="2"/>.</mrk></seg-source>
<target><mrk mtype="seg" mid="1">Use <g id="0">jabón</g> durante 20 segundos <x id="1"/>.</mrk>
<mrk mtype="seg" mid="2">Llame al <x id="2"/>.</mrk></target>
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="STATE"/></sdl:seg-defs>
</trans-unit></group></body></file></xliff>"""
MEMOQ = f"""<xliff version="1.2" xmlns="{XLIFF}" xmlns:mq="MQXliff"><file original="x"
 source-language="en" target-language="es"><body><trans-unit id="1" mq:status="STATE">
<source xml:space="preserve">Use <bpt id="1">**</bpt>soap<ept id="1">**</ept> for 20 seconds
 <ph id="2">[@who-2009]</ph>. Call <ph id="3">{{clinic.phone}}</ph>.</source>
<target xml:space="preserve">Use <bpt id="1">**</bpt>jabón<ept id="1">**</ept> durante 20 segundos
 <ph id="2">[@who-2009]</ph>. Llame al <ph id="3">{{clinic.phone}}</ph>.</target>
<mq:minorversions><mq:historical-unit><target>NO</target></mq:historical-unit></mq:minorversions>
</trans-unit></body></file></xliff>"""
# Xcode and Lokalise: the source is plain, the id is anything.
PLAIN = f"""<xliff version="1.2" xmlns="{XLIFF}"><file original="en.lproj/x.strings"
 source-language="en" target-language="es" datatype="plaintext"><body>
<trans-unit id="soap.key" resname="soap.key"><source>Use **soap** for 20 seconds [@who-2009]. Call
 {{clinic.phone}}.</source><target state="STATE">{SOAP}</target>
<note>No comment provided by engineer.</note></trans-unit></body></file></xliff>"""
LATER = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"
 trgLang="es"><file id="f1" original="x"><unit id="u1"><originalData><data id="a">**</data><data
 id="c">[@who-2009]</data><data id="p">{clinic.phone}</data></originalData>
<segment state="STATE"><source>Use <sc id="1" dataRef="a"/>soap<ec startRef="1" dataRef="a"/> for 20
 seconds <ph id="2" dataRef="c"/>.</source><target>Use <sc id="1" dataRef="a"/>jabón<ec startRef="1"
 dataRef="a"/> durante 20 segundos <ph id="2" dataRef="c"/>.</target></segment>
<ignorable><source> </source></ignorable>
<segment state="translated"><source>Call <ph id="3" dataRef="p"/>.</source><target>Llame al <mrk
 id="m1" type="term"><ph id="3" dataRef="p"/></mrk>.</target></segment></unit></file></xliff>"""
TOOLS = {
    "Trados": (TRADOS, "ApprovedTranslation", "Draft"),
    "memoQ": (MEMOQ, "ManuallyConfirmed", "PartiallyEdited"),
    "Xcode": (PLAIN, "translated", "needs-review-translation"),
    "XLIFF 2.0": (LATER, "reviewed", "initial"),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_file_of_a_tool_is_read_with_its_state(tool: str, project: Sandbox) -> None:
    text, done_state, open_state = TOOLS[tool]
    done = returned(project, project.write("back.xlf", text.replace("STATE", open_state)))
    assert done.returncode == 0, done.stderr
    (soap,) = [entry for entry in found(project).active if "soap" in entry.msgid]
    assert (done.returncode, soap.msgstr, soap.fuzzy) == (0, (SOAP,), True), done.stderr
    done = returned(project, project.write("back.xlf", text.replace("STATE", done_state)))
    assert (done.returncode, done.stderr, list(texts(project).values())) == (0, "", [SOAP])


def test_a_code_that_no_source_has_is_refused(project: Sandbox) -> None:
    path = project.write(
        "back.xlf", TRADOS.replace('<x id="2"/>.</mrk></target>', '<x id="9"/>.</mrk></target>')
    )
    done = returned(project, path)
    assert (done.returncode, codes(done)) == (1, {"import-code"})
