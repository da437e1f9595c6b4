# SPDX-License-Identifier: MIT
"""A quiz without script: its questions to tick, and the key with every reason."""

from __future__ import annotations

from sunlit.activities.blocks import (
    Block,
    Choices,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Table,
)
from sunlit.activities.quiz_questions import (
    ChoiceQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
    options_of,
)
from sunlit.activities.shuffling import letters, shuffled
from sunlit.catalogue import wording
from sunlit.pictures import draw


def paper_question(question: Question, band: str, *, key: bool) -> list[Block]:
    """Return one question as blocks: to answer, or answered when ``key``."""
    blocks: list[Block] = []
    if question.picture is not None:
        blocks.append(Figure(draw(question.picture, uid="paper", theme="print")))
    blocks.append(Heading(question.text, level=2))
    if isinstance(question, OrderQuestion):
        return blocks + _paper_order(question, band, key=key)
    if isinstance(question, MatchQuestion):
        return blocks + _paper_match(question, band, key=key)
    options = options_of(question)
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
