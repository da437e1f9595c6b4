# SPDX-License-Identifier: MIT
"""The typeface: small, complete for the languages, under its own name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from pathlib import Path

WELSH_AND_NEIGHBOURS = "ŵŷŴŶẁẅỳÂâÊêÎîÔôÛûÁáÉéÍíÓóÚúñçßœ“”‘’–—…€"


def test_the_font_is_small_complete_and_renamed(site: Path) -> None:
    """The font weighs at most 32 KB, spans the weights, has Welsh letters and a new name."""
    (file,) = (site / "_static" / "fonts").glob("*.woff2")
    assert file.stat().st_size <= 32 * 1024
    font = TTFont(file)
    known = font.getBestCmap()
    assert [letter for letter in WELSH_AND_NEIGHBOURS if ord(letter) not in known] == []
    (axis,) = font["fvar"].axes
    assert (axis.minValue, axis.maxValue) == (350, 700)
    assert font["name"].getDebugName(1) == "Sunlit Lexend"
