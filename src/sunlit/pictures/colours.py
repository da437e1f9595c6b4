# SPDX-License-Identifier: MIT
"""Colours by role: light, dusk and black and white, and the style sheet that lets a page choose.

A shape names a role (``fur``, ``ink``, ``wall``), never a colour. Furs keep their colour at dusk,
because Bear is always Bear; on paper the species is carried by its outline and the feeling by its
lines.
"""

from collections.abc import Mapping
from string import Template

from sunlit.pictures.names import Theme

LIGHT: Mapping[str, str] = {
    "card": "#fff6e6",
    "ink": "#2b2220",
    "mark": "#2b2220",
    "white": "#ffffff",
    "mouth": "#7a2e35",
    "rose": "#e98b86",
    "cheek": "#ee9a86",
    "tear": "#5fa8d8",
    "dark": "#43332e",
    "soft": "none",
    "metal": "#c3cbd6",
    "shade": "#ecdcc0",
    "beak": "#f0a63c",
    "aid": "#2bb3ae",
    "wall": "#fbe3c0",
    "floor": "#e9bf8c",
    "ray": "#fff1c9",
    "wood": "#c98f58",
    "cloth": "#8fb8c9",
    "sun": "#f2d065",
    "leaf": "#8fb573",
    "plum": "#b58ac0",
    "sky": "#cfe6ef",
    "night": "#7f8fb5",
}
"""Every role the scenes, things and marks use, in daylight."""

OWN = ("fur", "pale", "inner", "wear", "wear2")
"""Roles that each character fills with colours of its own."""

DUSK: Mapping[str, str] = {
    "card": "#8495ba",
    "ink": "#15100f",
    "mark": "#15100f",
    "dark": "#2b201d",
    "shade": "#6d7ea4",
    "wall": "#909cb8",
    "floor": "#a39ca6",
    "ray": "#a5b0c6",
    "sky": "#9fb3d1",
    "night": "#7485ac",
}
"""What changes in evening colours: dusk, not night, so dark outlines keep at least 4.5:1."""

_BLACK = ("ink", "mark", "dark", "soft", "mouth", "wear2")
_GREY = ("rose", "aid")
PRINT: Mapping[str, str] = {
    **dict.fromkeys([*LIGHT, *OWN], "#ffffff"),
    **dict.fromkeys(_BLACK, "#000000"),
    **dict.fromkeys(_GREY, "#c9c9c9"),
    "inner": "#d9d9d9",
    "cheek": "none",
    "shade": "none",
}
"""Black on white, with light grey that is never needed to read the picture."""


def fill_in(art: str, theme: Theme, own: Mapping[str, str] | None = None) -> str:
    """Turn the ``${role}`` in a piece of art into colours.

    Parameters
    ----------
    art
        SVG text whose colours are roles.
    theme
        ``css`` writes custom properties with the daylight colour as fallback, ``light`` and
        ``print`` write plain colours.
    own
        A character's colours for the roles in :data:`OWN`. Roles that are missing are left for a
        later call.

    """
    roles = {**LIGHT, **(own or {})}
    if theme == "print":
        colours = {role: _short(PRINT[role]) for role in roles}
    elif theme == "light":
        colours = {role: _short(colour) for role, colour in roles.items()}
    else:
        colours = {role: f"var(--cast-{role},{_short(colour)})" for role, colour in roles.items()}
    return Template(art).safe_substitute(colours)


def _short(colour: str) -> str:
    """Shorten ``#ffffff`` to ``#fff``."""
    return "#" + colour[1::2] if colour[1::2] == colour[2::2] else colour


def stylesheet() -> str:
    """Return the text of ``pictures.css``: how a page restyles pictures of the ``css`` theme."""

    def rule(colours: Mapping[str, str], indent: str) -> str:
        return "".join(
            f"{indent}--cast-{role}: {_short(colour)};\n" for role, colour in colours.items()
        )

    return (
        "/* SPDX-License-Identifier: MIT */\n"
        "/* Written by sunlit.pictures.colours.stylesheet(); a test compares the two. */\n"
        ".sunlit-picture {\n  display: block;\n  inline-size: 100%;\n  block-size: auto;\n}\n\n"
        '@media screen {\n  html[data-theme="dark"] .sunlit-picture {\n'
        + rule(DUSK, "    ")
        + "  }\n}\n\n"
        "@media print {\n  .sunlit-picture {\n" + rule(PRINT, "    ") + "  }\n}\n"
    )
