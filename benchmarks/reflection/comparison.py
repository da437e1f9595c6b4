# SPDX-License-Identifier: MIT
"""Two releases of nearly the same class: every pair that differs by one pupil.

For every table of 8 to 35 answers, adds a pupil, takes one away, or lets one change their mind,
and checks that the following release is the same whatever that pupil answered. Beside it, the
same pairs without the rule, where small counts become certain. About four minutes.

    python benchmarks/reflection/comparison.py [--quick]
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

from _observers import Table, tables

from sunlit.reflection.comparison import follow
from sunlit.reflection.ladder import about, bars, rungs, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sunlit.reflection.ladder import Bar, Rung

KINDS = [("yes-no", 2), ("scale3", 3), ("nominal", 3), ("scale4", 4), ("nominal", 4), ("scale5", 5)]


def neighbours(table: Table) -> Iterator[Table]:
    """Yield every class that differs by one pupil: one more, one fewer, one of another mind."""
    levels = range(len(table))
    for i in levels:
        yield tuple(c + (j == i) for j, c in enumerate(table))
        if table[i]:
            yield tuple(c - (j == i) for j, c in enumerate(table))
            for k in levels:
                if k != i:
                    yield tuple(c - (j == i) + (j == k) for j, c in enumerate(table))


def released(table: Table, ladder: Sequence[Rung], smallest: int) -> tuple[Bar, ...]:
    """Return the bars a first release shows, none where it shows nothing."""
    rung = settle(table, ladder, smallest=smallest)
    return bars(table, rung) if rung else ()


def telling_pairs(answers: int, levels: int, ladder: Sequence[Rung], smallest: int) -> tuple:
    """Count the pairs, and those whose second release depends on the one pupil."""
    pairs = telling = 0
    for table in tables(answers, levels):
        first = released(table, ladder, smallest)
        verdicts = {follow(first, near) for near in neighbours(table)}
        pairs += 1
        telling += len(verdicts) != 1
    return pairs, telling


def unprotected(answers: int, levels: int, ladder: Sequence[Rung], smallest: int) -> tuple:
    """Count pairs with one pupil more, released independently, that make a small count certain."""
    seen: dict[object, list[Table]] = defaultdict(list)
    for table in tables(answers, levels):
        first = released(table, ladder, smallest)
        for i in range(levels):
            after = tuple(c + (j == i) for j, c in enumerate(table))
            second = released(after, ladder, smallest)
            seen[first, second, about(answers), about(answers + 1)].append(table)
    pairs = exposed = 0
    for group in seen.values():
        pairs += len(group)
        for level in range(levels):
            counts = {table[level] for table in group}
            if len(counts) == 1 and counts.pop() < smallest:
                exposed += len(group)
                break
    return pairs, exposed


def main(*, quick: bool) -> int:
    """Print both tables; return the number of telling pairs under the rule."""
    bad = 0
    print("kind      k  m    classes telling | independent pairs  exposed")
    for kind, levels in KINDS:
        sizes = range(8, 36)
        if quick or levels == 5:  # noqa: PLR2004 (the largest k)
            sizes = (8, 9, 10, 12, 15, 20) if quick else (*range(8, 21), 25, 30)
        for smallest in (3, 5):
            ladder = rungs(kind, levels)
            totals = [0, 0, 0, 0]
            for answers in sizes:
                row = (
                    *telling_pairs(answers, levels, ladder, smallest),
                    *unprotected(answers, levels, ladder, smallest),
                )
                totals = [a + b for a, b in zip(totals, row, strict=True)]
            bad += totals[1]
            print(
                f"{kind:<9} {levels}  {smallest} {totals[0]:>10,} {totals[1]:>7} | "
                f"{totals[2]:>17,} {totals[3]:>8,}",
                flush=True,
            )
    return bad


if __name__ == "__main__":
    sys.exit(1 if main(quick="--quick" in sys.argv) else 0)
