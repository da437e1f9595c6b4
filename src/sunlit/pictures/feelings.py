# SPDX-License-Identifier: MIT
"""Feelings as data: what each part of the face does, and the mark that backs it up.

Pairs are (left, right) as the viewer sees them. A tilt above 0 lowers the inner end (cross), below
0 lifts it (worried). Ear droop is in degrees outward.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sunlit.pictures.names import FeelingName

Pair = tuple[float, float]
ArmsName = Literal[
    "up",
    "hang",
    "folded",
    "half",
    "together",
    "tummy",
    "cheeks",
    "hips",
    "knees",
    "tail",
    "wave",
    "point",
    "ask",
    "listen",
    "offer",
    "cushion",
    "hide",
    "hold",
    "roll",
    "open",
]
MarkName = Literal["hop", "tear", "puff", "tangle", "shake", "breath", "apart", "shine", "sunrain"]


@dataclass(frozen=True)
class Mouth:
    """A mouth: half its width, how far it curves up and opens, how lopsided and wobbly it is."""

    width: float
    curve: float = 0
    opening: float = 0
    skew: float = 0
    wobble: float = 0


@dataclass(frozen=True)
class Feeling:
    """How a feeling looks.

    ``brows`` and ``lids`` hold (lift, tilt) and (amount shut, tilt) for each eye, ``pupil`` is
    (x, y, size) and ``head`` (x, y, turn in degrees). ``mark`` stands beside the figure, ``knees``
    draws the knees up.
    """

    brows: tuple[Pair, Pair]
    pupil: tuple[float, float, float]
    mouth: Mouth
    ears: Pair
    head: tuple[float, float, float]
    arms: ArmsName
    mark: MarkName | None = None
    lids: tuple[Pair, Pair] = field(default=((0, 0), (0, 0)))
    knees: bool = False


def _same(amount: float, tilt: float) -> tuple[Pair, Pair]:
    return ((amount, tilt), (amount, tilt))


FEELING: Mapping[FeelingName, Feeling] = {
    "happy": Feeling(
        _same(8, -6), (0, -1, 1.05), Mouth(27, 9, 32), (4, 4), (0, -4, -5), "up", "hop"
    ),
    "sad": Feeling(
        _same(3, -24),
        (0, 5, 1.05),
        Mouth(17, -17),
        (120, 120),
        (0, 16, 5),
        "hang",
        "tear",
        lids=_same(0.17, -24),
    ),
    "cross": Feeling(
        _same(-8, 24),
        (0, 2, 0.9),
        Mouth(15, -10),
        (56, 56),
        (0, 8, 0),
        "folded",
        "puff",
        lids=_same(0.24, 20),
    ),
    "worried": Feeling(
        _same(5, -26), (5, -4, 0.85), Mouth(20, wobble=4), (58, 2), (0, 4, -4), "together", "tangle"
    ),
    "scared": Feeling(
        _same(11, -16), (0, 0, 0.42), Mouth(14, -12, 26), (100, 100), (0, 12, 0), "cheeks", "shake"
    ),
    "calm": Feeling(
        _same(-2, -8),
        (0, 0, 1),
        Mouth(19, 12),
        (18, 18),
        (0, 0, 0),
        "tummy",
        "breath",
        lids=_same(1, 0),
    ),
    "lonely": Feeling(
        _same(3, -20),
        (7, 3, 1),
        Mouth(12, -7),
        (122, 112),
        (-4, 12, 7),
        "knees",
        "apart",
        lids=_same(0.1, -12),
        knees=True,
    ),
    "proud": Feeling(_same(8, -5), (0, -4, 1), Mouth(31, 20), (0, 0), (0, -9, -3), "hips", "shine"),
    "mixed": Feeling(
        ((12, -6), (2, -28)),
        (-1, 0, 1),
        Mouth(27, skew=13),
        (4, 80),
        (0, 3, 7),
        "half",
        "sunrain",
        lids=((0, 0), (0.2, -26)),
    ),
    "busy": Feeling(_same(-1, -8), (0, 8, 1), Mouth(14, 7), (8, 8), (0, 4, 3), "tummy"),
    "kind": Feeling(_same(4, -11), (0, 1, 1.1), Mouth(23, 15), (10, 10), (0, 2, 5), "open"),
}
"""Nine feelings, and two plain faces: ``busy`` for doing, ``kind`` for listening and helping."""
