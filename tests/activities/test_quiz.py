# SPDX-License-Identifier: MIT
"""`quiz`: its five types of question, their forms, and the whole journey in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sunlit.activities.blocks import Choices, ItemList, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

QUIZ = """
all:
  kind: quiz
  title: One of each
  questions:
    - type: single
      text: What could Jo say?
      options:
        - {text: Save her a seat., why: Everyone has something to do.}
        - {text: You are horrible., why: Now someone else has a label.}
        - {text: What did you mean?, why: A calm question.}
    - type: several
      text: Which put the person first?
      options:
        - {text: Sam has depression., why: Sam comes first., fits: true}
        - {text: A depressive., why: The person becomes a label., fits: false}
        - {text: People with anxiety., why: People come first., fits: true}
    - type: true-false
      text: Everyone likes the same words.
      answer: false
      why_true: Many guess this.
      why_false: People differ.
    - type: order
      text: What comes first?
      items:
        - {text: Breathe, why: A moment helps.}
        - {text: Say it, why: Naming the word helps.}
        - {text: Offer a word, why: They can use it.}
    - type: match
      text: Which word fits?
      pairs:
        - {left: That is crazy!, right: surprising, why: It says what you mean.}
        - {left: I am so OCD., right: careful, why: OCD is a condition.}
"""

BEAR = """
bear:
  kind: quiz
  title: What can Hare say?
  questions:
    - type: single
      text: The tower fell down.
      options:
        - {text: Build it again!, why: Bear smiles., picture: {who: hare, feeling: happy}}
        - {text: Silly tower!, why: Bear feels sad., picture: {who: hare, feeling: cross}}
    - type: true-false
      text: Can friends help?
      answer: true
      why_true: "Yes, friends can help."
      why_false: Think again.
      picture: {who: bear, feeling: calm}
"""


def _panel(activity: Locator, question: str) -> Locator:
    return activity.locator(f"[data-question={question}]")


def _check(panel: Locator) -> None:
    panel.get_by_role("button", name="See what we think").click()


def test_every_option_has_its_reason(read: Read) -> None:
    """The front end looks reasons up; true and false are options like any other."""
    questions = read(QUIZ)["all"].compiled("ages-11-13")["questions"]
    assert [question["type"] for question in questions] == [
        "single",
        "several",
        "single",
        "order",
        "match",
    ]
    assert questions[2]["options"] == [
        {"id": "a", "text": "True", "why": "Many guess this.", "fits": False},
        {"id": "b", "text": "Not true", "why": "People differ.", "fits": True},
    ]
    assert {option["fits"] for option in questions[0]["options"]} == {None}


def test_cards_in_order_are_shown_in_the_same_other_order_everywhere(read: Read) -> None:
    """Page and worksheet shuffle alike, and neither shows the answer."""
    quiz = read(QUIZ)["all"]
    shown = [item["text"] for item in quiz.compiled("ages-11-13")["questions"][3]["items"]]
    paper = [block for block in quiz.question_blocks("ages-11-13") if isinstance(block, Choices)]
    assert shown != ["Breathe", "Say it", "Offer a word"]
    assert tuple(shown) in [block.options for block in paper]


def test_partners_are_listed_in_the_same_order_everywhere(read: Read) -> None:
    """The letters on paper stand beside the partners as the page lists them."""
    quiz = read(QUIZ)["all"]
    shown = [right["text"] for right in quiz.compiled("ages-11-13")["questions"][4]["rights"]]
    lists = [block for block in quiz.question_blocks("ages-11-13") if isinstance(block, ItemList)]
    assert lists[-1].items == tuple(f"{'AB'[n]}. {text}" for n, text in enumerate(shown))


def test_the_worksheet_ticks_nothing(read: Read) -> None:
    """Paper asks; only the key answers."""
    quiz = read(QUIZ)["all"]
    asked = [block for block in quiz.question_blocks("ages-11-13") if isinstance(block, Choices)]
    assert {block.ticked for block in asked} == {frozenset()}
    assert {block.notes for block in asked} == {()}


def test_the_key_ticks_what_fits_and_says_why(read: Read) -> None:
    """The key has every reason, and the order and the partners."""
    blocks = read(QUIZ)["all"].key_blocks("ages-11-13")
    choices = [block for block in blocks if isinstance(block, Choices)]
    assert [block.ticked for block in choices] == [frozenset(), {0, 2}, {1}]
    assert choices[2].notes == ("Many guess this.", "People differ.")
    assert (
        ItemList(
            (
                "Breathe (A moment helps.)",
                "Say it (Naming the word helps.)",
                "Offer a word (They can use it.)",
            ),
            ordered=True,
        )
        in blocks
    )
    table = next(block for block in blocks if isinstance(block, Table))
    assert ("I am so OCD.", "careful", "OCD is a condition.") in table.rows
    assert Paragraph("This order works well.") in blocks


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees one row per answered question; a pass leaves none."""
    rows = read(QUIZ)["all"].rows(
        {
            "q1": ["c"],
            "q2": ["a", "b"],
            "q3": None,
            "q4": ["a", "b", "c"],
            "q5": {"a": "a", "b": "a"},
        }
    )
    assert rows == [
        {"question": "What could Jo say?", "answer": ["What did you mean?"], "fits": None},
        {
            "question": "Which put the person first?",
            "answer": ["Sam has depression.", "A depressive."],
            "fits": False,
        },
        {
            "question": "What comes first?",
            "answer": ["Breathe", "Say it", "Offer a word"],
            "fits": True,
        },
        {"question": "Which word fits?", "answer": ["surprising", "surprising"], "fits": False},
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"q9": ["a"]},
        {"q1": ["z"]},
        {"q1": [["a"]]},
        {"q1": 3},
        {"q1": ["a", "b"]},
        {"q4": ["a", "a", "b"]},
        {"q5": {"z": "a"}},
        {"q5": ["a"]},
    ],
)
def test_an_answer_of_another_quiz_is_refused(read: Read, answer: dict[str, object]) -> None:
    """An answer that this quiz can't give is an error, whatever its shape."""
    with pytest.raises(ValueError, match=r"quiz has no question|does not offer"):
        read(QUIZ)["all"].rows(answer)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (", fits: false}", "}", "wanted 'fits' on every option or on none, found it on some"),
        ("Save her a seat.", "You are horrible.", "wanted different options, found 'You are"),
        ("right: careful", "right: surprising", "wanted a different text in each 'right'"),
        ("type: order", "type: sorting", "found 'sorting'"),
    ],
)
def test_contradictions_are_named(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """A question that can't be answered is refused with a reason."""
    found = problems_in(QUIZ.replace(before, after, 1))
    assert [problem in one for one in found] == [True]


def test_the_youngest_have_pictures_and_few_choices(problems_in: Problems) -> None:
    """Ages 5 to 7 get pictures, two or three choices, and no more."""
    found = problems_in(QUIZ, "ages-05-07")
    assert any("wanted a picture" in problem for problem in found)
    assert problems_in(BEAR, "ages-05-07") == []
    four = BEAR.replace(
        "    - type: true-false",
        "        - {text: A, why: A, picture: {who: owl, feeling: calm}}\n"
        "        - {text: B, why: B, picture: {who: owl, feeling: sad}}\n    - type: true-false",
    )
    assert [
        "wanted two or three choices" in problem for problem in problems_in(four, "ages-05-07")
    ] == [True]


def test_arrow_keys_move_and_never_answer(page: Page, start: Start) -> None:
    """Going through the options with arrows shows no reason until Check is pressed."""
    activity = start(QUIZ)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
        expect(activity.locator(".why")).to_have_count(0)
    expect(_panel(activity, "q1").get_by_label("You are horrible.")).to_be_checked()


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Every type of question is answered, explained and tried again with keys only."""
    activity = start(QUIZ)
    focused = page.locator(":focus")
    presses = {
        "q1": ["Space"],
        "q2": ["Space", "Tab", "Tab", "Space"],
        "q3": ["ArrowDown"],
        "q4": ["Tab", "Enter"],
        "q5": ["ArrowDown", "Tab", "ArrowDown"],
    }
    for question, keys in presses.items():
        panel = _panel(activity, question)
        while not panel.evaluate("panel => panel.contains(document.activeElement)"):
            page.keyboard.press("Tab")
        for key in keys:
            page.keyboard.press(key)
        expect(panel.locator(".why")).to_have_count(0)
        while focused.inner_text() != "See what we think":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(panel).to_have_attribute("data-state", "feedback")
        assert panel.locator(".why").count() > 0
        expect(focused).to_contain_text("Try a")
        page.keyboard.press("Enter")
        expect(panel.locator(".why")).to_have_count(0)
        assert panel.evaluate("panel => panel.contains(document.activeElement)")
        page.keyboard.press("Tab")
        while focused.inner_text() != "Pass on this one":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(panel.locator(".status")).to_have_text("You passed. That is an answer too.")


def test_a_choice_is_explained_where_it_stands(start: Start) -> None:
    """The reason stands below the chosen option and is read out; nothing counts points."""
    panel = _panel(start(QUIZ), "q1")
    panel.get_by_label("You are horrible.").check()
    _check(panel)
    expect(panel.locator("[data-option=b] .why")).to_contain_text("Now someone else has a label.")
    expect(panel.locator(".why")).to_have_count(1)
    expect(panel.get_by_role("status")).to_contain_text("Now someone else has a label.")
    expect(panel.get_by_role("status")).to_contain_text("There is no one right answer here.")


def test_what_was_left_out_is_explained_too(start: Start) -> None:
    """With several answers, one that fits and was not chosen is explained as well."""
    panel = _panel(start(QUIZ), "q2")
    panel.get_by_label("A depressive.").check()
    _check(panel)
    marks = {
        row.get_attribute("data-option"): row.locator("b").all_inner_texts()
        for row in panel.locator(".opt").all()
    }
    assert marks == {"a": ["This fits"], "b": ["Another way to see it"], "c": ["This fits"]}


def test_another_choice_takes_the_reason_away(start: Start) -> None:
    """Retrying needs no button: choose another option."""
    panel = _panel(start(QUIZ), "q3")
    panel.get_by_label("True", exact=True).check()
    _check(panel)
    expect(panel.locator(".why")).to_have_count(1)
    panel.get_by_label("Not true").check()
    expect(panel.locator(".why")).to_have_count(0)
    _check(panel)
    expect(panel.locator(".why b")).to_have_text("This fits")


def test_an_order_is_moved_and_explained(start: Start) -> None:
    """Cards move one place; what we would do is shown with the reasons, in order."""
    panel = _panel(start(QUIZ), "q4")
    texts = panel.locator(".card-text").all_inner_texts()
    panel.get_by_role("button", name=f"Move down: {texts[0]}").click()
    assert panel.locator(".card-text").all_inner_texts()[:2] == [texts[1], texts[0]]
    _check(panel)
    assert panel.locator(".why li b").all_inner_texts() == ["Breathe", "Say it", "Offer a word"]


def test_every_partner_is_explained(start: Start) -> None:
    """Matching explains every pair, chosen or not."""
    panel = _panel(start(QUIZ), "q5")
    panel.get_by_label("That is crazy!").select_option("careful")
    _check(panel)
    assert panel.locator(".why b").all_inner_texts() == [
        "Goes with: surprising",
        "Goes with: careful",
    ]


def test_nothing_chosen_says_so(start: Start) -> None:
    """Check without a choice asks for one and shows nothing."""
    panel = _panel(start(QUIZ), "q1")
    _check(panel)
    expect(panel.get_by_role("status")).to_have_text("Choose an answer first, or pass.")
    expect(panel.locator(".why")).to_have_count(0)


def test_one_question_at_a_time_for_the_youngest(start: Start) -> None:
    """Ages 5 to 7 see one question; Back keeps what was answered."""
    activity = start(BEAR, "ages-05-07")
    expect(activity.locator(".panel:visible")).to_have_count(1)
    expect(activity.locator(".step")).to_have_text("1 of 2")
    activity.get_by_label("Build it again!").check()
    activity.get_by_role("button", name="Show us").click()
    activity.get_by_role("button", name="Next").click()
    expect(activity.locator("legend:visible")).to_contain_text("Can friends help?")
    activity.get_by_role("button", name="Back").click()
    expect(activity.locator(".why:visible")).to_contain_text("Bear smiles.")


def test_two_pictures_stand_side_by_side(start: Start) -> None:
    """On a laptop the two choices of ages 5 to 7 stand beside each other, equally large."""
    activity = start(BEAR, "ages-05-07")
    first, second = (label.bounding_box() for label in activity.locator(".opt label:visible").all())
    assert first is not None
    assert second is not None
    assert (first["y"], first["height"]) == (second["y"], second["height"])
    assert first["x"] < second["x"]
