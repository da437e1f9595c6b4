# SPDX-License-Identifier: MIT
"""What Present mode needs of a lesson, as data in its page; the steps of its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sunlit.book.nodes import script_data
from sunlit.catalogue import strings, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.lessons import FrontMatter

STEPS_SECTION = "The lesson, step by step"
STEP_CLASS = "plan-step"
_PREFIX = "present."


def present_data(front: FrontMatter) -> str:
    """Return a lesson's plan and the bar's words as JSON that can stand inside a <script>."""
    plan = [
        {
            "name": wording(f"page.step-{step.step}"),
            "section": step.section,
            "minutes": step.minutes,
            "cut_25": step.cut_25,
            "cut_10": step.cut_10,
        }
        for step in front.plan
    ]
    return script_data({"title": front.title, "plan": plan, "strings": _strings()})


def teacher_data() -> str:
    """Return the words of the teacher's window as JSON that can stand inside a <script>."""
    return script_data({"strings": _strings()})


def mark_steps(doctree: nodes.document) -> None:
    """Give each step of a guide the class by which the teacher's window finds it."""
    for section in _sections_below(doctree):
        section["classes"].append(STEP_CLASS)


def _sections_below(doctree: nodes.document) -> Iterator[nodes.section]:
    for section in doctree.findall(nodes.section):
        title = next(iter(section.children), None)
        if isinstance(title, nodes.title) and title.astext() == STEPS_SECTION:
            yield from (child for child in section.children if isinstance(child, nodes.section))


def _strings() -> dict[str, Any]:
    return {
        key.removeprefix(_PREFIX): text
        for key, text in strings().items()
        if key.startswith(_PREFIX)
    }
