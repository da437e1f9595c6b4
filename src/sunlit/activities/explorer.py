# SPDX-License-Identifier: MIT
"""``explorer``: read real, cited figures, and ask what they leave out. No rankings."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.bars import Bar, Bars
from sunlit.activities.blocks import Block, Choices, Heading, Lines, Paragraph, Table
from sunlit.activities.data_files import Data, Series, Value
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.shuffling import letters
from sunlit.activities.sources import in_full
from sunlit.catalogue import wording
from sunlit.curriculum.bands import OLDER, OLDEST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST_FIGURES = {OLDER: 2, OLDEST: 6}
"""Ages 11 to 13 read one or two figures (handbook, 5.11)."""
LINES_TO_WRITE_ON = 3


class LeftOut(Part):
    """Something that the figures do not say."""

    text: Label = Field(description="What may be missing.")
    why: Text = Field(description="What follows from that, kind and short.")


class Explorer(Activity):
    """Figures of one source as chart and table; the learner picks what to look at."""

    bands: ClassVar[frozenset[str]] = frozenset(MOST_FIGURES)

    kind: Literal["explorer"]
    data: Data = Field(description="The name of a file in the folder 'data'.")
    figures: list[Slug] = Field(
        default=[], description="The series to look at, by id; all of them if left out."
    )
    order: Literal["as-written", "alphabetical"] = Field(
        "as-written", description="The order of the groups; never by size."
    )
    look: Text | None = Field(None, description="What to look for first.")
    leaves_out: list[LeftOut] = Field(
        min_length=2, max_length=6, description="Answers to 'what does this number leave out?'."
    )

    @model_validator(mode="after")
    def _reads_what_there_is(self, info: ValidationInfo) -> Explorer:
        known = [series.id for series in self.data.series]
        for place, figure in enumerate(self.figures):
            if figure not in known or figure in self.figures[:place]:
                raise PydanticCustomError(
                    "figures",
                    "wanted each of {known} at most once, found '{figure}'",
                    {
                        "known": ", ".join(known),
                        "figure": figure,
                        "at": ("figures", place),
                    },
                )
        if double := twice(one.text for one in self.leaves_out):
            raise PydanticCustomError(
                "leaves_out",
                "wanted different answers, found '{text}' twice",
                {"text": double, "at": ("leaves_out",)},
            )
        band = band_of(info)
        most = MOST_FIGURES.get(band, max(MOST_FIGURES.values()))
        if len(self._series) > most:
            raise PydanticCustomError(
                "band",
                "wanted at most {most} figures for {band}, found {count}; "
                "name the ones to look at in 'figures'",
                {"most": most, "band": band, "count": len(self._series)},
            )
        return self

    @property
    def _series(self) -> list[Series]:
        by_id = {series.id: series for series in self.data.series}
        return [by_id[figure] for figure in self.figures] or list(by_id.values())

    def _values(self, series: Series) -> list[tuple[str, Value]]:
        """Return the figures by id, in the order they are shown: never by size."""
        values = list(zip(letters(), series.values, strict=False))
        if self.order == "alphabetical":
            return sorted(values, key=lambda pair: pair[1].group.casefold())
        return values

    @staticmethod
    def _text(value: Value, series: Series, band: str = "") -> str:
        if value.value is None:
            return wording("explorer.no-figure", band)
        number = f"{value.value:,.10g}"
        return wording("explorer.amount", band).format(n=number, unit=series.unit)

    @property
    def _cited(self) -> str:
        return f"{self.data.source.short}. {self.data.source.title}"

    def compiled(self, band: str) -> dict[str, Json]:
        """Return the figures as numbers and as texts, with everything known about them.

        ``series`` have ``id``, ``name``, ``most`` and ``values``; a value has ``id``,
        ``label``, ``value`` (null without a figure), ``text`` and ``note``.
        """
        return {
            "data_title": self.data.title,
            "years": self.data.years,
            "of": self.data.of,
            "note": self.data.note,
            "licence": self.data.licence,
            "cited": self._cited,
            "look": self.look,
            "series": [
                {
                    "id": series.id,
                    "name": series.name,
                    "most": series.end,
                    "values": [
                        {
                            "id": letter,
                            "label": value.group,
                            "value": value.value,
                            "text": self._text(value, series, band),
                            "note": value.note,
                        }
                        for letter, value in self._values(series)
                    ],
                }
                for series in self._series
            ],
            "leaves_out": [
                {"id": letter, "text": one.text, "why": one.why, "fits": None}
                for letter, one in zip(letters(), self.leaves_out, strict=False)
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        return [
            *([Paragraph(self.look)] if self.look else []),
            *self._figures(band),
            Heading(wording("explorer.leaves-out", band), level=2),
            Choices(options=tuple(one.text for one in self.leaves_out), several=True),
            Paragraph(wording("explorer.own-question", band)),
            Lines(LINES_TO_WRITE_ON),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Return what each figure leaves out, and where to read the source."""
        return [
            Paragraph(wording("explorer.key", band)),
            Heading(wording("explorer.leaves-out", band), level=2),
            Choices(
                options=tuple(one.text for one in self.leaves_out),
                several=True,
                notes=tuple(one.why for one in self.leaves_out),
            ),
            Paragraph(in_full(self.data.source)),
            Paragraph(self.data.licence),
        ]

    def _figures(self, band: str) -> list[Block]:
        group, figure, note = (
            wording(f"explorer.{name}", band) for name in ("group", "figure", "about-it")
        )
        blocks: list[Block] = [Heading(self.data.title, level=2)]
        for series in self._series:
            values = self._values(series)
            noted = any(value.note for _, value in values)
            blocks.append(
                Table(
                    head=(group, figure, note) if noted else (group, figure),
                    rows=tuple(
                        (value.group, self._text(value, series, band))
                        + ((value.note or "",) if noted else ())
                        for _, value in values
                    ),
                    caption=series.name,
                )
            )
        told = wording("explorer.about", band)
        return [
            *blocks,
            Paragraph(told.format(years=self.data.years, of=self.data.of)),
            Paragraph(self.data.note),
            Paragraph(wording("explorer.source", band).format(source=self._cited)),
        ]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per figure that the learner looks at, ready for pandas.

        ``figure``, ``group``, ``value`` (None without a figure), ``unit``, ``years``,
        ``note``, ``source``. ``answer`` has the id of a series in ``figure`` and the ids
        of its groups in ``groups``.

        Raises
        ------
        ValueError
            When the figure or a group is not one of this activity.

        """
        chosen = self._chosen(answer)
        if chosen is None:
            return []
        series, values = chosen
        return [
            {
                "figure": series.name,
                "group": value.group,
                "value": value.value,
                "unit": series.unit,
                "years": self.data.years,
                "note": value.note,
                "source": self.data.source.short,
            }
            for value in values
        ]

    def bars(self, answer: Mapping[str, Json]) -> Bars | None:
        """Return the figures that the learner looks at; all of the first without an answer.

        Raises
        ------
        ValueError
            When the figure or a group is not one of this activity.

        """
        first = self._series[0]
        series, values = self._chosen(answer) or (first, [one for _, one in self._values(first)])
        return Bars(
            title=series.name,
            most=series.end,
            bars=tuple(
                Bar(value.group, value.value, self._text(value, series)) for value in values
            ),
            source=self._cited,
        )

    def files(self) -> tuple[Path, ...]:
        """See `Activity.files`."""
        return (self.data.file,) if self.data.file else ()

    def _chosen(self, answer: Mapping[str, Json]) -> tuple[Series, list[Value]] | None:
        """Return the series and the figures of ``answer``, in the order they are shown."""
        figure, groups = answer.get("figure"), answer.get("groups") or []
        if figure is None:
            return None
        series = next((one for one in self._series if one.id == figure), None)
        if series is None:
            raise ValueError(f"this explorer has no figure {figure!r}.")
        values = dict(self._values(series))
        if not isinstance(groups, list) or any(
            not isinstance(one, str) or one not in values for one in groups
        ):
            raise ValueError(f"the figure '{figure}' has no groups {groups!r}.")
        return series, [value for letter, value in values.items() if letter in groups]
