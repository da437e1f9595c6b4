# SPDX-License-Identifier: MIT
"""`check`: the same items before and after, compared by their owner and by nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sunlit.activities.blocks import Choices, Paragraph
from sunlit.activities.check import Check

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

SAME = """
same:
  kind: check
  title: What do you think now?
  about: lesson
  items:
    - id: words
      type: true-false-unsure
      text: Everyone likes the same words.
      answer: false
      why: People differ. Asking helps.
    - id: kinder
      type: scale5
      text: I know a kinder way to say it.
"""
BOTH = ("before", "after")


def _moment(activity: Locator, moment: str) -> Locator:
    return activity.page.locator(f"[data-activity][data-moment={moment}]")


def test_reasons_belong_to_statements_only(read: Read) -> None:
    """What is known comes with true or not true; an opinion has no key."""
    same = read(SAME)["same"]
    items = same.compiled("ages-11-13")["items"]
    assert items[0]["known"] == {"label": "Not true", "why": "People differ. Asking helps."}
    assert items[1]["known"] is None
    key = same.key_blocks("ages-11-13")
    assert [block.ticked for block in key if isinstance(block, Choices)] == [{1}]
    assert Paragraph("This asks for an opinion. There is no right answer.") in key


def test_the_worksheet_gives_nothing_away(read: Read) -> None:
    """The items on paper have no reason and no tick."""
    blocks = read(SAME)["same"].question_blocks("ages-11-13")
    assert "Asking helps" not in repr(blocks)
    assert {block.ticked for block in blocks if isinstance(block, Choices)} == {frozenset()}


def test_poll_items(read: Read) -> None:
    """The live service gets statements as three plain options, without the answer."""
    same = read(SAME)["same"]
    assert isinstance(same, Check)
    assert same.poll_items("ages-11-13")[0] == {
        "id": "words",
        "type": "nominal",
        "text": "Everyone likes the same words.",
        "options": ["True", "Not true", "Not sure"],
        "sensitive": False,
        "coin": False,
    }


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees both times, before first."""
    rows = read(SAME)["same"].rows(
        {"after": {"words": ["2"]}, "before": {"words": ["3"], "kinder": None}}
    )
    assert [(row["moment"], row["answer"]) for row in rows] == [
        ("before", ["Not sure"]),
        ("after", ["Not true"]),
    ]


@pytest.mark.parametrize("answer", [{"later": {}}, {"before": {"other": ["1"]}}, {"after": 3}])
def test_an_answer_of_another_check_is_refused(read: Read, answer: dict[str, object]) -> None:
    """An unknown moment, item or shape is an error."""
    with pytest.raises(ValueError, match=r"wanted|no item"):
        read(SAME)["same"].rows(answer)


@pytest.mark.parametrize(
    ("text", "band", "problem"),
    [
        (
            SAME.replace("      why: People differ. Asking helps.\n", ""),
            "ages-11-13",
            "wanted 'why' for a statement that is true or not, found nothing",
        ),
        (SAME + "      why: No reason.\n", "ages-11-13", "only with 'type: true-false-unsure'"),
        (SAME, "ages-08-10", "wanted 'about: character' for ages-08-10"),
        (
            SAME.replace("about: lesson", "mode: hands").replace("scale5", "scale3"),
            "ages-05-07",
            "found 'true-false-unsure'",
        ),
    ],
)
def test_what_may_not_be_asked_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """A statement needs its reason, an opinion none, and each band its own way."""
    assert [problem in one for one in problems_in(text, band)] == [True]


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Answer before, answer after, see both side by side; reasons come only afterwards."""
    activity = start(SAME, moments=BOTH)
    focused = page.locator(":focus")
    before, after = _moment(activity, "before"), _moment(activity, "after")
    for part, downs in ((before, 2), (after, 1)):
        while not part.evaluate("part => part.contains(document.activeElement)"):
            page.keyboard.press("Tab")
        for _ in range(downs):
            page.keyboard.press("ArrowDown")
        while focused.inner_text() != "Keep my answers":
            page.keyboard.press("Tab")
        expect(part.locator("dd")).to_have_count(0)
        page.keyboard.press("Enter")
        expect(focused).to_have_text("Change my answers")
    assert after.locator(".compared").first.locator("dd").all_inner_texts() == [
        "Not sure",
        "Not true",
    ]
    expect(after.locator(".why")).to_contain_text("People differ. Asking helps.")
    expect(after.locator(".why b")).to_have_text("What is known: Not true.")


def test_before_the_lesson_nothing_is_given_away(start: Start) -> None:
    """The first time there is no reason, only the note that the questions come again."""
    activity = start(SAME, moments=BOTH)
    before = _moment(activity, "before")
    before.get_by_label("True", exact=True).check()
    before.get_by_role("button", name="Keep my answers").click()
    expect(before.locator(".why")).to_have_count(0)
    expect(before).to_contain_text("Then you see the same questions again.")


def test_a_class_that_skips_the_first_time_still_compares(start: Start) -> None:
    """In the short lesson there is no before; the second time says so."""
    activity = start(SAME, moments=BOTH)
    after = _moment(activity, "after")
    after.get_by_label("Yes").check()
    after.get_by_role("button", name="Keep my answers").click()
    assert after.locator(".compared").nth(1).locator("dd").all_inner_texts() == ["No answer", "Yes"]


def test_no_score_is_on_the_page(start: Start) -> None:
    """Neither a count nor a mark is written anywhere after both times."""
    activity = start(SAME, moments=BOTH)
    for moment in BOTH:
        part = _moment(activity, moment)
        part.get_by_label("Not true").check()
        part.get_by_role("button", name="Keep my answers").click()
    shown = activity.page.locator("main").inner_text()
    assert not any(character.isdigit() for character in shown)
    assert "This fits" not in shown


def test_without_a_moment_both_stand_in_one_card(start: Start) -> None:
    """A notebook, which has no moments, shows before and after below each other."""
    activity = start(SAME)
    assert activity.locator(".moment-name").all_inner_texts() == [
        "Before the lesson",
        "After the lesson",
    ]
    first, second = activity.locator(".moment").all()
    first.get_by_label("True", exact=True).check()
    first.get_by_role("button", name="Keep my answers").click()
    expect(second.get_by_role("button", name="Keep my answers")).to_be_visible()


def test_answering_one_moment_leaves_the_other_as_it_is(start: Start) -> None:
    """What is chosen and not yet kept stays chosen when the other moment is answered."""
    activity = start(SAME, moments=BOTH)
    before, after = _moment(activity, "before"), _moment(activity, "after")
    before.get_by_label("Not sure").first.check()
    after.get_by_label("Not true").check()
    after.get_by_role("button", name="Keep my answers").click()
    expect(before.get_by_label("Not sure").first).to_be_checked()
    before.get_by_role("button", name="Keep my answers").click()
    expect(after.locator("dd").first).to_have_text("Not sure")
