# SPDX-License-Identifier: MIT
"""Cues in class free text that an adult should see.

A nudge for the adult who reads anyway, never a safety net: a message without a
cue is not a message without need. Nothing here is stored, sent or counted, and
nothing is ever reported about a pupil.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sunlit.words.checker import read_compiled
from sunlit.words.engine import Engine


@dataclass(frozen=True, slots=True)
class Cue:
    """A passage an adult should read. Offsets count code points.

    ``category`` is one of suicidal-thoughts, self-harm, abuse, exploitation, danger.
    """

    start: int
    end: int
    text: str
    category: str


@cache
def _engine() -> Engine:
    return Engine(read_compiled("safeguarding"))


def check_message(text: str) -> list[Cue]:
    """Return the passages of a message that an adult should see, in order."""
    engine = _engine()
    return [
        Cue(start, end, text[start:end], engine.rules[number]["category"])
        for start, end, number in engine.find(text)
    ]
