# SPDX-License-Identifier: MIT
"""Words that break a rule (B-2, B-3, B-8, B-31 to B-37, 5.11, 7.3 and others)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import TERMS, ages, bodies, making, suicide
from sunlit.curriculum.rulebook.cues import cues_of
from sunlit.curriculum.rulebook.phrases import NEGATION
from sunlit.curriculum.rulebook.rule import PUPILS, either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.passages import Passage
    from sunlit.curriculum.rulebook import Rule, Terms
    from sunlit.curriculum.rulebook.rule import Pattern
    from sunlit.curriculum.rules.material import Material

_NEGATION = re.compile(NEGATION)
# Where a guide may name what pupils are not told: the script for when they raise it.
_SCRIPTS = ("What to do if", "Awkward questions")
_SCRIPTED = (suicide.SUICIDE, bodies.SELF_HARM)
# These two may stand in a text that corrects a myth.
_MYTHS = (ages.VIOLENCE_MYTH, ages.CONDITION_RARE)
_HELP = either((suicide.HELP_WORDS,))
_MYTH = either((ages.MYTH_SAID,))
_FIGURE = either(ages.FIGURES)
_HARD = {
    suicide.SUICIDE_HELP_ONLY: re.compile(r"\bsuicid\w*", re.IGNORECASE),
    bodies.SELF_HARM: re.compile(r"\bself[- ]?harm\w*", re.IGNORECASE),
    bodies.EATING_NAMED: re.compile(
        r"\beating disorders?\b|\banorexi\w+|\bbulimi\w+", re.IGNORECASE
    ),
}
_MOST_MENTIONS = {suicide.SUICIDE_HELP_ONLY: 3, bodies.SELF_HARM: 1, bodies.EATING_NAMED: 1}
_CONDITIONS = re.compile(
    r"\b(depression|anxiety|adhd|autism|ocd|ptsd|eating disorders?|panic attacks?)\b", re.IGNORECASE
)
_MOST_FIGURES = 2


def check(material: Material) -> Iterator[Finding]:
    """Find words that pupils of this age, or anybody, should not meet here."""
    band = material.lesson.band.slug
    for passage in material.passages:
        yield from _passage(passage, band)
    if band == ages.OLDEST:
        yield from _hard_topics(material)
    if band == ages.OLDER:
        yield from _sentences_on_conditions(material)
        yield from _many_figures(material)


def _passage(passage: Passage, band: str) -> Iterator[Finding]:
    taken: list[tuple[Rule, int, int]] = []
    for terms, patterns in possible_terms(passage, band):
        for start, end in _matches(terms, patterns, passage):
            # One place, one finding: two patterns of a rule may see the same words.
            if any(r is terms.rule and start < e and s < end for r, s, e in taken):
                continue
            taken.append((terms.rule, start, end))
            place = passage.place(start, end)
            yield find(terms.rule, passage.file, place, passage.text[start:end])


def _matches(terms: Terms, patterns: list[Pattern], passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.small
    if (
        (terms.kinds and passage.kind not in terms.kinds)
        or (terms.tested and passage.tested)
        or (terms.rule in _SCRIPTED and passage.section.startswith(_SCRIPTS))
        or (terms.nearby and not terms.nearby.search(text))
        or (terms.rule in _MYTHS and _MYTH.search(text))
    ):
        return
    looked_at = passage.text if terms.as_written else text
    spans = [m.span() for pattern in patterns for m in pattern.compiled.finditer(looked_at)]
    for start, end in sorted(spans, key=itemgetter(0)):
        left, right = passage.sentence(start)
        sentence = text[left : max(right, end)]
        excused = (
            (terms.quoted and passage.in_quotes(start, end))
            or (terms.excuse and terms.excuse.search(sentence))
            or (terms.need and not terms.need.search(sentence))
            or (terms.negated and _NEGATION.search(text, left, start))
        )
        if not excused:
            yield start, end


def possible_terms(passage: Passage, band: str) -> Iterator[tuple[Terms, list[Pattern]]]:
    """Yield the terms, and those of their patterns, that the words of a passage leave possible."""
    words = _words()
    held = words.always
    hints = words.hints
    for word in passage.words:
        held |= hints[word]
    left = _concerned(band, passage.part)
    for group in range(_MOST_CUES):
        left &= held >> group
    possible: dict[int, list[Pattern]] = {}
    while left:
        lowest = left & -left
        left ^= lowest
        number, pattern = words.patterns[(lowest.bit_length() - 1) // _MOST_CUES]
        possible.setdefault(number, []).append(pattern)
    for number, patterns in possible.items():
        yield TERMS[number], patterns


_MOST_CUES = 5


class _Words:
    """Which words hint at which patterns: a bit for each cue of each pattern."""

    def __init__(self) -> None:
        self.patterns = [
            (number, pattern) for number, terms in enumerate(TERMS) for pattern in terms.patterns
        ]
        self.always = 0
        whole: dict[str, int] = defaultdict(int)
        begun: dict[str, int] = defaultdict(int)
        for position, (_, pattern) in enumerate(self.patterns):
            found = cues_of(pattern.find)[:_MOST_CUES]
            for group in range(_MOST_CUES):
                bit = 1 << _MOST_CUES * position + group
                if group >= len(found):
                    self.always |= bit
                    continue
                for word in found[group]:
                    table = begun if word.endswith("*") else whole
                    table[word.removesuffix("*")] |= bit
        self.hints = _Hints(whole, begun)


@cache
def _words() -> _Words:
    return _Words()


class _Hints(dict[str, int]):
    """The cues that a word is one of, worked out when it is first met."""

    def __init__(self, whole: dict[str, int], begun: dict[str, int]) -> None:
        super().__init__()
        self._whole = whole
        self._begun = begun

    def __missing__(self, word: str) -> int:
        found = self._whole.get(word, 0)
        for length in range(1, len(word) + 1):
            found |= self._begun.get(word[:length], 0)
        self[word] = found
        return found


@cache
def _concerned(band: str, part: str) -> int:
    """Return the first bits of the patterns that apply to a part of a band."""
    return sum(
        1 << _MOST_CUES * position
        for position, (number, _) in enumerate(_words().patterns)
        if band in TERMS[number].bands and part in TERMS[number].parts
    )


def _hard_topics(material: Material) -> Iterator[Finding]:
    """From 14: help stands beside a hard topic, it stays short, and no title is about it."""
    for rule, pattern in _HARD.items():
        mentions = 0
        for passage in material.passages:
            if passage.part not in PUPILS or passage.section.startswith(_SCRIPTS):
                continue
            for match in pattern.finditer(passage.text):
                mentions += passage.part not in {"feedback", "say"}
                titled = passage.part == "heading" or passage.path[-1:] in {
                    ("title",),
                    ("lead",),
                    ("objective",),
                }
                helped = _HELP.search(pattern.sub("", passage.small))
                if titled or not helped or mentions > _MOST_MENTIONS[rule]:
                    place = passage.place(*match.span())
                    yield find(rule, passage.file, place, match.group())


def _sentences_on_conditions(material: Material) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for passage in material.page_passages:
        for start, end in passage.sentences:
            for match in _CONDITIONS.finditer(passage.text, start, end):
                name = match.group().lower()
                if (
                    seen.setdefault(name, passage.line * 1000 + start)
                    != passage.line * 1000 + start
                ):
                    place = passage.place(*match.span())
                    yield find(ages.CONDITION_LONG, passage.file, place, match.group())


def _many_figures(material: Material) -> Iterator[Finding]:
    found = [
        (passage, match)
        for passage in material.page_passages
        for start, end in passage.sentences
        if (match := _FIGURE.search(passage.small, start, end))
    ]
    for passage, match in found[_MOST_FIGURES:]:
        words = passage.text[match.start() : match.end()]
        yield find(ages.STATISTICS_MANY, passage.file, passage.place(*match.span()), words)


def figures_without_source(material: Material) -> Iterator[Finding]:
    """Find figures about people with no source in their paragraph."""
    young = material.lesson.band.slug in {ages.YOUNGEST, ages.YOUNGER}
    places = [passage for passage in material.page_passages if not young] + [
        passage for passage in material.guide_passages if passage.section == "What to know"
    ]
    for passage in places:
        if not passage.cited and (match := _FIGURE.search(passage.small)):
            place = passage.place(*match.span())
            words = passage.text[match.start() : match.end()]
            yield find(making.SOURCE_MISSING, passage.file, place, words)
