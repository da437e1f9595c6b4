# SPDX-License-Identifier: MIT
"""Finding where a lesson breaks a rule, one module per concern.

Each module has ``check(material) -> Iterator[Finding]``; `RULES` lists them. The rules
themselves, with their reasons, are data in `sunlit.curriculum.rulebook`.
"""

from sunlit.curriculum.rules import (
    anatomy,
    citations,
    files,
    minutes,
    numbers,
    placeholders,
    reading,
    reflections,
    room,
    terms,
    wording,
)

CHECKS = (
    files.check,
    anatomy.check,
    minutes.check,
    room.check,
    reflections.check,
    terms.check,
    reading.check,
    wording.check,
    citations.check,
    numbers.check,
    placeholders.check,
)
