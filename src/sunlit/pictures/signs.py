# SPDX-License-Identifier: MIT
"""Small pictures without words for speech bubbles and thought clouds, each about 100 units square.

They are centred on (0, 0). Things from :mod:`sunlit.pictures.things` can stand in a bubble too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.pictures.feelings import FEELING
from sunlit.pictures.heads import eye, mouth
from sunlit.pictures.pen import FINE, both, cloud, group, number, oval, shape, stroke, sun
from sunlit.pictures.things import HEART, THINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.pictures.names import FeelingName, SignName, ThingName


def _person(x: float, size: float, fill: str) -> str:
    art = shape("M-26 50Q-26 -4 0 -4Q26 -4 26 50Z", fill) + oval(0, -26, 22, 22, "white")
    art += both(oval(8, -29, 3, 4, "dark", 0)) + stroke("M-8 -18q8 7 16 0")
    return group(art, x, 50 - 50 * size, size=size)


def _face(name: FeelingName) -> str:
    feeling = FEELING[name]
    eyes, look = (30.0, -8.0, 15.0), 1 if name == "lonely" else 0
    art = oval(0, 0, 78, 74, "white")
    art += eye(eyes, feeling, -1, look) + eye(eyes, feeling, 1, look) + mouth(feeling.mouth, 36)
    return group(art.replace("${lid}", "${white}"), size=0.6)


_ARROW_UP = stroke("M0 44V-34M-32 -6L0 -40L32 -6", 14)
_AGAIN = stroke("M34 -22A42 42 0 1 0 42 8", 11) + shape("M12 -22L50 -14L46 -52Z", "ink", 0)
_HAND = shape(
    "M-30 46Q-44 10 -46 -8Q-42 -22 -32 -10L-24 6V-34Q-18 -48 -10 -34V-44Q-3 -58 5 -44V-38"
    "Q12 -50 20 -36V-24Q28 -34 34 -22V14Q34 36 24 46Z",
    "white",
) + stroke("M-10 -34V-4M5 -40V-4M20 -34V-2")
_EAR = shape("M-30 -6Q-30 -48 4 -48Q38 -46 36 -10Q34 8 18 20Q14 46 -8 46Q-24 44 -24 28", "white")
_EAR += stroke("M-14 -8Q-12 -32 6 -32Q22 -30 20 -10Q18 2 4 8Q4 20 -6 22")
_EYE = shape("M-50 0Q0 -54 50 0Q0 54 -50 0Z", "white") + oval(0, 0, 21, 21, "dark", 0)
_EYE += oval(6, -7, 6, 6, "white", 0)
_TALK = shape(
    "M-44 -40H44Q52 -40 52 -32V10Q52 18 44 18H0L-24 44V18H-44Q-52 18 -52 10V-32Q-52 -40 -44 -40Z",
    "white",
)
_TALK += "".join(oval(x, -11, 5, 5, "ink", 0) for x in (-22, 0, 22))
_STAR = shape("M0 -48L14 -16L48 -13L22 10L31 44L0 25L-31 44L-22 10L-48 -13L-14 -16Z", "sun")
_MUSIC = oval(-22, 32, 15, 12, "ink", 0) + oval(28, 22, 15, 12, "ink", 0)
_MUSIC += stroke("M-9 32V-38L41 -48V22", 8)
_QUESTION = stroke("M-22 -22Q-20 -46 2 -46Q26 -44 26 -22Q24 -4 2 4V16", 13) + oval(
    2, 40, 9, 9, "ink", 0
)
_SCRIBBLE = stroke("M-46 14L-32 -36L-20 22L-4 -40L8 26L24 -34L32 18L46 -20", 9)
_MOON = shape("M4 -46A46 46 0 1 0 44 24A38 38 0 0 1 4 -46Z", "sun") + oval(30, -26, 5, 5, "sun", 3)

SIGNS: Mapping[SignName, str] = {
    "again": _AGAIN,
    "eye": _EYE,
    "ear": _EAR,
    "friends": _person(-30, 0.9, "leaf") + _person(30, 0.9, "beak"),
    "grown-up": _person(-22, 1, "cloth") + _person(34, 0.7, "sun"),
    "hand": _HAND,
    "heart": group(shape(HEART, "rose"), 0, 58, size=0.8),
    "music": _MUSIC,
    "question": _QUESTION,
    "rain": cloud(0, -14, 1.1) + stroke("M-20 14l-8 24M2 14l-8 24M24 14l-8 24", 6),
    "rest": _MOON,
    "scribble": _SCRIBBLE,
    "star": _STAR,
    "sun": sun(0, 0, 26),
    "talk": _TALK,
    "up": _ARROW_UP,
    "face-happy": _face("happy"),
    "face-sad": _face("sad"),
    "face-cross": _face("cross"),
    "face-worried": _face("worried"),
    "face-scared": _face("scared"),
    "face-calm": _face("calm"),
    "face-lonely": _face("lonely"),
    "face-proud": _face("proud"),
    "face-mixed": _face("mixed"),
    "face-busy": _face("busy"),
    "face-kind": _face("kind"),
}

CELL = 104
"""Width of one small picture in a bubble, with the space round it."""


def sign(name: SignName | ThingName) -> str:
    """Return a small picture about 92 units high, centred on (0, 0)."""
    if name in SIGNS:
        return SIGNS[name]  # type: ignore[index]
    thing = THINGS[name]  # type: ignore[index]
    size = round(min(92 / thing.width, 92 / thing.height), 1)
    return group(thing.art, 0, thing.height * size / 2, size=size)


def _frame(  # noqa: PLR0913, PLR0917 - four edges, a corner and a tail
    left: float, top: float, right: float, low: float, corner: float, tail: str
) -> str:
    """Return the path of a box with round corners whose lower edge grows a tail."""
    x0, x1, y0, y1 = (number(edge) for edge in (left, right, top, low))
    inner = [number(edge) for edge in (left + corner, right - corner, top + corner, low - corner)]
    return (
        f"M{inner[0]} {y0}H{inner[1]}Q{x1} {y0} {x1} {inner[2]}V{inner[3]}"
        f"Q{x1} {y1} {inner[1]} {y1}{tail}H{inner[0]}Q{x0} {y1} {x0} {inner[3]}"
        f"V{inner[2]}Q{x0} {y0} {inner[0]} {y0}Z"
    )


def bubble(
    names: tuple[SignName | ThingName, ...],
    *,
    thought: bool,
    lift: float = 0,
    leftward: bool = False,
) -> tuple[str, float]:
    """Draw a bubble whose tail starts at (0, 0), and tell how wide it is.

    The bubble opens up and to the right of the tail, or to the left, ``lift`` units higher than
    it must, to clear the heads of others.
    """
    width = CELL * len(names) + 36
    left, top, right, low = 50.0, -176 - lift, 50.0 + width, -46 - lift
    if thought:
        art = oval(6, -8, 8, 7, "white", FINE) + oval(60, low + 18, 13, 11, "white", FINE)
        art += oval(30, low / 2 - 4, 10, 9, "white", FINE) if lift else ""
        corner, tail = 44.0, ""
    else:
        art, corner = "", 20.0
        tail = f"H{number(left + 62)}L0 0L{number(left + 26)} {number(low)}"
    d = _frame(left, top, right, low, corner, tail)
    art = group(art + shape(d, "white", 5), flip=leftward)
    for i, name in enumerate(names):
        x = left + 18 + CELL * (i + 0.5)
        art += group(sign(name), x - right - left if leftward else x, (top + low) / 2)
    return art, right
