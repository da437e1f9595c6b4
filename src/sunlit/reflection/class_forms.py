# SPDX-License-Identifier: MIT
"""Papers for the class: the questions, the slips to answer on, the form to count them."""

from __future__ import annotations

from sunlit.activities.blocks import (
    Block,
    Choices,
    Heading,
    ItemList,
    Lines,
    Paragraph,
    Table,
)
from sunlit.reflection.promises import Paper
from sunlit.reflection.spec import MOST_PICKED, PollSpec


def _questions(spec: PollSpec) -> list[Block]:
    blocks: list[Block] = []
    cards: list[str] = []
    for item, following in zip(spec.items, (*spec.items[1:], None), strict=True):
        if not item.group:
            blocks.append(Heading(item.text, level=2))
            blocks.append(Choices((*item.options, "Pass")))
            continue
        cards.append(item.text)
        if following is None or following.group != item.group:
            blocks.append(Heading(f"{item.group} (at most {MOST_PICKED})", level=2))
            blocks.append(Choices((*cards, "Pass"), several=True))
            cards = []
    if spec.free_text:
        blocks += [Heading(spec.free_text, level=2), Lines(3)]
    return blocks


def questionnaire(spec: PollSpec) -> Paper:
    """Return every question with every answer, for inspection."""
    areas = sorted({item.protected_area for item in spec.items if item.protected_area})
    told = (
        f"Areas that need the families' word first: {', '.join(areas)}."
        if areas
        else "No question is tagged with one of the eight areas that US law protects "
        "(20 U.S.C. 1232h)."
    )
    return Paper(f"The questions of “{spec.title}”", (Paragraph(told), *_questions(spec)))


def slips(spec: PollSpec) -> Paper:
    """Return a paper slip with the same questions; coin items get their three coins."""
    blocks: list[Block] = [
        Paragraph("No name. Fold it and put it into the box. Pass is an answer too.")
    ]
    if any(item.coin for item in spec.items):
        blocks += [
            Paragraph("For the question with coins, toss three coins and show them to nobody:"),
            ItemList(
                (
                    "Look at coins 1 and 2. Is one of them heads, or both? Answer truly.",
                    "Are both tails? Then coin 3 answers: heads is Yes, tails is No.",
                ),
                ordered=True,
            ),
        ]
    return Paper(spec.title, (*blocks, *_questions(spec)))


def tally(spec: PollSpec) -> Paper:
    """Return the form for counting slips or hands."""
    blocks: list[Block] = [
        Paragraph(
            "Shuffle the slips before you count. Whoever counts sees exact numbers: do not show "
            "this form. Enter the totals without passes on the teacher's page, then destroy slips "
            "and form."
        )
    ]
    for item in spec.items:
        rows = tuple((option, "", "") for option in item.options)
        blocks += [
            Heading(f"{item.group} {item.text}".strip(), level=2),
            Table(("Answer", "Strokes", "Total"), rows),
        ]
    return Paper(f"Counting: {spec.title}", tuple(blocks))
