"""What a sheet says that it is: PDF/UA-1 and PDF/A-3a at once."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ..verapdf import validate
from .test_draw import TITLE, draw

pytestmark = pytest.mark.usefixtures("engine")


def picture() -> str:
    data = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(data, "PNG")
    return f"data:image/png;base64,{base64.b64encode(data.getvalue()).decode()}"


BODY = (
    f'{TITLE}<p>Wash <a href="https://www.who.int">both</a>.</p><img alt="Red" src="{picture()}">'
)


@pytest.mark.slow
@pytest.mark.xdist_group("verapdf")
def test_one_file_keeps_to_three_standards(tmp_path: Path) -> None:
    file = tmp_path / "hands.pdf"
    file.write_bytes(draw(BODY).data)
    for flavour in ("ua1", "3a"):  # which has all that 3u asks for
        assert [str(failure) for failure in validate([file], flavour)[file]] == []


def test_a_file_is_identified_by_what_is_in_it() -> None:
    one, same, other = (draw(body).data for body in (BODY, BODY, BODY + "<p>Dry them.</p>"))
    assert one == same
    assert identifier(one) != identifier(other)


def identifier(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as opened:
        first, last = opened.trailer.ID
        assert bytes(first) == bytes(last)
        assert len(bytes(first)) == 16
        return bytes(first)
