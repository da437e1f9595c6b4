# SPDX-License-Identifier: MIT
"""Places that `sunlit new` left for an author to fill."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import making

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rules.material import Material

_MARKS = ("TODO", "TBC", "XXX", "FIXME")
_LOREM = re.compile(r"lorem", re.IGNORECASE)
FILL = re.compile(rf"\bFILL\b:?[^\n]{{0,60}}|\b(?:{'|'.join(_MARKS)})\b|(?i:\blorem ipsum\b)")


def check(material: Material) -> Iterator[Finding]:
    """Find FILL and the like, once in a line."""
    for file in material.files():
        text = material.text(file)
        if not any(mark in text for mark in ("FILL", *_MARKS)) and not _LOREM.search(text):
            continue
        for number, line in enumerate(material.lines(file), start=1):
            if found := FILL.search(line):
                words = found.group().strip().rstrip("\"'”")
                yield find(making.FILL, file, (number, found.start() + 1), words)
