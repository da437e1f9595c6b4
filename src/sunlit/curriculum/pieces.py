# SPDX-License-Identifier: MIT
"""A page's Markdown in pieces: headings, running text and directives, with lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.colon_fence import colon_fence_plugin

_INFO = re.compile(r"\A\{(?P<name>[a-z][a-z0-9-]*)\}[ ]*(?P<argument>.*)\Z")
_OPTION = re.compile(r"\A:(?P<key>[a-z-]+):[ ]*(?P<value>.*)\Z")
# Markdown without any of these is running text alone: no fence, no heading of either sort.
_PARTED = re.compile(r"```|~~~|:::|^[ >*+\d.)\t-]*#|^[ >*+\d.)\t]*(?:=+|-+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    """A heading outside every directive; ``level`` 1 is the page's title."""

    line: int
    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    """Running Markdown between headings and directives, without its '% …' comments."""

    line: int
    text: str


@dataclass(frozen=True)
class Directive:
    """A ``{name}`` block: its argument, its ``:key: value`` lines and what is inside."""

    line: int
    name: str
    argument: str = ""
    options: dict[str, str] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0


@dataclass(frozen=True)
class Code:
    """A fenced block that is no directive."""

    line: int
    language: str
    text: str


Piece = Heading | Prose | Directive | Code


@cache
def _parser() -> MarkdownIt:
    # Blocks alone: what stands inside a line is not looked at here.
    markdown = MarkdownIt("commonmark").enable("table").use(colon_fence_plugin)
    return markdown.disable("inline")


def pieces(markdown: str, first_line: int = 1) -> list[Piece]:
    """Return ``markdown`` in pieces, in order; lines count from ``first_line``."""
    lines = markdown.split("\n")
    found: list[Piece] = []
    prose_from = 0

    def prose(until: int) -> None:
        shown = ["" if line.startswith("%") else line for line in lines[prose_from:until]]
        start = prose_from
        while start < until and not shown[start - prose_from].strip():
            start += 1
        text = "\n".join(shown[start - prose_from :]).rstrip()
        if text:
            found.append(Prose(start + first_line, text))

    tokens = _parser().parse(markdown) if _PARTED.search(markdown) else []
    for position, token in enumerate(tokens):
        if token.level or token.map is None:
            continue
        start, end = token.map
        if token.type == "heading_open":
            prose(start)
            text = tokens[position + 1].content
            found.append(Heading(start + first_line, int(token.tag[1]), text))
        elif token.type in {"fence", "colon_fence"}:
            prose(start)
            found.append(_fence(token.info.strip(), token.content, start + first_line))
        else:
            continue
        prose_from = end
    prose(len(lines))
    return found


def _fence(info: str, content: str, line: int) -> Directive | Code:
    match = _INFO.match(info)
    if not match:
        return Code(line, info.split(maxsplit=1)[0] if info else "", content)
    body = content.rstrip("\n").split("\n") if content.strip() else []
    options = {}
    taken = 0
    while taken < len(body) and (option := _OPTION.match(body[taken])):
        options[option["key"]] = option["value"].strip()
        taken += 1
    return Directive(
        line=line,
        name=match["name"],
        argument=match["argument"].strip(),
        options=options,
        body="\n".join(body[taken:]).strip("\n"),
        body_line=line + 1 + taken,
    )


def inner(directive: Directive) -> list[Piece]:
    """Return the pieces inside a directive whose body is Markdown."""
    return pieces(directive.body, directive.body_line)
