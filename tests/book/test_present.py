# SPDX-License-Identifier: MIT
"""Present mode in a real browser: every slide fits, every key does what it should."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import Lesson, lessons

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
ALL = lessons(ROOT)
WORDS = "ages-11-13/03-words"
SIZES = {(1920, 1080): 40, (1024, 768): 26}

# Tables to work at, too large for one screen at a size for the back row: they scroll.
TABLES = ["circles", "path", "profile", "audit", "planner", "letter", "words", "explorer", "studio"]

# Goes through all slides with the clicker's key, as fast as the page lays them out, and
# notes what is too small, cut off, or too long without a word about it.
WALK = """([least, tables]) => {
  const root = document.documentElement;
  const faults = [], places = [];
  const press = (key) => document.body.dispatchEvent(
    new KeyboardEvent("keydown", {key, bubbles: true}));
  const slide = () => document.querySelector("main section.on-slide");
  const state = () => [location.hash, slide().scrollTop, slide().innerText].join("|");
  press("Home");
  let last = "";
  for (let n = 0; n < 400 && state() !== last; n += 1) {
    last = state();
    places.push(location.hash);
    const here = slide(), frame = here.getBoundingClientRect();
    const where = `${location.hash} (${here.querySelector(".step")?.textContent ?? ""})`;
    const kind = here.querySelector("[data-activity].on-slide")?.dataset.activity;
    const says = !document.querySelector(".p-below").hidden;
    const long = here.scrollHeight - here.clientHeight > 1;
    const more = long && here.scrollHeight - here.clientHeight - here.scrollTop > 2;
    if (more !== says) faults.push(`${where} says the wrong thing about what is below`);
    if (long && !tables.includes(kind)) faults.push(`${where} is too long`);
    if (here.scrollWidth - here.clientWidth > 1) faults.push(`${where} is too wide`);
    const texts = document.createTreeWalker(here, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      const passed = "button, svg, script, .unseen, .vh, option";
      if (!text.data.trim() || parent.closest(passed)) continue;
      if (!parent.checkVisibility({visibilityProperty: true})) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < least) faults.push(`${where} ${size} px: ${text.data.slice(0, 40)}`);
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.left < frame.left - 1 || box.right > frame.right + 1) {
        faults.push(`${where} cut off: ${text.data.slice(0, 40)}`);
      }
    }
    const bar = document.querySelector(".p-bar").getBoundingClientRect();
    if (bar.bottom > innerHeight + 1 || bar.height > innerHeight / 5) faults.push(`${where} bar`);
    press("PageDown");
  }
  return {faults, places: [...new Set(places)], height: root.scrollHeight};
}"""


def _address(base: str, lesson: str, rest: str = "") -> str:
    return f"{base}/lessons/{lesson}.html{rest}"


def _present(page: Page, base: str, lesson: str = WORDS, rest: str = "?present") -> None:
    page.goto(_address(base, lesson, rest))
    page.locator(".p-bar").wait_for()
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def _heading(page: Page) -> str:
    found = page.locator("main section.on-slide > h2")
    return found.inner_text().strip() if found.is_visible() else ""


def _focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.name)
def test_every_slide_of_every_lesson_can_be_read_from_the_back(
    new_page: Callable[..., Page], site_url: str, lesson: Lesson
) -> None:
    """At both sizes and right to left nothing is too small, cut off or longer than the screen."""
    page = new_page()
    page.goto(_address(site_url, lesson.name))
    page.click("[data-present-lesson]")
    for (width, height), least in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        for direction in ("ltr", "rtl"):
            page.evaluate("(to) => { document.documentElement.dir = to; }", direction)
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
            walked = page.evaluate(WALK, [least, TABLES])
            assert "\n".join(walked["faults"]) == "", f"{width} by {height}, {direction}"
            shown = {place.split("-")[1] for place in walked["places"]}
            assert shown == {str(n + 1) for n in range(len(lesson.front.plan) + 1)}
            assert walked["height"] == height


def test_present_is_offered_with_script_alone(new_page: Callable[..., Page], site_url: str) -> None:
    """Without JavaScript there is no Present button; with it there is one, first of the tools."""
    page = new_page(java_script_enabled=False)
    page.goto(_address(site_url, WORDS))
    assert page.get_by_role("button", name="Present").count() == 0
    page = new_page()
    page.goto(_address(site_url, WORDS))
    assert page.locator(".tools .btn:visible").first.inner_text() == "Present"


def test_a_clicker_and_the_keyboard_go_through_the_lesson(page: Page, site_url: str) -> None:
    """PageDown, arrows, Space, Home and End move; Escape gives the focus back to Present."""
    page.goto(_address(site_url, WORDS))
    page.get_by_role("button", name="Present").click()
    assert _focused(page) == "Words that leave room"
    for key, place in (
        ("PageDown", "#present-2"), ("ArrowRight", "#present-3"), ("ArrowLeft", "#present-2"),
        ("Space", "#present-3"), ("Shift+Space", "#present-2"), ("PageUp", "#present-1"),
        ("End", "#present-9"), ("Home", "#present-1"), ("PageUp", "#present-1"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert page.evaluate("location.hash").startswith(place), key
    page.keyboard.press("PageDown")
    assert _focused(page) == "In this room"
    page.keyboard.press("Escape")
    assert page.locator(".p-bar").count() == 0
    assert _focused(page) == "Present"
    assert page.url == _address(site_url, WORDS)


def test_arrows_turn_round_with_the_text(page: Page, site_url: str) -> None:
    """Where text runs from right to left, the left arrow goes on."""
    _present(page, site_url)
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("location.hash") == "#present-2"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("location.hash") == "#present-1"


def test_arrows_stay_with_the_radio_that_has_the_focus(page: Page, site_url: str) -> None:
    """On a radio an arrow moves the dot and nothing else; a clicker's key still goes on."""
    _present(page, site_url, rest="?present#present-6-2")
    radios = page.locator("[data-activity].on-slide .panel:not([hidden]) input")
    radios.first.focus()
    before = page.url
    page.keyboard.press("ArrowRight")
    assert page.url == before
    assert radios.nth(1).is_checked()
    page.keyboard.press("Home")
    assert page.url == before
    page.keyboard.press("PageDown")
    assert "2 of" in page.locator("[data-activity].on-slide .step").inner_text()


def test_a_link_opens_a_slide_at_every_length(page: Page, site_url: str) -> None:
    """#present-4 opens the third section; where a length leaves it out, the next one kept."""
    _present(page, site_url, rest="#present-4")
    assert _heading(page) == "Noor comes back"
    page.goto("about:blank")
    _present(page, site_url, rest="?present=10#present-5")
    assert page.evaluate("location.hash") == "#present-6"
    page.goto("about:blank")
    _present(page, site_url, rest="#present-99")
    assert _heading(page) == "Before you go"


def test_the_browsers_way_back_leads_out(page: Page, site_url: str) -> None:
    """After Present, the browser's Back shows the page again."""
    page.goto(_address(site_url, WORDS))
    page.click("[data-present-lesson]")
    page.keyboard.press("PageDown")
    page.go_back()
    page.locator(".p-bar").wait_for(state="detached")
    assert page.locator(".mast h1").is_visible()


@pytest.mark.parametrize("band", [band.slug for band in BANDS.values()])
def test_three_lengths_choose_the_sections(page: Page, site_url: str, band: str) -> None:
    """The first slide offers the plan's lengths; each shows its own sections and minutes."""
    lesson = next(one for one in ALL if one.band.slug == band)
    plan = lesson.front.plan
    cuts = {
        lesson.front.minutes: [step.minutes for step in plan],
        25: [step.cut_25 for step in plan],
        10: [step.cut_10 for step in plan],
    }
    _present(page, site_url, lesson.name)
    assert page.locator(".p-lengths input").count() == len(cuts)
    for total, minutes in cuts.items():
        page.keyboard.press("Home")
        page.locator(f".p-lengths input[value='{total}']").check()
        kept = [(n + 2, length) for n, length in enumerate(minutes) if length]
        assert page.locator(".p-panes i").count() == len(kept) + 1
        page.keyboard.press("PageDown")
        first, length = kept[0]
        assert page.evaluate("location.hash") == f"#present-{first}"
        assert page.locator(".p-time").inner_text() == f"{length}:00"
        page.keyboard.press("End")
        assert page.evaluate("location.hash").startswith(f"#present-{kept[-1][0]}")


def test_the_clock_follows_the_time_of_day(page: Page, site_url: str) -> None:
    """It stands until started, counts by the clock, stops, goes on with the next step."""
    page.clock.install()
    _present(page, site_url, rest="?present#present-2")
    time = page.locator(".p-time")
    page.clock.run_for(60_000)
    assert time.inner_text() == "4:00"
    page.get_by_role("button", name="Start the clock").click()
    page.clock.run_for(61_000)
    assert time.inner_text() == "2:59"
    # A laptop that slept: hours have passed in one tick, and the clock knows.
    page.clock.fast_forward(180_000)
    assert time.inner_text() == "0:01 over"
    page.keyboard.press("PageDown")
    assert time.inner_text() == "5:00"
    page.clock.run_for(30_000)
    assert time.inner_text() == "4:30"
    page.get_by_role("button", name="Stop the clock").click()
    page.clock.run_for(30_000)
    assert time.inner_text() == "4:30"
    page.locator(".p-menu summary").click()
    page.get_by_role("button", name="Start this step’s time again").click()
    assert time.inner_text() == "5:00"
    page.keyboard.press("PageUp")
    assert time.inner_text() == "0:01 over"


def test_the_last_slide_leads_to_help_and_none_hides_anything(page: Page, site_url: str) -> None:
    """'Need to talk?' stands on the last slide alone, and no slide has a leave button."""
    _present(page, site_url)
    talk = page.locator(".p-bar .talk")
    assert not talk.is_visible()
    page.keyboard.press("End")
    assert talk.is_visible()
    assert page.locator("[data-leave]").count() == 0
    talk.click()
    assert page.url.endswith("/docs/help.html")


def test_one_question_is_shown_at_a_time_and_answers_live(page: Page, site_url: str) -> None:
    """A quiz goes question by question with the bar; its feedback fits and stays on the page."""
    _present(page, site_url, rest="?present#present-5-4")
    quiz = page.locator("#act-swap")
    assert quiz.locator("fieldset:visible").count() == 1
    assert quiz.locator(".step").inner_text() == "1 of 3"
    quiz.locator("input:visible").first.check()
    quiz.get_by_role("button", name="See what we think").click()
    assert "The news is the set" in quiz.locator(".why").inner_text()
    page.evaluate("new Promise(requestAnimationFrame)")
    assert page.evaluate(
        "(() => { const s = document.querySelector('main section.on-slide');"
        " return s.scrollHeight - s.clientHeight; })()"
    ) <= 1  # fmt: skip
    for _ in range(2):
        page.locator(".p-bar .go").click()
    assert quiz.locator(".step").inner_text() == "3 of 3"
    assert page.evaluate("document.activeElement.textContent.trim()") == "Next"
    page.locator(".p-bar .btn").first.click()
    assert quiz.locator(".step").inner_text() == "2 of 3"
    page.keyboard.press("Escape")
    assert quiz.locator("fieldset:visible").count() == 3
    assert quiz.locator(".why").count() == 1


@pytest.mark.parametrize("name", ["check", "reflection"])
def test_nobody_answers_on_the_projector(page: Page, site_url: str, name: str) -> None:
    """Questions about the class are shown to be read; there is no answer to choose there."""
    page.goto(_address(site_url, WORDS))
    inputs = page.locator(f"[data-activity={name}] input")
    on_page = inputs.count()
    assert on_page > 0
    page.click("[data-present-lesson]")
    assert inputs.count() == 0
    assert page.locator(f"[data-activity={name}] .answers li").count() > 0
    page.keyboard.press("Escape")
    assert inputs.count() == on_page


def test_a_rule_parts_a_slide(page: Page, site_url: str) -> None:
    """'---' between two paragraphs makes two screens of a section that would fit on one."""
    page.goto(_address(site_url, WORDS))
    page.evaluate(
        "document.querySelectorAll('#noor-comes-back > p')[0].after(document.createElement('hr'))"
    )
    page.click("[data-present-lesson]")
    for _ in range(9):
        if page.evaluate("location.hash") == "#present-4":
            break
        page.keyboard.press("PageDown")
    assert page.locator("main .on-slide > p:visible").count() == 1
    page.keyboard.press("PageDown")
    assert page.evaluate("location.hash") == "#present-4-2"


def test_what_can_not_fit_scrolls_and_says_so(page: Page, site_url: str) -> None:
    """One endless paragraph keeps its readable size; the bar says so, Next scrolls first."""
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto(_address(site_url, WORDS))
    page.evaluate(
        "document.querySelector('#noor-comes-back > p').textContent = 'word '.repeat(900)"
    )
    page.evaluate("location.hash = '#present-4'")
    below = page.get_by_text("There is more below")
    below.wait_for()
    size = "parseFloat(getComputedStyle(document.querySelector('main .on-slide > p')).fontSize)"
    assert page.evaluate(size) >= 26
    page.keyboard.press("PageDown")
    assert page.evaluate("document.querySelector('main section.on-slide').scrollTop") > 0
    assert page.evaluate("location.hash") == "#present-4"


def test_a_resized_window_keeps_the_place(page: Page, site_url: str) -> None:
    """On a smaller screen the same words are on show, parted anew."""
    _present(page, site_url, rest="#present-4")
    page.keyboard.press("PageDown")
    words = "document.querySelector('main .on-slide > .on-slide').textContent"
    before = page.evaluate(words)
    page.set_viewport_size({"width": 700, "height": 500})
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate(words) == before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_slides_are_accessible_in_both_colours(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], site_url: str, scheme: str
) -> None:
    """No accessibility finding on the opening, a quiz with the menu open, the last slide."""
    page = new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    _present(page, site_url)
    assert axe(page) == []
    page.evaluate("location.hash = '#present-5-4'")
    page.locator("#act-swap").wait_for()
    page.locator(".p-menu summary").click()
    assert axe(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("End")
    assert axe(page) == []


def test_nothing_moves_and_panes_show_in_forced_colours(
    new_page: Callable[..., Page], site_url: str
) -> None:
    """With reduced motion nothing has a transition; with forced colours panes keep theirs."""
    page = new_page(reduced_motion="reduce", forced_colors="active")
    _present(page, site_url, rest="?present#present-3")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none';
        }).length"""
    )
    assert moving == 0
    colours = page.eval_on_selector_all(
        ".p-panes i", "all => all.slice(1, 4).map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert colours[0] != colours[2]
    assert (
        page.locator(".p-panes .here").evaluate("(one) => getComputedStyle(one).boxShadow")
        != "none"
    )


def test_paper_gets_the_page_while_presenting(page: Page, site_url: str) -> None:
    """Printed from a slide, the page comes out whole, with activities in their paper form."""
    _present(page, site_url, rest="?present#present-3")
    page.emulate_media(media="print")
    assert page.locator(".p-bar, .p-top, .opening").locator("visible=true").count() == 0
    assert page.locator("h1").is_visible()
    for paper in page.locator(".act-paper").all():
        assert paper.is_visible()


def test_bar_and_page_agree_on_words(site: Path) -> None:
    """The bar's words come from the page's own data, so a translated page has a translated bar."""
    html = (site / f"lessons/{WORDS}.html").read_text(encoding="utf-8")
    start = html.index('id="present-data">') + len('id="present-data">')
    data: dict[str, Any] = json.loads(html[start : html.index("</script>", start)])
    assert data["strings"]["next"] == "Next"
    script = (site / "_static/present.js").read_text(encoding="utf-8")
    assert "There is more below" not in script


def test_the_teachers_paper_is_one_choice_away(page: Page, site_url: str) -> None:
    """The print menu leads to the guide, which prints with its words to say and no buttons."""
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(_address(site_url, WORDS))
    page.click("details.print summary")
    page.get_by_role("link", name="Teacher guide, with words to say").click()
    page.wait_for_function("window.printed")
    page.emulate_media(media="print")
    assert page.locator(".say").first.is_visible()
    assert page.locator("button:visible").count() == 0
