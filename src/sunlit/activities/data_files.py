# SPDX-License-Identifier: MIT
"""A data file: real figures with source, years, licence and what they count.

``data/NAME.yml`` lies beside the lessons, is read by the same reader, and is carried in
the wheel. Figures keep the order of the file: nothing is ranked.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sunlit.activities.kind import Label, Part, Slug, Text, twice
from sunlit.activities.sources import Source
from sunlit.content import content_root
from sunlit.explaining import explain, say
from sunlit.problems import ContentError
from sunlit.source import read_yaml

FOLDER = "data"
_MOST_GROUPS = 60


class Value(Part):
    """One figure: for whom, and how much; null where there is none."""

    group: Label = Field(description="A country, a group or a year.")
    value: float | None = Field(ge=0, description="The figure; null when nobody reported one.")
    note: Label | None = Field(None, description="What to know about this figure.")


class Series(Part):
    """Figures that belong in one chart: one question, one unit."""

    id: Slug = Field(description="A short name for 'figures'.")
    name: Label = Field(description="What was counted.")
    unit: Label = Field(description="Such as % or 'workers'.")
    most: float | None = Field(None, gt=0, description="Where the scale ends, such as 100.")
    values: list[Value] = Field(min_length=1, max_length=_MOST_GROUPS)

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Series:
        if double := twice(value.group for value in self.values):
            raise PydanticCustomError(
                "values", "wanted different groups, found '{group}' twice", {"group": double}
            )
        if all(value.value is None for value in self.values):
            raise PydanticCustomError("values", "wanted at least one figure, found none")
        if self.most is not None and self.largest > self.most:
            raise PydanticCustomError(
                "values",
                "wanted figures up to {most}, found {largest}",
                {"most": self.most, "largest": self.largest},
            )
        return self

    @property
    def largest(self) -> float:
        """The largest figure."""
        return max(value.value for value in self.values if value.value is not None)

    @property
    def end(self) -> float:
        """Where the scale ends; it starts at 0."""
        return self.most or self.largest or 1


class DataFile(Part):
    """Figures from one source."""

    title: Label = Field(description="What the figures are about.")
    source: Source = Field(description="The key of the source in references.bib.")
    years: Label = Field(description="The years the figures are about, not of the source.")
    of: Text = Field(description="Of what, or of how many, they were counted.")
    licence: Text = Field(description="On what terms the figures may be used.")
    note: Text = Field(description="How they were counted, and what they can't say.")
    series: list[Series] = Field(min_length=1, max_length=12)
    _file: Path | None = PrivateAttr(None)

    @property
    def file(self) -> Path | None:
        """Where it was read from."""
        return self._file

    @model_validator(mode="after")
    def _series_differ(self) -> DataFile:
        if double := twice(series.id for series in self.series):
            raise PydanticCustomError(
                "series", "wanted a different 'id' each time, found '{id}' twice", {"id": double}
            )
        return self


def read_data(file: Path) -> DataFile:
    """Return the data in ``file``.

    Raises
    ------
    ContentError
        With every problem in it, each with its line.

    """
    source = read_yaml(file)
    if not isinstance(source.data, dict):
        raise ContentError([source.problem((), f"wanted a data file, found {say(source.data)}.")])
    root = file.absolute().parent.parent
    try:
        data = DataFile.model_validate(source.data, context={"root": root})
    except ValidationError as error:
        raise ContentError(explain(error, source, (), DataFile)) from error
    data._file = file  # noqa: SLF001 - whoever reads a file knows where it is
    return data


def _looked_up(name: Any, info: ValidationInfo) -> DataFile:
    """Return the data file of ``name``, from beside the lesson or from our own folder."""
    if isinstance(name, DataFile):
        return name
    roots = [Path(root) for root in ((info.context or {}).get("root"), content_root()) if root]
    files = [root / FOLDER / f"{name}.yml" for root in roots]
    found = next((file for file in files if isinstance(name, str) and file.is_file()), None)
    if found is None or not name.replace("-", "").isalnum():
        known = sorted({file.stem for root in roots for file in (root / FOLDER).glob("*.yml")})
        raise PydanticCustomError(
            "data",
            "wanted one of the data files {known}, found {found}",
            {"known": ", ".join(known), "found": say(name)},
        )
    try:
        return read_data(found)
    except ContentError as error:
        first = error.problems[0]
        raise PydanticCustomError(
            "data",
            "wanted a data file without problems, found one in {file}, line {line}: {message}",
            {
                "file": f"{FOLDER}/{first.file.name}",
                "line": first.line,
                "message": first.message.rstrip("."),
            },
        ) from error


Data = Annotated[DataFile, BeforeValidator(_looked_up), WithJsonSchema({"type": "string"})]
"""Written as the name of a file in ``data``; read as a `DataFile`."""
