# SPDX-License-Identifier: MIT
"""What the book holds, by place: which page is what, and which lessons there are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import FrontMatter, Lesson, lessons
from sunlit.curriculum.themes import THEMES
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["landing", "lesson", "guide", "help", "search", "page"]
_FOLDERS: dict[str, Kind] = {"lessons": "lesson", "teacher_guides": "guide"}


@dataclass(frozen=True)
class Place:
    """What a page is: its kind, and the lesson it belongs to, if any."""

    kind: Kind
    lesson: Lesson | None = None


def lesson_page(lesson: Lesson) -> str:
    """Return the document name of a lesson's page."""
    return f"lessons/{lesson.name}"


def guide_page(lesson: Lesson) -> str:
    """Return the document name of a lesson's teacher guide."""
    return f"teacher_guides/{lesson.name}"


@dataclass(frozen=True)
class Outline:
    """The lessons under ``root``, and what each page of the book is."""

    root: Path

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """Every lesson that has a page, by ``band/theme``."""
        return {lesson.name: lesson for lesson in lessons(self.root)}

    def place(self, docname: str) -> Place:
        """Return what the page called ``docname`` is."""
        if docname == "index":
            return Place("landing")
        if docname == "docs/help":
            return Place("help")
        if docname == "search":
            return Place("search")
        folder, _, name = docname.partition("/")
        kind = _FOLDERS.get(folder)
        band, _, theme = name.partition("/")
        if kind is None or band not in BANDS or theme not in THEMES:
            return Place("page")
        known = self.lessons.get(name)
        return Place(kind, known or Lesson(BANDS[band], THEMES[theme], self.root))

    def has(self, lesson: Lesson) -> bool:
        """Say whether the lesson has a page."""
        return lesson.name in self.lessons

    def of_band(self, band: str) -> list[Lesson]:
        """Return the lessons of a band, in the order of the themes."""
        return [lesson for lesson in self.lessons.values() if lesson.band.slug == band]

    def fronts(self) -> list[tuple[Lesson, FrontMatter]]:
        """Return each lesson with its front matter, in teaching order.

        A lesson with problems is left out: they are told where the lesson is read.
        """
        found = []
        for lesson in self.lessons.values():
            with suppress(ContentError):
                found.append((lesson, lesson.front))
        return found

    def first_to_try(self) -> Lesson | None:
        """Return the lesson behind "Try one lesson now": one for ages 11 to 13 if there is."""
        return next(iter([*self.of_band("ages-11-13"), *self.lessons.values()]), None)

    def fingerprint(self) -> str:
        """Return a text that changes when a page must be written again for its neighbours."""
        parts = []
        for lesson in self.lessons.values():
            keys = ("title", "lead", "minutes")
            data = lesson.source.data
            parts.append((lesson.name, lesson.guide.is_file(), [data.get(key) for key in keys]))
        return repr(parts)
