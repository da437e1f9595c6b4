# SPDX-License-Identifier: MIT
"""Two releases of nearly the same class: what may be said, and what must not.

Two pictures of a class that differs by one pupil can be subtracted: when a bar splits off, the
newcomer must be in it. So a poll that follows an earlier one shows a new picture only if the class
clearly moved. One pupil more, fewer or of another mind moves a share by at most 1/8 (8 answers),
and rounding hides up to half a tenth more: less than the two tenths asked for here. For such pairs
the second release is therefore the same whatever the pupil answered, and nothing can be learnt
from it. ``benchmarks/reflection/comparison.py`` goes through every pair.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from statistics import NormalDist
from typing import TYPE_CHECKING, Final, Literal

from sunlit.reflection.ladder import COUNTER_STEP, Bar
from sunlit.reflection.spec import N_MIN
from sunlit.reflection.wording import number, wording

if TYPE_CHECKING:
    from collections.abc import Sequence


class Verdict(Enum):
    """What a following poll may show."""

    SAME = "same"
    MOVED = "moved"


SAME: Final = Verdict.SAME
MOVED: Final = Verdict.MOVED

CLEAR = 2
_Z = NormalDist().inv_cdf(0.975)


def follow(
    before: Sequence[Bar], counts: Sequence[int], *, minimum: int = N_MIN
) -> Literal[Verdict.SAME, Verdict.MOVED] | None:
    """Compare new counts with the bars an earlier poll released.

    Returns None where nothing may be shown: the earlier poll showed nothing, so any picture now
    could be read against its silence, or too few answered. SAME where every bar lies within two
    tenths of its earlier value. MOVED where some bar does not; then the ladder decides.
    """
    whole = sum(counts)
    if not before or whole < minimum - 1:
        return None
    for bar in before:
        part = sum(counts[level] for level in bar.levels)
        if abs(10 * part - bar.tenths * whole) >= CLEAR * whole:
            return MOVED
    return SAME


@dataclass(frozen=True, slots=True)
class Difference:
    """The change of one bar, in tenths, with the range it may honestly have.

    ``levels`` are the options the bar joins. ``low`` and ``high`` bound the change at 95 % for
    classes like these, in tenths, rounded outwards; ``tenths`` is the difference of the released
    tenths.
    """

    levels: tuple[int, ...]
    tenths: int
    low: int
    high: int

    @property
    def clear(self) -> bool:
        """Whether the range leaves out no change at all."""
        return self.low > 0 or self.high < 0

    def sentence(self, language: str = "en") -> str:
        """Say the change in words."""
        ends = {"low": _end(self.low, language), "high": _end(self.high, language)}
        if not self.clear:
            return wording("compare.unclear", language, **ends)
        key = "compare.more" if self.tenths > 0 else "compare.fewer"
        return wording(key, language, n=number(abs(self.tenths), language), **ends)


def _end(tenths: int, language: str) -> str:
    if tenths == 0:
        return wording("compare.end-none", language)
    key = "compare.end-more" if tenths > 0 else "compare.end-fewer"
    return wording(key, language, n=number(abs(tenths), language))


def _wilson(share: float, answers: int) -> tuple[float, float]:
    """Return the score interval of one share (Wilson 1927, J Am Stat Assoc 22:209)."""
    centre = share + _Z**2 / (2 * answers)
    spread = _Z * math.sqrt(share * (1 - share) / answers + _Z**2 / (4 * answers**2))
    scale = 1 + _Z**2 / answers
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def _newcombe(first: float, n_first: int, second: float, n_second: int) -> tuple[float, float]:
    """Return the interval of second - first (Newcombe 1998, Stat Med 17:873, method 10)."""
    low_1, high_1 = _wilson(first, n_first)
    low_2, high_2 = _wilson(second, n_second)
    change = second - first
    return (
        change - math.hypot(second - low_2, high_1 - first),
        change + math.hypot(high_2 - second, first - low_1),
    )


def _hidden(tenths: int) -> tuple[float, float]:
    """Return the shares a released tenth may stand for; 1 and 9 reach the ends of the scale."""
    low = 0.0 if tenths == 1 else tenths / 10 - 0.05
    high = 1.0 if tenths == 9 else tenths / 10 + 0.05  # noqa: PLR2004 (the largest tenth shown)
    return low, high


def _change(first: int, n_first: int, second: int, n_second: int) -> tuple[int, int]:
    """Widen Newcombe's interval over all shares and numbers that the rounding hides."""
    n_first, n_second = (max(N_MIN, n - COUNTER_STEP // 2) for n in (n_first, n_second))
    ranges = [_newcombe(p, n_first, q, n_second) for p in _hidden(first) for q in _hidden(second)]
    low = max(-10, math.floor(10 * min(r[0] for r in ranges)))
    high = min(10, math.ceil(10 * max(r[1] for r in ranges)))
    return low, high


def differences(
    before: Sequence[Bar], n_before: int, after: Sequence[Bar], n_after: int
) -> tuple[Difference, ...]:
    """Form the difference of two released pictures from their tenths alone.

    ``n_before`` and ``n_after`` are the published numbers of answers, rounded to fives. Only bars
    that stand in both pictures are compared; an empty result means too few to say. Bars are never
    added together, because each is rounded alone.
    """
    there = {bar.levels: bar.tenths for bar in before}
    found = []
    for bar in after:
        if bar.levels in there:
            first = there[bar.levels]
            low, high = _change(first, n_before, bar.tenths, n_after)
            found.append(Difference(bar.levels, bar.tenths - first, low, high))
    return tuple(found)
