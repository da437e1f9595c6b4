# SPDX-License-Identifier: MIT
"""What a class is asked: the neutral description every part of the package reads."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

ItemType = Literal["scale5", "scale4", "scale3", "yes-no", "nominal"]
Band = Literal["ages-05-07", "ages-08-10", "ages-11-13", "ages-14-18", ""]
Phase = Literal["", "before", "after"]

MAX_ITEMS = 20
MAX_CLASS = 500
TEXT_MAX = 140
MIN_TEXTS = 10
MOST_PICKED = 3
N_MIN = 8

_LEVELS: dict[str, tuple[int, int]] = {
    "scale5": (5, 5),
    "scale4": (4, 4),
    "scale3": (3, 3),
    "yes-no": (2, 2),
    "nominal": (3, 5),
}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z", re.ASCII)

YOUNG_BANDS = ("ages-05-07", "ages-08-10")


class SpecError(ValueError):
    """A poll that must not be opened; the message says what was wanted and what was found."""


@dataclass(frozen=True, slots=True)
class Item:
    """One closed question.

    ``options`` stand in the author's order, which fixes how small groups are joined.
    ``sensitive`` raises the smallest bar from 3 to 5 answers. ``coin`` randomises the answer on
    the device. ``wall`` is false for an item whose result only the teacher sees, after class.
    ``minimum`` is the least number of answers before anything is released. ``protected_area``
    names the PPRA area (20 U.S.C. 1232h) an item touches, or is empty. ``group`` is the question
    that neighbouring yes-no items answer together as cards, of which three may be picked.
    """

    id: str
    text: str
    type: ItemType
    options: tuple[str, ...]
    sensitive: bool = False
    coin: bool = False
    wall: bool = True
    minimum: int = N_MIN
    protected_area: str = ""
    group: str = ""

    def __post_init__(self) -> None:
        """Refuse an item that could not be asked or released as the rules demand."""
        if not isinstance(self.id, str) or not _ID.match(self.id):
            raise SpecError(f"item id {self.id!r}: wanted lower-case letters, digits and hyphens")
        if self.type not in get_args(ItemType):
            kinds = ", ".join(get_args(ItemType))
            raise SpecError(f"item {self.id}: type {self.type!r} is not one of {kinds}")
        if not self.text.strip():
            raise SpecError(f"item {self.id}: the question is empty")
        object.__setattr__(self, "options", tuple(self.options))
        least, most = _LEVELS[self.type]
        if not least <= len(self.options) <= most:
            wanted = str(least) if least == most else f"{least} to {most}"
            raise SpecError(
                f"item {self.id}: {self.type} needs {wanted} options, found {len(self.options)}"
            )
        if any(not option.strip() for option in self.options):
            raise SpecError(f"item {self.id}: an option is empty")
        if len(set(self.options)) != len(self.options):
            raise SpecError(f"item {self.id}: two options are the same")
        if self.coin and self.type != "yes-no":
            raise SpecError(f"item {self.id}: a coin item must be yes-no, found {self.type}")
        if self.group and (self.type != "yes-no" or self.coin):
            raise SpecError(f"item {self.id}: a card must be yes-no without a coin")
        if self.minimum < N_MIN:
            raise SpecError(f"item {self.id}: minimum {self.minimum} is below {N_MIN}")


@dataclass(frozen=True, slots=True)
class PollSpec:
    """One poll: its items in fixed order, and the size of the class that answers.

    ``class_size`` is a number of pupils; it bounds how many bodies are accepted. ``sensitive``
    marks every item sensitive. ``free_text`` is the question before the one text field, or empty
    for none. ``slips`` asks for a paper slip drawn from a hat with each body. ``follows`` is the
    code of an earlier poll of the same class, so that the two results cannot be subtracted.
    ``families_told`` records the school's word that families had the notice; a poll with an item
    in a protected area does not open without it.
    """

    items: tuple[Item, ...]
    class_size: int
    activity_id: str = ""
    title: str = ""
    band: Band = ""
    sensitive: bool = False
    free_text: str = ""
    slips: bool = False
    phase: Phase = ""
    follows: str = ""
    families_told: bool = False
    language: str = field(default="en")

    def __post_init__(self) -> None:
        """Refuse a poll that breaks a rule, before anything is stored."""
        object.__setattr__(self, "items", tuple(self.items))
        if not 1 <= len(self.items) <= MAX_ITEMS:
            raise SpecError(f"a poll needs 1 to {MAX_ITEMS} items, found {len(self.items)}")
        ids = [item.id for item in self.items]
        if len(set(ids)) != len(ids):
            raise SpecError("two items have the same id")
        size = self.class_size
        if isinstance(size, bool) or not isinstance(size, int) or not 1 <= size <= MAX_CLASS:
            raise SpecError(f"class_size: wanted a whole number from 1 to {MAX_CLASS}")
        if self.band not in get_args(Band):
            raise SpecError(f"band {self.band!r} is not known")
        if self.phase not in get_args(Phase):
            raise SpecError(f"phase {self.phase!r}: wanted before, after or nothing")
        if sum(item.coin for item in self.items) > 1:
            raise SpecError("one coin item a poll: what each gives away adds up")
        if self.free_text and self.band in YOUNG_BANDS:
            raise SpecError(f"free text is never used for {self.band}")

    def require_notice(self) -> None:
        """Refuse to open where families should have been told first (rule B-25).

        Raises
        ------
        SpecError
            If an item touches a protected area and nobody confirmed the notice.

        """
        areas = [item.id for item in self.items if item.protected_area]
        if areas and not self.families_told:
            raise SpecError(
                f"item {areas[0]} touches a protected area: confirm that families were told"
            )

    @property
    def cap(self) -> int:
        """The most bodies accepted: the class size and a tenth, rounded up."""
        return (self.class_size * 11 + 9) // 10

    def is_sensitive(self, item: Item) -> bool:
        """Whether the item, or the poll as a whole, asks for bars of at least five."""
        return self.sensitive or item.sensitive

    def to_json(self) -> str:
        """Write the poll as one canonical line: the same poll gives the same bytes."""
        return json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> PollSpec:
        """Read back what :meth:`to_json` wrote."""
        data: dict[str, Any] = json.loads(line)
        items = tuple(
            Item(**{**item, "options": tuple(item["options"])}) for item in data.pop("items")
        )
        return cls(items=items, **data)
