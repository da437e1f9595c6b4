# SPDX-License-Identifier: MIT
"""`reflection`: what may be asked at which age, and a pupil's own choice on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sunlit.activities.blocks import Choices, Paragraph
from sunlit.activities.reflection import Reflection
from sunlit.reflection.spec import Item

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

IDEA = """
idea:
  kind: reflection
  title: Which idea will you use?
  about: lesson
  items:
    - id: idea
      type: nominal
      text: Which idea will you use?
      options: [Ask, Swap a word, Stop the joke]
    - id: useful
      type: scale5
      text: This lesson was useful.
      sensitive: true
    - id: helps
      type: cards
      text: What helps most?
      options: [Asking, A friend, Time, A teacher]
"""

BEAR = """
bear:
  kind: reflection
  title: Think about Bear
  about: character
  mode: hands
  items:
    - {id: told, type: yes-no, text: Was it good that Bear told Badger?}
    - {id: words, type: scale3, text: Can kind words help?}
"""


def _status(activity: Locator) -> Locator:
    return activity.get_by_role("status").first


def test_passing_is_the_last_option_on_page_and_paper(read: Read, start: Start) -> None:
    """Pass stands last among the options, with the same looks."""
    paper = [
        block
        for block in read(IDEA)["idea"].question_blocks("ages-11-13")
        if isinstance(block, Choices)
    ]
    assert [block.options[-1] for block in paper] == ["I pass"] * 3
    activity = start(IDEA)
    for group in activity.locator("fieldset").all():
        labels = group.locator("label")
        assert labels.last.inner_text() == "I pass"
        first, last = labels.first.bounding_box(), labels.last.bounding_box()
        assert first is not None
        assert last is not None
        assert first["height"] == last["height"]
        assert first["width"] == last["width"]


def test_a_reflection_has_no_key(read: Read) -> None:
    """There is no right answer to print."""
    assert all(isinstance(block, Paragraph) for block in read(IDEA)["idea"].key_blocks(""))


def test_poll_items_are_neutral_data_for_the_service(read: Read) -> None:
    """The live service gets the same questions, scales from least to most, without pass."""
    idea = read(IDEA)["idea"]
    assert isinstance(idea, Reflection)
    items = idea.poll_items("ages-11-13")
    assert items[1] == {
        "id": "useful",
        "type": "scale5",
        "text": "This lesson was useful.",
        "options": ["No", "Probably not", "Not sure", "Probably", "Yes"],
        "sensitive": True,
        "coin": False,
    }
    assert [Item(**item).id for item in items if item["type"] != "cards"] == ["idea", "useful"]


def test_hands_are_never_sent(read: Read) -> None:
    """Where a teacher counts hands the service gets nothing."""
    bear = read(BEAR, "ages-05-07")["bear"]
    assert isinstance(bear, Reflection)
    assert bear.poll_items("ages-05-07") == []


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees the texts chosen; a pass leaves no row."""
    rows = read(IDEA)["idea"].rows({"idea": ["2"], "useful": None, "helps": ["1", "3"]})
    assert rows == [
        {"item": "idea", "question": "Which idea will you use?", "answer": ["Swap a word"]},
        {"item": "helps", "question": "What helps most?", "answer": ["Asking", "Time"]},
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"other": ["1"]},
        {"idea": ["9"]},
        {"idea": ["1", "2"]},
        {"idea": 3},
        {"idea": [["1"]]},
        {"helps": ["1", "2", "3", "4"]},
        {"helps": ["1", "1"]},
    ],
)
def test_an_answer_of_another_reflection_is_refused(read: Read, answer: dict[str, object]) -> None:
    """An answer that was not on offer is an error, whatever its shape."""
    with pytest.raises(ValueError, match=r"no item|does not offer"):
        read(IDEA)["idea"].rows(answer)


@pytest.mark.parametrize(
    ("text", "band", "problem"),
    [
        (IDEA, "ages-08-10", "wanted 'about: character' for ages-08-10, found 'lesson'"),
        (BEAR.replace("mode: hands", "mode: devices"), "ages-05-07", "wanted 'mode: hands'"),
        (BEAR.replace("scale3", "scale4"), "ages-05-07", "'words': wanted two or three options"),
        (BEAR.replace("id: words", "id: told"), "ages-05-07", "wanted a different 'id' each time"),
        (
            IDEA.replace("options: [Ask, Swap a word, Stop the joke]", ""),
            "ages-11-13",
            "wanted 'options' for the type 'nominal', found nothing",
        ),
        (
            IDEA.replace("[Ask, Swap a word, Stop the joke]", "[Ask, Swap]"),
            "ages-11-13",
            "wanted 3 to 5 options for the type 'nominal', found 2",
        ),
        (IDEA.replace("Swap a word", "Ask"), "ages-11-13", "found 'Ask' twice"),
        (
            IDEA.replace("sensitive: true", "coin: true"),
            "ages-11-13",
            "wanted 'type: yes-no' for a coin item, found 'scale5'",
        ),
        (IDEA.replace("about: lesson", ""), "ages-11-13", "wanted 'about', found nothing"),
    ],
)
def test_what_may_not_be_asked_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """Each band has its own way of being asked; the message says which."""
    assert [problem in one for one in problems_in(text, band)] == [True]


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Arrows choose without keeping; the button keeps; the own choice is shown; it clears."""
    activity = start(IDEA)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(activity.locator("dd")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while focused.inner_text() != "Keep my answers":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert activity.locator("dd").all_inner_texts() == ["Swap a word", "Not sure", "Asking"]
    expect(focused).to_have_text("Change my answers")
    expect(activity).to_contain_text("The picture of the whole class comes when your teacher opens")
    page.keyboard.press("Enter")
    expect(activity.get_by_label("Swap a word")).to_be_checked()
    expect(activity.get_by_label("Swap a word")).to_be_focused()


def test_an_open_question_counts_as_a_pass(start: Start) -> None:
    """Leaving a question out is the same answer as passing."""
    activity = start(IDEA)
    activity.get_by_label("Ask", exact=True).check()
    activity.get_by_role("button", name="Keep my answers").click()
    assert activity.locator("dd").all_inner_texts() == ["Ask", "You passed", "You passed"]


def test_nothing_chosen_asks_for_a_choice(start: Start) -> None:
    """Keeping nothing at all asks for an answer or a pass."""
    activity = start(IDEA)
    activity.get_by_role("button", name="Keep my answers").click()
    expect(_status(activity)).to_have_text("Choose an answer first, or pass.")


def test_up_to_three_cards(start: Start) -> None:
    """A fourth card says that three are enough, and pass stands alone."""
    activity = start(IDEA)
    cards = activity.locator("[data-item=helps]")
    for name in ("Asking", "A friend", "Time"):
        cards.get_by_label(name).check()
    cards.get_by_label("A teacher").click()
    expect(cards.get_by_label("A teacher")).not_to_be_checked()
    expect(_status(activity)).to_have_text("You can pick up to 3. Put one back first.")
    cards.get_by_label("I pass").check()
    expect(cards.locator("input:checked")).to_have_count(1)


def test_clear_forgets_the_choice(start: Start) -> None:
    """Clear empties the answers and goes back to the questions."""
    activity = start(IDEA)
    activity.get_by_label("Ask", exact=True).check()
    activity.get_by_role("button", name="Keep my answers").click()
    activity.get_by_role("button", name="Clear my answers").click()
    expect(activity.locator("input:checked")).to_have_count(0)


def test_hands_are_counted_shown_and_wiped(page: Page, start: Start) -> None:
    """The teacher counts, shows one picture, wipes it away; by keys alone."""
    activity = start(BEAR, "ages-05-07")
    expect(activity.get_by_role("radio")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("Enter")
    expect(activity.locator(".panes:visible i")).to_have_count(0)
    activity.get_by_role("button", name="Show the picture").press("Enter")
    expect(activity.locator(".panes:visible i")).to_have_count(3)
    expect(activity.locator(".panel:visible .status")).to_have_text("Yes: 3. No: 0")
    activity.get_by_role("button", name="Wipe it away").press("Enter")
    expect(activity.locator(".panel:visible .status")).to_have_text("It is gone. Nothing was kept.")
    assert activity.locator(".count:visible").all_inner_texts() == ["0", "0"]
