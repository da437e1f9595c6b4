# SPDX-License-Identifier: MIT
"""Free text: what is cut away, what is masked, what is flagged."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.reflection.moderation import MASK, clean, csv_cell, mask, receive, worrying


@given(st.text(max_size=140))
def test_a_cleaned_text_is_visible_short_and_stays_as_it_is(raw: str) -> None:
    """Nothing invisible is left, marks do not pile up, and cleaning twice changes nothing."""
    cleaned = clean(raw)
    assert len(cleaned) <= 140
    assert not any(unicodedata.category(char)[0] == "C" for char in cleaned)
    assert cleaned == " ".join(cleaned.split())
    kinds = "".join(unicodedata.category(char)[0] for char in cleaned)
    assert "MMM" not in kinds
    assert cleaned == clean(cleaned)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("  two\n\nlines\t ", "two lines"),
        ("a\u202eb\u200bc\u0000d", "abcd"),
        ("cafe\u0301", "caf\u00e9"),
        ("z" + "\u0335" * 50, "z\u0335\u0335"),
        ("مرحبا", "مرحبا"),
    ],
    ids=["white-space", "hidden", "composed", "marks", "arabic"],
)
def test_cleaning(raw: str, expected: str) -> None:
    """Hidden characters go, letters of any language stay."""
    assert expected == clean(raw)


def test_too_long_or_broken_texts_are_refused() -> None:
    """141 characters, or half a character."""
    assert len(clean("a" * 140)) == 140
    with pytest.raises(ValueError, match="at most 140"):
        clean("a" * 141)
    with pytest.raises(ValueError, match="half a character"):
        clean("a\ud800")


@pytest.mark.parametrize(
    "raw",
    [
        "write to sam.o@example.org please",
        "see https://example.org/x?y=1 now",
        "look at www.example.org today",
        "I am @sam_2011 there",
        "ring 555 010 0199 after six",
        "on example.com you find it",
    ],
)
def test_ways_to_reach_a_person_are_masked_and_flagged(raw: str) -> None:
    """E-mail, page, handle and telephone go before the teacher sees the text, who is told."""
    masked, flagged = receive(raw)
    assert MASK in masked
    assert not any(part in masked for part in ("example", "sam_2011", "0199"))
    assert flagged


@pytest.mark.parametrize(
    "harmless",
    ["I liked the story of the two friends", "7 of 10 of us", "We said it 3 times in 2024", "Hm."],
)
def test_ordinary_texts_pass_unchanged(harmless: str) -> None:
    """Numbers and names of months are no telephone numbers."""
    assert (harmless, False) == receive(harmless)


def test_phrases_are_found_across_case_and_punctuation() -> None:
    """A worrying phrase is found however it is typed, and not inside another word."""
    assert worrying("I'm SCARED to go   home!!")
    assert worrying("Don\u2019t tell anyone")
    assert not worrying("The help menu is long")
    assert not worrying("chit menu")


@given(st.text(max_size=30))
def test_no_cell_starts_a_formula(text: str) -> None:
    """A spreadsheet takes every exported text as text."""
    assert csv_cell(text)[:1] not in {"=", "+", "-", "@"}
    assert csv_cell(text).endswith(text)


def test_masking_leaves_the_words_around() -> None:
    """Only what reaches a person is hidden."""
    assert f"thanks {MASK} for listening" == mask("thanks @friend for listening")
