# SPDX-License-Identifier: MIT
"""Two friends who hug: side by side, the near arm behind the other's back, the far arm in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.pictures import bodies
from sunlit.pictures.cast import CAST
from sunlit.pictures.feelings import FEELING
from sunlit.pictures.figures import RISE, coloured
from sunlit.pictures.heads import head
from sunlit.pictures.marks import HEAD_Y
from sunlit.pictures.pen import group, oval

if TYPE_CHECKING:
    from sunlit.pictures.cast import Character
    from sunlit.pictures.feelings import Feeling
    from sunlit.pictures.names import FeelingName, Theme, Who
    from sunlit.pictures.postures import Base


def pair(
    left: tuple[Who, FeelingName], right: tuple[Who, FeelingName], theme: Theme, *, marks: bool
) -> str:
    """Draw two characters hugging, their feet on both sides of (0, 0)."""
    sides = [(CAST[who], FEELING[name], side) for (who, name), side in ((left, -1), (right, 1))]
    apart = 0.93 * sum(_head_width(character) for character, _, _ in sides)
    behind, bodies_, before = "", "", ""
    for (character, feeling, side), (friend, _, _) in zip(sides, sides[::-1], strict=True):
        reach = apart / character.size
        layers = (
            _near_arm(character, side, reach),
            _body(character, side),
            _front(character, feeling, side, reach, crying=marks),
        )
        x = side * apart / 2
        near, body, front = (
            coloured(group(layer, x, size=character.size), character, theme) for layer in layers
        )
        behind += near
        bodies_ += body
        before += _hand_on_shoulder(character, friend, -side * apart / 2, -side, theme) + front
    shade = oval(0, -4, apart / 2 + 110, 14, "shade", 0) if marks else ""
    return shade + behind + bodies_ + before


def _head_width(character: Character) -> float:
    return max(x for x, _ in character.head) * character.head_size * character.size


def _rise(character: Character) -> float:
    return RISE["chair" if character.wheelchair else "stand"]


def _near_arm(character: Character, side: int, reach: float) -> str:
    """Draw the arm that goes behind the friend's back."""
    limb = ((-side * 100, -128), (-side * reach, -128))
    return group(bodies.arm(character, -side, limb), 0, _rise(character))


def _hand_on_shoulder(
    character: Character, friend: Character, x: float, side: int, theme: Theme
) -> str:
    """Draw the hand that comes round the friend's far shoulder; the friend stands at ``x``."""
    shoulder = x + side * (friend.body[1][0] + 22) * friend.size
    y = (-126 + _rise(friend)) * friend.size
    size = character.limb * 0.5 * character.size
    paw = "dark" if character.hand == "hoof" else "fur"
    return coloured(oval(shoulder, y, size, size, paw), character, theme)


def _body(character: Character, side: int) -> str:
    base: Base = "chair" if character.wheelchair else "stand"
    up, legs = RISE[base], bodies.legs(character, base)
    art = group(bodies.tail(character), 0, min(up, 0), flip=side > 0)
    art += bodies.CHAIR_BACK if base == "chair" else legs
    art += group(bodies.trunk(character), 0, up)
    return art + (bodies.CHAIR_SEAT + legs + bodies.CHAIR_FOOTPLATE if base == "chair" else "")


def _front(character: Character, feeling: Feeling, side: int, reach: float, *, crying: bool) -> str:
    """Draw what lies before both bodies: the far arm and the head, which leans to the friend."""
    inward, up = -side, _rise(character)
    far = bodies.arm(character, side, ((side * 108, -72), (inward * reach * 0.42, -92)))
    face = head(character, feeling, inward, crying=crying and feeling.mark == "tear")
    drop = min(feeling.head[1], 8) + up
    return group(far, 0, up) + group(face, 0, HEAD_Y + drop, turn=inward * 8)
