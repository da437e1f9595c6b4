# SPDX-License-Identifier: MIT
"""Put one figure together: shadow, tail, legs, body, arms, thing held, head and mark."""

from sunlit.pictures import bodies
from sunlit.pictures.cast import CAST, Character
from sunlit.pictures.colours import fill_in
from sunlit.pictures.feelings import FEELING, Feeling
from sunlit.pictures.heads import head
from sunlit.pictures.marks import HEAD_Y, mark
from sunlit.pictures.names import Theme
from sunlit.pictures.pen import group, oval, shape, stroke
from sunlit.pictures.postures import ARMS, Base, Pose
from sunlit.pictures.things import THINGS

RISE: dict[Base, float] = {"stand": 0, "walk": 0, "jump": -22, "sit": 24, "knees": 24, "chair": -16}
"""How far the body is lowered (or, below 0, lifted) by what the legs do."""

_BUSH = (
    "M-150 0Q-186 -50 -140 -80Q-150 -140 -94 -144Q-50 -190 0 -164Q50 -190 94 -144"
    "Q150 -140 140 -80Q186 -50 150 0Z"
)
_LEAVES = "M-90 -84q14 18 28 0M10 -106q14 18 28 0M70 -60q14 18 28 0M-30 -46q14 18 28 0"


def figure(pose: Pose, theme: Theme, *, marks: bool = True) -> str:
    """Draw one character as SVG shapes in its own colours, standing on (0, 0)."""
    character, feeling = CAST[pose.who], FEELING[pose.feeling]
    art = body(pose, character, feeling, marks=marks)
    art = group(art, size=character.size)
    if marks and feeling.mark == "apart":
        art = group(art, -24)
    if marks:
        art = oval(0, -4, 112 * character.size, 14, "shade", 0) + art
        hidden = pose.arms == "hide" and feeling.mark == "hop"  # the feet are behind the bush
        if feeling.mark and not hidden:
            sign = mark(feeling.mark, character)
            art += group(sign, size=min(character.size, 1))
    return coloured(art, character, theme)


def coloured(art: str, character: Character, theme: Theme) -> str:
    """Fill in a character's own colours; its fur is what its shapes inherit."""
    return fill_in(f'<g fill="${{fur}}">{art}</g>', theme, character.colours())


def face(pose: Pose, character: Character, feeling: Feeling, *, crying: bool) -> str:
    """Draw the head, where pose and feeling put it."""
    x, y, turn = feeling.head
    if feeling.knees and not character.wheelchair and pose.base != "knees":
        x, y = 0, 12
    look, mirrored = pose.look, pose.look < 0
    if mirrored:
        x, turn = -x, -turn
    if feeling.knees and not look:
        look = 1
    lower = RISE[pose.base] + (14 if pose.arms == "hide" else 0)
    art = head(character, feeling, look, crying=crying)
    return group(art, x, HEAD_Y + y + lower, turn=turn)


def body(pose: Pose, character: Character, feeling: Feeling, *, marks: bool) -> str:
    """Draw everything but shadow and mark, at the character's natural size."""
    up, base = RISE[pose.base], pose.base
    seated = base in ("sit", "knees", "chair")
    low = bodies.legs(character, base)
    low = group(low, 0, up) if base == "jump" else low
    back, seat, plate = ("", "", "")
    if base == "chair":
        back, seat, plate = bodies.CHAIR_BACK, bodies.CHAIR_SEAT, bodies.CHAIR_FOOTPLATE
    held_tail = pose.arms == "tail"
    art = "" if held_tail else group(bodies.tail(character), 0, min(up, 0))
    art += low * (not seated) + back + group(bodies.trunk(character), 0, up)
    art += seat + low * seated + plate
    top = face(pose, character, feeling, crying=marks and feeling.mark == "tear")
    if pose.arms == "hide":
        paw = "dark" if character.hand == "hoof" else "fur"
        cuffs = oval(-70, -160, 24, 17, paw) + oval(70, -160, 24, 17, paw)
        return art + top + shape(_BUSH, "leaf") + stroke(_LEAVES) + cuffs
    limbs = group(_limbs(pose, character), 0, up)
    if held_tail:
        limbs = bodies.HELD_TAIL + limbs
    return art + (top + limbs if ARMS[pose.arms].over else limbs + top)


def _limbs(pose: Pose, character: Character) -> str:
    plan = ARMS[pose.arms]
    right = plan.right
    if pose.arms == "listen":  # the hand lies against the head, however wide that is
        beside = max(x for x, _ in character.head) * character.head_size
        right = right[0], (beside + (20 if character.hand == "wing" else 2), right[1][1])
    drawn = bodies.arms(character, right, plan.left, mirrored=pose.look < 0)
    if pose.holds is None:
        return drawn
    thing = THINGS[pose.holds]
    if pose.arms == "cushion":
        return group(thing.art, 0, -20) + drawn
    size = min(1, round(100 / thing.height, 1))
    reach = min(thing.width * size / 2, 66)
    elbow, (_, y) = plan.right
    drawn = bodies.arms(character, (elbow, (reach, y)))
    grip = character.limb * 0.5
    paw = "dark" if character.hand == "hoof" else "fur"
    paws = oval(-reach, y, grip, grip, paw) + oval(reach, y, grip, grip, paw)
    return drawn + group(thing.art, 0, -46, size=size) + paws
