# SPDX-License-Identifier: MIT
"""`audit`: ratings without a right answer, counted alone and by several groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.audit import ALL_RATINGS, Audit
from sunlit.activities.blocks import BOX, Choices, Paragraph, Table
from sunlit.catalogue import wording
from sunlit.charts import bar_chart

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

NEWS = """
news:
  kind: audit
  title: The headline test
  items:
    - text: Teens are all anxious
      form: headline
      talk: All of them?
      notes: {truth: Who was asked?}
    - text: A keeper goes to a counsellor
      form: plot
      talk: Help is in the story.
    - text: A school opens a garden
      talk: For whom?
"""
OWN = """
own:
  kind: audit
  title: Our own questions
  rubric:
    - {id: calm, ask: Is it calm?}
    - {id: names, ask: Does it name its source?, note: Who said it?}
  items:
    - {text: One, talk: First.}
    - {text: Two, talk: Second.}
"""
FACES = """
faces:
  kind: audit
  title: Look at the picture
  items:
    - text: Who is here?
      picture: {scene: rug, figures: [{who: hare, feeling: sad}, {who: fox, feeling: happy}]}
      talk: What could Fox do?
      options:
        - {text: Hare, why: Hare looks down.}
        - {text: Fox, why: Fox smiles.}
    - text: And here?
      picture: {scene: garden, figures: [{who: owl, feeling: proud}, {who: bear, feeling: calm}]}
      talk: Who is not here?
      options:
        - {text: Owl, why: Owl stands tall.}
        - {text: Bear, why: Bear breathes.}
"""


def model(text: str, band: str = "ages-11-13") -> Audit:
    """Return the audit in ``text`` without a file."""
    from ruamel.yaml import YAML  # noqa: PLC0415

    (data,) = YAML(typ="safe", pure=True).load(text).values()
    return Audit.model_validate(data, context={"band": band})


def test_our_questions_are_asked_in_the_words_of_the_band(read: Read) -> None:
    """From 11 four questions with four answers; at 8 to 10 three of each."""
    older = read(NEWS)["news"].compiled("ages-11-13")
    assert [one["ask"] for one in older["rubric"]] == [
        "Is it true?",
        "Is it fair?",
        "Is it helpful?",
        "Is somebody missing?",
    ]
    assert [one["text"] for one in older["ratings"]] == ["Yes", "Partly", "No", "Can’t tell"]
    younger = read(NEWS, "ages-08-10")["news"].compiled("ages-08-10")
    assert [one["ask"] for one in younger["rubric"]][2] == "Is somebody left out?"
    assert [one["text"] for one in younger["ratings"]] == ["Yes", "No", "Not sure"]
    assert (older["groups"], younger["groups"]) == (12, 0)


def test_the_worksheet_asks_and_tells_nothing(read: Read) -> None:
    """On paper each thing has boxes for every question, and a table for the count."""
    blocks = read(NEWS)["news"].question_blocks("ages-11-13")
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) == 4
    assert tables[0].rows[0] == ("Is it true?", BOX, BOX, BOX, BOX)
    assert tables[-1].rows[0] == ("Is it true?", "", "", "", "")
    assert "All of them?" not in repr(blocks)
    key = read(NEWS)["news"].key_blocks("ages-11-13")
    assert Paragraph("All of them?") in key
    assert Paragraph("Is it true? Who was asked?") in key


def test_pictures_are_printed_with_boxes(read: Read) -> None:
    """At 5 to 7 the sheet has the picture and who is in it; the key what we see."""
    faces = read(FACES, "ages-05-07")["faces"]
    assert Choices(options=("Hare", "Fox"), several=True) in faces.question_blocks("ages-05-07")
    assert "Hare looks down." in repr(faces.key_blocks("ages-05-07"))


def test_rows_of_an_answer(read: Read) -> None:
    """A notebook sees one row for each rating given; what was passed is left out."""
    news = read(NEWS)["news"]
    assert news.rows({"ratings": {"a": {"truth": "no", "help": "unsure"}, "b": None}}) == [
        {"item": "Teens are all anxious", "question": "Is it true?", "rating": "no"},
        {"item": "Teens are all anxious", "question": "Is it helpful?", "rating": "unsure"},
    ]
    faces = read(FACES, "ages-05-07")["faces"]
    assert faces.rows({"ratings": {"a": ["b"]}}) == [{"item": "Who is here?", "feelings": ["Fox"]}]


@pytest.mark.parametrize(
    "answer",
    [
        {"ratings": {"z": {"truth": "no"}}},
        {"ratings": {"a": {"lies": "no"}}},
        {"ratings": {"a": {"truth": "maybe"}}},
        {"ratings": {"a": ["yes"]}},
        {"ratings": 3},
        {"groups": [{"truth": 4}]},
        {"groups": [{"truth": -1}]},
        {"groups": [{"truth": 1.5}]},
        {"groups": [{"truth": True}]},
        {"groups": [{"lies": 1}]},
        {"groups": [3]},
    ],
)
def test_an_answer_of_another_audit_is_refused(read: Read, answer: dict[str, Any]) -> None:
    """Unknown things, questions and ratings, and impossible counts, are errors in words."""
    news = read(NEWS)["news"]
    with pytest.raises(ValueError, match=r"wanted|has no rating"):
        news.bars(answer)


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["calm", "names"]), st.integers(0, 2)),
        min_size=1,
        max_size=12,
    )
)
def test_groups_are_added_up(groups: list[dict[str, int]]) -> None:
    """A bar is the sum of the groups' counts, and never longer than all that was rated."""
    bars = model(OWN).bars({"groups": groups})
    assert bars is not None
    assert [bar.value for bar in bars.bars] == [
        sum(group.get(name, 0) for group in groups) for name in ("calm", "names")
    ]
    assert bars.most == 2 * len(groups)
    assert all(0 <= (bar.value or 0) <= bars.most for bar in bars.bars)
    assert model(OWN).bars({"groups": groups[::-1]}) == bars


@given(
    st.dictionaries(
        st.sampled_from(["a", "b"]),
        st.none()
        | st.dictionaries(st.sampled_from(["calm", "names"]), st.sampled_from(ALL_RATINGS)),
    )
)
def test_the_own_count_is_the_ratings(ratings: dict[str, dict[str, str] | None]) -> None:
    """The bars and the frame of one answer tell the same."""
    audit = model(OWN)
    rows = audit.rows({"ratings": ratings})
    bars = audit.bars({"ratings": ratings})
    assert bars is not None
    for bar in bars.bars:
        asked = [row["rating"] for row in rows if row["question"] == bar.label]
        assert (bar.value, bar.text) == (
            asked.count("yes"),
            f"{asked.count('yes')} of {len(asked)}",
        )


def test_the_figure_has_its_words(read: Read) -> None:
    """The matplotlib chart tells in words what it shows, and every length is printed."""
    bars = read(NEWS)["news"].bars({"groups": [{"truth": 3, "missing": 1}, {"truth": 1}]})
    assert bars is not None
    figure = bar_chart(bars, "ages-11-13")
    assert figure.alt == (
        "How often the answer was yes Is it true?: 4 of 6; Is it fair?: 0 of 6; "
        "Is it helpful?: 0 of 6; Is somebody missing?: 1 of 6."
    )
    (axes,) = figure.axes
    assert [text.get_text() for text in axes.texts] == ["4 of 6", "0 of 6", "0 of 6", "1 of 6"]
    assert [patch.get_width() for patch in axes.patches] == [4, 0, 0, 1]
    assert {patch.get_edgecolor() for patch in axes.patches} == {(31 / 255, 41 / 255, 55 / 255, 1)}
    assert f'alt="{figure.alt}"' in figure._repr_html_()


WRONG = {
    "an unknown question": (
        NEWS.replace("{truth: Who", "{lies: Who"),
        "ages-11-13",
        "9: wanted one of the questions truth, fairness, help, missing, found 'lies'.",
    ),
    "a question of another band": (
        NEWS.replace("{truth: Who", "{help: Who"),
        "ages-08-10",
        "9: wanted one of the questions truth, fairness, missing, found 'help'.",
    ),
    "no pictures at 5 to 7": (
        NEWS.replace("      notes: {truth: Who was asked?}\n", ""),
        "ages-05-07",
        (
            "6: wanted a 'picture' and two or three 'options' for ages-05-07, "
            "found no picture and 0."
        ),
    ),
    "pictures at 8 to 10": (
        FACES,
        "ages-08-10",
        "9: wanted 'options' only for ages-05-07, found them for ages-08-10.",
    ),
    "the same thing twice": (
        OWN.replace("text: Two", "text: One"),
        "ages-14-18",
        "8: wanted different things to rate, found 'One' twice.",
    ),
    "too many for 8 to 10": (
        OWN + "".join(f"    - {{text: More {n}, talk: And?}}\n" for n in range(5)),
        "ages-08-10",
        "8: wanted at most 6 in 'items' for ages-08-10, found 7.",
    ),
}


@pytest.mark.parametrize(("text", "band", "problem"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_done_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """Each band has its own form, and what is named exists; the line is named."""
    assert problem in problems_in(text, band)


def _rate(activity: Locator, *ratings: str) -> None:
    """Answer the questions on show, in order, and go on to the next thing."""
    groups = activity.locator(".rating:visible .options")
    for place, rating in enumerate(ratings):
        groups.nth(place).get_by_label(rating, exact=True).check()
    activity.locator(".panel:visible").first.get_by_role("button", name="See what we").click()


def test_keyboard_alone_rates_and_counts(page: Page, start: Start) -> None:
    """Tab, arrows and Space rate; arrows commit nothing; the count is a chart and a table."""
    activity = start(NEWS)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(activity.locator(".why")).to_have_count(0)
    while focused.inner_text() != "See what we think":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(focused).to_have_text("Try again")
    assert activity.locator(".why:visible").all_inner_texts() == [
        "Who was asked?",
        "To talk about\n\nAll of them?",
    ]
    while focused.inner_text() != "Show my count":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(activity.locator(".counting .status")).to_contain_text("Here is the count.")
    expect(activity.get_by_role("img", name="Is it true?: 1 of 1")).to_be_visible()
    assert activity.locator(".data tbody tr").first.locator("td").all_inner_texts() == [
        "1",
        "0",
        "0",
        "0",
    ]


@pytest.mark.parametrize(
    "answer",
    [
        {"ratings": {"a": {"truth": "yes", "help": "no"}, "b": {"truth": "unsure"}}},
        {"groups": [{"truth": 3, "fairness": 2}, {"missing": 1}, {"truth": 0}]},
    ],
)
def test_page_and_notebook_count_alike(
    page: Page, start: Start, read: Read, answer: dict[str, Any]
) -> None:
    """The chart on the page says what the chart in the notebook says."""
    activity = start(NEWS)
    labels = {rating: wording(f"audit.{rating}") for rating in ALL_RATINGS}
    for name, place in (("a", 0), ("b", 1)):
        panel = activity.locator(".panel").nth(place)
        for question, rating in answer.get("ratings", {}).get(name, {}).items():
            group = panel.locator(".options").nth(
                ["truth", "fairness", "help", "missing"].index(question)
            )
            group.get_by_label(labels[rating], exact=True).check()
        if name in answer.get("ratings", {}):
            panel.get_by_role("button", name="See what we think").click()
            activity.get_by_role("button", name="Next").click()
    if groups := answer.get("groups"):
        activity.get_by_text("Count together").click()
        activity.get_by_role("button", name="One more group").click()
        for place, counts in enumerate(groups):
            fields = activity.get_by_role("group", name=f"Group {place + 1}")
            for question, count in counts.items():
                name = wording(f"audit.ask-{question}")
                fields.get_by_label(name).fill(str(count))
        activity.get_by_role("button", name="Show the chart").click()
    else:
        activity.get_by_role("button", name="Show my count").click()
    bars = read(NEWS)["news"].bars(answer)
    assert bars is not None
    assert activity.locator(".counted svg").get_attribute("aria-label") == bars.sentence()
    assert page.locator(".counted rect").count() == 4


def test_a_count_that_can_not_be_is_sent_back(start: Start) -> None:
    """Too many, or a half, is named, and the field gets the focus; nothing is drawn."""
    activity = start(NEWS)
    activity.get_by_text("Count together").click()
    field = activity.get_by_role("group", name="Group 2").get_by_label("Is it fair?")
    for wrong in ("4", "-1", "1.5"):
        field.fill(wrong)
        activity.get_by_role("button", name="Show the chart").click()
        expect(activity.locator(".counting .status")).to_have_text(
            "Group 2, “Is it fair?”: wanted a whole number from 0 to 3."
        )
        expect(field).to_be_focused()
        expect(activity.locator(".counted svg")).to_have_count(0)


def test_my_count_goes_into_group_1(start: Start) -> None:
    """What was rated need not be typed again."""
    activity = start(NEWS)
    _rate(activity, "Yes", "No")
    activity.get_by_text("Count together").click()
    activity.get_by_role("button", name="Use my count").click()
    first = activity.get_by_role("group", name="Group 1")
    assert [field.input_value() for field in first.get_by_role("spinbutton").all()] == list("1000")


def test_the_chart_follows_a_change_and_clear(start: Start) -> None:
    """Rating again changes the count on show; Clear takes everything away."""
    activity = start(NEWS)
    _rate(activity, "Yes")
    activity.get_by_role("button", name="Show my count").click()
    expect(activity.get_by_role("img", name="Is it true?: 1 of 1")).to_be_visible()
    activity.get_by_role("button", name="Try again").first.click()
    _rate(activity, "No")
    expect(activity.get_by_role("img", name="Is it true?: 0 of 1")).to_be_visible()
    activity.get_by_role("button", name="Clear this page").click()
    expect(activity.locator(".counted svg")).to_have_count(0)
    expect(activity.locator("input:checked")).to_have_count(0)
    expect(activity.locator(".act-foot")).to_be_hidden()


def test_passing_is_an_answer(start: Start) -> None:
    """A passed thing is not counted, and a count without ratings says what to do."""
    activity = start(NEWS)
    activity.get_by_role("button", name="Pass on this one").first.click()
    activity.get_by_role("button", name="Show my count").click()
    expect(activity.locator(".counting .status")).to_have_text("Rate something first.")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_chart_fits_a_phone(
    page: Page, start: Start, axe: Callable[[Page], list[str]], direction: str
) -> None:
    """At 320 px long questions wrap inside the drawing, and bars start where lines start."""
    page.set_viewport_size({"width": 320, "height": 640})
    long = OWN.replace("Is it calm?", f"Is it calm {'and patient ' * 5}{'x' * 60}?")
    activity = start(long, direction=direction)
    activity.get_by_text("Count together").click()
    activity.get_by_role("group", name="Group 1").get_by_role("spinbutton").nth(1).fill("1")
    activity.get_by_role("button", name="Show the chart").click()
    chart = activity.locator(".counted svg")
    expect(chart).not_to_have_attribute("viewBox", re.compile("^0 0 560 "))
    sides = chart.evaluate(
        """(svg) => {
          const box = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll("text")].map((one) => one.getBoundingClientRect());
          const bar = svg.querySelectorAll("rect")[1].getBoundingClientRect();
          return {
            over: texts.filter(({ left, right }) => left < box.left - 1 || right > box.right + 1),
            left: bar.left - box.left, right: box.right - bar.right,
          };
        }"""
    )
    assert sides["over"] == []
    assert (sides["left"] < 3) == (direction == "ltr")
    assert (sides["right"] < 3) == (direction == "rtl")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe(page) == []


def test_the_youngest_name_feelings(start: Start) -> None:
    """At 5 to 7: a picture, who is in it, what we see, and nothing to count."""
    activity = start(FACES, "ages-05-07")
    activity.get_by_role("checkbox", name="Hare").check()
    activity.get_by_role("button", name="Show us").first.click()
    assert activity.locator(".why:visible").all_inner_texts() == [
        "Hare looks down.",
        "What could Fox do?",
    ]
    expect(activity.locator(".counting")).to_have_count(0)
