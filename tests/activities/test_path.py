# SPDX-License-Identifier: MIT
"""`path`: the definition, its paper form, and its whole journey in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect
from pydantic import ValidationError

from sunlit.activities.blocks import Choices, ItemList, Lines, Paragraph, Table
from sunlit.activities.path import StoryPath
from sunlit.handouts.cards import _cards
from sunlit.handouts.paper_blocks import Pictures

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
WAY = """
way:
  kind: path
  title: How did Idris get here?
  story: In spring Idris froze on stage.
  start: Spring
  goal: Autumn
  cards:
    - {type: rest, text: A quiet week, why: Rest is a part of it.}
    - {id: brick, type: step, text: One brick}
    - {type: setback, text: A joke}
    - {type: support, text: Jo stays, why: Company can be enough.}
    - {id: wall, type: step, text: A whole wall}
  before:
    - {first: brick, then: wall, why: Small comes first.}
"""

YOUNG = """
tower:
  kind: path
  title: Fox builds again
  cards:
    - {type: setback, text: The tower fell., picture: {who: fox, feeling: sad}}
    - {type: support, text: Gran helped., picture: {who: gran-bear, feeling: kind}}
    - {type: step, text: Fox tried again., picture: {who: fox, feeling: proud}}
"""


def test_cards_are_mixed_and_rules_know_them(read: Read) -> None:
    """The front end gets the cards in another order than the author's, and each rule by id."""
    compiled = read(WAY)["way"].compiled(BAND)
    texts = {card["id"]: card["text"] for card in compiled["cards"]}
    assert list(texts) != sorted(texts)
    (rule,) = compiled["before"]
    assert (texts[rule["first"]], texts[rule["then"]]) == ("One brick", "A whole wall")
    assert {card["name"] for card in compiled["cards"]} == {"Rest", "Step", "Setback", "Support"}


def test_paper_has_boxes_to_number_and_gives_no_reason_away(read: Read) -> None:
    """The worksheet has every card with its type and an empty box, and asks about help."""
    blocks = read(WAY)["way"].question_blocks(BAND)
    cards = next(block for block in blocks if isinstance(block, Choices))
    assert set(cards.options) == {
        "Rest: A quiet week",
        "Step: One brick",
        "Setback: A joke",
        "Support: Jo stays",
        "Step: A whole wall",
    }
    assert cards.ticked == frozenset()
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert "Where did help come in? Where would a little more be good?" in said
    assert not any("Company" in text for text in (*said, *cards.options))
    assert Lines(3) in blocks


def test_those_who_do_not_write_have_no_lines(read: Read) -> None:
    """Up to age 10 the question about help is for talking."""
    assert not any(
        isinstance(block, Lines)
        for block in read(YOUNG, "ages-05-07")["tower"].question_blocks("ages-05-07")
    )


def test_the_key_has_one_order_and_what_comes_first(read: Read) -> None:
    """The key shows an order that works with the reasons, and the pairs with theirs."""
    blocks = read(WAY)["way"].key_blocks(BAND)
    order = next(block for block in blocks if isinstance(block, ItemList))
    assert order.items[0] == "Rest: A quiet week (Rest is a part of it.)"
    assert order.items[1] == "Step: One brick"
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows == (("One brick", "A whole wall", "Small comes first."),)


def test_cards_can_be_cut_out(read: Read) -> None:
    """Every card of the path is on the sheet of cut-out cards, and none twice."""
    made = _cards(read(WAY)["way"], Pictures())
    assert sorted(card["text"] for card in made) == [
        "A joke",
        "A quiet week",
        "A whole wall",
        "Jo stays",
        "One brick",
    ]


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees the cards in the order laid, with their types."""
    assert read(WAY)["way"].rows({"path": ["d", "a"]}) == [
        {"place": 1, "type": "support", "card": "Jo stays"},
        {"place": 2, "type": "rest", "card": "A quiet week"},
    ]


@pytest.mark.parametrize("path", [["z"], ["a", "a"], "ab", [None], {"a": 1}])
def test_cards_of_another_path_are_refused(read: Read, path: object) -> None:
    """Unknown cards and cards laid twice are an error, not a row."""
    with pytest.raises(ValueError, match="each once"):
        read(WAY)["way"].rows({"path": path})


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (
            "{first: brick, then: wall",
            "{first: wall, then: brick",
            "15: wanted the cards in an order",
        ),
        ("{first: brick, then: wall", "{first: brik, then: wall", "(brick, wall), found 'brik'"),
        (
            "text: A joke",
            "text: One brick",
            "8: wanted a different 'text' on each card, found 'One",
        ),
        ("id: wall", "id: brick", "8: wanted a different 'id' on each card, found 'brick' twice"),
        ("type: support", "type: rest", "8: wanted at least one card with 'type: support'"),
        ("type: setback", "type: failure", "found the text 'failure'"),
    ],
)
def test_a_path_that_can_not_be_laid_is_refused_where_it_breaks(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """Contradictions are told with their line and what was wanted."""
    found = problems_in(WAY.replace(before, after, 1))
    assert any(problem in one for one in found), found


def test_bands_have_their_sizes(problems_in: Problems) -> None:
    """Ages 5 to 7 lay up to three pictures, ages 8 to 10 up to eight cards."""
    assert problems_in(YOUNG, "ages-05-07") == []
    found = problems_in(WAY, "ages-05-07")
    assert found == ["8: wanted at most 3 cards for ages-05-07, found 5."]
    bare = YOUNG.replace(", picture: {who: fox, feeling: sad}", "")
    assert problems_in(bare, "ages-05-07") == [
        "5: wanted a picture on every card for ages-05-07, found some without."
    ]
    more = "".join(f"    - {{type: step, text: Step {n}}}\n" for n in range(9))
    assert (
        "wanted at most 8 cards"
        in problems_in(WAY.replace("  before:", more + "  before:"), "ages-08-10")[0]
    )


@given(
    st.permutations(["s1", "s2", "s3", "s4"]),
    st.lists(st.tuples(st.sampled_from("1234"), st.sampled_from("1234")), max_size=4),
)
def test_rules_are_accepted_exactly_when_the_cards_obey_them(
    order: list[str], pairs: list[tuple[str, str]]
) -> None:
    """Whatever the rules, a path that is accepted can be laid in the order written."""
    data = {
        "kind": "path",
        "title": "T",
        "cards": [
            *({"id": name, "type": "step", "text": name} for name in order),
            {"type": "support", "text": "Help"},
        ],
        "before": [{"first": f"s{a}", "then": f"s{b}", "why": "So."} for a, b in pairs],
    }
    obeyed = all(order.index(f"s{a}") < order.index(f"s{b}") for a, b in pairs)
    try:
        accepted = bool(StoryPath.model_validate(data))
    except ValidationError:
        accepted = False
    assert accepted == obeyed


def _lay(activity: Locator, *cards: str) -> None:
    for card in cards:
        activity.locator(".deck").get_by_role("button", name=card).click()


def _check(activity: Locator) -> None:
    activity.get_by_role("button", name="See what we think").click()


def _laid(activity: Locator) -> list[str]:
    return activity.locator(".trail-cards .card-text").all_inner_texts()


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Lay, move, take off, see, try again and clear with keys; focus never gets lost."""
    activity = start(WAY)
    focused = page.locator(":focus")
    status = activity.locator(".status")
    page.keyboard.press("Tab")
    for left in (4, 3):
        page.keyboard.press("Enter")
        expect(status).to_contain_text(f"Cards left: {left}.")
    first, second = _laid(activity)
    activity.get_by_role("button", name=f"Earlier: {second}").focus()
    page.keyboard.press("Enter")
    assert _laid(activity) == [second, first]
    expect(status).to_have_text(f"{second}: now place 1 of 2")
    expect(focused).to_have_attribute("aria-label", f"Later: {second}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(status).to_have_text(f"Taken off the path: {second}")
    expect(focused).to_contain_text(second)
    while focused.inner_text() != "See what we think":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Try again")
    assert activity.locator(".why").count() > 0
    page.keyboard.press("Enter")
    expect(activity.locator(".why")).to_have_count(0)
    assert _laid(activity) == [first]


def test_feedback_asks_about_support(start: Start) -> None:
    """A setback is followed by the question who helps, or by the help that comes."""
    activity = start(WAY)
    _lay(activity, "A joke")
    _check(activity)
    expect(activity.locator(".trail-cards .why")).to_have_text(
        "No help comes after this yet. Who or what could help here?"
    )
    expect(activity.locator(".summary")).to_contain_text("Nobody has to do it alone.")
    expect(activity.locator(".summary")).to_contain_text("Where would one do good?")
    activity.get_by_role("button", name="Try again").click()
    _lay(activity, "Jo stays")
    _check(activity)
    expect(activity.locator(".trail-cards .why").first).to_have_text(
        "After this, help comes: Jo stays"
    )
    expect(activity.locator(".summary b")).to_have_text("What helps on this path: Jo stays")
    expect(activity.get_by_role("status").first).to_contain_text("Company can be enough.")


def test_any_order_is_fine_but_for_the_authors_pairs(start: Start) -> None:
    """Only a pair that the author gave a reason for is mentioned, in neutral words."""
    activity = start(WAY)
    _lay(activity, "A whole wall", "One brick")
    _check(activity)
    expect(activity.locator(".trail-cards .why")).to_have_text(
        "We would lay “One brick” before “A whole wall”. Small comes first."
    )
    activity.get_by_role("button", name="Try again").click()
    activity.get_by_role("button", name="Earlier: One brick").click()
    expect(activity.locator(".status")).to_have_text("One brick: now place 1 of 2")
    _check(activity)
    expect(activity.locator(".trail-cards .why")).to_have_count(0)


def test_nothing_laid_passed_and_cleared(page: Page, start: Start) -> None:
    """Check asks for a card; Pass and Clear give every card back."""
    activity = start(WAY)
    _check(activity)
    expect(activity.locator(".status")).to_have_text("Lay a card first, or pass.")
    _lay(activity, "A joke", "Jo stays")
    activity.get_by_role("button", name="Pass on this one").click()
    expect(activity.locator(".deck li")).to_have_count(5)
    expect(activity.locator(".status")).to_have_text("You passed. That is an answer too.")
    _lay(activity, "A joke")
    _check(activity)
    page.get_by_role("button", name="Clear this page").click()
    expect(activity.locator(".deck li")).to_have_count(5)
    expect(activity.locator(".why")).to_have_count(0)


def test_a_mouse_may_drag(start: Start) -> None:
    """Cards can be dragged on the path, along it, and off it again."""
    activity = start(WAY)
    trail, deck = activity.locator(".trail"), activity.locator(".deck")
    deck.get_by_role("button", name="A joke").drag_to(trail)
    deck.get_by_role("button", name="Jo stays").drag_to(trail)
    assert sorted(_laid(activity)) == ["A joke", "Jo stays"]
    first, second = _laid(activity)
    cards = activity.locator(".trail-cards > li .card-text")
    cards.nth(0).drag_to(activity.locator(".trail .post").nth(1))
    assert _laid(activity) == [second, first]
    cards.nth(0).drag_to(deck)
    assert _laid(activity) == [first]
    expect(deck.locator("li")).to_have_count(4)


def test_a_finger_does_the_whole_journey(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px with touch, each state fits and has no accessibility finding."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for theme in ("light", "dark"):
        page.goto(page_of(WAY, theme=theme))
        for card in ("A joke", "Jo stays", "A quiet week"):
            page.locator(".deck").get_by_role("button", name=card).tap()
        page.get_by_role("button", name="Earlier: A quiet week").tap()
        assert axe(page) == []
        page.get_by_role("button", name="See what we think").tap()
        assert axe(page) == []
        assert _laid(page.locator("main")) == ["A joke", "A quiet week", "Jo stays"]
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_rotating_loses_nothing(page: Page, start: Start) -> None:
    """Cards laid stay laid when the phone turns."""
    activity = start(WAY)
    _lay(activity, "A joke", "Jo stays")
    page.set_viewport_size({"width": 740, "height": 360})
    assert _laid(activity) == ["A joke", "Jo stays"]


def test_two_hundred_cards_can_be_laid(start: Start) -> None:
    """A long list works to its end, and one of its last cards can still be moved."""
    cards = "".join(f"    - {{type: step, text: Card {n}}}\n" for n in range(199))
    activity = start(
        "many:\n  kind: path\n  title: Many\n  cards:\n    - {type: support, text: Help}\n" + cards
    )
    activity.evaluate(
        "root => { for (let n = 0; n < 200; n += 1) root.querySelector('.deck button').click(); }"
    )
    expect(activity.locator(".trail-cards > li")).to_have_count(200)
    last = _laid(activity)[-1]
    activity.get_by_role("button", name=f"Earlier: {last}", exact=True).click()
    assert _laid(activity)[-2] == last
    _check(activity)
    expect(activity.locator(".summary")).to_contain_text("Help")


def test_long_and_strange_texts_stay_inside(page: Page, start: Start, axe: Axe) -> None:
    """Markup is shown as text, and words without an end do not break a small phone."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützen" * 3
    text = (
        WAY.replace("text: A joke", f"text: '<img src=x onerror=hacked=1>{long[:100]}'")
        .replace("text: Jo stays", "text: '🌤️🌤️ مرحبا بالعالم'")
        .replace("Company can be enough.", long)
        .replace("start: Spring", f"start: {long}")
    )
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(text)
    _lay(activity, "img", "🌤️")
    _check(activity)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("typeof hacked") == "undefined"
    assert axe(page) == []


def test_the_youngest_tap_three_pictures(start: Start) -> None:
    """Ages 5 to 7 lay pictures and are asked who helped, in a few words."""
    activity = start(YOUNG, "ages-05-07")
    expect(activity.locator(".deck svg.sunlit-picture")).to_have_count(3)
    _lay(activity, "The tower fell.", "Gran helped.", "Fox tried again.")
    activity.get_by_role("button", name="Show us").click()
    expect(activity.locator(".trail-cards .why")).to_have_text("Help came: Gran helped.")
    expect(activity.locator(".summary")).to_contain_text("Who helped?")
    expect(activity.get_by_role("button", name="Clear my answer")).to_have_count(0)


def test_the_same_path_twice_is_one_path(page: Page, start: Start) -> None:
    """An answer that comes from elsewhere (a second copy, a notebook) is drawn."""
    first = start(WAY, moments=("before", "after"))
    second = page.locator("[data-activity]").nth(1)
    _lay(first, "A joke", "Jo stays")
    _check(first)
    expect(second.locator(".trail-cards .card-text")).to_have_text(["A joke", "Jo stays"])
    expect(second.locator(".summary")).to_contain_text("Jo stays")
