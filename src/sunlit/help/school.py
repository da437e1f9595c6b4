# SPDX-License-Identifier: MIT
"""A school's own people, numbers and name, out of its ``school.yml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from sunlit.explaining import explain
from sunlit.help.helplines import Helpline, emergency_number, helplines
from sunlit.problems import ContentError
from sunlit.source import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

MAX_LOGO_BYTES = 300_000
_Line = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=160)
]
_ADDRESS = re.compile(r"\Ahttps?://[^\s/?#@]+(/[^\s?#]*)?\Z")


def _known_country(code: str) -> str:
    try:
        emergency_number(code)
    except LookupError as error:
        raise PydanticCustomError("country", "{why}", {"why": str(error).rstrip(".")}) from error
    return code


def _web_address(address: str) -> str:
    if not _ADDRESS.match(address):
        raise PydanticCustomError(
            "address",
            "wanted an address such as https://school.example/sunlit, found '{address}'",
            {"address": address},
        )
    return address.rstrip("/")


Country = Annotated[_Line, AfterValidator(_known_country)]
WebAddress = Annotated[_Line, AfterValidator(_web_address)]
Colour = Annotated[str, StringConstraints(strict=True, pattern=r"^#[0-9A-Fa-f]{6}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Contact(_Part):
    """Somebody in school to turn to."""

    person: _Line = Field(description="Name, or role, as pupils know it.")
    room: _Line | None = None
    times: _Line | None = None
    how: _Line | None = Field(None, description="Another way to reach them.")


class Confirmed(_Part):
    """A helpline row that a person at the school has checked with its operator."""

    id: _Line = Field(description="The row's id in the helpline data.")
    on: Annotated[str, StringConstraints(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")]
    by: _Line = Field(description="The role of who checked it, not a name.")


class School(_Part):
    """What a school says about itself; every field may be left out."""

    name: _Line | None = None
    logo: _Line | None = Field(None, description="A PNG or SVG file beside school.yml.")
    logo_alt: _Line | None = None
    colour: Colour | None = Field(None, description="One accent colour, such as '#12487F'.")
    country: Country | None = Field(None, description="ISO code, such as GB.")
    language: Literal["en"] = "en"
    address: WebAddress | None = Field(None, description="Where the school's copy of Sunlit is.")
    leave_to: WebAddress = Field(
        "https://www.wikipedia.org", description="Where the leave button goes."
    )
    contacts: list[Contact] = Field([], max_length=6)
    checked_on: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    confirmed: list[Confirmed] = Field([], description="Helplines checked by the school.")
    hidden: list[_Line] = Field([], description="Ids of helplines not to show.")
    helplines: list[Helpline] = Field([], description="Local services to add, shown first.")

    def rows(self, country: str | None = None) -> list[Helpline]:
        """Return the services that pupils of this school may see, its own first.

        ``country`` is the school's own when left out; with neither there are only
        the school's own rows, never a guess.
        """
        country = country or self.country
        confirmed = {entry.id: entry for entry in self.confirmed}
        rows = [*self.helplines, *(helplines(country) if country else [])]
        checked = [
            row.model_copy(
                update={
                    "status": "verified",
                    "verified_on": confirmed[row.id].on,
                    "verified_by": confirmed[row.id].by,
                }
            )
            if row.id in confirmed
            else row
            for row in rows
        ]
        return [row for row in checked if row.shown_to_pupils() and row.id not in self.hidden]


def read_school(file: Path | None) -> School:
    """Return the school described in ``file``; an empty one when there is no file.

    Raises
    ------
    ContentError
        With every problem in the file: unknown keys, unknown helplines, a logo that is
        missing, too large, or neither PNG nor SVG.

    """
    if file is None:
        return School()
    source = read_yaml(file)
    try:
        school = School.model_validate(source.data)
    except ValidationError as error:
        raise ContentError(explain(error, source, (), School)) from error
    known = {row.id for row in [*helplines(), *school.helplines]}
    problems = [
        source.problem((field, place), f"there is no helpline '{identifier}'.")
        for field, identifiers in (
            ("confirmed", [entry.id for entry in school.confirmed]),
            ("hidden", school.hidden),
        )
        for place, identifier in enumerate(identifiers)
        if identifier not in known
    ]
    if school.logo:
        try:
            read_logo(file.parent / school.logo, file.parent)
        except ValueError as error:
            problems.append(source.problem(("logo",), str(error)))
    if problems:
        raise ContentError(problems)
    return school


def read_logo(file: Path, folder: Path) -> tuple[bytes, Literal["png", "svg"]]:
    """Return the bytes and the format of a school's logo.

    Raises
    ------
    ValueError
        When it is not in ``folder``, missing, too large, or neither PNG nor SVG, or
        when an SVG holds a script or points outside itself.

    """
    if folder.resolve() not in file.resolve().parents:
        raise ValueError("wanted a logo in the folder of school.yml, found one outside.")
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_LOGO_BYTES else b""
    except OSError as error:
        raise ValueError(f"the logo '{file.name}' can't be read: {error.strerror}.") from error
    if size > MAX_LOGO_BYTES:
        raise ValueError(f"the logo is {size:,} bytes; at most {MAX_LOGO_BYTES:,} fit.")
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return data, "png"
    text = data.decode("utf-8", errors="ignore")
    if "<svg" not in text:
        raise ValueError(f"wanted a PNG or SVG picture, found '{file.name}'.")
    if found := re.search(
        r"<\s*(script|foreignObject|image|use|iframe|!ENTITY|!DOCTYPE)|\bon\w+\s*="
        r"|(href|src)\s*=\s*[\"'](?!#)|url\(\s*[\"']?(?!#)|@import|<\?xml-stylesheet",
        text,
        re.IGNORECASE,
    ):
        raise ValueError(
            f"the SVG logo holds '{found.group().strip()}': wanted shapes only. "
            "Save it as a plain SVG, or use a PNG."
        )
    return data, "svg"
