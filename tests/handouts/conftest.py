# SPDX-License-Identifier: MIT
"""A small curriculum to print, and ways to read what came out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from sunlit.curriculum.lessons import Lesson, find_lesson
from sunlit.handouts.rendering import render
from sunlit.handouts.settings import Settings
from sunlit.handouts.worksheet import worksheet
from sunlit.help import Contact, School

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = """\
plan:
  - {step: settle, section: In this room, minutes: 4, cut_25: 2, cut_10: 0}
  - {step: do, section: Try the words, minutes: 42, cut_25: 20, cut_10: 8}
  - {step: brighten, section: Before you go, minutes: 4, cut_25: 3, cut_10: 2}
"""
PAGE = f"""\
---
title: Words that leave room
lead: One word can make a person small.
objective: I can swap a word.
content_note: Today we read about words. You can pass at any time.
minutes: 50
materials: [Cards]
grouping: Pairs, then everyone
cast: [Noor, Jo]
new_words: [{{word: label, meaning: one word used as if it were the person}}]
{PLAN}---
# Words that leave room

## In this room

```{{activity}} then-and-now
:moment: before
```

## Try the words

```{{activity}} room
```

```{{activity}} jo
```

## Before you go

```{{activity}} then-and-now
:moment: after
```
"""
ACTIVITIES = """\
jo:
  kind: quiz
  title: What could Jo say?
  questions:
    - type: single
      text: Noor walks in and someone says an unkind word. Jo hears it.
      options:
        - {text: Save Noor a seat., why: Secret reason about the seat., fits: true}
        - {text: Say nothing at all., why: Secret reason about silence., fits: false}
    - {type: true-false, text: Asking is a skill., answer: true,
       why_true: Secret reason for true., why_false: Secret reason for false.}
    - type: order
      text: Put the steps in order.
      items:
        - {text: Notice, why: Secret reason one.}
        - {text: Ask, why: Secret reason two.}
        - {text: Tell an adult, why: Secret reason three.}
room:
  kind: sort
  title: Does it leave room?
  bins:
    - {id: open, name: Leaves room}
    - {id: depends, name: It depends}
  cards:
    - {text: He lives with anxiety., why: Secret reason about him., fits: [open]}
    - {text: That test was hard., why: Secret reason about tests., fits: [depends]}
then-and-now:
  kind: check
  title: What do you think now?
  about: lesson
  items:
    - {id: words, type: true-false-unsure, text: A word can change a day., answer: true,
       why: Secret reason about days.}
"""
GUIDE = """\
---
lesson: ages-11-13/03-words
standards: {casel: [SO], nhes: [4], rshe: [], ac9: [], un: [], checked_on: null}
---
# Words that leave room: teacher guide

## Before you teach

```{preflight}
```

## What to know

- **People know many words.** Most are not about illness {cite}`rose2007`.

## The lesson, step by step

### Settle (4 min)

```{say}
Noor is made up. You can pass on anything.
```

## Shorter cuts

| Step | 25 minutes |
|---|---|
| Settle | 2 |

## Family letter

> Dear family,
>
> We read about **Noor**.

*For you, not for the letter.*

## Sources

Words that pupils know {cite}`rose2007`.
"""
SOURCES = """\
@article{rose2007,
  author = {Rose, D. and Thornicroft, G. and Pinfold, V.},
  title = {250 labels used to stigmatise people},
  year = {2007},
  doi = {10.1186/1472-6963-7-97},
  note = {Read on 22 November 2026}
}
"""


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    """Write a curriculum of one lesson; return its root."""
    root = tmp_path / "curriculum"
    for folder, name, text in (
        ("lessons", "03-words.md", PAGE),
        ("activities", "03-words.yml", ACTIVITIES),
        ("teacher_guides", "03-words.md", GUIDE),
    ):
        place = root / folder / "ages-11-13"
        place.mkdir(parents=True)
        (place / name).write_text(text, encoding="utf-8")
    (root / "references.bib").write_text(SOURCES, encoding="utf-8")
    return root


@pytest.fixture
def lesson(curriculum: Path) -> Lesson:
    """Return the lesson of the small curriculum."""
    return find_lesson("ages-11-13/03-words", curriculum)


@pytest.fixture
def school() -> School:
    """Return a school with people, an address and a colour."""
    return School(
        name="Hillside School",
        address="https://hillside.example/sunlit",
        colour="#12487F",
        contacts=[
            Contact(person="Ms Rivera", room="Room 12", times="every break"),
            Contact(person="Mr Okafor", room="Library"),
        ],
    )


@pytest.fixture
def sheet(lesson: Lesson) -> Callable[..., tuple[dict[str, Any], dict[str, bytes]]]:
    """Return a function that makes the small lesson's worksheet with changed fields."""

    def make(**changes: Any) -> tuple[dict[str, Any], dict[str, bytes]]:
        document, pictures = worksheet(lesson, Settings())
        return document | changes, pictures

    return make


@pytest.fixture
def reader() -> Callable[[bytes], PdfReader]:
    """Return a function that opens a PDF from its bytes."""
    return lambda data: PdfReader(io.BytesIO(data))


@pytest.fixture
def printed(
    reader: Callable[[bytes], PdfReader],
) -> Callable[[dict[str, Any], dict[str, bytes]], str]:
    """Return a function that prints a document and gives its text, spaces as one."""

    def text_of(document: dict[str, Any], pictures: dict[str, bytes]) -> str:
        pages = reader(render(document, pictures)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    return text_of
