# SPDX-License-Identifier: MIT
"""The parts a lesson and its guide must have (handbook, section 4 and 5.12)."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.lessons import STEPS
from sunlit.curriculum.rulebook import asking, making, room
from sunlit.curriculum.rulebook.rule import either

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
_EVERYDAY = either(
    (r"\b(?:not|n't) (?:\w+ ){0,4}?mean (?:\w+ ){0,2}?(?:\w+ is|something's) wrong\b",)
)


def check(material: Material) -> Iterator[Finding]:
    """Find missing parts and steps out of order."""
    front = material.front
    if front is not None and material.pieces:
        yield from _title(material, front)
        yield from _plan(material, front)
        yield from _parts(material)
    if material.guide_pieces:
        yield from _guide(material)


def _title(material: Material, front: FrontMatter) -> Iterator[Finding]:
    titles = material.headings(1)
    if [heading.text for heading in titles] != [front.title]:
        wrong = next((each for each in titles if each.text != front.title), None)
        wrong = wrong or (titles[-1] if titles else None)
        place = (wrong.line, 3) if wrong else (1, 1)
        words = wrong.text if wrong else "no '# title'"
        yield find(making.TITLE, material.lesson.page, place, words, title=front.title)


def _plan(material: Material, front: FrontMatter) -> Iterator[Finding]:
    page, source = material.lesson.page, material.lesson.source
    planned = [step.section for step in front.plan]
    headings = material.headings(2)
    for heading in headings:
        if heading.text not in planned:
            place = heading.line, 4
            yield find(making.SECTION_UNPLANNED, page, place, f"## {heading.text}")
    shown = [heading.text for heading in headings]
    for position, step in enumerate(front.plan):
        if step.section not in shown:
            place = source.place(("plan", position, "section"))
            section = step.section
            yield find(making.SECTION_MISSING, page, place, section, section=section)
    if [name for name in shown if name in planned] != [name for name in planned if name in shown]:
        place = source.place(("plan",))
        yield find(making.PLAN_ORDER, page, place, "the order of the plan")
    steps = [step.step for step in front.plan]
    for wanted in STEPS:
        if wanted not in steps:
            words = f"the step '{wanted}' is missing"
            yield find(making.STEP_MISSING, page, source.place(("plan",)), words, step=wanted)
    order = [STEPS.index(step) for step in steps]
    for position, (before, after) in enumerate(itertools.pairwise(order), start=1):
        if after < before:
            place = source.place(("plan", position))
            yield find(making.STEP_ORDER, page, place, steps[position], order=", ".join(STEPS))


def _parts(material: Material) -> Iterator[Finding]:
    lesson = material.lesson
    kinds = {activity.kind for activity in material.activities.values()}
    if material.activities and "reflection" not in kinds:
        yield find(room.REFLECTION, lesson.activities, (1, 1), "there is no reflection")
    checks = [name for name, activity in material.activities.items() if activity.kind == "check"]
    for directive in material.directives("activity"):
        name = directive.argument.removeprefix(f"{lesson.name}/")
        if name in checks and directive.options.get("moment") not in {"before", "after"}:
            place = directive.line, 1
            yield find(making.CHECK_TWICE, lesson.page, place, f"'{name}' without ':moment:'")
    for name in checks:
        moments = [
            directive.options.get("moment")
            for directive in material.directives("activity")
            if directive.argument.removeprefix(f"{lesson.name}/") == name
        ]
        if moments and sorted(filter(None, moments)) != ["after", "before"] and None not in moments:
            words = f"'{name}' is shown {' and '.join(filter(None, moments)) or 'once'} only"
            line = next(
                each.line
                for each in material.directives("activity")
                if each.argument.removeprefix(f"{lesson.name}/") == name
            )
            yield find(making.CHECK_TWICE, lesson.page, (line, 1), words)
    if not any(_EVERYDAY.search(each.small) for each in material.page_passages):
        words = "nothing says that hard feelings are normal"
        yield find(asking.EVERYDAY, lesson.page, (1, 1), words)


def _guide(material: Material) -> Iterator[Finding]:
    guide = material.lesson.guide
    headings = material.headings(2, guide=True)
    shown = [heading.text for heading in headings]
    for section in GUIDE_SECTIONS:
        if section not in shown:
            words = f"there is no '## {section}'"
            yield find(making.GUIDE_SECTION, guide, (1, 1), words, section=section)
    known = [heading for heading in headings if heading.text in GUIDE_SECTIONS]
    for before, after in itertools.pairwise(known):
        if GUIDE_SECTIONS.index(after.text) < GUIDE_SECTIONS.index(before.text):
            order = ", ".join(GUIDE_SECTIONS)
            yield find(making.GUIDE_ORDER, guide, (after.line, 4), after.text, order=order)
    if not material.directives("preflight", guide=True):
        yield find(making.PREFLIGHT, guide, (1, 1), "there is no {preflight} block")
