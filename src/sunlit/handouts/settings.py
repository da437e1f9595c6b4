# SPDX-License-Identifier: MIT
"""What a school chooses about its paper, and the school itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sunlit.help import School

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.handouts.fonts import Face

Paper = Literal["a4", "letter"]
Size = Literal["normal", "large"]
_CONTRAST = 4.5
"""Least contrast with white for text (WCAG 2.2, success criterion 1.4.3)."""


@dataclass(frozen=True)
class Settings:
    """Choices for a run; `logo` is (bytes, "png" or "svg") as `read_logo` returns it."""

    paper: Paper = "a4"
    size: Size = "normal"
    font: Face = "default"
    school: School = field(default_factory=School)
    country: str | None = None
    mono: bool = False
    rename: Mapping[str, str] = field(default_factory=dict)
    logo: tuple[bytes, Literal["png", "svg"]] | None = None

    @property
    def accent(self) -> str | None:
        """The school's colour, unless the print is black only or the colour too pale."""
        colour = self.school.colour
        if self.mono or colour is None or contrast_with_white(colour) < _CONTRAST:
            return None
        return colour

    def renamed(self, text: str) -> str:
        """Return ``text`` with every name of `rename` as a whole word replaced, at once."""
        if not self.rename:
            return text
        names = sorted(self.rename, key=len, reverse=True)
        pattern = rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)"
        return re.sub(pattern, lambda found: self.rename[found[1]], text)


def contrast_with_white(colour: str) -> float:
    """Return the contrast ratio of ``#rrggbb`` with white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)
