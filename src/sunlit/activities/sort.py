# SPDX-License-Identifier: MIT
"""``sort``: cards into trays; "it depends" may be a tray, and often is the best one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import (
    BOX,
    Block,
    Choices,
    Figure,
    Heading,
    ItemList,
    Paragraph,
    Table,
)
from sunlit.activities.compiling import drawn
from sunlit.activities.kind import Activity, Json, Label, Part, Slug, Text, band_of, twice
from sunlit.activities.shuffling import letters, shuffled
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CARDS = 200
YOUNGEST_BINS = 3

Icon = Literal["tray", "open", "fork", "close", "heart", "talk", "think", "help"]


class Bin(Part):
    """A tray that cards go into."""

    id: Slug = Field(description="A short name for 'fits' and 'why_in'.")
    name: Label = Field(description="What stands on the tray.")
    note: Label | None = Field(None, description="A few more words below its name.")
    icon: Icon | None = Field(None, description="A small drawing beside its name.")
    picture: PictureDescription | None = Field(None, description="A picture of the tray.")


class Card(Part):
    """A card to place."""

    text: Label = Field(description="What stands on the card.")
    why: Text = Field(description="Why it goes where it goes, in every tray.")
    fits: list[Slug] = Field(
        default=[], description="The trays we would choose; leave it out when none is right."
    )
    why_in: dict[Slug, Text] = Field(
        default={}, description="Another reason for a certain tray, by its id."
    )
    picture: PictureDescription | None = Field(None, description="A picture of the card.")


class Sort(Activity):
    """Cards to put into two, three or four trays, in any order, as often as one likes."""

    kind: Literal["sort"]
    bins: list[Bin] = Field(min_length=2, max_length=4)
    cards: list[Card] = Field(min_length=2, max_length=MOST_CARDS)

    @model_validator(mode="after")
    def _cards_know_their_bins(self, info: ValidationInfo) -> Sort:
        known = [entry.id for entry in self.bins]
        if (double := twice(known)) or (double := twice(entry.name for entry in self.bins)):
            raise PydanticCustomError(
                "bins", "wanted a different tray each time, found '{bin}' twice", {"bin": double}
            )
        if double := twice(card.text for card in self.cards):
            raise PydanticCustomError(
                "cards",
                "wanted a different text on each card, found '{text}' twice",
                {"text": double},
            )
        for number, card in enumerate(self.cards, start=1):
            for identifier in (*card.fits, *card.why_in):
                if identifier not in known:
                    raise PydanticCustomError(
                        "bins",
                        "card {number}: wanted one of the trays {known}, found '{bin}'",
                        {"number": number, "known": ", ".join(known), "bin": identifier},
                    )
        if band_of(info) == YOUNGEST:
            self._fits_the_youngest()
        return self

    def _fits_the_youngest(self) -> None:
        if len(self.bins) > YOUNGEST_BINS:
            raise PydanticCustomError(
                "band",
                "wanted two or three trays for ages-05-07, found {count}",
                {"count": len(self.bins)},
            )
        if not (
            all(entry.picture for entry in self.bins) or all(card.picture for card in self.cards)
        ):
            raise PydanticCustomError(
                "band",
                "wanted a picture on every card or every tray for ages-05-07, found some without",
            )

    def compiled(self, band: str) -> dict[str, Json]:  # noqa: ARG002 - the contract of kinds
        """Return ``bins`` and ``cards``; each card has its feedback by tray.

        ``home`` lists the trays we would choose, empty when there is no right one;
        ``in`` maps every tray to ``fits`` (null without a right one) and ``why``.
        """
        return {
            "bins": [
                {
                    "id": entry.id,
                    "name": entry.name,
                    "note": entry.note,
                    "icon": entry.icon or ("fork" if entry.id == "depends" else "tray"),
                    "picture": drawn(entry.picture, f"bin-{entry.id}"),
                }
                for entry in self.bins
            ],
            "cards": [
                {
                    "id": letter,
                    "text": card.text,
                    "picture": drawn(card.picture, f"card-{letter}"),
                    "home": card.fits,
                    "in": {
                        entry.id: {
                            "fits": entry.id in card.fits if card.fits else None,
                            "why": card.why_in.get(entry.id, card.why),
                        }
                        for entry in self.bins
                    },
                }
                for letter, card in self._lettered()
            ],
        }

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        return [*self._trays(), *self._table(band)]

    def key_blocks(self, band: str) -> list[Block]:
        """See `Activity.key_blocks`."""
        head = (
            wording("sort.card", band),
            wording("sort.we-put-it", band),
            wording("sort.why", band),
        )
        names = {entry.id: entry.name for entry in self.bins}
        rows = []
        for _, card in self._lettered():
            homes = ", ".join(names[identifier] for identifier in card.fits)
            reasons = [card.why, *(f"{names[i]}: {why}" for i, why in card.why_in.items())]
            rows.append((card.text, homes or wording("sort.no-right", band), " ".join(reasons)))
        return [*self._trays(), Table(head=head, rows=tuple(rows))]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per placed card: ``card``, ``tray`` (texts), ``fits``.

        ``answer`` maps a card's id to the id of a tray. ``fits`` is None where no tray
        is the right one.

        Raises
        ------
        ValueError
            When a card or tray is not one of this activity.

        """
        names = {entry.id: entry.name for entry in self.bins}
        cards = dict(self._lettered())
        rows = []
        for identifier, place in answer.items():
            if identifier not in cards or not isinstance(place, str) or place not in names:
                raise ValueError(f"this activity has no card '{identifier}' or no tray '{place}'.")
            card = cards[identifier]
            fits = place in card.fits if card.fits else None
            rows.append({"card": card.text, "tray": names[place], "fits": fits})
        return rows

    def _lettered(self) -> list[tuple[str, Card]]:
        """Return the cards by id, in the order in which they are shown."""
        by_id = list(zip(letters(), self.cards, strict=False))
        return shuffled(by_id, lambda pair: pair[1].text)

    def _trays(self) -> list[Block]:
        lines = tuple(
            f"{entry.name}: {entry.note}" if entry.note else entry.name for entry in self.bins
        )
        pictures = [entry.picture for entry in self.bins if entry.picture]
        return [
            ItemList(lines),
            *(
                Figure(draw(picture, uid=f"bin{n}", theme="print"))
                for n, picture in enumerate(pictures)
            ),
        ]

    def _table(self, band: str) -> list[Block]:
        names = tuple(entry.name for entry in self.bins)
        how = Paragraph(wording("sort.paper", band))
        if not any(card.picture for card in self.cards):
            rows = tuple((card.text, *(BOX for _ in self.bins)) for _, card in self._lettered())
            return [how, Table(head=(wording("sort.card", band), *names), rows=rows)]
        blocks: list[Block] = [how]
        for letter, card in self._lettered():
            if card.picture:
                blocks.append(Figure(draw(card.picture, uid=f"card{letter}", theme="print")))
            blocks += [Heading(card.text, level=2), Choices(options=names)]
        return blocks
