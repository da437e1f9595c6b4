# SPDX-License-Identifier: MIT
"""What a question of a quiz is: its five types, as an author writes them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.kind import Flag, Label, Part, Text, twice
from sunlit.catalogue import wording
from sunlit.pictures import PictureDescription


class Option(Part):
    """One option of a question."""

    text: Label = Field(description="What the learner chooses.")
    why: Text = Field(description="What choosing it leads to, or why; kind and short.")
    fits: Flag | None = Field(
        None, description="true or false; leave it out of every option when none is right."
    )
    picture: PictureDescription | None = Field(None, description="A picture of this option.")


class _Question(Part):
    """What every question has."""

    text: Text = Field(description="The question, or the situation and the question.")
    picture: PictureDescription | None = Field(None, description="A picture above it.")


class ChoiceQuestion(_Question):
    """``single`` or ``several``: options to choose from."""

    type: Literal["single", "several"]
    options: list[Option] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _options_differ(self) -> ChoiceQuestion:
        if double := twice(option.text for option in self.options):
            raise PydanticCustomError(
                "options", "wanted different options, found '{text}' twice", {"text": double}
            )
        return self

    @model_validator(mode="after")
    def _says_what_fits(self) -> ChoiceQuestion:
        marks = [option.fits for option in self.options]
        if any(mark is None for mark in marks) and any(mark is not None for mark in marks):
            raise PydanticCustomError(
                "fits", "wanted 'fits' on every option or on none, found it on some"
            )
        if marks[0] is not None and not any(marks):
            raise PydanticCustomError(
                "fits",
                "wanted at least one option with 'fits: true', found none; "
                "leave 'fits' out of all options when there is no right answer",
            )
        if self.type == "single" and marks.count(True) > 1 and False not in marks:
            raise PydanticCustomError("fits", "wanted an option that does not fit, found none")
        return self


class TrueFalseQuestion(_Question):
    """``true-false``: a statement that is true or not."""

    type: Literal["true-false"]
    answer: Flag = Field(description="Whether the statement is true.")
    why_true: Text = Field(description="What to say to those who chose 'true'.")
    why_false: Text = Field(description="What to say to those who chose 'not true'.")


class Item(Part):
    """A card to put in order."""

    text: Label
    why: Text = Field(description="Why it stands where it stands.")


class OrderQuestion(_Question):
    """``order``: cards to put in an order that works, written here in that order."""

    type: Literal["order"]
    items: list[Item] = Field(min_length=2, max_length=8)
    any_order: Flag = Field(default=False, description="true when any sensible order is fine.")


class Pair(Part):
    """Two things that belong together."""

    left: Label
    right: Label
    why: Text = Field(description="Why they belong together.")


class MatchQuestion(_Question):
    """``match``: a partner for each thing on the left."""

    type: Literal["match"]
    pairs: list[Pair] = Field(min_length=2, max_length=8)

    @model_validator(mode="after")
    def _partners_differ(self) -> MatchQuestion:
        for side in ("left", "right"):
            if twice(getattr(pair, side) for pair in self.pairs):
                raise PydanticCustomError(
                    "pairs", "wanted a different text in each '{side}'", {"side": side}
                )
        return self


Question = Annotated[
    ChoiceQuestion | TrueFalseQuestion | OrderQuestion | MatchQuestion,
    Field(discriminator="type"),
]


def choices_of(question: Question) -> tuple[int, bool]:
    """Return how many things there are to choose from, and whether all have a picture."""
    if isinstance(question, ChoiceQuestion):
        return len(question.options), all(option.picture for option in question.options)
    if isinstance(question, OrderQuestion):
        return len(question.items), False
    if isinstance(question, MatchQuestion):
        return len(question.pairs), False
    return 2, False


def options_of(question: Question) -> list[Option]:
    """Return the options of a question that is answered by choosing."""
    if isinstance(question, ChoiceQuestion):
        return question.options
    if isinstance(question, TrueFalseQuestion):
        return [
            Option(text=wording("quiz.true"), why=question.why_true, fits=question.answer),
            Option(text=wording("quiz.false"), why=question.why_false, fits=not question.answer),
        ]
    return []
