# SPDX-License-Identifier: MIT
"""What the studio draws with: colours, stamps, and templates as line drawings.

Everything is data, so that the page, a saved picture and paper show the same lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import cos, pi, sin
from typing import TYPE_CHECKING, Literal, get_args

from sunlit.pictures import Picture

if TYPE_CHECKING:
    from collections.abc import Mapping

INK = "#1f2937"
GROUND = "#ffffff"

# Okabe and Ito's palette for all kinds of colour vision (jfly.uni-koeln.de/color, 2008);
# each hue also has a lightness of its own. Black and white are the ink and the paper.
COLOURS: Mapping[str, str] = {
    "black": INK,
    "blue": "#0072b2",
    "green": "#009e73",
    "brick": "#d55e00",
    "pink": "#cc79a7",
    "sky": "#56b4e9",
    "orange": "#e69f00",
    "yellow": "#f0e442",
    "white": GROUND,
}

LIGHT = frozenset({"sky", "orange", "yellow", "white"})
"""Colours whose letters need a line of ink round them, to be read on white."""

Manner = Literal["fill", "line", "outline"]


@dataclass(frozen=True)
class Stamp:
    """A shape to place: its path in a square from -50 to 50, and how colour falls on it.

    ``fill``: inside, with an outline in ink. ``line``: the lines themselves.
    ``outline``: the lines round a white ground, such as a bubble to write in.
    """

    path: str
    manner: Manner = "fill"


def _star() -> str:
    corners = [
        (round((48, 20)[n % 2] * sin(n * pi / 5), 1), round((-48, -20)[n % 2] * cos(n * pi / 5), 1))
        for n in range(10)
    ]
    return "M" + "L".join(f"{x} {y}" for x, y in corners) + "Z"


def _rays() -> str:
    lines = (
        f"M{31 * cos(n * pi / 4):.1f} {31 * sin(n * pi / 4):.1f}"
        f"L{46 * cos(n * pi / 4):.1f} {46 * sin(n * pi / 4):.1f}"
        for n in range(8)
    )
    return "".join(lines)


STAMPS: Mapping[str, Stamp] = {
    "circle": Stamp("M-44 0a44 44 0 1 0 88 0a44 44 0 1 0-88 0Z"),
    "square": Stamp("M-40-40H40V40H-40Z"),
    "triangle": Stamp("M0-44L46 38H-46Z"),
    "star": Stamp(_star()),
    "heart": Stamp("M0 42C-62 4-50-44-23-44C-9-44 0-32 0-25C0-32 9-44 23-44C50-44 62 4 0 42Z"),
    "line": Stamp("M-46 0H46", "line"),
    "arrow": Stamp("M-46 0H42M18-24L43 0L18 24", "line"),
    "speech": Stamp(
        "M-30-38H30A16 16 0 0 1 46-22V4A16 16 0 0 1 30 20H-4L-26 42L-22 20H-30"
        "A16 16 0 0 1-46 4V-22A16 16 0 0 1-30-38Z",
        "outline",
    ),
    "thought": Stamp(
        "M-24 12A17 17 0 0 1-34-16A18 18 0 0 1-12-36A20 20 0 0 1 22-34A17 17 0 0 1 40-8"
        "A16 16 0 0 1 24 14ZM-20 26a6 5 0 1 0 12 0a6 5 0 1 0-12 0Z"
        "M-34 40a4 3.5 0 1 0 8 0a4 3.5 0 1 0-8 0Z",
        "outline",
    ),
    "sun": Stamp("M-23 0a23 23 0 1 0 46 0a23 23 0 1 0-46 0Z" + _rays()),
    "cloud": Stamp(
        "M-28 26A18 18 0 0 1-32-10A24 24 0 0 1 12-22A20 20 0 0 1 38 0A14 14 0 0 1 32 26Z"
    ),
    "rain": Stamp("M-28-38L-36-12M0-38L-8-12M28-38L20-12M-14 4L-22 30M14 4L6 30", "line"),
    "lightning": Stamp("M8-46L-26 8H-4L-12 46L26-12H4Z"),
    "rainbow": Stamp(
        "M-46 26A46 46 0 0 1 46 26M-31 26A31 31 0 0 1 31 26M-16 26A16 16 0 0 1 16 26", "line"
    ),
    "wind": Stamp(
        "M-46-10H18A13 13 0 1 0 6-25M-46 8H32A13 13 0 1 1 20 24M-46 26H-4A10 10 0 1 1-12 40",
        "line",
    ),
    "fog": Stamp(
        "M-44-22q11-11 22 0t22 0t22 0t22 0M-44 2q11-11 22 0t22 0t22 0t22 0"
        "M-44 26q11-11 22 0t22 0t22 0t22 0",
        "line",
    ),
    "snow": Stamp("M0-44V44M-38-22L38 22M-38 22L38-22M-11-36L0-27L11-36M-11 36L0 27L11 36", "line"),
    "umbrella": Stamp(
        "M-46 4A46 46 0 0 1 46 4Q36-6 25 4Q12-6 0 4Q-12-6-25 4Q-36-6-46 4ZM0 4V34a9 9 0 0 0 18 0"
    ),
}

TemplateName = Literal["blank", "comic-3", "comic-4", "zine", "mask", "badge", "weather"]
TEMPLATES = get_args(TemplateName)


@dataclass(frozen=True)
class _Template:
    """A line drawing: its size in units of the drawing, its lines, and what it shows."""

    width: int
    height: int
    lines: str
    words: str


def _panel(x: int, y: int, width: int, height: int) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="14"/>'


_TEMPLATES: Mapping[str, _Template] = {
    "blank": _Template(960, 720, "", "An empty sheet."),
    "comic-3": _Template(
        960,
        720,
        _panel(20, 20, 450, 330) + _panel(490, 20, 450, 330) + _panel(20, 370, 920, 330),
        "A comic strip of three empty panels: two above, a wide one below.",
    ),
    "comic-4": _Template(
        960,
        720,
        "".join(_panel(x, y, 450, 330) for y in (20, 370) for x in (20, 490)),
        "A comic strip of four empty panels, two above and two below.",
    ),
    "zine": _Template(
        720,
        960,
        '<path d="M30 30H600L690 120V930H30ZM600 30V120H690"/>'
        + _panel(80, 190, 560, 420)
        + '<path d="M80 130H540M80 690H640M80 760H640M80 830H640" stroke-dasharray="2 14"/>',
        "A zine page: a line for its title, a frame for a picture, three lines for words.",
    ),
    "mask": _Template(
        960,
        720,
        '<path d="M480 150C620 60 850 90 880 220C910 370 830 590 660 620C570 635 530 570 480 520'
        'C430 570 390 635 300 620C130 590 50 370 80 220C110 90 340 60 480 150Z"/>'
        '<path d="M200 330C240 260 360 260 400 340C350 390 250 390 200 330Z'
        'M560 340C600 260 720 260 760 330C710 390 610 390 560 340Z"/>'
        '<path d="M82 250C40 260 20 300 26 360M878 250C920 260 940 300 934 360"/>',
        "A mask with two holes for the eyes and a ribbon on each side.",
    ),
    "badge": _Template(
        800,
        800,
        '<path d="M250 600L190 780L290 740L350 790L400 640M550 600L610 780L510 740L450 790L400 640"'
        '/><circle cx="400" cy="350" r="320"/><circle cx="400" cy="350" r="270"/>',
        "A round badge with a rim and two ribbons below.",
    ),
    "weather": _Template(
        960,
        720,
        _panel(10, 10, 940, 700)
        + '<path d="M10 565C180 470 330 480 480 540C640 600 800 580 950 485"/>'
        '<path d="M40 706C300 605 620 610 920 700"/>'
        '<path d="M190 508V450L245 405L300 450V500M225 494V462H262V496"/>'
        '<path d="M716 575V505M716 515C660 520 646 470 672 448C664 404 768 404 760 448'
        'C786 470 772 520 716 515"/>'
        '<path d="M430 636C462 600 462 560 440 528M512 640C540 604 536 572 512 550"/>',
        "Hills with a house, a tree and a path, under a wide empty sky.",
    ),
}


def template(name: str, title: str) -> Picture:
    """Return the line drawing ``name`` on white, with ``title`` and its own description.

    Raises
    ------
    KeyError
        When there is no such template.

    """
    chosen = _TEMPLATES[name]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {chosen.width} {chosen.height}" '
        'role="img" aria-labelledby="studio-t studio-d">'
        f'<title id="studio-t">{escape(title)}</title><desc id="studio-d">{chosen.words}</desc>'
        f'<rect width="{chosen.width}" height="{chosen.height}" fill="{GROUND}"/>'
        f'<g fill="none" stroke="{INK}" stroke-width="5" stroke-linejoin="round" '
        f'stroke-linecap="round">{chosen.lines}</g></svg>'
    )
    return Picture(svg, title, chosen.words)


def size_of(name: str) -> tuple[int, int]:
    """Return width and height of the template ``name``, in units of the drawing."""
    return _TEMPLATES[name].width, _TEMPLATES[name].height
