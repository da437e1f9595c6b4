# SPDX-License-Identifier: MIT
"""Neutral blocks of an activity as the JSON that the templates print."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from sunlit.activities.blocks import (
    Block,
    Box,
    Choices,
    Figure,
    Heading,
    ItemList,
    Lines,
    Paragraph,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sunlit.pictures import Picture

Json = dict[str, Any]
_QUESTION = 2
"""The level of a heading that asks a question; level 1 is the activity's title."""


@dataclass
class Pictures:
    """The pictures of one document: equal ones are kept once."""

    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, data: bytes, ending: str) -> str:
        """Keep ``data`` and return its name."""
        for name, known in self.files.items():
            if known == data:
                return name
        name = f"picture-{len(self.files) + 1}.{ending}"
        self.files[name] = data
        return name

    def drawn(self, picture: Picture) -> Json:
        """Keep a drawn picture; return its name and its words."""
        words = ". ".join(
            part.rstrip(". ") for part in (picture.title, picture.description) if part
        )
        return {"image": self.add(picture.svg.encode(), "svg"), "alt": f"{words}."}


def grouped(blocks: Sequence[Block], pictures: Pictures, *, key: bool) -> list[list[Json]]:
    """Return the blocks of one activity, a group for each question.

    A group stays on one page. Where there are several questions each gets a letter; a
    single question is a paragraph under the activity's title.
    """
    parts = _split(_tidy(blocks, key=key))
    questions = sum(any(_asks(block) for block in part) for part in parts)
    letters = iter(ascii_lowercase)
    groups = []
    for part in parts:
        group = []
        for block in part:
            if isinstance(block, Heading) and _asks(block):
                group.append(
                    {"b": "q", "text": block.text, "letter": next(letters)}
                    if questions > 1
                    else {"b": "p", "text": block.text, "strong": False}
                )
            else:
                group.append(_json(block, pictures, key=key))
        groups.append(rows_of_pictures(group))
    return groups


def rows_of_pictures(group: list[Json], most: int = 4) -> list[Json]:
    """Put pictures that follow each other side by side, at most ``most`` in a row."""
    made: list[Json] = []
    for block in group:
        row = made[-1] if made and made[-1]["b"] == "figs" else None
        if block["b"] == "figs" and row and len(row["figs"]) < most:
            row["figs"] += block["figs"]
        else:
            made.append(block)
    return made


def _asks(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == _QUESTION


def _tidy(blocks: Sequence[Block], *, key: bool) -> list[Block]:
    """Return the blocks as paper wants them.

    A key needs no pictures. A list that only says what a table of boxes has as its
    columns goes; one with a picture for each item becomes the captions of the pictures.
    """
    if key:
        blocks = [block for block in blocks if not isinstance(block, Figure)]
    heads = [block.head[1:] for block in blocks if isinstance(block, Table)]
    made: list[Block] = []
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        if not isinstance(block, ItemList):
            made.append(block)
            continue
        row = list(takewhile(lambda one: isinstance(one, Figure), waiting))
        if len(row) == len(block.items):
            del waiting[: len(row)]
            for figure, text in zip(row, block.items, strict=True):
                assert isinstance(figure, Figure)  # noqa: S101 - takewhile looked
                made.append(Figure(figure.picture, text))
        elif block.items not in heads:
            made.append(block)
    return made


def _split(blocks: Iterable[Block]) -> list[list[Block]]:
    """Cut before each question, before the pictures right above it, and before a box."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Box) and block.blocks:
            parts.append([block])
        elif _asks(block):
            above: list[Block] = []
            while parts[-1] and isinstance(parts[-1][-1], Figure):
                above.insert(0, parts[-1].pop())
            parts.append([*above, block])
        else:
            parts[-1].append(block)
    return [part for part in parts if part]


def _json(block: Block, pictures: Pictures, *, key: bool) -> Json:
    match block:
        case Heading():
            return {"b": "h", "level": min(block.level + 1, 4), "text": block.text}
        case Paragraph():
            return {"b": "p", "text": block.text, "strong": block.strong}
        case ItemList():
            items = [[{"b": "p", "text": item, "strong": False}] for item in block.items]
            return {"b": "list", "ordered": block.ordered, "items": items}
        case Choices():
            return _choices(block, pictures, key=key)
        case Lines():
            return {"b": "lines", "count": block.count}
        case Table():
            return {
                "b": "table",
                "head": list(block.head),
                "rows": [list(row) for row in block.rows],
                "widths": column_widths([block.head, *block.rows]),
                "caption": block.caption,
            }
        case Figure():
            return {
                "b": "figs",
                "fill-in": block.to_fill_in,
                "figs": [{"caption": block.caption, **pictures.drawn(block.picture)}],
            }
        case Box():
            inner = [_json(part, pictures, key=key) for part in block.blocks]
            return {"b": "box", "title": block.title, "height": block.height, "blocks": inner}


def column_widths(rows: Sequence[Sequence[Any]]) -> list[float]:
    """Return the share of each column: the longer its longest text, the wider, but less so."""
    longest = [max(len(plain(cell)) for cell in column) for column in zip(*rows, strict=True)]
    return [round(min(max(length, 8), 140) ** 0.6, 2) for length in longest]


def plain(text: Any) -> str:
    """Return the words of a text or of a list of pieces."""
    if isinstance(text, str):
        return text
    if isinstance(text, dict):
        return plain(text.get("x", ""))
    return "".join(plain(piece) for piece in text)


def _choices(block: Choices, pictures: Pictures, *, key: bool) -> Json:
    drawn = (() if key else block.pictures) or (None,) * len(block.options)
    notes = block.notes or ("",) * len(block.options)
    options = [
        {
            "text": text,
            "ticked": number in block.ticked,
            "note": notes[number],
            "picture": pictures.drawn(picture) if (picture := drawn[number]) else None,
        }
        for number, text in enumerate(block.options)
    ]
    return {"b": "choices", "several": block.several, "key": key, "options": options}
