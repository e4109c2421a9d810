"""The policy of a page for a screen, and its styles, which no attribute holds."""

from __future__ import annotations

from polyleaf.markup import strict

PAGE = """<html style="--leading: 1.2"><head>
<style>p { color: red }</style></head>
<body><p title="a > b" style='font-family: "A"'>style="x"</p>
<b class=x style="width: 1mm">1</b><i style="width: 1mm"></i>
<script type="application/json">{"a": "<p style=\\"x\\">"}</script>
<script>run()</script><!-- <p style="y"> --></body></html>"""


def test_a_style_becomes_a_rule_that_wins_and_texts_stay() -> None:
    page = strict(PAGE)
    assert '<html data-style="1"><head>' in page
    assert """<p title="a > b" data-style="2">style="x"</p>""" in page
    assert page.count('data-style="3"') == 2
    assert ":is([data-style='2'], #_) { font-family: \"A\" }" in page
    assert """{"a": "<p style=\\"x\\">"}""" in page
    assert '<!-- <p style="y"> -->' in page


def test_the_policy_names_what_runs_and_nothing_else() -> None:
    policy = strict(PAGE).partition("<head>\n")[2].partition("\n")[0]
    assert "script-src 'none'; worker-src 'none'" in policy
    assert policy.count("sha256-") == 2  # its style sheet, and the rules of its attributes
    assert "script-src 'sha256-" in strict(PAGE, "run()")
    assert "unsafe" not in policy
    assert "style-src 'none'" in strict("<html><head></head></html>")


def test_nothing_ends_the_style_sheet() -> None:
    page = strict('<head></head><p style="--a: &lt;/style>&lt;script>">')
    assert page.count("</style>") == 1
    assert "<script" not in page
