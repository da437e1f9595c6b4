# SPDX-License-Identifier: MIT
"""The cast as data: six children and the grown-ups who help, each in the same drawing system.

Head and body are half outlines from top to bottom, mirrored and smoothed; head points count
from the middle of the head. Nobody's feelings are fixed: every character has every feeling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sunlit.pictures.names import Who
from sunlit.pictures.pen import Point

EarKind = Literal["round", "long", "point", "tuft", "side"]
Tail = Literal["puff", "feathers", "brush", "shell", "string", "spines"]
Wearing = Literal[
    "scarf",
    "dungarees",
    "satchel",
    "kerchief",
    "hat",
    "jumper",
    "cardigan",
    "tunic",
    "apron",
    "shawl",
]


@dataclass(frozen=True)
class Ear:
    """An ear on the right of the head: its foot at (x, y), its length. The left one mirrors it."""

    kind: EarKind
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Character:
    """How one animal is built and coloured. Lengths are in figure units.

    ``eyes`` is (distance from the middle, height, radius), ``nose`` (height, half width, half
    height), with a half width of 0 for two nostrils, ``muzzle`` (height, half width, half height)
    or ``"cheeks"``.
    """

    fur: str
    pale: str
    inner: str
    wear: str
    wear2: str
    limb: float
    head: tuple[Point, ...]
    body: tuple[Point, ...]
    wearing: Wearing
    eyes: tuple[float, float, float]
    nose: tuple[float, float, float]
    ear: Ear | None = None
    muzzle: tuple[float, float, float] | Literal["cheeks"] | None = None
    tail: Tail | None = None
    size: float = 1.0
    head_size: float = 1.0
    wheelchair: bool = False
    hearing_aid: bool = False
    glasses: bool = False
    hand: Literal["paw", "wing", "hoof"] = "paw"

    def colours(self) -> dict[str, str]:
        """Return the character's own colour for each of its own roles."""
        return {
            "fur": self.fur,
            "pale": self.pale,
            "inner": self.inner,
            "wear": self.wear,
            "wear2": self.wear2,
        }


_SLIM = ((0, -178), (34, -166), (54, -110), (60, -70), (42, -36), (0, -30))
_ROUND = ((0, -178), (44, -166), (72, -112), (80, -66), (52, -32), (0, -26))

CAST: Mapping[Who, Character] = {
    "bear": Character(
        fur="#b98258",
        pale="#f3dcb9",
        inner="#e2a98a",
        wear="#eebb45",
        wear2="#c8553d",
        limb=36,
        head=((0, -83), (46, -74), (84, -36), (92, 14), (70, 54), (36, 70), (0, 74)),
        body=_ROUND,
        wearing="scarf",
        ear=Ear("round", 76, -64, 34),
        muzzle=(38, 42, 31),
        nose=(21, 15, 10),
        eyes=(42, -2, 17),
        hearing_aid=True,
    ),
    "hare": Character(
        fur="#d9b88f",
        pale="#fbeed6",
        inner="#f0b5a5",
        wear="#4f8fa8",
        wear2="#f2d98b",
        limb=28,
        head=((0, -79), (40, -69), (68, -30), (80, 16), (66, 50), (34, 66), (0, 70)),
        body=((0, -178), (32, -166), (52, -110), (60, -70), (42, -36), (0, -30)),
        wearing="dungarees",
        ear=Ear("long", 30, -56, 132),
        muzzle=(37, 36, 27),
        nose=(23, 10, 7),
        eyes=(38, -1, 16),
        tail="puff",
    ),
    "owl": Character(
        fur="#8d86b3",
        pale="#f3e8d4",
        inner="#6f679a",
        wear="#c8703d",
        wear2="#f2d98b",
        limb=40,
        head=((0, -68), (48, -72), (88, -42), (96, 10), (74, 50), (38, 66), (0, 70)),
        body=((0, -178), (48, -168), (74, -114), (74, -62), (44, -28), (0, -22)),
        wearing="satchel",
        ear=Ear("tuft", 62, -52, 50),
        nose=(20, 12, 15),
        eyes=(40, -3, 22),
        tail="feathers",
        hand="wing",
    ),
    "fox": Character(
        fur="#e2813f",
        pale="#fff1dd",
        inner="#f7cfa6",
        wear="#3f8f84",
        wear2="#fff1dd",
        limb=30,
        head=((0, -74), (42, -65), (74, -32), (98, 22), (106, 38), (64, 62), (30, 76), (0, 80)),
        body=_SLIM,
        wearing="kerchief",
        ear=Ear("point", 54, -42, 84),
        muzzle="cheeks",
        nose=(29, 13, 9),
        eyes=(38, -1, 16),
        tail="brush",
        wheelchair=True,
    ),
    "tortoise": Character(
        fur="#93b36a",
        pale="#eee3ae",
        inner="#7c9a55",
        wear="#d06a5b",
        wear2="#fff1dd",
        limb=34,
        head=((0, -66), (42, -60), (72, -24), (80, 16), (60, 50), (30, 64), (0, 67)),
        body=((0, -176), (36, -166), (58, -112), (62, -66), (44, -34), (0, -28)),
        wearing="hat",
        nose=(24, 0, 0),
        eyes=(38, 6, 17),
        tail="shell",
    ),
    "mouse": Character(
        fur="#b9bcc6",
        pale="#f3f1ee",
        inner="#f2b8b4",
        wear="#c8553d",
        wear2="#fff1dd",
        limb=26,
        head=((0, -67), (40, -58), (66, -24), (72, 14), (54, 46), (26, 64), (0, 70)),
        body=((0, -176), (36, -166), (58, -112), (62, -70), (44, -36), (0, -30)),
        wearing="jumper",
        ear=Ear("round", 70, -58, 50),
        muzzle=(42, 26, 22),
        nose=(31, 9, 7),
        eyes=(34, 0, 16),
        tail="string",
        size=0.8,
    ),
    "badger": Character(
        fur="#9aa0ab",
        pale="#fbf8f2",
        inner="#7f8591",
        wear="#4f8a6b",
        wear2="#f2d065",
        limb=36,
        head=((0, -78), (46, -68), (80, -30), (88, 12), (66, 46), (38, 72), (0, 80)),
        body=_ROUND,
        wearing="cardigan",
        ear=Ear("round", 66, -62, 24),
        nose=(30, 15, 10),
        eyes=(40, -4, 16),
        size=1.2,
        head_size=0.9,
    ),
    "sheep": Character(
        fur="#e9cdb4",
        pale="#fffaf0",
        inner="#f0b5a5",
        wear="#5b93bd",
        wear2="#fffaf0",
        limb=32,
        head=((0, -66), (38, -60), (66, -26), (72, 14), (56, 50), (30, 72), (0, 78)),
        body=_ROUND,
        wearing="tunic",
        ear=Ear("side", 64, -14, 52),
        nose=(32, 11, 7),
        eyes=(34, -2, 16),
        size=1.2,
        head_size=0.9,
        hand="hoof",
    ),
    "hedgehog": Character(
        fur="#dcb892",
        pale="#f7e6cc",
        inner="#8a6a52",
        wear="#e0a03c",
        wear2="#fff1dd",
        limb=32,
        head=((0, -64), (40, -58), (68, -24), (76, 14), (58, 48), (30, 66), (0, 72)),
        body=_ROUND,
        wearing="apron",
        ear=Ear("round", 62, -40, 20),
        nose=(28, 14, 11),
        eyes=(36, -2, 16),
        tail="spines",
        size=1.1,
        head_size=0.9,
    ),
    "gran-bear": Character(
        fur="#c3a58c",
        pale="#f6ead6",
        inner="#e2b9a0",
        wear="#9a6fa8",
        wear2="#f3e2f2",
        limb=36,
        head=((0, -83), (46, -74), (84, -36), (92, 14), (70, 54), (36, 70), (0, 74)),
        body=((0, -178), (48, -166), (78, -112), (86, -62), (56, -30), (0, -26)),
        wearing="shawl",
        ear=Ear("round", 76, -60, 30),
        muzzle=(38, 42, 31),
        nose=(21, 15, 10),
        eyes=(42, -2, 16),
        size=1.1,
        head_size=0.9,
        glasses=True,
    ),
}
