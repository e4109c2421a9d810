"""A picture is whole in itself, and no larger than a page needs: told before it is drawn."""

from __future__ import annotations

import base64
import gzip
import io
import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from polyleaf import pictures
from polyleaf.model.findings import PolyleafError, Where

from ..strategies import quick, spoiled

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
NESTED = "".join(f'<g id="a{i}">' + f'<use href="#a{i + 1}"/>' * 10 + "</g>" for i in range(9))


def svg(body: str) -> str:
    return pictures.fault("image/svg+xml", f"{HEAD}{body}</svg>".encode())


def png(width: int, height: int, data: bytes = b"") -> bytes:
    """A PNG that says it has so many pixels, whatever it holds."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def saved(kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<image href="file:///etc/hostname"/>', '<image> leads to "file:///etc/hostname"'),
        ('<image xlink:href="http://example.org/x.png"/>', '<image> leads to "http'),
        ('<image href="x.png"/>', '<image> leads to "x.png"'),
        ('<image href="data:image/svg+xml,x"/>', '<image> leads to "data:image/svg+xml'),
        ('<use href="other.svg#a"/>', '<use> leads to "other.svg#a"'),
        ('<use href="data:image/png;base64,AA"/>', '<use> leads to "data:'),
        ('<a href="javascript:alert(1)"/>', '<a> leads to "javascript:alert(1)"'),
        ("<style>@import 'x.css';</style>", "its <style> leads out"),
        ("<style>p{fill:URL( 'http://example.org/a')}</style>", "its <style> leads out"),
        ("<style>p{fill:u\\72l(http://example.org/a)}</style>", "its <style> leads out"),
        ("<style>@font-face{src:local(x)}</style>", "its <style> leads out"),
        ('<path style="fill:url(http://example.org/a)"/>', "style leads out"),
        ('<path fill="url(x.svg#a)"/>', "fill leads out"),
        ("<foreignObject/>", "it holds <foreignobject>"),
        ("<script>alert(1)</script>", "it holds <script>"),
        ('<path onload="alert(1)"/>', "<path> has the attribute onload"),
        ('<g xml:base="http://example.org/"/>', "<g> has the attribute base"),
        ("<g>" * 100 + "</g>" * 100, "nested more than 64 deep"),
        ("<g/>" * 60_000, "it has over 50,000 elements"),
        (NESTED + '<g id="a9"/>', "it draws over 50,000 elements"),
        ('<g id="a"><use href="#a"/></g>', "it draws a part of itself"),
        ('<pattern id="a"><path fill="url(#a)"/></pattern>', "it draws a part of itself"),
        ("<g>", "mismatched tag"),
    ],
)
def test_a_drawing_that_reaches_out_or_grows_is_refused(body: str, told: str) -> None:
    assert told in svg(body)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "entity", ['<!ENTITY b "c">', '<!ENTITY b SYSTEM "file:///etc/hostname">', '<!ENTITY % b "c">']
)
def test_entities_are_refused_in_every_encoding(entity: str, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE svg [{entity}]>{HEAD}</svg>'
    assert "declares entities" in pictures.fault("image/svg+xml", text.encode(encoding))


def test_a_style_sheet_from_elsewhere_is_refused() -> None:
    data = f'<?xml-stylesheet href="http://example.org/x.css"?>{HEAD}</svg>'.encode()
    assert "instruction <?xml-stylesheet?>" in pictures.fault("image/svg+xml", data)


@pytest.mark.parametrize(
    "body",
    [
        '<pattern id="a"><path/></pattern><path fill="url(#a)"/>',
        '<g id="a"/><use xlink:href="#a"/><a href="#a"/>',
        "<style>path { fill: url(#a) }</style>",
        f'<image href="data:image/png;base64,{base64.b64encode(saved("PNG")).decode()}"/>',
    ],
)
def test_a_drawing_may_use_its_own_parts_and_pictures(body: str) -> None:
    assert svg(body) == ""


def test_a_picture_in_a_drawing_is_looked_at_too() -> None:
    source = base64.b64encode(png(9_000, 9_000)).decode()
    assert "over 50,000,000 pixels" in svg(f'<image href="data:image/png;base64,{source}"/>')


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (png(9_000, 9_000), "over 50,000,000 pixels"),  # 81 megapixels
        (png(2_000_000_000, 2_000_000_000), ""),
        (png(5_000, 5_000, zlib.compress(bytes(1_000))), ""),  # promises more than it holds
        (saved("PNG")[:50], ""),
        (saved("JPEG")[:300], ""),
        (saved("GIF"), ""),
        (saved("TIFF"), ""),
        (saved("PNG", save_all=True, append_images=[Image.new("RGB", (8, 8))]), "it is animated"),
        (b"%!PS-Adobe", ""),
    ],
)
def test_pixels_that_are_too_many_or_missing_are_told(data: bytes, told: str) -> None:
    began = time.perf_counter()
    fault = pictures.fault("image/png", data)
    assert fault, "also in a process that has the engine loaded"
    assert told in fault
    assert time.perf_counter() - began < 5


def test_a_drawing_is_read_compressed_and_in_old_encodings() -> None:
    text = '<?xml version="1.0" encoding="{}"?>' + HEAD.replace(">", ' viewBox="0 0 9 9">')
    text += "<text>骨</text></svg>"
    where = Where("content/hands.yaml", 7, 16)
    plain = pictures.read("x.svg", text.format("UTF-8").encode(), where)
    packed = gzip.compress(text.format("UTF-8").encode())
    assert pictures.read("x.svgz", packed, where).data == plain.data
    assert pictures.read("x.svg", packed, where).data == plain.data
    old = text.format("Shift_JIS").encode("shift_jis")
    assert pictures.read("x.svg", old, where).data == plain.data
    bomb = gzip.compress(bytes(50_000_000), 1)
    for data, told in ((packed[:-9], "cut off or damaged"), (bomb, "unpacks to over 40,000,000")):
        with pytest.raises(PolyleafError) as caught:
            pictures.read("x.svgz", data, where)
        (finding,) = caught.value.findings
        assert (finding.code, finding.where) == ("picture-broken", where)
        assert told in finding.message
        assert "not compressed" in finding.hint


@given(st.data())
@quick
def test_no_spoiled_picture_brings_anything_but_a_fault(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["png", "jpeg", "svg+xml"]))
    whole = f"{HEAD}<g/></svg>".encode() if kind == "svg+xml" else saved(kind.upper())
    pieces = (b"<", b"&", b"\x00", b"\xff", b"IHDR", b"iCCP", b"eXIf", b"zTXt", b"<!DOCTYPE ")
    pictures.fault(f"image/{kind}", data.draw(spoiled(whole, pieces)))


@pytest.mark.usefixtures("engine")
def test_half_a_picture_is_none_for_a_process_that_has_the_engine() -> None:
    assert pictures.fault("image/png", saved("PNG")[:50])
    assert pictures.fault("image/png", png(5_000, 5_000, zlib.compress(bytes(1_000))))
