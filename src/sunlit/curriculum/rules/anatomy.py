# SPDX-License-Identifier: MIT
"""The parts a lesson and its guide must have (handbook, section 4; B-9, B-15, B-40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding
from sunlit.curriculum.lessons import STEPS
from sunlit.curriculum.pieces import Directive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.lessons import FrontMatter
    from sunlit.curriculum.rules.material import Material

GUIDE_SECTIONS = (
    "Before you teach",
    "What to know",
    "The lesson, step by step",
    "Shorter cuts",
    "Awkward questions",
    "What to do if…",
    "Question box and help slips",
    "Another way in",
    "SEND and EAL",
    "Family letter",
    "Extension and links",
    "Standards",
    "Sources",
)
_LENGTHS = {"minutes": 0, "cut_25": 25, "cut_10": 10}


def check(material: Material) -> Iterator[Finding]:
    """Find missing parts, steps out of order, and minutes that do not add up."""
    front = material.front
    if front is not None and material.pieces:
        yield from _title(material, front)
        yield from _plan(material, front)
        yield from _minutes(material, front)
        yield from _furniture(material)
    if material.guide_pieces:
        yield from _guide(material)


def _title(material: Material, front: FrontMatter) -> Iterator[Finding]:
    titles = material.headings(1)
    if [heading.text for heading in titles] != [front.title]:
        line = titles[0].line if titles else 1
        yield Finding(
            material.lesson.page, line, 1, "4", titles[0].text if titles else "no '# title'",
            "The page has one title, the same as in its data.",
            f"Write '# {front.title}' once, below the second '---'.",
        )  # fmt: skip


def _plan(material: Material, front: FrontMatter) -> Iterator[Finding]:
    page, source = material.lesson.page, material.lesson.source
    planned = [step.section for step in front.plan]
    for heading in material.headings(2):
        if heading.text not in planned:
            yield Finding(
                page, heading.line, 1, "4", f"## {heading.text}",
                "Every section of the page is a step of the plan: it has minutes and a slide.",
                "Add a step with this section to the plan at the top, or join it to another.",
            )  # fmt: skip
    shown = [heading.text for heading in material.headings(2)]
    for position, step in enumerate(front.plan):
        if step.section not in shown:
            line, column = source.place(("plan", position, "section"))
            yield Finding(
                page, line, column, "4", step.section, "Each step of the plan has its section.",
                f"Write '## {step.section}' on the page, or take the step out.",
            )  # fmt: skip
    if [name for name in shown if name in planned] != [name for name in planned if name in shown]:
        line, column = source.place(("plan",))
        yield Finding(
            page, line, column, "4", "the order of the plan",
            "The plan and the page tell the lesson in the same order.",
            "Put the steps in the order of the sections.",
        )  # fmt: skip
    steps = [step.step for step in front.plan]
    for wanted in STEPS:
        if wanted not in steps:
            line, column = source.place(("plan",))
            yield Finding(
                page, line, column, "4", f"the step '{wanted}' is missing",
                "A lesson settles, starts, hooks, teaches, does, reflects, checks and brightens.",
                f"Add '- {{step: {wanted}, section: …, minutes: …}}' to the plan.",
            )  # fmt: skip
    order = [STEPS.index(step) for step in steps]
    if order != sorted(order):
        line, column = source.place(("plan",))
        yield Finding(
            page, line, column, "4", ", ".join(steps), "The steps keep the handbook's order.",
            f"Order them: {', '.join(STEPS)}.",
        )  # fmt: skip


def _minutes(material: Material, front: FrontMatter) -> Iterator[Finding]:
    page, source = material.lesson.page, material.lesson.source
    whole = material.lesson.band.minutes
    if front.minutes != whole:
        line, column = source.place(("minutes",))
        yield Finding(
            page, line, column, "7.1", f"minutes: {front.minutes}",
            f"A lesson for {material.lesson.band.slug} takes {whole} minutes.",
            f"Write 'minutes: {whole}' and make the plan add up to it.",
        )  # fmt: skip
    for name, wanted in _LENGTHS.items():
        total = sum(getattr(step, name) for step in front.plan)
        goal = wanted or whole
        if total != goal and not (name == "cut_25" and whole == goal):
            line, column = source.place(("plan",))
            yield Finding(
                page, line, column, "4", f"'{name}' adds up to {total}",
                f"The plan's '{name}' adds up to {goal}, so that a teacher can trust the clock.",
                "Change the minutes of the steps.",
            )  # fmt: skip


def _furniture(material: Material) -> Iterator[Finding]:
    wanted = {
        "agreement": ("B-9, B-15", "Ground rules, the right to pass and a private way out."),
        "signposting": ("B-40", "Every lesson ends with help inside, outside, and for a friend."),
    }
    for name, (rule, why) in wanted.items():
        if not material.directives(name):
            yield Finding(
                material.lesson.page, 0, 0, rule, f"there is no {{{name}}} block", why,
                f"Put ```{{{name}}} and ``` on two lines where it belongs.",
            )  # fmt: skip
    if found := material.directives("signposting"):
        last = max(heading.line for heading in material.headings(2))
        if found[-1].line < last:
            yield Finding(
                material.lesson.page, found[-1].line, 1, "B-40", "{signposting}",
                "Help stands at the end of the lesson.", "Move the block to the last section.",
            )  # fmt: skip
    kinds = {activity.kind for activity in material.activities.values()}
    if material.activities and "reflection" not in kinds:
        yield Finding(
            material.lesson.activities, 0, 0, "4", "there is no reflection",
            "Every lesson ends with an anonymous reflection about the lesson.",
            "Add an activity with 'kind: reflection'.",
        )  # fmt: skip


def _guide(material: Material) -> Iterator[Finding]:
    guide = material.lesson.guide
    shown = [heading.text for heading in material.headings(2, guide=True)]
    for section in GUIDE_SECTIONS:
        if section not in shown:
            yield Finding(
                guide, 0, 0, "4", f"there is no '## {section}'",
                "A guide has every part that a supply teacher needs.", f"Write '## {section}'.",
            )  # fmt: skip
    in_order = [name for name in shown if name in GUIDE_SECTIONS]
    if in_order != [name for name in GUIDE_SECTIONS if name in in_order]:
        yield Finding(
            guide, 0, 0, "4", ", ".join(in_order), "Guides keep one order, so that teachers find.",
            f"Order the sections: {', '.join(GUIDE_SECTIONS)}.",
        )  # fmt: skip
    says = [piece for piece in material.guide_pieces if isinstance(piece, Directive)]
    if not any(piece.name == "preflight" for piece in says):
        yield Finding(
            guide, 0, 0, "5.12", "there is no {preflight} block",
            "The check before teaching takes a minute and stands first.",
            "Put ```{preflight} and ``` under '## Before you teach'.",
        )  # fmt: skip
