# SPDX-License-Identifier: MIT
"""The kinds of activity there are. Adding a kind adds one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.activities.kind import Activity

KINDS = {
    "quiz": "sunlit.activities.quiz:Quiz",
    "sort": "sunlit.activities.sort:Sort",
    "reflection": "sunlit.activities.reflection:Reflection",
    "check": "sunlit.activities.check:Check",
    "scenario": "sunlit.activities.scenario:Scenario",
    "path": "sunlit.activities.path:StoryPath",
    "circles": "sunlit.activities.circles:Circles",
    "profile": "sunlit.activities.profile:Profile",
    "studio": "sunlit.activities.studio:Studio",
    "words": "sunlit.activities.words:Words",
    "letter": "sunlit.activities.letter:Letter",
    "audit": "sunlit.activities.audit:Audit",
    "planner": "sunlit.activities.planner:Planner",
    "explorer": "sunlit.activities.explorer:Explorer",
}


def kind_class(kind: str) -> type[Activity]:
    """Return the model of ``kind``.

    Raises
    ------
    KeyError
        When there is no such kind.

    """
    module, _, name = KINDS[kind].partition(":")
    model: type[Activity] = getattr(import_module(module), name)
    return model
