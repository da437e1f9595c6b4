# SPDX-License-Identifier: MIT
"""Things to hold, to set down in a scene and to show in a bubble.

Each thing stands on (0, 0) and is about 100 units wide, unless it is a door or a tower.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sunlit.pictures.names import ThingName
from sunlit.pictures.pen import FINE, LINE, both, box, group, oval, shape, stroke, sun, tube

HEART = (
    "M0 -20C-56 -52 -76 -80 -70 -104C-62 -134 -18 -136 0 -108C18 -136 62 -134 70 -104"
    "C76 -80 56 -52 0 -20Z"
)
TANGLE = (
    "-40 -132C20 -160 60 -70 0 -64C-60 -60 -30 -150 20 -142C70 -120 -20 -56 -40 -92"
    "C-40 -130 40 -120 40 -80"
)
_BLOCKS = ("beak", "leaf", "cloth", "sun", "plum")


@dataclass(frozen=True)
class Thing:
    """A drawing, its width and height, and whether it belongs to the wall behind the figures."""

    art: str
    width: float = 100
    height: float = 100
    wall: bool = False


def _block(fill: str, x: float = 0, y: float = 0, turn: float = 0) -> str:
    art = box(-23, -46, 46, 46, 8, fill, 5) + box(-11, -34, 22, 22, 4, "white", 0)
    return group(art, x, y, turn=turn)


def _parcel(string: str) -> str:
    return group(box(-66, -150, 132, 104, 6, "white", LINE) + string, 0, 46)


_KNOT = _parcel(tube(f"M-80 -36Q-84 -130 {TANGLE}Q84 -70 78 -30", 12, "sun"))
_BOW = _parcel(
    tube("M0 -150V-46M-66 -98H66", 11, "sun")
    + both(
        tube("M0 -100Q26 -90 36 -56", 11, "sun")
        + tube("M0 -100C6 -142 52 -150 54 -122C52 -98 20 -88 0 -100", 11, "sun")
    )
    + oval(0, -100, 12, 11, "sun", 5)
)
_BOOK = (
    box(-54, -92, 108, 92, 6, "cloth", LINE)
    + stroke("M-38 -92V0", 4)
    + oval(10, -48, 26, 26, "white")
)
_BOOK += shape("M10 -34q-18 -11 -17 -20q5 -10 17 -1q12 -9 17 1q1 9 -17 20Z", "rose", 3)
_DRUM = shape("M-56 -70V-14Q-56 8 0 8Q56 8 56 -14V-70Z", "rose")
_DRUM += stroke("M-56 -58L-34 0L-12 -48L12 0L34 -48L56 -8", FINE) + oval(0, -70, 56, 20, "white")
_DRUM += tube("M-64 -112L-10 -74", 10, "wood", 5) + tube("M64 -112L10 -74", 10, "wood", 5)
_DRUM += both(oval(66, -114, 9, 9, "wood", FINE))
_LAMP = box(-30, -10, 60, 12, 6, "metal") + stroke("M0 -10V-66", 8)
_LAMP += shape("M-26 -122H26L50 -64H-50Z", "sun")
_FLOWER = stroke("M0 -40V-92", 5) + shape("M0 -52Q26 -76 40 -62Q30 -42 0 -48Z", "leaf", FINE)
_FLOWER += "".join(
    oval(x, y, 14, 14, "rose", FINE)
    for x, y in ((0, -134), (22, -118), (14, -94), (-14, -94), (-22, -118))
)
_FLOWER += oval(0, -112, 13, 13, "sun", FINE) + shape("M-34 -44H34L26 0H-26Z", "wood")
_TEDDY = both(oval(26, -96, 14, 14, "wood", 5)) + both(oval(30, -10, 18, 14, "wood", 5))
_TEDDY += both(oval(40, -50, 13, 18, "wood", 5)) + oval(0, -36, 36, 36, "wood", 5)
_TEDDY += (
    oval(0, -78, 36, 32, "wood", 5)
    + oval(0, -68, 16, 12, "white", 3)
    + oval(0, -72, 6, 4, "dark", 0)
)
_TEDDY += both(oval(14, -86, 4, 5, "dark", 0)) + stroke("M-8 -64q8 6 16 0", 3)
_PAINTS = shape(
    "M-60 -34Q-60 -70 0 -72Q62 -72 60 -34Q58 2 10 0Q-4 -2 2 -16Q4 -26 -10 -24Q-60 -14 -60 -34Z",
    "wood",
)
_PAINTS += "".join(
    oval(x, y, 9, 9, fill, FINE)
    for x, y, fill in ((-34, -46, "rose"), (-8, -56, "sun"), (22, -54, "leaf"), (42, -36, "cloth"))
)
_PAINTS += tube("M50 -4L84 -88", 9, "metal", 5) + shape(
    "M78 -86l12 5l6 -28q-22 2 -18 23Z", "dark", FINE
)
_CLOCK = oval(0, -50, 48, 48, "white") + stroke("M0 -50V-80M0 -50L22 -38", 6)
_CLOCK += stroke("M0 -92v6M42 -50h-6M0 -8v-6M-42 -50h6", 5)
_TISSUES = shape("M-16 -56Q-24 -98 -4 -112Q0 -96 14 -104Q24 -80 16 -56Z", "white", FINE)
_TISSUES += box(-52, -60, 104, 60, 8, "cloth", LINE) + oval(0, -60, 26, 6, "white", FINE)
_BALL = oval(0, -44, 44, 44, "white") + shape("M0 -88Q-34 -44 0 0A44 44 0 0 0 0 -88Z", "rose", FINE)
_BALL += stroke("M0 -88Q-34 -44 0 0M-42 -56Q0 -40 42 -56")
_SOUP = shape("M-60 -46H60Q50 0 20 0H-20Q-50 0 -60 -46Z", "cloth", LINE)
_STEAM = "M{0} -60q-8 -10 0 -20t0 -20"
_SOUP += stroke(_STEAM.format(-20) + _STEAM.format(18), FINE, "mark")
_CUP = stroke("M36 -56q30 0 26 22q-4 18 -30 16", 6) + box(-40, -70, 80, 70, 14, "sun", LINE)
_CUP += stroke("M-14 -82q-6 -8 0 -16t0 -16M14 -82q-6 -8 0 -16t0 -16", FINE, "mark")
_BOAT = shape("M-44 -40L0 -104L44 -40Z", "white") + stroke("M0 -104V-40")
_BOAT += shape("M-76 -44L-30 -38L0 -46L30 -38L76 -44L44 0H-44Z", "white")
_CARD = box(-52, -104, 104, 104, 4, "white", LINE)
_CARD += group(shape(HEART, "rose", FINE), 0, -18, size=0.5)
_DOOR = box(-72, -270, 144, 270, 6, "wood", LINE) + box(-50, -246, 100, 96, 6, "sky")
_DOOR += box(-50, -124, 100, 98, 6, "none") + oval(50, -134, 9, 9, "sun", FINE)
_PAPER = box(-62, -92, 124, 92, 4, "white", LINE) + sun(0, -46, 17)
_FALLEN = (
    _block("beak", -70, 0)
    + _block("leaf", -8, 2, 14)
    + _block("sun", -38, -46, -24)
    + _block("cloth", 62, -1, -8)
    + _block("plum", 122, -10, 38)
)

THINGS: Mapping[ThingName, Thing] = {
    "ball": Thing(_BALL, 90, 88),
    "block": Thing(_block("beak"), 50, 46),
    "blocks": Thing(_block("beak", -24) + _block("leaf", 24) + _block("sun", 0, -47), 98, 94),
    "blocks-fallen": Thing(_FALLEN, 250, 100),
    "blocks-tower": Thing(
        "".join(_block(fill, 0, -47 * i) for i, fill in enumerate(_BLOCKS)), 50, 236
    ),
    "book": Thing(_BOOK, 108, 92),
    "bow": Thing(_BOW, 132, 104),
    "card": Thing(_CARD, 104, 104),
    "clock": Thing(_CLOCK, 96, 98, wall=True),
    "cup": Thing(_CUP, 104, 110),
    "cushion": Thing(group(shape(HEART, "rose"), 0, 20), 140, 114),
    "door": Thing(_DOOR, 144, 270, wall=True),
    "drawing": Thing(_PAPER, 124, 92),
    "drum": Thing(_DRUM, 140, 126),
    "flower": Thing(_FLOWER, 80, 148),
    "knot": Thing(_KNOT, 132, 104),
    "lamp": Thing(_LAMP, 100, 122),
    "paints": Thing(_PAINTS, 150, 112),
    "paper-boat": Thing(_BOAT, 152, 104),
    "soup-bowl": Thing(_SOUP, 120, 100),
    "teddy": Thing(_TEDDY, 106, 112),
    "tissues": Thing(_TISSUES, 104, 112),
}
