# SPDX-License-Identifier: MIT
"""The data at the top of a teacher guide."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

_Code = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=60)
]
_Date = Annotated[str, StringConstraints(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Standards(BaseModel):
    """Which standards a lesson serves: codes only; the guide says them in our words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    casel: list[Literal["SA", "SM", "SO", "RS", "RD"] | _Code] = Field(
        [], description="CASEL's five areas: SA, SM, SO, RS, RD."
    )
    nhes: list[Annotated[int, Field(strict=True, ge=1, le=8)]] = Field(
        [], description="National Health Education Standards (USA), 1 to 8."
    )
    rshe: list[_Code] = Field([], description="England, such as MW-P3 or MW-S1.")
    ac9: list[_Code] = Field([], description="Australian Curriculum 9.0, such as AC9HP4P05.")
    un: list[_Code] = Field([], description="United Nations, such as CRC 12 or SDG 3.4.")
    checked_on: _Date | None = Field(
        None, description="The day a person compared the codes with the official texts, else null."
    )


class GuideData(BaseModel):
    """The data at the top of a teacher guide."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lesson: Annotated[
        str, StringConstraints(strict=True, pattern=r"^ages-\d\d-\d\d/\d\d-[a-z-]+$")
    ] = Field(description="The lesson it belongs to, such as ages-11-13/03-words.")
    standards: Standards = Field(description="Which standards the lesson serves.")
