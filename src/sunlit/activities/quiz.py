# SPDX-License-Identifier: MIT
"""``quiz``: questions with an explanation on every option, and never a score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.kind import Activity, Json, band_of
from sunlit.activities.quiz_questions import (
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
    choices_of,
    options_of,
)
from sunlit.activities.quiz_sheet import paper_question
from sunlit.activities.shuffling import letters, shuffled
from sunlit.curriculum.bands import YOUNGEST
from sunlit.pictures import draw

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.activities.blocks import Block

YOUNGEST_CHOICES = 3


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
            count, pictured = choices_of(question)
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
        return [
            block
            for question in self.questions
            for block in paper_question(question, band, key=False)
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """See `Activity.key_blocks`."""
        return [
            block
            for question in self.questions
            for block in paper_question(question, band, key=True)
        ]

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
    for letter, option in zip(letters(), options_of(question), strict=False):
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
