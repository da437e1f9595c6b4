# SPDX-License-Identifier: MIT
"""``circles``: rings of helpers round a made-up person, and what each is good for.

On screen the map is always a character's. One's own map is for paper, and is kept: some
pupils have few helpers, and nobody asks for a list of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import (
    BOX,
    Block,
    Box,
    Choices,
    Figure,
    Heading,
    Paragraph,
    Table,
)
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Flag, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.rings import empty_rings
from sunlit.activities.shuffling import letters
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_PEOPLE = 24
SIZES = {YOUNGEST: (3, 5), YOUNGER: (3, 8)}
"""Most rings and people up to age 10."""


class Ring(Part):
    """A ring of the map."""

    id: Slug = Field(description="A short name.")
    name: Label = Field(description="What the ring is called.")
    note: Label | None = Field(None, description="A few more words.")


class GoodFor(Part):
    """Something a helper can be good for."""

    id: Slug = Field(description="A short name for a person's 'good_for'.")
    text: Label = Field(description="Such as 'listening' or 'making me laugh'.")


class Helper(Part):
    """Somebody round the character."""

    name: Label = Field(description="Who it is, such as 'Gran' or 'Ms Osei, school nurse'.")
    about: Label | None = Field(None, description="A few words about them.")
    adult: Flag = Field(default=False, description="true for an adult.")
    good_for: list[Slug] = Field(default=[], description="What we thought of, by id.")
    why: Text = Field(description="Something to talk about, whatever the ring.")
    picture: PictureDescription | None = Field(None, description="A picture of them.")


class Circles(Activity):
    """A map of a character's helpers; there is no right ring for anybody."""

    kind: Literal["circles"]
    character: Label = Field(description="The made-up person in the middle.")
    story: Text | None = Field(None, description="A few sentences about the character.")
    rings: list[Ring] = Field(min_length=2, max_length=4, description="From the inside out.")
    good_for: list[GoodFor] = Field(default=[], max_length=8)
    people: list[Helper] = Field(min_length=2, max_length=MOST_PEOPLE)

    @model_validator(mode="after")
    def _hangs_together(self) -> Circles:
        for key, texts in (
            ("rings", [ring.id for ring in self.rings]),
            ("rings", [ring.name for ring in self.rings]),
            ("good_for", [one.id for one in self.good_for]),
            ("good_for", [one.text for one in self.good_for]),
            ("people", [person.name for person in self.people]),
        ):
            if double := twice(texts):
                raise PydanticCustomError(
                    "circles",
                    "wanted a different one each time in '{key}', found '{text}' twice",
                    {"key": key, "text": double, "at": (key,)},
                )
        known = [one.id for one in self.good_for]
        for number, person in enumerate(self.people):
            for place, name in enumerate(person.good_for):
                if name not in known:
                    raise PydanticCustomError(
                        "circles",
                        "wanted one of {known}, found '{name}'",
                        {
                            "known": ", ".join(known) or "the ids in 'good_for', which is empty",
                            "name": name,
                            "at": ("people", number, "good_for", place),
                        },
                    )
        if not any(person.adult for person in self.people):
            raise PydanticCustomError(
                "circles",
                "wanted at least one person with 'adult: true', found none: "
                "friends are good company, and an adult stands behind them",
                {"at": ("people",)},
            )
        return self

    @model_validator(mode="after")
    def _fits_the_band(self, info: ValidationInfo) -> Circles:
        band = band_of(info)
        if band not in SIZES:
            return self
        for key, most in zip(("rings", "people"), SIZES[band], strict=True):
            count = len(getattr(self, key))
            if count > most:
                raise PydanticCustomError(
                    "band",
                    "wanted at most {most} {key} for {band}, found {count}",
                    {"most": most, "key": key, "band": band, "count": count, "at": (key,)},
                )
        if band == YOUNGEST:
            if self.good_for:
                raise PydanticCustomError(
                    "band",
                    "wanted no 'good_for' for ages-05-07 (say it in 'why'), found {count}",
                    {"count": len(self.good_for), "at": ("good_for",)},
                )
            if not all(person.picture for person in self.people):
                raise PydanticCustomError(
                    "band",
                    "wanted a picture of every person for ages-05-07, found some without",
                    {"at": ("people",)},
                )
        return self

    def compiled(self, band: str) -> dict[str, Json]:  # noqa: ARG002 - the contract of kinds
        """Return ``character``, ``story``, ``rings``, ``goodFor`` and ``people``.

        Each person has ``id``, ``name``, ``about``, ``adult``, ``goodFor`` (ids that we
        thought of), ``why`` and ``picture``.
        """
        return {
            "character": self.character,
            "story": self.story,
            "rings": [{"id": ring.id, "name": ring.name, "note": ring.note} for ring in self.rings],
            "goodFor": [{"id": one.id, "text": one.text} for one in self.good_for],
            "people": [
                {
                    "id": letter,
                    "name": person.name,
                    "about": person.about,
                    "adult": person.adult,
                    "goodFor": person.good_for,
                    "why": person.why,
                    "picture": drawn(person.picture, f"person-{letter}"),
                }
                for letter, person in self._lettered()
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """Return the character's map as a table, and an empty map that is kept."""
        names = tuple(ring.name for ring in self.rings)
        blocks: list[Block] = [Paragraph(self.story)] if self.story else []
        blocks.append(Paragraph(wording("circles.paper", band)))
        if any(person.picture for person in self.people):
            for letter, person in self._lettered():
                if person.picture:
                    picture = draw(person.picture, uid=f"person{letter}", theme="print")
                    blocks.append(Figure(picture))
                blocks += [Heading(_named(person), level=2), Choices(options=names)]
        else:
            head = (wording("circles.person", band), *names)
            rows = tuple((_named(person), *(BOX for _ in names)) for person in self.people)
            blocks.append(Table(head=head, rows=rows))
        if self.good_for:
            good = ", ".join(one.text for one in self.good_for)
            blocks.append(Paragraph(wording("circles.paper-good", band).replace("{list}", good)))
        return [*blocks, self._map_to_keep(band)]

    def _map_to_keep(self, band: str) -> Box:
        def said(key: str) -> str:
            return wording(key, band).replace("{character}", self.character)

        rings = ", ".join(ring.name for ring in self.rings)
        title = wording("circles.blank-rings", band).replace("{n}", str(len(self.rings)))
        inside = (
            Paragraph(said("circles.keep")),
            Paragraph(wording("circles.rings", band).replace("{rings}", rings)),
            Figure(empty_rings(len(self.rings), title), to_fill_in=True),
        )
        return Box(title=said("circles.blank"), blocks=inside)

    def key_blocks(self, band: str) -> list[Block]:
        """Return what there is to talk about for each person."""
        texts = {one.id: one.text for one in self.good_for}
        head = ["person", *(["good-for"] if texts else []), "why"]
        rows = []
        for person in self.people:
            name = person.name
            if person.adult:
                name += f" ({wording('circles.adult', band)})"
            good = [", ".join(texts[one] for one in person.good_for)] if texts else []
            rows.append((name, *good, person.why))
        return [
            Paragraph(wording("circles.key", band)),
            Table(head=tuple(wording(f"circles.{key}", band) for key in head), rows=tuple(rows)),
        ]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per person on the map: ``person``, ``ring``, ``good_for``, ``adult``.

        ``answer`` maps a person's id to ``ring`` (an id) and ``good`` (a list of ids).

        Raises
        ------
        ValueError
            When a person, ring or use is not one of this activity.

        """
        people = dict(self._lettered())
        rings = {ring.id: ring.name for ring in self.rings}
        texts = {one.id: one.text for one in self.good_for}
        rows = []
        for identifier, place in answer.items():
            ring = place.get("ring") if isinstance(place, dict) else None
            good = place.get("good", []) if isinstance(place, dict) else None
            if (
                identifier not in people
                or not isinstance(ring, str)
                or ring not in rings
                or not isinstance(good, list)
                or not all(isinstance(one, str) and one in texts for one in good)
            ):
                raise ValueError(f"this map has no place {place!r} for '{identifier}'.")
            rows.append(
                {
                    "person": people[identifier].name,
                    "ring": rings[ring],
                    "good_for": [texts[one] for one in good],
                    "adult": people[identifier].adult,
                }
            )
        return rows

    def _lettered(self) -> list[tuple[str, Helper]]:
        return list(zip(letters(), self.people, strict=False))


def _named(person: Helper) -> str:
    return f"{person.name} ({person.about})" if person.about else person.name
