# SPDX-License-Identifier: MIT
"""Sunlit's line drawings, put into the page: no icon font, no extra request."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("icons")
_SVG = re.compile(r"\A<svg([^>]*)>(.*)</svg>\s*\Z", re.DOTALL)
_VIEW_BOX = re.compile(r'viewBox="[^"]*"')
_LINE = (
    'fill="none" stroke="currentColor" stroke-width="1.75" '
    'stroke-linecap="round" stroke-linejoin="round"'
)


@cache
def icon(name: str, classes: str = "ic") -> str:
    """Return the icon of ``name`` as markup, hidden from screen readers.

    It always stands beside a word that says the same.

    Raises
    ------
    FileNotFoundError
        When there is no such icon.

    """
    parts = _SVG.match((_FOLDER / f"{name}.svg").read_text(encoding="utf-8").strip())
    if parts is None:
        raise ValueError(f"{name}.svg: wanted one <svg> element.")
    view_box = _VIEW_BOX.search(parts[1])
    line = _LINE if "stroke=" in parts[1] else 'fill="none"'
    return (
        f'<svg class="{classes}" {view_box[0] if view_box else ""} '
        f'aria-hidden="true" focusable="false" {line}>{parts[2]}</svg>'
    )


def theme_icon(slug: str) -> str:
    """Return the icon of a theme, such as ``03-words``."""
    return icon(f"theme-{slug}")


def pane(band: str, classes: str = "pane") -> str:
    """Return the window with the lit pane of a band, such as ``11-13``."""
    return icon(f"band-{band}", classes)
