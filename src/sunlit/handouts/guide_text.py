# SPDX-License-Identifier: MIT
"""The Markdown of a teacher guide as blocks for paper.

Read with markdown-it-py and not from Sphinx's doctree: paper must work where the wheel is
installed without Sphinx, and in well under a second, while a doctree needs the whole book to
be read first. What a doctree would add (substitutions, cross-references, gettext) the guides
do not use; a construct that this module does not know is an error with its line, never lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from sunlit.curriculum.pieces import Code, Directive, Heading, Piece, Prose
from sunlit.handouts.cleaning import link_address
from sunlit.handouts.paper_blocks import Json, column_widths
from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# What may stand round other pieces, by its token; a span only marks words under discussion.
_CONTAINERS = {"strong_open": "strong", "em_open": "em", "link_open": "link", "span_open": ""}


@dataclass
class GuideText:
    """Turns pieces of one file into blocks, and numbers the sources it meets.

    ``directives`` maps the name of a directive without text of its own, such as
    ``preflight``, to a function that returns its blocks.
    """

    file: Path
    directives: Mapping[str, Callable[[Directive], list[Json]]]
    cited: list[str] = field(default_factory=list)

    def blocks(self, pieces: Sequence[Piece]) -> list[Json]:
        """Return the blocks of ``pieces``.

        Raises
        ------
        ContentError
            When there is something in them that paper does not know.

        """
        made: list[Json] = []
        for piece in pieces:
            match piece:
                case Heading():
                    text = self._prose(piece.text, piece.line)[0]["text"]
                    made.append({"b": "h", "level": piece.level, "text": text})
                case Prose():
                    made += self._prose(piece.text, piece.line)
                case Directive():
                    made += self._directive(piece)
                case Code():
                    raise self._error(piece.line, "wanted text or a {directive}, found code.")
        return made

    def quoted(self, pieces: Sequence[Piece]) -> list[Json]:
        """Return only what stands in block quotes: the letter inside its section."""
        return [
            inner
            for block in self.blocks(pieces)
            if block["b"] == "box"
            for inner in block["blocks"]
        ]

    def _directive(self, piece: Directive) -> list[Json]:
        if piece.name == "say":
            return [{"b": "say", "blocks": self._prose(piece.body, piece.body_line)}]
        if piece.name in self.directives:
            return self.directives[piece.name](piece)
        raise self._error(
            piece.line,
            f"paper does not know the block '{{{piece.name}}}'; "
            f"it knows {', '.join(['say', *self.directives])}.",
        )

    def _prose(self, markdown: str, line: int) -> list[Json]:
        tokens = _parser().parse(markdown)
        blocks, rest = self._run(tokens, 0, line)
        assert rest == len(tokens)  # noqa: S101 - markdown-it closes what it opens
        return blocks

    def _run(self, tokens: list[Token], start: int, line: int) -> tuple[list[Json], int]:
        """Return the blocks from ``start`` to the end of their container, and where it is."""
        made: list[Json] = []
        position = start
        while position < len(tokens) and not tokens[position].type.endswith("_close"):
            token = tokens[position]
            here = line + (token.map[0] if token.map else 0)
            match token.type:
                case "paragraph_open":
                    text = self._inline(tokens[position + 1].children or [], here)
                    made.append({"b": "p", "text": text, "strong": False})
                    position += 3
                case "bullet_list_open" | "ordered_list_open":
                    items, position = self._items(tokens, position + 1, line)
                    ordered = token.type.startswith("ordered")
                    made.append({"b": "list", "ordered": ordered, "items": items})
                case "blockquote_open":
                    inner, position = self._run(tokens, position + 1, line)
                    made.append({"b": "box", "title": "", "height": 0, "blocks": inner})
                    position += 1
                case "table_open":
                    table, position = self._table(tokens, position + 1, here)
                    made.append(table)
                case "heading_open":
                    text = self._inline(tokens[position + 1].children or [], here)
                    made.append({"b": "h", "level": int(token.tag[1]), "text": text})
                    position += 3
                case _:
                    raise self._error(here, f"paper does not know '{token.type}' here.")
        return made, position

    def _items(self, tokens: list[Token], start: int, line: int) -> tuple[list[Any], int]:
        items = []
        position = start
        while tokens[position].type == "list_item_open":
            blocks, position = self._run(tokens, position + 1, line)
            items.append(blocks)
            position += 1
        return items, position + 1

    def _table(self, tokens: list[Token], start: int, line: int) -> tuple[Json, int]:
        rows: list[list[Any]] = []
        position = start
        while tokens[position].type != "table_close":
            token = tokens[position]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(self._inline(token.children or [], line))
            position += 1
        table = {
            "b": "table",
            "head": rows[0],
            "rows": rows[1:],
            "widths": column_widths(rows),
            "caption": "",
        }
        return table, position + 1

    def _inline(self, tokens: list[Token], line: int) -> list[Any]:
        stack: list[list[Any]] = [[]]
        links: list[str | None] = []
        for token in tokens:
            if token.type.endswith("_open"):
                if token.type not in _CONTAINERS:
                    raise self._error(line, f"paper does not know '{token.type}' in a text.")
                stack.append([])
                links.append(link_address(str(token.attrs.get("href", ""))))
            elif token.type.endswith("_close"):
                inner, address = stack.pop(), links.pop()
                mark = _CONTAINERS[token.type.replace("_close", "_open")]
                if mark == "link" and address:
                    stack[-1].append({"t": "link", "to": address, "x": inner})
                elif mark in {"strong", "em"}:
                    stack[-1].append({"t": mark, "x": inner})
                else:
                    stack[-1] += inner
            else:
                stack[-1].append(self._leaf(token, line))
        return stack[0]

    def _leaf(self, token: Token, line: int) -> Any:
        match token.type:
            case "text":
                return token.content
            case "softbreak":
                return " "
            case "hardbreak":
                return {"t": "break"}
            case "code_inline":
                return {"t": "code", "x": token.content}
            case "myst_role":
                return self._role(token, line)
        raise self._error(line, f"paper does not know '{token.type}' in a text.")

    def _role(self, token: Token, line: int) -> Json:
        role = str(token.meta["name"]).split(":")[0]
        if role != "cite":
            raise self._error(line, f"paper does not know the role '{{{role}}}'.")
        keys = [key.strip() for key in token.content.split(",")]
        for key in keys:
            if key not in self.cited:
                self.cited.append(key)
        return {"t": "cite", "x": ", ".join(str(self.cited.index(key) + 1) for key in keys)}

    def _error(self, line: int, message: str) -> ContentError:
        return ContentError([Problem(self.file, line, 0, message)])


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only guides need it
    from mdit_py_plugins.attrs import attrs_plugin  # noqa: PLC0415
    from mdit_py_plugins.myst_role import myst_role_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable("table")
    return parser.use(attrs_plugin, spans=True).use(myst_role_plugin)
