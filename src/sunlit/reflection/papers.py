# SPDX-License-Identifier: MIT
"""Papers that a school asks for, written from the settings in force.

Every number in them is read from the constants that the software itself uses, so that a paper
cannot promise anything else than what happens. They are an engineering reading of common duties,
not legal advice, and say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.activities.blocks import (
    BOX,
    Block,
    Choices,
    Heading,
    ItemList,
    Lines,
    Paragraph,
    Table,
)
from sunlit.reflection import coin
from sunlit.reflection.ladder import COUNTER_STEP, M_MILD, M_SENSITIVE, rungs
from sunlit.reflection.spec import MIN_TEXTS, MOST_PICKED, N_MIN, TEXT_MAX, PollSpec
from sunlit.reflection.store import FLAG_DAYS, PURGE_HOURS

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its title and its neutral blocks."""

    title: str
    blocks: tuple[Block, ...]


def smallest_bar(spec: PollSpec) -> int:
    """Return the least number of answers in any part of this poll's picture."""
    sensitive = any(spec.is_sensitive(item) for item in spec.items)
    mild = any(not spec.is_sensitive(item) for item in spec.items)
    return M_MILD if mild or not sensitive else M_SENSITIVE


def _what_happens(spec: PollSpec) -> list[str]:
    lines = [
        "Answering is voluntary. Pass is one of the answers, and nobody can see who passed.",
        "No name, address of a device, cookie or time of answering is stored.",
        (
            f"The class sees one picture, once, when everyone is done. It needs {N_MIN} answers, "
            f"every part of it stands for at least {smallest_bar(spec)}, rounded to tenths."
        ),
        f"Before that the teacher sees a rough count only, in steps of {COUNTER_STEP}.",
        (
            "When the picture is made, the single answers are deleted. If nobody makes it, they "
            f"are deleted after {PURGE_HOURS} hours."
        ),
    ]
    if any(item.coin for item in spec.items):
        lines.append(
            "One question is protected by coins: the device tosses them and sends the true answer "
            f"in {coin.TRUTH.numerator} of {coin.TRUTH.denominator} cases, else a chance answer."
        )
    if spec.free_text:
        lines.append(
            f"There is one text field of {TEXT_MAX} characters. The teacher reads every text "
            f"before anyone else, and none is shown with fewer than {MIN_TEXTS}. A text that "
            f"worries is kept until an adult has handled it, at most {FLAG_DAYS} days."
        )
    else:
        lines.append("There is no field to write in.")
    return lines


_LIMITS = (
    "Answers are anonymous to classmates and in storage. They are not impossible to trace: "
    "someone can look over a shoulder; someone on the same network could read what is sent; "
    "whoever counts paper slips sees exact numbers; in a small class people can guess."
)
_NOT_LEGAL = (
    "This paper describes what the software does. It is no legal advice; the school decides what "
    "its law asks for."
)


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


def family(spec: PollSpec) -> Paper:
    """Return the letter to families, with the slip to opt out."""
    return Paper(
        f"To families: a class reflection in “{spec.title}”",
        (
            Paragraph("Dear family,"),
            Paragraph(
                f"In the lesson “{spec.title}” pupils may answer a few questions about the lesson "
                "and its fictional characters. No question asks about a pupil's own health, "
                "feelings or family."
            ),
            Heading("What happens with an answer", level=2),
            ItemList(tuple(_what_happens(spec))),
            Paragraph(_LIMITS),
            Heading("You may look and you may say no", level=2),
            Paragraph(
                "The school shows you every question on request. If you do not want your child "
                "to take part, return this slip; your child has something of equal worth to do "
                "meanwhile, and nobody is told why."
            ),
            Table(
                ("Child's name", "Class", "We do not want to take part", "Signed"),
                (("", "", BOX, ""),),
            ),
            Paragraph(_NOT_LEGAL),
        ),
    )


def child(spec: PollSpec) -> Paper:
    """Return the notice for pupils, in plain words."""
    lines = [
        "You choose an answer, or you choose Pass. Both are fine.",
        "Your name is not asked. Nobody sees who said what, your teacher neither.",
        "At the end the class looks at one picture together. Small groups are joined in it.",
        "Then the answers are deleted.",
        "Once you pressed Send, your answer cannot be changed.",
    ]
    if any(item.coin for item in spec.items):
        lines.append("One question uses coins: sometimes chance answers in your place.")
    if spec.free_text:
        lines.append("If you write something, your teacher reads it first. Write no names.")
    return Paper(
        "What happens with my answer?",
        (
            ItemList(tuple(lines)),
            Paragraph("Be careful: somebody may look at your screen. Turn it a little."),
            Paragraph(
                "Because nobody knows that it is you, nobody can come to help you from here. If "
                "you want help, use the help slip or tell an adult.",
                strong=True,
            ),
        ),
    )


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


def lead(spec: PollSpec) -> Paper:
    """Return the page for the safeguarding lead."""
    text = (
        [
            f"The text field is on: “{spec.free_text}”",
            (
                "Before writing, pupils read that nobody can see who wrote and that nobody can "
                "come to help because of it. The device offers the help card where a phrase may "
                "mean harm."
            ),
            (
                "A list of phrases flags texts for the teacher. It misses most ways of asking for "
                "help: it is a nudge, never a safety net."
            ),
            (
                f"A flagged text is kept until the teacher deletes it or passes it to you, at most "
                f"{FLAG_DAYS} days; every start reminds."
            ),
        ]
        if spec.free_text
        else ["The text field is off: pupils cannot write anything."]
    )
    return Paper(
        "For the safeguarding lead",
        (
            Paragraph(f"Lesson: {spec.title}"),
            ItemList(
                (
                    "The digital reflection is no channel for asking for help, and says so.",
                    (
                        "Nobody, you included, can find out who wrote or chose what. Please do not "
                        "try: the promise to pupils would be broken."
                    ),
                    *text,
                    (
                        "Help has its own channel with a name on it: the help slip. The paper "
                        "question box has its own wording, because an adult may ask who needs help."
                    ),
                )
            ),
            Table(
                ("What to settle before the lesson", "Settled"),
                (
                    ("Who is told of a worrying text, and the same day", BOX),
                    ("Where the help slips go and who reads them", BOX),
                    ("What the teacher says when a pupil speaks up in class", BOX),
                ),
            ),
        ),
    )


def assessment(spec: PollSpec) -> Paper:
    """Return the skeleton of a data protection assessment."""
    ladders = [
        (
            item.text,
            str(M_SENSITIVE if spec.is_sensitive(item) else M_MILD),
            str(len(rungs(item.type, len(item.options)))),
        )
        for item in spec.items
    ]
    return Paper(
        f"Data protection assessment (to complete): {spec.title}",
        (
            Paragraph(_NOT_LEGAL),
            Heading("What is processed", level=2),
            ItemList(tuple(_what_happens(spec))),
            Heading("Thresholds", level=2),
            Table(("Question", "Least answers in a part", "Steps of joining"), tuple(ladders)),
            Heading("Risks and measures", level=2),
            Table(
                ("Risk", "Measure in the software", "What the school adds"),
                (
                    (
                        "Classmates work out an answer",
                        "One release at close; small groups joined",
                        "",
                    ),
                    (
                        "The laptop is lost",
                        "No order on disk; answers deleted at close",
                        "Disk encryption",
                    ),
                    (
                        "Someone reads the network",
                        "None on plain http",
                        "Hotspot, own network, or paper",
                    ),
                    (
                        "A repeated question is compared",
                        "Second picture only where the class clearly moved",
                        "",
                    ),
                    (
                        "Families were not told",
                        "Tagged questions stay shut until confirmed",
                        "Letter, opt-out",
                    ),
                ),
            ),
            Paragraph(_LIMITS),
            Heading("To complete by the school", level=2),
            ItemList(
                (
                    "Purpose and legal basis",
                    "Who is responsible",
                    "Who was consulted",
                    "Decision and date",
                )
            ),
            Lines(6),
        ),
    )


PAPERS: dict[str, Callable[[PollSpec], Paper]] = {
    "family": family,
    "child": child,
    "questionnaire": questionnaire,
    "slips": slips,
    "tally": tally,
    "lead": lead,
    "assessment": assessment,
}
