"""What Word can do beyond plain text: all of it is in the leaflet, or said at its end."""

from __future__ import annotations

import pytest

from .imported import blocks, leaflet, left_over, made, remarks
from .word_package import LINK, package, paragraph, run, title

Parts = dict[str, str]


def found(body: str, parts: Parts | None = None) -> list[dict[str, object]]:
    return blocks(package(title() + body, parts), ".docx")


def left(body: str, parts: Parts | None = None) -> list[str]:
    return left_over(made(package(title() + body, parts), ".docx"))


STYLES = """<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>
<w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Deep">
<w:name w:val="Deep"/><w:basedOn w:val="Secret"/></w:style>"""


@pytest.mark.parametrize(
    "properties", ["<w:vanish/>", '<w:rStyle w:val="Secret"/>', '<w:rStyle w:val="Deep"/>']
)
def test_hidden_text_is_printed_nowhere_and_said(properties: str) -> None:
    body = paragraph(run("Wash it") + run(" for the printer", properties) + run(" well."))
    assert found(body, {"styles": STYLES}) == [{"paragraph": "Wash it well."}]
    assert left(body, {"styles": STYLES}) == ["(hidden) for the printer"]


def test_text_that_says_it_is_not_hidden_is_text() -> None:
    body = paragraph(run("Wash it.", '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>'))
    assert found(body, {"styles": STYLES}) == [{"paragraph": "Wash it."}]


@pytest.mark.parametrize("wrapper", ["{}", "<m:oMathPara>{}</m:oMathPara>"])
@pytest.mark.parametrize("strict", [False, True])
def test_an_equation_is_to_be_added_and_its_signs_are_said(wrapper: str, strict: bool) -> None:
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r>"
        "</m:den></m:f></m:oMath>"
    )
    body = title() + paragraph(run("Take ") + wrapper.format(fraction) + run(" of it."))
    data = package(body, strict=strict)
    assert blocks(data, ".docx") == [{"paragraph": "Take [add the equation] of it."}]
    assert left_over(made(data, ".docx")) == ["(equation) 3 4"]


def test_strict_files_are_read() -> None:
    data = package(title() + paragraph(run("Wash it.")), strict=True)
    assert blocks(data, ".docx") == [{"paragraph": "Wash it."}]


def test_diagrams_and_charts_are_said() -> None:
    point = "<dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    parts = {
        "diagrams/data1": point.format("First wash") + point.format("Then dry"),
        "diagrams/drawing1": "<a:p><a:r><a:t>First wash</a:t></a:r></a:p>",
        "charts/chart1": "<a:p><a:r><a:t>Weeks</a:t></a:r></a:p><c:cat><c:v>Week 9</c:v></c:cat>",
    }
    assert left(paragraph(run("Text.")), parts) == [
        "(chart) Week 9", "(chart) Weeks", "(diagram) First wash", "(diagram) Then dry",
    ]  # fmt: skip


def test_tracked_changes_are_read_as_if_they_were_taken() -> None:
    body = paragraph(
        run("Take ")
        + "<w:del><w:r><w:delText>four</w:delText></w:r></w:del><w:ins>"
        + run("two")
        + "</w:ins><w:moveFrom>"
        + run(" now")
        + "</w:moveFrom>"
        + run(" tablets")
        + "<w:moveTo>"
        + run(" now")
        + "</w:moveTo><w:del><w:r><w:delText>twice</w:delText></w:r></w:del>"
    )
    assert found(body) == [{"paragraph": "Take two tablets now"}]
    assert left(body) == ["(deleted) four twice"]


def test_comments_headers_and_footers_are_said_with_their_place() -> None:
    parts = {
        "comments": f'<w:comment w:id="0" w:author="A">{paragraph(run("Is it so?"))}</w:comment>',
        "header1": paragraph(run("Northtown Trust")),
        "footer1": paragraph(run("Leaflet 7, Text.")),
    }
    body = paragraph(run("Text.") + '<w:r><w:commentReference w:id="0"/></w:r>')
    assert left(body, parts) == [
        "(comment) Is it so?", "(footer) Leaflet 7, Text.", "(header) Northtown Trust",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_below_a_page_are_sources_that_are_cited(kind: str) -> None:
    note = paragraph(f"<w:r><w:{kind}Ref/></w:r>{run('NICE. Knees. 2021. https://nice.example/k')}")
    parts = {f"{kind}s": f'<w:{kind} w:id="2">{note}</w:{kind}>'}
    body = paragraph(run("Rest helps.") + f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    data = package(title() + body, parts)
    assert blocks(data, ".docx") == [{"paragraph": f"Rest helps.[@{kind}-2]"}]
    (source,) = leaflet(data, ".docx")["sources"]
    assert (source["id"], source["year"], source["url"]) == (
        f"{kind}-2", 2021, "https://nice.example/k"
    )  # fmt: skip
    assert "it was a note below a page" in remarks(made(data, ".docx"))
    assert not left_over(made(data, ".docx"))


@pytest.mark.parametrize("fallback", [True, False])
def test_a_text_box_is_in_the_leaflet_or_said(fallback: bool) -> None:
    inside = f"<w:txbxContent>{paragraph(run('Ring us.'))}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    body = paragraph(
        run("Text.") + f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>{old if fallback else ''}"
        "</mc:AlternateContent></w:r>"
    )
    assert ({"paragraph": "Ring us."} in found(body)) == fallback
    assert left(body) == ([] if fallback else ["Ring us."])


def test_content_controls_and_fields_say_what_they_show() -> None:
    body = paragraph(
        "<w:sdt><w:sdtPr/><w:sdtContent>"
        + run("Ward 4")
        + '</w:sdtContent></w:sdt><w:fldSimple w:instr=" DATE ">'
        + run(" on Monday")
        + "</w:fldSimple>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF secret_7 '
        + '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run(" at nine")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert found(body) == [{"paragraph": "Ward 4 on Monday at nine"}]
    assert left(body) == []


def test_links_are_links_unless_they_lead_into_the_file() -> None:
    body = paragraph(
        f'<w:hyperlink r:id="link">{run("our page")}</w:hyperlink>{run(" and ")}'
        f'<w:hyperlink w:anchor="part2">{run("part 2")}</w:hyperlink>'
    )
    assert found(body) == [{"paragraph": f"[our page]({LINK}) and part 2"}]


def test_right_to_left_words_keep_their_order() -> None:
    rtl = "<w:rtl/>"
    body = paragraph(
        run("خذ ", rtl) + f"<w:dir w:val='rtl'>{run('حبتين', rtl)}</w:dir>", "<w:bidi/>"
    )
    assert found(body) == [{"paragraph": "خذ حبتين"}]


def test_words_with_their_reading_above_them_are_read_once() -> None:
    body = paragraph(
        f"<w:ruby><w:rt>{run('ひざ')}</w:rt><w:rubyBase>{run('膝')}</w:rubyBase></w:ruby>{run('が痛い')}"
    )
    assert found(body) == [{"paragraph": "膝が痛い"}]
    assert left(body) == ["(how to read it) ひざ"]


def test_hyphens_of_word_make_no_other_words() -> None:
    body = paragraph(
        "<w:r><w:t>para</w:t><w:softHyphen/><w:t>cetamol X</w:t><w:noBreakHyphen/>"
        "<w:t>ray</w:t></w:r>"
    )
    (block,) = found(body)
    assert str(block["paragraph"]).replace("\u00ad", "") == "paracetamol X\u2011ray"
    assert left(body) == []


def test_signs_of_symbol_fonts_are_what_they_look_like() -> None:
    tick = '<w:rFonts w:ascii="Wingdings"/>'
    body = paragraph(
        run("\u00fc", tick)
        + run("\uf0fc", tick)
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        + run(" yes ")
        + '<w:r><w:sym w:font="Hospital Signs" w:char="F021"/></w:r>'
    )
    assert found(body) == [{"paragraph": "✓✓✓ yes [add the sign]"}]


@pytest.mark.parametrize("strike", ["strike", "dstrike"])
def test_words_that_were_struck_out_are_said(strike: str) -> None:
    body = paragraph(run("Take ") + run("four", f"<w:{strike}/>") + run(" two."))
    assert found(body) == [{"paragraph": "Take two."}]
    assert left(body) == ["(struck out) four"]


NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    for n in (1, 2)
)


def step(text: str, number: int = 1) -> str:
    return paragraph(
        run(text), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    )


def test_steps_that_go_on_after_a_text_are_remarked() -> None:
    body = step("Wash") + step("Dry") + paragraph(run("Wait.")) + step("Dress")
    data = package(title() + body, {"numbering": NUMBERING})
    assert blocks(data, ".docx") == [
        {"steps": ["Wash", "Dry"]}, {"paragraph": "Wait."}, {"steps": ["Dress"]},
    ]  # fmt: skip
    assert "their numbers begin at 1 now" in remarks(made(data, ".docx"))


def test_steps_that_begin_again_are_two_lists() -> None:
    body = step("Wash") + step("Dry") + step("Rest", 2) + step("Walk", 2)
    data = package(title() + body, {"numbering": NUMBERING})
    assert blocks(data, ".docx") == [{"steps": ["Wash", "Dry"]}, {"steps": ["Rest", "Walk"]}]


def test_a_table_in_a_cell_of_word_stands_once() -> None:
    def table(*cells: str) -> str:
        return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"

    inner = table(paragraph(run("Iron")), paragraph(run("1 g")))
    body = table(paragraph(run("Take:")) + inner, paragraph(run("Ask.")))
    document = made(package(title() + body), ".docx")
    assert document.text.count("Iron") == 1
    assert not left_over(document)


def test_the_list_of_contents_is_left_out_and_said() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph(run("Care\t7"), '<w:pStyle w:val="TOC1"/>') + paragraph(run("Text."))
    assert found(body, {"styles": styles}) == [{"paragraph": "Text."}]
    assert left(body, {"styles": styles}) == ["Care 7"]
