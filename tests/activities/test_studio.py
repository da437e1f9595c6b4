# SPDX-License-Identifier: MIT
"""`studio`: the definition, its paper, and drawing by pen, finger, mouse and keys."""

from __future__ import annotations

import math
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from sunlit.activities.blocks import Box, Figure, ItemList, Paragraph
from sunlit.activities.studio import MOST_THINGS, Studio
from sunlit.activities.studio_shapes import COLOURS, LIGHT, STAMPS, TEMPLATES, template
from sunlit.catalogue import strings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from sunlit.activities.kind import Activity

    Read = Callable[..., dict[str, Activity]]
    Problems = Callable[..., list[str]]
    Start = Callable[..., Locator]
    NewPage = Callable[..., Page]
    PageOf = Callable[..., str]
    Axe = Callable[[Page], list[str]]

STRIP = """
strip:
  kind: studio
  title: A strip about being an ally
  minutes: 20
  about: idea
  who: what an ally does
  template: comic-3
  prompts:
    - What happens first?
"""

YOUNG = """
weather:
  kind: studio
  title: Bear's weather
  about: character
  who: Bear
  template: weather
  stamps: [sun, cloud, rain]
"""


def _list(studio: Locator) -> list[str]:
    return studio.get_by_role("list", name="On your sheet").locator("button").all_inner_texts()


def _scribble(page: Page, studio: Locator, x: float = 0.2, y: float = 0.2) -> None:
    """Draw a wave with the mouse from the place (x, y) of the sheet, in shares of it."""
    surface = studio.locator(".surface")
    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    left, top = box["x"] + x * box["width"], box["y"] + y * box["height"]
    page.mouse.move(left, top)
    page.mouse.down()
    for k in range(12):
        page.mouse.move(left + 4 * k, top + 15 * math.sin(k / 2))
    page.mouse.up()


def _at(studio: Locator, place: int) -> tuple[float, float]:
    """Return where the middle of a thing lies, in units of the drawing."""
    moved = studio.locator(f'[data-thing="{place}"]').get_attribute("transform")
    x, y = moved.removeprefix("translate(").partition(")")[0].split()
    return float(x), float(y)


def test_it_is_never_about_the_pupils_themselves(problems_in: Problems) -> None:
    """A self-portrait of feelings is refused: as its subject, and in a prompt."""
    for who in ("yourself", "You", "me"):
        (problem,) = problems_in(STRIP.replace("what an ally does", who))
        assert problem.startswith("7: wanted a character, an idea or a stereotype")
    for prompt in ("Draw how you feel today.", "What is your mood like?", "How are you?"):
        (problem,) = problems_in(STRIP.replace("What happens first?", prompt))
        assert problem.startswith("10: wanted a prompt about what an ally does")
    assert problems_in(STRIP.replace("What happens first?", "How does Noor feel?")) == []


@pytest.mark.parametrize(
    ("text", "band", "line", "said"),
    [
        (STRIP, "ages-08-10", 6, "wanted 'about: character' for ages-08-10, found 'idea'"),
        (STRIP.replace("comic-3", "comic-9"), "ages-11-13", 8, "comic-4"),
        (YOUNG.replace("rain]", "tornado]"), "ages-05-07", 8, "found 'tornado'"),
        (YOUNG.replace("rain]", "sun]"), "ages-05-07", 8, "found 'sun' twice"),
        (STRIP.replace("  about: idea\n", ""), "ages-11-13", 2, "wanted 'about', found nothing"),
    ],
)
def test_a_mistake_is_named_at_its_line(
    problems_in: Problems, text: str, band: str, line: int, said: str
) -> None:
    """Each thing that cannot be shown is refused where it stands."""
    problem = problems_in(text, band)[0]
    assert said in problem
    assert int(problem.partition(":")[0]) == line


def test_everything_to_choose_has_a_name() -> None:
    """Stamps and colours have words in the catalogue."""
    keys = {f"studio.stamp-{name}" for name in STAMPS} | {f"studio.colour-{c}" for c in COLOURS}
    assert keys - set(strings()) == set()


def _lightness(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_in_light_colours_get_a_line_of_ink() -> None:
    """Letters below 3:1 on white are outlined, and only those."""
    faint = {name for name, code in COLOURS.items() if 1.05 / (_lightness(code) + 0.05) < 3}
    assert faint == LIGHT


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_is_a_drawing_with_words(name: str) -> None:
    """A template is a valid SVG with a title and a description, and has no colour of its own."""
    drawn = template(name, "A <b>title</b> & more")
    root = ET.fromstring(drawn.svg)  # noqa: S314 - our own text
    assert root.find("{*}title").text == "A <b>title</b> & more"
    assert root.find("{*}desc").text == drawn.description
    painted = {one.get("stroke") for one in root.iter()} | {one.get("fill") for one in root.iter()}
    assert painted <= {None, "none", "#1f2937", "#ffffff"}


def test_paper_is_the_template_to_draw_in(read: Read) -> None:
    """Paper has the ideas and the same lines, or an empty frame, and says whom it shows."""
    blocks = read(STRIP)["strip"].question_blocks("ages-11-13")
    assert Paragraph("It shows what an ally does, not you.") in blocks
    assert ItemList(("What happens first?",)) in blocks
    figure = blocks[-1]
    assert isinstance(figure, Figure)
    assert figure.to_fill_in
    assert "three empty panels" in figure.picture.description
    blank = read(STRIP.replace("comic-3", "blank"))["strip"].question_blocks("ages-11-13")
    assert isinstance(blank[-1], Box)
    assert blank[-1].height >= 100


def test_the_key_marks_nothing(read: Read) -> None:
    """Teachers read that a drawing is neither marked nor interpreted."""
    (block,) = read(STRIP)["strip"].key_blocks("ages-11-13")
    assert "nothing to mark in a drawing" in block.text


def test_rows_of_a_drawing(read: Read) -> None:
    """A notebook sees what lies on the sheet, lowest first."""
    things = [
        {"kind": "stroke", "colour": "blue", "points": [[0, 0, 0.5]], "width": 5},
        {"kind": "stamp", "stamp": "sun", "colour": "orange"},
        {"kind": "words", "text": "Hello", "colour": "black"},
    ]
    assert read(STRIP)["strip"].rows({"things": things}) == [
        {"thing": "stroke", "colour": "blue", "text": None},
        {"thing": "sun", "colour": "orange", "text": None},
        {"thing": "words", "colour": "black", "text": "Hello"},
    ]
    assert read(STRIP)["strip"].rows({}) == []


@pytest.mark.parametrize(
    "thing",
    [
        None,
        {"kind": "sun", "colour": "blue"},
        {"kind": "stamp", "stamp": "tornado", "colour": "blue"},
        {"kind": "stroke", "colour": "infrared"},
        {"kind": "words", "colour": "blue"},
        {"kind": "words", "colour": "blue", "text": "x" * 81},
    ],
)
def test_a_drawing_of_something_else_is_refused(read: Read, thing: object) -> None:
    """What cannot lie on this sheet is an error, not an empty row."""
    with pytest.raises(ValueError, match=r"no thing|no colour|wanted words"):
        read(STRIP)["strip"].rows({"things": [thing]})


@given(st.dictionaries(st.sampled_from(["things", "x"]), st.none() | st.lists(st.integers())))
def test_an_odd_answer_gives_rows_or_a_plain_refusal(answer: dict[str, Any]) -> None:
    """Whatever a notebook sets, it gets rows or a ValueError, and no other error."""
    studio = Studio(kind="studio", title="T", about="idea", who="an ally")
    with suppress(ValueError):
        assert isinstance(studio.rows(answer), list)


def test_a_mouse_draws_and_undo_takes_it_back(page: Page, start: Start) -> None:
    """A stroke lies on the sheet and in the list; undo and redo go back and forth."""
    strip = start(STRIP)
    _scribble(page, strip)
    assert _list(strip) == ["1. Stroke, black"]
    strip.get_by_role("radio", name="brick").check()
    _scribble(page, strip, 0.6, 0.6)
    assert _list(strip) == ["1. Stroke, black", "2. Stroke, brick"]
    undo = strip.get_by_role("button", name="Undo")
    undo.click()
    assert _list(strip) == ["1. Stroke, black"]
    undo.click()
    assert _list(strip) == []
    strip.get_by_role("button", name="Redo").click()
    assert _list(strip) == ["1. Stroke, black"]
    _scribble(page, strip, 0.6, 0.6)
    expect(strip.get_by_role("button", name="Redo")).to_have_attribute("aria-disabled", "true")


def test_a_pens_pressure_makes_the_line_wider(page: Page, start: Start) -> None:
    """A device with pressure draws thin and thick; a mouse draws one width."""
    strip = start(STRIP)
    _scribble(page, strip)
    assert strip.locator('[data-thing="0"] path:not(.touch)').count() == 1
    strip.locator(".surface").evaluate(
        """(surface) => {
          const box = surface.getBoundingClientRect();
          const fire = (type, k) => surface.dispatchEvent(new PointerEvent(type, {
            pointerId: 1, pointerType: 'pen', isPrimary: true, button: 0, bubbles: true,
            pressure: 0.1 + 0.08 * k, clientX: box.x + 30 + 12 * k, clientY: box.y + 60,
          }));
          surface.setPointerCapture = () => {};
          fire('pointerdown', 0);
          for (let k = 1; k < 11; k += 1) fire('pointermove', k);
          fire('pointerup', 10);
        }"""
    )
    widths = strip.locator('[data-thing="1"] path:not(.touch)').evaluate_all(
        "(all) => all.map((one) => Number(one.getAttribute('stroke-width')))"
    )
    assert widths == sorted(widths)
    assert widths[-1] > 1.5 * widths[0]


def test_the_whole_journey_by_keyboard(page: Page, start: Start) -> None:
    """A stamp is placed, moved in steps, resized, turned, layered and taken off by keys."""
    strip = start(STRIP)
    for name in ("Sun", "Cloud"):
        stamp = strip.get_by_role("button", name=name, exact=True)
        stamp.focus()
        page.keyboard.press("Enter")
    group = strip.get_by_role("group", name="Arrange: 2. Cloud, black")
    expect(group).to_be_focused()
    x, y = _at(strip, 1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowUp")
    assert _at(strip, 1) == (x + 40, y - 50)
    expect(strip.get_by_role("status").first).to_contain_text("of 100 across")
    before = strip.locator('[data-thing="1"]').get_attribute("transform")
    for name in ("Bigger", "Turn"):
        group.get_by_role("button", name=name).focus()
        page.keyboard.press("Space")
    after = strip.locator('[data-thing="1"]').get_attribute("transform")
    assert "rotate(0) scale(1.6)" in before
    assert "rotate(15) scale(1.92)" in after
    group.get_by_role("button", name="To the back").focus()
    page.keyboard.press("Enter")
    assert _list(strip) == ["1. Cloud, black", "2. Sun, black"]
    page.keyboard.press("Escape")
    expect(strip.get_by_role("button", name="1. Cloud, black")).to_be_focused()
    page.keyboard.press("Enter")
    expect(strip.get_by_role("group", name="Arrange: 1. Cloud, black")).to_be_focused()
    page.keyboard.press("Delete")
    assert _list(strip) == ["1. Sun, black"]
    expect(strip.get_by_role("button", name="1. Sun, black")).to_be_focused()


def test_arrows_outside_the_arranging_move_nothing(page: Page, start: Start) -> None:
    """An arrow key on a stamp or on the list leaves the drawing as it is."""
    strip = start(STRIP)
    strip.get_by_role("button", name="Sun", exact=True).click()
    where = _at(strip, 0)
    for name in ("Heart", "1. Sun, black"):
        strip.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("ArrowDown")
    assert _at(strip, 0) == where
    assert len(_list(strip)) == 1


def test_a_thing_cannot_be_lost_beyond_the_edge(page: Page, start: Start) -> None:
    """However often it is moved, its middle stays on the sheet."""
    strip = start(STRIP)
    strip.get_by_role("button", name="Sun", exact=True).click()
    for _ in range(40):
        page.keyboard.press("ArrowLeft")
    assert _at(strip, 0)[0] == 0


def test_words_are_placed_and_recoloured(page: Page, start: Start) -> None:
    """From age 11 words lie on the sheet; markup in them stays text."""
    strip = start(STRIP)
    strip.get_by_label("Words to place").fill("<b>Want company?</b>")
    page.keyboard.press("Enter")
    expect(strip.locator(".surface text")).to_have_text("<b>Want company?</b>")
    strip.get_by_role("radio", name="yellow").check()
    strip.get_by_role("button", name="In my colour").click()
    expect(strip.locator(".surface text")).to_have_attribute("fill", COLOURS["yellow"])
    strip.get_by_role("button", name="Place the words").click()
    expect(strip.get_by_role("status").first).to_have_text("Write some words first.")


def test_a_mouse_moves_and_rubs_out(page: Page, start: Start) -> None:
    """With the other tools a thing is dragged, and taken off where it is touched."""
    strip = start(STRIP)
    strip.get_by_role("button", name="Heart").click()
    drawn = strip.locator('[data-thing="0"]')
    box = drawn.bounding_box()
    x, y = _at(strip, 0)
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 60, middle[1] + 30, steps=4)
    page.mouse.up()
    moved = _at(strip, 0)
    assert moved[0] > x + 30
    assert moved[1] > y + 15
    strip.get_by_role("radio", name="Rub out").check()
    box = drawn.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert _list(strip) == []


def test_it_is_saved_on_the_device(page: Page, start: Start, tmp_path: Path) -> None:
    """Picture and drawing are downloads; the drawing is clean SVG with the template in it."""
    strip = start(STRIP)
    _scribble(page, strip)
    strip.get_by_role("button", name="Sun", exact=True).click()
    with page.expect_download() as waiting:
        strip.get_by_role("button", name="Save as a drawing (SVG)").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    assert file.name == "sunlit-drawing.svg"
    root = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own
    assert (root.get("width"), root.get("height")) == ("960", "720")
    assert len(root.findall(".//{*}rect[@rx='14']")) == 3
    assert "picked-frame" not in file.read_text(encoding="utf-8")
    with page.expect_download() as waiting:
        strip.get_by_role("button", name="Save as a picture").click()
    picture = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(picture)
    raw = picture.read_bytes()
    assert raw[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(raw[16:20]), int.from_bytes(raw[20:24])) == (1920, 1440)
    expect(strip.get_by_role("status").first).to_contain_text("downloads of this device")


def test_ages_5_to_7_draw_and_type_nothing(page: Page, start: Start, axe: Axe) -> None:
    """The youngest have the stamps of their author, no field to write in, and large buttons."""
    weather = start(YOUNG, "ages-05-07")
    expect(weather.locator("input[type=text], textarea")).to_have_count(0)
    assert weather.locator(".stamp").all_inner_texts() == ["Sun", "Cloud", "Rain"]
    weather.get_by_role("button", name="Rain").click()
    _scribble(page, weather)
    assert axe(page) == []
    for control in weather.locator(".btn:visible").all():
        assert control.bounding_box()["height"] >= 44


def test_a_finger_draws_on_a_phone(new_page: NewPage, page_of: PageOf, axe: Axe) -> None:
    """At 360 px a finger draws, places and arranges, and nothing is cut off."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(page_of(STRIP))
    strip = page.locator("[data-activity]")
    strip.locator(":scope[data-state=ready]").wait_for()
    strip.get_by_role("button", name="Heart").tap()
    x, _ = _at(strip, 0)
    strip.get_by_role("button", name="Left", exact=True).tap()
    assert _at(strip, 0)[0] == x - 40
    strip.get_by_role("radio", name="Draw").tap()
    surface = strip.locator(".surface")
    surface.scroll_into_view_if_needed()
    box = surface.bounding_box()
    touch = page.context.new_cdp_session(page)
    point = {"x": box["x"] + 40, "y": box["y"] + 40}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    for k in range(1, 8):
        moved = {"x": point["x"] + 8 * k, "y": point["y"] + 5 * k}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [moved]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(strip.get_by_role("button", name="2. Stroke, black")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe(page) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_accessibility_findings_while_arranging(
    page: Page, start: Start, axe: Axe, theme: str, direction: str
) -> None:
    """Axe finds nothing with things on the sheet and one of them chosen."""
    page.set_viewport_size({"width": 320, "height": 640})
    strip = start(STRIP, theme=theme, direction=direction)
    strip.get_by_role("button", name="Sun", exact=True).click()
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_clear_empties_the_sheet_and_what_could_be_undone(page: Page, start: Start) -> None:
    """The page's own button forgets the drawing for good."""
    strip = start(STRIP)
    strip.get_by_role("button", name="Sun", exact=True).click()
    page.get_by_role("button", name="Clear this page").click()
    assert _list(strip) == []
    expect(strip.get_by_role("button", name="Undo")).to_have_attribute("aria-disabled", "true")


def test_a_drawing_set_from_outside_is_drawn(page: Page, start: Start) -> None:
    """The same activity twice on a page shares its sheet; odd things are left out."""
    start(STRIP, moments=("", "again"))
    first, second = page.locator("[data-activity]").all()
    first.get_by_role("button", name="Sun", exact=True).click()
    _scribble(page, first)
    first.get_by_role("radio", name="Draw").check()
    _scribble(page, first)
    assert _list(second) == _list(first)
    expect(second.locator(".surface [data-thing]")).to_have_count(len(_list(first)))


def test_many_things_do_not_overflow_the_sheet(start: Start) -> None:
    """A full sheet still answers, says that it is full, and its list scrolls by itself."""
    strip = start(STRIP)
    strip.get_by_role("button", name="Heart").evaluate(
        f"(button) => {{ for (let k = 0; k < {MOST_THINGS + 5}; k += 1) button.click(); }}"
    )
    assert len(_list(strip)) == MOST_THINGS
    expect(strip.get_by_role("status").first).to_contain_text("The sheet is full.")
    strip.get_by_role("button", name="Take off").click()
    assert len(_list(strip)) == MOST_THINGS - 1
    assert strip.locator(".things").bounding_box()["height"] < 300


def test_nothing_is_stored_or_sent(page: Page, start: Start) -> None:
    """A drawing leaves no trace: no storage, no cookie, no request."""
    strip = start(STRIP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _scribble(page, strip)
    expect(strip.get_by_text("It is not stored, and nobody reads meaning into it.")).to_be_visible()
    assert asked == []
    assert page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
