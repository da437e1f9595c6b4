# SPDX-License-Identifier: MIT
"""A paper as a page to print from the teacher's browser."""

from __future__ import annotations

import html
from string import Template
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse

from sunlit.activities.blocks import Choices, Heading, ItemList, Lines, Paragraph, Table
from sunlit.reflection.papers import PAPERS
from sunlit.reflection.rendering import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sunlit.activities.blocks import Block
    from sunlit.reflection.spec import PollSpec


def _list(tag: str, items: Iterable[str], extra: str = "") -> str:
    lines = "".join(f"<li>{html.escape(item)}</li>" for item in items)
    return f"<{tag}{extra}>{lines}</{tag}>"


def _cells(tag: str, cells: Iterable[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def as_html(block: Block) -> str:
    """Return one neutral block as HTML; every text is escaped.

    Raises
    ------
    TypeError
        For a kind of block that no paper of this package holds.

    """
    match block:
        case Heading(text=text):
            return f"<h2>{html.escape(text)}</h2>"
        case Paragraph(text=text, strong=strong):
            inner = html.escape(text)
            return f"<p><strong>{inner}</strong></p>" if strong else f"<p>{inner}</p>"
        case ItemList(items=items, ordered=ordered):
            return _list("ol" if ordered else "ul", items)
        case Choices(options=options):
            return _list("ul", options, ' class="boxes"')
        case Lines(count=count):
            return '<p class="line"></p>' * count
        case Table(head=head, rows=rows):
            body = "".join(_cells("td", row) for row in rows)
            return f"<table><thead>{_cells('th', head)}</thead><tbody>{body}</tbody></table>"
    raise TypeError(f"no paper holds a {type(block).__name__}")


def paper_page(name: str, spec: PollSpec) -> HTMLResponse:
    """Return one of the school's papers for a poll, ready to print."""
    paper = PAPERS[name](spec)
    template = Template((PAGES / "paper.html").read_text(encoding="utf-8"))
    blocks = "\n".join(as_html(block) for block in paper.blocks)
    filled = template.substitute(
        language=html.escape(spec.language), title=html.escape(paper.title), blocks=blocks
    )
    return HTMLResponse(filled)
