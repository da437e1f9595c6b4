# SPDX-License-Identifier: MIT
"""What every kind of activity has in common: fields, the contract, text types."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sunlit.curriculum.bands import BANDS
from sunlit.pictures import PictureDescription

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sunlit.activities.bars import Bars
    from sunlit.activities.blocks import Block

Json = Any
Text = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=600)
]
Label = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=160)
]
Slug = Annotated[
    str, StringConstraints(strict=True, pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)
]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(strict=True)]

ALL_BANDS = frozenset(BANDS)


def band_of(info: ValidationInfo) -> str:
    """Return the band of the lesson whose definition is read; empty outside a lesson."""
    band: str = (info.context or {}).get("band", "")
    return band


def twice(texts: Iterable[str]) -> str | None:
    """Return the first text that stands in ``texts`` a second time, or nothing."""
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            return text
        seen.add(text)
    return None


class Part(BaseModel):
    """A piece of a definition: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Activity(Part, ABC):
    """One activity, written once in YAML, shown on every surface.

    A kind is a subclass in a module of its own, listed in the registry, beside one
    front-end module of the same name in ``frontend/kinds``.
    """

    bands: ClassVar[frozenset[str]] = ALL_BANDS
    """The bands this kind is made for; it refuses the others."""

    kind: str = Field(description="What the learner does: quiz, sort, reflection …")
    title: Label = Field(description="What the activity asks, as its heading.")
    how: Text | None = Field(None, description="One or two sentences: how it works.")
    minutes: Count | None = Field(None, ge=1, le=30, description="How long it takes.")
    picture: PictureDescription | None = Field(
        None, description="A picture above the activity (see the pictures page)."
    )

    @model_validator(mode="after")
    def _made_for_this_band(self, info: ValidationInfo) -> Activity:
        band = band_of(info)
        if band and band not in self.bands:
            raise PydanticCustomError(
                "band",
                "wanted a kind that is made for {band}, found '{kind}', which is for {bands}",
                {"band": band, "kind": self.kind, "bands": ", ".join(sorted(self.bands))},
            )
        return self

    @abstractmethod
    def compiled(self, band: str) -> dict[str, Json]:
        """Return plain JSON for the front end, in which each choice has its feedback."""

    @abstractmethod
    def question_blocks(self, band: str) -> list[Block]:
        """Return the activity without script: page fallback and worksheet. No answers."""

    @abstractmethod
    def key_blocks(self, band: str) -> list[Block]:
        """Return the answer key: the same questions with what fits, and why."""

    @abstractmethod
    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return one learner's answer as rows for a data frame.

        Raises
        ------
        ValueError
            When the answer does not belong to this activity.

        """

    def bars(self, answer: Mapping[str, Json]) -> Bars | None:  # noqa: ARG002 - for those with a chart
        """Return one learner's answer as the bars of a chart; None for a kind without one.

        Raises
        ------
        ValueError
            When the answer does not belong to this activity.

        """
        return None

    def files(self) -> tuple[Path, ...]:
        """Return the files besides its own that this definition was read from."""
        return ()
