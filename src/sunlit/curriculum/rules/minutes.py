# SPDX-License-Identifier: MIT
"""The clock: a lesson, its cuts, its activities and its guide add up (handbook, 4 and 7.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.pieces import Directive, Heading, inner
from sunlit.curriculum.rulebook import making

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.lessons import FrontMatter
    from sunlit.curriculum.rules.material import Material

_LENGTHS = {"minutes": 0, "cut_25": 25, "cut_10": 10}
_STEP = re.compile(r"\A(?P<step>[A-Z][a-z]+) \((?P<minutes>\d+) min\)\Z")


def check(material: Material) -> Iterator[Finding]:
    """Find minutes that do not add up or that do not agree."""
    front = material.front
    if front is None:
        return
    yield from _plan(material, front)
    if material.pieces:
        yield from _activities(material, front)
    if material.guide_pieces:
        yield from _guide(material, front)


def _plan(material: Material, front: FrontMatter) -> Iterator[Finding]:
    page, source, band = material.lesson.page, material.lesson.source, material.lesson.band
    if front.minutes != band.minutes:
        yield find(
            making.LESSON_MINUTES, page, source.place(("minutes",)), f"minutes: {front.minutes}",
            band=band.slug, minutes=band.minutes,
        )  # fmt: skip
    for name, wanted in _LENGTHS.items():
        total = sum(getattr(step, name) for step in front.plan)
        goal = wanted or band.minutes
        if total != goal:
            much = f"{abs(total - goal)} too {'many' if total > goal else 'few'}"
            words = f"'{name}' adds up to {total}"
            place = source.place(("plan",))
            yield find(
                making.PLAN_MINUTES, page, place, words, name=name, goal=goal, difference=much
            )
    for position, step in enumerate(front.plan):
        for name in ("cut_25", "cut_10"):
            if getattr(step, name) > step.minutes:
                place = source.place(("plan", position, name))
                words = f"{name}: {getattr(step, name)}"
                yield find(making.CUT_MINUTES, page, place, words, minutes=step.minutes)


def _activities(material: Material, front: FrontMatter) -> Iterator[Finding]:
    lesson, source = material.lesson, material.activity_source
    most = lesson.band.activity_minutes
    for name, activity in material.activities.items():
        if source is not None and activity.minutes and activity.minutes > most:
            place = source.place((name, "minutes"))
            words = f"minutes: {activity.minutes}"
            yield find(making.ACTIVITY_MINUTES, lesson.activities, place, words, most=most)
    planned = {step.section: step.minutes for step in front.plan}
    section, line, total = "", 1, 0
    totals: list[tuple[str, int, int]] = []
    for piece in material.pieces:
        if isinstance(piece, Heading):
            totals.append((section, line, total))
            section, line, total = piece.text, piece.line, 0
        elif isinstance(piece, Directive):
            total += sum(_minutes(material, each) for each in (piece, *_inside(piece)))
    totals.append((section, line, total))
    for name, row, taken in totals:
        if name in planned and taken > planned[name]:
            words = f"the activities of '{name}' take {taken} minutes"
            minutes = planned[name]
            yield find(making.SECTION_MINUTES, lesson.page, (row, 4), words, minutes=minutes)


def _inside(directive: Directive) -> list[Directive]:
    if directive.name in {"activity", "picture"} or not directive.body:
        return []
    return [piece for piece in inner(directive) if isinstance(piece, Directive)]


def _minutes(material: Material, directive: Directive) -> int:
    if directive.name != "activity":
        return 0
    name = directive.argument.removeprefix(f"{material.lesson.name}/")
    activity = material.activities.get(name)
    return activity.minutes or 0 if activity else 0


def _guide(material: Material, front: FrontMatter) -> Iterator[Finding]:
    guide = material.lesson.guide
    if "The lesson, step by step" not in [each.text for each in material.headings(2, guide=True)]:
        return
    shown = {
        match["step"].lower(): (heading, int(match["minutes"]))
        for heading in material.headings(3, guide=True)
        if (match := _STEP.match(heading.text))
    }
    for step in front.plan:
        if step.step not in shown:
            words = f"there is no '### {step.step.capitalize()} ({step.minutes} min)'"
            names = {"step": step.step.capitalize(), "minutes": step.minutes}
            yield find(making.GUIDE_STEP, guide, (1, 1), words, **names)
        elif shown[step.step][1] != step.minutes:
            heading = shown[step.step][0]
            place = heading.line, 5
            yield find(making.GUIDE_MINUTES, guide, place, heading.text, minutes=step.minutes)
