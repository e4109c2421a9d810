"""The comments of a YAML file, by the line below them: YAML's own readers drop them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml


def above(text: str, root: yaml.Node) -> dict[int, str]:
    """What is said right above each line (counted from 0); lines of a text are no comments."""
    inside = set(_inside(root))
    found: dict[int, str] = {}
    said: list[str] = []
    for number, line in enumerate(text.split("\n")):
        bare = line.strip()
        if bare.startswith("#") and number not in inside:
            said.append(bare.lstrip("#").strip())
        else:
            if said:
                found[number] = " ".join(filter(None, said))
            said = []
    return found


def _inside(node: yaml.Node) -> Iterator[int]:
    """The lines of each scalar but its first: a # there is part of the text."""
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark
        yield from range(node.start_mark.line + 1, end.line + (end.column > 0))
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _inside(item)
    elif isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _inside(part)
