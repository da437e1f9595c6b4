# SPDX-License-Identifier: MIT
"""What readers found: the rules that no program can check, kept per lesson as data.

``reviews/<band>/<theme>.yml`` is written by people who read the lesson. A lesson without
such a file has not been reviewed, and the status page says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.themes import THEMES
from sunlit.explaining import explain
from sunlit.problems import ContentError
from sunlit.source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sunlit.curriculum.findings import Report
    from sunlit.curriculum.lessons import Lesson

_Line = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=3, max_length=400)
]
_Date = Annotated[str, StringConstraints(strict=True, pattern=r"^\d{4}-\d{2}-\d{2}$")]

CHECKLIST: Mapping[str, str] = {
    "B-1": "The page says, in words this age understands, that hard feelings are normal.",
    "B-4": "Pupils practise something: a word to say, a person to tell, a thing to try.",
    "B-5": "Coping, support and help get at least twice the room of difficulty.",
    "B-6": "No task asks for writing about problems; prompts are neutral or positive.",
    "B-7": "How unsettled the lesson left pupils is asked, from age 11, and leads to something.",
    "B-10": "Ground rules have reasons for adults, and pictures for the youngest.",
    "B-11": "Sensitive parts are about a fictional character; pupils step out of roles at the end.",
    "B-12": "Questions are about the character, never about the pupil.",
    "B-13": "Names are easy to change, and the guide says so.",
    "B-14": "Roles are helpers only: no crisis, panic, self-harm or abuse is acted.",
    "B-16": "Nobody is asked to speak for a group.",
    "B-17": "The teacher is not asked to tell of their own illness.",
    "B-18": "Visitors come only by the school's own checked way.",
    "B-23": "Nothing that identifies a pupil is kept.",
    "B-24": "The limits of anonymity are said honestly.",
    "B-25": "The family letter gives notice and a way to opt out.",
    "B-27": "The disclosure script is there, complete and fits the age.",
    "B-28": "A public disclosure is stopped kindly and taken up the same day.",
    "B-29": "Duties are left to the country and the school; the box for our person is there.",
    "B-30": "The guide says whom to tell beforehand and when not to teach this.",
    "B-38": "Violence, abuse and psychosis come up as myth-checks only.",
    "5.10": "The theme's own trap is avoided.",
    "age": "Story, tasks and humour fit the age and respect it.",
    "facts": "Every fact was compared with its source, as read.",
}
"""The rules that need a reader, each as a sentence that should be true of the lesson."""
Rule = Literal[
    "B-1", "B-4", "B-5", "B-6", "B-7", "B-10", "B-11", "B-12", "B-13", "B-14", "B-16", "B-17",
    "B-18", "B-23", "B-24", "B-25", "B-27", "B-28", "B-29", "B-30", "B-38", "5.10", "age", "facts",
]  # fmt: skip


class ReaderFinding(BaseModel):
    """Something a reader would change."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: Rule = Field(description="Which sentence of the checklist is not true.")
    words: _Line = Field(description="Where, and what it is about.")
    mended_on: _Date | None = Field(None, description="The day it was put right, else null.")


class Reading(BaseModel):
    """One person's reading of a lesson."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reviewed_by: _Line = Field(description="A role, such as 'school counsellor'; never a name.")
    date: _Date = Field(description="The day of the reading, such as 2026-11-22.")
    checked: list[Rule] = Field(
        min_length=1, description="The sentences of the checklist that were looked at."
    )
    findings: list[ReaderFinding] = Field(description="What should change; empty when nothing.")


class Review(BaseModel):
    """Every reading of one lesson, the newest last."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    readings: list[Reading] = Field(description="Empty until a person has read the lesson.")


def read_review(lesson: Lesson) -> Review:
    """Return the readings of ``lesson``; an empty review when nobody has read it.

    Raises
    ------
    ContentError
        When its file has problems.

    """
    file = review_file(lesson)
    if not file.is_file():
        return Review(readings=[])
    source = read_yaml(file)
    try:
        return Review.model_validate(source.data)
    except ValidationError as error:
        raise ContentError(explain(error, source, (), Review)) from error


def review_file(lesson: Lesson) -> Path:
    """Return where the readings of ``lesson`` are."""
    return lesson.root / "reviews" / f"{lesson.name}.yml"


def status_page(known: list[Lesson], report: Report) -> str:
    """Return the page ``docs/authors/status.md``: what is written, checked and read."""
    rows = []
    by_name = {lesson.name: lesson for lesson in known}
    readings = {reading.lesson: reading for reading in report.readings}
    for band in BANDS.values():
        for theme in THEMES.values():
            lesson = by_name.get(f"{band.slug}/{theme.slug}")
            if lesson is None:
                rows.append(f"| {band.ages} | {theme.number} {theme.name} | not written | | | |")
                continue
            files = {lesson.page, lesson.activities, lesson.guide}
            own = [each for each in report.findings if each.file.resolve() in files]
            must = sum(each.must for each in own)
            found = f"{must} to mend, {len(own) - must} to think about" if own else "nothing found"
            reading = readings.get(lesson.name)
            grade = "" if reading is None or reading.grade is None else f"{reading.grade:.1f}"
            rows.append(
                f"| {band.ages} | {theme.number} {theme.name} | written | {found} | "
                f"{reading.words if reading else ''} / {grade or 'none'} | {_read_by(lesson)} |"
            )
    sentences = [f"| {rule} | {sentence} |" for rule, sentence in CHECKLIST.items()]
    return "\n".join(
        [
            _HEAD,
            "| Ages | Theme | Lesson | Checked by program | Words / grade | Read by a person |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
            _CHECKLIST_HEAD,
            "| Rule | What should be true |",
            "|---|---|",
            *sentences,
            "",
        ]
    )


def _read_by(lesson: Lesson) -> str:
    readings = read_review(lesson).readings
    if not readings:
        return "nobody yet"
    last = readings[-1]
    open_ = sum(finding.mended_on is None for reading in readings for finding in reading.findings)
    left = f", {open_} open" if open_ else ""
    return f"{last.reviewed_by}, {last.date}, {len(last.checked)} of {len(CHECKLIST)}{left}"


_HEAD = """# Where each lesson stands

`python3 start.py check --status` writes this page. What a program can check, it checks at every
change. What needs a reader is read by people, and nobody else: a row says "nobody yet" until a
person has written down what they found.
"""
_CHECKLIST_HEAD = """## What a reader looks for

A reader goes through these sentences and writes into `reviews/BAND/THEME.yml` what was looked
at and what should change:

```yaml
# yaml-language-server: $schema=../../schemas/review.schema.json
readings:
  - reviewed_by: school counsellor     # a role, never a name
    date: "2026-11-22"
    checked: [B-4, B-11, age]
    findings:
      - rule: age
        words: "The joke in “Before you go” is for younger children."
        mended_on: null
```
"""
