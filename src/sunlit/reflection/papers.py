# SPDX-License-Identifier: MIT
"""Papers that a school asks for: notices, the safeguarding page, the assessment.

They are an engineering reading of common duties, not legal advice, and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.activities.blocks import BOX, Heading, ItemList, Lines, Paragraph, Table
from sunlit.reflection.class_forms import questionnaire, slips, tally
from sunlit.reflection.ladder import M_MILD, M_SENSITIVE, rungs
from sunlit.reflection.promises import LIMITS, NOT_LEGAL, Paper, what_happens
from sunlit.reflection.store import FLAG_DAYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sunlit.reflection.spec import PollSpec


def _own_life(spec: PollSpec) -> str:
    """Say whether a question touches a pupil's own life, and which."""
    asked = [item for item in spec.items if item.protected_area]
    if not asked:
        return "No question asks about a pupil's own health, feelings or family."
    listed = " ".join(f"“{item.text}” ({item.protected_area})" for item in asked)
    return (
        f"These questions touch an area that the law protects in some countries: {listed} They "
        "are asked only after this letter."
    )


def family(spec: PollSpec) -> Paper:
    """Return the letter to families, with the slip to opt out."""
    return Paper(
        f"To families: a class reflection in “{spec.title}”",
        (
            Paragraph("Dear family,"),
            Paragraph(
                f"In the lesson “{spec.title}” pupils may answer a few questions about the lesson "
                f"and its fictional characters. {_own_life(spec)}"
            ),
            Heading("What happens with an answer", level=2),
            ItemList(tuple(what_happens(spec))),
            Paragraph(LIMITS),
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
            Paragraph(NOT_LEGAL),
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
            Paragraph(NOT_LEGAL),
            Heading("What is processed", level=2),
            ItemList(tuple(what_happens(spec))),
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
            Paragraph(LIMITS),
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
