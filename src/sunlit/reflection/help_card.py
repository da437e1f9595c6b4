# SPDX-License-Identifier: MIT
"""The help card at the foot of every pupil's page: the same on each, whatever was answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from sunlit.help import School


@dataclass(frozen=True, slots=True)
class HelpCard:
    """Who can be turned to, as the school wrote it.

    ``people`` holds (name or role, where and when). ``lines`` holds further sentences, such as
    help lines from the dated list; this package types no number of its own. ``more`` is the path
    of the book's help page, where there is one.
    """

    people: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    more: str = ""


def card_of(school: School) -> HelpCard:
    """Return the card of a school: its people, and its country's emergency number if it says one.

    Raises
    ------
    LookupError
        When the school's country is not in the helpline data.

    """
    from sunlit.help import emergency_number  # noqa: PLC0415 (reads a file, and only here)

    people = tuple(
        (one.person, ", ".join(part for part in (one.room, one.times, one.how) if part))
        for one in school.contacts
    )
    lines: tuple[str, ...] = ()
    if school.country:
        lines = (wording("join.emergency", number=emergency_number(school.country)),)
    return HelpCard(people, lines)
