# SPDX-License-Identifier: MIT
"""Go through every table of 2 to 5 options and 8 to 35 answers (about three minutes).

Prints, for each kind of item and each threshold, how many tables and subtractions there are and
in how many a small count becomes certain; then how often a typical class sees how many bars.

    python benchmarks/reflection/ladder.py [--quick]
"""

from __future__ import annotations

import sys
from math import comb, prod

from _observers import exposure, tables

from sunlit.reflection.ladder import rungs, settle

KINDS = [
    ("yes-no", 2),
    ("scale3", 3),
    ("nominal", 3),
    ("scale4", 4),
    ("nominal", 4),
    ("scale5", 5),
    ("nominal", 5),
]
QUICK = [*range(8, 13), 15, 20, 25, 30, 35]
TYPICAL = (0.10, 0.20, 0.40, 0.20, 0.10)


def enumerate_all(*, quick: bool) -> int:
    """Print the exposure tables; return the number of exposed cases."""
    bad = 0
    print("kind      k  m     tables exposed subtractions exposed")
    for kind, levels in KINDS:
        sizes = QUICK if quick and levels == 5 else range(8, 36)  # noqa: PLR2004 (the largest k)
        for smallest in (3, 5):
            ladder = rungs(kind, levels)
            totals = [0, 0, 0, 0]
            for answers in sizes:
                for i, value in enumerate(exposure(answers, levels, ladder, smallest)):
                    totals[i] += value
            bad += totals[1] + totals[3]
            print(
                f"{kind:<9} {levels}  {smallest} {totals[0]:>10,} {totals[1]:>7} "
                f"{totals[2]:>12,} {totals[3]:>7}",
                flush=True,
            )
    return bad


def typical_class() -> None:
    """Print how often a typical class sees 5, 3, 2 or no bars (exact multinomial)."""
    ladder = rungs("scale5", 5)
    for smallest in (3, 5):
        row = []
        for answers in (10, 12, 20, 25, 30):
            chance = {5: 0.0, 3: 0.0, 2: 0.0, 0: 0.0}
            for table in tables(answers, 5):
                left, ways = answers, 1
                for count in table:
                    ways *= comb(left, count)
                    left -= count
                rung = settle(table, ladder, smallest=smallest)
                weight = ways * prod(p**c for p, c in zip(TYPICAL, table, strict=True))
                chance[len(rung) if rung else 0] += weight
            row.append(f"n={answers}: " + "/".join(f"{100 * c:.0f}" for c in chance.values()))
        print(f"m={smallest}  5/3/2/no bars in %  " + "  ".join(row))


if __name__ == "__main__":
    typical_class()
    sys.exit(1 if enumerate_all(quick="--quick" in sys.argv) else 0)
