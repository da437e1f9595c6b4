# SPDX-License-Identifier: MIT
"""`letter`: a text from starters and facts with sources, printed alone, kept nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import Choices, ItemList, Lines
from sunlit.activities.letter import count_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

COUNCIL = """
council:
  kind: letter
  title: A letter to our council
  form: letter
  opening: Dear council,
  closing: Our class
  parts:
    - name: What we see
      starters: [In our town, It is hard to]
    - name: What we ask for
      note: One small step.
      starters: [We ask you to]
  bank:
    - {text: News about mental health can change., source: whitley2017}
    - {text: Short breaks can help a little., source: albulescu2022}
  words: {least: 20, most: 80}
"""
PLEDGE = """
promise:
  kind: letter
  title: Our promise
  form: pledge
  heading: We promise
  parts:
    - name: Words
      starters: ["When somebody is new,"]
      endings: [we ask what they like., we make room.]
    - name: Help
      starters: ["When somebody is sad,"]
      endings: [we sit beside them., we tell an adult.]
  bank:
    - {text: Children in many countries can call a helpline., source: childhelplines}
"""
POSTER = """
hands:
  kind: letter
  title: Helping hands
  form: poster
  pick: 2
  lines:
    - {text: We listen., why: Bear feels heard., picture: {who: owl, feeling: kind}}
    - {text: We wave., picture: {who: mouse, feeling: happy}}
    - {text: We ask., picture: {who: bear, feeling: calm}}
"""
COPIED = """
  Object.defineProperty(navigator, "clipboard", { value: {
    writeText: async (text) => { window.copied = text; },
  } });
"""


def test_every_fact_brings_its_source(read: Read) -> None:
    """The learner sees who said it and when; the answer key adds where to read it."""
    council = read(COUNCIL)["council"]
    bank = council.compiled("ages-11-13")["bank"]
    assert [fact["cited"] for fact in bank] == [
        "Whitley and Wang, 2017",
        "Albulescu and others, 2022",
    ]
    key = council.key_blocks("ages-11-13")
    facts = next(block for block in key if isinstance(block, ItemList))
    assert facts.items[0].endswith("https://doi.org/10.1177/0706743716675856")


def test_the_worksheet_has_starters_facts_and_room_to_write(read: Read) -> None:
    """On paper the same starters stand above lines; younger pupils tick an ending."""
    blocks = read(COUNCIL)["council"].question_blocks("ages-11-13")
    assert ItemList(("In our town\u00a0…", "It is hard to\u00a0…")) in blocks
    assert sum(isinstance(block, Lines) for block in blocks) == 2
    assert "News about mental health can change. (Whitley and Wang, 2017)" in repr(blocks)
    younger = read(PLEDGE, "ages-08-10")["promise"].question_blocks("ages-08-10")
    assert Choices(options=("we ask what they like.", "we make room.")) in younger
    assert not any(isinstance(block, Lines) for block in younger)


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees each part with its facts, its length and its sources."""
    council = read(COUNCIL)["council"]
    assert council.rows({"parts": {"b": "We ask you to listen."}, "facts": {"a": "b"}}) == [
        {
            "part": "What we ask for",
            "text": "We ask you to listen. News about mental health can change.",
            "words": 11,
            "sources": ["Whitley and Wang, 2017"],
        }
    ]
    promise = read(PLEDGE, "ages-08-10")["promise"]
    assert promise.rows({"parts": {"a": "b"}}) == [
        {"part": "Words", "text": "When somebody is new, we make room.", "words": 7, "sources": []}
    ]
    hands = read(POSTER, "ages-05-07")["hands"]
    assert hands.rows({"picked": ["a"]}) == [{"line": "We listen.", "why": "Bear feels heard."}]


@pytest.mark.parametrize(
    ("text", "band", "answer"),
    [
        (COUNCIL, "ages-11-13", {"parts": {"z": "x"}}),
        (COUNCIL, "ages-11-13", {"parts": {"a": 3}}),
        (COUNCIL, "ages-11-13", {"parts": {"a": "x" * 3000}}),
        (COUNCIL, "ages-11-13", {"facts": {"z": "a"}}),
        (COUNCIL, "ages-11-13", {"facts": {"a": "z"}}),
        (PLEDGE, "ages-08-10", {"parts": {"a": "z"}}),
        (POSTER, "ages-05-07", {"picked": ["z"]}),
        (POSTER, "ages-05-07", {"picked": ["a", "b", "c"]}),
    ],
)
def test_an_answer_of_another_letter_is_refused(
    read: Read, text: str, band: str, answer: dict[str, object]
) -> None:
    """An unknown part, ending, fact or picture is an error in words."""
    (letter,) = read(text, band).values()
    with pytest.raises(ValueError, match=r"no part|does not take|no fact|no ending|wanted up to"):
        letter.rows(answer)


WRONG = {
    "a source that does not exist": (
        COUNCIL.replace("whitley2017", "whitly2017"),
        "ages-11-13",
        (
            "15: wanted the key of a source in references.bib, found 'whitly2017'; "
            "the nearest is 'whitley2017'."
        ),
    ),
    "typing at 8 to 10": (
        COUNCIL,
        "ages-08-10",
        (
            "9: 'What we see': wanted one starter and two or more endings for ages-08-10 "
            "(nobody types there), found 2 and 0."
        ),
    ),
    "prepared endings at 11": (
        PLEDGE,
        "ages-11-13",
        "10: 'Words': wanted 'endings' only for ages-08-10; older pupils write their own.",
    ),
    "parts at 5 to 7": (
        PLEDGE,
        "ages-05-07",
        "7: wanted a poster of 'lines' for ages-05-07, found 'parts'.",
    ),
    "pictures at 8 to 10": (
        POSTER,
        "ages-08-10",
        "2: wanted 'lines' only for ages-05-07, found them for ages-08-10.",
    ),
    "nothing to leave out": (
        POSTER.replace("pick: 2", "pick: 3"),
        "ages-05-07",
        "2: wanted more pictures than are picked (3), found 3.",
    ),
    "a length upside down": (
        COUNCIL.replace("least: 20", "least: 90"),
        "ages-11-13",
        "17: wanted 'least' to be at most 'most', found 90 and 80.",
    ),
}


@pytest.mark.parametrize(("text", "band", "problem"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_done_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """Each band has its own form, and a source has to exist; the line is named."""
    assert problem in problems_in(text, band)


@given(st.lists(st.text(alphabet="aä9", min_size=1), max_size=30), st.sampled_from(" \n\t"))
def test_words_are_what_stands_between_spaces(words: list[str], space: str) -> None:
    """Joining words with any space, and signs between them, does not change their number."""
    assert count_words(space.join(words)) == len(words)
    assert count_words(f"{space}– …".join(["", *words, ""])) == len(words)


def _printed(page: Page) -> str:
    """Return what stands on paper while the browser prints."""
    page.emulate_media(media="print")
    return page.locator("body").inner_text().strip()


def _part(activity: Locator, name: str) -> Locator:
    return activity.get_by_role("textbox", name=name)


def test_keyboard_alone_writes_a_letter(page: Page, start: Start) -> None:
    """Tab, Enter and letters: begin with a starter, write on, add a fact, print."""
    activity = start(COUNCIL)
    page.evaluate("window.print = () => {}")
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    expect(focused).to_have_text("In our town …")
    page.keyboard.press("Enter")
    expect(focused).to_have_value("In our town ")
    page.keyboard.type("people can listen more.")
    expect(activity.locator(".count-line")).to_contain_text("Words so far: 7.")
    while focused.get_attribute("aria-label") != "Add: News about mental health can change.":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(activity.locator(".status")).to_have_text("Added to “What we ask for”, with its source.")
    expect(focused).to_have_attribute("aria-disabled", "true")
    while focused.inner_text() != "Print it":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert [line for line in _printed(page).split("\n") if line][:-1] == [
        "Dear council,",
        "In our town people can listen more.",
        "News about mental health can change.",
        "Our class",
        "Where the facts come from",
    ]
    assert "Whitley and Wang, 2017. Good news?" in _printed(page)


def test_after_printing_the_page_prints_as_before(page: Page, start: Start) -> None:
    """The sheet is taken away when printing ends, so that the whole page can be printed."""
    activity = start(COUNCIL)
    page.evaluate("window.print = () => window.dispatchEvent(new Event('afterprint'))")
    _part(activity, "What we see").fill("Something good.")
    activity.get_by_role("button", name="Print it").click()
    assert page.locator(".act-print").count() == 0
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(activity.locator(".act-paper")).to_be_visible()


def test_the_text_is_copied_with_its_sources(page: Page, start: Start) -> None:
    """The clipboard gets the whole letter as plain text."""
    page.add_init_script(COPIED)
    activity = start(COUNCIL)
    _part(activity, "What we see").fill("Something good.")
    activity.get_by_role("button", name="Add: Short breaks").click()
    activity.get_by_role("button", name="Copy the text").click()
    expect(activity.locator(".status")).to_have_text("Copied. You can paste it elsewhere.")
    copied = page.evaluate("window.copied").split("\n\n")
    assert copied[:4] == [
        "Dear council,",
        "Something good. Short breaks can help a little.",
        "Our class",
        copied[3],
    ]
    assert copied[3].startswith("Where the facts come from\n– Albulescu and others, 2022.")


def test_without_a_clipboard_the_old_way_is_tried(page: Page, start: Start) -> None:
    """Where the browser refuses, the text is copied by selection, or the page says so."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    activity = start(COUNCIL)
    _part(activity, "What we see").fill("Something good.")
    page.evaluate("document.execCommand = () => false")
    activity.get_by_role("button", name="Copy the text").click()
    expect(activity.locator(".status")).to_have_text("Copying did not work here. Print it instead.")
    assert page.locator(".act-copying").count() == 0


def test_a_fact_can_be_taken_out(start: Start) -> None:
    """Taking a fact out takes its source out too, and gives the focus to its part."""
    activity = start(COUNCIL)
    activity.get_by_role("button", name="Add: News").click()
    expect(activity.locator(".sheet-sources")).to_contain_text("Whitley")
    activity.get_by_role("button", name="Take out: News").click()
    expect(activity.locator(".sheet")).to_be_hidden()
    expect(_part(activity, "What we see")).to_be_focused()


def test_clear_and_pass_leave_nothing(page: Page, start: Start) -> None:
    """Clear empties every part; Pass is on offer while nothing is written."""
    activity = start(COUNCIL)
    expect(activity.get_by_role("button", name="Pass on this one")).to_be_visible()
    activity.get_by_role("button", name="Pass on this one").click()
    expect(activity.locator(".status")).to_have_text("You passed. That is an answer too.")
    _part(activity, "What we see").fill("Something good.")
    expect(activity.get_by_role("button", name="Pass on this one")).to_be_hidden()
    activity.get_by_role("button", name="Clear my text").click()
    expect(_part(activity, "What we see")).to_have_value("")
    expect(activity.locator(".sheet")).to_be_hidden()
    _part(activity, "What we see").fill("Something else.")
    _part(activity, "What we ask for").focus()
    activity.get_by_role("button", name="Clear this page").click()
    expect(_part(activity, "What we see")).to_have_value("")
    assert "Something" not in page.content()


def test_the_page_counts_words_as_python_does(start: Start) -> None:
    """Dashes alone are no words; a number, an accent or another script is."""
    activity = start(COUNCIL)
    for text in ("one – two", "3 friends, l’été", "مرحبا بكم", "🙂 yes…", "a\nb\tc"):
        _part(activity, "What we see").fill(text)
        expect(activity.locator(".count-line")).to_contain_text(
            f"Words so far: {count_words(text)}."
        )


def test_hostile_and_long_texts_stay_text(page: Page, start: Start) -> None:
    """Markup is shown as typed, and a word without an end does not widen a phone."""
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(COUNCIL)
    text = "<img src=x onerror=alert(1)> " + "x" * 300
    _part(activity, "What we see").fill(text)
    expect(activity.locator(".sheet-text")).to_have_text(text)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_ages_8_to_10_choose_and_type_nothing(start: Start) -> None:
    """Prepared endings become a pledge; it can be changed without losing the choices."""
    activity = start(PLEDGE, "ages-08-10")
    assert activity.get_by_role("textbox").count() == 0
    activity.get_by_role("button", name="See my pledge").click()
    expect(activity.locator(".status")).to_have_text("Choose an answer first, or pass.")
    activity.get_by_label("we make room.").check()
    activity.get_by_role("checkbox").check()
    activity.get_by_role("button", name="See my pledge").click()
    assert activity.locator(".sheet > p").all_inner_texts() == [
        "We promise",
        "When somebody is new, we make room.",
        "Children in many countries can call a helpline.",
    ]
    expect(activity.get_by_role("button", name="Print it")).to_be_focused()
    activity.get_by_role("button", name="Change it").click()
    expect(activity.get_by_label("we make room.")).to_be_checked()
    expect(activity.get_by_role("checkbox")).to_be_checked()


def test_ages_5_to_7_make_a_poster(page: Page, start: Start) -> None:
    """Two pictures are picked, a third is not taken, and the poster shows both."""
    activity = start(POSTER, "ages-05-07")
    page.evaluate("window.print = () => {}")
    for name in ("We listen.", "We ask."):
        activity.get_by_label(name).check()
    activity.get_by_label("We wave.").click()
    expect(activity.locator(".status")).to_contain_text("up to 2")
    expect(activity.get_by_label("We wave.")).not_to_be_checked()
    activity.get_by_role("button", name="Make it").click()
    assert activity.locator(".picked-line").all_inner_texts() == ["We listen.", "We ask."]
    expect(activity.locator(".why")).to_have_text("Bear feels heard.")
    activity.get_by_role("button", name="Print").click()
    assert _printed(page).split("\n\n") == ["Helping hands", "We listen.", "We ask."]


def test_an_answer_from_outside_is_shown(page: Page, start: Start) -> None:
    """The same letter twice on a page shows one text in both places."""
    activity = start(COUNCIL, moments=("before", "after"))
    _part(activity, "What we see").fill("Something good.")
    _part(activity, "What we ask for").focus()
    other = page.locator("[data-activity]").nth(1)
    expect(_part(other, "What we see")).to_have_value("Something good.")
