"""Elements of a .docx by their names alone: Word has two namespaces for them (ISO 29500)."""

from __future__ import annotations

from xml.etree.ElementTree import Element


def local_name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def first(element: Element | None, *names: str) -> Element | None:
    return next((each for each in element or () if local_name(each) in names), None)


def value(element: Element | None, name: str) -> str:
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
