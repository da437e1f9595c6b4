# SPDX-License-Identifier: MIT
"""Sentences and words of running text, by position."""

from __future__ import annotations

import re

_CLOSING = r"[”’\"')\]]*"
_NEXT = r"\s+[“‘\"'(\[]*[A-Z0-9]"
# Most texts have no table in them and no speech after a colon, and take the quick pattern.
_PLAIN_END = re.compile(rf"[.!?…]+{_CLOSING}(?={_NEXT}|\s*\Z)")
_END = re.compile(
    rf"(?:[.!?…]+|[|\x1f]){_CLOSING}(?={_NEXT}|\s*\Z|\s*\|)|\s*\|\s*|(?<=:)\s+(?=[“\"])"
)
_NEEDS_ALL = re.compile(r"[|\x1f:]")
_MAY_END = re.compile(r"[.!?…|\x1f:]")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|vs|No|cf|approx)\.\Z")
_LONGEST_ABBREVIATION = len("approx.")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence in ``text``, in order.

    Speech belongs to the sentence that reports it; a cell of a table is a sentence.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    if not _MAY_END.search(text, 0, max(0, len(text) - 1)):
        _add(spans, text, 0, len(text))
        return spans
    pattern = _END if _NEEDS_ALL.search(text) else _PLAIN_END
    for end in (found.end() for found in pattern.finditer(text)):
        if _ABBREVIATION.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
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
