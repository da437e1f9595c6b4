# SPDX-License-Identifier: MIT
"""Places as data: what is behind the figures, what is in front, and where figures and things go.

A scene is 800 units wide and 500 high and has five places, numbered 0 to 4 from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.pictures.pen import FINE, LINE, both, box, cloud, group, oval, shape, stroke, sun, tube

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.pictures.names import PostureName, SceneName

WIDTH, HEIGHT = 800, 500
FIGURE_SIZE = 0.6
SIZES = {0: 1.4, 1: 0.8, 2: 0.8, 3: 0.7}
"""Sizes of a few figures where there is room; things alone are larger."""


@dataclass(frozen=True)
class Place:
    """Where a figure's feet (``ground``) or seat is, and what it usually does there."""

    x: float
    ground: float
    seat: float | None = None
    usual: PostureName = "standing"
    bed: bool = False


@dataclass(frozen=True)
class Scene:
    """What is behind and in front of the figures, the five places, and where things stand."""

    back: str
    places: tuple[Place, ...]
    things: tuple[tuple[float, float], ...]
    front: str = ""
    order: Mapping[int, tuple[int, ...]] | None = None
    roomy: bool = False
    table: bool = False
    thing_order: tuple[int, ...] = (2, 3, 1, 4, 0)

    def figure_size(self, figures: int) -> float:
        """Return how large figures are drawn when there are this many."""
        return SIZES.get(figures, FIGURE_SIZE) if self.roomy else FIGURE_SIZE


_ROOM = box(0, 0, 800, 500, 0, "wall", 0) + box(-4, 330, 808, 180, 0, "floor")
_HILL = "M-10 330Q200 270 420 320Q640 280 810 320V510H-10Z"
_SKY = box(0, 0, 800, 500, 0, "sky", 0)
_FLOOR = tuple(Place(x, 450) for x in (110, 255, 400, 545, 690))
_LOW = tuple((x, 474.0) for x in (110, 255, 400, 545, 690))


def _tree(x: float, y: float) -> str:
    return group(box(-14, -160, 30, 160, 6) + oval(0, -190, 90, 80, "leaf"), x, y)


def _window(x: float, y: float, width: float, height: float) -> str:
    frame = f"M{x + width / 2:g} {y}V{y + height}M{x} {y + height * 0.5:g}H{x + width}"
    return box(x, y, width, height, 6, "sky") + stroke(frame)


def _shelf(x: float, y: float) -> str:
    books = ((24, "cloth"), (46, "sun"), (68, "leaf"), (104, "cloth"), (126, "sun"), (148, "rose"))
    art = box(0, 0, 180, 190)
    for row in (12, 100):
        art += box(12, row, 156, 76, 2, "white")
        art += "".join(box(bx - 4, row + 18, 18, 58, 2, fill) for bx, fill in books)
    return group(art, x, y)


_PLAIN = box(0, 0, 800, 500, 0, "card", 0)
_PLAIN += shape("M330 0H450L200 400H40ZM480 0H560L330 400H240ZM620 0H800V20L560 400H400Z", "ray", 0)
_PLAIN += shape("M-10 396Q400 360 810 396V510H-10Z", "floor", FINE)

_RUG = _ROOM + box(60, 60, 190, 130, 6, "white") + sun(155, 120, 28) + _shelf(560, 70)
_RUG += oval(400, 420, 370, 72, "cloth") + oval(400, 420, 310, 52, "sun", FINE)

_CLASSROOM = _ROOM + _window(50, 60, 170, 150) + box(280, 50, 270, 160, 6, "white", LINE)
_CLASSROOM += sun(350, 120, 22) + stroke("M410 170q20 -50 40 0t40 0t30 0", 5)
_CLASSROOM += box(264, 206, 302, 12, 4) + _shelf(600, 90)

_BENCH = box(190, 300, 420, 28) + box(190, 346, 420, 28) + box(220, 300, 18, 146, 2)
_BENCH += box(562, 300, 18, 146, 2) + box(176, 390, 448, 24)
_PLAYGROUND = _SKY + sun(706, 84, 34) + cloud(220, 90, 1.4) + shape(_HILL, "leaf")
_PLAYGROUND += _tree(94, 350) + _BENCH

_FENCE = "".join(
    shape(f"M{x} 340V262L{x + 18} 244L{x + 36} 262V340Z", "white", FINE) for x in range(6, 800, 66)
)
_BLOOM = "".join(oval(x, y, 8, 8, "rose", 3) for x, y in ((0, -44), (10, -30), (-10, -30)))
_BLOOM = stroke("M0 0V-26M0 -6q14 -2 16 -14") + _BLOOM + oval(0, -35, 6, 6, "sun", 3)
_GARDEN = _SKY + sun(96, 90, 34) + cloud(620, 90, 1.4) + cloud(330, 70, 1)
_GARDEN += (
    stroke("M0 286H800M0 318H800", 9) + _FENCE + shape("M-10 334Q400 316 810 334V510H-10Z", "leaf")
)
_GARDEN += _tree(706, 356) + "".join(group(_BLOOM, x, 392) for x in (40, 186, 330, 472, 616))

_JARS = box(510, 150, 220, 14)
_JARS += "".join(
    box(x, 106, 44, 44, 10, fill) for x, fill in ((530, "cloth"), (600, "sun"), (670, "leaf"))
)
_TABLE = box(100, 400, 26, 106, 0) + box(674, 400, 26, 106, 0)
_TABLE += shape("M60 376H740V440" + "q-34 30 -68 0" * 10 + "Z", "white") + tube(
    "M66 420H734", 9, "cloth"
)

_RAIN = "".join(f"M{x} {y}l-10 34" for x in range(230, 600, 52) for y in (150, 220, 280))
_WINDOW = (
    _ROOM + box(190, 40, 420, 290, 8, "night", LINE) + cloud(300, 110, 1.4) + cloud(500, 90, 1.2)
)
_WINDOW += stroke(_RAIN, 5, "mark") + stroke("M400 40V330", LINE)
_WINDOW += shape("M150 30H270Q270 220 160 350Z", "sun") + shape(
    "M650 30H530Q530 220 640 350Z", "sun"
)
_WINDOW += box(120, 20, 560, 18) + box(150, 400, 500, 110) + box(142, 378, 516, 34, 17, "leaf")

_MOON = shape("M630 84a52 52 0 1 0 46 84a44 44 0 0 1 -46 -84Z", "sun", FINE)
_MOON += oval(560, 90, 4, 4, "sun", 0) + oval(692, 110, 4, 4, "sun", 0)
_BED = box(0, 0, 800, 500, 0, "night", 0) + box(-4, 400, 808, 110, 0, "floor")
_BED += box(520, 50, 200, 180, 8, "dark") + _MOON
_BED += box(40, 190, 320, 250, 50, "wood", LINE) + box(76, 236, 250, 140, 50, "white", LINE)
_BLANKET = shape("M30 352Q200 318 500 372V464Q270 476 30 464Z", "cloth")
_BLANKET += tube("M40 392Q200 358 490 408", 10, "sun") + box(492, 340, 24, 140, 8, "wood", LINE)

_TENT = shape("M150 356L400 60L650 356Z", "sun") + shape("M300 356L400 120L500 356Z", "dark", FINE)
_TENT += stroke("M400 60V34M400 36l40 14l-40 14", 5) + both("")
_TENT += "".join(
    oval(x, y, 7, 7, "white", FINE) for x, y in ((250, 300), (320, 230), (556, 290), (490, 220))
)
_QUIET = _ROOM + stroke("M0 60Q200 130 400 44Q600 130 800 60", FINE)
_QUIET += "".join(
    oval(x, y, 9, 11, "sun", FINE)
    for x, y in ((70, 88), (190, 106), (300, 92), (500, 92), (610, 106), (730, 88))
)
_QUIET += (
    _TENT
    + oval(400, 428, 350, 62, "plum")
    + oval(130, 392, 74, 34, "cloth")
    + oval(676, 392, 74, 34, "rose")
)

_STAFF = (
    _ROOM
    + _window(60, 60, 180, 140)
    + oval(400, 110, 44, 44, "white")
    + stroke("M400 110V82M400 110L420 122", 6)
)
_STAFF += (
    _JARS + box(150, 270, 500, 120, 30, "leaf", LINE) + box(130, 350, 540, 70, 24, "leaf", LINE)
)
_STAFF += box(116, 300, 60, 120, 24, "leaf", LINE) + box(624, 300, 60, 120, 24, "leaf", LINE)

_SEATED = (150.0, 275.0, 400.0, 525.0, 650.0)
SCENE: Mapping[SceneName, Scene] = {
    "plain": Scene(_PLAIN, _FLOOR, _LOW, roomy=True),
    "classroom": Scene(_CLASSROOM, _FLOOR, _LOW, roomy=True),
    "rug": Scene(
        _RUG,
        tuple(
            Place(x, y, y, "sitting")
            for x, y in zip((130, 262, 400, 538, 670), (430, 408, 402, 408, 430), strict=True)
        ),
        tuple((x, 470.0) for x in (130, 262, 400, 538, 670)),
        roomy=True,
    ),
    "quiet-corner": Scene(
        _QUIET,
        tuple(
            Place(x, 440, y, "sitting")
            for x, y in zip(_SEATED, (420, 424, 424, 424, 420), strict=True)
        ),
        tuple((x, 478.0) for x in _SEATED),
        roomy=True,
    ),
    "playground": Scene(
        _PLAYGROUND,
        (
            Place(84, 460),
            Place(270, 460, 402, "sitting"),
            Place(400, 460, 402, "sitting"),
            Place(530, 460, 402, "sitting"),
            Place(704, 460),
        ),
        tuple((x, 482.0) for x in (84, 270, 400, 530, 704)),
        order={1: (2,), 2: (1, 3), 3: (1, 3, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)},
    ),
    "garden": Scene(_GARDEN, _FLOOR, _LOW, roomy=True),
    "kitchen": Scene(
        _ROOM + _window(70, 60, 180, 150) + _JARS,
        tuple(Place(x, 446) for x in (130, 265, 400, 535, 670)),
        tuple((x, 384.0) for x in (130, 265, 400, 535, 670)),
        _TABLE,
        roomy=True,
        table=True,
    ),
    "staff-room": Scene(
        _STAFF,
        (
            Place(70, 462),
            Place(270, 466, 402, "sitting"),
            Place(400, 466, 402, "sitting"),
            Place(530, 466, 402, "sitting"),
            Place(730, 462),
        ),
        tuple((x, 486.0) for x in (70, 270, 400, 530, 730)),
    ),
    "rainy-window": Scene(
        _WINDOW,
        (
            Place(76, 470),
            Place(270, 474, 400, "sitting"),
            Place(400, 474, 400, "sitting"),
            Place(530, 474, 400, "sitting"),
            Place(724, 470),
        ),
        tuple(
            (x, y) for x, y in zip((76, 270, 400, 530, 724), (486, 378, 378, 378, 486), strict=True)
        ),
    ),
    "bed-at-night": Scene(
        _BED,
        (
            Place(200, 374, 374, "sitting", bed=True),
            Place(340, 374, 374, "sitting", bed=True),
            Place(566, 474),
            Place(644, 474),
            Place(724, 474),
        ),
        tuple(
            (x, y)
            for x, y in zip((100, 300, 590, 660, 740), (364, 372, 486, 486, 486), strict=True)
        ),
        _BLANKET,
        thing_order=(1, 2, 3, 0, 4),
        order={1: (0,), 2: (0, 4), 3: (0, 3, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)},
    ),
}

_ORDER: Mapping[int, tuple[int, ...]] = {
    0: (),
    1: (2,),
    2: (1, 3),
    3: (0, 2, 4),
    4: (0, 1, 3, 4),
    5: (0, 1, 2, 3, 4),
}


def take_places(scene: Scene, wanted: list[int | None]) -> list[int]:
    """Give each figure a place: the one it asked for, else the next free one of the usual order."""
    taken = {place for place in wanted if place is not None}
    order = (scene.order or _ORDER)[len(wanted)] if wanted else ()
    free = [place for place in order if place not in taken]
    free += [place for place in range(5) if place not in taken and place not in free]
    return [place if place is not None else free.pop(0) for place in wanted]


def put_things(scene: Scene, taken: list[int], wanted: list[int | None]) -> list[int]:
    """Give each thing a place: the one it asked for, else one near the middle without a figure."""
    own = {place for place in wanted if place is not None}
    free = [place for place in scene.thing_order if place not in own and place not in taken]
    free += [place for place in scene.thing_order if place not in own and place in taken]
    return [place if place is not None else free.pop(0) for place in wanted]
