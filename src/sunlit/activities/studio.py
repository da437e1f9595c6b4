# SPDX-License-Identifier: MIT
"""``studio``: draw, place and write about a character, an idea or a stereotype.

The drawing stays in the tab until the learner saves it on the device. Nothing looks into
it for meaning: it is never sent, scored or interpreted, and never about the learner's
own state of mind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Box, Figure, ItemList, Paragraph
from sunlit.activities.kind import Activity, Json, Label, band_of, twice
from sunlit.activities.studio_shapes import COLOURS, LIGHT, STAMPS, TemplateName, size_of, template
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 80
"""Most characters of one text in a drawing."""
MOST_THINGS = 500
BLANK_HEIGHT = 150
"""Millimetres of the empty frame on paper."""
STAMP_NAMES = tuple(STAMPS)
_ONESELF = re.compile(
    r"\A\W*(?:you|yours|yourself|me|myself|us|ourselves|the pupil|pupils)\W*\Z", re.IGNORECASE
)
_OWN_STATE = re.compile(
    r"\b(?:you|you.re|your)\b[^.?!]{0,30}\b(?:feel|feels|feeling|feelings|mood|moods)\b"
    r"|\bhow (?:are|do) you\b|\byour own (?:feelings?|mood|mind|weather|story|worr(?:y|ies))\b",
    re.IGNORECASE,
)


class Studio(Activity):
    """A drawing with words, on a template or an empty sheet."""

    kind: Literal["studio"]
    about: Literal["character", "idea", "stereotype"] = Field(
        description="What it is about: character (the only one below age 11), idea, stereotype."
    )
    who: Label = Field(description="Whom or what it shows, such as 'Bear' or 'being an ally'.")
    template: TemplateName = Field(
        "blank",
        description="What to draw in: blank, comic-3, comic-4, zine, mask, badge or weather.",
    )
    prompts: list[Label] = Field(default=[], max_length=6, description="Ideas to begin with.")
    stamps: list[str] = Field(
        default=[], max_length=len(STAMPS), description="The stamps on offer; all if left out."
    )

    @model_validator(mode="after")
    def _is_never_about_oneself(self, info: ValidationInfo) -> Studio:
        band = band_of(info)
        if band in {YOUNGEST, YOUNGER} and self.about != "character":
            raise PydanticCustomError(
                "studio",
                "wanted 'about: character' for {band}, found '{about}'",
                {"band": band, "about": self.about, "at": ("about",)},
            )
        if _ONESELF.match(self.who):
            raise PydanticCustomError(
                "studio",
                "wanted a character, an idea or a stereotype in 'who', found '{who}'; "
                "a drawing is never about the pupils themselves",
                {"who": self.who, "at": ("who",)},
            )
        for number, prompt in enumerate(self.prompts):
            if found := _OWN_STATE.search(prompt):
                raise PydanticCustomError(
                    "studio",
                    "wanted a prompt about {who}, found '{text}', "
                    "which asks pupils about themselves",
                    {"who": self.who, "text": found.group(), "at": ("prompts", number)},
                )
        for key in ("prompts", "stamps"):
            if double := twice(getattr(self, key)):
                raise PydanticCustomError(
                    "studio",
                    "wanted different {key}, found '{text}' twice",
                    {"key": key, "text": double, "at": (key,)},
                )
        for number, stamp in enumerate(self.stamps):
            if stamp not in STAMPS:
                raise PydanticCustomError(
                    "studio",
                    "wanted a stamp out of {names}, found '{stamp}'",
                    {"names": ", ".join(STAMPS), "stamp": stamp, "at": ("stamps", number)},
                )
        return self

    def compiled(self, band: str) -> dict[str, Json]:
        """Return what the page draws with: ``sheet``, ``colours``, ``stamps``, ``writes``.

        ``sheet`` has the template's ``svg``, ``words``, ``width`` and ``height`` in units
        of the drawing; a stamp has its path in a square from -50 to 50.
        """
        width, height = size_of(self.template)
        drawn = template(self.template, self.title)
        return {
            "about": self.about,
            "who": self.who,
            "prompts": self.prompts,
            "writes": _writes(band),
            "longest": LONGEST,
            "most": MOST_THINGS,
            "sheet": {
                "svg": drawn.svg,
                "words": drawn.description,
                "width": width,
                "height": height,
            },
            "colours": [
                {"id": name, "hex": code, "light": name in LIGHT} for name, code in COLOURS.items()
            ],
            "stamps": [
                {"id": name, "path": STAMPS[name].path, "manner": STAMPS[name].manner}
                for name in (self.stamps or STAMP_NAMES)
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """Return the ideas and the template to draw in; an empty frame without one."""
        blocks: list[Block] = [
            Paragraph(_word("about", band).format(who=self.who)),
            Paragraph(_word("paper" if _writes(band) else "paper-draw", band)),
        ]
        if self.prompts:
            blocks.append(ItemList(tuple(self.prompts)))
        if self.template == "blank":
            return [*blocks, Box(height=BLANK_HEIGHT)]
        return [*blocks, Figure(template(self.template, self.title), to_fill_in=True)]

    def key_blocks(self, band: str) -> list[Block]:
        """Say how to talk about drawings: there is nothing to mark and nothing to read in."""
        return [Paragraph(_word("key", band))]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per thing on the sheet, lowest first: ``thing``, ``colour``, ``text``.

        ``thing`` is stroke, words or the name of a stamp; ``text`` is None but for words.

        Raises
        ------
        ValueError
            When the answer does not belong to this activity.

        """
        things = answer.get("things", [])
        if not isinstance(things, list) or len(things) > MOST_THINGS:
            raise ValueError(f"wanted at most {MOST_THINGS} things in a list.")
        return [self._row(thing) for thing in things]

    def _row(self, thing: Json) -> dict[str, Json]:
        if not isinstance(thing, dict):
            raise ValueError(f"this studio has no thing {thing!r}.")  # noqa: TRY004 - the contract
        kind, colour, text = thing.get("kind"), thing.get("colour"), thing.get("text")
        name = thing.get("stamp") if kind == "stamp" else kind
        known = set(self.stamps or STAMPS) if kind == "stamp" else {"stroke", "words"}
        if not isinstance(name, str) or name not in known:
            raise ValueError(f"this studio has no thing {name!r}.")
        if not isinstance(colour, str) or colour not in COLOURS:
            raise ValueError(f"this studio has no colour {colour!r}.")
        if kind == "words" and (not isinstance(text, str) or len(text) > LONGEST):
            raise ValueError(f"wanted words of at most {LONGEST} characters, found {text!r}.")
        return {"thing": name, "colour": colour, "text": text if kind == "words" else None}


def _writes(band: str) -> bool:
    """Tell whether pupils of ``band`` write of their own: from age 11."""
    return band not in {YOUNGEST, YOUNGER}


def _word(key: str, band: str) -> str:
    return wording(f"studio.{key}", band)
