"""A list in a list belongs to its item in the tag tree (ISO 32000-1, 14.8.4.3.3): LI > LBody > L.

The engine makes it a neighbour of the item. Those who hear the sheet would not know what it is of.
"""

from __future__ import annotations

from typing import Any

import pydyf


def nest(pdf: Any) -> None:
    """Move each list between two items into the body of the item before it."""
    for element in tuple(pdf.objects):
        if _kind(element) == "/L":
            element["K"] = pydyf.Array(_own_kids(element, pdf))


def _own_kids(element: Any, pdf: Any) -> list[Any]:
    kept: list[Any] = []
    for kid in element["K"]:
        child = _at(kid, pdf)
        if kept and _kind(child) == "/L" and _kind(item := _at(kept[-1], pdf)) == "/LI":
            body = _body(item, pdf)
            body["K"].append(kid)
            child["P"] = body.reference
        else:
            kept.append(kid)
    return kept


def _body(item: Any, pdf: Any) -> Any:
    """The body of an item; on a new page or column it may have none yet."""
    for kid in item["K"]:
        if _kind(child := _at(kid, pdf)) == "/LBody":
            return child
    body = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "K": pydyf.Array([]),
            "Pg": item["Pg"],
            "P": item.reference,
        }
    )
    pdf.add_object(body)
    item["K"].append(body.reference)
    return body


def _at(reference: Any, pdf: Any) -> Any:
    """The object of a reference, `b"12 0 R"`; what else a tag may hold is a number."""
    if isinstance(reference, int):
        return reference
    return pdf.objects[int(reference.split()[0])]


def _kind(element: Any) -> str:
    return str(element.get("S", "")) if isinstance(element, pydyf.Dictionary) else ""
