# SPDX-License-Identifier: MIT
"""Neutral blocks: the form of an activity that needs no script.

An activity describes itself in these; ``book`` turns them into docutils nodes and
``handouts`` into Typst data. Every text is plain text: nothing in it is markup.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.pictures import Picture


@dataclass(frozen=True)
class Heading:
    """A heading inside the activity; ``level`` 1 is the activity's own title."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``strong`` for a question or an answer that must stand out."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class ItemList:
    """A list of texts, numbered when ``ordered``."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Choices:
    """Boxes to tick.

    ``ticked`` is empty on a worksheet; on an answer key it holds the positions
    (from 0) of the boxes that fit, and ``notes`` the explanation of each.
    ``several`` says that more than one box may be ticked.
    """

    options: tuple[str, ...]
    several: bool = False
    ticked: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    pictures: tuple[Picture | None, ...] = ()


@dataclass(frozen=True)
class Lines:
    """Ruled lines to write on; the prompt beside them says how many."""

    count: int


@dataclass(frozen=True)
class Table:
    """A table with a header row; a cell of ``BOX`` or ``TICKED`` is a tick box."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


BOX = "☐"
TICKED = "☑"


@dataclass(frozen=True)
class Figure:
    """A picture with its text alternative; ``to_fill_in`` when it is written or drawn in."""

    picture: Picture
    caption: str = ""
    to_fill_in: bool = False


@dataclass(frozen=True)
class Box:
    """A frame: empty to draw in (``height`` in millimetres), or around blocks."""

    title: str = ""
    height: int = 0
    blocks: tuple[Block, ...] = field(default=())


Block = Heading | Paragraph | ItemList | Choices | Lines | Table | Figure | Box
