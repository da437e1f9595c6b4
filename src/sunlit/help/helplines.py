# SPDX-License-Identifier: MIT
"""Helplines as dated data (curriculum handbook, section 8.2).

No number is ever typed in a lesson. A row is ``verified`` (a person opened the
operator's page), ``sourced`` (read in a text of the operator or an official body)
or weaker; only the first two reach pupils.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sunlit.explaining import explain
from sunlit.problems import ContentError, Problem
from sunlit.source import read_yaml

HELPLINES = Path(__file__).with_name("helplines.yml")
TOO_OLD_DAYS = 2 * 365
_Line = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=300)
]
_Country = Annotated[str, StringConstraints(strict=True, pattern=r"^[A-Z]{2}$")]


class Channel(BaseModel):
    """One way to reach a service."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: Literal["phone", "text", "web", "chat", "email"]
    value: _Line = Field(description="As printed, such as '0800 1111' or 'text SHOUT to 85258'.")
    tel: Annotated[str, StringConstraints(strict=True, pattern=r"^\+?[0-9]{2,15}$")] | None = Field(
        None, description="The digits a phone dials."
    )
    cost: _Line | None = None

    @property
    def link(self) -> str | None:
        """The address a tap opens, or None."""
        if self.type in {"web", "chat"} and self.value.startswith("https://"):
            return self.value
        if self.type == "email":
            return f"mailto:{self.value}"
        if self.tel and self.type == "phone":
            return f"tel:{self.tel}"
        return f"sms:{self.tel}" if self.tel and self.type == "text" else None


class Audience(BaseModel):
    """The ages a service is for, where it says so."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    min_age: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None
    max_age: Annotated[int, Field(strict=True, ge=0, le=120)] | None = None


class Helpline(BaseModel):
    """One service, with what is known about it and since when."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z]{2}-[a-z0-9-]+$")]
    country: _Country
    name: _Line
    kind: Literal["child", "crisis", "emergency", "lgbtq", "abuse", "directory"]
    audience: Audience = Audience()
    channels: Annotated[list[Channel], Field(min_length=1)]
    hours: _Line | None = None
    languages: list[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]]
    confidentiality: _Line = "private, with safety exceptions"
    source: _Line | None = Field(None, description="Where the number was read.")
    seen_in: _Line | None = Field(None, description="What that text was, and its date.")
    seen_on: _Line | None = Field(None, description="Year, month or day of that text.")
    verified_on: _Line | None = Field(
        None, description="The day a person opened the operator's page."
    )
    verified_by: _Line | None = Field(None, description="That person's role, not name.")
    review_every_days: Annotated[int, Field(strict=True, ge=1)] = 180
    bands: Annotated[
        list[Literal["ages-05-07", "ages-08-10", "ages-11-13", "ages-14-18"]], Field(min_length=1)
    ] = ["ages-05-07", "ages-08-10", "ages-11-13", "ages-14-18"]
    status: Literal["sourced", "verified", "unverified", "retired"]
    moved_to: str | None = Field(None, description="Where a retired service went.")
    note: str = ""

    @model_validator(mode="after")
    def _grade_has_its_proof(self) -> Helpline:
        if self.status == "verified" and not (self.verified_on and self.verified_by):
            raise PydanticCustomError(
                "grade", "wanted 'verified_on' and 'verified_by' for a verified row, found none"
            )
        if self.status == "sourced" and not (self.source and self.seen_in):
            raise PydanticCustomError(
                "grade", "wanted 'source' and 'seen_in' for a sourced row, found none"
            )
        for day in (self.seen_on, self.verified_on):
            if day and _latest(day) is None:
                raise PydanticCustomError(
                    "day",
                    "wanted a date such as 2026-11-22 or 2026-11, found '{day}'",
                    {"day": day},
                )
        return self

    @property
    def last_sight(self) -> date | None:
        """The latest day this row can have been right, or None when no date is known."""
        return _latest(self.verified_on or self.seen_on or "")

    def too_old(self, today: date) -> bool:
        """Say whether pupils' handouts leave the row out: over two years, or undated."""
        sight = self.last_sight
        return sight is None or (today - sight).days > TOO_OLD_DAYS

    def due(self, today: date) -> bool:
        """Say whether a person must check the row again before it is used."""
        sight = self.last_sight
        return sight is None or (today - sight).days > self.review_every_days

    def shown_to_pupils(self) -> bool:
        """Say whether pupils' pages may show the row at all."""
        return self.status in {"sourced", "verified"}


def _latest(day: str) -> date | None:
    """Return the last day of a year, month or day written as 2026, 2026-11, 2026-11-22."""
    try:
        parts = [int(part) for part in day.split("-")]
        match parts:
            case [year]:
                return date(year, 12, 31)
            case [year, month]:
                return date(year, month, monthrange(year, month)[1])
            case [year, month, number]:
                return date(year, month, number)
    except ValueError:
        return None
    return None


@cache
def _read(file: Path) -> tuple[dict[str, str], dict[str, str], tuple[Helpline, ...]]:
    source = read_yaml(file)
    problems: list[Problem] = []
    rows: list[Helpline] = []
    emergency: dict[str, str] = source.data["emergency"]
    names: dict[str, str] = source.data["countries"]
    for position, data in enumerate(source.data["services"]):
        try:
            row = Helpline.model_validate(data)
        except ValidationError as error:
            problems += explain(error, source, ("services", position), Helpline)
            continue
        if any(row.id == other.id for other in rows):
            problems.append(
                source.problem(("services", position, "id"), f"'{row.id}' stands here twice.")
            )
        if row.country not in emergency or row.country not in names:
            problems.append(
                source.problem(
                    ("services", position, "country"),
                    f"'{row.country}' has no emergency number or name above.",
                )
            )
        rows.append(row)
    if problems:
        raise ContentError(problems)
    return emergency, names, tuple(rows)


def helplines(country: str | None = None, file: Path = HELPLINES) -> list[Helpline]:
    """Return the services of ``country`` (ISO 3166-1, such as ``GB``), or all of them.

    Raises
    ------
    ContentError
        With every problem in the data file.

    """
    return [row for row in _read(file)[2] if country in {None, row.country}]


def countries(file: Path = HELPLINES) -> dict[str, str]:
    """Return the name of each country by its code, in alphabetical order of names."""
    return dict(sorted(_read(file)[1].items(), key=lambda item: item[1]))


def emergency_number(country: str, file: Path = HELPLINES) -> str:
    """Return the emergency number of ``country``.

    Raises
    ------
    LookupError
        When the country is not in the data.

    """
    emergency = _read(file)[0]
    if country not in emergency:
        raise LookupError(
            f"there is no country '{country}' in the helpline data. There are: "
            f"{', '.join(sorted(emergency))}."
        )
    return emergency[country]
