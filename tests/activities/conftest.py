# SPDX-License-Identifier: MIT
"""Activities out of a text, and a bare page with them on it, as the book would write it."""

from __future__ import annotations

import html
import json
import textwrap
from typing import TYPE_CHECKING

import pytest

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
from sunlit.activities.compiling import compile_activity
from sunlit.activities.reading import read_activities
from sunlit.catalogue import strings
from sunlit.frontend.linking import FRONTEND, page_script, page_style
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

_HEAD = """<!doctype html>
<html lang="en" dir="{direction}" data-theme="{theme}">
<head><meta charset="utf-8"><title>Activities</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<style>{style}
body {{ margin: 0; background: var(--paper); color: var(--ink);
  font-family: Lexend, "DejaVu Sans", sans-serif; line-height: 1.6; }}
main {{ max-width: 46rem; margin: 0 auto; padding: 1rem; }}
</style>
<script defer src="activities.js"></script></head>
<body data-band="{band}"><main><h1>Words that leave room</h1><h2>Do</h2>
"""


def write_activities(folder: Path, text: str, band: str = "ages-11-13") -> Path:
    """Write ``text`` as the activities of one lesson and return the file."""
    file = folder / "activities" / band / "03-words.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(textwrap.dedent(text), encoding="utf-8")
    return file


def read_text(folder: Path, text: str, band: str = "ages-11-13") -> dict[str, Activity]:
    """Return the activities written in ``text``."""
    return read_activities(write_activities(folder, text, band))


def write_page(
    folder: Path,
    text: str,
    band: str = "ages-11-13",
    *,
    moments: Iterable[str] = ("",),
    direction: str = "ltr",
    theme: str = "light",
    script: str | None = None,
) -> str:
    """Write a page with every activity of ``text`` and return its address.

    With several ``moments`` each activity stands on the page once for each.
    """
    style = (FRONTEND / "tokens.css").read_text(encoding="utf-8") + page_style()
    activities = read_text(folder, text, band)
    parts = [
        _HEAD.format(style=style, direction=direction, theme=theme, band=band.removeprefix("ages-"))
    ]
    for name, activity in activities.items():
        definition = compile_activity(f"{band}/03-words/{name}", activity, band)
        data = json.dumps(definition, ensure_ascii=False).replace("</", "<\\/")
        paper = "".join(_html(block) for block in activity.question_blocks(band))
        for moment in moments:
            at = f' data-moment="{moment}"' if moment else ""
            title = f"title-{name}-{moment}"
            parts.append(
                f'<div class="act card" role="group" aria-labelledby="{title}"'
                f' data-activity="{activity.kind}" data-id="{definition["id"]}"{at}>'
                f'<script type="application/json">{data}</script>'
                f'<div class="act-live" hidden></div><div class="act-paper">'
                f'<h3 id="{title}">{html.escape(activity.title)}</h3>{paper}</div></div>'
            )
    parts.append("</main></body></html>")
    page = folder / "page.html"
    page.write_text("".join(parts), encoding="utf-8")
    if script is None:
        script = page_script(strings(), sorted({one.kind for one in activities.values()}))
    (folder / "activities.js").write_text(script, encoding="utf-8")
    return page.as_uri()


def _html(block: Block) -> str:
    """Return ``block`` as the plainest HTML there is."""
    text = html.escape
    match block:
        case Heading():
            return f"<h4>{text(block.text)}</h4>"
        case Paragraph():
            return f"<p>{text(block.text)}</p>"
        case ItemList():
            items = "".join(f"<li>{text(item)}</li>" for item in block.items)
            return f"<ol>{items}</ol>" if block.ordered else f"<ul>{items}</ul>"
        case Choices():
            return "<ul>" + "".join(f"<li>☐ {text(one)}</li>" for one in block.options) + "</ul>"
        case Lines():
            return "<hr>" * block.count
        case Table():
            head = "".join(f"<th>{text(cell)}</th>" for cell in block.head)
            rows = "".join(
                "<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case Figure():
            return f"<div>{block.picture.svg}</div>"
        case Box():
            return "<div>" + "".join(_html(one) for one in block.blocks) + "</div>"


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., dict[str, Activity]]:
    """Return a function that reads activities out of a text."""
    return lambda text, band="ages-11-13": read_text(tmp_path, text, band)


@pytest.fixture
def problems_in(tmp_path: Path) -> Callable[..., list[str]]:
    """Return a function that gives what is wrong in a text, as "line: message"."""

    def find(text: str, band: str = "ages-11-13") -> list[str]:
        try:
            read_text(tmp_path, text, band)
        except ContentError as error:
            return [f"{one.line}: {one.message} {one.mend}".strip() for one in error.problems]
        return []

    return find


@pytest.fixture
def page_of(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a page of activities and returns its address."""
    return lambda text, band="ages-11-13", **options: write_page(tmp_path, text, band, **options)


@pytest.fixture
def start(page: Page, page_of: Callable[..., str]) -> Callable[..., Locator]:
    """Return a function that opens a page of activities and returns the first one, ready."""

    def go(text: str, band: str = "ages-11-13", **options: object) -> Locator:
        page.goto(page_of(text, band, **options))
        first = page.locator("[data-activity]").first
        first.locator(":scope[data-state=ready]").wait_for()
        return first

    return go
