# SPDX-License-Identifier: MIT
"""``profile``: made-up people with many sides, and what a fairer place changes for whom.

The learner turns conditions on and off (a translator, a quiet room, a fairer rule).
Nobody is ranked: people stand in the author's order, and nothing is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import (
    Block,
    Box,
    Choices,
    Figure,
    Heading,
    ItemList,
    Lines,
    Paragraph,
    Table,
)
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EVERYBODY = "everybody"
"""Who a change is for when it is for all, also those who are not on the page."""

SIZES = {YOUNGEST: (1, 3), YOUNGER: (2, 4)}
"""Most people and conditions up to age 10."""
LINES_FOR_WHOM = 3
LINES_TO_REDESIGN = 6


class Side(Part):
    """One of the many sides of a person."""

    id: Slug = Field(description="A short name.")
    name: Label = Field(description="Such as 'speaks Farsi at home' or 'never misses a match'.")


class Person(Part):
    """A made-up person, or an animal for ages 5 to 7."""

    id: Slug = Field(description="A short name for 'who'.")
    name: Label = Field(description="What they are called.")
    about: Text | None = Field(None, description="A sentence or two about them.")
    sides: list[Side] = Field(min_length=2, max_length=8)
    now: Text = Field(description="What is easy and what is hard as things are.")
    picture: PictureDescription | None = Field(None, description="A picture of them.")


class Change(Part):
    """What gets easier for somebody."""

    who: Slug = Field(description="The id of a person, or 'everybody'.")
    easier: Text = Field(description="What gets easier, in a sentence.")
    sides: list[Slug] = Field(default=[], description="The sides of that person it reaches.")


class Condition(Part):
    """Something a school or service could do differently."""

    id: Slug = Field(description="A short name for 'together'.")
    name: Label = Field(description="Such as 'A translator by phone'.")
    note: Label | None = Field(None, description="A few more words.")
    changes: list[Change] = Field(min_length=1, max_length=6)
    still: Text | None = Field(None, description="What it does not change.")
    picture: PictureDescription | None = Field(None, description="A picture of it.")


class Together(Change):
    """What gets easier only when several conditions hold at once."""

    conditions: list[Slug] = Field(min_length=2, max_length=4)


class Redesign(Part):
    """The task that ends in the learner's own words."""

    prompt: Text = Field(description="What to make fairer, and for whom.")
    starters: list[Label] = Field(default=[], max_length=5, description="Beginnings of sentences.")


class Profile(Activity):
    """People with many sides, conditions to turn on, and a redesign from age 11."""

    kind: Literal["profile"]
    people: list[Person] = Field(min_length=1, max_length=4)
    conditions: list[Condition] = Field(min_length=2, max_length=8)
    together: list[Together] = Field(default=[], max_length=6)
    redesign: Redesign | None = Field(None, description="The task in own words (from age 11).")

    @model_validator(mode="after")
    def _names_differ(self) -> Profile:
        groups: list[tuple[tuple[str | int, ...], Iterable[str]]] = [
            (("people",), [person.id for person in self.people] + [EVERYBODY]),
            (("people",), [person.name for person in self.people]),
            (("conditions",), [condition.id for condition in self.conditions]),
            (("conditions",), [condition.name for condition in self.conditions]),
            *(
                (("people", number, "sides"), [side.id for side in person.sides])
                for number, person in enumerate(self.people)
            ),
        ]
        for at, names in groups:
            if double := twice(names):
                raise PydanticCustomError(
                    "profile",
                    "wanted a different name each time, found '{name}' twice",
                    {"name": double, "at": at},
                )
        return self

    @model_validator(mode="after")
    def _changes_know_whom(self) -> Profile:
        known = {person.id: [side.id for side in person.sides] for person in self.people}
        known[EVERYBODY] = []
        changes: list[tuple[tuple[str | int, ...], Change]] = [
            *(
                (("conditions", number, "changes", place), change)
                for number, condition in enumerate(self.conditions)
                for place, change in enumerate(condition.changes)
            ),
            *((("together", number), change) for number, change in enumerate(self.together)),
        ]
        for at, change in changes:
            _one_of(change.who, list(known), (*at, "who"))
            for place, side in enumerate(change.sides):
                _one_of(side, known[change.who], (*at, "sides", place))
        ids = [condition.id for condition in self.conditions]
        for number, group in enumerate(self.together):
            for place, name in enumerate(group.conditions):
                _one_of(name, ids, ("together", number, "conditions", place))
        return self

    @model_validator(mode="after")
    def _fits_the_band(self, info: ValidationInfo) -> Profile:
        band = band_of(info)
        if not band:
            return self
        if band not in SIZES:
            if self.redesign is None:
                raise PydanticCustomError(
                    "band",
                    "wanted 'redesign' with a 'prompt' for {band}, found nothing: "
                    "the task ends in the learner's own words",
                    {"band": band},
                )
            return self
        if self.redesign is not None:
            raise PydanticCustomError(
                "band",
                "wanted no 'redesign' for {band}, where nobody types; talk about it instead",
                {"band": band, "at": ("redesign",)},
            )
        for key, most in zip(("people", "conditions"), SIZES[band], strict=True):
            count = len(getattr(self, key))
            if count > most:
                raise PydanticCustomError(
                    "band",
                    "wanted {wanted} for {band}, found {count}",
                    {
                        "wanted": "one animal" if most == 1 else f"at most {most} {key}",
                        "band": band,
                        "count": count,
                        "at": (key,),
                    },
                )
        pictures = [
            *(person.picture for person in self.people),
            *(condition.picture for condition in self.conditions),
        ]
        if band == YOUNGEST and None in pictures:
            raise PydanticCustomError(
                "band",
                "wanted a picture of the animal and of every condition for ages-05-07, "
                "found some without",
            )
        return self

    def compiled(self, band: str) -> dict[str, Json]:  # noqa: ARG002 - the contract of kinds
        """Return ``people``, ``conditions``, ``together`` and ``redesign``.

        A change has ``who`` (a person's id or ``everybody``), ``easier`` and ``sides``.
        """
        return {
            "people": [
                {
                    "id": person.id,
                    "name": person.name,
                    "about": person.about,
                    "now": person.now,
                    "sides": [{"id": side.id, "name": side.name} for side in person.sides],
                    "picture": drawn(person.picture, f"person-{person.id}"),
                }
                for person in self.people
            ],
            "conditions": [
                {
                    "id": condition.id,
                    "name": condition.name,
                    "note": condition.note,
                    "still": condition.still,
                    "changes": [_change(change) for change in condition.changes],
                    "picture": drawn(condition.picture, f"condition-{condition.id}"),
                }
                for condition in self.conditions
            ],
            "together": [
                {"conditions": group.conditions, **_change(group)} for group in self.together
            ],
            "redesign": self.redesign.model_dump() if self.redesign else None,
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        pictures = tuple(
            draw(one.picture, uid=f"condition-{one.id}", theme="print") if one.picture else None
            for one in self.conditions
        )
        options = tuple(
            f"{one.name}: {one.note}" if one.note else one.name for one in self.conditions
        )
        blocks: list[Block] = [
            *(self._person(person, band) for person in self.people),
            Heading(wording("profile.paper", band), level=2),
            Choices(options=options, several=True, pictures=pictures if any(pictures) else ()),
            Paragraph(wording("profile.paper-whom", band)),
        ]
        if self.redesign is None:
            return blocks
        starters = tuple(f"{starter} …" for starter in self.redesign.starters)
        return [
            *blocks,
            Lines(LINES_FOR_WHOM),
            Heading(self.redesign.prompt, level=2),
            *([ItemList(starters)] if starters else []),
            Lines(LINES_TO_REDESIGN),
        ]

    def _person(self, person: Person, band: str) -> Box:
        inside: list[Block] = []
        if person.picture:
            picture = draw(person.picture, uid=f"person-{person.id}", theme="print")
            inside.append(Figure(picture))
        if person.about:
            inside.append(Paragraph(person.about))
        inside += [
            ItemList(tuple(side.name for side in person.sides)),
            Paragraph(f"{wording('profile.now', band)}: {person.now}"),
        ]
        return Box(title=person.name, blocks=tuple(inside))

    def key_blocks(self, band: str) -> list[Block]:
        """Return what each condition changes for whom, and what it leaves to do."""
        names = self._names(band)
        conditions = {condition.id: condition.name for condition in self.conditions}
        rows = [
            *(
                (condition.name, names[change.who], change.easier)
                for condition in self.conditions
                for change in condition.changes
            ),
            *(
                (
                    " + ".join(conditions[one] for one in group.conditions),
                    names[group.who],
                    group.easier,
                )
                for group in self.together
            ),
        ]
        head = tuple(wording(f"profile.{key}", band) for key in ("condition", "whom", "easier"))
        left = tuple(
            f"{condition.name}: {condition.still}"
            for condition in self.conditions
            if condition.still
        )
        still: list[Block] = []
        if left:
            still = [Paragraph(wording("profile.still", band), strong=True), ItemList(left)]
        return [
            Paragraph(wording("profile.key", band)),
            Table(head=head, rows=tuple(rows)),
            *still,
        ]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per change that holds: ``condition``, ``who``, ``easier``.

        ``answer`` has the ids of the conditions turned on in ``on``; what was written is
        its ``words`` and stays out of the frame.

        Raises
        ------
        ValueError
            When a condition is not one of this activity.

        """
        on = answer.get("on", [])
        names = self._names("")
        conditions = {condition.id: condition for condition in self.conditions}
        known = isinstance(on, list) and all(
            isinstance(one, str) and one in conditions for one in on
        )
        if not known or len(set(on)) != len(on):
            raise ValueError(f"wanted conditions of this activity, each once, found {on!r}.")
        holding: list[tuple[str, Change]] = [
            *((conditions[one].name, change) for one in on for change in conditions[one].changes),
            *(
                (" + ".join(conditions[one].name for one in group.conditions), group)
                for group in self.together
                if set(group.conditions) <= set(on)
            ),
        ]
        return [
            {"condition": name, "who": names[change.who], "easier": change.easier}
            for name, change in holding
        ]

    def _names(self, band: str) -> dict[str, str]:
        names = {person.id: person.name for person in self.people}
        return names | {EVERYBODY: wording("profile.everybody", band)}


def _change(change: Change) -> dict[str, Json]:
    return {"who": change.who, "easier": change.easier, "sides": change.sides}


def _one_of(name: str, known: list[str], at: tuple[str | int, ...]) -> None:
    if name not in known:
        raise PydanticCustomError(
            "profile",
            "wanted one of {known}, found '{name}'",
            {"known": ", ".join(known) or "nothing", "name": name, "at": at},
        )
