# SPDX-License-Identifier: MIT
"""An activity's neutral blocks as document nodes: the page without script, and print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sunlit.activities.blocks import (
    BOX,
    TICKED,
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
from sunlit.book.nodes import block, drawn, inline, paragraph

if TYPE_CHECKING:
    from sunlit.pictures import Picture

_ID = re.compile(r'(\bid="|url\(#|href="#)([^")]+)')
_LABELS = re.compile(r'(aria-(?:labelledby|describedby)=")([^"]+)')
# A heading of the page is an h2, the activity's title an h3.
_DEEPEST, _BELOW_TITLE = 6, 3
# Options of at most so many letters stand in a row.
_SHORT = 16
# Letters of a table in plain text.
_WIDTH = 90


def paper_form(blocks: list[Block], uid: str) -> list[nodes.Node]:
    """Return document nodes for ``blocks``; ids inside start with ``uid``."""
    made: list[nodes.Node] = []
    for position, one in enumerate(blocks):
        made += _nodes(one, f"{uid}-{position}")
    return made


def picture_node(picture: Picture, uid: str) -> nodes.Node:
    """Return a picture whose ids are unique on the page, with its words for other writers."""
    svg = _ID.sub(rf"\g<1>{uid}-\2", picture.svg)
    svg = _LABELS.sub(
        lambda found: found[1] + " ".join(f"{uid}-{name}" for name in found[2].split()), svg
    )
    words = f"{picture.title} {picture.description}".strip()
    return block("div", drawn(svg, words), class_="picture")


def _nodes(one: Block, uid: str) -> list[nodes.Node]:
    match one:
        case Heading():
            level = min(one.level + _BELOW_TITLE - 1, _DEEPEST)
            return [block(f"h{max(level, _BELOW_TITLE + 1)}", nodes.Text(one.text))]
        case Paragraph():
            text = nodes.strong("", one.text) if one.strong else nodes.Text(one.text)
            return [nodes.paragraph("", "", text)]
        case ItemList():
            items = [nodes.list_item("", paragraph(item)) for item in one.items]
            kind = nodes.enumerated_list if one.ordered else nodes.bullet_list
            return [kind("", *items)]
        case Choices():
            return [_choices(one, uid)]
        case Lines():
            rules = [block("li", drawn("", "_" * 40)) for _ in range(one.count)]
            return [block("ul", *rules, class_="rules-to-write-on", aria_hidden="true")]
        case Table():
            return [block("div", _table(one), class_="table-frame")]
        case Figure():
            shown = [picture_node(one.picture, uid)]
            caption = [paragraph(one.caption)] if one.caption else []
            return [block("div", *shown, *caption, class_="figure")]
        case Box():
            title = [paragraph(nodes.strong("", one.title))] if one.title else []
            inside = paper_form(list(one.blocks), uid)
            style = {"style": f"min-block-size: {one.height}mm"} if one.height else {}
            return [block("div", *title, *inside, class_="paper-box", **style)]


def _choices(one: Choices, uid: str) -> nodes.Node:
    listed = nodes.bullet_list(classes=["boxes"])
    if any(one.pictures):
        listed["classes"].append("pictured")
    elif not one.notes and all(len(option) <= _SHORT for option in one.options):
        listed["classes"].append("short")
    for position, option in enumerate(one.options):
        ticked = position in one.ticked
        shape = "box" if one.several else "ring"
        mark = f'<span class="{shape}{" ticked" if ticked else ""}" aria-hidden="true"></span>'
        item = nodes.list_item("")
        if position < len(one.pictures) and (picture := one.pictures[position]):
            item += picture_node(picture, f"{uid}-{position}")
        item += paragraph(drawn(mark, f"{TICKED if ticked else BOX} "), inline("span", option))
        if position < len(one.notes):
            item += paragraph(one.notes[position])
        listed += item
    return listed


def _table(one: Table) -> nodes.table:
    group = nodes.tgroup(cols=len(one.head))
    group += [nodes.colspec(colwidth=_WIDTH // len(one.head)) for _ in one.head]
    group += nodes.thead("", _row(one.head))
    group += nodes.tbody("", *(_row(row) for row in one.rows))
    table = nodes.table(classes=["paper-table"])
    if one.caption:
        table += nodes.title("", one.caption)
    table += group
    return table


def _row(cells: tuple[str, ...]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in cells))
