# SPDX-License-Identifier: MIT
"""The ten themes, each one strategy against stigma (curriculum handbook, section 1)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """A theme: its slug such as ``03-words``, its short name and its strategy."""

    slug: str
    name: str
    strategy: str

    @property
    def number(self) -> str:
        """Two digits, such as ``03``."""
        return self.slug[:2]


THEMES = {
    theme.slug: theme
    for theme in (
        Theme("01-many-sides", "Many sides", "intersectional awareness"),
        Theme("02-allies", "Allies", "mental health allyship"),
        Theme("03-words", "Words", "inclusive language"),
        Theme("04-strengths", "Strengths", "celebrating achievements and recovery"),
        Theme("05-media", "Media", "fair and true pictures of people"),
        Theme("06-circles", "Circles", "peer support networks"),
        Theme("07-art", "Art", "art as a way to express"),
        Theme("08-minds", "Minds", "mental health education"),
        Theme("09-work", "Work", "wellbeing at work"),
        Theme("10-world", "World", "global advocacy"),
    )
}
