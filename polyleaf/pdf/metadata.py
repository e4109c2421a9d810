"""One file that is PDF/UA-1 and PDF/A-3a: what the second asks for beyond the first.

WeasyPrint writes one of the two. Here it writes PDF/A-3 at level a (ISO 19005-3), and the
identification of PDF/UA (ISO 14289-1, 5) is added, which PDF/A wants declared (6.6.2.3).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pydyf

PROFILE = "sRGB2014.icc"
END = b"</rdf:RDF>"
PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass
class Profile:
    """What WeasyPrint asks a colour profile for: the file as it is, and its name.

    Its own reads the file anew for each document and leaves it open; once it has been asked for its
    name, moreover, it writes other bytes than before.
    """

    content: bytes
    name: str = "sRGB"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: bytes | None = None


def set_colour_profile(document: Any) -> None:
    """States which red, green and blue the colours are (6.2.3)."""
    document.color_profiles["srgb"] = Profile(_srgb())


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    return (files("weasyprint.pdf") / PROFILE).read_bytes()


def declare(pdf: Any) -> None:
    """Says in the metadata that the file is PDF/UA-1; pictures are not smoothed (6.2.8)."""
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Stream):
            if entry.extra.get("Type") == "/Metadata":
                entry.stream = [part.replace(END, PDF_UA + END) for part in entry.stream]
            elif entry.extra.get("Subtype") == "/Image":
                entry.extra["Interpolate"] = "false"


def identified(data: bytes) -> bytes:
    """The file with the identifier that PDF/A wants (6.1.3), from its own bytes.

    pydyf's own would serialize and compress every object a second time. The trailer is the last
    object, after all that offsets count up to.
    """
    trailer = int(data[data.rindex(b"startxref") :].split()[1])
    place = data.index(b"/Root ", trailer)
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
    return b"%b/ID [<%b> <%b>] %b" % (data[:place], digest, digest, data[place:])
