"""clinic.yaml → the clinic that sheets print, and the languages and editions to build."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, Field

from .. import languages
from ..model.findings import Finding, PolyleafError, Where
from ..model.leaflet import Asset
from ..model.sheet import Clinic
from .yaml import Fault, Scalar, Shape, Written


def _web(value: Scalar) -> Scalar:
    """The address in the QR code; telephones cannot read a longer one from paper."""
    bare = value.replace("{language}", "en").replace("{leaflet}", "x")
    if not re.fullmatch(r"https?://[^\s{}]+", bare, re.ASCII) or len(bare) > 300:
        hint = "such as https://clinic.example/{language}/{leaflet}, at most 300 characters"
        raise Fault("web-address", f'"{value[:60]}" is not an address for a QR code', hint)
    return value


class ClinicShape(Shape):
    """The file as it is written."""

    name: Written
    address: tuple[Written, ...] = ()
    phone: Written
    urgent_phone: Written | None = None
    email: Written | None = None
    logo: Written | None = None
    web: Annotated[Written, AfterValidator(_web)]
    country: Written
    source_language: Written | None = None
    languages: Annotated[tuple[Written, ...], Field(min_length=1)]
    editions: Annotated[tuple[Written, ...], Field(min_length=1)]


def clinic(shape: ClinicShape, picture: Callable[[str, Where], Asset]) -> Clinic:
    """The clinic as sheets print it; raises PolyleafError if its country or its logo is wrong.

    `picture` reads a picture by its path in the project; its findings are at the given place.
    """
    if not languages.is_country(shape.country):
        message = f'no country has the code "{shape.country}"'
        hint = "use ISO 3166: GB, IN, US"
        raise PolyleafError([Finding(shape.country.where, "country-unknown", message, hint)])
    given: dict[str, Scalar | None] = {
        "clinic.name": shape.name,
        "clinic.phone": shape.phone,
        "clinic.urgent_phone": shape.urgent_phone or shape.phone,
        "clinic.email": shape.email,
    }
    return Clinic(
        name=str(shape.name),
        address=tuple(map(str, shape.address)),
        values=tuple((name, str(value or "")) for name, value in given.items()),
        web=str(shape.web),
        logo=picture(shape.logo, shape.logo.where) if shape.logo else None,
        country=str(shape.country),
    )
