# SPDX-License-Identifier: MIT
"""The kinds of handout there are. Adding a kind adds one line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sunlit.handouts.worksheet import answer_key, worksheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.settings import Settings

Made = tuple[dict[str, Any], dict[str, bytes]]
"""A document as JSON and its pictures by name."""


@dataclass(frozen=True)
class LessonKind:
    """A handout of one lesson: its place among the files of the lesson, and its maker."""

    place: int
    make: Callable[[Lesson, Settings], Made | None]


LESSON_KINDS = {
    "worksheet": LessonKind(1, worksheet),
    "key": LessonKind(2, answer_key),
}
KINDS = tuple(LESSON_KINDS)
DEFAULT_KINDS = ("worksheet", "key")
