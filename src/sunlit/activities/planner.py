# SPDX-License-Identifier: MIT
"""``planner``: choose measures for a made-up school or company within a small budget.

Two plans can be compared, and one becomes a memo of a page. Ages 5 to 7 choose a few
pictures for a class agreement; ages 8 to 10 make one plan with one kind of budget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import BOX, Block, Heading, ItemList, Lines, Paragraph, Table
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
from sunlit.activities.planning import (
    EFFECTS,
    Amount,
    Measure,
    Person,
    check_measures,
    over,
    total,
)
from sunlit.activities.sources import in_full
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER, YOUNGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

PLANS = ("a", "b")
LONGEST = 1200
"""Most characters of the reason that a learner writes."""
LINES_TO_WRITE_ON = 5
FEWEST = 3
_YOUNGER_MEASURES, _YOUNGER_PEOPLE = 6, 3


class Memo(Part):
    """To whom the memo goes, and from whom."""

    to: Label = Field(description="Who decides, such as 'The head of Brightbox'.")
    sender: Label = Field(description="Who writes, such as 'The planning group'.")


class Planner(Activity):
    """Measures, a budget, and people for whom each of them may do something else."""

    kind: Literal["planner"]
    place: Text | None = Field(None, description="The made-up school or company.")
    currency: Label | None = Field(None, description="What the money is called; coins if left out.")
    budget: Amount | None = Field(None, description="What there is: money, hours or both.")
    people: list[Person] = Field(default=[], max_length=6, description="Who lives with the plan.")
    measures: list[Measure] = Field(default=[], max_length=12, description="What could be done.")
    memo: Memo | None = Field(None, description="To whom the memo goes, and from whom.")
    heading: Label | None = Field(None, description="The title of the sheet.")
    lines: list[PictureChoice] = Field(
        default=[], max_length=MOST_CHOICES, description="Pictures with lines, for ages-05-07."
    )
    pick: Count = Field(PICK, ge=1, le=6, description="How many pictures are chosen.")

    @model_validator(mode="after")
    def _can_be_planned(self, info: ValidationInfo) -> Planner:
        band = band_of(info)
        if band == YOUNGEST or (not band and self.lines):
            for key in ("place", "budget", "people", "measures", "memo"):
                if getattr(self, key):
                    raise PydanticCustomError(
                        "band",
                        "wanted an agreement of 'lines' for ages-05-07, found '{key}'",
                        {"key": key, "at": (key,)},
                    )
            check_choices(self.lines, self.pick)
            return self
        if self.lines:
            raise PydanticCustomError(
                "band",
                "wanted 'lines' only for ages-05-07, found them for {band}",
                {"band": band, "at": ("lines",)},
            )
        for key in ("place", "budget", "people"):
            if not getattr(self, key):
                raise PydanticCustomError("planner", "wanted '{key}', found nothing", {"key": key})
        if len(self.measures) < FEWEST:
            raise PydanticCustomError(
                "planner",
                "wanted three or more 'measures', found {count}",
                {"count": len(self.measures)},
            )
        self._differ()
        if not self._budget.kinds():
            raise PydanticCustomError(
                "budget",
                "wanted 'money' or 'hours' in the budget, found neither",
                {"at": ("budget",)},
            )
        check_measures(self.measures, self.people, self._budget)
        if band == YOUNGER:
            self._is_simple()
        return self

    def _differ(self) -> None:
        for key, texts in (
            ("people", [person.id for person in self.people]),
            ("people", [person.name for person in self.people]),
            ("measures", [measure.id for measure in self.measures]),
            ("measures", [measure.name for measure in self.measures]),
        ):
            if double := twice(texts):
                raise PydanticCustomError(
                    "planner",
                    "wanted different {key}, found '{text}' twice",
                    {"key": key, "text": double, "at": (key,)},
                )

    def _is_simple(self) -> None:
        for key, found, most in (
            ("measures", len(self.measures), _YOUNGER_MEASURES),
            ("people", len(self.people), _YOUNGER_PEOPLE),
        ):
            if found > most:
                raise PydanticCustomError(
                    "band",
                    "wanted at most {most} {key} for ages-08-10, found {found}",
                    {"most": most, "key": key, "found": found, "at": (key,)},
                )
        if len(self._budget.kinds()) > 1:
            raise PydanticCustomError(
                "band",
                "wanted a budget of money or of hours for ages-08-10, found both",
                {"at": ("budget",)},
            )

    @property
    def _budget(self) -> Amount:
        return self.budget or Amount()

    def compiled(self, band: str) -> dict[str, Json]:
        """Return the texts and amounts; ``mode`` is pictures, simple or full.

        Each measure has ``effects`` by person, with ``text`` (the range in words),
        ``least`` and ``most`` (0 to 3) and ``why``.
        """
        if self.lines:
            return {
                "mode": "pictures",
                "heading": self.heading,
                "pick": self.pick,
                "lines": compile_choices(self.lines),
            }
        return {
            "mode": "simple" if band == YOUNGER else "full",
            "heading": self.heading,
            "place": self.place,
            "currency": self.currency or wording("planner.currency", band),
            "longest": LONGEST,
            "budget": self._budget.model_dump(exclude_none=True),
            "memo": self.memo.model_dump() if self.memo else None,
            "people": [person.model_dump() for person in self.people],
            "measures": [
                {
                    "id": measure.id,
                    "name": measure.name,
                    "about": measure.about,
                    "cost": {name: measure.cost.of(name) for name in self._kinds},
                    "known": {
                        "text": measure.known.text,
                        "cited": measure.known.source.short,
                        "title": measure.known.source.title,
                    }
                    if measure.known
                    else None,
                    "effects": {
                        effect.who: {
                            "text": effect.in_words(band),
                            "least": EFFECTS.index(effect.least),
                            "most": EFFECTS.index(effect.most),
                            "why": effect.why,
                        }
                        for effect in measure.effects
                    },
                }
                for measure in self.measures
            ],
        }

    @property
    def _kinds(self) -> list[str]:
        return [name for name in ("money", "hours") if name in self._budget.kinds()]

    def _amount(self, amount: Amount, name: str, band: str) -> str:
        """Return an amount in words: '2,000 coins', '8 hours'."""
        currency = self.currency or wording("planner.currency", band)
        key = "planner.hour" if name == "hours" and amount.of(name) == 1 else f"planner.{name}"
        return wording(key, band).format(n=f"{amount.of(name):,}", currency=currency)

    def _amounts(self, amount: Amount, band: str) -> str:
        return ", ".join(self._amount(amount, name, band) for name in self._kinds)

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        if self.lines:
            return paper_choices(self.lines, self.pick, band)
        budget = self._amounts(self._budget, band)
        plans = [wording(f"planner.plan-{plan}", band) for plan in PLANS]
        if band == YOUNGER:
            plans = [wording("planner.plan", band)]
        return [
            Paragraph(self.place or ""),
            ItemList(tuple(f"{person.name}: {person.about}" for person in self.people)),
            Paragraph(wording("planner.budget", band).format(budget=budget), strong=True),
            Paragraph(wording("planner.paper", band)),
            Table(
                head=(
                    wording("planner.measure", band),
                    *(wording(f"planner.cost-{name}", band) for name in self._kinds),
                    *plans,
                ),
                rows=tuple(
                    (
                        f"{measure.name}. {measure.about}" if measure.about else measure.name,
                        *(self._amount(measure.cost, name, band) for name in self._kinds),
                        *(BOX for _ in plans),
                    )
                    for measure in self.measures
                ),
            ),
            Heading(wording("planner.reason", band), level=2),
            Lines(LINES_TO_WRITE_ON),
        ]

    def key_blocks(self, band: str) -> list[Block]:
        """Return what each measure may do for each person, and what is known about it."""
        blocks: list[Block] = [Paragraph(wording("planner.key", band))]
        if self.lines:
            return [*blocks, ItemList(tuple(self._told(line) for line in self.lines))]
        unknown = wording("planner.unknown", band)
        for measure in self.measures:
            effects = {
                effect.who: (effect.in_words(band), effect.why) for effect in measure.effects
            }
            head = tuple(wording(f"planner.{name}", band) for name in ("who", "effect", "why"))
            rows = tuple(
                (person.name, *effects.get(person.id, (unknown, ""))) for person in self.people
            )
            cost = self._amounts(measure.cost, band)
            blocks += [Heading(f"{measure.name} ({cost})", level=2), Table(head=head, rows=rows)]
            if measure.known:
                told = f"{measure.known.text} {in_full(measure.known.source)}"
                blocks.append(Paragraph(told))
        return blocks

    @staticmethod
    def _told(line: PictureChoice) -> str:
        return f"{line.text} {line.why}" if line.why else line.text

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per plan, measure and person.

        ``plan``, ``measure``, ``money``, ``hours`` (0 when the budget has none),
        ``person``, ``least``, ``most`` (None where the effect is not known), ``why``.
        ``answer`` maps a and b to the ids of measures in ``plans``. An agreement of
        pictures gives a row per picture.

        Raises
        ------
        ValueError
            When a plan or measure is not one of this activity, or a plan costs more than
            the budget.

        """
        if self.lines:
            return choice_rows(self.lines, self.pick, answer)
        measures = {measure.id: measure for measure in self.measures}
        plans = answer.get("plans") or {}
        if not isinstance(plans, dict) or any(plan not in PLANS for plan in plans):
            raise ValueError(f"wanted the plans {' and '.join(PLANS)}, found {plans!r}.")
        rows: list[dict[str, Json]] = []
        for plan, chosen in plans.items():
            if (
                not isinstance(chosen, list)
                or not all(isinstance(one, str) and one in measures for one in chosen)
                or len(set(chosen)) != len(chosen)
            ):
                raise ValueError(
                    f"plan '{plan}' wanted measures of this activity, found {chosen!r}."
                )
            picked = [measures[one] for one in chosen]
            if beyond := over(total(one.cost for one in picked), self._budget):
                name, amount = next(iter(beyond.items()))
                raise ValueError(f"plan '{plan}' goes over the budget by {amount:,} in {name}.")
            rows += [row for one in picked for row in self._rows_of(plan, one)]
        return rows

    def _rows_of(self, plan: str, measure: Measure) -> list[dict[str, Json]]:
        effects = {effect.who: effect for effect in measure.effects}
        rows = []
        for person in self.people:
            effect = effects.get(person.id)
            rows.append(
                {
                    "plan": plan,
                    "measure": measure.name,
                    "money": measure.cost.of("money"),
                    "hours": measure.cost.of("hours"),
                    "person": person.name,
                    "least": effect.least if effect else None,
                    "most": effect.most if effect else None,
                    "why": effect.why if effect else None,
                }
            )
        return rows
