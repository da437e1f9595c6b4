# SPDX-License-Identifier: MIT
"""Places as data: what is behind the figures, what is in front, and where figures and things go.

A scene is 800 units wide and 500 high and has five places, numbered 0 to 4 from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.pictures import scenery

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


_FLOOR = tuple(Place(x, 450) for x in (110, 255, 400, 545, 690))
_LOW = tuple((x, 474.0) for x in (110, 255, 400, 545, 690))

_SEATED = (150.0, 275.0, 400.0, 525.0, 650.0)
_SOFA = {1: (2,), 2: (1, 3), 3: (1, 2, 3), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}
SCENE: Mapping[SceneName, Scene] = {
    "plain": Scene(scenery.PLAIN, _FLOOR, _LOW, roomy=True),
    "classroom": Scene(scenery.CLASSROOM, _FLOOR, _LOW, roomy=True),
    "rug": Scene(
        scenery.RUG,
        tuple(
            Place(x, y, y, "sitting")
            for x, y in zip((130, 262, 400, 538, 670), (430, 408, 402, 408, 430), strict=True)
        ),
        tuple((x, 470.0) for x in (130, 262, 400, 538, 670)),
        roomy=True,
    ),
    "quiet-corner": Scene(
        scenery.QUIET_CORNER,
        tuple(
            Place(x, 440, y, "sitting")
            for x, y in zip(_SEATED, (420, 424, 424, 424, 420), strict=True)
        ),
        tuple((x, 478.0) for x in _SEATED),
        roomy=True,
    ),
    "playground": Scene(
        scenery.PLAYGROUND,
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
    "garden": Scene(scenery.GARDEN, _FLOOR, _LOW, roomy=True),
    "kitchen": Scene(
        scenery.KITCHEN,
        tuple(Place(x, 446) for x in (130, 265, 400, 535, 670)),
        tuple((x, 384.0) for x in (130, 265, 400, 535, 670)),
        scenery.TABLE,
        roomy=True,
        table=True,
    ),
    "staff-room": Scene(
        scenery.STAFF_ROOM,
        (
            Place(70, 462),
            Place(270, 466, 402, "sitting"),
            Place(400, 466, 402, "sitting"),
            Place(530, 466, 402, "sitting"),
            Place(730, 462),
        ),
        tuple((x, 486.0) for x in (70, 270, 400, 530, 730)),
        order=_SOFA,
    ),
    "rainy-window": Scene(
        scenery.WINDOW,
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
        order=_SOFA,
    ),
    "bed-at-night": Scene(
        scenery.BED,
        (
            Place(200, 374, 374, "sitting", bed=True),
            Place(340, 374, 374, "sitting", bed=True),
            Place(566, 474),
            Place(636, 474),
            Place(706, 474),
        ),
        tuple(
            (x, y)
            for x, y in zip((100, 300, 590, 660, 740), (364, 372, 486, 486, 486), strict=True)
        ),
        scenery.BLANKET,
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
