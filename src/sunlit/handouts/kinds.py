# SPDX-License-Identifier: MIT
"""The kinds of handout there are. Adding a kind adds one line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sunlit.handouts.cards import cut_out_cards
from sunlit.handouts.guide import family_letter, guide
from sunlit.handouts.poster import ground_rules
from sunlit.handouts.slips import exit_slip, question_slip, reflection_slips, talk_slip
from sunlit.handouts.worksheet import answer_key, worksheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from sunlit.curriculum.bands import Band
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings

Made = tuple[dict[str, Any], dict[str, bytes]]
"""A document as JSON and its pictures by name."""


@dataclass(frozen=True)
class LessonKind:
    """A handout of one lesson: its place among the lesson's files, and its maker.

    The maker returns None where the lesson has nothing for it.
    """

    place: int
    make: Callable[[Lesson, Settings], Made | None]


@dataclass(frozen=True)
class BandKind:
    """A handout that is the same for every lesson of a band."""

    place: int
    make: Callable[[Band, Settings], Made]


LESSON_KINDS = {
    "worksheet": LessonKind(1, worksheet),
    "key": LessonKind(2, answer_key),
    "guide": LessonKind(3, guide),
    "letter": LessonKind(4, family_letter),
    "cards": LessonKind(5, cut_out_cards),
    "reflection-slips": LessonKind(6, reflection_slips),
    "exit-slip": LessonKind(7, exit_slip),
}
BAND_KINDS = {
    "ground-rules": BandKind(1, ground_rules),
    "talk-slip": BandKind(2, talk_slip),
    "question-slip": BandKind(3, question_slip),
}
PACK = "pack"
"""The kind that binds all others of a band into one file (see `packs`)."""
KINDS = (*LESSON_KINDS, *BAND_KINDS, PACK)
DEFAULT_KINDS = ("worksheet", "key", "guide", "letter")
