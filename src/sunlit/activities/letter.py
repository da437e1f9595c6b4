# SPDX-License-Identifier: MIT
"""``letter``: a letter, pledge, speech or poster from sentence starters, rights and facts.

Ages 5 to 7 compose a class poster from pictures, ages 8 to 10 choose prepared endings,
older pupils write. Every right and fact brings its source along. Nothing is stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Choices, Heading, ItemList, Lines, Paragraph
from sunlit.activities.kind import Activity, Count, Json, Label, Part, Text, band_of, twice
from sunlit.activities.picture_choices import (
    MOST_CHOICES,
    PICK,
    PictureChoice,
    check_choices,
    choice_rows,
    compile_choices,
    paper_choices,
)
from sunlit.activities.shuffling import letters
from sunlit.activities.sources import Source, in_full
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_ENDINGS = 2
LONGEST = 2000
"""Most characters a learner writes in one part."""
LINES_TO_WRITE_ON = 4


def count_words(text: str) -> int:
    """Return how many words ``text`` has: what stands between spaces and holds a letter or digit.

    The page counts in the same way, so that both show one number.
    """
    return sum(any(sign.isalnum() for sign in word) for word in text.split())


class LetterPart(Part):
    """One part of the text, with ways to begin it."""

    name: Label = Field(description="What this part does, such as 'What we ask for'.")
    note: Label | None = Field(None, description="A hint below the name.")
    starters: list[Label] = Field(
        min_length=1, max_length=6, description="Ways to begin; one of them for ages-08-10."
    )
    endings: list[Label] = Field(
        default=[], max_length=6, description="Prepared endings to choose from, for ages-08-10."
    )


class Fact(Part):
    """A right or a fact that may stand in the text, with its source."""

    text: Text = Field(description="One sentence, in our own words.")
    source: Source = Field(description="The key of its source in references.bib.")


class Length(Part):
    """How long a good text is."""

    least: Count = Field(ge=1, le=1000)
    most: Count = Field(ge=1, le=1000)

    @model_validator(mode="after")
    def _ordered(self) -> Length:
        if self.least > self.most:
            raise PydanticCustomError(
                "length",
                "wanted 'least' to be at most 'most', found {least} and {most}",
                {"least": self.least, "most": self.most},
            )
        return self


class Letter(Activity):
    """A text to read out, send or hang up, built from prepared beginnings."""

    kind: Literal["letter"]
    form: Literal["letter", "pledge", "speech", "poster"] = Field(
        description="What it becomes: letter, pledge, speech or poster."
    )
    heading: Label | None = Field(None, description="The title on the paper.")
    opening: Label | None = Field(None, description="How it begins, such as 'Dear council,'.")
    closing: Label | None = Field(None, description="How it ends, such as 'Class 8'.")
    parts: list[LetterPart] = Field(default=[], max_length=6, description="The parts, in order.")
    bank: list[Fact] = Field(default=[], max_length=12, description="Rights and facts to use.")
    words: Length | None = Field(None, description="A good length, in words (from age 11).")
    lines: list[PictureChoice] = Field(
        default=[], max_length=MOST_CHOICES, description="Pictures with lines, for ages-05-07."
    )
    pick: Count = Field(PICK, ge=1, le=6, description="How many pictures are chosen.")

    @model_validator(mode="after")
    def _has_what_its_band_needs(self, info: ValidationInfo) -> Letter:
        band = band_of(info)
        if band == YOUNGEST or (not band and self.lines):
            self._is_a_poster()
            return self
        if self.lines:
            raise PydanticCustomError(
                "band", "wanted 'lines' only for ages-05-07, found them for {band}", {"band": band}
            )
        if not self.parts:
            raise PydanticCustomError("parts", "wanted 'parts' with starters, found none")
        for key, texts in (
            ("parts", [part.name for part in self.parts]),
            ("bank", [fact.text for fact in self.bank]),
        ):
            if double := twice(texts):
                raise PydanticCustomError(
                    "parts",
                    "wanted different texts in '{key}', found '{text}' twice",
                    {"key": key, "text": double, "at": (key,)},
                )
        for number, part in enumerate(self.parts):
            self._can_be_filled_in(number, part, band)
        return self

    def _is_a_poster(self) -> None:
        for key in ("parts", "bank", "words", "opening", "closing"):
            if getattr(self, key):
                raise PydanticCustomError(
                    "band",
                    "wanted a poster of 'lines' for ages-05-07, found '{key}'",
                    {"key": key, "at": (key,)},
                )
        if self.form != "poster":
            raise PydanticCustomError(
                "band",
                "wanted 'form: poster' for ages-05-07, found '{form}'",
                {"form": self.form, "at": ("form",)},
            )
        check_choices(self.lines, self.pick)

    def _can_be_filled_in(self, number: int, part: LetterPart, band: str) -> None:
        at = ("parts", number)
        for key in ("starters", "endings"):
            if double := twice(getattr(part, key)):
                raise PydanticCustomError(
                    "parts",
                    "'{part}': wanted different {key}, found '{text}' twice",
                    {"part": part.name, "key": key, "text": double, "at": (*at, key)},
                )
        if band != YOUNGER:
            if part.endings:
                raise PydanticCustomError(
                    "band",
                    "'{part}': wanted 'endings' only for ages-08-10; older pupils write their own",
                    {"part": part.name, "at": (*at, "endings")},
                )
            return
        if len(part.starters) != 1 or len(part.endings) < FEWEST_ENDINGS:
            raise PydanticCustomError(
                "band",
                "'{part}': wanted one starter and two or more endings for ages-08-10 "
                "(nobody types there), found {starters} and {endings}",
                {
                    "part": part.name,
                    "starters": len(part.starters),
                    "endings": len(part.endings),
                    "at": at,
                },
            )
        if self.words:
            raise PydanticCustomError(
                "band", "wanted 'words' from age 11 only, found it", {"at": ("words",)}
            )

    def compiled(self, band: str) -> dict[str, Json]:  # noqa: ARG002 - the contract of kinds
        """Return the texts of the activity; ``mode`` is poster, choose or write.

        Parts and facts have ``id``; a part of mode choose has ``endings`` with ids. A
        fact has ``cited``, its source as a text names it, and ``title``.
        """
        return {
            "mode": self._mode,
            "form": self.form,
            "heading": self.heading,
            "opening": self.opening,
            "closing": self.closing,
            "longest": LONGEST,
            "pick": self.pick,
            "words": self.words.model_dump() if self.words else None,
            "lines": compile_choices(self.lines),
            "parts": [
                {
                    "id": letter,
                    "name": part.name,
                    "note": part.note,
                    "starters": part.starters,
                    "endings": [
                        {"id": one, "text": text}
                        for one, text in zip(letters(), part.endings, strict=False)
                    ],
                }
                for letter, part in zip(letters(), self.parts, strict=False)
            ],
            "bank": [
                {
                    "id": letter,
                    "text": fact.text,
                    "cited": fact.source.short,
                    "title": fact.source.title,
                }
                for letter, fact in zip(letters(), self.bank, strict=False)
            ],
        }

    @property
    def _mode(self) -> str:
        if self.lines:
            return "poster"
        return "choose" if self.parts[0].endings else "write"

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        if self.lines:
            return paper_choices(self.lines, self.pick, band)
        blocks: list[Block] = []
        if self._mode == "write":
            blocks.append(Paragraph(self._word("paper" if self.bank else "paper-alone", band)))
        if self.words:
            blocks.append(Paragraph(self._word("length", band).format(**self.words.model_dump())))
        if self.opening:
            blocks.append(Paragraph(self.opening, strong=True))
        for part in self.parts:
            blocks += self._paper_part(part, band)
        if self.bank:
            blocks += [
                Heading(self._word("bank", band), level=2),
                ItemList(tuple(f"{fact.text} ({fact.source.short})" for fact in self.bank)),
            ]
        if self.closing:
            blocks.append(Paragraph(self.closing, strong=True))
        return blocks

    def _paper_part(self, part: LetterPart, band: str) -> list[Block]:
        note: list[Block] = [Paragraph(part.note)] if part.note else []
        if part.endings:
            return [
                Heading(part.name, level=2),
                *note,
                Paragraph(self._word("starts", band).format(starter=part.starters[0])),
                Choices(options=tuple(part.endings)),
            ]
        return [
            Heading(part.name, level=2),
            *note,
            ItemList(tuple(self._word("starts", band).format(starter=s) for s in part.starters)),
            Lines(LINES_TO_WRITE_ON),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Say what to look for together, and where each right and fact comes from."""
        blocks: list[Block] = [Paragraph(self._word("key" if self.bank else "key-alone", band))]
        if self.bank:
            facts = tuple(f"{fact.text} {in_full(fact.source)}" for fact in self.bank)
            blocks += [Heading(self._word("bank", band), level=2), ItemList(facts)]
        return blocks

    @staticmethod
    def _word(key: str, band: str) -> str:
        return wording(f"letter.{key}", band)

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per part written or chosen: ``part``, ``text``, ``words``, ``sources``.

        ``answer`` maps parts to a text, or to the id of an ending, in ``parts``, and the
        facts used to the part they stand in, in ``facts``. ``words`` counts both. A poster
        gives a row per picture: ``line``, ``why``.

        Raises
        ------
        ValueError
            When a part, an ending, a fact or a picture is not one of this activity.

        """
        if self.lines:
            return choice_rows(self.lines, self.pick, answer)
        parts = dict(zip(letters(), self.parts, strict=False))
        bank = dict(zip(letters(), self.bank, strict=False))
        texts, used = answer.get("parts", {}), answer.get("facts", {})
        if not isinstance(texts, dict) or not isinstance(used, dict):
            raise ValueError("wanted 'parts' and 'facts' by id.")  # noqa: TRY004 - the contract
        for identifier in (*texts, *used.values()):
            if identifier not in parts:
                raise ValueError(f"this letter has no part {identifier!r}.")
        if unknown := [identifier for identifier in used if identifier not in bank]:
            raise ValueError(f"this letter has no fact {unknown[0]!r}.")
        rows = []
        for identifier, part in parts.items():
            written = self._written(part, texts.get(identifier, ""))
            facts = [bank[fact] for fact, place in used.items() if place == identifier]
            text = " ".join([*([written] if written else []), *(fact.text for fact in facts)])
            if text:
                sources = [fact.source.short for fact in facts]
                row = {"part": part.name, "text": text, "words": count_words(text)}
                rows.append({**row, "sources": sources})
        return rows

    @staticmethod
    def _written(part: LetterPart, given: Json) -> str:
        """Return the text of ``part``: as written, or its starter with the chosen ending."""
        if not isinstance(given, str) or len(given) > LONGEST:
            raise ValueError(f"'{part.name}' does not take {given!r}.")
        if not part.endings or not given:
            return given.strip()
        endings = dict(zip(letters(), part.endings, strict=False))
        if given not in endings:
            raise ValueError(f"'{part.name}' has no ending {given!r}.")
        return f"{part.starters[0]} {endings[given]}"
