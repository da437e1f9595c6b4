# SPDX-License-Identifier: MIT
"""The mark beside a figure that backs up its face, such as steam or a tangle in a cloud."""

from sunlit.pictures.cast import Character
from sunlit.pictures.feelings import MarkName
from sunlit.pictures.pen import FINE, both, cloud, group, oval, stroke, sun
from sunlit.pictures.things import TANGLE

HEAD_Y = -228
"""Height of the middle of the head of a figure of size 1."""


def _friend(x: float, ears: str) -> str:
    """Draw a small friend far away: only an outline, arms up."""
    art = stroke("M-8 -20L-18 -32M8 -20L18 -32", 5) + oval(0, -13, 10, 13, "white", FINE) + ears
    art += oval(0, -34, 13, 12, "white", FINE) + stroke("M-5 -36v2M5 -36v2M-4 -30q4 4 8 0", 3)
    return group(art, x, 0)


def _apart() -> str:
    round_ears = both(oval(10, -44, 5, 5, "white", FINE))
    long_ears = both(oval(6, -52, 4, 11, "white", FINE))
    ball = oval(0, -50, 7, 7, "sun", FINE)
    art = oval(0, 0, 52, 7, "shade", 0) + _friend(-26, round_ears) + _friend(26, long_ears) + ball
    return group(art, 164, -42)


def mark(name: MarkName, character: Character) -> str:
    """Draw the mark called ``name`` for a figure standing on (0, 0); a tear belongs to the head."""
    lift = HEAD_Y * (max(character.size, 1) - 1)
    long_ears = character.ear is not None and character.ear.kind == "long"
    tall = -428 if long_ears else -380
    if name == "hop":
        return both(stroke("M70 2q16 8 30 4M58 14q14 6 26 4", 5, "mark"))
    if name == "apart":
        return _apart()
    if name == "tear":
        return ""
    art = {
        "puff": cloud(-172, -232, 0.7)
        + cloud(172, -232, 0.7)
        + both(stroke("M116 -252l14 6M116 -232h12", 5, "mark")),
        "tangle": cloud(146, -362, 1.3)
        + oval(124, -322, 7, 6, "white", FINE)
        + group(stroke("M" + TANGLE, 7), 147, -310, size=0.6),
        "shake": both(
            stroke("M150 -214q9 11 0 22t0 22t0 22M174 -200q9 11 0 22t0 22t0 22", 5, "mark")
        ),
        "breath": stroke(
            "M108 -190q30 12 50 -6q16 -20 -2 -27q-17 0 -9 15M112 -170q34 16 62 0", 5, "mark"
        ),
        "shine": both(stroke("M122 -290l28 -16M128 -250l32 -3M124 -210l28 10", 7, "mark")),
        "sunrain": sun(-134, tall, 24)
        + cloud(134, tall - 10)
        + stroke(f"M116 {tall + 20}l-6 18M136 {tall + 20}l-6 18M156 {tall + 20}l-6 18", 5, "mark"),
    }[name]
    if character.wheelchair and name == "shake":
        lift -= 60  # clear of the tail
    return group(art, 0, lift)
