# SPDX-License-Identifier: MIT
"""A lesson's front matter as data, and where its three files are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sunlit.content import content_root
from sunlit.curriculum.bands import BANDS, Band
from sunlit.curriculum.pieces import Heading, Piece, pieces
from sunlit.curriculum.themes import THEMES, Theme
from sunlit.explaining import explain
from sunlit.problems import ContentError, Problem
from sunlit.source import Source, parse_yaml, read_text

if TYPE_CHECKING:
    from pathlib import Path

STEPS = ("settle", "start", "hook", "learn", "do", "reflect", "exit", "brighten")
Step = Literal["settle", "start", "hook", "learn", "do", "reflect", "exit", "brighten"]
Line = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=240)
]
Minutes = Annotated[int, Field(strict=True, ge=0, le=60)]

# What PyYAML's two readers may take differently, texts in quotes aside: a tab, a list or a
# mapping in brackets that has a question mark in it or goes on in the next line, characters
# that only one of them takes for printable or for a break.
_QUOTED = re.compile(r"(?<=[ \[{,])(?:'[^'\n]*'|\"[^\"\\\n\t]*\")(?=[ ,\]}]|$)", re.MULTILINE)
_READ_TWO_WAYS = re.compile(
    r"\t|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]"
    r"|^.*[\[{].*\?|[\[{][^\]}\n]*$|^[?%&]|[|>][^ \n]*#",
    re.MULTILINE,
)


class PlanStep(BaseModel):
    """One step of the lesson (handbook, section 4) and the section that shows it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    step: Step = Field(description="The step of the lesson's anatomy.")
    section: Line = Field(description="The '## heading' in the lesson that shows it.")
    minutes: Minutes = Field(description="In the whole lesson.")
    cut_25: Minutes = Field(0, description="In the 25-minute cut; 0 leaves the step out.")
    cut_10: Minutes = Field(0, description="In the 10-minute cut; 0 leaves the step out.")


class NewWord(BaseModel):
    """A word the lesson teaches, and what it means in the pupils' words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    word: Line
    meaning: Line


class FrontMatter(BaseModel):
    """The data at the top of a lesson file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line = Field(description="The lesson's name, the same as its '# heading'.")
    lead: Line = Field(description="One or two sentences under the title, for the class.")
    objective: Line = Field(description="'I can …', in the learner's words.")
    content_note: Line = Field(description="A plain note on what comes up; never a warning.")
    minutes: Minutes = Field(description="The whole lesson; the plan adds up to it.")
    materials: list[Line] = Field(min_length=1, description="What is needed.")
    grouping: Line = Field(description="Who works with whom.")
    cast: list[Line] = Field(description="Names of the fictional people; none in two themes.")
    new_words: list[NewWord] = Field(description="The words this lesson teaches.")
    plan: list[PlanStep] = Field(min_length=3, description="The steps, in order.")
    file_format: Literal["mystnb"] | None = Field(
        None, description="'mystnb' on a page with code that runs while the book is built."
    )


@dataclass(frozen=True)
class Lesson:
    """A lesson by place: its band, its theme, and the root of the content."""

    band: Band
    theme: Theme
    root: Path

    @property
    def name(self) -> str:
        """``band/theme``, such as ``ages-11-13/03-words``."""
        return f"{self.band.slug}/{self.theme.slug}"

    @property
    def page(self) -> Path:
        """What the class sees."""
        return self.root / "lessons" / f"{self.name}.md"

    @property
    def activities(self) -> Path:
        """What the class does."""
        return self.root / "activities" / f"{self.name}.yml"

    @property
    def guide(self) -> Path:
        """What the teacher knows, says and prints."""
        return self.root / "teacher_guides" / f"{self.name}.md"

    @cached_property
    def _split(self) -> tuple[Source, str, int]:
        return split_page(self.page)

    @cached_property
    def source(self) -> Source:
        """The front matter as data with positions."""
        return self._split[0]

    @cached_property
    def pieces(self) -> list[Piece]:
        """The page below its front matter: headings, text and directives."""
        return pieces(*self._split[1:])

    @cached_property
    def front(self) -> FrontMatter:
        """The front matter.

        Raises
        ------
        ContentError
            With every problem in it.

        """
        try:
            return FrontMatter.model_validate(self.source.data)
        except ValidationError as error:
            raise ContentError(explain(error, self.source, (), FrontMatter)) from error

    def sections(self) -> list[str]:
        """Return the '## headings' of the page, in order."""
        return [
            piece.text
            for piece in self.pieces
            if isinstance(piece, Heading) and piece.level == 2  # noqa: PLR2004
        ]


def lessons(root: Path | None = None) -> list[Lesson]:
    """Return every lesson that has a page, in teaching order: by band, then theme."""
    root = root or content_root()
    return [
        Lesson(band, theme, root)
        for band in BANDS.values()
        for theme in THEMES.values()
        if (root / "lessons" / band.slug / f"{theme.slug}.md").is_file()
    ]


def find_lesson(name: str, root: Path | None = None) -> Lesson:
    """Return the lesson called ``band/theme``.

    Raises
    ------
    LookupError
        When there is none; the message lists those there are.

    """
    known = {lesson.name: lesson for lesson in lessons(root)}
    if name not in known:
        raise LookupError(f"there is no lesson '{name}'. There are: {', '.join(known)}.")
    return known[name]


def page_pieces(file: Path) -> list[Piece]:
    """Return the pieces of a lesson or a guide, with lines counted in the file.

    Raises
    ------
    ContentError
        See `split_page`.

    """
    return pieces(*split_page(file)[1:])


def split_page(file: Path) -> tuple[Source, str, int]:
    """Return the front matter with positions, the text below it, and that text's first line.

    Raises
    ------
    ContentError
        When the file can't be read or has no front matter between '---' lines.

    """
    text = read_text(file).replace("\r\n", "\n")
    parts = re.match(r"\A---[ ]*\n(.*?)\n---[ ]*\n", text, re.DOTALL)
    if not parts:
        raise ContentError(
            [
                Problem(
                    file,
                    1,
                    1,
                    "wanted the lesson's data between two '---' lines at the top, found none.",
                    "Copy the top of another lesson.",
                )
            ]
        )
    source = parse_yaml(parts[1], file, first_line=2)
    if not isinstance(source.data, dict):
        raise ContentError([source.problem((), "wanted 'key: value' lines at the top.")])
    _readable_for_the_book(parts[1], file)
    return source, text[parts.end() :], parts.group().count("\n") + 1


def _readable_for_the_book(data: str, file: Path) -> None:
    """Refuse what the book's own reader of these lines, an older YAML, trips over.

    An example is a question mark before a comma: ``{section: And now?, minutes: 3}``.
    """
    import yaml  # noqa: PLC0415 - loads only where a page is read

    if yaml.__with_libyaml__ and not _READ_TWO_WAYS.search(_QUOTED.sub("", data)):
        try:  # several times quicker than the reader in Python, which explains a fault
            yaml.compose(data, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            pass
        else:
            return
    try:
        # Not yaml.SafeLoader, which a build of the book makes the quick one (book.hastening).
        yaml.compose(data, Loader=yaml.loader.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 2, mark.column + 1) if mark else (2, 0)
        message = "this line is YAML that the book can't read."
        mend = "Put quotes round the texts in it, above all one that ends in '?' or ':'."
        raise ContentError([Problem(file, line, column, message, mend)]) from error
