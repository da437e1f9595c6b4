# SPDX-License-Identifier: MIT
"""Randomised response with coins: the device procedure, the estimator and the exact interval.

Design (Warner 1965, in the forced-answer form of Boruch 1971; notation of the project's design
note): two random bits; unless both are 0 the truth is reported, else a third bit. So the truth is
reported with t = 3/4, and a report equals the truth with p = (1 + t) / 2 = 7/8. All arithmetic is
in whole numbers and fractions; floats appear in no decision.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

TRUTH = Fraction(3, 4)
N_RANGE = 25
N_SHARE = 150


def report(truth: bool, bits: int) -> bool:  # noqa: FBT001 (an answer, not a switch)
    """Return what the device sends for a true answer and three random bits (0 to 7).

    The two lowest bits decide whether the truth is told, the next one is told otherwise. The
    same table runs on the device (``pages/coin.js``).
    """
    if not 0 <= bits <= 7:  # noqa: PLR2004 (three bits)
        raise ValueError(f"bits: wanted three bits, 0 to 7, found {bits}")
    return truth if bits & 3 else bool(bits >> 2)


def epsilon(truth: Fraction = TRUTH) -> float:
    """Return the local privacy loss ln((1 + t) / (1 - t)); ln 7 at t = 3/4."""
    return math.log((1 + truth) / (1 - truth))


def estimate(yes: int, answers: int, truth: Fraction = TRUTH) -> Fraction:
    """Return the unbiased estimate of the true share, unclipped.

    From E[reported share] = t * share + (1 - t) / 2, so share = (reported - (1 - t) / 2) / t.
    """
    return (Fraction(yes, answers) - (1 - truth) / 2) / truth


def class_variance(answers: int, truth: Fraction = TRUTH) -> Fraction:
    """Return the variance of :func:`estimate` around the class's own share.

    p (1 - p) / (n t**2), whatever the share.
    """
    p = (1 + truth) / 2
    return p * (1 - p) / (answers * truth**2)


def population_variance(share: Fraction, answers: int, truth: Fraction = TRUTH) -> Fraction:
    """Return the variance of :func:`estimate` around a population's share, l (1 - l) / (n t**2)."""
    reported = truth * share + (1 - truth) / 2
    return reported * (1 - reported) / (answers * truth**2)


def report_weights(pupils: int, answers: int, truth: Fraction = TRUTH) -> tuple[list[int], int]:
    """Return the distribution of reported yes when ``pupils`` of ``answers`` are truly yes.

    Y ~ Bin(K, p) + Bin(n - K, 1 - p), as whole-number weights w[0..n] and their sum. The weights
    are the coefficients of (q + p x)**K (p + q x)**(n - K), scaled to whole numbers.
    """
    p = (1 + truth) / 2
    told, other, unit = p.numerator, p.denominator - p.numerator, p.denominator

    def power(constant: int, linear: int, times: int) -> list[int]:
        return [math.comb(times, i) * linear**i * constant ** (times - i) for i in range(times + 1)]

    first = power(other, told, pupils)
    second = power(told, other, answers - pupils)
    weights = [0] * (answers + 1)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            weights[i + j] += a * b
    return weights, unit**answers


def _accepts(pupils: int, yes: int, answers: int, tail: Fraction, truth: Fraction) -> int:
    """Say whether ``pupils`` agrees with the report: 0, or -1 too few, or 1 too many."""
    weights, whole = report_weights(pupils, answers, truth)
    if Fraction(sum(weights[yes:]), whole) <= tail:
        return -1
    if Fraction(sum(weights[: yes + 1]), whole) <= tail:
        return 1
    return 0


def interval(
    yes: int, answers: int, *, level: Fraction = Fraction(95, 100), truth: Fraction = TRUTH
) -> tuple[int, int]:
    """Return the range of truly-yes pupils that agrees with ``yes`` reports out of ``answers``.

    The exact test is inverted: K stays in while P(Y >= yes | K) and P(Y <= yes | K) both exceed
    (1 - level) / 2 (Clopper and Pearson 1934 for one binomial; here the sum of two). Both tails
    are monotone in K, so each end is found by bisection.

    Raises
    ------
    ValueError
        If ``yes`` is not between 0 and ``answers``, or there are no answers.
    """
    if not 0 <= yes <= answers or answers < 1:
        raise ValueError(f"wanted 0 to {answers} reports out of at least 1, found {yes}")
    tail = (1 - level) / 2
    low, high = 0, answers
    while low < high:  # the least K that is not too few
        middle = (low + high) // 2
        if _accepts(middle, yes, answers, tail, truth) < 0:
            low = middle + 1
        else:
            high = middle
    first = low
    high = answers
    while low < high:  # the greatest K that is not too many
        middle = (low + high + 1) // 2
        if _accepts(middle, yes, answers, tail, truth) > 0:
            high = middle - 1
        else:
            low = middle
    return first, low


@dataclass(frozen=True, slots=True)
class CoinResult:
    """What a class sees of a coin item.

    ``shown`` is false below 25 answers. ``fewest`` and ``most`` are numbers of pupils;
    ``tenths`` is the share to the nearest tenth, from 150 answers on, else None.
    """

    shown: bool
    fewest: int = 0
    most: int = 0
    tenths: int | None = None


def result(yes: int, answers: int) -> CoinResult:
    """Decide what to show: words below 25 answers, a range below 150, a share with range above."""
    if answers < N_RANGE:
        return CoinResult(shown=False)
    fewest, most = interval(yes, answers)
    if answers < N_SHARE:
        return CoinResult(shown=True, fewest=fewest, most=most)
    clipped = min(Fraction(1), max(Fraction(0), estimate(yes, answers)))
    return CoinResult(
        shown=True, fewest=fewest, most=most, tenths=math.floor(clipped * 10 + Fraction(1, 2))
    )
