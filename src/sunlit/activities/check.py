# SPDX-License-Identifier: MIT
"""``check``: the same few items before and after the lesson, for the class as a whole.

No score is shown to anybody. A learner may compare their own two answers; the reasons
behind true and false come only after the second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Choices, Heading, Paragraph
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
from sunlit.activities.kind import Activity, Flag, Json, Text, band_of
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

MOMENTS = ("before", "after")


class CheckItem(ClosedItem):
    """One item of a check: a statement that is true or not, or an opinion on a scale."""

    type: Literal["true-false-unsure", "scale5", "scale3", "yes-no"]
    answer: Flag | None = Field(None, description="Whether the statement is true.")
    why: Text | None = Field(None, description="The reason, shown after the lesson only.")

    @model_validator(mode="after")
    def _has_its_reason(self) -> CheckItem:
        self.checked()
        if self.type == "true-false-unsure":
            for key in ("answer", "why"):
                if getattr(self, key) is None:
                    raise PydanticCustomError(
                        "why",
                        "wanted '{key}' for a statement that is true or not, found nothing",
                        {"key": key},
                    )
        elif self.answer is not None or self.why is not None:
            raise PydanticCustomError(
                "why",
                "wanted 'answer' and 'why' only with 'type: true-false-unsure', "
                "found them with '{type}'",
                {"type": self.type},
            )
        return self


class Check(Activity):
    """A few items, asked before and after the lesson in the same words."""

    kind: Literal["check"]
    about: About = Field("character", description="character, or lesson from age 11.")
    mode: Mode = Field("devices", description="hands: the teacher counts (ages-05-07).")
    items: list[CheckItem] = Field(min_length=1, max_length=6)

    @model_validator(mode="after")
    def _may_be_asked_here(self, info: ValidationInfo) -> Check:
        band = band_of(info)
        check_items(self.items, band, self.mode, self.about)
        if band == YOUNGEST and any(item.type == "true-false-unsure" for item in self.items):
            raise PydanticCustomError(
                "band", "wanted 'yes-no' or 'scale3' for ages-05-07, found 'true-false-unsure'"
            )
        return self

    def compiled(self, band: str) -> dict[str, Json]:
        """Return ``mode``, ``about`` and ``items``; ``known`` is what to say afterwards."""
        items = []
        for item in self.items:
            known = None
            if item.answer is not None:
                label = wording(
                    "item.true-false-unsure.1" if item.answer else "item.true-false-unsure.2", band
                )
                known = {"label": label, "why": item.why}
            items.append(compile_item(item, band) | {"known": known})
        return {"mode": self.mode, "about": self.about, "items": items}

    def poll_items(self, band: str) -> list[dict[str, Json]]:
        """Return the items as the live service asks them; none when hands are counted."""
        if self.mode == "hands":
            return []
        return [poll_item(item, band, sensitive=False, coin=False) for item in self.items]

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        opening = "item.paper-hands" if self.mode == "hands" else "check.paper"
        return [
            Paragraph(wording(opening, band)),
            *(block for item in self.items for block in paper_item(item, band, self.mode)),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """See `Activity.key_blocks`."""
        blocks: list[Block] = []
        for item in self.items:
            blocks.append(Heading(item.text, level=2))
            if item.answer is None:
                blocks.append(Paragraph(wording("check.opinion", band)))
                continue
            fits = 0 if item.answer else 1
            blocks += [
                Choices(options=tuple(item.labels(band)), ticked=frozenset({fits})),
                Paragraph(item.why or ""),
            ]
        return blocks

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per moment and answered item: as `item_rows`, and ``moment``.

        ``answer`` maps ``before`` and ``after`` to the answers of that time.

        Raises
        ------
        ValueError
            When a moment, item or option is not one of this activity.

        """
        if unknown := [moment for moment in answer if moment not in MOMENTS]:
            raise ValueError(f"wanted the moments before and after, found '{unknown[0]}'.")
        rows = []
        for moment in MOMENTS:
            given = answer.get(moment) or {}
            if not isinstance(given, dict):
                raise ValueError(f"wanted the answers of '{moment}' by item, found {given!r}.")  # noqa: TRY004 - the contract of kinds
            rows += [{"moment": moment, **row} for row in item_rows(self.items, given)]
        return rows
