# SPDX-License-Identifier: MIT
"""The release ladder: which bars of a closed question a class may see.

A fixed order of merges cannot be inverted, while the best merge for a table tells something about
the table. Source: the project's own exhaustive enumeration (``benchmarks/reflection/ladder.py``);
thresholds from the handbook's rule B-22.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.reflection.spec import N_MIN, ItemType

if TYPE_CHECKING:
    from collections.abc import Sequence

M_MILD = 3
M_SENSITIVE = 5
COUNTER_STEP = 5

Rung = tuple[tuple[int, ...], ...]

_FIXED: dict[str, tuple[Rung, ...]] = {
    "scale5": (
        ((0,), (1,), (2,), (3,), (4,)),
        ((0, 1), (2,), (3, 4)),
        ((0, 1), (2, 3, 4)),
        ((0, 1, 2), (3, 4)),
    ),
    "scale4": (((0,), (1,), (2,), (3,)), ((0, 1), (2, 3))),
    "scale3": (((0,), (1,), (2,)), ((0, 1), (2,)), ((0,), (1, 2))),
    "yes-no": (((0,), (1,)),),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One released bar: the levels it joins (positions in the options) and its share in tenths."""

    levels: tuple[int, ...]
    tenths: int


def rungs(kind: ItemType, levels: int) -> tuple[Rung, ...]:
    """Return the merges of an item, finest first; the order never depends on the answers.

    A nominal item folds its last options together one at a time, in the author's order.
    """
    if kind != "nominal":
        return _FIXED[kind]
    steps = []
    for kept in range(levels, 1, -1):
        last = tuple(range(kept - 1, levels))
        steps.append((*((level,) for level in range(kept - 1)), last))
    return tuple(steps)


def settle(
    counts: Sequence[int], ladder: Sequence[Rung], *, smallest: int, minimum: int = N_MIN
) -> Rung | None:
    """Return the first rung whose bars all hold at least ``smallest`` answers.

    ``counts`` holds the answers at each level, passes left out. None means that nothing is shown:
    fewer than ``minimum`` answers, or answers too alike. The caller must use one message for both.
    """
    if sum(counts) < minimum:
        return None
    for rung in ladder:
        if all(sum(counts[level] for level in group) >= smallest for group in rung):
            return rung
    return None


def tenths(part: int, whole: int) -> int:
    """Round a share to tenths, half up, and keep a shown bar from looking like none or all.

    3 of 61 would round to 0, which would be drawn as an empty bar; the same goes for its
    neighbour at 10.
    """
    return min(9, max(1, (20 * part + whole) // (2 * whole)))


def bars(counts: Sequence[int], rung: Rung) -> tuple[Bar, ...]:
    """Turn counts into released bars, each rounded alone."""
    whole = sum(counts)
    return tuple(Bar(group, tenths(sum(counts[level] for level in group), whole)) for group in rung)


def about(answers: int) -> int:
    """Round a number of answers to the nearest five, the only form in which it is published."""
    return COUNTER_STEP * ((2 * answers + COUNTER_STEP) // (2 * COUNTER_STEP))


def coarse(bodies: int) -> int:
    """Round the running counter down to fives: enough to run a room, too little to follow one."""
    return bodies - bodies % COUNTER_STEP
