# SPDX-License-Identifier: MIT
"""``reflection``: closed questions about the lesson; the class sees one picture at the end.

On the page a learner sees their own choice and nobody else's. The live service asks
the same items (`Reflection.poll_items`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Paragraph
from sunlit.activities.closed_items import (
    About,
    ClosedItem,
    Mode,
    check_items,
    compile_item,
    item_rows,
    paper_item,
    poll_item,
)
from sunlit.activities.kind import Activity, Flag, Json, band_of
from sunlit.catalogue import wording

if TYPE_CHECKING:
    from collections.abc import Mapping


class ReflectionItem(ClosedItem):
    """One question of a reflection."""

    type: Literal["scale5", "scale4", "scale3", "yes-no", "nominal", "cards"]
    sensitive: Flag = Field(
        default=False, description="true asks for larger groups in the picture."
    )
    coin: Flag = Field(default=False, description="true hides each answer behind a coin (yes-no).")

    @model_validator(mode="after")
    def _can_be_asked(self) -> ReflectionItem:
        self.checked()
        if self.coin and self.type != "yes-no":
            raise PydanticCustomError(
                "coin", "wanted 'type: yes-no' for a coin item, found '{type}'", {"type": self.type}
            )
        return self


class Reflection(Activity):
    """Closed questions about the lesson or its character. Passing is an answer."""

    kind: Literal["reflection"]
    about: About = Field(description="lesson, or character (the only one up to age 10).")
    mode: Mode = Field("devices", description="hands: the teacher counts (ages-05-07).")
    items: list[ReflectionItem] = Field(min_length=1, max_length=8)

    @model_validator(mode="after")
    def _may_be_asked_here(self, info: ValidationInfo) -> Reflection:
        check_items(self.items, band_of(info), self.mode, self.about)
        if sum(item.coin for item in self.items) > 1:
            raise PydanticCustomError(
                "coin", "wanted at most one coin item: what each gives away adds up"
            )
        return self

    def compiled(self, band: str) -> dict[str, Json]:
        """Return ``mode``, ``about`` and ``items`` (see `compile_item`)."""
        return {
            "mode": self.mode,
            "about": self.about,
            "items": [compile_item(item, band) for item in self.items],
        }

    def poll_items(self, band: str) -> list[dict[str, Json]]:
        """Return the items as the live service asks them; none when hands are counted.

        Each has ``id``, ``type``, ``text``, ``options`` (texts from least to most,
        without passing, which the service adds), ``sensitive`` and ``coin``.
        """
        if self.mode == "hands":
            return []
        return [
            poll_item(item, band, sensitive=item.sensitive, coin=item.coin) for item in self.items
        ]

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        opening = "item.paper-hands" if self.mode == "hands" else "reflection.paper"
        return [
            Paragraph(wording(opening, band)),
            *(block for item in self.items for block in paper_item(item, band, self.mode)),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Say that there is no right answer: a reflection has no key."""
        return [Paragraph(wording("reflection.key", band))]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per answered item (see `item_rows`).

        Raises
        ------
        ValueError
            When the answer does not belong to this activity.

        """
        return item_rows(self.items, answer)
