# SPDX-License-Identifier: MIT
"""Draw SVG shapes as text: paths, ovals, boxes, groups, thick curves and smooth outlines.

Coordinates are figure units: a figure stands on (0, 0), x grows to the right and y grows downward,
so up is negative. Shapes inherit line colour (``ink``), line width (``LINE``) and fill (``fur``)
from the group they are put in and write only what differs, which keeps a picture small. A colour is
written as the name of a role, which becomes a colour at the end, see
:mod:`sunlit.pictures.colours`.
"""

import math
from collections.abc import Sequence

Point = tuple[float, float]

LINE = 6.0
"""Width of an outside line."""
FINE = 4.0
"""Width of an inside line."""


def number(value: float) -> str:
    """Write a number with at most one decimal and no needless zero: ``0.6`` becomes ``.6``."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _paint(fill: str, width: float, line: str) -> str:
    colour = "" if fill == "fur" else f' fill="{_role(fill)}"'
    if not width:
        return colour + ' stroke="none"'
    colour += "" if line == "ink" else f' stroke="{_role(line)}"'
    return colour + ("" if width == LINE else f' stroke-width="{number(width)}"')


def _role(name: str) -> str:
    return name if name == "none" else f"${{{name}}}"


def shape(d: str, fill: str = "fur", width: float = LINE, line: str = "ink") -> str:
    """Draw a filled path with an outline; ``width=0`` leaves the outline out."""
    return f'<path d="{d}"{_paint(fill, width, line)}/>'


def stroke(d: str, width: float = FINE, line: str = "ink") -> str:
    """Draw a path that is only a line."""
    return shape(d, "none", width, line)


def oval(  # noqa: PLR0913, PLR0917 - an ellipse has this many measures
    x: float,
    y: float,
    rx: float,
    ry: float,
    fill: str = "fur",
    width: float = LINE,
    line: str = "ink",
) -> str:
    """Draw an ellipse about (x, y); a circle when both radii are the same."""
    at = f'cx="{number(x)}" cy="{number(y)}"' if x else f'cy="{number(y)}"'
    radii = f'r="{number(rx)}"' if rx == ry else f'rx="{number(rx)}" ry="{number(ry)}"'
    name = "circle" if rx == ry else "ellipse"
    return f"<{name} {at} {radii}{_paint(fill, width, line)}/>"


def box(  # noqa: PLR0913, PLR0917 - so has a rectangle
    x: float,
    y: float,
    width: float,
    height: float,
    corner: float = 8,
    fill: str = "wood",
    line: float = FINE,
) -> str:
    """Draw a rectangle with round corners, its top left at (x, y)."""
    rx = f' rx="{number(corner)}"' if corner else ""
    size = f'width="{number(width)}" height="{number(height)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size}{rx}{_paint(fill, line, "ink")}/>'


def group(  # noqa: PLR0913 - so has a movement
    art: str,
    x: float = 0,
    y: float = 0,
    *,
    turn: float = 0,
    size: float = 1,
    flip: bool = False,
) -> str:
    """Move, turn (degrees clockwise), scale and ``flip`` (left to right) art about its origin."""
    moves = []
    if x or y:
        moves.append(f"translate({number(x)} {number(y)})")
    if turn:
        moves.append(f"rotate({number(turn)})")
    if flip:
        moves.append(f"scale({number(-size)} {number(size)})")
    elif size != 1:
        moves.append(f"scale({number(size)})")
    if not art or not moves:
        return art
    return f'<g transform="{" ".join(moves)}">{art}</g>'


def both(art: str) -> str:
    """Draw art and its mirror image."""
    return group(art, flip=True) + art


def tube(d: str, width: float, fill: str = "fur", line: float = LINE) -> str:
    """Draw a thick curve with an outline, for limbs and ribbons."""
    return stroke(d, width + line) + stroke(d, width - line, fill)


def blob(half: Sequence[Point]) -> str:
    """Return a smooth closed path (Catmull-Rom spline) through a right half and its mirror."""
    points = [*half, *((-x, y) for x, y in reversed(half) if x)]
    path = f"M{number(points[0][0])} {number(points[0][1])}"
    count = len(points)
    for i in range(count):
        (ax, ay), (bx, by) = points[i - 1], points[i]
        (cx, cy), (dx, dy) = points[(i + 1) % count], points[(i + 2) % count]
        bends = (
            bx + (cx - ax) / 6,
            by + (cy - ay) / 6,
            cx - (dx - bx) / 6,
            cy - (dy - by) / 6,
            cx,
            cy,
        )
        path += "C" + " ".join(number(bend) for bend in bends)
    return path + "Z"


def cloud(x: float, y: float, size: float = 1.0, fill: str = "white") -> str:
    """Draw a small cloud with a flat underside."""
    outline = "M-34 16a18 18 0 0 1 2-35a24 24 0 0 1 44-6a20 20 0 0 1 24 41Z"
    return group(shape(outline, fill, FINE), x, y, size=size)


def sun(x: float, y: float, radius: float) -> str:
    """Draw a sun with eight rays."""
    rays = ""
    for turn in range(0, 360, 45):
        dx, dy = math.sin(math.radians(turn)), -math.cos(math.radians(turn))
        start = f"M{number(dx * radius * 1.4 + x)} {number(dy * radius * 1.4 + y)}"
        rays += start + f"L{number(dx * radius * 1.9 + x)} {number(dy * radius * 1.9 + y)}"
    return oval(x, y, radius, radius, "sun", FINE) + stroke(rays, FINE)
