# SPDX-License-Identifier: MIT
"""What the rules look at: one lesson's three files, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from sunlit.activities.reading import read_activities
from sunlit.curriculum.lessons import Lesson, page_pieces, split_page
from sunlit.curriculum.pieces import Directive, Heading, Piece, inner
from sunlit.problems import ContentError, Problem
from sunlit.source import Source, read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sunlit.activities.kind import Activity
    from sunlit.curriculum.lessons import FrontMatter

_T = TypeVar("_T")


@dataclass
class Material:
    """One lesson for the rules: text, pieces and data; what can't be read is noted once."""

    lesson: Lesson
    problems: list[Problem] = field(default_factory=list)

    def _try(self, read: Callable[[], _T], instead: _T) -> _T:
        try:
            return read()
        except ContentError as error:
            self.problems += [each for each in error.problems if each not in self.problems]
            return instead

    @cached_property
    def front(self) -> FrontMatter | None:
        """The lesson's front matter, or None when it has problems."""
        return self._try(lambda: self.lesson.front, None)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces of the lesson page."""
        return self._try(lambda: self.lesson.pieces, [])

    @cached_property
    def guide_source(self) -> Source | None:
        """The front matter of the teacher guide."""
        return self._try(lambda: split_page(self.lesson.guide)[0], None)

    @cached_property
    def guide_pieces(self) -> list[Piece]:
        """The pieces of the teacher guide."""
        return self._try(lambda: page_pieces(self.lesson.guide), [])

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """The lesson's activities by name."""
        return self._try(lambda: read_activities(self.lesson.activities), {})

    @cached_property
    def activity_source(self) -> Source | None:
        """The activities' file as data with positions."""
        return self._try(lambda: read_yaml(self.lesson.activities), None)

    def files(self) -> list[Path]:
        """Return those of the three files that exist."""
        lesson = self.lesson
        return [file for file in (lesson.page, lesson.activities, lesson.guide) if file.is_file()]

    def lines(self, file: Path) -> list[str]:
        """Return the lines of ``file``; none when it can't be read."""
        empty: list[str] = []
        return self._try(lambda: read_text(file).split("\n"), empty)

    def headings(self, level: int, *, guide: bool = False) -> list[Heading]:
        """Return the headings of one level, of the page or of the guide."""
        found = self.guide_pieces if guide else self.pieces
        return [piece for piece in found if isinstance(piece, Heading) and piece.level == level]

    def directives(self, name: str, *, guide: bool = False) -> list[Directive]:
        """Return the directives called ``name``, nested ones included."""
        found = self.guide_pieces if guide else self.pieces
        return [piece for piece in _walk(found) if piece.name == name]

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield every text in the activities' file with its place in the data."""
        if self.activity_source is not None:
            yield from _texts(self.activity_source.data, ())


_NESTING = frozenset({"say", "ideas", "admonition", "note", "tip", "dropdown"})


def _walk(pieces: list[Piece]) -> Iterator[Directive]:
    for piece in pieces:
        if isinstance(piece, Directive):
            yield piece
            if piece.name in _NESTING:
                yield from _walk(inner(piece))


def _texts(data: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for position, value in enumerate(data):
            yield from _texts(value, (*path, position))
