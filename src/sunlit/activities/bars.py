# SPDX-License-Identifier: MIT
"""One question's bars: the data of a chart, whatever draws it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """A bar: its label, its length (None where there is no figure), and the length in words."""

    label: str
    value: float | None
    text: str


@dataclass(frozen=True)
class Bars:
    """The bars of one chart, in the order they are shown; it never ranks them.

    ``most`` is where the scale ends; it starts at 0. ``source`` says where the figures
    come from, empty when the class made them.
    """

    title: str
    most: float
    bars: tuple[Bar, ...]
    source: str = ""

    def sentence(self) -> str:
        """Return the chart in words, for those who can't see it."""
        told = "; ".join(f"{bar.label}: {bar.text}" for bar in self.bars)
        return f"{self.title} {told}.".strip()
