# SPDX-License-Identifier: MIT
"""`explorer`: real, cited figures as chart and table, never ranked, and what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import Lines, Paragraph, Table
from sunlit.activities.data_files import read_data
from sunlit.activities.explorer import Explorer
from sunlit.charts import bar_chart
from sunlit.content import content_root
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]

TONE = """
tone:
  kind: explorer
  title: Did the news become kinder?
  data: news-tone-canada
  look: What would a reader notice?
  leaves_out:
    - {text: Other countries, why: These are papers of one country.}
    - {text: Why it changed, why: Figures can not show why.}
"""
AID = TONE.replace("news-tone-canada", "aid-for-young-minds\n  order: alphabetical")
MADE_UP = """
title: Made up for a test
source: whitley2017
years: none
of: nothing
licence: CC BY 4.0
note: These are not real.
series:
  - id: made
    name: Made-up things
    unit: things
    values:
      - {group: Zed, value: 1200.5}
      - {group: Amy, value: null, note: Nobody asked.}
      - {group: Émile, value: 0}
"""


def write_data(folder: Path, text: str = MADE_UP) -> Path:
    """Write ``text`` as the data file 'made' beside the lessons of a test."""
    file = folder / "data" / "made.yml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "file", sorted((content_root() / "data").glob("*.yml")), ids=lambda file: file.stem
)
def test_every_data_file_can_be_read_and_is_cited(file: Path) -> None:
    """Our own figures have a source whose address is known, and terms of use."""
    data = read_data(file)
    assert data.source.address.startswith(("https://", "http://"))
    assert data.source.note
    assert data.licence


def test_figures_of_one_whole_add_up() -> None:
    """The shares of where the aid went make a whole, as in the source."""
    data = read_data(content_root() / "data" / "aid-for-young-minds.yml")
    use = next(series for series in data.series if series.id == "use")
    assert sum(value.value or 0 for value in use.values) == 100


def test_the_order_is_the_authors_or_the_alphabets(read: Read, tmp_path: Path) -> None:
    """Groups stand as they were written, or by name; never by size."""
    write_data(tmp_path)
    text = TONE.replace("news-tone-canada", "made")
    written = read(text)["tone"].compiled("ages-14-18")["series"][0]["values"]
    assert [one["label"] for one in written] == ["Zed", "Amy", "Émile"]
    named = read(text.replace("data: made", "data: made\n  order: alphabetical"))["tone"]
    by_name = named.compiled("ages-14-18")["series"][0]["values"]
    assert [one["label"] for one in by_name] == ["Amy", "Zed", "Émile"]
    assert {one["label"]: one["id"] for one in by_name} == {
        one["label"]: one["id"] for one in written
    }
    assert [one["text"] for one in written] == ["1,200.5\u00a0things", "no figure", "0\u00a0things"]


def test_the_paper_form_has_the_table_its_source_and_the_question(read: Read) -> None:
    """Without a screen the same figures stand there, with how they were counted."""
    blocks = read(TONE)["tone"].question_blocks("ages-11-13")
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tables[0].caption == "Articles with a positive tone"
    assert tables[0].rows == (("2005", "18.9\u00a0%"), ("2015", "34.8\u00a0%"))
    assert any(
        isinstance(block, Paragraph) and block.text.startswith("Source: Whitley and Wang, 2017")
        for block in blocks
    )
    assert any(isinstance(block, Lines) for block in blocks)
    assert "papers of one country" not in repr(blocks)
    assert "papers of one country" in repr(read(TONE)["tone"].key_blocks("ages-11-13"))


def test_rows_and_chart_of_an_answer(read: Read) -> None:
    """A notebook gets the figures on show, with unit, years and source, and their chart."""
    tone = read(TONE)["tone"]
    answer = {"figure": "positive", "groups": ["b"], "left_out": ["a"]}
    assert tone.rows(answer) == [
        {
            "figure": "Articles with a positive tone",
            "group": "2015",
            "value": 34.8,
            "unit": "%",
            "years": "2005 and 2015",
            "note": None,
            "source": "Whitley and Wang, 2017",
        }
    ]
    assert tone.rows({}) == []
    bars = tone.bars({})
    assert bars is not None
    figure = bar_chart(bars, "ages-11-13")
    assert figure.alt.startswith("Articles with a positive tone 2005: 18.9\u00a0%; 2015: 34.8")
    assert "Whitley and Wang, 2017" in figure.alt


@pytest.mark.parametrize(
    "answer", [{"figure": "tone"}, {"figure": "positive", "groups": ["z"]},
               {"figure": "positive", "groups": "a"}, {"figure": ["positive"]}]
)  # fmt: skip
def test_an_answer_of_another_explorer_is_refused(read: Read, answer: dict[str, Any]) -> None:
    """Unknown figures and groups are errors in words."""
    with pytest.raises(ValueError, match="has no"):
        read(TONE)["tone"].rows(answer)


@given(
    st.lists(st.sampled_from("abcd"), unique=True), st.sampled_from(["as-written", "alphabetical"])
)
def test_the_order_of_picking_changes_nothing(groups: list[str], order: str) -> None:
    """However groups are picked, they stand in the one order, in frame and chart alike."""
    explorer = Explorer.model_validate(
        {
            "kind": "explorer", "title": "Aid", "data": "aid-for-young-minds", "order": order,
            "leaves_out": [{"text": "a", "why": "b"}, {"text": "c", "why": "d"}],
        }
    )  # fmt: skip
    rows = explorer.rows({"figure": "use", "groups": groups})
    assert rows == explorer.rows({"figure": "use", "groups": sorted(groups)})
    bars = explorer.bars({"figure": "use", "groups": groups})
    assert bars is not None
    assert [row["group"] for row in rows] == [bar.label for bar in bars.bars]


WRONG = {
    "no such file": (
        TONE.replace("news-tone-canada", "news-tone"),
        "ages-11-13",
        (
            "5: wanted one of the data files "
            + ", ".join(sorted(file.stem for file in (content_root() / "data").glob("*.yml")))
            + ", found the text 'news-tone'."
        ),
    ),
    "a path": (
        TONE.replace("news-tone-canada", "../data/news-tone-canada"),
        "ages-11-13",
        "5: wanted one of the data files",
    ),
    "no such figure": (
        TONE.replace("  look:", "  figures: [positiv]\n  look:"),
        "ages-11-13",
        "6: wanted each of positive, stigmatising at most once, found 'positiv'.",
    ),
    "younger than 11": (
        TONE,
        "ages-08-10",
        (
            "2: wanted a kind that is made for ages-08-10, found 'explorer', which is for "
            "ages-11-13, ages-14-18."
        ),
    ),
    "ranked": (
        TONE.replace("  look:", "  order: by-size\n  look:"),
        "ages-11-13",
        "6: wanted 'as-written' or 'alphabetical' for 'order', found the text 'by-size'.",
    ),
}


@pytest.mark.parametrize(("text", "band", "problem"), WRONG.values(), ids=WRONG)
def test_what_can_not_be_explored_is_refused(
    problems_in: Problems, text: str, band: str, problem: str
) -> None:
    """Files and figures exist, the band reads figures, nothing is ranked; the line is named."""
    assert any(found.startswith(problem) for found in problems_in(text, band))


BROKEN = {
    "no source": (MADE_UP.replace("whitley2017", "whitley"), "3: wanted the key of a source"),
    "no terms": (MADE_UP.replace("licence: CC BY 4.0\n", ""), "wanted 'licence', found nothing"),
    "below nothing": (MADE_UP.replace("1200.5", "-1"), "13: 'value':"),
    "beyond the scale": (
        MADE_UP.replace("unit: things", "unit: things\n    most: 100"),
        "wanted figures up to 100.0, found 1200.5",
    ),
    "twice the same": (MADE_UP.replace("Zed", "Amy"), "wanted different groups, found 'Amy' twice"),
    "a text": (MADE_UP.replace("1200.5", "about 12"), "13: 'value':"),
    "nothing": ("just words", "wanted a data file, found the text 'just words'"),
}


@pytest.mark.parametrize(("text", "problem"), BROKEN.values(), ids=BROKEN)
def test_a_broken_data_file_names_its_line(
    tmp_path: Path, problems_in: Problems, text: str, problem: str
) -> None:
    """The data file's own line is told, also by the activity that asks for it."""
    file = write_data(tmp_path, text)
    with pytest.raises(ContentError) as caught:
        read_data(file)
    assert any(problem in f"{one.line}: {one.message}" for one in caught.value.problems)
    (found,) = problems_in(TONE.replace("news-tone-canada", "made"), "ages-14-18")
    assert "found one in data/made.yml, line" in found


def test_keyboard_alone_reads_a_figure(page: Page, start: Start) -> None:
    """Arrows choose a figure and show nothing yet; Enter shows chart and table together."""
    activity = start(TONE)
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(activity.locator("svg[role=img]")).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    while focused.inner_text() != "Show chart and table":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(activity.locator(".status").first).to_contain_text("It is not a ranking.")
    chart = activity.get_by_role("img", name="Articles with content that stigmatises")
    expect(chart).to_have_accessible_name(
        "Articles with content that stigmatises 2005: 32.7\u00a0%."
    )
    assert activity.locator(".data tbody tr").all_inner_texts() == ["2005\t32.7\u00a0%"]
    expect(activity.locator(".about-figures")).to_contain_text("Whitley and Wang, 2017")
    while focused.get_attribute("value") != "b" or not activity.locator(".explored :focus").count():
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(activity.locator(".why")).to_contain_text("Figures can not show why.")
    expect(activity.locator(".explored .status")).to_contain_text("no one right answer")


def test_picking_nothing_asks_to_pick(start: Start) -> None:
    """Without a group there is nothing to draw; 'Pick all' picks every one."""
    activity = start(AID, "ages-14-18")
    activity.get_by_role("button", name="Show chart and table").click()
    expect(activity.locator(".status").first).to_have_text("Pick at least one first, or pass.")
    activity.get_by_label("What it was given for").check()
    activity.get_by_role("button", name="Pick all").click()
    activity.get_by_role("button", name="Show chart and table").click()
    assert [
        row.split("\t")[0] for row in activity.locator(".data tbody tr").all_inner_texts()
    ] == ["Education", "Government and civil services", "Health services",
          "Help in disasters and conflicts"]  # fmt: skip


def test_where_there_is_no_figure_the_page_says_so(start: Start, tmp_path: Path) -> None:
    """A missing figure is an empty frame in the chart and words in the table."""
    write_data(tmp_path)
    activity = start(TONE.replace("news-tone-canada", "made"), "ages-14-18")
    activity.get_by_role("button", name="Pick all").click()
    activity.get_by_role("button", name="Show chart and table").click()
    expect(activity.locator(".chart-none")).to_have_count(1)
    assert activity.locator(".data tbody tr").nth(1).locator("td").all_inner_texts() == [
        "no figure",
        "Nobody asked.",
    ]


def test_clear_and_pass_leave_nothing(start: Start) -> None:
    """Passing and clearing take chart, table and answer away."""
    activity = start(TONE)
    for leave in ("Pass on this one", "Clear this page"):
        activity.get_by_role("button", name="Pick all").click()
        activity.get_by_role("button", name="Show chart and table").click()
        expect(activity.locator(".data")).to_have_count(1)
        activity.get_by_role("button", name=leave).first.click()
        expect(activity.locator(".data")).to_have_count(0)
        expect(activity.locator("input[type=checkbox]:checked")).to_have_count(0)


def test_sixty_groups_fit_a_phone(
    page: Page, start: Start, tmp_path: Path, axe: Callable[[Page], list[str]]
) -> None:
    """A long list of countries is drawn and listed within 320 px, without a finding."""
    values = "".join(
        f"      - {{group: Country {n} {'long ' * 9}, value: {n}}}\n" for n in range(60)
    )
    write_data(tmp_path, MADE_UP[: MADE_UP.index("      - {group")] + values)
    page.set_viewport_size({"width": 320, "height": 640})
    activity = start(TONE.replace("news-tone-canada", "made"), "ages-14-18")
    activity.get_by_role("button", name="Pick all").click()
    activity.get_by_role("button", name="Show chart and table").click()
    expect(activity.locator(".chart-bar")).to_have_count(60)
    expect(activity.locator(".data tbody tr")).to_have_count(60)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert axe(page) == []
