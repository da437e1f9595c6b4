# SPDX-License-Identifier: MIT
"""``quiz``: questions with an explanation on every option, and never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import (
    Block,
    Choices,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Table,
)
from sunlit.activities.kind import Activity, Flag, Json, Label, Part, Text, band_of, twice
from sunlit.activities.shuffling import letters, shuffled
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping


YOUNGEST_CHOICES = 3


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


class Quiz(Activity):
    """Questions one after another; open questions have no option that 'fits'."""

    kind: Literal["quiz"]
    questions: list[Question] = Field(min_length=1, max_length=12)

    @model_validator(mode="after")
    def _fits_the_youngest(self, info: ValidationInfo) -> Quiz:
        """Ages 5 to 7 choose between two or three things and see pictures of them."""
        if band_of(info) != YOUNGEST:
            return self
        for number, question in enumerate(self.questions, start=1):
            count, pictured = _choices_of(question)
            if count > YOUNGEST_CHOICES:
                raise PydanticCustomError(
                    "band",
                    "question {number}: wanted two or three choices for ages-05-07, found {count}",
                    {"number": number, "count": count},
                )
            if not (question.picture or pictured or self.picture):
                raise PydanticCustomError(
                    "band",
                    "question {number}: wanted a picture of it or of every option "
                    "for ages-05-07, found none",
                    {"number": number},
                )
        return self

    def compiled(self, band: str) -> dict[str, Json]:  # noqa: ARG002 - the contract of kinds
        """See `Activity.compiled`."""
        return {
            "questions": [
                _compile(question, f"q{number}")
                for number, question in enumerate(self.questions, start=1)
            ]
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        return [block for question in self.questions for block in _paper(question, band, key=False)]

    def key_blocks(self, band: str) -> list[Block]:
        """See `Activity.key_blocks`."""
        return [block for question in self.questions for block in _paper(question, band, key=True)]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per question: ``question``, ``answer`` (texts), ``fits``.

        ``answer`` maps a question's id to the ids chosen; a passed question maps to
        null and is left out. ``fits`` is None where there is no right answer.

        Raises
        ------
        ValueError
            When an id is not one of this quiz.

        """
        questions = {item["id"]: item for item in self.compiled("")["questions"]}
        rows = []
        for identifier, chosen in answer.items():
            if identifier not in questions:
                raise ValueError(f"this quiz has no question '{identifier}'.")
            if chosen is not None:
                rows.append(_row(questions[identifier], chosen))
        return rows


def _choices_of(question: Question) -> tuple[int, bool]:
    """Return how many things there are to choose from, and whether all have a picture."""
    if isinstance(question, ChoiceQuestion):
        return len(question.options), all(option.picture for option in question.options)
    if isinstance(question, OrderQuestion):
        return len(question.items), False
    if isinstance(question, MatchQuestion):
        return len(question.pairs), False
    return 2, False


def _options(question: Question) -> list[Option]:
    """Return the options of a question that is answered by choosing."""
    if isinstance(question, ChoiceQuestion):
        return question.options
    if isinstance(question, TrueFalseQuestion):
        return [
            Option(text=wording("quiz.true"), why=question.why_true, fits=question.answer),
            Option(text=wording("quiz.false"), why=question.why_false, fits=not question.answer),
        ]
    return []


def _compile(question: Question, identifier: str) -> dict[str, Json]:
    base: dict[str, Json] = {"id": identifier, "text": question.text}
    if question.picture is not None:
        base["picture"] = draw(question.picture, uid=identifier, theme="css").as_json()
    if isinstance(question, OrderQuestion):
        cards = [
            {"id": letter, "text": item.text, "why": item.why}
            for letter, item in zip(letters(), question.items, strict=False)
        ]
        fitting = [card["id"] for card in cards]
        return base | {
            "type": "order",
            "items": shuffled(cards, lambda card: card["text"]),
            "order": None if question.any_order else fitting,
        }
    if isinstance(question, MatchQuestion):
        pairs = list(zip(letters(), question.pairs, strict=False))
        return base | {
            "type": "match",
            "lefts": [{"id": letter, "text": pair.left, "why": pair.why} for letter, pair in pairs],
            "rights": shuffled(
                [{"id": letter, "text": pair.right} for letter, pair in pairs],
                lambda card: card["text"],
            ),
        }
    options = []
    for letter, option in zip(letters(), _options(question), strict=False):
        entry: dict[str, Json] = {
            "id": letter,
            "text": option.text,
            "why": option.why,
            "fits": option.fits,
        }
        if option.picture is not None:
            entry["picture"] = draw(
                option.picture, uid=f"{identifier}{letter}", theme="css"
            ).as_json()
        options.append(entry)
    several = isinstance(question, ChoiceQuestion) and question.type == "several"
    return base | {"type": "several" if several else "single", "options": options}


def _paper(question: Question, band: str, *, key: bool) -> list[Block]:
    blocks: list[Block] = []
    if question.picture is not None:
        blocks.append(Figure(draw(question.picture, uid="paper", theme="print")))
    blocks.append(Heading(question.text, level=2))
    if isinstance(question, OrderQuestion):
        return blocks + _paper_order(question, band, key=key)
    if isinstance(question, MatchQuestion):
        return blocks + _paper_match(question, band, key=key)
    options = _options(question)
    several = isinstance(question, ChoiceQuestion) and question.type == "several"
    if not key:
        blocks.append(
            Paragraph(wording("quiz.paper-several" if several else "quiz.paper-one", band))
        )
    pictures = tuple(
        draw(option.picture, uid=f"o{number}", theme="print") if option.picture else None
        for number, option in enumerate(options)
    )
    blocks.append(
        Choices(
            options=tuple(option.text for option in options),
            several=several,
            ticked=frozenset(n for n, option in enumerate(options) if key and option.fits),
            notes=tuple(option.why for option in options) if key else (),
            pictures=pictures if any(pictures) else (),
        )
    )
    return blocks


def _paper_order(question: OrderQuestion, band: str, *, key: bool) -> list[Block]:
    if key:
        opening = "quiz.order-open" if question.any_order else "quiz.order-fits"
        steps = tuple(f"{item.text} ({item.why})" for item in question.items)
        return [Paragraph(wording(opening, band)), ItemList(steps, ordered=True)]
    how = wording("quiz.paper-order", band).format(n=len(question.items))
    return [
        Paragraph(how),
        Choices(
            options=tuple(item.text for item in shuffled(question.items, lambda item: item.text)),
            several=True,
        ),
    ]


def _paper_match(question: MatchQuestion, band: str, *, key: bool) -> list[Block]:
    if key:
        return [
            Table(
                head=(wording("quiz.place", band), wording("quiz.partner", band), ""),
                rows=tuple((pair.left, pair.right, pair.why) for pair in question.pairs),
            )
        ]
    partners = shuffled([pair.right for pair in question.pairs], str)
    listed = tuple(
        f"{letter.upper()}. {text}" for letter, text in zip(letters(), partners, strict=False)
    )
    return [
        Paragraph(wording("quiz.paper-match", band)),
        Choices(options=tuple(pair.left for pair in question.pairs), several=True),
        ItemList(listed),
    ]


def _row(question: dict[str, Any], chosen: Json) -> dict[str, Json]:
    """Return the row of one answered question (see `Quiz.rows`)."""
    wrong = ValueError(f"'{question['id']}' does not offer the answer {chosen!r}.")
    row = {"question": question["text"]}
    if question["type"] == "match":
        texts = {card["id"]: card["text"] for card in question["rights"]}
        if not isinstance(chosen, dict) or not _are_of(texts, [*chosen, *chosen.values()]):
            raise wrong
        fits = all(left == right for left, right in chosen.items())
        return row | {"answer": [texts[right] for right in chosen.values()], "fits": fits}
    cards = question.get("options") or question["items"]
    texts = {card["id"]: card["text"] for card in cards}
    ids = [chosen] if isinstance(chosen, str) else chosen
    if not isinstance(ids, list) or not _are_of(texts, ids) or len(set(ids)) != len(ids):
        raise wrong
    if question["type"] == "order":
        if len(ids) != len(cards):
            raise wrong
        verdict = None if question["order"] is None else ids == question["order"]
    elif any(card["fits"] is None for card in cards):
        verdict = None
    else:
        verdict = set(ids) == {card["id"] for card in cards if card["fits"]}
    if question["type"] == "single":
        if len(ids) != 1:
            raise wrong
        verdict = next(card["fits"] for card in cards if card["id"] in ids)
    return row | {"answer": [texts[one] for one in ids], "fits": verdict}


def _are_of(texts: dict[str, str], ids: list[Json]) -> bool:
    """Whether every id is a known one, whatever else it might be."""
    return all(isinstance(one, str) and one in texts for one in ids)
