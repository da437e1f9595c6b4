# SPDX-License-Identifier: MIT
"""What happens with an answer, in sentences read from the settings in force.

Every number is taken from the constants that the software itself uses, so that a paper cannot
promise anything else than what happens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sunlit.reflection import coin
from sunlit.reflection.ladder import COUNTER_STEP, M_MILD, M_SENSITIVE
from sunlit.reflection.spec import MIN_TEXTS, N_MIN, TEXT_MAX, PollSpec
from sunlit.reflection.store import FLAG_DAYS, PURGE_HOURS

if TYPE_CHECKING:
    from sunlit.activities.blocks import Block


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: its title and its neutral blocks."""

    title: str
    blocks: tuple[Block, ...]


def smallest_bar(spec: PollSpec) -> int:
    """Return the least number of answers in any part of this poll's picture."""
    sensitive = any(spec.is_sensitive(item) for item in spec.items)
    mild = any(not spec.is_sensitive(item) for item in spec.items)
    return M_MILD if mild or not sensitive else M_SENSITIVE


def what_happens(spec: PollSpec) -> list[str]:
    """Return the way of an answer from the choice to its deletion, one sentence each."""
    lines = [
        "Answering is voluntary. Pass is one of the answers, and nobody can see who passed.",
        "No name, address of a device, cookie or time of answering is stored.",
        (
            f"The class sees one picture, once, when everyone is done. It needs {N_MIN} answers, "
            f"every part of it stands for at least {smallest_bar(spec)}, rounded to tenths."
        ),
        f"Before that the teacher sees a rough count only, in steps of {COUNTER_STEP}.",
        (
            "When the picture is made, the single answers are deleted. If nobody makes it, they "
            f"are deleted after {PURGE_HOURS} hours."
        ),
    ]
    if any(item.coin for item in spec.items):
        lines.append(
            "One question is protected by coins: the device tosses them and sends the true answer "
            f"in {coin.TRUTH.numerator} of {coin.TRUTH.denominator} cases, else a chance answer."
        )
    if spec.free_text:
        lines.append(
            f"There is one text field of {TEXT_MAX} characters. The teacher reads every text "
            f"before anyone else, and none is shown with fewer than {MIN_TEXTS}. A text that "
            f"worries is kept until an adult has handled it, at most {FLAG_DAYS} days."
        )
    else:
        lines.append("There is no field to write in.")
    return lines


LIMITS = (
    "Answers are anonymous to classmates and in storage. They are not impossible to trace: "
    "someone can look over a shoulder; someone on the same network could read what is sent; "
    "whoever counts paper slips sees exact numbers; in a small class people can guess."
)
NOT_LEGAL = (
    "This paper describes what the software does. It is no legal advice; the school decides what "
    "its law asks for."
)
