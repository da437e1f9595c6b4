# SPDX-License-Identifier: MIT
"""The coin table: errors, half-widths, coverage, and a simulation of the device itself.

python benchmarks/reflection/coins.py [--classes 20000]
"""

from __future__ import annotations

import math
import sys
from fractions import Fraction

from _draws import seeded

from sunlit.reflection import coin

TRUTHS = (Fraction(1, 2), Fraction(67, 100), Fraction(3, 4), Fraction(9, 10))
SIZES = (10, 25, 35, 150, 1000)
SHARE = Fraction(1, 5)


def table() -> None:
    """Print root mean square error against population and class, and the 95 % half-width."""
    print("      " + "".join(f"t={float(t):.2f} (e {coin.epsilon(t):.2f})   " for t in TRUTHS))
    for answers in SIZES:
        cells = []
        for truth in TRUTHS:
            population = math.sqrt(coin.population_variance(SHARE, answers, truth))
            of_class = math.sqrt(coin.class_variance(answers, truth))
            cells.append(f"{population:.3f} {of_class:.3f} {196 * of_class:3.0f}")
        print(f"{answers:>5} " + "     ".join(cells))
    ranges = ", ".join(
        f"{low} to {high}" for low, high in (coin.interval(10, 30, truth=t) for t in TRUTHS)
    )
    print(f"10 of 30 reported yes: {ranges} pupils")


def coverage() -> None:
    """Print the least exact coverage of the interval."""
    for answers in (8, 12, 25, 30, 35, 60, 100):
        ranges = [coin.interval(yes, answers) for yes in range(answers + 1)]
        least = Fraction(1)
        for pupils in range(answers + 1):
            weights, whole = coin.report_weights(pupils, answers)
            covered = sum(
                w for w, (low, high) in zip(weights, ranges, strict=True) if low <= pupils <= high
            )
            least = min(least, Fraction(covered, whole))
        print(f"n={answers:<4} least coverage {float(least):.4f}")


def device(classes: int) -> None:
    """Print bias and error of the device procedure over simulated classes."""
    rng = seeded(7)
    for answers in (25, 35):
        pupils = answers // 5
        errors = []
        for _ in range(classes):
            yes = sum(
                coin.report(truth=pupil < pupils, bits=rng.randrange(8)) for pupil in range(answers)
            )
            errors.append(float(coin.estimate(yes, answers) - Fraction(pupils, answers)))
        bias = sum(errors) / classes
        rms = math.sqrt(sum(e * e for e in errors) / classes)
        theory = math.sqrt(coin.class_variance(answers))
        print(f"n={answers}: bias {bias:+.4f}, error {rms:.4f}, theory {theory:.4f}")


if __name__ == "__main__":
    table()
    coverage()
    device(int(sys.argv[sys.argv.index("--classes") + 1]) if "--classes" in sys.argv else 20_000)
