# SPDX-License-Identifier: MIT
"""How a page reads: Flesch-Kincaid grade, sentences, words, and how common they are.

Grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid and
others, 1975). Syllables come from the word list of ``syllapy``; measured against the
CMU dictionary it is right for 98 of 100 running words, without a bias to either side.
How common a word is comes from the English film speech in ``pyspellchecker``.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sunlit.curriculum.rulebook.phrases import CONDITION
from sunlit.curriculum.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sunlit.curriculum.passages import Passage

ENOUGH_WORDS = 100
"""Below this many words the grade says little (handbook, 7.1, note 1)."""
COMMON_PER_MILLION = 3.0
"""How often a common word stands in a million words of film speech."""
_CONDITIONS = re.compile(rf"\b(?:{CONDITION})\b", re.IGNORECASE)
_ENDINGS = (
    ("'s", ""), ("’s", ""), ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""),
    ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""),
    ("ly", ""), ("y", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """A sentence of a page: its passage, where it is in it, and how many words it has."""

    passage: Passage
    start: int
    end: int
    count: int

    @property
    def text(self) -> str:
        """The words, with single spaces."""
        return " ".join(self.passage.text[self.start : self.end].split())


@dataclass(frozen=True)
class Reading:
    """How a lesson's own prose reads.

    Attributes
    ----------
    lesson
        ``band/theme``.
    words
        Words on the page, without headings and furniture.
    mean
        Words in a sentence, on average.
    longest
        Words in the longest sentence.
    grade
        Flesch-Kincaid grade, or None on a page of fewer than 100 words.
    apart
        Words left out of the grade: new words of the lesson and names of conditions.

    """

    lesson: str
    words: int
    mean: float
    longest: int
    grade: float | None
    apart: tuple[str, ...]

    def __str__(self) -> str:
        grade = "too short for a grade" if self.grade is None else f"grade {self.grade:.1f}"
        apart = f"; left out of the grade: {', '.join(self.apart)}" if self.apart else ""
        return (
            f"{self.lesson}: {grade}, {self.words} words, {self.mean:.1f} in a sentence, "
            f"{self.longest} in the longest{apart}"
        )


def sentences_of(passages: Iterable[Passage]) -> list[Sentence]:
    """Return the sentences of ``passages``, in order."""
    return [
        Sentence(passage, start, end, len(words(passage.text[start:end])))
        for passage in passages
        for start, end in passage.sentences
    ]


def read(lesson: str, found: list[Sentence], new_words: Iterable[str]) -> Reading:
    """Return how ``found``, the sentences of one page, read."""
    texts = [sentence.text for sentence in found]
    counts = [sentence.count for sentence in found]
    glossary = _glossary(new_words)
    apart: set[str] = set()
    kept: list[str] = []
    for text in texts:
        plain = text
        for pattern in (glossary, _CONDITIONS):
            apart |= {match.group().lower() for match in pattern.finditer(plain)}
            plain = pattern.sub(" ", plain)
        kept += [word.lower() for word in words(plain) if not word[0].isdigit()]
    total = sum(counts)
    grade = None
    if total >= ENOUGH_WORDS and kept:
        spoken = sum(syllables(word) for word in kept) / len(kept)
        grade = 0.39 * len(kept) / len(found) + 11.8 * spoken - 15.59
    mean = total / len(found) if found else 0.0
    return Reading(lesson, total, mean, max(counts, default=0), grade, tuple(sorted(apart)))


@cache
def syllables(word: str) -> int:
    """Return how many syllables ``word`` has, at least one."""
    from syllapy import count  # noqa: PLC0415 - loads only where a page is read

    plain = word.lower().replace("’", "'").removesuffix("'s")
    found: int = sum(count(part) for part in plain.split("-"))
    return max(1, found)


def _glossary(new_words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the new words, with simple endings."""
    forms = []
    for phrase in new_words:
        *before, last = phrase.split()
        stem = last.removesuffix("e").removesuffix("y")
        ending = rf"(?:{re.escape(last)}|{re.escape(stem)}(?:e|y|ie)?(?:s|d|ed|es|ing|er|ly)?)"
        forms.append(r"\s+".join([*map(re.escape, before), ending]))
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)", re.IGNORECASE)


def _forms(new_words: Iterable[str]) -> set[str]:
    """Return the words of ``new_words`` with their plural and other simple endings."""
    forms: set[str] = set()
    for phrase in new_words:
        for word in words(phrase.lower()):
            stem = word.removesuffix("e")
            forms |= {word, f"{word}s", f"{word}es", f"{word}d", f"{stem}ed", f"{stem}ing"}
            if word.endswith("y"):
                forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    return forms


def uncommon(word: str, allowed: Iterable[str]) -> bool:
    """Whether young children may not know ``word``: rare in speech and not ``allowed``."""
    small = word.lower().replace("’", "'")
    known = _forms(allowed) | _everyday()
    return not any(
        form in known or _per_million(form) >= COMMON_PER_MILLION
        for part in small.split("-")
        for form in _bases(part)
    )


def _bases(word: str) -> list[str]:
    bases = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word[: -len(ending)] + instead
            bases.append(base)
            if len(base) > 2 and base[-1] == base[-2]:  # noqa: PLR2004 - "clapping", "clap"
                bases.append(base[:-1])
    return bases


@cache
def _everyday() -> frozenset[str]:
    """Return words young children know although films seldom say them."""
    text = (files(__package__) / "everyday_words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


@cache
def _speech() -> tuple[dict[str, int], int]:
    """Return how often film speech has each word, and how many words that is, for ages 5 to 7."""
    # The word list alone: the speller around it takes twice as long to make.
    file = files("spellchecker") / "resources" / "en.json.gz"
    counts: dict[str, int] = json.loads(gzip.decompress(file.read_bytes()))
    return counts, sum(counts.values())


def _per_million(word: str) -> float:
    counts, total = _speech()
    return 1e6 * counts.get(word, 0) / total
