# SPDX-License-Identifier: MIT
"""What successive charts give away: the attack that decides for one release at close.

Someone sees in which order pupils press Send, and every chart that is released. Prints the share
of answers that become certain, and how often the best guess is right, for several ways of
releasing (4,000 simulated classes each; the design note's table).

    python benchmarks/reflection/live.py [--classes 4000]
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from _draws import seeded

from sunlit.reflection.ladder import rungs, settle

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

YES_NO = (0.8, 0.2)
FIVE = (0.1, 0.15, 0.4, 0.25, 0.1)


def batches(first: int, step: int, pupils: int) -> list[int]:
    """Return after how many answers a chart is released; an incomplete batch joins the last."""
    ends = list(range(first, pupils - step + 1, step))
    return [*ends, pupils]


def attack(answers: Sequence[int], ends: Sequence[int], shares: Sequence[float]) -> tuple:
    """Return how many answers are certain and how many a best guess hits.

    Between two exact charts the observer knows the counts of the pupils in between: all alike
    means certain; else the most frequent answer is the best guess for each of them.
    """
    certain = hit = 0
    start = 0
    for end in ends:
        part = Counter(answers[start:end])
        if len(part) == 1:
            certain += end - start
        best = max(range(len(shares)), key=lambda level: (part[level], shares[level]))
        hit += part[best]
        start = end
    return certain, hit


def at_close(answers: Sequence[int], shares: Sequence[float], kind: str) -> tuple:
    """Return the same for one release through the ladder, where a unanimous class is withheld."""
    counts = [Counter(answers)[level] for level in range(len(shares))]
    rung = settle(counts, rungs(kind, len(shares)), smallest=3)
    certain = 0
    guess = max(range(len(shares)), key=lambda level: shares[level])
    if rung is not None:
        bar = max(rung, key=lambda group: sum(counts[level] for level in group))
        guess = max(bar, key=lambda level: shares[level])
    return certain, counts[guess]


def line(name: str, rng: random.Random, classes: int, first: int, step: int) -> None:
    """Print one way of releasing for three kinds of class."""
    cells = []
    for pupils, shares, kind in (
        (30, YES_NO, "yes-no"),
        (12, YES_NO, "yes-no"),
        (30, FIVE, "scale5"),
    ):
        certain = hit = 0
        for _ in range(classes):
            answers = rng.choices(range(len(shares)), shares, k=pupils)
            if step:
                found = attack(answers, batches(first, step, pupils), shares)
            else:
                found = at_close(answers, shares, kind)
            certain, hit = certain + found[0], hit + found[1]
        total = classes * pupils
        cells.append(f"{certain / total:.3f}/{hit / total:.2f}")
    print(f"{name:<26}" + "  ".join(f"{cell:>12}" for cell in cells), flush=True)


def main(classes: int) -> None:
    """Print the table."""
    rng = seeded(2026)
    print(" " * 26 + "  yes/no n=30   yes/no n=12  5-point n=30   (certain/best guess)")
    line("each answer", rng, classes, 1, 1)
    line("first 5, then each", rng, classes, 5, 1)
    for step in (3, 5, 8, 10):
        line(f"batches of {step} (first 5)", rng, classes, max(5, step), step)
    line("exact counts at close", rng, classes, 10_000, 1)
    line("once, through the ladder", rng, classes, 0, 0)


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--classes") + 1]) if "--classes" in sys.argv else 4000)
