# SPDX-License-Identifier: MIT
"""The quick way through a sound YAML file: libyaml's nodes, read by the rules of YAML 1.2.

ruamel.yaml, which explains every fault at its line, is written in Python and several
times slower. So a file is tried here first; whatever is in any way unusual (a fault, a tag,
an anchor, a key twice, deep nesting, a character that the two versions of YAML take
differently) is left to it. Both give the same data and the same places: a test compares them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from sunlit.scalars import plain_value

if TYPE_CHECKING:
    from collections.abc import Callable

_STR = "tag:yaml.org,2002:str"
# An anchor, a directive, a document's mark, and line breaks that are none in YAML 1.2.
_UNUSUAL = re.compile(r"(?m)(?:^|[\s\[{,])&\S|^(?:%|---|\.\.\.)|[\x85\u2028\u2029]|\t|\r(?!\n)")


class UnusualError(Exception):
    """Something in a text that the thorough reader has to look at."""


def read_quickly(
    text: str, first_line: int, most_levels: int
) -> tuple[Any, dict[tuple[str | int, ...], tuple[int, int]]]:
    """Return the data of ``text`` and the (line, column) of each part of it.

    ``most_levels`` is how deep lists and mappings may be nested.

    Raises
    ------
    UnusualError
        When anything in it needs a closer look.

    """
    import yaml  # noqa: PLC0415 - loads only where a file is read

    if not yaml.__with_libyaml__ or _UNUSUAL.search(text):
        raise UnusualError
    try:
        node = yaml.compose(text, Loader=_loader())
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise UnusualError from error
    if node is None:
        raise UnusualError
    build = _Builder(first_line, most_levels)
    return build(node, ()), build.places


@cache
def _loader() -> Any:
    """Return a loader of libyaml that guesses no types: what a plain text means is ours to say."""
    from yaml.cyaml import CParser  # noqa: PLC0415
    from yaml.resolver import BaseResolver  # noqa: PLC0415

    class Loader(CParser, BaseResolver):  # type: ignore[misc]
        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)
            BaseResolver.__init__(self)

    return Loader


@cache
def _tag_of() -> Callable[[str], str]:
    """Return what tells the type of a text without quotes, by YAML 1.2."""
    from ruamel.yaml.resolver import VersionedResolver  # noqa: PLC0415

    table: dict[str | None, list[tuple[Any, Any]]] = VersionedResolver((1, 2)).versioned_resolver
    always = tuple(table.get(None, ()))

    def tag(text: str) -> str:
        for name, pattern in (*table.get(text[:1], ()), *always):
            if pattern.match(text):
                return str(name)
        return _STR

    return tag


class _Builder:
    """Turns nodes into plain values and notes where each stands."""

    def __init__(self, first_line: int, most_levels: int) -> None:
        self.first_line = first_line
        self.most_levels = most_levels
        self.places: dict[tuple[str | int, ...], tuple[int, int]] = {}
        self.seen: set[int] = set()
        self.tag = _tag_of()

    def __call__(self, node: Any, path: tuple[str | int, ...]) -> Any:
        mark = node.start_mark
        self.places.setdefault(path, (mark.line + self.first_line, mark.column + 1))
        if id(node) in self.seen or len(path) > self.most_levels:
            raise UnusualError
        self.seen.add(id(node))
        if node.id == "scalar":
            return self._scalar(node)
        if node.id == "sequence" and node.tag == "tag:yaml.org,2002:seq":
            return [self(child, (*path, index)) for index, child in enumerate(node.value)]
        if node.id == "mapping" and node.tag == "tag:yaml.org,2002:map":
            return self._mapping(node, path)
        raise UnusualError

    def _mapping(self, node: Any, path: tuple[str | int, ...]) -> dict[str | int, Any]:
        result: dict[str | int, Any] = {}
        for key_node, value_node in node.value:
            key = self._scalar(key_node) if key_node.id == "scalar" else None
            if not isinstance(key, str | int) or isinstance(key, bool) or key in result:
                raise UnusualError
            mark = key_node.start_mark
            here = (*path, key)
            self.places[here] = (mark.line + self.first_line, mark.column + 1)
            result[key] = self(value_node, here)
        return result

    def _scalar(self, node: Any) -> Any:
        if node.tag != _STR:
            raise UnusualError
        if node.style in {None, ""}:
            try:
                return plain_value(self.tag(node.value), node.value)
            except LookupError as error:
                raise UnusualError from error
        return node.value
