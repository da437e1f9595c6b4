# SPDX-License-Identifier: MIT
"""The help card at the foot of every pupil's page: the same on each, whatever was answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpCard:
    """Who can be turned to, as the school wrote it.

    ``people`` holds (name or role, where and when). ``lines`` holds further sentences, such as
    help lines from the dated list; this package types no number of its own.
    """

    people: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
