# SPDX-License-Identifier: MIT
"""`scenario`: the definition, its choose-your-path sheet, and its whole journey."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sunlit.activities.blocks import Box, Choices, Paragraph, Table

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
TALK = """
talk:
  kind: scenario
  title: After practice
  minutes: 10
  friend: Noor
  plays: Jo
  scenes:
    bench:
      text: Noor sits on the bench.
      choices:
        - text: “Want some company?”
          reply: “Maybe.”
          then: She moves her bag.
          note: The door stays open.
          to: company
        - text: “Cheer up!”
          reply: “You don't know.”
          note: It closed the door a little.
          to: quiet
    quiet:
      speaker: Noor
      text: “Everyone says that.”
      ask: And now?
      choices:
        - {text: “Sorry.”, reply: “Okay.”, note: One can begin again., to: company}
        - {text: Wave to the coach., reply: “Hi.”, speaker: Coach, note: An adult., to: adult}
    company:
      speaker: Noor
      text: “Don't tell anyone.”
      choices:
        - {text: “I can't promise.”, reply: “All right.”, note: Too heavy., to: adult}
        - {text: “Look at this card.”, reply: “Show me.”, note: A first step., to: card}
    adult:
      text: The coach has two chairs.
      ends: adult
    card:
      text: Noor picks the nurse.
      ends: both
"""

YOUNG = """
owl:
  kind: scenario
  title: Owl is alone
  friend: Owl
  plays: Hare
  scenes:
    alone:
      text: Owl sits alone.
      picture: {who: owl, feeling: lonely}
      choices:
        - text: “Come and play!”
          reply: “Can I?”
          note: Asking is kind.
          to: card
          picture: {who: hare, feeling: happy, posture: waving}
        - text: Tell Badger.
          reply: “Hello.”
          note: A grown-up can help.
          to: badger
          picture: {who: badger, feeling: kind}
    badger:
      text: Badger sits with Owl.
      picture: {who: badger, feeling: kind}
      ends: adult
    card:
      text: Owl looks at the card.
      picture: {who: owl, feeling: calm, holds: card}
      ends: help-card
"""


def test_every_choice_carries_where_it_leads(read: Read) -> None:
    """The front end finds reply, what happens, the note and the next scene in each choice."""
    compiled = read(TALK)["talk"].compiled(BAND)
    assert compiled["start"] == "bench"
    assert compiled["plays"] == "Jo"
    assert compiled["endings"] == 2
    assert compiled["scenes"]["quiet"]["ask"] == "And now?"
    assert compiled["scenes"]["bench"]["choices"][0] == {
        "id": "a",
        "text": "“Want some company?”",
        "picture": None,
        "reply": "“Maybe.”",
        "speaker": "Noor",
        "then": "She moves her bag.",
        "note": "The door stays open.",
        "to": "company",
    }


def _sheet(read: Read) -> dict[str, list[str]]:
    """Return the texts of the sheet by the number of their section."""
    boxes = [one for one in read(TALK)["talk"].question_blocks(BAND) if isinstance(one, Box)]
    return {
        box.title: [
            text
            for one in box.blocks
            for text in (one.options if isinstance(one, Choices) else [getattr(one, "text", "")])
        ]
        for box in boxes
    }


def test_the_sheet_can_be_walked_from_start_to_an_ending(read: Read) -> None:
    """Following the numbers of any choice on paper always comes to an ending with help."""
    sheet = _sheet(read)
    endings = []
    waiting = ["1"]
    seen = set()
    while waiting:
        number = waiting.pop()
        if number in seen:
            continue
        seen.add(number)
        onward = re.findall(r"(?:go to|Go on at) (\d+)", " ".join(sheet[number]))
        waiting += onward
        if not onward:
            endings.append(sheet[number][-1])
    assert seen == set(sheet)
    assert set(endings) == {
        "An adult knows now and can help. Nobody has to carry this alone.",
        "An adult knows now, and the help card says who else listens.",
    }


def test_the_sheet_keeps_replies_out_of_the_section_that_asks(read: Read) -> None:
    """Who chooses on paper has not read what comes of it; notes are on the key only."""
    sheet = _sheet(read)
    assert sheet["1"][0] == "Noor sits on the bench."
    assert not any("Maybe" in text for text in sheet["1"])
    assert not any("door" in text for texts in sheet.values() for text in texts)


def test_the_key_has_the_coachs_note_under_the_number_of_the_sheet(read: Read) -> None:
    """Each note stands beside the number that its choice leads to on the sheet."""
    sheet = _sheet(read)
    blocks = read(TALK)["talk"].key_blocks(BAND)
    assert isinstance(blocks[0], Paragraph)
    table = next(block for block in blocks if isinstance(block, Table))
    by_choice = {row[1]: row for row in table.rows}
    number, _, note, leads = by_choice["“Look at this card.”"]
    assert (note, leads) == ("A first step.", "An adult and the help card")
    assert sheet[number][0] == "Noor: “Show me.”"
    assert by_choice["“Cheer up!”"][3] == ""


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees each choice on the way, and who helps at its end."""
    rows = read(TALK)["talk"].rows({"path": ["b", "b"]})
    assert [(row["step"], row["choice"], row["help"]) for row in rows] == [
        (1, "“Cheer up!”", None),
        (2, "Wave to the coach.", "adult"),
    ]
    assert read(TALK)["talk"].rows({}) == []


@pytest.mark.parametrize("path", [["z"], ["b", "b", "a"], [["a"]], [None], "ab", {"a": "b"}])
def test_a_way_that_does_not_exist_is_refused(read: Read, path: object) -> None:
    """A choice that is not on offer is an error, not an empty row."""
    with pytest.raises(ValueError, match=r"no choice|as a list"):
        read(TALK)["talk"].rows({"path": path})


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("ends: adult", "speaker: Coach", "34: 'adult' is a dead end: wanted 'choices' or 'ends'"),
        ("to: card", "to: adult", "37: no choice leads to the scene 'card'."),
        ("to: quiet", "to: quit", "found 'quit'."),
        ("to: quiet", "to: quit", "20: wanted one of the scenes bench, quiet, company"),
        ("text: “Sorry.”", "text: Wave to the coach.", "wanted different choices, found 'Wave"),
        ("      ends: both", "      speaker: Noor\n      chices: []", "unknown key 'chices'"),
        ("friend: Noor", "friend: Noor\n  start: benk", "7: wanted one of the scenes"),
    ],
)
def test_a_talk_that_does_not_hang_together_is_refused_where_it_breaks(
    problems_in: Problems, before: str, after: str, problem: str
) -> None:
    """Dead ends, lost scenes and misspelt names are told with their line."""
    found = problems_in(TALK.replace(before, after, 1))
    assert [problem in one for one in found] == [True], found


def test_the_way_without_help_is_printed(problems_in: Problems) -> None:
    """Where every choice leads back, the message says by which way one gets there."""
    circle = TALK.replace("to: company}", "to: bench}").replace("to: adult}", "to: quiet}", 1)
    assert problems_in(circle) == [
        "21: found a way without help: at 'quiet' every choice leads back. The way: bench → quiet."
    ]


def test_an_ending_has_no_choices(problems_in: Problems) -> None:
    """A scene is either an ending or a place to choose."""
    found = problems_in(TALK.replace("text: “Everyone says that.”", "text: Hm.\n      ends: adult"))
    assert found == [
        "24: 'quiet': wanted 'choices' or 'ends', found both; an ending has no choices."
    ]


def test_one_ending_is_not_enough(problems_in: Problems) -> None:
    """A talk with a single good ending would have one right answer."""
    single = TALK.replace("to: card}", "to: adult}").split("    card:")[0]
    (found,) = problems_in(single)
    assert found.startswith("8: wanted at least two scenes with 'ends', found 1")


def test_bands_have_their_sizes(problems_in: Problems) -> None:
    """The youngest get pictures and two choices; a long way to help is refused for them."""
    assert problems_in(YOUNG, "ages-05-07") == []
    assert problems_in(YOUNG.replace("{who: owl, feeling: lonely}", ""), "ages-05-07") == [
        "8: 'alone': wanted a picture of every scene for ages-05-07, found none."
    ]
    third = TALK.replace(
        "    quiet:", "        - {text: “Hi.”, reply: “Hi.”, note: Short., to: quiet}\n    quiet:"
    )
    assert problems_in(third, "ages-08-10") == []
    found = problems_in(third, "ages-05-07")
    assert any("wanted two choices for ages-05-07, found 3" in one for one in found)
    steps = "".join(
        f"    s{n}:\n      text: T{n}\n      choices:\n"
        f"        - {{text: On, reply: R, note: N, to: {'adult' if n == 5 else f's{n + 1}'}}}\n"
        f"        - {{text: Ask, reply: R, note: N, to: adult}}\n"
        for n in range(6)
    )
    long = (
        "long:\n  kind: scenario\n  title: Long\n  friend: Noor\n  scenes:\n"
        + steps
        + "    adult: {text: Here., ends: adult}\n"
    )
    assert (
        "wanted help after at most 5 choices, found a way with 6: s0 → s1"
        in problems_in(long, "ages-08-10")[0]
    )


def _see(activity: Locator, choice: str) -> None:
    activity.get_by_role("radio", name=choice).check()
    activity.get_by_role("button", name="See what happens").click()


def test_a_choice_is_answered_in_the_friends_words(start: Start) -> None:
    """After a choice one reads it, the reply, what happens and the coach's note."""
    activity = start(TALK)
    _see(activity, "Want some company?")
    assert activity.locator(".scene-now p").all_inner_texts() == [
        "Jo",
        "“Want some company?”",
        "Noor",
        "“Maybe.”",
        "She moves her bag.",
    ]
    expect(activity.locator(".why")).to_contain_text("The door stays open.")
    expect(activity.get_by_role("status").first).to_contain_text("“Maybe.”. She moves her bag.")
    expect(activity.get_by_role("button", name="Go on")).to_be_focused()


def test_keyboard_alone_does_the_whole_journey(page: Page, start: Start) -> None:
    """Choose, read, go on, end, try another way, start again: with keys only."""
    activity = start(TALK)
    focused = page.locator(":focus")

    def press_to(label: str) -> None:
        for _ in range(12):
            if focused.count() and focused.inner_text().startswith(label):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")

    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(activity.locator(".why")).to_have_count(0)
    expect(activity.get_by_role("radio", name="Cheer up!")).to_be_checked()
    press_to("See what happens")
    expect(focused).to_have_text("Go on")
    page.keyboard.press("Enter")
    expect(focused).to_have_text(re.compile("Noor.*Everyone says that", re.DOTALL))
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    press_to("See what happens")
    page.keyboard.press("Enter")
    expect(activity.locator(".ending")).to_contain_text("An adult knows now")
    expect(activity.locator(".status")).to_have_text(
        "This talk can go well in 2 ways. Go back and try another one."
    )
    press_to("Try another way")
    expect(activity.locator(".tried")).to_have_text(["tried before"])
    expect(activity.get_by_role("radio", name="Wave to the coach. (tried before)")).to_be_visible()
    press_to("One step back")
    expect(focused).to_have_text("Noor sits on the bench.")
    expect(activity.locator(".status")).to_have_text("You are one step back. Choose another way.")


def test_a_finger_does_the_whole_journey(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px with touch, each state fits and has no accessibility finding."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    for theme in ("light", "dark"):
        page.goto(page_of(TALK, theme=theme))
        for choice in ("Want some company?", "Look at this card."):
            page.get_by_role("radio", name=choice).tap()
            page.get_by_role("button", name="See what happens").tap()
            assert axe(page) == []
            page.get_by_role("button", name="Go on").tap()
        expect(page.locator(".help-card")).to_contain_text("Keep telling until someone listens.")
        page.locator("summary").tap()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_going_back_to_any_earlier_place(start: Start) -> None:
    """The folded talk has every turn; going back to one forgets what came after."""
    activity = start(TALK)
    _see(activity, "Cheer up!")
    activity.get_by_role("button", name="Go on").click()
    _see(activity, "Sorry.")
    activity.get_by_role("button", name="Go on").click()
    summary = activity.locator("summary")
    expect(summary).to_have_text("The talk so far (2)")
    summary.click()
    activity.get_by_role("button", name="Back to: Noor sits on the bench.").click()
    expect(activity.locator(".dialogue")).to_have_attribute("data-scene", "bench")
    expect(activity.locator("summary")).to_have_count(0)


def test_nothing_chosen_passed_and_cleared(page: Page, start: Start) -> None:
    """Without a choice it asks for one; Pass and Clear bring the talk to its start."""
    activity = start(TALK)
    activity.get_by_role("button", name="See what happens").click()
    expect(activity.locator(".status")).to_have_text("Choose an answer first, or pass.")
    _see(activity, "Cheer up!")
    activity.get_by_role("button", name="Go on").click()
    activity.get_by_role("button", name="Pass on this one").click()
    expect(activity.locator(".status")).to_have_text("You passed. That is an answer too.")
    expect(activity.locator(".dialogue")).to_have_attribute("data-scene", "bench")
    expect(activity.locator(".tried")).to_have_count(1)
    _see(activity, "Want some company?")
    page.get_by_role("button", name="Clear this page").click()
    expect(activity.locator(".dialogue")).to_have_attribute("data-state", "open")
    expect(activity.locator(".tried")).to_have_count(0)


def test_rotating_and_hiding_the_page_loses_nothing(page: Page, start: Start) -> None:
    """The talk stays where it is when the phone turns or another tab is looked at."""
    activity = start(TALK)
    _see(activity, "Want some company?")
    activity.get_by_role("button", name="Go on").click()
    activity.get_by_role("radio", name="I can't promise.").check()
    page.set_viewport_size({"width": 740, "height": 360})
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(activity.get_by_role("radio", name="I can't promise.")).to_be_checked()
    expect(activity.locator(".dialogue")).to_have_attribute("data-scene", "company")


def test_long_and_strange_texts_stay_inside(page: Page, start: Start, axe: Axe) -> None:
    """Markup is shown as text, and words without an end do not break a small phone."""
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützen" * 3
    text = (
        TALK.replace("Noor sits on the bench.", f"<img src=x onerror=hacked=1> {long}")
        .replace("“Cheer up!”", long)
        .replace("“You don't know.”", f"🌤️🌤️ {long} مرحبا")
        .replace("It closed the door a little.", "العربية " * 30)
        .replace("plays: Jo", f"plays: {long[:90]}")
    )
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(text)
    activity.get_by_role("radio").nth(1).check()
    for _ in range(2):
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        assert axe(page) == []
        if activity.get_by_role("button", name="See what happens").count():
            activity.get_by_role("button", name="See what happens").click()
    assert page.evaluate("typeof hacked") == "undefined"
    expect(activity.locator(".scene-now")).to_contain_text("🌤️🌤️")


def test_the_youngest_see_a_picture_story(start: Start) -> None:
    """Ages 5 to 7 get one picture, two pictured choices, and large ways back."""
    activity = start(YOUNG, "ages-05-07")
    expect(activity.get_by_role("radio")).to_have_count(2)
    expect(activity.locator(".opt svg")).to_have_count(2)
    activity.get_by_label("Tell Badger.").check()
    activity.get_by_role("button", name="Show us").click()
    expect(activity.locator(".why")).to_contain_text("A grown-up can help.")
    activity.get_by_role("button", name="Go on").click()
    expect(activity.locator(".ending")).to_contain_text("A grown-up helps now.")
    expect(activity.locator("details")).to_have_count(0)
    activity.get_by_role("button", name="Again").click()
    expect(activity.get_by_role("radio")).to_have_count(2)


def test_the_same_talk_twice_is_one_talk(page: Page, start: Start) -> None:
    """An answer that comes from elsewhere (a second copy, a notebook) is drawn."""
    first = start(TALK, moments=("before", "after"))
    second = page.locator("[data-activity]").nth(1)
    _see(first, "Cheer up!")
    expect(second.locator(".dialogue")).to_have_attribute("data-scene", "quiet")
    second.get_by_role("button", name="One step back").click()
    expect(first.locator(".dialogue")).to_have_attribute("data-scene", "bench")
