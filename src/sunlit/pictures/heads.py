# SPDX-License-Identifier: MIT
"""Heads and faces: ears, muzzle, eyes, brows and mouth, moved by a feeling."""

import math

from sunlit.pictures.cast import Character, Ear
from sunlit.pictures.feelings import Feeling, Mouth
from sunlit.pictures.pen import FINE, blob, both, box, group, number, oval, shape, stroke, tube

_CHEEKS = (
    "M0 24Q22 34 42 24Q76 20 104 38Q82 58 50 66Q0 92 -50 66Q-82 58 -104 38Q-76 20 -42 24"
    "Q-22 34 0 24Z"
)
_FLEECE = (
    "M-62 -14a24 24 0 0 1 -8 -40a26 26 0 0 1 32 -32a30 30 0 0 1 38 -16a30 30 0 0 1 38 16"
    "a26 26 0 0 1 32 32a24 24 0 0 1 -8 40q-14 -2 -20 -20q-22 4 -42 -12q-20 16 -42 12q-6 18 -20 20Z"
)
_SPINES = (
    "M-66 34L-104 30L-84 8L-116 -10L-88 -26L-112 -54L-76 -58L-84 -92L-50 -82L-44 -114L-18 -92"
    "L0 -122L18 -92L44 -114L50 -82L84 -92L76 -58L112 -54L88 -26L116 -10L84 8L104 30L66 34Z"
)


def eye(place: tuple[float, float, float], feeling: Feeling, side: int, look: int) -> str:
    """Draw one eye with lid and brow; ``side`` is -1 for the left, ``look`` turns the pupil."""
    distance, y, r = place
    index = (side + 1) // 2
    (amount, slant), (lift, tilt) = feeling.lids[index], feeling.brows[index]
    x, tall = distance * side, r * 1.14
    brow = group(stroke("M-14 2Q0 -6 14 2", 6), x, y - tall - 13 - lift, turn=-tilt * side)
    if amount == 1:
        lashes = f"M{number(x - r)} {number(y)}q{number(r)} {number(r * 1.2)} {number(2 * r)} 0"
        return stroke(lashes, 6) + brow
    px, py, size = feeling.pupil
    px = look * max(abs(px), 5.5) if look else px
    px = math.copysign(min(abs(px), r * (1 - 0.7 * min(size, 1)) + 2), px)
    art = oval(x, y, r, tall, "white", FINE)
    art += oval(x + px, y + py, r * 0.7 * size, r * 0.8 * size, "dark", 0)
    glint = r * 0.24 * size
    art += oval(x + px + r * 0.24, y + py - r * 0.3, glint, glint, "white", 0)
    if amount:
        half, up = math.acos(1 - 2 * amount), math.radians(-90 - slant * side)
        ends = [
            (x + (r + 1) * math.cos(turn), y + (tall + 1) * math.sin(turn))
            for turn in (up - half, up + half)
        ]
        (x0, y0), (x1, y1) = ends
        arc = f"A{number(r + 1)} {number(tall + 1)} 0 0 1 {number(x1)} {number(y1)}Z"
        art += shape(f"M{number(x0)} {number(y0)}{arc}", "lid", FINE)
    return art + brow


def mouth(plan: Mouth, y: float) -> str:
    """Draw a mouth about height ``y``."""
    w, curve, skew = plan.width, plan.curve, plan.skew
    if plan.wobble:
        wave = f"q{number(w / 4)} {number(-plan.wobble * 2)} {number(w / 2)} 0"
        return stroke(f"M{number(-w)} {number(y)}{wave}" + f"t{number(w / 2)} 0" * 3, 5)
    if skew:  # half a smile, half turned down
        start = f"M{number(-w)} {number(y - skew * 0.6)}"
        smile = f"Q{number(-w * 0.55)} {number(y + skew * 0.9)} 0 {number(y)}"
        frown = f"Q{number(w * 0.5)} {number(y - skew * 0.7)} {number(w)} {number(y + skew)}"
        dimple = f"M{number(-w - 6)} {number(y - skew * 0.5)}l9 -4"
        return stroke(start + smile + frown + dimple, 5)
    if not plan.opening:
        ends = number(y - curve / 2)
        return stroke(f"M{number(-w)} {ends}Q0 {number(y + curve)} {number(w)} {ends}", 5)
    top = y - curve * 0.4
    low = number(top + plan.opening * 1.2)
    lip = f"M{number(-w)} {number(top)}Q0 {number(top + curve)} {number(w)} {number(top)}"
    jaw = f"C{number(w)} {low} {number(-w)} {low} {number(-w)} {number(top)}Z"
    tongue = oval(0, top + plan.opening * 0.72, w * 0.45, plan.opening * 0.16, "rose", 0)
    return shape(lip + jaw, "mouth", 5) + tongue


def _ear(ear: Ear, droop: float) -> str:
    """Draw the right ear, turned outward by ``droop`` degrees in its own measure."""
    x, y, s = ear.x, ear.y, ear.size
    if ear.kind == "round":  # slides down round the head
        art = oval(x, y, s, s) + oval(x - 2, y + 3, s * 0.56, s * 0.56, "inner", FINE, "soft")
        return group(art, turn=droop * 0.2)
    if ear.kind == "side":
        lobe = f"M-8 -16Q{number(s * 0.6)} -26 {number(s)} 2Q{number(s * 0.6)} 26 -8 14Z"
        art = shape(lobe) + shape("M6 -8Q26 -12 38 2Q24 12 6 8Z", "inner", FINE, "soft")
        return group(art, x, y, turn=droop * 0.4 - 8)
    if ear.kind == "tuft":
        top = f"M-30 10Q-14 {number(-s * 0.4)} 12 {number(-s)}Q26 {number(-s * 0.3)} 22 24Z"
        return group(shape(top, "inner"), x, y, turn=droop * 0.5)
    if ear.kind == "long":
        side, turn = number(-s * 0.5), 8 + droop
        art = shape(f"M-21 8C-36 {side} -20 {-s} 0 {-s}C20 {-s} 36 {side} 21 8Z")
    else:
        side, turn = number(-s * 0.6), 16 + droop * 0.4
        art = shape(f"M-38 16Q-30 {side} 0 {-s}Q30 {side} 38 16Z")
    low, high = number(-s * 0.4), number(-s * 0.7)
    inside = f"M-12 2C-20 {low} -10 {high} 0 {high}C10 {high} 20 {low} 12 2Z"
    edge, bend, dip = number(-s * 0.83), number(-s * 0.96), number(-s * 0.74)
    tip = f"M-15 {edge}Q-10 {bend} 0 {-s}Q10 {bend} 15 {edge}Q0 {dip} -15 {edge}Z"
    art += shape(inside, "inner", FINE, "soft") + shape(tip, "dark")
    return group(art, x, y, turn=turn)


def _hearing_aid(ear: Ear, droop: float) -> str:
    """Draw the case behind the ear and the lead to the mould in it, large enough to be seen."""
    x, y = ear.x, ear.y
    case = f"M{x + 16} {y - 36}Q{x + 50} {y - 22} {x + 36} {y + 18}"
    lead = f"M{x + 18} {y - 38}Q{x - 8} {y - 32} {x} {y - 4}"
    art = tube(case, 24, "aid") + oval(x + 37, y - 12, 3, 3, "white", 0)
    art += stroke(lead, 5) + oval(x, y + 3, 12, 13, "aid", FINE)
    return group(art, turn=droop * 0.2)


def _ears(character: Character, feeling: Feeling) -> str:
    ear = character.ear
    if ear is None:
        return ""
    left, right = feeling.ears
    art = group(_ear(ear, left), flip=True) + _ear(ear, right)
    return art + (_hearing_aid(ear, right) if character.hearing_aid else "")


def _coat(character: Character, outline: str) -> str:
    """Draw what covers the head: stripes, a fleece, a pale face."""
    if character.wearing == "cardigan":  # the badger's stripes
        stripe = "M16 -80Q14 -20 30 26Q44 44 60 46Q72 24 68 -20Q60 -60 48 -68Z"
        return shape(outline, "pale", 0) + both(shape(stripe, "inner", 0)) + stroke(outline, 6)
    art = shape(outline)
    if character.muzzle == "cheeks":
        art += shape(_CHEEKS, "pale", FINE, "soft") + stroke(outline, 6)
    return art


def _features(character: Character, feeling: Feeling, look: int) -> str:
    """Draw everything on the face that turns with a look to the side."""
    height, width, depth = character.nose
    art = ""
    if character.hand == "wing":
        art += both(oval(41, 0, 42, 46, "pale", FINE, "soft"))
    elif isinstance(character.muzzle, tuple):
        my, mw, mh = character.muzzle
        art += oval(0, my, mw, mh, "pale", FINE, "soft")
    art += both(oval(character.eyes[0] * 1.55, height + 4, 12, 8, "cheek", 0))
    if character.hand == "wing":
        art += shape("M-12 12Q0 -2 12 12Q8 28 0 35Q-8 28 -12 12Z", "beak", FINE)
    elif width:
        art += oval(0, height, width, depth, "dark", 0)
    else:
        art += both(stroke("M7 20v4", 5))
    if character.tail == "string":
        art += both(stroke("M46 40l36 -6M44 48l36 6", 3))
    art += eye(character.eyes, feeling, -1, look) + eye(character.eyes, feeling, 1, look)
    if character.glasses:
        x, y, r = character.eyes
        art += both(oval(x, y + 3, r + 9, r + 9, "none", FINE)) + stroke("M-17 0Q0 -8 17 0")
    return art + mouth(feeling.mouth, height + depth + (15 if width else 22))


def tear(character: Character) -> str:
    """Draw a tear under the right eye."""
    x, y, r = character.eyes
    drop = f"M{number(x + 8)} {number(y + r + 16)}q10 15 10 22a10 10 0 0 1 -20 0q0 -7 10 -22Z"
    return shape(drop, "tear", FINE)


def head(character: Character, feeling: Feeling, look: int = 0, *, crying: bool = False) -> str:
    """Draw a head about its own middle; ``look`` is -1 or 1 when the face turns to a side."""
    art = _ears(character, feeling)
    if character.tail == "spines":
        art = shape(_SPINES, "inner") + art
    art += _coat(character, blob(character.head))
    face = _features(character, feeling, look) + (tear(character) if crying else "")
    art += group(face, look * 9)
    if character.wearing == "tunic":
        art += shape(_FLEECE, "pale")
    if character.wearing == "hat":
        art += shape("M-68 -54Q-60 -124 0 -124Q60 -124 68 -54Z", "wear") + oval(
            0, -130, 20, 20, "wear2"
        )
        art += both(stroke("M28 -64Q26 -102 8 -112")) + box(-75, -70, 150, 24, 12, "wear2", 6)
    lid = (
        "inner" if character.wearing == "cardigan" else "fur"
    )  # the badger's eyes lie on its stripes
    return group(art.replace("${lid}", "${" + lid + "}"), size=character.head_size)
