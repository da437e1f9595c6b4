# SPDX-License-Identifier: MIT
"""What must not stand in two lessons: a made-up person, a text of our own."""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from importlib.resources import files
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from zlib import crc32

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import RULES, making
from sunlit.curriculum.sentences import words
from sunlit.pictures.names import Who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.passages import Passage
    from sunlit.curriculum.rules.material import Material

_LEAST_WORDS = 8
_LEAST_LETTERS = 2 * _LEAST_WORDS - 1
_SHARED = 0.6
_NEARLY = 0.85
_NAME = re.compile(r"(?<![.!?] )(?<!\A)\b[A-Z][a-zà-ÿ]{1,20}\b")
_NAMING = frozenset({"front", "page", "prompt", "feedback", "say", "heading"})
_FIXED_SECTIONS = frozenset({"Standards", "Sources"})
_ORDINARY = frozenset(
    ("will", "may", "june", "rose", "mark", "grace", "hope", "joy", "faith", "art", "bill", "dawn")
)
"""Names that are also words: in another lesson they may be the word."""


@dataclass(frozen=True)
class Person:
    """A name in a lesson's cast, or one of another lesson's cast in its text."""

    theme: str
    lesson: str
    name: str
    file: Path
    line: int
    column: int


@dataclass(frozen=True)
class Line:
    """A sentence of a lesson, to be compared with those of other lessons.

    ``marks`` holds a short mark for each run of four words, eight digits each, to see
    quickly that it has little in common with another.
    """

    lesson: str
    file: str
    line: int
    column: int
    text: str
    marks: str


@dataclass(frozen=True)
class Traits:
    """What one lesson brings to the comparison."""

    cast: tuple[Person, ...]
    names: tuple[Person, ...]
    lines: tuple[Line, ...]


def traits(material: Material) -> Traits:
    """Return the people and the sentences of a lesson."""
    lesson = material.lesson
    theme = lesson.theme.slug
    animals = {name.replace("-", " ") for name in get_args(Who)}
    cast: list[Person] = []
    front = material.front
    for position, name in enumerate(front.cast if front else []):
        if name.lower() not in animals:
            line, column = lesson.source.place(("cast", position))
            cast.append(Person(theme, lesson.name, name, lesson.page, line, column))
    names = _names(material, {person.name for person in cast})
    lines = [line for passage in material.passages for line in _lines(lesson.name, passage)]
    return Traits(tuple(cast), tuple(names), tuple(lines))


def _names(material: Material, own: set[str]) -> list[Person]:
    """Return what reads like a name and is none of the lesson's ``own``, where it first stands."""
    lesson = material.lesson
    names: dict[str, Person] = {}
    for passage in material.passages:
        if passage.part not in _NAMING:
            continue
        for match in _NAME.finditer(passage.text):
            name = match.group()
            if name not in names and name not in own and name.lower() not in _ORDINARY:
                place = passage.place(*match.span())
                names[name] = Person(lesson.theme.slug, lesson.name, name, passage.file, *place)
    return list(names.values())


def _lines(lesson: str, passage: Passage) -> Iterator[Line]:
    """Yield the sentences of a passage that are long enough to be compared."""
    if passage.section in _FIXED_SECTIONS or passage.part == "front":
        return
    if len(passage.text) < _LEAST_LETTERS:
        return
    for start, end in passage.sentences:
        text = " ".join(passage.text[start:end].split())
        if len(text) < _LEAST_LETTERS or "FILL" in text:
            continue
        key = words(text.lower())
        if len(key) >= _LEAST_WORDS:
            line, column = passage.place(start, start + 1)
            marks = array("I", sorted(_marks(key))).tobytes().hex()
            yield Line(lesson, str(passage.file), line, column, text, marks)


def check(all_traits: list[Traits], root: Path) -> Iterator[Finding]:
    """Find people in two themes and sentences in two lessons."""
    yield from _people(all_traits)
    yield from _sentences(all_traits, root)


def _people(all_traits: list[Traits]) -> Iterator[Finding]:
    owners: dict[str, list[Person]] = defaultdict(list)
    for each in all_traits:
        for person in each.cast:
            owners[person.name].append(person)
    for each in all_traits:
        for person in (*each.cast, *each.names):
            others = [o.lesson for o in owners.get(person.name, []) if o.theme != person.theme]
            if others:
                place = person.line, person.column
                names = ", ".join(dict.fromkeys(others))
                yield find(
                    making.CAST, person.file, place, person.name, name=person.name, others=names
                )


def _sentences(all_traits: list[Traits], root: Path) -> Iterator[Finding]:
    lines = [line for each in all_traits for line in each.lines]
    marks = [array("I", bytes.fromhex(line.marks)) for line in lines]
    counts = Counter(chain.from_iterable(marks))
    often = {mark for mark, count in counts.items() if count > 1}
    fixed = _fixed_marks()
    index: dict[int, list[int]] = defaultdict(list)
    shared = []
    for number, own in enumerate(marks):
        elsewhere = often.intersection(own)
        enough = _SHARED / 2 * len(own)
        if len(elsewhere) >= enough > len(fixed.intersection(own)):
            shared.append(number)
            for mark in elsewhere:
                index[mark].append(number)
    for number in shared:
        twin = _twin(number, lines, marks, index)
        if twin is not None:
            line, other = lines[number], lines[twin]
            where = f"{Path(other.file).relative_to(root).as_posix()}:{other.line}"
            place = line.line, line.column
            yield find(making.REPEATED, Path(line.file), place, line.text, other=where)


def _twin(
    number: int, lines: list[Line], marks: list[array[int]], index: dict[int, list[int]]
) -> int | None:
    """Return a sentence of another lesson that says the same in nearly the same words."""
    own = lines[number]
    shared: dict[int, int] = defaultdict(int)
    for mark in marks[number]:
        for other in index.get(mark, ()):
            if lines[other].lesson != own.lesson:
                shared[other] += 1
    key = words(own.text.lower())
    for twin, count in nlargest(3, shared.items(), key=itemgetter(1)):
        other_line = lines[twin]
        if count < _SHARED / 2 * max(len(marks[number]), len(marks[twin])):
            return None
        other_key = words(other_line.text.lower())
        if SequenceMatcher(None, key, other_key, autojunk=False).ratio() >= _NEARLY:
            return twin
    return None


class _WordMarks(dict[str, int]):
    """A number for each word, the same in every process."""

    def __missing__(self, word: str) -> int:
        self[word] = found = crc32(word.encode())
        return found


_WORD_MARKS = _WordMarks()


def _marks(key: list[str]) -> set[int]:
    """Return a mark for each run of four words in ``key``."""
    known = [_WORD_MARKS[word] for word in key]
    runs = zip(known, known[1:], known[2:], known[3:], strict=False)
    return {(((a * 31 + b) * 37 + c) * 41 + d) & 0xFFFFFFFF for a, b, c, d in runs}


def _fixed_marks() -> set[int]:
    """Return the marks of texts that stand in every lesson on purpose."""
    skeleton = files("sunlit.curriculum") / "skeletons" / "guide.md"
    texts = [*(rule.mend for rule in RULES), *_SCRIPTS, skeleton.read_text(encoding="utf-8")]
    return {mark for text in texts for mark in _marks(words(text.lower()))}


_SCRIPTS = (
    # B-27 and B-28, which the handbook gives word for word.
    (
        "Thank you for telling me. You were right to. I can't keep this to myself, "
        "because my job is "
        "to keep you safe. I will speak to (name of the lead) today. You won't have to "
        "repeat it to "
        "everyone. Is there anything you need in the next hour?"
    ),
    (
        "That sounds important and I want to hear it properly. Let's talk straight after this; for "
        "now let's go back to the story."
    ),
    # B-1, B-3 and B-42, as each age hears them.
    (
        "Feeling sad, worried or angry is a normal part of life. It does not by itself mean that "
        "something is wrong. Everyone feels sad, worried or angry at times."
    ),
    (
        "We do not ask your child about health, feelings or home. We do not ask pupils about their "
        "own health, feelings or family."
    ),
    "If someone is in danger, a grown-up calls the emergency number.",
    # What a teacher does when something is wrong: plain words serve best, every time.
    "Stay with the pupil and send another adult for the safeguarding lead at once.",
    "Stay with the pupil, fetch the safeguarding lead, and do not leave them alone.",
    "Tell the safeguarding lead the same day, and write down the pupil's own words.",
    "Do not ask for details, and do not promise to keep it to yourself.",
    "If anyone is in danger now, call the emergency number.",
    "With fewer than eight answers there is no picture.",
    # How the same activities are announced.
    "Choose your answers, or pass. You see one picture of the whole class, at the end.",
    "Choose one answer in each row, or pass. We ask the same before and after the lesson.",
)
"""Texts that stand in many lessons on purpose."""
