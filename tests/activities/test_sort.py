# SPDX-License-Identifier: MIT
"""`sort`: the definition, its forms, and its whole journey in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import BOX, Table
from sunlit.activities.shuffling import shuffled

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

ROOMS = """
rooms:
  kind: sort
  title: Does it leave room for the person?
  how: Pick a card, then a tray. “It depends” is a real answer.
  minutes: 8
  bins:
    - {id: room, name: Leaves room, icon: open}
    - {id: depends, name: It depends}
    - {id: shrinks, name: Shrinks someone, note: One word takes over.}
  cards:
    - text: He lives with anxiety.
      fits: [room]
      why: Person first.
    - text: That test was crazy hard.
      fits: [depends, shrinks]
      why: It is about a test.
      why_in: {room: Nobody is in it.}
    - text: I like football.
      why: There is no right place for this.
"""

YOUNG = """
kind-words:
  kind: sort
  title: Where do these words go?
  bins:
    - {id: kind, name: Kind words, picture: {who: bear, feeling: happy}}
    - {id: hurt, name: Words that hurt, picture: {who: bear, feeling: sad}}
  cards:
    - {text: You can play too!, fits: [kind], why: Bear has a friend now.}
    - {text: Go away!, fits: [hurt], why: Bear is alone.}
"""


def test_every_card_has_feedback_for_every_tray(read: Read) -> None:
    """The front end finds a reason and a verdict for each card in each tray."""
    compiled = read(ROOMS)["rooms"].compiled("ages-11-13")
    feedback = {card["text"]: card["in"] for card in compiled["cards"]}
    assert feedback["That test was crazy hard."] == {
        "room": {"fits": False, "why": "Nobody is in it."},
        "depends": {"fits": True, "why": "It is about a test."},
        "shrinks": {"fits": True, "why": "It is about a test."},
    }


def test_a_card_without_a_right_tray_is_neither_right_nor_wrong(read: Read) -> None:
    """No right answer is the normal case."""
    cards = read(ROOMS)["rooms"].compiled("ages-11-13")["cards"]
    open_card = next(card for card in cards if card["text"] == "I like football.")
    assert {entry["fits"] for entry in open_card["in"].values()} == {None}
    assert open_card["home"] == []


def test_the_worksheet_has_an_empty_box_for_each_card_and_tray(read: Read) -> None:
    """Paper asks the same question and gives nothing away."""
    blocks = read(ROOMS)["rooms"].question_blocks("ages-11-13")
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.head == ("Card", "Leaves room", "It depends", "Shrinks someone")
    assert {cell for row in table.rows for cell in row[1:]} == {BOX}


def test_the_key_names_the_trays_and_every_reason(read: Read) -> None:
    """The answer key has our trays and all reasons, also those of one tray."""
    blocks = read(ROOMS)["rooms"].key_blocks("ages-11-13")
    table = next(block for block in blocks if isinstance(block, Table))
    assert (
        "That test was crazy hard.",
        "It depends, Shrinks someone",
        "It is about a test. Leaves room: Nobody is in it.",
    ) in table.rows
    assert ("I like football.", "No right tray", "There is no right place for this.") in table.rows


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees the texts of the cards placed and whether they fit."""
    rooms = read(ROOMS)["rooms"]
    assert rooms.rows({"a": "room", "b": "room", "c": "depends"}) == [
        {"card": "He lives with anxiety.", "tray": "Leaves room", "fits": True},
        {"card": "That test was crazy hard.", "tray": "Leaves room", "fits": False},
        {"card": "I like football.", "tray": "It depends", "fits": None},
    ]


@pytest.mark.parametrize("answer", [{"z": "room"}, {"a": "bin"}, {"a": ["room"]}, {"a": None}])
def test_an_answer_of_another_activity_is_refused(read: Read, answer: dict[str, object]) -> None:
    """An unknown card or tray is an error, not an empty row."""
    with pytest.raises(ValueError, match="no card"):
        read(ROOMS)["rooms"].rows(answer)


def test_a_tray_that_does_not_exist_is_named(problems_in: Problems) -> None:
    """A mistyped tray in 'fits' says which trays there are."""
    found = problems_in(ROOMS.replace("fits: [room]", "fits: [rom]"))
    assert found == ["2: card 1: wanted one of the trays room, depends, shrinks, found 'rom'."]


def test_the_same_card_twice_is_refused(problems_in: Problems) -> None:
    """Two cards that can't be told apart are an error."""
    found = problems_in(ROOMS.replace("I like football.", "He lives with anxiety."))
    assert found == [
        "2: wanted a different text on each card, found 'He lives with anxiety.' twice."
    ]


def test_the_youngest_need_pictures_and_few_trays(problems_in: Problems) -> None:
    """A sort without pictures is not for ages 5 to 7, and four trays are too many."""
    assert problems_in(ROOMS, "ages-05-07") == [
        "2: wanted a picture on every card or every tray for ages-05-07, found some without."
    ]
    four = YOUNG.replace(
        "  cards:",
        "    - {id: ask, name: Ask, picture: {who: owl, feeling: calm}}\n"
        "    - {id: wait, name: Wait, picture: {who: owl, feeling: busy}}\n  cards:",
    )
    assert problems_in(four, "ages-05-07") == [
        "2: wanted two or three trays for ages-05-07, found 4."
    ]


@given(st.lists(st.text(min_size=1), min_size=2, max_size=30, unique=True))
def test_shuffling_keeps_every_card_and_leaves_the_order(cards: list[str]) -> None:
    """The order shown has the same cards, is never the author's and never changes."""
    order = shuffled(cards, str)
    assert sorted(order) == sorted(cards)
    assert order != cards
    assert order == shuffled(cards, str)
    assert set(shuffled(cards[::-1], str)) == set(order)


def _place(activity: Locator, card: str, tray: str) -> None:
    activity.get_by_role("button", name=card).click()
    activity.get_by_role("button", name=f"Put it here: {tray}").click()


def _status(activity: Locator) -> Locator:
    return activity.locator(".status")


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Tab, Enter and Space pick, place, see, retry and clear; focus never gets lost."""
    activity = start(ROOMS)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    names = []
    for expected_left in (2, 1):
        names.append(focused.inner_text())
        page.keyboard.press("Enter")
        expect(focused).to_have_attribute("aria-label", "Put it here: Leaves room")
        expect(_status(activity)).to_have_text("Card picked. Now choose a tray.")
        page.keyboard.press("ArrowRight")
        expect(focused).to_have_attribute("aria-label", "Put it here: It depends")
        page.keyboard.press("Space")
        expect(_status(activity)).to_have_text(
            f"Placed in “It depends”. Cards left: {expected_left}."
        )
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(_status(activity)).to_contain_text("All cards are placed.")
    expect(focused).to_have_text("See what we think")
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Try again")
    assert activity.locator(".why").count() == 3
    assert len(set(names)) == 2
    page.keyboard.press("Enter")
    assert activity.locator(".why").count() == 0
    expect(focused).to_have_class("pcard in")


def test_escape_puts_the_card_down(page: Page, start: Start) -> None:
    """A card picked by mistake goes back with Escape, and focus goes with it."""
    activity = start(ROOMS)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(_status(activity)).to_have_text("Card put down.")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "false")
    assert activity.locator("[aria-pressed=true]").count() == 0


def test_reasons_stand_beside_each_card(start: Start) -> None:
    """After Check each placed card says where we put it and why, in words."""
    activity = start(ROOMS)
    _place(activity, "He lives", "Leaves room")
    _place(activity, "That test", "Leaves room")
    _place(activity, "I like", "It depends")
    activity.get_by_role("button", name="See what we think").click()
    reasons = {
        item.locator(".pcard").inner_text(): item.locator(".why").inner_text().split("\n\n")
        for item in activity.locator(".held li").all()
    }
    assert reasons == {
        "He lives with anxiety.": ["We put it here too.", "Person first."],
        "That test was crazy hard.": [
            "We put it in “It depends” or “Shrinks someone”.",
            "Nobody is in it.",
        ],
        "I like football.": ["Something to think about.", "There is no right place for this."],
    }
    expect(_status(activity)).to_contain_text("Person first.")


def test_a_placed_card_moves_on_or_comes_back(start: Start) -> None:
    """A card may change its tray, and may be taken back."""
    activity = start(ROOMS)
    _place(activity, "He lives", "Leaves room")
    _place(activity, "He lives", "It depends")
    expect(activity.locator("[data-bin=depends] .held li")).to_have_count(1)
    activity.get_by_role("button", name="He lives").click()
    activity.get_by_role("button", name="Take it back").click()
    expect(activity.locator(".deck li")).to_have_count(3)
    expect(activity.get_by_role("button", name="He lives")).to_be_focused()


def test_moving_a_card_after_check_takes_the_reasons_away(start: Start) -> None:
    """Trying again needs no extra button: pick a card and go on."""
    activity = start(ROOMS)
    _place(activity, "He lives", "It depends")
    activity.get_by_role("button", name="See what we think").click()
    expect(activity.locator(".why")).to_have_count(1)
    activity.get_by_role("button", name="He lives").click()
    expect(activity.locator(".why")).to_have_count(0)
    expect(activity.get_by_role("button", name="See what we think")).to_be_visible()


def test_nothing_placed_asks_for_a_card_first(start: Start) -> None:
    """Check and the trays say what to do when there is nothing to do yet."""
    activity = start(ROOMS)
    activity.get_by_role("button", name="See what we think").click()
    expect(_status(activity)).to_have_text("Place a card first, or pass.")
    activity.get_by_role("button", name="Put it here: It depends").click(force=True)
    expect(_status(activity)).to_have_text("Pick a card first.")


def test_pass_empties_the_trays_and_is_an_answer(start: Start) -> None:
    """Passing shows no reasons and leaves nothing behind."""
    activity = start(ROOMS)
    _place(activity, "He lives", "It depends")
    activity.get_by_role("button", name="Pass on this one").click()
    expect(_status(activity)).to_have_text("You passed. That is an answer too.")
    expect(activity.locator(".held li")).to_have_count(0)
    expect(activity.locator(".why")).to_have_count(0)


def test_a_mouse_may_drag(page: Page, start: Start) -> None:
    """Dragging a card on a tray places it, and dropping it beside leaves it."""
    activity = start(ROOMS)
    card = activity.get_by_role("button", name="He lives")
    target = activity.locator("[data-bin=shrinks]")
    card.drag_to(target)
    expect(target.locator(".pcard")).to_have_text("He lives with anxiety.")
    other = activity.get_by_role("button", name="I like")
    other.drag_to(page.locator("h1"))
    expect(activity.locator(".deck li")).to_have_count(2)


def test_two_hundred_cards_can_be_placed(page: Page, start: Start) -> None:
    """A long list works to its end, and by key the trays are next to every card."""
    cards = "".join(f"    - {{text: Card {n}, fits: [a], why: Why {n}}}\n" for n in range(200))
    activity = start(
        "many:\n  kind: sort\n  title: Many\n  bins: [{id: a, name: A}, {id: b, name: B}]\n"
        f"  cards:\n{cards}"
    )
    expect(activity.locator(".deck li")).to_have_count(200)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(activity.locator(".deck li")).to_have_count(199)
    activity.evaluate(
        """(root) => {
          for (let n = 0; n < 199; n += 1) {
            root.querySelector('.deck .pcard').click();
            root.querySelector('.put').click();
          }
        }"""
    )
    activity.get_by_role("button", name="See what we think").click()
    expect(activity.locator(".why")).to_have_count(200)


def test_the_youngest_see_one_card_at_a_time(start: Start) -> None:
    """At ages 5 to 7 the trays are two pictures to choose from, card by card."""
    activity = start(YOUNG, "ages-05-07")
    expect(activity.get_by_role("radio")).to_have_count(2)
    question = activity.locator("legend:visible .question")
    first = question.inner_text()
    activity.get_by_role("radio").first.check()
    activity.get_by_role("button", name="Show us").click()
    expect(activity.locator(".why:visible")).to_have_count(1)
    activity.get_by_role("button", name="Next").click()
    assert question.inner_text() != first
    expect(activity.locator("legend:visible")).to_be_focused()
    activity.get_by_role("button", name="Back").click()
    assert question.inner_text() == first
    expect(activity.locator(".why:visible")).to_have_count(1)
