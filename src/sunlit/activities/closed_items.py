# SPDX-License-Identifier: MIT
"""Closed questions: what `reflection` and `check` ask, and how a class may answer.

In ages-05-07 nobody answers on a device: the class shows hands, the teacher counts,
the picture is looked at and dropped. Nothing is stored or sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import Block, Choices, Figure, Heading, Paragraph
from sunlit.activities.kind import Json, Label, Part, Slug, Text, twice
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST
from sunlit.pictures import PictureDescription, draw

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Mode = Literal["devices", "hands"]
About = Literal["lesson", "character"]

SIZES = {
    "scale5": (5, 5),
    "scale4": (4, 4),
    "scale3": (3, 3),
    "yes-no": (2, 2),
    "true-false-unsure": (3, 3),
    "nominal": (3, 5),
    "cards": (4, 12),
}
"""Fewest and most options of each type; a type with one size has labels of its own."""
MOST_PICKED = 3
YOUNGEST_OPTIONS = 3


class ClosedItem(Part):
    """One closed question about the lesson or its character, never about the pupil."""

    id: Slug = Field(description="A short name; it stays the same when the words change.")
    type: str
    text: Text = Field(description="The question or statement.")
    options: list[Label] | None = Field(
        None, description="The answers, from least to most; scales have labels of their own."
    )
    picture: PictureDescription | None = Field(None, description="A picture above it.")
    pictures: list[PictureDescription] | None = Field(
        None, description="A picture for each option."
    )

    def labels(self, band: str) -> list[str]:
        """Return the texts of the options, without passing."""
        if self.options is not None:
            return list(self.options)
        return [
            wording(f"item.{self.type}.{number}", band)
            for number in range(1, SIZES[self.type][1] + 1)
        ]

    def checked(self) -> None:
        """Refuse options of the wrong number, twice the same, or missing.

        Raises
        ------
        PydanticCustomError
            With what was wanted and found, for whoever validates the item.

        """
        least, most = SIZES[self.type]
        options = self.options
        if options is None and least != most:
            raise PydanticCustomError(
                "options",
                "wanted 'options' for the type '{type}', found nothing",
                {"type": self.type},
            )
        count = most if options is None else len(options)
        if not least <= count <= most:
            wanted = str(most) if least == most else f"{least} to {most}"
            raise PydanticCustomError(
                "options",
                "wanted {wanted} options for the type '{type}', found {count}",
                {"wanted": wanted, "type": self.type, "count": count},
            )
        if double := twice(options or []):
            raise PydanticCustomError(
                "options", "wanted different options, found '{text}' twice", {"text": double}
            )
        if self.pictures is not None and len(self.pictures) != count:
            raise PydanticCustomError(
                "pictures",
                "wanted a picture for each of the {count} options, found {found}",
                {"count": count, "found": len(self.pictures)},
            )


def check_items(items: Sequence[ClosedItem], band: str, mode: Mode, about: About) -> None:
    """Refuse items that may not be asked in ``band`` (handbook, section 7).

    Raises
    ------
    PydanticCustomError
        When ids repeat, or the mode, the subject or the number of options is not
        for this band.

    """
    if double := twice(item.id for item in items):
        raise PydanticCustomError(
            "items", "wanted a different 'id' each time, found '{id}' twice", {"id": double}
        )
    if band == YOUNGEST and mode != "hands":
        raise PydanticCustomError(
            "band",
            "wanted 'mode: hands' for ages-05-07 (the teacher counts hands), found '{mode}'",
            {"mode": mode},
        )
    if band in {YOUNGEST, YOUNGER} and about != "character":
        raise PydanticCustomError(
            "band",
            "wanted 'about: character' for {band}, found '{about}'",
            {"band": band, "about": about},
        )
    for item in items:
        count = len(item.labels(band))
        if band == YOUNGEST and count > YOUNGEST_OPTIONS:
            raise PydanticCustomError(
                "band",
                "'{id}': wanted two or three options for ages-05-07, found {count}",
                {"id": item.id, "count": count},
            )


def compile_item(item: ClosedItem, band: str) -> dict[str, Json]:
    """Return ``id``, ``text``, ``picture``, ``most`` (how many may be picked), ``options``."""
    options: list[dict[str, Json]] = []
    for number, label in enumerate(item.labels(band), start=1):
        picture = item.pictures[number - 1] if item.pictures else None
        options.append(
            {
                "id": str(number),
                "text": label,
                "picture": draw(picture, uid=f"{item.id}-{number}", theme="css").as_json()
                if picture
                else None,
            }
        )
    return {
        "id": item.id,
        "type": item.type,
        "text": item.text,
        "picture": draw(item.picture, uid=item.id, theme="css").as_json() if item.picture else None,
        "most": MOST_PICKED if item.type == "cards" else 1,
        "options": options,
    }


def paper_item(item: ClosedItem, band: str, mode: Mode) -> list[Block]:
    """Return one item as blocks; on a worksheet passing is the last box."""
    labels = item.labels(band)
    pictures = [
        draw(picture, uid=f"{item.id}{number}", theme="print")
        for number, picture in enumerate(item.pictures or [])
    ]
    blocks: list[Block] = []
    if item.picture:
        blocks.append(Figure(draw(item.picture, uid=f"{item.id}p", theme="print")))
    blocks.append(Heading(item.text, level=2))
    if item.type == "cards":
        blocks.append(Paragraph(wording("item.cards", band).replace("{n}", str(MOST_PICKED))))
    if mode == "devices":
        labels.append(wording("item.pass", band))
    padded = (*pictures, *(None for _ in labels[len(pictures) :])) if pictures else ()
    blocks.append(Choices(options=tuple(labels), several=item.type == "cards", pictures=padded))
    return blocks


def item_rows(
    items: Sequence[ClosedItem], answer: Mapping[str, Json], band: str = ""
) -> list[dict[str, Json]]:
    """Return a row per answered item: ``item``, ``question``, ``answer`` (a list of texts).

    ``answer`` maps an item's id to the ids chosen; a pass is null and left out.

    Raises
    ------
    ValueError
        When an item or option is not one of these.

    """
    by_id = {item.id: item for item in items}
    rows = []
    for identifier, chosen in answer.items():
        if identifier not in by_id:
            raise ValueError(f"there is no item '{identifier}' here.")
        if chosen is None:
            continue
        item = by_id[identifier]
        texts = {str(n): text for n, text in enumerate(item.labels(band), start=1)}
        most = MOST_PICKED if item.type == "cards" else 1
        ids = [chosen] if isinstance(chosen, str) else chosen
        if (
            not isinstance(ids, list)
            or not all(isinstance(one, str) and one in texts for one in ids)
            or not 1 <= len(set(ids)) == len(ids) <= most
        ):
            raise ValueError(f"'{identifier}' does not offer the answer {chosen!r}.")
        rows.append({"item": identifier, "question": item.text, "answer": [texts[i] for i in ids]})
    return rows


def poll_item(item: ClosedItem, band: str, **more: bool) -> dict[str, Json]:
    """Return one item as neutral data for the live service: id, type, text, options."""
    kind = "nominal" if item.type == "true-false-unsure" else item.type
    return {"id": item.id, "type": kind, "text": item.text, "options": item.labels(band), **more}
