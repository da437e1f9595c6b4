# SPDX-License-Identifier: MIT
"""``audit``: rate headlines, posters or plots with the same few questions, and count.

What is rated is described, never shown (handbook, 5.10). Ages 5 to 7 look at a picture
and say whose feelings are in it. There is no right rating and no total over the questions:
they ask different things.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.bars import Bar, Bars
from sunlit.activities.blocks import BOX, Block, Choices, Figure, Heading, Paragraph, Table
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.shuffling import letters
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

RATINGS = {YOUNGER: ("yes", "no", "unsure")}
ALL_RATINGS = ("yes", "partly", "no", "unsure")
RUBRIC = ("truth", "fairness", "help", "missing")
"""The questions when the author gives none; ages 8 to 10 leave out 'help'."""
MOST_GROUPS = 12
_YOUNGER_ITEMS, _YOUNGER_QUESTIONS = 6, 3
_YOUNGEST_OPTIONS = (2, 3)


class RubricQuestion(Part):
    """A question that is asked of everything that is rated."""

    id: Slug = Field(description="A short name, for 'notes'.")
    ask: Label = Field(description="The question; it can be answered with yes or no.")
    note: Label | None = Field(None, description="What to look for.")


class FeelingOption(Part):
    """Somebody in a picture, for ages 5 to 7."""

    text: Label = Field(description="Who it is.")
    why: Text = Field(description="What we see of their feelings, read aloud.")
    picture: PictureDescription | None = Field(None, description="A picture of them.")


class AuditItem(Part):
    """Something to rate: made up, and told in words."""

    text: Text = Field(description="The headline, or the poster or plot in a few words.")
    form: Literal["headline", "poster", "plot", "post"] | None = Field(
        None, description="What it is: headline, poster, plot or post."
    )
    talk: Text = Field(description="What to think about, shown after rating.")
    notes: dict[Slug, Text] = Field(
        default={}, description="A thought about one question, by its id."
    )
    picture: PictureDescription | None = Field(None, description="A picture of it.")
    options: list[FeelingOption] = Field(
        default=[], max_length=3, description="Whose feelings are seen, for ages-05-07."
    )


class Audit(Activity):
    """The same questions about several things; the counts become one chart."""

    kind: Literal["audit"]
    rubric: list[RubricQuestion] = Field(
        default=[], max_length=6, description="The questions; ours if left out."
    )
    items: list[AuditItem] = Field(min_length=2, max_length=12)
    _band: str = PrivateAttr("")
    """The band it was read for: our own questions differ between bands."""

    @model_validator(mode="after")
    def _hangs_together(self, info: ValidationInfo) -> Audit:
        if double := twice(question.id for question in self.rubric):
            raise PydanticCustomError(
                "rubric",
                "wanted a different 'id' each time, found '{id}' twice",
                {"id": double, "at": ("rubric",)},
            )
        if double := twice(item.text for item in self.items if not item.options):
            raise PydanticCustomError(
                "items",
                "wanted different things to rate, found '{text}' twice",
                {"text": double, "at": ("items",)},
            )
        band = self._band = band_of(info)
        known = [question.id for question in self._rubric(band)]
        for number, item in enumerate(self.items):
            for identifier in item.notes:
                if identifier not in known:
                    raise PydanticCustomError(
                        "notes",
                        "wanted one of the questions {known}, found '{id}'",
                        {
                            "known": ", ".join(known),
                            "id": identifier,
                            "at": ("items", number, "notes"),
                        },
                    )
            self._fits_the_band(number, item, band)
        if band == YOUNGEST and self.rubric:
            raise PydanticCustomError(
                "band",
                "wanted pictures with 'options' for ages-05-07, found a 'rubric'",
                {"at": ("rubric",)},
            )
        if band == YOUNGER:
            self._is_short()
        return self

    def _fits_the_band(self, number: int, item: AuditItem, band: str) -> None:
        at = ("items", number)
        if band == YOUNGEST:
            if item.picture is None or len(item.options) not in _YOUNGEST_OPTIONS:
                raise PydanticCustomError(
                    "band",
                    "wanted a 'picture' and two or three 'options' for ages-05-07, "
                    "found {picture} and {count}",
                    {
                        "picture": "no picture" if item.picture is None else "a picture",
                        "count": len(item.options),
                        "at": at,
                    },
                )
            if double := twice(option.text for option in item.options):
                raise PydanticCustomError(
                    "options",
                    "wanted different options, found '{text}' twice",
                    {"text": double, "at": (*at, "options")},
                )
        elif item.options and band:
            raise PydanticCustomError(
                "band",
                "wanted 'options' only for ages-05-07, found them for {band}",
                {"band": band, "at": (*at, "options")},
            )

    def _is_short(self) -> None:
        for key, found, most in (
            ("items", len(self.items), _YOUNGER_ITEMS),
            ("rubric", len(self.rubric), _YOUNGER_QUESTIONS),
        ):
            if found > most:
                raise PydanticCustomError(
                    "band",
                    "wanted at most {most} in '{key}' for ages-08-10, found {found}",
                    {"most": most, "key": key, "found": found, "at": (key,)},
                )

    @property
    def _of_pictures(self) -> bool:
        return bool(self.items[0].options)

    def _rubric(self, band: str) -> list[RubricQuestion]:
        """Return the questions: the author's, or ours in the words of the band."""
        if self.rubric or band == YOUNGEST:
            return self.rubric
        return [
            RubricQuestion(
                id=name,
                ask=wording(f"audit.ask-{name}", band),
                note=wording(f"audit.note-{name}", band),
            )
            for name in RUBRIC
            if not (band == YOUNGER and name == "help")
        ]

    def compiled(self, band: str) -> dict[str, Json]:
        """Return ``mode`` (pictures or rubric), ``rubric``, ``ratings`` and ``items``.

        ``groups`` is how many groups may type in their counts; 0 for the younger ones.
        """
        return {
            "mode": "pictures" if self._of_pictures else "rubric",
            "groups": 0 if band in {YOUNGEST, YOUNGER} else MOST_GROUPS,
            "rubric": [question.model_dump() for question in self._rubric(band)],
            "ratings": [
                {"id": rating, "text": wording(f"audit.{rating}", band)}
                for rating in RATINGS.get(band, ALL_RATINGS)
            ],
            "items": [
                {
                    "id": letter,
                    "text": item.text,
                    "form": wording(f"audit.{item.form}", band) if item.form else None,
                    "talk": item.talk,
                    "notes": item.notes,
                    "picture": drawn(item.picture, f"item-{letter}"),
                    "options": [
                        {
                            "id": one,
                            "text": option.text,
                            "why": option.why,
                            "fits": None,
                            "picture": drawn(option.picture, f"option-{letter}-{one}"),
                        }
                        for one, option in zip(letters(), item.options, strict=False)
                    ],
                }
                for letter, item in zip(letters(), self.items, strict=False)
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        if self._of_pictures:
            return [block for item in self.items for block in self._paper_picture(item, key=False)]
        ratings = tuple(wording(f"audit.{one}", band) for one in RATINGS.get(band, ALL_RATINGS))
        rubric = self._rubric(band)
        blocks: list[Block] = [Paragraph(wording("audit.paper", band))]
        for item in self.items:
            blocks += self._described(item, band)
            rows = tuple((one.ask, *(BOX for _ in ratings)) for one in rubric)
            blocks.append(Table(head=(wording("audit.question", band), *ratings), rows=rows))
        empty = tuple((one.ask, *("" for _ in ratings)) for one in rubric)
        return [
            *blocks,
            Heading(wording("audit.count", band), level=2),
            Table(head=(wording("audit.question", band), *ratings), rows=empty),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Return what to think about with each thing; there is no right rating."""
        if self._of_pictures:
            return [block for item in self.items for block in self._paper_picture(item, key=True)]
        asks = {question.id: question.ask for question in self._rubric(band)}
        blocks: list[Block] = [Paragraph(wording("audit.key", band))]
        for item in self.items:
            blocks += [*self._described(item, band), Paragraph(item.talk)]
            blocks += [Paragraph(f"{asks[one]} {note}") for one, note in item.notes.items()]
        return blocks

    @staticmethod
    def _described(item: AuditItem, band: str) -> list[Block]:
        form = f"{wording(f'audit.{item.form}', band)}: " if item.form else ""
        picture = [Figure(draw(item.picture, uid="item", theme="print"))] if item.picture else []
        return [*picture, Heading(f"{form}{item.text}", level=2)]

    @staticmethod
    def _paper_picture(item: AuditItem, *, key: bool) -> list[Block]:
        pictures = tuple(
            draw(option.picture, uid=f"o{number}", theme="print") if option.picture else None
            for number, option in enumerate(item.options)
        )
        blocks: list[Block] = []
        if item.picture and not key:
            blocks.append(Figure(draw(item.picture, uid="item", theme="print")))
        blocks += [
            Heading(item.text, level=2),
            Choices(
                options=tuple(option.text for option in item.options),
                several=True,
                notes=tuple(option.why for option in item.options) if key else (),
                pictures=pictures if any(pictures) else (),
            ),
        ]
        return [*blocks, Paragraph(item.talk)] if key else blocks

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per rated thing and question: ``item``, ``question``, ``rating``.

        ``answer`` maps things to their ratings by question in ``ratings``; a passed one
        is null and left out. Of a picture the row has ``item`` and ``feelings`` (texts).

        Raises
        ------
        ValueError
            When a thing, a question or a rating is not one of this activity.

        """
        rubric = {question.id: question for question in self._rubric(self._band)}
        rows: list[dict[str, Json]] = []
        for identifier, item, rated in self._rated(answer):
            if item.options:
                options = dict(zip(letters(), item.options, strict=False))
                if not isinstance(rated, list) or any(one not in options for one in rated):
                    raise ValueError(f"'{identifier}' does not offer {rated!r}.")
                rows.append({"item": item.text, "feelings": [options[one].text for one in rated]})
                continue
            if not isinstance(rated, dict):
                raise ValueError(f"wanted the ratings of '{identifier}' by question.")  # noqa: TRY004 - the contract of kinds
            for question, rating in rated.items():
                if question not in rubric or rating not in ALL_RATINGS:
                    raise ValueError(f"'{identifier}' has no rating {rating!r} for '{question}'.")
                rows.append({"item": item.text, "question": rubric[question].ask, "rating": rating})
        return rows

    def bars(self, answer: Mapping[str, Json]) -> Bars | None:
        """Return how often each question was answered with yes.

        The groups' counts make the bars; without any, the learner's own ratings do. None
        for the pictures of ages 5 to 7.

        Raises
        ------
        ValueError
            When a count is not a whole number from 0 to the number of things rated.

        """
        if self._of_pictures:
            return None
        rubric = self._rubric(self._band)
        groups = answer.get("groups") or []
        yes = dict.fromkeys((question.id for question in rubric), 0)
        asked = dict(yes)
        if groups:
            for group in groups:
                self._check_group(group, yes)
                for name in yes:
                    yes[name] += group.get(name, 0)
                    asked[name] += len(self.items)
        else:
            self.rows(answer)  # refuses what is not of this activity
            for _, _, rated in self._rated(answer):
                for name, rating in rated.items():
                    yes[name] += rating == "yes"
                    asked[name] += 1
        text = wording("audit.of")
        return Bars(
            title=wording("audit.chart"),
            most=max(1, *asked.values()),
            bars=tuple(
                Bar(one.ask, yes[one.id], text.format(n=yes[one.id], total=asked[one.id]))
                for one in rubric
            ),
        )

    def _rated(self, answer: Mapping[str, Json]) -> list[tuple[str, AuditItem, Json]]:
        items = dict(zip(letters(), self.items, strict=False))
        ratings = answer.get("ratings") or {}
        if not isinstance(ratings, dict) or any(one not in items for one in ratings):
            raise ValueError("wanted the ratings of things that are in this activity.")
        return [(one, items[one], rated) for one, rated in ratings.items() if rated is not None]

    def _check_group(self, group: Json, known: Mapping[str, int]) -> None:
        if not isinstance(group, dict):
            raise ValueError(f"wanted the counts of a group by question, found {group!r}.")  # noqa: TRY004 - the contract of kinds
        for name, count in group.items():
            if (
                name not in known
                or not isinstance(count, int)
                or isinstance(count, bool)
                or not 0 <= count <= len(self.items)
            ):
                raise ValueError(
                    f"wanted a count from 0 to {len(self.items)} for '{name}', found {count!r}."
                )
