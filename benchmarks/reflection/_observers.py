# SPDX-License-Identifier: MIT
"""Observers who see a release and know its rules: what can they be certain of.

Each sees more than is published: the exact number of answers and the exact size of every bar.
What they cannot learn, nobody learns from tenths and fives.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sunlit.reflection.ladder import settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sunlit.reflection.ladder import Rung

Table = tuple[int, ...]


def tables(answers: int, levels: int) -> Iterator[Table]:
    """Yield every way to spread ``answers`` over ``levels``."""
    for cuts in combinations(range(answers + levels - 1), levels - 1):
        edges = (-1, *cuts, answers + levels - 1)
        yield tuple(edges[i + 1] - edges[i] - 1 for i in range(levels))


def sight(table: Table, ladder: Sequence[Rung], smallest: int) -> tuple[int, ...] | None:
    """Return what the strongest outsider sees: the rung and the exact size of its bars."""
    rung = settle(table, ladder, smallest=smallest)
    if rung is None:
        return None
    return (ladder.index(rung), *(sum(table[level] for level in group) for group in rung))


class Exposure(NamedTuple):
    """How many cases were gone through and in how many a small count became certain."""

    tables: int
    exposed_tables: int
    subtractions: int
    exposed_subtractions: int


def exposure(
    answers: int, levels: int, ladder: Sequence[Rung], smallest: int, *, floor: int | None = None
) -> Exposure:
    """Go through every table of one size, as outsider and as one who subtracts an own answer.

    A table is exposed when a level's count is certain and below ``smallest``; a subtraction when
    the others' count is certain and below ``smallest - 1``. ``floor`` releases bars from another
    size on, to see the observers find something.
    """
    spans: dict[object, tuple[list[int], list[int]]] = {}
    size: dict[object, int] = {}

    def note(key: object, counts: Sequence[int]) -> None:
        if key not in spans:
            spans[key] = (list(counts), list(counts))
            size[key] = 1
            return
        low, high = spans[key]
        size[key] += 1
        for i, count in enumerate(counts):
            low[i] = min(low[i], count)
            high[i] = max(high[i], count)

    for table in tables(answers, levels):
        seen = sight(table, ladder, smallest if floor is None else floor)
        note(seen, table)
        for own in range(levels):
            if table[own]:
                note((own, seen), [c - (i == own) for i, c in enumerate(table)])
    found = [0, 0, 0, 0]
    for key, (low, high) in spans.items():
        own = isinstance(key, tuple) and len(key) == 2 and not isinstance(key[1], int)  # noqa: PLR2004
        limit = smallest - own
        certain = any(a == b < limit for a, b in zip(low, high, strict=True))
        found[2 * own] += size[key]
        found[2 * own + 1] += size[key] * certain
    return Exposure(*found)
