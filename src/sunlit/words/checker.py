# SPDX-License-Identifier: MIT
"""Check a text for wording that can hurt, and explain each hit kindly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sunlit.words.engine import Engine

WORDS_BANDS = ("ages-08-10", "ages-11-13", "ages-14-18")


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase worth a second look. It is a suggestion; the writer decides.

    ``start`` and ``end`` count code points. ``severity`` is the handbook's: H
    (nearly always hurtful), M (suggest), I (context decides). ``category``
    ``help-card`` means: show the help card and nothing else; ``reason`` and
    ``suggestions`` are then empty. ``row`` is the row of the handbook's term
    table, ``source`` its source ids. ``ask`` is a question to ask first when
    the checker cannot know ("a person, or the weather?"), else empty. ``note``
    marks wording that is only worth knowing about: shown to an editor, never a
    reason to fail a check.
    """

    start: int
    end: int
    text: str
    category: str
    reason: str
    suggestions: tuple[str, ...]
    source: tuple[str, ...]
    severity: str
    row: int
    ask: str
    note: bool = False


def rules_for_band(band: str) -> dict[str, Any]:
    """Return the compiled rules a page of that band carries, ready for JSON.

    There is no checker for ``ages-05-07``: its rules are empty. Raises
    ValueError for an unknown band.
    """
    if band == "ages-05-07":
        return {
            "format": 1,
            "band": band,
            "fold": ["", ""],
            "spellings": {},
            "lists": {},
            "contexts": {},
            "rules": [],
        }
    if band not in WORDS_BANDS:
        known = ", ".join(("ages-05-07", *WORDS_BANDS))
        raise ValueError(f"there is no band “{band}”; the bands are {known}")
    return read_compiled(band)


def read_compiled(name: str) -> dict[str, Any]:
    """Return one compiled file as plain data."""
    text = (Path(__file__).parent / "compiled" / f"{name}.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(text)
    return data


@cache
def engine_for(band: str) -> Engine:
    """Return the engine of one band, made once."""
    return Engine(rules_for_band(band))


def check_words(
    text: str, band: str = "ages-14-18", *, quotes_are_mentions: bool = False
) -> list[Match]:
    """Return the phrases in ``text`` worth a second look, in order.

    ``quotes_are_mentions`` passes every phrase between quotation marks, for
    texts in which quoting is how words under discussion are marked. Raises
    ValueError for an unknown band.
    """
    engine = engine_for(band)
    matches = []
    for start, end, number in engine.find(text, quotes_are_mentions=quotes_are_mentions):
        rule = engine.rules[number]
        matches.append(
            Match(
                start=start,
                end=end,
                text=text[start:end],
                category=rule["category"],
                reason=rule["reason"],
                suggestions=tuple(rule["suggestions"]),
                source=tuple(rule["source"]),
                severity=rule["severity"],
                row=rule["row"],
                ask=rule["ask"],
                note=rule["note"],
            )
        )
    return matches
