# SPDX-License-Identifier: MIT
"""The one place where counts become something a class may see.

Phones, paper slips and raised hands all pass through :func:`release_poll`, so that the same totals
always give the same release, byte for byte.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from sunlit.reflection import coin
from sunlit.reflection.comparison import SAME, follow
from sunlit.reflection.ladder import M_MILD, M_SENSITIVE, Bar, about, bars, rungs, settle
from sunlit.reflection.spec import Item, PollSpec
from sunlit.reflection.wording import number, wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Kind = Literal["bars", "withheld", "coin", "coin-withheld", "same"]


@dataclass(frozen=True, slots=True)
class ItemRelease:
    """What may be seen of one item: bars in tenths, a coin range, or a message.

    ``about`` is the number of answers rounded to fives, 0 where nothing is shown. No exact count,
    mean or percentage is here, because with them a small bar could be worked out.
    """

    item: Item
    kind: Kind
    bars: tuple[Bar, ...] = ()
    about: int = 0
    fewest: int = 0
    most: int = 0
    tenths: int | None = None

    @property
    def shown(self) -> bool:
        """Whether there is a picture."""
        return self.kind in {"bars", "coin"}

    def label(self, bar: Bar, language: str = "en") -> str:
        """Name a bar by the options it joins."""
        return wording("release.or", language).join(self.item.options[i] for i in bar.levels)

    def sentence(self, language: str = "en") -> str:
        """Say the result in words, for those who cannot see the picture."""
        if self.kind == "bars":
            return " ".join(
                wording(
                    "release.sentence",
                    language,
                    n=number(bar.tenths, language),
                    label=self.label(bar, language),
                )
                for bar in self.bars
            )
        if self.kind == "coin":
            values = {"fewest": self.fewest, "most": self.most, "n": self.about}
            if self.tenths is None:
                return wording("release.coin-range", language, **values)
            tenths = number(self.tenths, language)
            return wording("release.coin-share", language, tenths=tenths, **values)
        return wording(f"release.{self.kind}", language)

    def as_dict(self, language: str = "en") -> dict[str, Any]:
        """Return the released item as plain data, in words and in tenths."""
        data: dict[str, Any] = {
            "id": self.item.id,
            "text": self.item.text,
            "group": self.item.group,
            "kind": self.kind,
            "shown": self.shown,
            "wall": self.item.wall,
            "sentence": self.sentence(language),
        }
        if self.kind == "bars":
            data["bars"] = [
                {
                    "label": self.label(bar, language),
                    "levels": list(bar.levels),
                    "tenths": bar.tenths,
                }
                for bar in self.bars
            ]
            data["note"] = wording("release.about", language, n=self.about)
        if self.kind == "coin":
            data["range"] = [self.fewest, self.most]
            data["tenths"] = self.tenths
        if self.shown:
            data["about"] = self.about
        return data

    def to_json(self) -> str:
        """Write the release as one canonical line, the form in which it is stored."""
        data = asdict(self)
        return json.dumps(data, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> ItemRelease:
        """Read back what :meth:`to_json` wrote."""
        data = json.loads(line)
        data["item"]["options"] = tuple(data["item"]["options"])
        data["item"] = Item(**data["item"])
        data["bars"] = tuple(Bar(tuple(bar["levels"]), bar["tenths"]) for bar in data["bars"])
        return cls(**data)


def release_item(
    item: Item,
    counts: Sequence[int],
    *,
    sensitive: bool = False,
    before: ItemRelease | None = None,
) -> ItemRelease:
    """Release one item from the number of answers at each option, passes left out.

    ``before`` is the release of the same item by nearly the same class, if there was one; then
    nothing new is shown unless the class clearly moved (see :mod:`sunlit.reflection.comparison`).

    Raises
    ------
    ValueError
        If there is not one count, 0 or more, for each option.
    """
    if len(counts) != len(item.options) or any(
        isinstance(count, bool) or not isinstance(count, int) or count < 0 for count in counts
    ):
        raise ValueError(
            f"item {item.id}: wanted {len(item.options)} counts of 0 or more, found {counts!r}"
        )
    answers = sum(counts)
    if item.coin:
        shown = coin.result(counts[0], answers)
        if not shown.shown:
            return ItemRelease(item, "coin-withheld")
        return ItemRelease(
            item,
            "coin",
            about=about(answers),
            fewest=shown.fewest,
            most=shown.most,
            tenths=shown.tenths,
        )
    smallest = M_SENSITIVE if sensitive or item.sensitive else M_MILD
    if before is not None:
        verdict = follow(before.bars, counts, minimum=item.minimum)
        if verdict is SAME:
            return ItemRelease(item, "same", bars=before.bars)
        if verdict is None:
            return ItemRelease(item, "withheld")
    ladder = rungs(item.type, len(item.options))
    rung = settle(counts, ladder, smallest=smallest, minimum=item.minimum)
    if rung is None:
        return ItemRelease(item, "withheld")
    return ItemRelease(item, "bars", bars=bars(counts, rung), about=about(answers))


@dataclass(frozen=True, slots=True)
class PollRelease:
    """Everything that may be seen of a closed poll."""

    spec: PollSpec
    items: tuple[ItemRelease, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the release as plain data."""
        return {
            "activity": self.spec.activity_id,
            "title": self.spec.title,
            "phase": self.spec.phase,
            "items": [item.as_dict(self.spec.language) for item in self.items],
        }


def release_poll(
    spec: PollSpec,
    counts: Sequence[Sequence[int]],
    *,
    before: PollRelease | None = None,
) -> PollRelease:
    """Release a whole poll from its counts: one row for each item, one number for each option.

    Raises
    ------
    ValueError
        If the rows or numbers do not fit the items.
    """
    if len(counts) != len(spec.items):
        raise ValueError(f"wanted counts for {len(spec.items)} items, found {len(counts)}")
    earlier: Mapping[str, ItemRelease] = (
        {item.item.id: item for item in before.items} if before else {}
    )
    items = []
    for item, row in zip(spec.items, counts, strict=True):
        first = earlier.get(item.id)
        if first is not None and first.item.options != item.options:
            raise ValueError(f"item {item.id}: its options differ from those of the earlier poll")
        items.append(release_item(item, row, sensitive=spec.is_sensitive(item), before=first))
    return PollRelease(spec, tuple(items))
