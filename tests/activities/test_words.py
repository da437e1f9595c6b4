# SPDX-License-Identifier: MIT
"""`words`: the definition, its paper, and a text that is looked at again in a browser."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import Box, Choices, Heading, ItemList, Paragraph, Table
from sunlit.activities.words import Words
from sunlit.words import check_words, rules_for_band

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

CHAT = """
chat:
  kind: words
  title: Mend the group chat
  minutes: 10
  start: |
    The maths test was crazy today.

    My cousin suffers from anxiety, and she is brilliant at chess.
  prompts:
    - A headline about a footballer who takes a break
"""

FOX = """
fox:
  kind: words
  title: What else could Fox say?
  sentences:
    - text: “This game is crazy!”
      phrase: crazy
      ask: Is it about a person, or about the game?
      wordings:
        - {text: wild, why: Now we know the game.}
        - {text: full of surprises, why: You can see the game.}
      keep: Fox means the game.
    - text: “Stop crying!”
      phrase: Stop crying!
      wordings:
        - {text: I'm here., why: It leaves time.}
        - {text: That sounds hard., why: Fox has listened.}
      keep: Hare may hide next time.
"""


def _text(activity: Locator) -> Locator:
    return activity.get_by_label("The text", exact=True)


def _marked(activity: Locator) -> list[str]:
    return activity.locator(".mirror mark").all_inner_texts()


def test_a_page_carries_the_terms_of_its_own_band_alone(read: Read) -> None:
    """Ages 11 to 13 get their rules, without words about suicide; ages 8 to 10 get none."""
    older = read(CHAT)["chat"].compiled("ages-11-13")
    assert older["rules"] == rules_for_band("ages-11-13")
    assert "suicid" not in json.dumps(older)
    assert "rules" not in read(FOX, "ages-08-10")["fox"].compiled("ages-08-10")


def test_ages_5_to_7_have_no_such_activity(problems_in: Problems) -> None:
    """The youngest are refused at the line of the activity."""
    (problem,) = problems_in(FOX, "ages-05-07")
    assert problem.startswith("2: ")
    assert "wanted a kind that is made for ages-05-07, found 'words'" in problem


@pytest.mark.parametrize(
    ("text", "band", "line", "said"),
    [
        (CHAT, "ages-08-10", 6, "wanted 'sentences' with prepared wordings"),
        (FOX, "ages-14-18", 5, "wanted 'sentences' only for ages-08-10"),
        ("a:\n  kind: words\n  title: T\n", "ages-11-13", 1, "wanted 'start'"),
        ("a:\n  kind: words\n  title: T\n", "ages-08-10", 1, "wanted 'sentences', found none"),
        (
            "a:\n  kind: words\n  title: T\n  start: We walked to the park and saw a tree.\n",
            "ages-11-13",
            4,
            "found nothing to ask",
        ),
        (
            "a:\n  kind: words\n  title: T\n  start: That test was crazy. I will kill myself.\n",
            "ages-14-18",
            4,
            "which needs a help card",
        ),
        (FOX.replace("phrase: crazy", "phrase: daft"), "ages-08-10", 7, "'daft' 0 times"),
        (FOX.replace("text: wild", "text: insane"), "ages-08-10", 10, "found 'insane'"),
        (FOX.replace("full of surprises", "wild"), "ages-08-10", 6, "found 'wild' twice"),
        (FOX.replace("keep: Fox means the game.", ""), "ages-08-10", 6, "wanted 'keep'"),
    ],
)
def test_a_mistake_is_named_at_its_line(
    problems_in: Problems, text: str, band: str, line: int, said: str
) -> None:
    """Each thing that cannot be shown is refused where it stands."""
    problem = problems_in(text, band)[0]
    assert said in problem
    assert abs(int(problem.partition(":")[0]) - line) <= 1


def test_paper_has_the_text_to_mark_and_a_word_list(read: Read) -> None:
    """The worksheet gives the text and words that may fit, and does not say where."""
    blocks = read(CHAT)["chat"].question_blocks("ages-11-13")
    box = next(block for block in blocks if isinstance(block, Box))
    assert box.blocks == (
        Paragraph("The maths test was crazy today."),
        Paragraph("My cousin suffers from anxiety, and she is brilliant at chess."),
    )
    listed = next(block for block in blocks if isinstance(block, ItemList))
    assert set(listed.items) == {"wild", "surprising", "has", "lives with"}
    table = next(
        block for block in read(CHAT)["chat"].key_blocks("ages-11-13") if isinstance(block, Table)
    )
    assert [row[0] for row in table.rows] == ["crazy", "suffers from"]


def test_paper_for_ages_8_to_10_offers_whole_sentences(read: Read) -> None:
    """Each sentence has its wordings and the box for those who would leave it."""
    blocks = read(FOX, "ages-08-10")["fox"].question_blocks("ages-08-10")
    assert Heading("“This game is crazy!”", level=2) in blocks
    choices = next(block for block in blocks if isinstance(block, Choices))
    assert choices.options == (
        "“This game is wild!”",
        "“This game is full of surprises!”",
        "I would leave it as it is.",
    )


def test_rows_of_a_text(read: Read) -> None:
    """A notebook sees what the checker asks about and what the pupil left."""
    text = "🙂 That was crazy. She suffers from anxiety."
    first = check_words(text, "ages-11-13")[0]
    answer = {"text": text, "fine": [[first.start, first.end]]}
    rows = read(CHAT)["chat"].rows(answer)
    assert [(row["phrase"], row["kept"]) for row in rows] == [
        ("crazy", True),
        ("suffers from", False),
    ]
    assert rows[1]["wordings"] == ["has", "lives with"]
    assert read(CHAT)["chat"].rows({}) == []


def test_a_cry_for_help_is_never_a_row(read: Read) -> None:
    """Nothing about how a pupil feels reaches a data frame."""
    assert read(CHAT)["chat"].rows({"text": "I want to kill myself."}) == []


def test_rows_of_chosen_wordings(read: Read) -> None:
    """Ages 8 to 10: a row for each sentence, also for one that was left."""
    fox = read(FOX, "ages-08-10")["fox"]
    assert [row["chosen"] for row in fox.rows({"a": "b", "b": "kept"})] == [
        "full of surprises",
        None,
    ]


@given(
    st.dictionaries(
        st.sampled_from(["text", "fine", "a", "b"]),
        st.none() | st.text(max_size=30) | st.lists(st.integers()) | st.integers(),
        max_size=3,
    )
)
def test_an_odd_answer_gives_rows_or_a_plain_refusal(answer: dict[str, Any]) -> None:
    """Whatever a notebook sets, it gets rows or a ValueError, and no other error."""
    sentence = {
        "text": "It is daft.",
        "phrase": "daft",
        "wordings": [{"text": "odd", "why": "-"}, {"text": "new", "why": "-"}],
        "keep": "-",
    }
    start = {"start": "That test was crazy today."}
    for fields in (start, {"sentences": [sentence]}):
        activity = Words(kind="words", title="T", **fields)
        with suppress(ValueError):
            assert isinstance(activity.rows(answer), list)


def test_phrases_are_marked_and_explained(start: Start) -> None:
    """Each phrase is marked in the text and has a reason and other wordings in the list."""
    chat = start(CHAT)
    assert _marked(chat) == ["crazy", "suffers from"]
    expect(chat.get_by_role("status").first).to_have_text("2 places to look at again.")
    findings = chat.get_by_role("list", name="Places to look at again").locator("> li")
    expect(findings).to_have_count(2)
    expect(findings.first).to_contain_text("Is this about a person, or about something")
    expect(findings.last).to_contain_text("we cannot know from outside")
    assert findings.last.get_by_role("button").all_inner_texts() == [
        "Use “has”", "Use “lives with”", "This is fine", "Show me where",
    ]  # fmt: skip


def test_the_marks_lie_under_their_words(page: Page, start: Start) -> None:
    """A mark has the place of the words it is about, wherever lines break."""
    chat = start(CHAT)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        boxes = chat.locator(".written").evaluate(
            """(written) => ['.mirror', 'textarea'].map((one) => {
              const found = written.querySelector(one);
              const style = getComputedStyle(found);
              const box = found.getBoundingClientRect();
              return [box.x, box.y, box.width, box.height, style.font, style.lineHeight,
                style.paddingLeft, style.letterSpacing, style.whiteSpace].join(' ');
            })"""
        )
        assert boxes[0] == boxes[1]
        assert _text(chat).evaluate("(area) => area.scrollHeight - area.clientHeight") == 0


def test_typing_is_followed_and_never_changed(start: Start) -> None:
    """The list follows what is typed; the text stays as the pupil wrote it."""
    chat = start(CHAT)
    text = _text(chat)
    text.fill("")
    expect(chat.get_by_role("status").first).to_have_text(
        "There is no text yet. Write one, or paste one."
    )
    text.press_sequentially("That was insane. Fine weather, and he is mad at me.")
    assert _marked(chat) == ["insane"]
    expect(text).to_have_value("That was insane. Fine weather, and he is mad at me.")
    text.fill("A quiet day.")
    assert _marked(chat) == []
    expect(chat.locator(".findings")).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "wording", "mended"),
    [
        ("It was an insane day.", "extreme", "It was an extreme day."),
        ("It was a crazy day.", "wild", "It was a wild day."),
        ("Insane weather in Paris today.", "extreme", "Extreme weather in Paris today."),
        ("🙂 It was insane.", "unbelievable", "🙂 It was unbelievable."),
        ("What an insane idea it was.", "unbelievable", "What an unbelievable idea it was."),
        ("What a crazy idea it was.", "surprising", "What a surprising idea it was."),
        ("He is a schizo.", "a person with schizophrenia", "He is a person with schizophrenia."),
    ],
)
def test_a_wording_is_put_in_where_the_phrase_stood(
    start: Start, typed: str, wording: str, mended: str
) -> None:
    """Use this: the words fit in, with their article and capital, and can be put back."""
    chat = start(CHAT)
    _text(chat).fill(typed)
    chat.get_by_role("button", name=f"Use “{wording}”").click()
    expect(_text(chat)).to_have_value(mended)
    expect(chat.get_by_role("status").first).to_contain_text("Read the sentence once more")
    chat.get_by_role("button", name="Put it back").click()
    expect(_text(chat)).to_have_value(typed)


def test_the_browsers_own_undo_knows_of_a_wording(page: Page, start: Start) -> None:
    """Ctrl+Z in the text takes a wording back, as it does with typing."""
    chat = start(CHAT)
    _text(chat).fill("It was crazy.")
    chat.get_by_role("button", name="Use “wild”").click()
    _text(chat).focus()
    page.keyboard.press("Control+z")
    expect(_text(chat)).to_have_value("It was crazy.")


def test_what_is_fine_stays_fine_while_the_text_grows(start: Start) -> None:
    """A decision holds for its place however much is written round it, and for no other."""
    chat = start(CHAT)
    text = _text(chat)
    text.fill("It was crazy.")
    chat.get_by_role("button", name="This is fine").click()
    assert _marked(chat) == []
    text.press("Home")
    text.press_sequentially("Look: ")
    text.press("End")
    text.press_sequentially(" Then it was crazy again.")
    assert _marked(chat) == ["crazy"]
    expect(chat.locator(".finding")).to_have_count(1)


def test_a_hard_thing_gets_the_help_card_and_no_tip(start: Start) -> None:
    """A cue for help shows who listens; the wording of the text can wait."""
    chat = start(CHAT)
    _text(chat).fill("The test was crazy. I want to kill myself")
    card = chat.locator(".help-card")
    expect(card).to_contain_text("another adult you trust")
    expect(chat.get_by_role("status").first).to_have_text("There is a help card below the text.")
    expect(chat.locator(".finding")).to_have_count(0)
    assert _marked(chat) == []
    _text(chat).fill("A quiet day.")
    expect(card).to_have_count(0)


def test_the_help_card_leads_to_the_help_page(page: Page, start: Start) -> None:
    """Where the page names its help page, the card links there, in a tab of its own."""
    chat = start(CHAT)
    page.evaluate(
        """() => document.body.append(Object.assign(document.createElement('a'),
          {rel: 'help', href: 'help.html', textContent: 'Need to talk?'}))"""
    )
    _text(chat).fill("I want to kill myself")
    link = chat.get_by_role("link", name="Open the help page")
    assert link.get_attribute("href").endswith("/help.html")
    assert link.get_attribute("target") == "_blank"


def test_the_whole_journey_by_keyboard(page: Page, start: Start) -> None:
    """From the text to each decision and on with Tab, Enter and Space alone."""
    chat = start(CHAT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chat.locator(".act-live").get_by_text("A headline about a footballer")).to_be_visible()
    page.keyboard.press("Tab")
    expect(_text(chat)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _marked(chat) == ["suffers from"]
    expect(chat.get_by_role("button", name="Use “has”")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert _marked(chat) == []
    expect(chat.get_by_role("button", name="Put it back")).to_be_focused()
    expect(_text(chat)).to_have_value(
        "The maths test was wild today.\n\n"
        "My cousin suffers from anxiety, and she is brilliant at chess."
    )


def test_show_me_where_selects_the_words(page: Page, start: Start) -> None:
    """A finding leads to its place in the text."""
    chat = start(CHAT)
    chat.locator(".finding").last.get_by_role("button", name="Show me where").click()
    expect(_text(chat)).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "suffers from"


def test_a_phone_does_it_all_by_touch(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px a finger decides, and nothing is cut off."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(page_of(CHAT))
    page.get_by_role("button", name="Use “wild”").tap()
    page.get_by_role("button", name="This is fine").tap()
    expect(page.get_by_label("The text", exact=True)).to_have_value(
        "The maths test was wild today.\n\n"
        "My cousin suffers from anxiety, and she is brilliant at chess."
    )
    page.get_by_role("button", name="Start with an empty page").tap()
    expect(page.get_by_label("The text", exact=True)).to_have_value("")
    page.get_by_role("button", name="Bring back our text").tap()
    expect(page.locator(".finding")).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe(page) == []


def test_clear_brings_back_the_first_text(page: Page, start: Start) -> None:
    """The page's own button forgets what was written."""
    chat = start(CHAT)
    _text(chat).fill("My own words.")
    _text(chat).blur()
    page.get_by_role("button", name="Clear this page").click()
    expect(_text(chat)).to_have_value(
        "The maths test was crazy today.\n\n"
        "My cousin suffers from anxiety, and she is brilliant at chess."
    )


def test_the_same_activity_twice_shares_one_text(page: Page, start: Start) -> None:
    """What is set from outside is drawn anew: the other place on the page shows it too."""
    start(CHAT, moments=("", "again"))
    first, second = page.locator("[data-activity]").all()
    _text(first).fill("🙂 It was crazy. It was crazy again.")
    first.get_by_role("button", name="This is fine").first.click()
    expect(_text(second)).to_have_value("🙂 It was crazy. It was crazy again.")
    assert _marked(second) == ["crazy"]
    expect(second.locator(".finding")).to_have_count(1)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_accessibility_findings_with_a_card_and_findings(
    page: Page, start: Start, axe: Axe, theme: str, direction: str
) -> None:
    """Axe finds nothing with marks and a list, nor with the help card."""
    chat = start(CHAT, theme=theme, direction=direction)
    assert axe(page) == []
    _text(chat).fill("I want to kill myself")
    assert axe(page) == []


@pytest.mark.parametrize(
    "typed",
    [
        "crazy " * 500,
        "Donaudampfschifffahrtsgesellschaft" * 30 + " crazy",
        "العربية crazy مرحبا " * 20,
        "🌤️" * 400,
        "<img src=x onerror=hacked=1></script>crazy",
        "\n" * 40 + "crazy",
    ],
)
def test_any_text_can_be_pasted(page: Page, start: Start, typed: str) -> None:
    """Long, right-to-left, hostile and empty lines: nothing breaks, runs or overflows."""
    page.set_viewport_size({"width": 320, "height": 640})
    chat = start(CHAT)
    _text(chat).fill(typed)
    expect(_text(chat)).to_have_value(typed[:4000])
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("typeof hacked") == "undefined"
    assert _text(chat).evaluate("(area) => area.scrollHeight - area.clientHeight") == 0
    assert chat.locator(".finding").count() <= 6


def test_prepared_wordings_are_chosen_without_typing(page: Page, start: Start, axe: Axe) -> None:
    """Ages 8 to 10 choose, hear what a wording does, go on, and may leave a sentence."""
    fox = start(FOX, "ages-08-10")
    expect(fox.locator("textarea, input[type=text]")).to_have_count(0)
    expect(fox.locator(".question mark").first).to_have_text("crazy")
    fox.get_by_label("“This game is full of surprises!”").check()
    fox.get_by_role("button", name="See what we think").first.click()
    expect(fox.locator(".why", has_text="You can see the game.")).to_be_visible()
    assert axe(page) == []
    fox.get_by_role("button", name="Next").click()
    fox.locator(".panel:visible").get_by_label("I would leave it as it is.").check()
    fox.locator(".panel:visible").get_by_role("button", name="See what we think").click()
    expect(fox.locator(".why", has_text="Hare may hide next time.")).to_be_visible()


def test_nothing_is_stored_or_sent(page: Page, start: Start) -> None:
    """What is written leaves no trace: no storage, no cookie, no request."""
    chat = start(CHAT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _text(chat).fill("It was crazy.")
    chat.get_by_role("button", name="Use “wild”").click()
    expect(chat.get_by_text("Nothing is stored, and nobody else can see it.")).to_be_visible()
    assert asked == []
    assert page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
