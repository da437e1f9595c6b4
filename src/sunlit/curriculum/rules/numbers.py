# SPDX-License-Identifier: MIT
"""Numbers to ring are dated data, never typed in a lesson (handbook, 8.2 rule 6)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import making

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rules.material import Material

# Groups of digits as people write numbers to ring. A single run needs seven digits, or
# a word of ringing before it; years, ranges, dates, minutes and codes stay allowed.
_DIGITS = re.compile(r"\d(?:\D*\d){2}")  # no number to ring has fewer than three
_GROUPS = re.compile(
    r"(?<![\w/.:#-])\+?\(?\d{1,4}\)?(?:[ .\u00a0\u2010-\u2013-]\d{2,4}){2,5}(?![\w/%-])"
)
_RUN = re.compile(r"(?<![\w/.:#,-])\+?0?\d{7,14}(?![\w/.,-]\d|\w)")
_RING = re.compile(
    r"\b(?:call|ring|phone|dial|text|telephone|helpline|hotline|tel)\b[^.\n]{0,24}?"
    r"(?<![\w.:/-])(?P<number>\+?\d[\d \u00a0-]{1,16}\d)(?![\w%:/.-]*\w)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(?:call|ring|phone|dial)\s+(?P<number>\d{3,6})\b", re.IGNORECASE)
# The key of a text in data is no word for sending one.
_TEXT_KEY = re.compile(r"(?:(?<=[\s{,-])|\A)text:(?=\s)")
_DATE = re.compile(
    r"\A(?:\d{4}[-.]\d{1,2}[-.]\d{1,2}|\d{1,2}[-. ]\d{1,2}[-. ]\d{4}"
    r"|(?:19|20)\d{2}(?:[ .–-](?:19|20)?\d{2})+)\Z"
)
_MEASURE = re.compile(
    r"\A[ ]*(?:minutes?|min|people|pupils|students|words|steps|%|per cent|years?)\b", re.IGNORECASE
)
_SKIPPED = re.compile(
    r"\A\s*(?:#|checked_on:|ac9:|nhes:|rshe:|casel:|un:|address:|url:)|https?://\S+|doi\.org/\S+"
    r"|\b10\.\d{4,}/\S+"
)


def phone_like(line: str) -> list[tuple[int, str]]:
    """Return (column from 1, text) of all in ``line`` that looks like a number to ring."""
    text = _SKIPPED.sub(lambda match: " " * len(match.group()), line)
    found: dict[int, str] = {}
    for pattern in (_GROUPS, _RUN, _RING, _SHORT):
        for match in pattern.finditer(text):
            group = "number" if "number" in pattern.groupindex else 0
            number = match.group(group)
            digits = re.sub(r"\D", "", number)
            if _DATE.match(number.strip()) or _MEASURE.match(text[match.end(group) :]):
                continue
            if pattern is _GROUPS and len(digits) < 6:  # noqa: PLR2004 - "3 12 20" is a list
                continue
            if pattern is _RING and len(digits) < 3:  # noqa: PLR2004 - "call 2 friends"
                continue
            found.setdefault(match.start(group) + 1, number)
    return sorted(found.items())


def check(material: Material) -> Iterator[Finding]:
    """Find phone-like strings in the three files."""
    for file in material.files():
        yield from _in_lines(file, material.lines(file))


def elsewhere(root: Path) -> Iterator[Finding]:
    """Find phone-like strings in the book's other pages and in the interface's texts."""
    catalogues = sorted((Path(__file__).parent.parent.parent / "catalogue").glob("*.yml"))
    for file in [*sorted((root / "docs").rglob("*.md")), root / "index.md", *catalogues]:
        if file.is_file():
            text = file.read_text(encoding="utf-8", errors="replace")
            yield from _in_lines(file, text.split("\n"))


def _in_lines(file: Path, lines: list[str]) -> Iterator[Finding]:
    for number, line in enumerate(lines, start=1):
        if _DIGITS.search(line):
            shown = _TEXT_KEY.sub("     ", line) if file.suffix == ".yml" else line
            for column, words in phone_like(shown):
                yield find(making.NUMBER, file, (number, column), words)
