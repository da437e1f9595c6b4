# SPDX-License-Identifier: MIT
"""`circles`: the definition, its paper forms, and its whole journey in a browser."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import BOX, Box, Figure, Paragraph, Table
from sunlit.activities.rings import empty_rings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.blocks import Block
    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]
    NewPage = Callable[..., Page]
    PageOf = Callable[..., str]
    Axe = Callable[[Page], list[str]]

BAND = "ages-11-13"
SAMIR = """
samir:
  kind: circles
  title: Who is around Samir?
  character: Samir
  story: Samir moved here in August.
  rings:
    - {id: close, name: Close by, note: Any evening.}
    - {id: wide, name: Further out}
  good_for:
    - {id: listen, text: listening}
    - {id: laugh, text: laughing}
  people:
    - {name: Aunt Leyla, about: at home, adult: true, good_for: [listen], why: Near may be hard.}
    - {name: Teo, good_for: [laugh], why: He need not solve it.}
    - {name: Ms Osei, adult: true, good_for: [listen], why: It is her work.}
"""

YOUNG = """
bear:
  kind: circles
  title: Who can help Bear?
  character: Bear
  rings: [{id: near, name: Very near}, {id: there, name: A bit away}]
  people:
    - {name: Gran, adult: true, why: Gran can listen., picture: {who: gran-bear, feeling: kind}}
    - {name: Hare, why: Hare can play., picture: {who: hare, feeling: happy}}
"""


def test_people_carry_what_there_is_to_talk_about(read: Read) -> None:
    """The front end finds the reason and our own ideas with each person, and no right ring."""
    compiled = read(SAMIR)["samir"].compiled(BAND)
    assert compiled["people"][0] == {
        "id": "a",
        "name": "Aunt Leyla",
        "about": "at home",
        "adult": True,
        "goodFor": ["listen"],
        "why": "Near may be hard.",
        "picture": None,
    }
    assert [ring["name"] for ring in compiled["rings"]] == ["Close by", "Further out"]


def _said(blocks: Iterable[Block]) -> str:
    """Return the text of all paragraphs, those in boxes included."""
    return " ".join(
        block.text if isinstance(block, Paragraph) else _said(block.blocks)
        for block in blocks
        if isinstance(block, Paragraph | Box)
    )


def test_paper_has_the_characters_map_and_an_empty_one_to_keep(read: Read) -> None:
    """The sheet asks about the character; the empty map is kept and may stay empty."""
    blocks = read(SAMIR)["samir"].question_blocks(BAND)
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.head == ("Person", "Close by", "Further out")
    assert table.rows[0] == ("Aunt Leyla (at home)", BOX, BOX)
    box = blocks[-1]
    assert isinstance(box, Box)
    assert box.title == "A map to keep"
    said = _said(blocks)
    assert "Keep this map. Nobody collects it or looks at it." in said
    assert "It may stay empty." in said
    assert "Near may be hard." not in said
    (rings,) = [block for block in box.blocks if isinstance(block, Figure)]
    assert rings.to_fill_in
    assert rings.picture.title == "2 empty rings round a middle"


@pytest.mark.parametrize("band", ["ages-05-07", "ages-08-10"])
def test_up_to_age_ten_paper_is_about_the_character_only(read: Read, band: str) -> None:
    """The youngest are never invited to draw their own helpers."""
    said = _said(read(YOUNG, band)["bear"].question_blocks(band))
    assert "Bear" in said
    assert "yourself" not in said


def test_the_key_has_something_to_talk_about_for_each_person(read: Read) -> None:
    """The key names nobody's right ring."""
    table = read(SAMIR)["samir"].key_blocks(BAND)[-1]
    assert isinstance(table, Table)
    assert table.head == ("Person", "Good for", "To talk about")
    assert table.rows[0] == ("Aunt Leyla (adult)", "listening", "Near may be hard.")


@given(st.integers(2, 4))
def test_empty_rings_grow_from_the_middle_and_stay_inside(count: int) -> None:
    """Each ring leaves room to write, and none leaves the picture."""
    radii = [
        float(found) for found in re.findall(r'<circle r="([^"]+)"', empty_rings(count, "T").svg)
    ]
    assert len(radii) == count + 1
    assert radii == sorted(radii)
    assert radii[-1] <= 298
    assert min(b - a for a, b in pairwise(radii)) >= 60


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees who is on which ring, what for, and whether they are an adult."""
    answer = {"b": {"ring": "wide", "good": ["laugh"]}, "a": {"ring": "close"}}
    assert read(SAMIR)["samir"].rows(answer) == [
        {"person": "Teo", "ring": "Further out", "good_for": ["laughing"], "adult": False},
        {"person": "Aunt Leyla", "ring": "Close by", "good_for": [], "adult": True},
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"z": {"ring": "close"}},
        {"a": {"ring": "moon"}},
        {"a": "close"},
        {"a": {"ring": ["close"]}},
        {"a": {"ring": "close", "good": ["sing"]}},
        {"a": {"ring": "close", "good": "listen"}},
        {"a": None},
    ],
)
def test_places_of_another_map_are_refused(read: Read, answer: dict[str, object]) -> None:
    """Unknown people, rings and uses are an error, not a row."""
    with pytest.raises(ValueError, match="has no place"):
        read(SAMIR)["samir"].rows(answer)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("good_for: [laugh]", "good_for: [sing]", "15: wanted one of listen, laugh, found 'sing'."),
        ("id: wide", "id: close", "7: wanted a different one each time in 'rings'"),
        ("name: Teo", "name: Ms Osei", "13: wanted a different one each time in 'people'"),
        ("adult: true, ", "", "13: wanted at least one person with 'adult: true'"),
        ("  character: Samir\n", "", "wanted 'character', found nothing"),
    ],
)
def test_a_map_that_does_not_hang_together_is_refused_where_it_breaks(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """Contradictions are told with their line and what was wanted."""
    found = problems_in(
        SAMIR.replace(before, after) if after == "" else SAMIR.replace(before, after, 1)
    )
    assert any(problem in one for one in found), found


def test_bands_have_their_sizes(problems_in: Problems) -> None:
    """Ages 5 to 7 have pictures, few people and nothing to tick; others have their limits."""
    assert problems_in(YOUNG, "ages-05-07") == []
    assert any(
        "wanted no 'good_for' for ages-05-07" in one for one in problems_in(SAMIR, "ages-05-07")
    )
    bare = YOUNG.replace(", picture: {who: hare, feeling: happy}", "")
    assert any("wanted a picture of every person" in one for one in problems_in(bare, "ages-05-07"))
    many = SAMIR + "".join(f"    - {{name: P{n}, why: So.}}\n" for n in range(6))
    assert any(
        "wanted at most 8 people for ages-08-10, found 9" in one
        for one in problems_in(many, "ages-08-10")
    )
    assert problems_in(many) == []


def _put(activity: Locator, person: str, ring: str, *good: str) -> None:
    activity.get_by_role("button", name=person).click()
    activity.get_by_role("radio", name=ring).check()
    for one in good:
        activity.get_by_role("checkbox", name=one).check()
    activity.get_by_role("button", name="Put on the map").click()


def _check(activity: Locator) -> None:
    activity.get_by_role("button", name="See what we think").click()


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Pick, choose a ring and uses, put, see, try again: with keys, and focus never lost."""
    activity = start(SAMIR)
    focused = page.locator(":focus")

    def press_to(label: str) -> None:
        for _ in range(12):
            if focused.count() and label in (focused.inner_text() or ""):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    for left in (2, 1):
        press_to("Aunt Leyla" if left == 2 else "Teo")
        expect(focused).to_have_attribute("type", "radio")
        expect(activity.locator("[data-person]")).to_have_count(2 - left)
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        press_to("Put on the map")
        expect(activity.locator(".panel > .status").last).to_contain_text(f"People left: {left}.")
    press_to("See what we think")
    expect(focused).to_have_text("Try again")
    assert activity.locator(".why").count() == 3
    page.keyboard.press("Enter")
    expect(focused).to_have_attribute("aria-label", "Change: Aunt Leyla")
    expect(activity.locator(".why")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(activity.get_by_role("radio", name="Close by")).to_be_checked()
    expect(activity.get_by_role("checkbox", name="listening")).to_be_checked()
    press_to("Not on the map")
    expect(focused).to_contain_text("Aunt Leyla")
    expect(activity.locator("[data-person]")).to_have_count(1)


def test_feedback_names_uses_gaps_and_adults_and_no_right_ring(start: Start) -> None:
    """What is said depends on people and uses, never on the ring."""
    activity = start(SAMIR)
    _put(activity, "Teo", "Further out", "laughing")
    _check(activity)
    expect(activity.locator(".summary")).to_contain_text(
        "No adult is on the map yet. Which adult could be there for Samir?"
    )
    expect(activity.locator(".summary")).to_contain_text("Nobody on the map yet for: listening.")
    activity.get_by_role("button", name="Try again").click()
    _put(activity, "Ms Osei", "Close by")
    _check(activity)
    expect(activity.locator("[data-person=c] .why")).to_have_text(
        "It is her work.May also be good for: listening."
    )
    expect(activity.locator(".summary")).to_contain_text("Adults on the map: Ms Osei.")
    expect(activity.locator(".summary")).to_contain_text("Both are ordinary, and maps change.")


def test_the_drawing_shows_a_dot_for_each_person(start: Start) -> None:
    """Rings and dots are a picture of the lists beside them, hidden from screen readers."""
    activity = start(SAMIR)
    _put(activity, "Teo", "Further out")
    _put(activity, "Ms Osei", "Further out")
    drawing = activity.locator("svg.rings")
    expect(drawing).to_have_attribute("aria-hidden", "true")
    assert drawing.locator(".dot-number").all_text_contents() == ["2", "3"]
    assert activity.locator("[data-ring=wide] .helper-name").all_inner_texts() == ["Teo", "Ms Osei"]


def test_nothing_chosen_passed_and_cleared(page: Page, start: Start) -> None:
    """It says what is missing; Pass and Clear take everybody off the map."""
    activity = start(SAMIR)
    _check(activity)
    expect(activity.locator(".status").last).to_have_text("Put somebody on the map first, or pass.")
    activity.get_by_role("button", name="Teo").click()
    activity.get_by_role("button", name="Put on the map").click()
    expect(activity.locator(".place-person + .status")).to_have_text("Choose a ring first.")
    activity.get_by_role("button", name="Teo").click()
    _put(activity, "Teo", "Close by")
    activity.get_by_role("button", name="Pass on this one").click()
    expect(activity.locator(".deck li")).to_have_count(3)
    _put(activity, "Teo", "Close by")
    _check(activity)
    page.get_by_role("button", name="Clear this page").click()
    expect(activity.locator(".deck li")).to_have_count(3)
    expect(activity.locator(".why")).to_have_count(0)


def test_a_finger_does_the_whole_journey(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px with touch, each state fits and has no accessibility finding."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for theme in ("light", "dark"):
        page.goto(page_of(SAMIR, theme=theme))
        page.get_by_role("button", name="Teo").tap()
        page.get_by_role("radio", name="Close by").tap()
        page.get_by_role("checkbox", name="laughing").tap()
        assert axe(page) == []
        page.get_by_role("button", name="Put on the map").tap()
        page.get_by_role("button", name="See what we think").tap()
        assert axe(page) == []
        expect(page.locator("[data-ring=close] .good")).to_have_text("laughing")
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_nobody_is_asked_to_write(start: Start) -> None:
    """There is nothing to type into: no pupil can list their own helpers on screen."""
    activity = start(SAMIR, "ages-14-18")
    activity.get_by_role("button", name="Teo").click()
    assert activity.locator("input:not([type=radio], [type=checkbox]), textarea").count() == 0


def test_many_people_and_strange_texts_stay_inside(page: Page, start: Start, axe: Axe) -> None:
    """Twenty-four people on one ring, markup and long words fit a small phone."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützen" * 3
    people = "".join(f"    - {{name: Person {n}, why: So.}}\n" for n in range(21))
    text = (SAMIR + people).replace("name: Teo", f"name: '<img src=x onerror=hacked=1>{long[:90]}'")
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(
        text.replace("Near may be hard.", long).replace("text: laughing", "text: 🌤️ مرحبا")
    )
    for _ in range(24):
        activity.locator(".deck button").first.click()
        activity.get_by_role("radio").first.check()
        activity.get_by_role("button", name="Put on the map").click()
    _check(activity)
    expect(activity.locator(".dot")).to_have_count(24)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("typeof hacked") == "undefined"
    assert axe(page) == []


def test_the_youngest_meet_one_person_at_a_time(start: Start) -> None:
    """Ages 5 to 7 choose a ring by words and see the map grow."""
    activity = start(YOUNG, "ages-05-07")
    expect(activity.locator(".panel:visible")).to_have_count(1)
    activity.get_by_label("Very near").first.check()
    activity.get_by_role("button", name="Show us").click()
    expect(activity.locator(".why:visible")).to_contain_text("Gran can listen.")
    expect(activity.locator(".dot")).to_have_count(1)
    activity.get_by_role("button", name="Next").click()
    expect(activity.locator("legend:visible")).to_contain_text("Hare")


def test_the_same_map_twice_is_one_map(page: Page, start: Start) -> None:
    """An answer that comes from elsewhere (a second copy, a notebook) is drawn."""
    first = start(SAMIR, moments=("before", "after"))
    second = page.locator("[data-activity]").nth(1)
    _put(first, "Teo", "Further out", "laughing")
    _check(first)
    expect(second.locator("[data-ring=wide] .helper-name")).to_have_text(["Teo"])
    expect(second.locator("[data-ring=wide] .good")).to_have_text("laughing")
