# SPDX-License-Identifier: MIT
"""What the rules look at: one lesson's three files, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from sunlit.activities.reading import activities_in
from sunlit.curriculum.guides import GuideData
from sunlit.curriculum.lessons import Lesson, split_page
from sunlit.curriculum.passages import Passage, data_passages, page_passages
from sunlit.curriculum.pieces import Directive, Heading, Piece, inner, pieces
from sunlit.explaining import explain
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

    def attempt(self, read: Callable[[], _T], instead: _T) -> _T:
        """Return what ``read`` returns; note its problems and return ``instead``."""
        try:
            return read()
        except ContentError as error:
            self.problems += [each for each in error.problems if each not in self.problems]
            return instead

    @cached_property
    def front(self) -> FrontMatter | None:
        """The lesson's front matter, or None when it has problems."""
        return self.attempt(lambda: self.lesson.front, None)

    @cached_property
    def pieces(self) -> list[Piece]:
        """The pieces of the lesson page."""
        return self.attempt(lambda: self.lesson.pieces, [])

    @cached_property
    def _guide(self) -> tuple[Source | None, list[Piece]]:
        def read() -> tuple[Source | None, list[Piece]]:
            source, body, first_line = split_page(self.lesson.guide)
            try:
                GuideData.model_validate(source.data)
            except ValidationError as error:
                self.problems += explain(error, source, (), GuideData)
            return source, pieces(body, first_line)

        nothing: tuple[Source | None, list[Piece]] = (None, [])
        return self.attempt(read, nothing)

    @property
    def guide_source(self) -> Source | None:
        """The front matter of the teacher guide."""
        return self._guide[0]

    @property
    def guide_pieces(self) -> list[Piece]:
        """The pieces of the teacher guide."""
        return self._guide[1]

    @cached_property
    def activity_source(self) -> Source | None:
        """The activities' file as data with positions."""
        return self.attempt(lambda: read_yaml(self.lesson.activities), None)

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """The lesson's activities by name."""
        source = self.activity_source
        empty: dict[str, Activity] = {}
        return empty if source is None else self.attempt(lambda: activities_in(source), empty)

    def files(self) -> list[Path]:
        """Return those of the three files that exist."""
        lesson = self.lesson
        return [file for file in (lesson.page, lesson.activities, lesson.guide) if file.is_file()]

    @cached_property
    def _texts(self) -> dict[Path, str]:
        return {
            file: self.attempt(lambda file=file: read_text(file).replace("\r\n", "\n"), "")  # type: ignore[misc]
            for file in self.files()
        }

    def text(self, file: Path) -> str:
        """Return the text of ``file``; empty when it can't be read."""
        return self._texts.get(file, "")

    def lines(self, file: Path) -> list[str]:
        """Return the lines of ``file``; none when it can't be read."""
        return self.text(file).split("\n")

    def headings(self, level: int, *, guide: bool = False) -> list[Heading]:
        """Return the headings of one level, of the page or of the guide."""
        found = self.guide_pieces if guide else self.pieces
        return [piece for piece in found if isinstance(piece, Heading) and piece.level == level]

    def directives(self, name: str, *, guide: bool = False) -> list[Directive]:
        """Return the directives called ``name``, nested ones included."""
        found = self._guide_directives if guide else self._page_directives
        return [piece for piece in found if piece.name == name]

    @cached_property
    def _page_directives(self) -> list[Directive]:
        return list(_walk(self.pieces))

    @cached_property
    def _guide_directives(self) -> list[Directive]:
        return list(_walk(self.guide_pieces))

    @cached_property
    def page_passages(self) -> list[Passage]:
        """The page's own words: paragraphs, list items and headings."""
        return page_passages(self.lesson.page, self.pieces, guide=False)

    @cached_property
    def guide_passages(self) -> list[Passage]:
        """What the guide says, to the teacher and to the class."""
        return page_passages(self.lesson.guide, self.guide_pieces, guide=True)

    @cached_property
    def activity_passages(self) -> list[Passage]:
        """What the activities ask and answer."""
        source = self.activity_source
        if source is None:
            return []
        return data_passages(source, self.text(source.file), front=False)

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text of the lesson, in the order of the files."""
        front: list[Passage] = []
        if self.pieces:
            source = self.lesson.source
            front = data_passages(source, self.text(source.file), front=True)
        return [*front, *self.page_passages, *self.activity_passages, *self.guide_passages]


_NESTING = frozenset({"say", "ideas", "admonition", "note", "tip", "dropdown"})


def _walk(found: list[Piece]) -> Iterator[Directive]:
    for piece in found:
        if isinstance(piece, Directive):
            yield piece
            if piece.name in _NESTING and ("```" in piece.body or ":::" in piece.body):
                yield from _walk(inner(piece))
