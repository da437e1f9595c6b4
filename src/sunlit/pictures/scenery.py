# SPDX-License-Identifier: MIT
"""The places themselves: rooms, gardens, furniture, 800 units wide and 500 high."""

from sunlit.pictures.pen import FINE, LINE, box, cloud, group, oval, shape, stroke, sun, tube

_ROOM = box(0, 0, 800, 500, 0, "wall", 0) + box(-4, 330, 808, 180, 0, "floor")
_HILL = "M-10 330Q200 270 420 320Q640 280 810 320V510H-10Z"
_SKY = box(0, 0, 800, 500, 0, "sky", 0)


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


PLAIN = box(0, 0, 800, 500, 0, "card", 0)
PLAIN += shape("M330 0H450L200 400H40ZM480 0H560L330 400H240ZM620 0H800V20L560 400H400Z", "ray", 0)
PLAIN += shape("M-10 396Q400 360 810 396V510H-10Z", "floor", FINE)

RUG = _ROOM + box(60, 60, 190, 130, 6, "white") + sun(155, 120, 28) + _shelf(560, 70)
RUG += oval(400, 420, 370, 72, "cloth") + oval(400, 420, 310, 52, "sun", FINE)

CLASSROOM = _ROOM + _window(50, 60, 170, 150) + box(280, 50, 270, 160, 6, "white", LINE)
CLASSROOM += sun(350, 120, 22) + stroke("M410 170q20 -50 40 0t40 0t30 0", 5)
CLASSROOM += box(264, 206, 302, 12, 4) + _shelf(600, 90)

_BENCH = box(190, 300, 420, 28) + box(190, 346, 420, 28) + box(220, 300, 18, 146, 2)
_BENCH += box(562, 300, 18, 146, 2) + box(176, 390, 448, 24)
PLAYGROUND = _SKY + sun(706, 84, 34) + cloud(220, 90, 1.4) + shape(_HILL, "leaf")
PLAYGROUND += _tree(94, 350) + _BENCH

_FENCE = "".join(
    shape(f"M{x} 340V262L{x + 18} 244L{x + 36} 262V340Z", "white", FINE) for x in range(6, 800, 66)
)
_BLOOM = "".join(oval(x, y, 8, 8, "rose", 3) for x, y in ((0, -44), (10, -30), (-10, -30)))
_BLOOM = stroke("M0 0V-26M0 -6q14 -2 16 -14") + _BLOOM + oval(0, -35, 6, 6, "sun", 3)
GARDEN = _SKY + sun(96, 90, 34) + cloud(620, 90, 1.4) + cloud(330, 70, 1)
GARDEN += (
    stroke("M0 286H800M0 318H800", 9) + _FENCE + shape("M-10 334Q400 316 810 334V510H-10Z", "leaf")
)
GARDEN += _tree(706, 356) + "".join(group(_BLOOM, x, 392) for x in (40, 186, 330, 472, 616))

_JARS = box(510, 150, 220, 14)
_JARS += "".join(
    box(x, 106, 44, 44, 10, fill) for x, fill in ((530, "cloth"), (600, "sun"), (670, "leaf"))
)
KITCHEN = _ROOM + _window(70, 60, 180, 150) + _JARS
TABLE = box(100, 400, 26, 106, 0) + box(674, 400, 26, 106, 0)
TABLE += shape("M60 376H740V440" + "q-34 30 -68 0" * 10 + "Z", "white") + tube(
    "M66 420H734", 9, "cloth"
)

_RAIN = "".join(f"M{x} {y}l-10 34" for x in range(230, 600, 52) for y in (150, 220, 280))
WINDOW = (
    _ROOM + box(190, 40, 420, 290, 8, "night", LINE) + cloud(300, 110, 1.4) + cloud(500, 90, 1.2)
)
WINDOW += stroke(_RAIN, 5, "mark") + stroke("M400 40V330", LINE)
WINDOW += shape("M150 30H270Q270 220 160 350Z", "sun") + shape(
    "M650 30H530Q530 220 640 350Z", "sun"
)
WINDOW += box(120, 20, 560, 18) + box(150, 400, 500, 110) + box(142, 378, 516, 34, 17, "leaf")

_MOON = shape("M630 84a52 52 0 1 0 46 84a44 44 0 0 1 -46 -84Z", "sun", FINE)
_MOON += oval(560, 90, 4, 4, "sun", 0) + oval(692, 110, 4, 4, "sun", 0)
BED = box(0, 0, 800, 500, 0, "night", 0) + box(-4, 400, 808, 110, 0, "floor")
BED += box(520, 50, 200, 180, 8, "dark") + _MOON
BED += box(40, 190, 320, 250, 50, "wood", LINE) + box(76, 236, 250, 140, 50, "white", LINE)
BLANKET = shape("M30 352Q200 318 500 372V464Q270 476 30 464Z", "cloth")
BLANKET += tube("M40 392Q200 358 490 408", 10, "sun") + box(492, 340, 24, 140, 8, "wood", LINE)

_TENT = shape("M150 356L400 60L650 356Z", "sun") + shape("M300 356L400 120L500 356Z", "dark", FINE)
_TENT += stroke("M400 60V34M400 36l40 14l-40 14", 5)
_TENT += "".join(
    oval(x, y, 7, 7, "white", FINE) for x, y in ((250, 300), (320, 230), (556, 290), (490, 220))
)
QUIET_CORNER = _ROOM + stroke("M0 60Q200 130 400 44Q600 130 800 60", FINE)
QUIET_CORNER += "".join(
    oval(x, y, 9, 11, "sun", FINE)
    for x, y in ((70, 88), (190, 106), (300, 92), (500, 92), (610, 106), (730, 88))
)
QUIET_CORNER += (
    _TENT
    + oval(400, 428, 350, 62, "plum")
    + oval(130, 392, 74, 34, "cloth")
    + oval(676, 392, 74, 34, "rose")
)

STAFF_ROOM = (
    _ROOM
    + _window(60, 60, 180, 140)
    + oval(400, 110, 44, 44, "white")
    + stroke("M400 110V82M400 110L420 122", 6)
)
STAFF_ROOM += (
    _JARS + box(150, 270, 500, 120, 30, "leaf", LINE) + box(130, 350, 540, 70, 24, "leaf", LINE)
)
STAFF_ROOM += box(116, 300, 60, 120, 24, "leaf", LINE) + box(624, 300, 60, 120, 24, "leaf", LINE)
