# SPDX-License-Identifier: MIT
"""From the lessons' activities to polls."""

from __future__ import annotations

import pytest

from sunlit.reflection.lessons import items_of, lesson_polls
from sunlit.reflection.spec import SpecError


def test_every_reflection_and_check_of_the_lessons_can_be_opened() -> None:
    """Each has its id, its lesson's title, its band and items that obey the rules."""
    polls = lesson_polls()
    assert polls
    for identifier, spec in polls.items():
        assert spec.activity_id == identifier
        assert spec.band == identifier.split("/")[0]
        assert spec.title
        assert spec.items


def test_cards_become_one_row_each() -> None:
    """What a pupil picks together is never stored together."""
    entry = {"id": "why", "type": "cards", "text": "What helped?", "options": ["A", "B", "C", "D"]}
    items = items_of([entry])
    assert [item.id for item in items] == ["why-1", "why-2", "why-3", "why-4"]
    assert {item.group for item in items} == {"What helped?"}
    assert {item.type for item in items} == {"yes-no"}


def test_true_false_unsure_folds_from_its_last_option() -> None:
    """The unsure join those who say not true, never by what was answered."""
    options = ["True", "Not true", "Not sure"]
    entry = {"id": "k1", "type": "true-false-unsure", "text": "Is it?", "options": options}
    assert items_of([entry])[0].type == "nominal"


def test_an_entry_of_an_unknown_type_is_refused() -> None:
    """The message names the item and the types there are."""
    with pytest.raises(SpecError, match="not one of"):
        items_of([{"id": "x", "type": "slider", "text": "?", "options": ["A", "B"]}])
