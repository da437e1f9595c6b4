# SPDX-License-Identifier: MIT
"""Words that break a rule (B-2, B-3, B-8, B-31 to B-37, 5.11, 7.3 and others)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.rulebook import TERMS, ages, bodies, making, suicide
from sunlit.curriculum.rulebook.phrases import NEGATION
from sunlit.curriculum.rulebook.rule import PUPILS, either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.passages import Passage
    from sunlit.curriculum.rulebook import Rule, Terms
    from sunlit.curriculum.rules.material import Material

_NEGATION = re.compile(NEGATION, re.IGNORECASE)
_CUE_LENGTH = 2
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
    candidates: set[int] = set()
    for stem in passage.stems:
        candidates |= _cued(band, passage.part, stem)
    found: dict[tuple[Rule, int], Finding] = {}
    taken: list[tuple[Rule, int, int]] = []
    for number in sorted(candidates):
        terms = TERMS[number]
        for start, end in _matches(terms, passage):
            # One place, one finding: two patterns of a rule may see the same words.
            if any(r is terms.rule and start < e and s < end for r, s, e in taken):
                continue
            taken.append((terms.rule, start, end))
            place = passage.place(start, end)
            found[terms.rule, start] = find(
                terms.rule, passage.file, place, passage.text[start:end]
            )
    yield from found.values()


def _matches(terms: Terms, passage: Passage) -> Iterator[tuple[int, int]]:
    if (
        (terms.kinds and passage.kind not in terms.kinds)
        or (terms.tested and passage.tested)
        or (terms.rule in _SCRIPTED and passage.section.startswith(_SCRIPTS))
        or (terms.nearby and not terms.nearby.search(passage.text))
        or (terms.rule in _MYTHS and _MYTH.search(passage.text))
    ):
        return
    for match in terms.pattern.finditer(passage.text):
        start, end = match.span()
        left, right = passage.sentence(start)
        sentence = passage.text[left : max(right, end)]
        excused = (
            (terms.quoted and passage.in_quotes(start, end))
            or (terms.excuse and terms.excuse.search(sentence))
            or (terms.need and not terms.need.search(sentence))
            or (terms.negated and _NEGATION.search(passage.text, left, start))
        )
        if not excused:
            yield start, end


@cache
def _cued(band: str, part: str, stem: str) -> frozenset[int]:
    """Return the numbers of the terms that a text with the word ``stem`` may break."""
    starts = _by_cue(band, part).get(stem[:_CUE_LENGTH], ())
    return frozenset(number for cue, number in starts if stem.startswith(cue))


@cache
def _by_cue(band: str, part: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return (cue, number) of the terms of a band and part, by the first letters of the cue."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, terms in enumerate(TERMS):
        if band in terms.bands and part in terms.parts:
            for cue in terms.cues.split():
                for start in _starts(cue):
                    found[start].append((cue, number))
    return {start: tuple(entries) for start, entries in found.items()}


def _starts(cue: str) -> list[str]:
    """Return the first two letters of the words that may start with ``cue``."""
    if len(cue) >= _CUE_LENGTH:
        return [cue[:_CUE_LENGTH]]
    return [cue, *(cue + letter for letter in "abcdefghijklmnopqrstuvwxyz'’-")]


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
                helped = _HELP.search(pattern.sub("", passage.text))
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
        if (match := _FIGURE.search(passage.text, start, end))
    ]
    for passage, match in found[_MOST_FIGURES:]:
        yield find(ages.STATISTICS_MANY, passage.file, passage.place(*match.span()), match.group())


def figures_without_source(material: Material) -> Iterator[Finding]:
    """Find figures about people with no source in their paragraph."""
    young = material.lesson.band.slug in {ages.YOUNGEST, ages.YOUNGER}
    places = [passage for passage in material.page_passages if not young] + [
        passage for passage in material.guide_passages if passage.section == "What to know"
    ]
    for passage in places:
        if not passage.cited and (match := _FIGURE.search(passage.text)):
            place = passage.place(*match.span())
            yield find(making.SOURCE_MISSING, passage.file, place, match.group())
