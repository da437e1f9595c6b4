# SPDX-License-Identifier: MIT
"""Bodies: trunk, legs, arms, tails, clothes and the wheelchair."""

import math
from collections.abc import Mapping

from sunlit.pictures.cast import Character, Tail, Wearing
from sunlit.pictures.pen import FINE, LINE, Point, blob, both, box, group, oval, shape, stroke, tube
from sunlit.pictures.pen import number as n
from sunlit.pictures.postures import Base, Limb

_TAILS: Mapping[Tail, str] = {
    "puff": oval(-68, -58, 24, 22, "pale"),
    "feathers": shape("M-40 -40L-34 2Q-22 12 -12 0Q0 14 12 0Q22 12 34 2L40 -40Z"),
    "brush": group(
        shape("M30 -50Q120 -30 132 -110Q136 -160 166 -196Q192 -120 168 -66Q130 0 40 -24Z")
        + shape(
            "M139 -140Q148 -172 166 -196Q182 -160 180 -122Q166 -114 158 -132Q150 -124 139 -140Z",
            "pale",
        ),
        flip=True,
    ),
    "shell": oval(0, -100, 112, 92, "inner")
    + both(stroke("M112 -100Q90 -92 60 -100M92 -152Q80 -140 60 -136M92 -48Q80 -60 60 -64")),
    "string": tube("M-40 -40Q-120 -10 -120 -70Q-120 -110 -146 -112", 11, "inner"),
    "spines": both(
        shape(
            "M0 -176L62 -178L70 -150L104 -146L92 -122L124 -108L100 -90L128 -70L98 -58L114 -34"
            "L76 -34L0 -26Z",
            "inner",
        )
    ),
}
HELD_TAIL = shape(
    "M-98 -34Q-66 -20 -40 -34Q-18 -48 -28 -80Q-38 -128 0 -164Q42 -124 34 -70Q26 -4 -40 4"
    "Q-84 6 -106 -12Z"
) + shape("M-28 -112Q-24 -142 0 -164Q24 -142 32 -112Q16 -98 6 -112Q-10 -96 -28 -112Z", "pale")
"""Fox's tail, brought round to the front to be held."""

_CLOTHES: Mapping[Wearing, str] = {
    "scarf": shape("M24 -150L60 -92L30 -78L4 -148Z", "wear")
    + stroke("M20 -122l27 -14M30 -100l24 -12", 8, "wear2")
    + shape("M-58 -174Q0 -140 58 -174Q68 -160 58 -148Q0 -114 -58 -148Q-68 -160 -58 -174Z", "wear")
    + stroke("M-36 -158l-3 22M0 -148v20M36 -158l3 22", 8, "wear2"),
    "dungarees": shape(
        "M-57 -98L-32 -104L-27 -142H27L32 -104L57 -98Q66 -62 38 -35Q0 -26 -38 -35Q-66 -62 -57 -98Z",
        "wear",
    )
    + both(tube("M25 -140L32 -170", 9, "wear"))
    + shape("M-16 -126h32v18q-16 12 -32 0Z", "wear2", FINE),
    "satchel": stroke("M-18 -110q6 9 12 0q6 9 12 0q6 9 12 0M-24 -84q6 9 12 0q6 9 12 0q6 9 12 0")
    + tube("M-46 -170L62 -70", 10, "wear")
    + box(34, -84, 58, 48, 8, "wear", LINE)
    + shape("M34 -80H92Q88 -54 63 -54Q38 -54 34 -80Z", "wear2", FINE),
    "kerchief": shape("M-48 -172Q0 -142 48 -172Q40 -124 2 -98Q-40 -124 -48 -172Z", "wear")
    + "".join(oval(x, y, 5, 5, "wear2", 0) for x, y in ((-18, -140), (4, -120), (22, -142))),
    "jumper": "".join(
        tube(f"M-{w} {y}Q0 {y + 16} {w} {y}", 10, "wear2")
        for w, y in ((47, -128), (54, -98), (56, -68))
    ),
    "hat": stroke("M-34 -104H34M-30 -72H30M0 -144V-40"),
    "cardigan": shape(
        "M-20 -174Q0 -150 20 -174Q30 -100 22 -29Q0 -24 -22 -29Q-30 -100 -20 -174Z", "pale", FINE
    )
    + both(box(36, -82, 26, 24, 4, "none"))
    + stroke("M-24 -168Q-14 -120 0 -104Q14 -120 24 -168", 5)
    + box(-17, -106, 34, 24, 5, "wear2"),
    "tunic": stroke("M-24 -172L0 -140L24 -172", 5)
    + box(14, -116, 36, 34, 6, "wear2")
    + shape("M32 -90q-13 -8 -12 -14q4 -8 12 -1q8 -7 12 1q1 6 -12 14Z", "rose", 3),
    "apron": shape("M-38 -150H38L46 -106Q66 -70 48 -38Q0 -24 -48 -38Q-66 -70 -46 -106Z", "wear")
    + both(stroke("M38 -150L44 -172", 6))
    + shape("M-26 -86H26V-66Q0 -50 -26 -66Z", "wear2", FINE),
    "shawl": shape(
        "M-62 -172Q0 -146 62 -172Q92 -140 84 -110Q40 -104 2 -76Q-40 -104 -84 -110"
        "Q-92 -140 -62 -172Z",
        "wear",
    )
    + stroke("M-66 -124Q-30 -122 0 -100Q30 -122 66 -124", 5, "wear2")
    + oval(0, -146, 10, 10, "sun", FINE),
}
_SUIT: Mapping[Wearing, tuple[str, str]] = {
    "dungarees": ("fur", "wear"),
    "jumper": ("wear", "fur"),
    "cardigan": ("wear", "dark"),
    "tunic": ("wear", "wear"),
}
"""Roles of sleeves and of trouser legs."""
_CLOTHED: Mapping[Wearing, str] = {
    "jumper": "wear",
    "cardigan": "wear",
    "tunic": "wear",
    "dungarees": "fur",
}

_WHEEL = group(
    oval(0, 0, 30, 74, "none", 16)
    + oval(0, 0, 30, 74, "none", 5, "metal")
    + oval(0, 0, 7, 12, "metal", FINE)
    + stroke("M0 -66V66M-23 -36L23 36M23 -36L-23 36M-26 0H26", 3),
    100,
    -74,
    turn=9,
)
CHAIR_BACK = box(-70, -196, 140, 140, 26, "cloth", LINE) + both(_WHEEL)
CHAIR_SEAT = box(-76, -66, 152, 14, 7, "metal", LINE)
CHAIR_FOOTPLATE = box(-62, -8, 124, 10, 5, "metal", LINE)


def sleeve(character: Character) -> str:
    """Return the role that colours the arms."""
    return _SUIT.get(character.wearing, ("fur", ""))[0]


def tail(character: Character) -> str:
    """Draw the tail or shell, which goes behind the body."""
    return _TAILS[character.tail] if character.tail else ""


def trunk(character: Character) -> str:
    """Draw body and clothes."""
    dressed = _CLOTHED.get(character.wearing)
    art = shape(blob(character.body), dressed or "fur")
    if not dressed:
        art += oval(0, -90, character.body[3][0] * 0.62, 54, "pale", FINE, "soft")
    return art + _CLOTHES[character.wearing]


def legs(character: Character, base: Base) -> str:
    """Draw both legs and feet."""
    cloth = _SUIT.get(character.wearing, ("", "fur"))[1]
    foot = "beak" if character.hand == "wing" else "dark" if character.hand == "hoof" else "fur"
    limb = character.limb
    standing = tube("M28 -54L30 -16", limb, cloth) + oval(36, -11, 28, 13, foot)
    if base == "walk":
        forward = tube("M28 -54Q46 -44 50 -20", limb, cloth)
        forward += group(oval(0, 0, 29, 13, foot), 62, -14, turn=-16)
        return group(standing, flip=True) + forward
    if base == "jump":
        return both(
            tube("M28 -54Q52 -46 50 -22", limb, cloth)
            + group(oval(0, 0, 28, 14, foot), 60, -10, turn=28)
        )
    if base == "sit":
        sole = oval(76, -28, 25, 30, foot)
        sole += oval(76, -25, 13, 16, "pale", FINE) if foot == "fur" else ""
        return both(tube("M36 -34Q56 -44 70 -30", limb, cloth) + sole)
    if base == "knees":
        return both(oval(34, -48, 24, 42, cloth) + oval(36, -10, 28, 14, foot))
    if base == "chair":
        return both(tube("M26 -56Q40 -46 28 -20", limb, cloth) + oval(30, -17, 26, 13, foot))
    return both(standing)


def hand(character: Character, elbow: Point, at: Point) -> str:
    """Draw what is at the end of an arm beyond the sleeve, if anything."""
    (ex, ey), (x, y) = elbow, at
    if character.hand == "wing":  # three feathers at the wing tip
        turn = math.degrees(math.atan2(x - ex, ey - y))
        return "".join(group(oval(0, -15, 11, 18), x, y, turn=turn + t) for t in (-38, 38, 0))
    return ""


def arm(character: Character, side: int, limb: Limb) -> str:
    """Draw one arm from the shoulder; ``side`` is -1 for the left."""
    (ex, ey), (x, y) = limb
    fill, width = sleeve(character), character.limb
    sx = side * (character.body[1][0] + 12)
    art = hand(character, *limb) + tube(f"M{n(sx)} -142Q{n(ex)} {n(ey)} {n(x)} {n(y)}", width, fill)
    # A dot without an outline melts the shoulder into the body.
    art += oval(sx - side * 8, -140, width * 0.44, width * 0.44, fill, 0)
    if fill != "fur" and character.hand != "wing":
        art += oval(
            x, y, width * 0.5, width * 0.5, "dark" if character.hand == "hoof" else "fur", FINE
        )
    return art


def arms(
    character: Character, right: Limb, left: Limb | None = None, *, mirrored: bool = False
) -> str:
    """Draw both arms; without ``left`` it mirrors the right one. ``mirrored`` swaps the sides."""
    if left is None:
        left = _mirror(right)
    if mirrored:
        right, left = _mirror(left), _mirror(right)
    return arm(character, -1, left) + arm(character, 1, right)


def _mirror(limb: Limb) -> Limb:
    (ex, ey), (x, y) = limb
    return (-ex, ey), (-x, y)
