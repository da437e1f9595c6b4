# SPDX-License-Identifier: MIT
"""``scenario``: a branching talk with a fictional friend; every way through it meets help.

A learner chooses what to say, reads where it leads in the friend's own words, and may
step back and try another way. Several endings are good, and in none does a child carry
it alone: an adult comes in, or the help card, or both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.branching import MOST_IN_A_RING, find_flaw
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.scenario_sheet import ScenarioSheet
from sunlit.activities.shuffling import letters
from sunlit.catalogue import wording
from sunlit.curriculum.bands import OLDER, OLDEST, YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sunlit.activities.blocks import Block

Ends = Literal["adult", "help-card", "both"]

FEWEST_ENDINGS = 2
MOST_SCENES = 40


@dataclass(frozen=True)
class Size:
    """How large a talk may be in a band; ``steps`` are choices before help comes."""

    scenes: int
    choices: int
    steps: int


SIZES = {
    YOUNGEST: Size(scenes=7, choices=2, steps=3),
    YOUNGER: Size(scenes=12, choices=3, steps=5),
    OLDER: Size(scenes=MOST_SCENES, choices=4, steps=8),
    OLDEST: Size(scenes=MOST_SCENES, choices=4, steps=10),
}

_FLAWS = {
    "unreachable": "no choice leads to the scene '{last}'",
    "dead-end": "'{last}' is a dead end: wanted 'choices' or 'ends' there. The way: {way}",
    "ring": ("wanted at most {ring} scenes that lead back to each other, found {count}: {way}"),
    "loop": "found a way without help: at '{last}' every choice leads back. The way: {way}",
    "long": "wanted help after at most {steps} choices, found a way with {count}: {way}",
}


class Choice(Part):
    """Something to say or do, and where it leads."""

    text: Label = Field(description="What the learner may say or do.")
    reply: Text = Field(description="What comes of it, in the friend's own words.")
    speaker: Label | None = Field(None, description="Who replies, if it is not the friend.")
    then: Text | None = Field(None, description="What happens next, told in a sentence.")
    note: Text = Field(description="The coach's note: what it did, kind and short.")
    to: Slug = Field(description="The scene it leads to.")
    picture: PictureDescription | None = Field(None, description="A picture of this choice.")


class Scene(Part):
    """One moment of the talk: a choice to make, or an ending with help."""

    text: Text = Field(description="What is said or what happens.")
    speaker: Label | None = Field(None, description="Who says it; leave it out when it is told.")
    ask: Label | None = Field(None, description="The question above the choices.")
    choices: list[Choice] = Field(default=[], description="Two or more things to say or do.")
    ends: Ends | None = Field(None, description="An ending, and who helps: adult, help-card, both.")
    picture: PictureDescription | None = Field(None, description="A picture of the scene.")


class Scenario(Activity):
    """A talk that branches; going back and trying another way is a part of it."""

    kind: Literal["scenario"]
    friend: Label = Field(description="The fictional friend, who replies.")
    plays: Label | None = Field(
        None, description="Whose part the learner takes; 'You' if left out."
    )
    start: Slug | None = Field(None, description="The first scene; the first one if left out.")
    scenes: dict[Slug, Scene] = Field(min_length=3, max_length=MOST_SCENES)

    @property
    def first(self) -> str:
        """The scene the talk starts with."""
        return self.start or next(iter(self.scenes))

    @property
    def endings(self) -> list[str]:
        """The scenes that end the talk."""
        return [name for name, scene in self.scenes.items() if scene.ends]

    @model_validator(mode="after")
    def _hangs_together(self) -> Scenario:
        if self.start is not None and self.start not in self.scenes:
            raise PydanticCustomError(
                "scenes",
                "wanted one of the scenes {known}, found '{start}'",
                {"known": ", ".join(self.scenes), "start": self.start, "at": ("start",)},
            )
        for name, scene in self.scenes.items():
            if scene.ends and scene.choices:
                raise PydanticCustomError(
                    "scenes",
                    "'{scene}': wanted 'choices' or 'ends', found both; an ending has no choices",
                    {"scene": name, "at": ("scenes", name, "ends")},
                )
            if double := twice(choice.text for choice in scene.choices):
                raise PydanticCustomError(
                    "choices",
                    "'{scene}': wanted different choices, found '{text}' twice",
                    {"scene": name, "text": double, "at": ("scenes", name, "choices")},
                )
            for number, choice in enumerate(scene.choices):
                if choice.to not in self.scenes:
                    raise PydanticCustomError(
                        "scenes",
                        "wanted one of the scenes {known}, found '{to}'",
                        {
                            "known": ", ".join(self.scenes),
                            "to": choice.to,
                            "at": ("scenes", name, "choices", number, "to"),
                        },
                    )
        return self

    @model_validator(mode="after")
    def _every_way_meets_help(self, info: ValidationInfo) -> Scenario:
        size = SIZES.get(band_of(info), SIZES[OLDEST])
        talk = {name: [one.to for one in scene.choices] for name, scene in self.scenes.items()}
        if flaw := find_flaw(talk, self.first, self.endings, size.steps):
            raise PydanticCustomError(
                "way",
                _FLAWS[flaw.kind],
                {
                    "last": flaw.path[-1],
                    "way": " → ".join(flaw.path),
                    "count": len(flaw.path) - (flaw.kind == "long"),
                    "steps": size.steps,
                    "ring": MOST_IN_A_RING,
                    "at": ("scenes", flaw.path[-1]),
                },
            )
        if len(self.endings) < FEWEST_ENDINGS:
            raise PydanticCustomError(
                "endings",
                "wanted at least two scenes with 'ends', found {count}: "
                "a talk can go well in more than one way",
                {"count": len(self.endings), "at": ("scenes",)},
            )
        return self

    @model_validator(mode="after")
    def _fits_the_band(self, info: ValidationInfo) -> Scenario:
        band = band_of(info) or OLDEST
        size = SIZES[band]
        if len(self.scenes) > size.scenes:
            raise PydanticCustomError(
                "band",
                "wanted at most {most} scenes for {band}, found {count}",
                {
                    "most": size.scenes,
                    "band": band,
                    "count": len(self.scenes),
                    "at": ("scenes",),
                },
            )
        for name, scene in self.scenes.items():
            count = len(scene.choices)
            if scene.choices and not 2 <= count <= size.choices:  # noqa: PLR2004 - a choice
                wanted = "two" if size.choices == 2 else f"two to {size.choices}"  # noqa: PLR2004
                raise PydanticCustomError(
                    "band",
                    "'{scene}': wanted {wanted} choices for {band}, found {count}",
                    {
                        "scene": name,
                        "wanted": wanted,
                        "band": band,
                        "count": count,
                        "at": ("scenes", name, "choices"),
                    },
                )
            if band == YOUNGEST and scene.picture is None:
                raise PydanticCustomError(
                    "band",
                    "'{scene}': wanted a picture of every scene for ages-05-07, found none",
                    {"scene": name, "at": ("scenes", name)},
                )
        return self

    def compiled(self, band: str) -> dict[str, Json]:
        """Return ``start``, ``plays``, ``endings`` (how many) and ``scenes`` by name.

        Each scene has ``text``, ``speaker``, ``ask``, ``ends``, ``picture`` and
        ``choices``; each choice has ``id``, ``text``, ``picture``, ``reply``,
        ``speaker``, ``then``, ``note`` and ``to``.
        """
        return {
            "start": self.first,
            "plays": self.plays or wording("scenario.you", band),
            "endings": len(self.endings),
            "scenes": {
                name: {
                    "text": scene.text,
                    "speaker": scene.speaker,
                    "ask": scene.ask or wording("scenario.ask", band),
                    "ends": scene.ends,
                    "picture": drawn(scene.picture, f"scene-{name}"),
                    "choices": [
                        {
                            "id": letter,
                            "text": choice.text,
                            "picture": drawn(choice.picture, f"choice-{name}-{letter}"),
                            "reply": choice.reply,
                            "speaker": choice.speaker or self.friend,
                            "then": choice.then,
                            "note": choice.note,
                            "to": choice.to,
                        }
                        for letter, choice in zip(letters(), scene.choices, strict=False)
                    ],
                }
                for name, scene in self.scenes.items()
            },
        }

    def question_blocks(self, band: str) -> list[Block]:
        """Return a choose-your-path sheet: numbered sections, each choice with a number."""
        return ScenarioSheet(self, band).sections()

    def key_blocks(self, band: str) -> list[Block]:
        """Return the coach's notes, with the numbers of the sheet."""
        return ScenarioSheet(self, band).notes()

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per choice made: ``step``, ``scene``, ``choice``, ``reply``, ``help``.

        ``answer`` has the ids of the choices in ``path``, from the start. ``help`` is
        who helps when the choice leads to an ending, otherwise None.

        Raises
        ------
        ValueError
            When a scene on the way has no such choice.

        """
        path = answer.get("path", [])
        if not isinstance(path, list):
            raise ValueError(f"wanted the choices as a list, found {path!r}.")  # noqa: TRY004 - the contract of kinds
        scene = self.scenes[self.first]
        rows = []
        for step, chosen in enumerate(path, start=1):
            choices = dict(zip(letters(), scene.choices, strict=False))
            if not isinstance(chosen, str) or chosen not in choices:
                raise ValueError(f"step {step} of this talk has no choice {chosen!r}.")
            choice = choices[chosen]
            following = self.scenes[choice.to]
            rows.append(
                {
                    "step": step,
                    "scene": scene.text,
                    "choice": choice.text,
                    "reply": choice.reply,
                    "help": following.ends,
                }
            )
            scene = following
        return rows
