# SPDX-License-Identifier: MIT
"""What may be asked, and how counts become a release."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.reflection.release import ItemRelease, release_item, release_poll
from sunlit.reflection.spec import Item, PollSpec, SpecError

NOMINAL = ("Ask", "Swap", "Stop the joke", "Not sure")


def item(**changes: Any) -> Item:
    """One ordinary item, with changes."""
    fields: dict[str, Any] = {
        "id": "idea",
        "text": "Which idea will you use?",
        "type": "nominal",
        "options": NOMINAL,
    }
    return Item(**{**fields, **changes})


def test_one_message_for_too_few_and_too_alike() -> None:
    """Nobody can tell a small class from a unanimous one."""
    few = release_item(item(), (3, 2, 1, 1))
    alike = release_item(item(), (30, 0, 0, 0))
    assert few.as_dict() == alike.as_dict()
    assert few.sentence() == "Not shown: too few answers, or answers too alike."


def test_a_release_holds_tenths_and_fives_and_no_count() -> None:
    """The stored line names options and tenths, the number of answers only in fives."""
    shown = release_item(item(), (13, 11, 4, 1))
    assert [bar.levels for bar in shown.bars] == [(0,), (1,), (2, 3)]
    assert [bar.tenths for bar in shown.bars] == [4, 4, 2]
    assert shown.about == 30
    assert shown.label(shown.bars[2]) == "Stop the joke or Not sure"
    assert "About four in ten: Ask." in shown.sentence()
    assert not any(str(count) in shown.to_json() for count in (13, 11, 29))


def test_sensitive_items_need_five_in_every_bar() -> None:
    """Marking the item or the whole poll has the same effect."""
    counts = (12, 12, 4, 4)
    assert len(release_item(item(), counts).bars) == 4
    assert len(release_item(item(sensitive=True), counts).bars) == 3
    whole = PollSpec((item(),), 30, sensitive=True)
    assert len(release_poll(whole, [counts]).items[0].bars) == 3


def test_an_item_may_ask_for_more_answers_than_eight() -> None:
    """The item on how the lesson left the class is read from ten answers on."""
    assert release_item(item(minimum=10), (3, 3, 3, 0)).kind == "withheld"
    assert release_item(item(minimum=10), (4, 3, 3, 0)).kind == "bars"


def test_coin_items_are_shown_by_size() -> None:
    """Words below 25 answers, then a range of pupils, then a share."""
    toss = item(type="yes-no", options=("Yes", "No"), coin=True)
    assert "the coins hide too much" in release_item(toss, (10, 14)).sentence()
    shown = release_item(toss, (10, 20))
    assert "Between 3 and 13 pupils of about 30" in shown.sentence()
    assert "About two in ten" in release_item(toss, (42, 108)).sentence()


@given(st.lists(st.integers(0, 35), min_size=4, max_size=4))
def test_the_same_counts_give_the_same_bytes(counts: list[int]) -> None:
    """A release survives being stored, and is stable to the byte."""
    first = release_item(item(), counts)
    line = first.to_json()
    assert first == ItemRelease.from_json(line)
    assert line == release_item(item(), list(counts)).to_json()


@pytest.mark.parametrize("counts", [(1, 2, 3), (1, 2, 3, -1), (1, 2, 3, True), (1, 2, 3, 4.0)])
def test_counts_that_do_not_fit_are_refused(counts: tuple[Any, ...]) -> None:
    """Wrong length, negative numbers, and numbers that are no whole numbers."""
    with pytest.raises(ValueError, match="wanted 4 counts"):
        release_item(item(), counts)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "Idea 1"}, "lower-case"),
        ({"id": "idea\n"}, "lower-case"),
        ({"type": "scale9"}, "not one of"),
        ({"text": " "}, "empty"),
        ({"options": ("A", "B")}, "3 to 5"),
        ({"type": "scale5"}, "needs 5"),
        ({"options": ("A", "B", "A")}, "the same"),
        ({"options": ("A", "B", " ")}, "an option is empty"),
        ({"coin": True}, "must be yes-no"),
        ({"group": "Pick up to three"}, "a card must be yes-no"),
        ({"minimum": 5}, "below 8"),
    ],
)
def test_items_that_cannot_be_asked_are_refused(changes: dict[str, Any], message: str) -> None:
    """Each refusal says what was wanted."""
    with pytest.raises(SpecError, match=message):
        item(**changes)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"items": ()}, "1 to 20"),
        ({"items": tuple(item(id=f"i{n}") for n in range(21))}, "1 to 20"),
        ({"items": (item(), item())}, "same id"),
        ({"class_size": 0}, "class_size"),
        ({"class_size": True}, "class_size"),
        ({"band": "ages-99"}, "not known"),
        ({"phase": "during"}, "before, after"),
        ({"band": "ages-08-10", "free_text": "Anything else?"}, "never used"),
        (
            {
                "items": tuple(
                    item(id=i, type="yes-no", options=("Yes", "No"), coin=True) for i in "ab"
                )
            },
            "one coin item",
        ),
    ],
)
def test_polls_that_must_not_be_opened_are_refused(changes: dict[str, Any], message: str) -> None:
    """Each rule on a whole poll is kept before anything is stored."""
    with pytest.raises(SpecError, match=message):
        PollSpec(**{"items": (item(),), "class_size": 30, **changes})


def test_a_poll_survives_being_stored_and_caps_at_a_tenth_above_the_class() -> None:
    """The same poll gives the same line, and 30 pupils give at most 33 bodies."""
    spec = PollSpec((item(), item(id="two")), 30, activity_id="ages-11-13/03-words/idea")
    assert spec == PollSpec.from_json(spec.to_json())
    assert spec.to_json() == PollSpec.from_json(spec.to_json()).to_json()
    assert [PollSpec((item(),), size).cap for size in (30, 8, 1)] == [33, 9, 2]


def test_protected_questions_wait_until_families_were_told() -> None:
    """The poll can be looked at and printed, and does not open without the school's word."""
    spec = PollSpec((item(protected_area="psychological"),), 30)
    with pytest.raises(SpecError, match="families were told"):
        spec.require_notice()
    PollSpec(spec.items, 30, families_told=True).require_notice()
