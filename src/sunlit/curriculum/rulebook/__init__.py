# SPDX-License-Identifier: MIT
"""The rules that a program can check, as data; `sunlit.curriculum.rules` finds the places."""

from sunlit.curriculum.rulebook import ages, asking, bodies, claims, making, room, suicide, symptoms
from sunlit.curriculum.rulebook.rule import Rule, Terms

TERMS: tuple[Terms, ...] = (
    *symptoms.TERMS,
    *asking.TERMS,
    *claims.TERMS,
    *suicide.TERMS,
    *bodies.TERMS,
    *ages.TERMS,
    *room.TERMS,
)
RULES: tuple[Rule, ...] = tuple(
    dict.fromkeys(
        value
        for module in (symptoms, asking, claims, suicide, bodies, ages, room, making)
        for value in vars(module).values()
        if isinstance(value, Rule)
    )
)

__all__ = [
    "RULES",
    "TERMS",
    "Rule",
    "Terms",
    "ages",
    "asking",
    "bodies",
    "claims",
    "making",
    "room",
    "suicide",
    "symptoms",
]
