# SPDX-License-Identifier: MIT
"""Whether the class can read the page (handbook, 7.1). Furniture and activities are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sunlit.curriculum.bands import YOUNGEST
from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.reading_level import (
    Reading,
    Sentence,
    read,
    sentences_of,
    syllables,
    uncommon,
)
from sunlit.curriculum.rulebook import making
from sunlit.curriculum.sentences import WORD, words
from sunlit.pictures.names import Who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.lessons import FrontMatter
    from sunlit.curriculum.rules.material import Material

_EXAMPLES = 4


def reading(material: Material) -> Reading:
    """Return how the lesson's own prose reads."""
    front = material.front
    new_words = [entry.word for entry in front.new_words] if front else []
    return read(material.lesson.name, _own(material), new_words)


def check(material: Material) -> Iterator[Finding]:
    """Find what makes the page too hard or too long for its readers."""
    front, band, page = material.front, material.lesson.band, material.lesson.page
    if front is None or not material.pieces:
        return
    found = _own(material)
    result = reading(material)
    yield from _new_words(material, front)
    for sentence in found:
        if sentence.count > band.max_sentence:
            place = sentence.passage.place(sentence.start)
            words_ = f"{sentence.count} words: {_short(sentence.text)}"
            yield find(making.SENTENCE_LONG, page, place, words_, most=band.max_sentence)
    if not found:
        return
    longest = sorted(found, key=lambda each: -each.count)[:_EXAMPLES]
    titles = material.headings(1)
    first = (titles[0].line, 3) if titles else (1, 1)
    if round(result.mean, 1) > band.mean_sentence:
        yield find(
            making.SENTENCE_MEAN, page, first, f"{result.mean:.1f} words in a sentence",
            most=band.mean_sentence, words="; ".join(_short(each.text) for each in longest),
        )  # fmt: skip
    if result.words > band.max_words:
        yield find(
            making.PAGE_WORDS, page, first, f"{result.words} words",
            most=band.max_words, over=result.words - band.max_words,
        )  # fmt: skip
    if band.slug == YOUNGEST:
        yield from _uncommon(material, front, found)
    elif result.grade is not None and round(result.grade, 1) > band.max_grade:
        apart = f" (without {', '.join(result.apart)})" if result.apart else ""
        yield find(
            making.GRADE, page, first, f"grade {result.grade:.1f}{apart}",
            most=band.max_grade, words=", ".join(_long_words(found, set(result.apart))),
        )  # fmt: skip


def _own(material: Material) -> list[Sentence]:
    """Return the page's own sentences; those still to be filled say nothing yet."""
    found = sentences_of(each for each in material.page_passages if each.part == "page")
    return [sentence for sentence in found if "FILL" not in sentence.text]


def _new_words(material: Material, front: FrontMatter) -> Iterator[Finding]:
    least, most = material.lesson.band.new_words
    count = len(front.new_words)
    if not least <= count <= most:
        place = material.lesson.source.place(("new_words",))
        words_ = f"{count} new words"
        yield find(making.NEW_WORDS, material.lesson.page, place, words_, least=least, most=most)


def _uncommon(material: Material, front: FrontMatter, found: list[Sentence]) -> Iterator[Finding]:
    allowed = [*(entry.word for entry in front.new_words), *front.cast, *get_args(Who)]
    allowed = [word.lower() for word in allowed]
    seen: set[str] = set()
    for sentence in found:
        text = sentence.passage.text
        for match in WORD.finditer(text, sentence.start, sentence.end):
            word = match.group()
            if word.lower() in seen or word[0].isdigit():
                continue
            seen.add(word.lower())
            if uncommon(word, allowed):
                place = sentence.passage.place(*match.span())
                yield find(making.WORD_UNCOMMON, material.lesson.page, place, word)


def _short(text: str) -> str:
    some = text.split()
    return " ".join(some[:8]) + (" …" if len(some) > 8 else "")  # noqa: PLR2004 - a glimpse


def _long_words(found: list[Sentence], apart: set[str]) -> list[str]:
    longest = {word.lower() for each in found for word in words(each.text)} - apart
    return sorted(longest, key=lambda word: (-syllables(word), word))[:_EXAMPLES]
