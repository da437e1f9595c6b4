# SPDX-License-Identifier: MIT
"""`profile`: the definition, its paper form, and its whole journey in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import Box, Choices, Heading, ItemList, Lines, Paragraph, Table
from sunlit.activities.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]
    NewPage = Callable[..., Page]
    PageOf = Callable[..., str]
    Axe = Callable[[Page], list[str]]

BAND = "ages-11-13"
NURSE = """
nurse:
  kind: profile
  title: Who can reach the nurse?
  people:
    - id: mina
      name: Mina
      about: Mina is thirteen.
      sides: [{id: goal, name: goalkeeper}, {id: farsi, name: speaks Farsi}]
      now: The nurse has time at three.
    - id: tom
      name: Tom
      sides: [{id: bus, name: takes the bus}, {id: draws, name: draws comics}]
      now: His bus leaves at three.
  conditions:
    - id: lunch
      name: Time at lunch
      changes: [{who: tom, easier: He catches his bus., sides: [bus]}]
      still: Somebody has to know.
    - id: quiet
      name: A quiet room
      note: The library
      changes: [{who: everybody, easier: Nobody walks past.}]
    - id: translator
      name: A translator
      changes: [{who: mina, easier: She finds the words., sides: [farsi]}]
  together:
    - {conditions: [quiet, translator], who: mina, easier: The call works., sides: [farsi]}
  redesign:
    prompt: Change one thing at this school.
    starters: [A fairer way would be]
"""

YOUNG = """
tortoise:
  kind: profile
  title: Many sides of Tortoise
  people:
    - id: tortoise
      name: Tortoise
      sides: [{id: paints, name: paints}, {id: slow, name: walks slowly}]
      now: The story is too fast.
      picture: {who: tortoise, feeling: mixed}
  conditions:
    - id: slow
      name: Read slowly.
      changes: [{who: tortoise, easier: Tortoise can follow.}]
      picture: {who: badger, feeling: kind, holds: book}
    - id: show
      name: Show pictures.
      changes: [{who: everybody, easier: All can see.}]
      picture: {who: owl, feeling: kind, holds: drawing}
"""


def test_changes_know_whom_and_which_sides(read: Read) -> None:
    """The front end only looks things up: each change has its person, text and sides."""
    compiled = read(NURSE)["nurse"].compiled(BAND)
    assert [person["id"] for person in compiled["people"]] == ["mina", "tom"]
    assert compiled["conditions"][0]["changes"] == [
        {"who": "tom", "easier": "He catches his bus.", "sides": ["bus"]}
    ]
    assert compiled["together"][0]["conditions"] == ["quiet", "translator"]
    assert compiled["redesign"]["starters"] == ["A fairer way would be"]


def test_paper_asks_and_leaves_room_to_write(read: Read) -> None:
    """The sheet has people in boxes, conditions to tick, and lines for own words."""
    blocks = read(NURSE)["nurse"].question_blocks(BAND)
    assert [block.title for block in blocks if isinstance(block, Box)] == ["Mina", "Tom"]
    conditions = next(block for block in blocks if isinstance(block, Choices))
    assert conditions.options == ("Time at lunch", "A quiet room: The library", "A translator")
    assert conditions.ticked == frozenset()
    assert Heading("Change one thing at this school.", level=2) in blocks
    assert [block.count for block in blocks if isinstance(block, Lines)] == [3, 6]
    assert not any(isinstance(block, Paragraph) and "bus." in block.text for block in blocks)


def test_the_key_says_what_changes_for_whom_and_what_is_left(read: Read) -> None:
    """The key has a row for each change, those of several conditions included."""
    blocks = read(NURSE)["nurse"].key_blocks(BAND)
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows == (
        ("Time at lunch", "Tom", "He catches his bus."),
        ("A quiet room", "Everybody", "Nobody walks past."),
        ("A translator", "Mina", "She finds the words."),
        ("A quiet room + A translator", "Mina", "The call works."),
    )
    assert ItemList(("Time at lunch: Somebody has to know.",)) in blocks


@given(
    st.lists(st.sampled_from(["a", "b", "c"]), unique=True),
    st.sets(st.sampled_from("abc"), min_size=2),
)
def test_what_holds_together_holds_exactly_when_all_of_it_is_on(
    on: list[str], group: set[str]
) -> None:
    """A joint change is in the frame when every one of its conditions is on, and only then."""
    profile = Profile.model_validate(
        {
            "kind": "profile",
            "title": "T",
            "people": [
                {
                    "id": "p",
                    "name": "P",
                    "sides": [{"id": "s", "name": "S"}, {"id": "t", "name": "T"}],
                    "now": "Now.",
                }
            ],
            "conditions": [
                {"id": one, "name": one.upper(), "changes": [{"who": "p", "easier": f"By {one}."}]}
                for one in "abc"
            ],
            "together": [{"conditions": sorted(group), "who": "everybody", "easier": "Joint."}],
        }
    )
    easier = [row["easier"] for row in profile.rows({"on": on})]
    assert easier[: len(on)] == [f"By {one}." for one in on]
    assert ("Joint." in easier) == (group <= set(on))


def test_rows_leave_out_what_was_written(read: Read) -> None:
    """The frame has changes; a learner's own words are not data."""
    rows = read(NURSE)["nurse"].rows({"on": ["quiet"], "words": "My words"})
    assert rows == [
        {"condition": "A quiet room", "who": "Everybody", "easier": "Nobody walks past."}
    ]


@pytest.mark.parametrize("on", [["z"], ["quiet", "quiet"], "quiet", [None], [["quiet"]]])
def test_conditions_of_another_activity_are_refused(read: Read, on: object) -> None:
    """Unknown conditions and those turned on twice are an error, not a row."""
    with pytest.raises(ValueError, match="each once"):
        read(NURSE)["nurse"].rows({"on": on})


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "who: tom, easier: He",
            "who: tim, easier: He",
            "18: wanted one of mina, tom, everybody, found 'tim'.",
        ),
        ("sides: [bus]", "sides: [farsi]", "18: wanted one of bus, draws, found 'farsi'."),
        (
            "who: everybody, easier: Nobody walks past.",
            "who: everybody, sides: [bus], easier: X.",
            "wanted one of nothing, found 'bus'.",
        ),
        (
            "conditions: [quiet, translator]",
            "conditions: [quiet, loud]",
            "28: wanted one of lunch, quiet, translator, found 'loud'.",
        ),
        (
            "id: tom",
            "id: everybody",
            "5: wanted a different name each time, found 'everybody' twice.",
        ),
        ("{id: draws", "{id: bus", "13: wanted a different name each time, found 'bus' twice."),
        (
            "id: quiet\n",
            "id: lunch\n",
            "15: wanted a different name each time, found 'lunch' twice.",
        ),
    ],
)
def test_a_profile_that_does_not_hang_together_is_refused_where_it_breaks(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """Contradictions are told with their line and what was wanted."""
    found = problems_in(NURSE.replace(before, after, 1))
    assert any(problem in one for one in found), found


def test_own_words_are_for_those_who_may_type(problems_in: Problems) -> None:
    """From age 11 the activity ends in own words; before that nobody types."""
    without = NURSE.partition("  redesign:")[0]
    (found,) = problems_in(without)
    assert found.startswith("2: wanted 'redesign' with a 'prompt' for ages-11-13, found nothing")
    assert problems_in(without, "ages-08-10") == []
    assert problems_in(NURSE, "ages-08-10") == [
        "29: wanted no 'redesign' for ages-08-10, where nobody types; talk about it instead."
    ]


def test_bands_have_their_sizes(problems_in: Problems) -> None:
    """Ages 5 to 7 meet one animal, with pictures; ages 8 to 10 at most two people."""
    assert problems_in(YOUNG, "ages-05-07") == []
    assert problems_in(NURSE.partition("  redesign:")[0], "ages-05-07") == [
        "5: wanted one animal for ages-05-07, found 2."
    ]
    bare = YOUNG.replace("      picture: {who: owl, feeling: kind, holds: drawing}\n", "")
    assert (
        "wanted a picture of the animal and of every condition"
        in problems_in(bare, "ages-05-07")[0]
    )


def _turn_on(activity: Locator, *names: str) -> None:
    for name in names:
        activity.get_by_role("checkbox", name=name).check()


def _see(activity: Locator) -> None:
    activity.get_by_role("button", name="See what changes").click()


def test_each_person_sees_what_gets_easier(start: Start) -> None:
    """Changes stand with the person they are for; joint ones only when all is on."""
    activity = start(NURSE)
    mina, tom = activity.locator("[data-person=mina]"), activity.locator("[data-person=tom]")
    _turn_on(activity, "A quiet room")
    _see(activity)
    expect(mina.locator(".why")).to_have_text("Nothing changes for Mina yet.")
    expect(activity.locator(".summary")).to_contain_text("Nobody walks past. (A quiet room)")
    _turn_on(activity, "A translator", "Time at lunch")
    expect(activity.locator(".why")).to_have_count(0)
    _see(activity)
    assert mina.locator(".why li").all_inner_texts() == [
        "She finds the words. (A translator)",
        "The call works. (A quiet room + A translator)",
    ]
    assert tom.locator(".why li").all_inner_texts() == ["He catches his bus. (Time at lunch)"]
    expect(mina.locator(".reached")).to_have_text("speaks Farsi (easier now)")
    expect(activity.locator(".summary")).to_contain_text("Time at lunch: Somebody has to know.")
    expect(activity.get_by_role("status").first).to_contain_text("She finds the words.")


def test_nobody_is_ranked(start: Start) -> None:
    """People keep the author's order whatever is on, and nothing is counted."""
    activity = start(NURSE)
    _turn_on(activity, "Time at lunch")
    _see(activity)
    assert activity.locator(".person-name").all_inner_texts() == ["Mina", "Tom"]
    expect(activity.locator(".status")).to_contain_text("Nobody is ranked here.")
    assert not any(letter.isdigit() for letter in activity.locator(".exploring").inner_text())


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Turn on, see, try again, write with a beginning: with keys, and focus never lost."""
    activity = start(NURSE)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(activity.locator(".why")).to_have_count(0)
    for _ in range(8):
        page.keyboard.press("Tab")
        if focused.inner_text() == "See what changes":
            break
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Try again")
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("type", "checkbox")
    expect(activity.locator(".why")).to_have_count(0)
    for _ in range(8):
        page.keyboard.press("Tab")
        if focused.get_attribute("aria-label"):
            break
    page.keyboard.press("Enter")
    area = activity.get_by_label("Change one thing at this school.")
    expect(area).to_be_focused()
    page.keyboard.type("a ramp")
    expect(area).to_have_value("A fairer way would be a ramp")


def test_own_words_stay_in_the_tab_and_survive_everything_but_clear(
    page: Page, start: Start
) -> None:
    """What is written stays through Check, Try again and turning; Clear empties it."""
    activity = start(NURSE)
    area = activity.locator("textarea")
    expect(activity.locator(".private")).to_contain_text("Nobody else can see it.")
    area.fill("A ramp for all")
    _turn_on(activity, "A translator")
    _see(activity)
    page.set_viewport_size({"width": 740, "height": 360})
    activity.get_by_role("button", name="Try again").click()
    activity.get_by_role("button", name="Pass on this one").click()
    expect(area).to_have_value("A ramp for all")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Clear this page").click()
    expect(area).to_have_value("")
    expect(activity.get_by_role("checkbox", checked=True)).to_have_count(0)


def test_nothing_on_asks_for_something(start: Start) -> None:
    """Seeing what changes needs something turned on."""
    activity = start(NURSE)
    _see(activity)
    expect(activity.locator(".status")).to_have_text("Turn something on first, or pass.")


def test_a_finger_does_the_whole_journey(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px with touch, each state fits and has no accessibility finding."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for theme in ("light", "dark"):
        page.goto(page_of(NURSE, theme=theme))
        page.get_by_role("checkbox", name="A translator").tap()
        assert axe(page) == []
        page.get_by_role("button", name="See what changes").tap()
        page.get_by_role("button", name="Start with: A fairer way would be").tap()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_long_and_strange_texts_stay_inside(page: Page, start: Start, axe: Axe) -> None:
    """Markup is shown as text, and words without an end do not break a small phone."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützen" * 3
    text = (
        NURSE.replace("name: goalkeeper", f"name: {long}")
        .replace("name: Tom", "name: '<img src=x onerror=hacked=1>'")
        .replace("name: A translator", "name: 🌤️ مرحبا بالعالم")
        .replace("She finds the words.", long)
        .replace("A fairer way would be", long)
    )
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(text)
    _turn_on(activity, "🌤️", "Time at lunch")
    _see(activity)
    activity.locator("textarea").fill(long * 3)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("typeof hacked") == "undefined"
    assert axe(page) == []


def test_the_youngest_see_an_animal_with_many_sides(start: Start) -> None:
    """Ages 5 to 7 choose pictures of what helps; there is nothing to type."""
    activity = start(YOUNG, "ages-05-07")
    assert activity.locator(".person-side").all_inner_texts() == ["paints", "walks slowly"]
    _turn_on(activity, "Read slowly.", "Show pictures.")
    activity.get_by_role("button", name="Show us").click()
    expect(activity.locator(".why").first).to_contain_text("Tortoise can follow.")
    expect(activity.locator(".why").last).to_contain_text("All can see.")
    expect(activity.locator("textarea")).to_have_count(0)


def test_the_same_profile_twice_is_one_profile(page: Page, start: Start) -> None:
    """An answer that comes from elsewhere (a second copy, a notebook) is drawn."""
    first = start(NURSE, moments=("before", "after"))
    second = page.locator("[data-activity]").nth(1)
    first.locator("textarea").fill("A ramp")
    expect(second.locator("textarea")).to_have_value("A ramp")
    _turn_on(first, "A translator")
    _see(first)
    expect(second.get_by_role("checkbox", name="A translator")).to_be_checked()
    expect(second.locator("[data-person=mina] .why")).to_contain_text("She finds the words.")
