# SPDX-License-Identifier: MIT
"""Colours: readable by day and at dusk, and the same in the style sheet as in the drawing."""

from __future__ import annotations

from pathlib import Path

import pytest

import sunlit.pictures
from sunlit.pictures.cast import CAST
from sunlit.pictures.colours import DUSK, LIGHT, stylesheet
from sunlit.pictures.names import WHO

GROUNDS = ("card", "wall", "floor", "sky", "night", "ray")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("ink", [LIGHT["ink"], DUSK["ink"]])
def test_lines_stand_out_on_every_fur(who: str, ink: str) -> None:
    """Ink on fur is at least 4.5:1, by day and at dusk, so brows and mouths show."""
    assert contrast(ink, CAST[who].fur) >= 4.5
    if CAST[who].wearing == "cardigan":  # the badger's brows lie on its stripes
        assert contrast(ink, CAST[who].inner) >= 3


@pytest.mark.parametrize("ground", GROUNDS)
def test_outlines_stand_out_on_every_ground(ground: str) -> None:
    """Outlines and marks are at least 4.5:1 on whatever is behind them, by day and at dusk."""
    for colours in (LIGHT, {**LIGHT, **DUSK}):
        assert contrast(colours["ink"], colours[ground]) >= 4.5
        assert contrast(colours["mark"], colours[ground]) >= 4.5


def test_the_style_sheet_is_the_one_the_colours_make() -> None:
    """The file beside the modules is what the colours say."""
    file = Path(str(sunlit.pictures.__file__)).with_name("pictures.css")
    assert stylesheet() == file.read_text(encoding="utf-8")
