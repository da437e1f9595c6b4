# SPDX-License-Identifier: MIT
"""``path``: an achievement or a recovery, laid out from cards; any sensible order is fine.

Cards are small steps, setbacks, supports and rests. What matters is where help comes in:
nobody on these paths makes it alone or by willpower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Choices, ItemList, Lines, Paragraph, Table
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.shuffling import letters, shuffled
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

CardType = Literal["step", "setback", "support", "rest"]

MOST_CARDS = {YOUNGEST: 3, YOUNGER: 8}
MOST_CARDS_OF_ALL = 200
LINES_TO_WRITE_ON = 3


class PathCard(Part):
    """Something that happens on the way."""

    id: Slug | None = Field(None, description="A short name, for 'before'.")
    type: CardType = Field(description="step, setback, support or rest.")
    text: Label = Field(description="What happens.")
    why: Text | None = Field(None, description="What it does for the person, shown afterwards.")
    picture: PictureDescription | None = Field(None, description="A picture of the card.")


class Before(Part):
    """Two cards of which one has to come first, and the reason."""

    first: Slug = Field(description="The id of the earlier card.")
    then: Slug = Field(description="The id of the later card.")
    why: Text = Field(description="Why this comes first.")


class StoryPath(Activity):
    """Cards to lay one after another; leaving some out is fine, and so is moving them."""

    kind: Literal["path"]
    story: Text | None = Field(None, description="Whose path it is, and what it is about.")
    start: Label | None = Field(None, description="Where the path begins.")
    goal: Label | None = Field(None, description="Where it leads.")
    cards: list[PathCard] = Field(
        min_length=2,
        max_length=MOST_CARDS_OF_ALL,
        description="The cards, in one order that works; they are shown mixed.",
    )
    before: list[Before] = Field(default=[], max_length=20)

    @model_validator(mode="after")
    def _makes_a_path(self) -> StoryPath:
        for texts, key in (
            ([card.text for card in self.cards], "text"),
            ([card.id for card in self.cards if card.id], "id"),
        ):
            if double := twice(texts):
                raise PydanticCustomError(
                    "cards",
                    "wanted a different '{key}' on each card, found '{text}' twice",
                    {"key": key, "text": double, "at": ("cards",)},
                )
        types = {card.type for card in self.cards}
        for wanted in ("support", "step"):
            if wanted not in types:
                raise PydanticCustomError(
                    "cards",
                    "wanted at least one card with 'type: {type}', found none: "
                    "a path is made of small steps, and nobody walks it alone",
                    {"type": wanted, "at": ("cards",)},
                )
        return self

    @model_validator(mode="after")
    def _stands_in_an_order_that_works(self) -> StoryPath:
        places = {card.id: place for place, card in enumerate(self.cards) if card.id}
        for number, rule in enumerate(self.before):
            for key in ("first", "then"):
                name = getattr(rule, key)
                if name not in places:
                    raise PydanticCustomError(
                        "before",
                        "wanted the 'id' of a card ({known}), found '{name}'",
                        {
                            "known": ", ".join(places) or "no card has one",
                            "name": name,
                            "at": ("before", number, key),
                        },
                    )
            if places[rule.first] >= places[rule.then]:
                raise PydanticCustomError(
                    "before",
                    "wanted the cards in an order that works, with '{first}' before '{then}', "
                    "found '{then}' first",
                    {"first": rule.first, "then": rule.then, "at": ("before", number)},
                )
        return self

    @model_validator(mode="after")
    def _fits_the_band(self, info: ValidationInfo) -> StoryPath:
        band = band_of(info)
        most = MOST_CARDS.get(band, MOST_CARDS_OF_ALL)
        if len(self.cards) > most:
            raise PydanticCustomError(
                "band",
                "wanted at most {most} cards for {band}, found {count}",
                {"most": most, "band": band, "count": len(self.cards), "at": ("cards",)},
            )
        if band == YOUNGEST and not all(card.picture for card in self.cards):
            raise PydanticCustomError(
                "band",
                "wanted a picture on every card for ages-05-07, found some without",
                {"at": ("cards",)},
            )
        return self

    def compiled(self, band: str) -> dict[str, Json]:
        """Return ``story``, ``start``, ``goal``, ``cards`` in the order shown, ``before``.

        Each card has ``id``, ``type``, ``name`` (of its type), ``text``, ``why`` and
        ``picture``; each rule in ``before`` has ``first``, ``then`` (ids) and ``why``.
        """
        lettered = self._lettered()
        ids = {card.id: letter for letter, card in lettered if card.id}
        return {
            "story": self.story,
            "start": self.start,
            "goal": self.goal,
            "cards": [
                {
                    "id": letter,
                    "type": card.type,
                    "name": wording(f"path.{card.type}", band),
                    "text": card.text,
                    "why": card.why,
                    "picture": drawn(card.picture, f"card-{letter}"),
                }
                for letter, card in lettered
            ],
            "before": [
                {"first": ids[rule.first], "then": ids[rule.then], "why": rule.why}
                for rule in self.before
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        how = wording("path.paper", band).replace("{n}", str(len(self.cards)))
        ends = [
            Paragraph(wording(f"path.{key}", band).replace("{text}", text))
            for key, text in (("starts", self.start), ("leads", self.goal))
            if text
        ]
        cards = [card for _, card in self._lettered()]
        pictures = tuple(
            draw(card.picture, uid=f"card{number}", theme="print") if card.picture else None
            for number, card in enumerate(cards)
        )
        return [
            *([Paragraph(self.story)] if self.story else []),
            *ends,
            Paragraph(how, strong=True),
            Choices(
                options=tuple(self._on_paper(card, band) for card in cards),
                several=True,
                pictures=pictures if any(pictures) else (),
            ),
            Paragraph(wording("path.ask", band), strong=True),
            *([] if band in MOST_CARDS else [Lines(LINES_TO_WRITE_ON)]),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Return one order that works, what each card does, and what has to come first."""
        texts = {card.id: card.text for card in self.cards}
        blocks: list[Block] = [
            Paragraph(wording("path.one-order", band)),
            ItemList(
                tuple(
                    self._on_paper(card, band) + (f" ({card.why})" if card.why else "")
                    for card in self.cards
                ),
                ordered=True,
            ),
        ]
        if self.before:
            head = ("path.first", "path.then", "path.why")
            blocks.append(
                Table(
                    head=tuple(wording(key, band) for key in head),
                    rows=tuple(
                        (texts[rule.first], texts[rule.then], rule.why) for rule in self.before
                    ),
                )
            )
        return [*blocks, Paragraph(wording("path.ask", band))]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per card laid: ``place`` (from 1), ``type``, ``card``.

        ``answer`` has the ids of the cards in ``path``, in their order.

        Raises
        ------
        ValueError
            When a card is not one of this path, or lies on it twice.

        """
        path = answer.get("path", [])
        cards = dict(self._lettered())
        known = isinstance(path, list) and all(
            isinstance(one, str) and one in cards for one in path
        )
        if not known or len(set(path)) != len(path):
            raise ValueError(f"wanted cards of this path, each once, found {path!r}.")
        return [
            {"place": place, "type": cards[one].type, "card": cards[one].text}
            for place, one in enumerate(path, start=1)
        ]

    def _lettered(self) -> list[tuple[str, PathCard]]:
        """Return the cards by id, in the order in which they are shown."""
        by_id = list(zip(letters(), self.cards, strict=False))
        return shuffled(by_id, lambda pair: pair[1].text)

    def _on_paper(self, card: PathCard, band: str) -> str:
        name = wording(f"path.{card.type}", band)
        return wording("path.card", band).replace("{name}", name).replace("{text}", card.text)
