# SPDX-License-Identifier: MIT
"""What an author writes to get a picture: one figure, or a scene with figures and things."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sunlit.pictures.names import (
    FeelingName,
    PostureName,
    SceneName,
    Side,
    SignName,
    ThingName,
    Who,
)
from sunlit.pictures.postures import MAY_HOLD, TOO_LARGE_TO_HOLD

Signs = Annotated[tuple[SignName | ThingName, ...], Field(min_length=1, max_length=3)]

MOST_FIGURES = 5
"""A scene has five places, numbered 0 to 4 from left to right."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Friend(_Part):
    """The one who is hugged."""

    who: Who = Field(description="Who is hugged.")
    feeling: FeelingName = Field(description="How the friend looks.")


class _Figure(_Part):
    """What both a figure alone and a figure in a scene can have."""

    posture: PostureName | None = Field(None, description="What the body does.")
    holds: ThingName | None = Field(None, description="A thing in both hands.")
    hugs: Friend | None = Field(None, description="A friend beside them, arms round each other.")
    faces: Side | None = Field(None, description="The side they look to.")
    says: Signs | None = Field(None, description="One to three small pictures in a bubble.")
    thinks: Signs | None = Field(None, description="One to three small pictures in a cloud.")
    hide_mark: bool | None = Field(
        None,
        strict=True,
        description="true leaves out the mark beside the figure, false draws it. "
        "Left out, a figure alone has its mark and a figure in a scene or with a bubble has none.",
    )

    introduce: bool = Field(
        default=False,
        strict=True,
        description="true tells in the text alternative what the character wears, "
        "for the first meeting: Bear's hearing aid is named there.",
    )

    @model_validator(mode="after")
    def _one_thing_at_a_time(self) -> _Figure:
        hugging = self.posture in (None, "hugging", "standing", "sitting")
        if self.hugs and not hugging:
            raise PydanticCustomError(
                "hugs",
                "wanted 'hugs' with no posture or with 'hugging', found '{posture}'",
                {"posture": self.posture},
            )
        if self.hugs and self.holds:
            raise PydanticCustomError("hugs", "wanted 'hugs' or 'holds', found both; leave one out")
        if self.holds in TOO_LARGE_TO_HOLD:
            raise PydanticCustomError(
                "holds",
                "wanted a thing that fits into two hands, found '{thing}'; put it under 'things'",
                {"thing": self.holds},
            )
        if self.says and self.thinks:
            raise PydanticCustomError(
                "bubble", "wanted 'says' or 'thinks', found both; leave one out"
            )
        if self.holds and self.posture is not None and self.posture not in MAY_HOLD:
            raise PydanticCustomError(
                "holds",
                "wanted 'holds' with one of {free}, found '{posture}', which needs the arms",
                {"free": ", ".join(MAY_HOLD), "posture": self.posture},
            )
        return self


class FigureDescription(_Figure):
    """A figure in a scene."""

    who: Who = Field(description="Which character.")
    feeling: FeelingName = Field(description="How they look.")
    at: int | None = Field(
        None, ge=0, lt=MOST_FIGURES, strict=True, description="Place from the left, 0 to 4."
    )


class ThingDescription(_Part):
    """A thing in a scene with a place of its own."""

    what: ThingName = Field(description="Which thing.")
    at: int | None = Field(
        None, ge=0, lt=MOST_FIGURES, strict=True, description="Place from the left, 0 to 4."
    )


class PictureDescription(_Figure):
    """A picture: either ``who`` and ``feeling``, or ``scene`` with ``figures`` and ``things``."""

    who: Who | None = Field(None, description="Which character, for a figure alone.")
    feeling: FeelingName | None = Field(None, description="How they look.")
    scene: SceneName | None = Field(None, description="Where, for a scene.")
    figures: tuple[FigureDescription, ...] = Field((), max_length=MOST_FIGURES)
    things: tuple[ThingName | ThingDescription, ...] = Field((), max_length=MOST_FIGURES)
    guess: bool = Field(
        default=False,
        strict=True,
        description="true leaves the name of the feeling out of the text alternative.",
    )

    @model_validator(mode="after")
    def _figure_or_scene(self) -> PictureDescription:
        if (self.who is None) == (self.scene is None):
            found = "neither" if self.who is None else "both"
            raise PydanticCustomError(
                "picture",
                "wanted either 'who' (one figure) or 'scene' (figures in a place), found {found}",
                {"found": found},
            )
        if self.who is not None:
            self._check_figure()
        else:
            self._check_scene()
        return self

    def _check_figure(self) -> None:
        if self.feeling is None:
            raise PydanticCustomError(
                "feeling", "wanted a 'feeling' beside 'who', found none; 'busy' is a plain face"
            )
        for name in ("figures", "things"):
            if getattr(self, name):
                raise PydanticCustomError(
                    "scene", "wanted 'scene' beside '{name}', found only 'who'", {"name": name}
                )

    def _check_scene(self) -> None:
        own = set(_Figure.model_fields) | {"feeling"}
        for name in sorted(own & self.model_fields_set):
            raise PydanticCustomError(
                "scene",
                "wanted '{name}' under one of 'figures', found it beside 'scene'",
                {"name": name},
            )
        if not self.figures and not self.things:
            raise PydanticCustomError(
                "scene", "wanted 'figures' or 'things' in the scene, found neither"
            )
        places = [figure.at for figure in self.figures if figure.at is not None]
        for place in places:
            if places.count(place) > 1:
                raise PydanticCustomError(
                    "place",
                    "wanted a place of its own for each figure, found two at {place}",
                    {"place": place},
                )

    def figure(self) -> FigureDescription:
        """Return the figure of a picture that is no scene."""
        if self.who is None or self.feeling is None:
            raise ValueError("this picture is a scene")
        return FigureDescription(
            who=self.who,
            feeling=self.feeling,
            posture=self.posture,
            holds=self.holds,
            hugs=self.hugs,
            faces=self.faces,
            says=self.says,
            thinks=self.thinks,
            hide_mark=self.hide_mark,
            introduce=self.introduce,
        )
