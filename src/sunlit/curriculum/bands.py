# SPDX-License-Identifier: MIT
"""The four age bands. Limits are those of the curriculum handbook, section 7.1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Band:
    """An age band.

    Attributes
    ----------
    slug
        The folder's name, such as ``ages-11-13``.
    ages
        As printed, such as ``11–13``.
    minutes
        Length of a whole lesson.
    max_words
        Most words of the lesson's own prose on its page.
    max_grade
        Highest Flesch-Kincaid grade of that prose.
    mean_sentence, max_sentence
        Words in a sentence: on average at most, and at the very most.
    new_words
        Fewest and most new words a lesson teaches.
    activity_minutes
        Longest single activity.

    """

    slug: str
    ages: str
    minutes: int
    max_words: int
    max_grade: float
    mean_sentence: int
    max_sentence: int
    new_words: tuple[int, int]
    activity_minutes: int

    @property
    def short(self) -> str:
        """The band in style sheets, such as ``11-13``."""
        return self.slug.removeprefix("ages-")


BANDS = {
    band.slug: band
    for band in (
        Band("ages-05-07", "5–7", 25, 60, 1.5, 6, 9, (2, 3), 7),
        Band("ages-08-10", "8–10", 40, 180, 4.5, 10, 15, (1, 4), 10),
        Band("ages-11-13", "11–13", 50, 350, 6.5, 12, 18, (1, 6), 14),
        Band("ages-14-18", "14–18", 60, 550, 9.0, 15, 22, (1, 8), 18),
    )
}
YOUNGEST, YOUNGER, OLDER, OLDEST = BANDS
