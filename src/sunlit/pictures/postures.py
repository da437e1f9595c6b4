# SPDX-License-Identifier: MIT
"""Postures as data, and the pose that a posture, a feeling and a character make together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sunlit.pictures.cast import CAST
from sunlit.pictures.feelings import FEELING, ArmsName
from sunlit.pictures.names import FeelingName, PostureName, Side, ThingName, Who
from sunlit.pictures.pen import Point

Base = Literal["stand", "sit", "knees", "walk", "jump", "chair"]
Limb = tuple[Point, Point]
"""Elbow and hand of an arm."""


@dataclass(frozen=True)
class Arms:
    """The right arm, and the left where it is no mirror image; ``over``: before the head."""

    right: Limb
    left: Limb | None = None
    over: bool = False


ARMS: Mapping[ArmsName, Arms] = {
    "up": Arms(((118, -136), (130, -208))),
    "hang": Arms(((82, -108), (72, -66))),
    "folded": Arms(((100, -88), (-34, -112)), ((-100, -84), (36, -96))),
    "half": Arms(((112, -96), (26, -112)), ((-122, -138), (-134, -206))),
    "together": Arms(((114, -58), (14, -112))),
    "tummy": Arms(((112, -98), (24, -80))),
    "cheeks": Arms(((120, -120), (80, -178)), over=True),
    "hips": Arms(((134, -116), (66, -80))),
    "knees": Arms(((110, -92), (14, -62))),
    "open": Arms(((92, -118), (110, -70))),
    "tail": Arms(((116, -76), (14, -66))),
    "wave": Arms(((122, -142), (140, -222)), ((-82, -108), (-72, -66))),
    "point": Arms(((110, -128), (158, -150)), ((-82, -108), (-72, -66))),
    "ask": Arms(((126, -176), (124, -306)), ((-82, -108), (-72, -66))),
    "listen": Arms(((140, -140), (108, -214)), ((-82, -108), (-72, -66)), over=True),
    "offer": Arms(((98, -104), (138, -124)), ((-60, -84), (58, -92))),
    "cushion": Arms(((124, -92), (26, -84))),
    "hide": Arms(((84, -150), (76, -190))),
    "hold": Arms(((112, -110), (66, -92))),
    "roll": Arms(((128, -126), (100, -112))),
}


@dataclass(frozen=True)
class Posture:
    """What the legs do and, where the feeling does not choose them, what the arms do."""

    base: Base
    arms: ArmsName | None = None


POSTURE: Mapping[PostureName, Posture] = {
    "standing": Posture("stand"),
    "sitting": Posture("sit"),
    "walking": Posture("walk"),
    "waving": Posture("stand", "wave"),
    "pointing": Posture("stand", "point"),
    "asking": Posture("stand", "ask"),
    "listening": Posture("stand", "listen"),
    "offering": Posture("stand", "offer"),
    "hugging": Posture("sit", "cushion"),
    "hiding": Posture("stand", "hide"),
    "jumping": Posture("jump", "up"),
    "curled-up": Posture("knees", "knees"),
}

MAY_HOLD: tuple[PostureName, ...] = ("standing", "sitting", "walking")
"""Postures whose arms are free to hold a thing."""


TOO_LARGE_TO_HOLD: tuple[ThingName, ...] = ("blocks-fallen", "blocks-tower", "door")


@dataclass(frozen=True)
class Pose:
    """One figure, settled: everything the drawing and the text alternative need."""

    who: Who
    feeling: FeelingName
    posture: PostureName
    base: Base
    arms: ArmsName
    holds: ThingName | None = None
    faces: Side | None = None
    in_bed: bool = False

    @property
    def look(self) -> int:
        """-1 when the figure looks to the left, 1 to the right, 0 straight ahead."""
        return {None: 0, "left": -1, "right": 1}[self.faces]


def pose(  # noqa: PLR0913 - a pose has this many sides
    who: Who,
    feeling: FeelingName,
    posture: PostureName = "standing",
    holds: ThingName | None = None,
    faces: Side | None = None,
    *,
    in_bed: bool = False,
) -> Pose:
    """Settle base and arms from character, feeling and posture.

    A posture with arms of its own keeps the feeling in the face. Fox is always in the wheelchair,
    so where others hug their knees Fox holds its own tail, and where others walk Fox turns the
    wheels. In bed everybody sits up, and the wheelchair stands beside the bed.
    """
    plan, felt, chair = POSTURE[posture], FEELING[feeling], CAST[who].wheelchair and not in_bed
    base: Base = plan.base
    arms: ArmsName = plan.arms or felt.arms
    if felt.knees and posture == "standing" and not holds:
        base = "knees"
    if felt.knees and posture == "walking":
        arms = "hang"
    if posture == "hugging" or holds == "cushion":
        holds, arms = "cushion", "cushion"
    elif holds:
        arms = "hold"
    elif chair and posture == "walking":
        arms = "roll"
    elif chair and arms == "knees":
        arms = "tail"
    if in_bed:
        base = "sit"
        arms = "tummy" if felt.knees else felt.arms if arms == "hide" else arms
    return Pose(who, feeling, posture, "chair" if chair else base, arms, holds, faces, in_bed)
