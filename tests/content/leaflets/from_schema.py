"""JSON Schema → documents that it takes, as far as our schemas need it.

hypothesis-jsonschema takes half a minute to read them, and no recent Hypothesis.
"""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

Node = dict[str, Any]
NUMBERS = st.floats(0.001, 1e9) | st.integers(-(10**9), 10**9)


def documents(schema: Node) -> st.SearchStrategy[Any]:
    return _Maker(schema).of(schema)


def written(document: Any) -> str:
    """A document as JSON, which is YAML where every letter is one of ASCII."""
    whole = json.dumps(document, ensure_ascii=False)
    return "".join(c if " " <= c <= "~" else _escaped(c) for c in whole)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class _Maker:
    def __init__(self, schema: Node) -> None:
        self.defs = schema["$defs"]
        self.made: dict[str, st.SearchStrategy[Any]] = {}

    def of(self, node: Node) -> st.SearchStrategy[Any]:
        if reference := node.get("$ref"):
            name = reference.rpartition("/")[2]
            if name not in self.made:
                self.made[name] = st.deferred(lambda: self.of(self.defs[name]))
            return self.made[name]
        if "enum" in node:
            return st.sampled_from(node["enum"])
        if "const" in node:
            return st.just(node["const"])
        choices = node.get("oneOf") or (node.get("anyOf") if "properties" not in node else None)
        if choices:
            return st.one_of([self.of(choice) for choice in choices])
        kinds = node["type"] if isinstance(node["type"], list) else [node["type"]]
        return st.one_of([self.of_kind(kind, node) for kind in kinds])

    def of_kind(self, kind: str, node: Node) -> st.SearchStrategy[Any]:
        match kind:
            case "string" if node.get("format") == "date":
                return st.dates().map(str)
            case "string":
                pattern = node["pattern"].removesuffix("$") + r"\Z"
                texts = st.from_regex(pattern, alphabet=st.characters(exclude_categories=["Cs"]))
                return texts.map(lambda text: text[: node.get("maxLength", 10_000)]).filter(
                    str.strip
                )
            case "integer":
                return st.integers(node.get("minimum", -99), node.get("maximum", 10**6))
            case "number":
                least = node.get("exclusiveMinimum", 0) or 0.001
                return NUMBERS if "maximum" not in node else st.floats(least, node["maximum"])
            case "boolean":
                return st.booleans()
            case "array":
                items, least = self.of(node["items"]), node.get("minItems", 0)
                most = min(node.get("maxItems", 99), least + 2)
                by = str if node.get("uniqueItems") else None
                return st.lists(items, min_size=least, max_size=most, unique_by=by)
            case _:
                return self.mapping(node)

    def mapping(self, node: Node) -> st.SearchStrategy[Any]:
        keys = {name: self.of(inside) for name, inside in node.get("properties", {}).items()}
        if node.get("maxProperties") == 1:
            return st.one_of([st.fixed_dictionaries({name: keys[name]}) for name in keys])
        if isinstance(extra := node.get("additionalProperties"), dict):
            least = node.get("minProperties", 0)
            return st.dictionaries(
                st.sampled_from(["en", "hi", "ar"]), self.of(extra), min_size=least
            )
        required = node.get("required", [])
        optional = {name: made for name, made in keys.items() if name not in required}
        return st.fixed_dictionaries({name: keys[name] for name in required}, optional=optional)
