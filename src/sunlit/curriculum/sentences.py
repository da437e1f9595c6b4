# SPDX-License-Identifier: MIT
"""Sentences and words of running text, by position."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?:[.!?…]+|[|\x1f])[”’\"')\]]*(?=\s+[“‘\"'(\[]*[A-Z0-9]|\s*\Z|\s*\|)|\s*\|\s*|(?<=:)\s+(?=[“\"])"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|vs|No|cf|approx)\.\Z")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence in ``text``, in order.

    Speech belongs to the sentence that reports it; a cell of a table is a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (found.end() for found in _END.finditer(text)):
        if _ABBREVIATION.search(text, start, end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if WORD.search(piece):
        lead = len(piece) - len(piece.lstrip(" |\n\t"))
        spans.append((start + lead, start + len(piece.rstrip(" |\n\t"))))


def words(text: str) -> list[str]:
    """Return the words of ``text``; a hyphenated word or one with an apostrophe is one."""
    return WORD.findall(text)
