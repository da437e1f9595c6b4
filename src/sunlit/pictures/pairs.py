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
    from sunlit.pictures.names import FeelingName, Theme, Who
    from sunlit.pictures.postures import Base

APART = 74
"""Half the distance between the two, for figures of size 1."""


def pair(
    left: tuple[Who, FeelingName], right: tuple[Who, FeelingName], theme: Theme, *, marks: bool
) -> str:
    """Two characters hugging, their feet on both sides of (0, 0)."""
    figures = [(CAST[who], feeling, side) for (who, feeling), side in ((left, -1), (right, 1))]
    gap = {
        side: APART * (character.size + 0.4 * character.wheelchair)
        for character, _, side in figures
    }
    backs, fronts = "", ""
    for character, feeling, side in figures:
        back, front = _layers(character, feeling, side, crying=marks)
        place = group(back, side * gap[side], size=character.size)
        backs += coloured(place, character, theme)
        fronts += coloured(group(front, side * gap[side], size=character.size), character, theme)
    shade = oval(0, -4, 190, 14, "shade", 0) if marks else ""
    return shade + backs + fronts


def _layers(character: Character, name: FeelingName, side: int, *, crying: bool) -> tuple[str, str]:
    """Body, and what lies before both bodies: far arm and head. ``side`` is -1 on the left."""
    feeling = FEELING[name]
    base: Base = "chair" if character.wheelchair else "stand"
    up, legs = RISE[base], bodies.legs(character, base)
    inward = -side
    far = ((side * 106, -84), (inward * 62, -104))
    art = group(bodies.tail(character), 0, min(up, 0))
    if base == "chair":
        art += bodies.CHAIR_BACK
    else:
        art += legs
    art += group(bodies.trunk(character), 0, up)
    if base == "chair":
        art += bodies.CHAIR_SEAT + legs + bodies.CHAIR_FOOTPLATE
    face = head(character, feeling, inward, crying=crying and feeling.mark == "tear")
    drop = min(feeling.head[1], 8)
    top = group(face, inward * 10, HEAD_Y + drop + up, turn=inward * 9)
    return art, group(bodies.arm(character, side, far), 0, up) + top
