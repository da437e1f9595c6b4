# SPDX-License-Identifier: MIT
"""Pictures of which a class chooses a few together: a poster, an agreement (ages 5 to 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Box, Choices, Paragraph
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Json, Label, Part, Text, twice
from sunlit.activities.shuffling import letters
from sunlit.catalogue import wording
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST_CHOICES = 8
PICK = 3
"""How many of the pictures a class chooses, unless the author says otherwise."""
_POSTER_MM = 90


class PictureChoice(Part):
    """A picture with a line below it."""

    text: Label = Field(description="The line, to be read aloud.")
    picture: PictureDescription = Field(description="What is seen above it.")
    why: Text | None = Field(None, description="What choosing it does, read aloud afterwards.")


def check_choices(choices: Sequence[PictureChoice], pick: int) -> None:
    """Refuse pictures of which nothing can be chosen.

    Raises
    ------
    PydanticCustomError
        When two lines are the same, or no picture would be left over.

    """
    if double := twice(choice.text for choice in choices):
        raise PydanticCustomError(
            "choices", "wanted different lines, found '{text}' twice", {"text": double}
        )
    if pick >= len(choices):
        raise PydanticCustomError(
            "choices",
            "wanted more pictures than are picked ({pick}), found {count}",
            {"pick": pick, "count": len(choices)},
        )


def compile_choices(choices: Sequence[PictureChoice]) -> list[dict[str, Json]]:
    """Return ``id``, ``text``, ``why`` and ``picture`` of each."""
    return [
        {
            "id": letter,
            "text": choice.text,
            "why": choice.why,
            "picture": drawn(choice.picture, f"pick-{letter}"),
        }
        for letter, choice in zip(letters(), choices, strict=False)
    ]


def paper_choices(choices: Sequence[PictureChoice], pick: int, band: str) -> list[Block]:
    """Return the pictures with boxes to tick, and a frame to draw one's own in."""
    return [
        Paragraph(wording("activity.pick", band).format(n=pick)),
        Choices(
            options=tuple(choice.text for choice in choices),
            several=True,
            pictures=tuple(
                draw(choice.picture, uid=f"pick{number}", theme="print")
                for number, choice in enumerate(choices)
            ),
        ),
        Box(title=wording("activity.or-draw", band), height=_POSTER_MM),
    ]


def choice_rows(
    choices: Sequence[PictureChoice], pick: int, answer: Mapping[str, Json]
) -> list[dict[str, Json]]:
    """Return a row per picture picked: ``line``, ``why``. ``answer`` has ids in ``picked``.

    Raises
    ------
    ValueError
        When a picture is not one of these, is picked twice, or too many are.

    """
    by_id = dict(zip(letters(), choices, strict=False))
    picked = answer.get("picked", [])
    if (
        not isinstance(picked, list)
        or not all(isinstance(one, str) and one in by_id for one in picked)
        or not len(set(picked)) == len(picked) <= pick
    ):
        raise ValueError(f"wanted up to {pick} of {', '.join(by_id)}, found {picked!r}.")
    return [{"line": by_id[one].text, "why": by_id[one].why} for one in picked]
