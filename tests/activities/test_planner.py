# SPDX-License-Identifier: MIT
"""`planner`: measures within a budget, honest ranges, two plans side by side, one memo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import BOX, Lines, Table
from sunlit.activities.planning import EFFECTS, Amount, PlanEffect, over, total

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

BOX_COMPANY = """
box:
  kind: planner
  title: A better month
  place: Brightbox is a made-up company.
  budget: {money: 3000, hours: 20}
  memo: {to: The head, sender: The group}
  people:
    - {id: ana, name: Ana, about: packs at night}
    - {id: ravi, name: Ravi, about: leads a team}
  measures:
    - id: start
      name: Flexible start
      cost: {hours: 12}
      effects:
        - {who: ana, least: little, most: lot, why: School and shift clash.}
        - {who: ravi, least: hinders, most: nothing, why: He plans anew.}
    - id: breaks
      name: Fair breaks
      about: For everyone.
      cost: {money: 1500, hours: 8}
      effects:
        - {who: ravi, least: nothing, most: lot, why: If he takes them.}
      known: {text: Short breaks help a little., source: albulescu2022}
    - id: room
      name: A quiet room
      cost: {money: 2000, hours: 1}
      effects:
        - {who: ana, least: nothing, most: nothing, why: Locked at night.}
"""
CLASS = """
class:
  kind: planner
  title: A fair month
  place: Class 4 has four hours.
  budget: {hours: 4}
  people:
    - {id: sami, name: Sami, about: likes it quiet}
  measures:
    - {id: corner, name: A corner, cost: {hours: 3},
       effects: [{who: sami, least: little, most: lot, why: Rest.}]}
    - {id: walk, name: A walk, cost: {hours: 1},
       effects: [{who: sami, least: nothing, most: little, why: Air.}]}
    - {id: game, name: A game, cost: {hours: 2},
       effects: [{who: sami, least: hinders, most: little, why: Loud.}]}
"""
AGREE = """
agree:
  kind: planner
  title: How we work
  heading: In our class
  pick: 1
  lines:
    - {text: We rest., picture: {who: tortoise, feeling: calm}}
    - {text: We ask., why: Asking is good., picture: {who: bear, feeling: calm}}
"""

amounts = st.builds(
    Amount,
    money=st.none() | st.integers(0, 5000),
    hours=st.none() | st.integers(0, 200),
)


@given(st.lists(amounts, max_size=12), amounts)
def test_a_sum_goes_over_by_what_is_missing(costs: list[Amount], budget: Amount) -> None:
    """Money and hours are added by themselves; what is over is what would have to be added."""
    everything = total(costs)
    beyond = over(everything, budget)
    for name in ("money", "hours"):
        needed = sum(cost.of(name) for cost in costs)
        assert everything.of(name) == needed
        assert budget.of(name) + beyond.get(name, 0) == max(budget.of(name), needed)
    assert total(costs[::-1]) == everything


@given(st.sampled_from(EFFECTS), st.sampled_from(EFFECTS))
def test_every_range_says_may(least: Any, most: Any) -> None:
    """No effect is promised; a range that runs backwards is refused."""
    data = {"who": "ana", "least": least, "most": most, "why": "It depends."}
    if EFFECTS.index(least) > EFFECTS.index(most):
        with pytest.raises(ValueError, match="wanted 'least' to be at most 'most'"):
            PlanEffect.model_validate(data)
        return
    words = PlanEffect.model_validate(data).in_words("ages-14-18")
    assert words.count("may ") == (1 if least == most else 2)


def test_what_nobody_knows_is_said(read: Read) -> None:
    """A person without an effect has none in the data, and says so in the key."""
    box = read(BOX_COMPANY)["box"]
    measures = box.compiled("ages-11-13")["measures"]
    assert [sorted(one["effects"]) for one in measures] == [["ana", "ravi"], ["ravi"], ["ana"]]
    tables = [one for one in box.key_blocks("ages-11-13") if isinstance(one, Table)]
    assert ("Ana", "nobody knows yet", "") in tables[1].rows


def test_the_worksheet_has_prices_and_boxes_and_no_effects(read: Read) -> None:
    """On paper the class adds up by itself; what a measure may do comes afterwards."""
    blocks = read(BOX_COMPANY)["box"].question_blocks("ages-11-13")
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.head == ("What could be done", "Money", "Time", "Plan A", "Plan B")
    assert table.rows[1] == ("Fair breaks. For everyone.", "1,500 coins", "8 hours", BOX, BOX)
    assert table.rows[2][2] == "1 hour"
    assert "may help" not in repr(blocks)
    assert any(isinstance(block, Lines) for block in blocks)
    younger = read(CLASS, "ages-08-10")["class"].question_blocks("ages-08-10")
    head = next(block for block in younger if isinstance(block, Table)).head
    assert head == ("What could be done", "Time", "Our plan")


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees each measure of each plan for each person, ranges and all."""
    rows = read(BOX_COMPANY)["box"].rows({"plans": {"a": ["breaks"], "b": []}})
    assert rows == [
        {
            "plan": "a", "measure": "Fair breaks", "money": 1500, "hours": 8, "person": "Ana",
            "least": None, "most": None, "why": None,
        },
        {
            "plan": "a", "measure": "Fair breaks", "money": 1500, "hours": 8, "person": "Ravi",
            "least": "nothing", "most": "lot", "why": "If he takes them.",
        },
    ]  # fmt: skip


@pytest.mark.parametrize(
    "plans",
    [{"c": ["room"]}, {"a": ["pool"]}, {"a": "room"}, {"a": ["room", "room"]}, {"a": [3]}, 3,
     {"a": ["start", "breaks", "room"]}],
)  # fmt: skip
def test_an_answer_of_another_plan_is_refused(read: Read, plans: object) -> None:
    """Unknown plans and measures, and a plan beyond the budget, are errors in words."""
    with pytest.raises(ValueError, match=r"wanted|goes over the budget by 500 in money"):
        read(BOX_COMPANY)["box"].rows({"plans": plans})


WRONG = {
    "nobody of that name": (
        BOX_COMPANY.replace("{who: ana, least: nothing", "{who: anna, least: nothing"),
        "ages-11-13",
        "29: 'room': wanted each of ana, ravi at most once, found 'anna'.",
    ),
    "nothing to choose": (
        BOX_COMPANY.replace("money: 3000, hours: 20", "money: 9000, hours: 90"),
        "ages-11-13",
        (
            "6: wanted measures that together cost more than the budget, found all of them within "
            "it: nothing would have to be chosen."
        ),
    ),
    "too dear by itself": (
        BOX_COMPANY.replace("money: 2000, hours: 1", "money: 4000, hours: 1"),
        "ages-11-13",
        (
            "27: 'room': wanted a measure that fits the budget by itself, "
            "found 1000 too much in 'money'."
        ),
    ),
    "a cost without a budget": (
        CLASS.replace("cost: {hours: 1}", "cost: {money: 1}"),
        "ages-11-13",
        "12: 'walk': wanted a cost in hours, which the budget has, found 'money'.",
    ),
    "money and hours at 8 to 10": (
        BOX_COMPANY,
        "ages-08-10",
        "6: wanted a budget of money or of hours for ages-08-10, found both.",
    ),
    "measures at 5 to 7": (
        CLASS,
        "ages-05-07",
        "5: wanted an agreement of 'lines' for ages-05-07, found 'place'.",
    ),
    "pictures at 14": (
        AGREE,
        "ages-14-18",
        "7: wanted 'lines' only for ages-05-07, found them for ages-14-18.",
    ),
    "a backward range": (
        BOX_COMPANY.replace("least: little, most: lot", "least: lot, most: little"),
        "ages-11-13",
        "16: wanted 'least' to be at most 'most', found 'lot' and 'little'.",
    ),
}


@pytest.mark.parametrize(("text", "band", "problem"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_planned_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """There must be something to decide, for people who exist; the line is named."""
    assert problem in problems_in(text, band)


def _choose(activity: Locator, *names: str) -> None:
    for name in names:
        activity.get_by_role("checkbox", name=name).check()


def _see(activity: Locator) -> None:
    activity.get_by_role("button", name="See what it may do").click()


def test_keyboard_alone_makes_a_plan(page: Page, start: Start) -> None:
    """Tab and Space choose, the budget is said, Enter shows what it may do for whom."""
    activity = start(BOX_COMPANY)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    while focused.get_attribute("value") != "breaks":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(activity.locator(".status").first).to_have_text(
        "1,500 coins left of 3,000 coins. 12 hours left of 20 hours."
    )
    expect(activity.locator(".outcome")).to_have_count(0)
    while focused.inner_text() != "See what it may do":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    outcomes = [one.inner_text().split("\n") for one in activity.locator(".outcome").all()]
    assert [[line for line in lines if line] for lines in outcomes] == [
        ["Ana", "packs at night", "Fair breaks", "nobody knows yet"],
        ["Ravi", "leads a team", "Fair breaks", "may change nothing, or may help a lot",
         "If he takes them."],
    ]  # fmt: skip
    expect(activity.locator(".why")).to_contain_text(
        "Short breaks help a little. (Albulescu and others, 2022)"
    )


def test_more_than_there_is_is_sent_back(start: Start) -> None:
    """A plan over the budget is not kept; by how much is said for money and for time."""
    activity = start(BOX_COMPANY)
    _choose(activity, "Flexible", "Fair", "quiet")
    _see(activity)
    expect(activity.locator(".status").first).to_have_text(
        "This costs too much. 500 coins more than there is (3,000 coins). "
        "1 hour more than there is (20 hours). Take something out first."
    )
    expect(activity.locator(".outcome")).to_have_count(0)
    activity.get_by_role("checkbox", name="quiet").uncheck()
    _see(activity)
    expect(activity.locator(".outcome")).to_have_count(2)


def test_two_plans_side_by_side(start: Start) -> None:
    """Both plans keep their choices, and each person has both below their name."""
    activity = start(BOX_COMPANY)
    activity.get_by_role("button", name="Compare both plans").click()
    expect(activity.locator(".status").first).to_contain_text("Make both plans first")
    _choose(activity, "Flexible")
    _see(activity)
    activity.get_by_role("button", name="Plan B").click()
    expect(activity.get_by_role("checkbox", name="Flexible")).not_to_be_checked()
    _choose(activity, "quiet")
    activity.get_by_role("button", name="Compare both plans").click()
    ana = activity.locator(".outcome").first
    assert ana.locator(".column-name").all_inner_texts() == ["Plan A", "Plan B"]
    assert ana.locator(".effect-words").all_inner_texts() == [
        "may help a little, or may help a lot",
        "may change nothing",
    ]
    activity.get_by_role("button", name="Plan A", exact=True).click()
    expect(activity.get_by_role("checkbox", name="Flexible")).to_be_checked()


def test_the_memo_is_one_page_about_one_plan(page: Page, start: Start) -> None:
    """It names the plan, its price, what it may do for everybody, and one's own reason."""
    activity = start(BOX_COMPANY)
    page.evaluate("window.print = () => {}")
    _choose(activity, "breaks")
    _see(activity)
    activity.get_by_role("textbox").fill("Try it for a month.")
    activity.get_by_role("button", name="Print the memo").click()
    page.emulate_media(media="print")
    printed = [line for line in page.locator("body").inner_text().split("\n") if line]
    assert printed[:7] == [
        "A better month",
        "To: The head",
        "From: The group",
        "We suggest:",
        "Fair breaks (1,500 coins, 8 hours)",
        "It takes 1,500 coins of 3,000 coins; 8 hours of 20 hours.",
        "Try it for a month.",
    ]
    assert "Fair breaks: nobody knows yet" in printed
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_clear_and_pass_leave_nothing(page: Page, start: Start) -> None:
    """Passing and clearing empty both plans and the reason."""
    activity = start(BOX_COMPANY)
    _choose(activity, "breaks")
    _see(activity)
    activity.get_by_role("textbox").fill("My reason.")
    activity.get_by_role("button", name="Plan B").click()
    activity.get_by_role("button", name="Clear this page").click()
    expect(activity.locator("input:checked")).to_have_count(0)
    assert "My reason." not in page.content()
    _choose(activity, "breaks")
    activity.get_by_role("button", name="Pass on this one").click()
    expect(activity.locator(".status").first).to_have_text("You passed. That is an answer too.")
    expect(activity.locator("input:checked")).to_have_count(0)


def test_ages_8_to_10_make_one_plan_and_type_nothing(start: Start) -> None:
    """One plan, one kind of budget, ranges in words, a sheet to print."""
    activity = start(CLASS, "ages-08-10")
    expect(activity.get_by_role("button", name="Plan A")).to_have_count(0)
    _choose(activity, "walk")
    expect(activity.locator(".budget")).to_have_text("Time 3 hours left of 4 hours.")
    _see(activity)
    expect(activity.locator(".outcome")).to_contain_text("may change nothing, or may help a little")
    expect(activity.get_by_role("textbox")).to_have_count(0)
    expect(activity.get_by_role("button", name="Print our plan")).to_be_visible()


def test_ages_5_to_7_make_an_agreement(start: Start) -> None:
    """Pictures are picked together and stand on one sheet."""
    activity = start(AGREE, "ages-05-07")
    _choose(activity, "We ask.")
    activity.get_by_role("button", name="Make it").click()
    assert activity.locator(".sheet p").all_inner_texts() == ["In our class", "We ask."]
    expect(activity.locator(".why")).to_have_text("Asking is good.")


def test_hostile_and_long_texts_fit_a_phone(page: Page, start: Start) -> None:
    """Markup stays text, and a word without an end does not widen a phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    text = "x" * 120
    activity = start(
        BOX_COMPANY.replace("Flexible start", f"<b>{text}</b>").replace(
            "He plans anew.", f"{text}🙂"
        )
    )
    _choose(activity, "<b>")
    _see(activity)
    expect(activity.locator(".outcome b").first).to_have_text(f"<b>{text}</b>")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
