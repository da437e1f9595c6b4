# SPDX-License-Identifier: MIT
"""What a plan costs and may do: the parts of `planner` that need no surface.

Effects are never added up. What helps one person may get in another's way, and nobody
knows beforehand how much; a plan shows a range for each person, in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.kind import Count, Label, Part, Slug, Text
from sunlit.activities.sources import Source
from sunlit.catalogue import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

Effect = Literal["hinders", "nothing", "little", "lot"]
EFFECTS: tuple[Effect, ...] = ("hinders", "nothing", "little", "lot")
"""What a measure may do for somebody, from least to most."""
_MOST = 1_000_000


class Amount(Part):
    """An amount of money, of hours, or of both."""

    money: Count | None = Field(None, ge=0, le=_MOST, description="In the plan's own coins.")
    hours: Count | None = Field(None, ge=0, le=_MOST, description="Hours of somebody's time.")

    def kinds(self) -> set[str]:
        """Return which of money and hours are given."""
        return {name for name in ("money", "hours") if getattr(self, name) is not None}

    def of(self, name: str) -> int:
        """Return the amount of ``name``, 0 when it is not given."""
        return getattr(self, name) or 0


def total(costs: Iterable[Amount]) -> Amount:
    """Return the sum of ``costs``, in money and hours."""
    costs = list(costs)
    return Amount(
        money=sum(cost.of("money") for cost in costs), hours=sum(cost.of("hours") for cost in costs)
    )


def over(cost: Amount, budget: Amount) -> dict[str, int]:
    """Return by how much ``cost`` goes over ``budget``, for each kind that does."""
    beyond = {name: cost.of(name) - budget.of(name) for name in ("money", "hours")}
    return {name: amount for name, amount in beyond.items() if amount > 0}


class PlanEffect(Part):
    """What a measure may do for one person, from least to most."""

    who: Slug = Field(description="The id of the person.")
    least: Effect = Field(description="At least: hinders, nothing, little or lot.")
    most: Effect = Field(description="At most: hinders, nothing, little or lot.")
    why: Text = Field(description="Why it may, or may not.")

    @model_validator(mode="after")
    def _ordered(self) -> PlanEffect:
        if EFFECTS.index(self.least) > EFFECTS.index(self.most):
            raise PydanticCustomError(
                "effect",
                "wanted 'least' to be at most 'most', found '{least}' and '{most}'",
                {"least": self.least, "most": self.most},
            )
        return self

    def in_words(self, band: str) -> str:
        """Return the range in words; it always says "may"."""
        least, most = (wording(f"planner.{name}", band) for name in (self.least, self.most))
        if self.least == self.most:
            return least
        return wording("planner.range", band).format(least=least, most=most)


class Known(Part):
    """What is known about a measure, and from where."""

    text: Text = Field(description="One sentence, in our own words.")
    source: Source = Field(description="The key of its source in references.bib.")


class Measure(Part):
    """Something that could be done, what it costs, and what it may do for whom."""

    id: Slug = Field(description="A short name that stays the same.")
    name: Label = Field(description="What is done, in a few words.")
    about: Text | None = Field(None, description="One sentence more.")
    cost: Amount = Field(description="What it costs: money, hours or both.")
    effects: list[PlanEffect] = Field(min_length=1, max_length=8)
    known: Known | None = Field(None, description="What is known about it, with its source.")


class Person(Part):
    """A made-up person in the place."""

    id: Slug = Field(description="A short name for 'who'.")
    name: Label = Field(description="What they are called.")
    about: Label = Field(description="Something about their days.")


def check_measures(measures: list[Measure], people: list[Person], budget: Amount) -> None:
    """Refuse measures of which nothing has to be chosen, or that name nobody.

    Raises
    ------
    PydanticCustomError
        With the place of the measure that can't be.

    """
    known = [person.id for person in people]
    for number, measure in enumerate(measures):
        at = ("measures", number)
        if beyond := measure.cost.kinds() - budget.kinds():
            raise PydanticCustomError(
                "cost",
                "'{id}': wanted a cost in {kinds}, which the budget has, found '{found}'",
                {
                    "id": measure.id,
                    "kinds": " and ".join(sorted(budget.kinds())),
                    "found": min(beyond),
                    "at": (*at, "cost"),
                },
            )
        if beyond_by := over(measure.cost, budget):
            raise PydanticCustomError(
                "cost",
                "'{id}': wanted a measure that fits the budget by itself, found {amount} "
                "too much in '{kind}'",
                {
                    "id": measure.id,
                    "amount": next(iter(beyond_by.values())),
                    "kind": next(iter(beyond_by)),
                    "at": (*at, "cost"),
                },
            )
        named = [effect.who for effect in measure.effects]
        for place, who in enumerate(named):
            if who not in known or who in named[:place]:
                raise PydanticCustomError(
                    "effects",
                    "'{id}': wanted each of {known} at most once, found '{who}'",
                    {
                        "id": measure.id,
                        "known": ", ".join(known),
                        "who": who,
                        "at": (*at, "effects", place, "who"),
                    },
                )
    everything = total(measure.cost for measure in measures)
    if not over(everything, budget):
        raise PydanticCustomError(
            "budget",
            "wanted measures that together cost more than the budget, found all of them within "
            "it: nothing would have to be chosen",
            {"at": ("budget",)},
        )
