"""What a document of Word says of itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordProperties:
    title: str
    author: str
    version: str
    published: datetime.date
    page: Mapping[str, str]  # custom properties of the edition: --paper-size, --accent
