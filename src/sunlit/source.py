# SPDX-License-Identifier: MIT
"""YAML that people write: read safely, with the position of everything in it.

Only plain values are accepted: texts, numbers, true/false, lists and mappings.
Tags, anchors and aliases are refused, so that nothing in a file can run or grow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sunlit.problems import ContentError, Problem
from sunlit.quick_yaml import UnusualError, read_quickly
from sunlit.scalars import plain_value

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 400_000
MAX_DEPTH = 20
Key = str | int
Place = tuple[int, int]
# Control characters, and those that reorder or hide text (bidi overrides, line and
# paragraph separators, tag characters): a reader could not see what they do.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028-\u202e\ufeff\ufffe\uffff\U000e0000-\U000e007f]"
)


@dataclass
class Source:
    """Plain data out of one file, and where each part of it stands.

    ``places`` maps a path of keys and list positions to (line, column), from 1.
    """

    file: Path
    data: Any
    places: dict[tuple[Key, ...], Place] = field(default_factory=dict)

    def place(self, path: tuple[Key, ...]) -> Place:
        """Return the position of the deepest part of ``path`` that exists."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[:-1]
        return self.places.get((), (1, 1))

    def problem(self, path: tuple[Key, ...], message: str, mend: str = "") -> Problem:
        """Return a problem located at ``path``."""
        line, column = self.place(path)
        return Problem(self.file, line, column, message, mend)


def read_text(file: Path) -> str:
    """Return the text of ``file``.

    Raises
    ------
    ContentError
        When it is missing, empty, too large, not UTF-8, or holds control characters.

    """
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise ContentError(
            [Problem(file, 0, 0, f"this file can't be read: {error.strerror or error}.")]
        ) from error
    if len(raw) > MAX_BYTES:
        raise ContentError(
            [
                Problem(
                    file,
                    0,
                    0,
                    f"this file is {len(raw):,} bytes long; at most {MAX_BYTES:,} are read.",
                    "Split it, or take out what does not belong here.",
                )
            ]
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(
            [
                Problem(
                    file,
                    line,
                    0,
                    f"wanted UTF-8 text, found the byte 0x{raw[error.start]:02x}.",
                    "Save the file again with the encoding UTF-8.",
                )
            ]
        ) from error
    if found := _UNPRINTABLE.search(text):
        before = text[: found.start()]
        column = found.start() - before.rfind("\n")
        raise ContentError(
            [
                Problem(
                    file,
                    before.count("\n") + 1,
                    column,
                    f"found the invisible character U+{ord(found.group()):04X}.",
                    "Delete it and type the words around it again.",
                )
            ]
        )
    if not text.strip():
        raise ContentError([Problem(file, 1, 0, "this file is empty.")])
    return text


def read_yaml(file: Path) -> Source:
    """Read one YAML file.

    Raises
    ------
    ContentError
        With every duplicate key, tag, anchor and odd key, or the first syntax error.

    """
    return parse_yaml(read_text(file), file)


def parse_yaml(text: str, file: Path, first_line: int = 1) -> Source:
    """Parse YAML ``text`` that starts at ``first_line`` of ``file`` (see `read_yaml`)."""
    try:
        return Source(file, *read_quickly(text, first_line, MAX_DEPTH))
    except UnusualError:
        return _read_thoroughly(text, file, first_line)


def _read_thoroughly(text: str, file: Path, first_line: int) -> Source:
    """Parse YAML ``text`` and explain every problem in it."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - loads only where a file is read
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    yaml = YAML(typ="safe", pure=True)
    try:
        node = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 0)
        raise ContentError([Problem(file, line, column, *_explain(error, text))]) from error
    except (YAMLError, RecursionError, ValueError) as error:
        raise ContentError(
            [Problem(file, first_line, 0, f"this is not YAML: {str(error).splitlines()[0]}.")]
        ) from error
    builder = _Builder(file, first_line)
    data = builder.build(node, ()) if node is not None else None
    if builder.problems:
        raise ContentError(builder.problems)
    return Source(file, data, builder.places)


def _explain(error: Any, text: str) -> tuple[str, str]:
    """Say a YAML syntax error in plain words: what was found, how to mend it."""
    mark = error.problem_mark
    lines = text.splitlines()
    row = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in row[: len(row) - len(row.lstrip())] or "'\\t'" in str(error.problem):
        return "found a tab at the start of this line.", "Indent with spaces only."
    if "could not find expected ':'" in str(error.problem):
        return (
            "wanted 'key: value', found no colon.",
            "Put a colon and a space after the key, or quotes round a text that holds one.",
        )
    if "mapping values are not allowed" in str(error.problem):
        return (
            "found a second ': ' in one line.",
            "Put the text after the first colon in quotes.",
        )
    context = f"{error.context}, " if error.context else ""
    return (
        f"this is not YAML: {context}{error.problem or 'unknown error'}.",
        "Check the indentation, and put quotes round texts with : # [ ] { } & * ! in them.",
    )


class _Builder:
    """Turns YAML nodes into plain values and notes where each stands."""

    def __init__(self, file: Path, first_line: int) -> None:
        self.file = file
        self.first_line = first_line
        self.places: dict[tuple[Key, ...], Place] = {}
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def _problem(self, node: Any, message: str, mend: str = "") -> None:
        mark = node.start_mark
        self.problems.append(
            Problem(self.file, mark.line + self.first_line, mark.column + 1, message, mend)
        )

    def build(self, node: Any, path: tuple[Key, ...]) -> Any:
        from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode  # noqa: PLC0415

        mark = node.start_mark
        self.places.setdefault(path, (mark.line + self.first_line, mark.column + 1))
        if node.anchor or id(node) in self.seen:
            self._problem(
                node,
                "found an anchor or alias (& or *).",
                "Write the text out, or put it in quotes.",
            )
            return None
        self.seen.add(id(node))
        if len(path) > MAX_DEPTH:
            self._problem(node, f"this is nested more than {MAX_DEPTH} levels deep.")
            return None
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        if isinstance(node, SequenceNode) and str(node.tag) == "tag:yaml.org,2002:seq":
            return [self.build(child, (*path, index)) for index, child in enumerate(node.value)]
        if isinstance(node, MappingNode) and str(node.tag) == "tag:yaml.org,2002:map":
            return self._mapping(node, path)
        self._problem(node, f"found the tag {node.tag}.", "Take the tag (the word after !) out.")
        return None

    def _mapping(self, node: Any, path: tuple[Key, ...]) -> dict[Key, Any]:
        from ruamel.yaml.nodes import ScalarNode  # noqa: PLC0415

        result: dict[Key, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode) or key_node.anchor:
                self._problem(key_node, "wanted a plain word as a key.")
                continue
            key = self._scalar(key_node)
            if key is True or key is False:
                key = key_node.value
            if not isinstance(key, str | int):
                self._problem(key_node, f"wanted a plain word as a key, found {key_node.value!r}.")
                continue
            if key in result:
                first = self.places[(*path, key)][0]
                self._problem(
                    key_node,
                    f"the key '{key}' stands here twice; the first is in line {first}.",
                    "Keep one of the two.",
                )
                continue
            mark = key_node.start_mark
            self.places[(*path, key)] = (mark.line + self.first_line, mark.column + 1)
            result[key] = self.build(value_node, (*path, key))
        return result

    def _scalar(self, node: Any) -> Any:
        try:
            return plain_value(str(node.tag), node.value)
        except LookupError:
            self._problem(
                node, f"found the tag {node.tag}.", "Take the tag (the word after !) out."
            )
            return None
