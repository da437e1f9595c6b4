# SPDX-License-Identifier: MIT
"""The page host and the style: what every activity owes to every page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from sunlit.catalogue import strings
from sunlit.frontend.linking import FRONTEND, widget_module, widget_style

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Start = Callable[..., Locator]
    PageOf = Callable[..., str]
    NewPage = Callable[..., Page]

ALL = """
rooms:
  kind: sort
  title: Does it leave room?
  minutes: 8
  bins: [{id: room, name: Leaves room}, {id: depends, name: It depends}, {id: no, name: Shrinks}]
  cards:
    - {text: He lives with anxiety., fits: [room], why: Person first.}
    - {text: That test was crazy., fits: [depends], why: It is about a test.}
jo:
  kind: quiz
  title: What could Jo say?
  questions:
    - type: single
      text: What now?
      options:
        - {text: Save a seat., why: Something to do., fits: true}
        - {text: Walk away., why: That is one way., fits: false}
    - type: several
      text: Which ones?
      options: [{text: One, why: Yes., fits: true}, {text: Two, why: No., fits: false}]
    - type: order
      text: What first?
      items: [{text: Breathe, why: A moment.}, {text: Speak, why: Then.}, {text: Ask, why: Last.}]
    - type: match
      text: Which fits?
      pairs: [{left: This, right: That, why: So.}, {left: Here, right: There, why: So.}]
idea:
  kind: reflection
  title: Which idea?
  about: lesson
  items: [{id: idea, type: nominal, text: Which?, options: [Ask, Swap, Stop]}]
same:
  kind: check
  title: What do you think?
  items: [{id: words, type: true-false-unsure, text: All alike., answer: false, why: No.}]
"""

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung" * 2
HOSTILE = json.dumps(
    {
        name: {
            **activity,
            "title": f"</script><script>hacked=1</script>{LONG[:60]}",
            "how": '<img src=x onerror=hacked=1> #eval("hacked") ${hacked=1} {n}',
        }
        for name, activity in {
            "rooms": {
                "kind": "sort",
                "bins": [
                    {"id": "a", "name": LONG[:150], "note": "<b>bold</b>"},
                    {"id": "b", "name": "مرحبا بالعالم"},
                ],
                "cards": [
                    {"text": "<img src=x onerror=hacked=1>", "fits": ["a"], "why": LONG},
                    {"text": "</script><script>hacked=1</script>", "why": "🌤️" * 80},
                    {"text": LONG, "why": "العربية " * 40},
                ],
            },
            "jo": {
                "kind": "quiz",
                "questions": [
                    {
                        "type": "single",
                        "text": LONG,
                        "options": [
                            {"text": "<svg onload=hacked=1>", "why": f"<!-- {LONG}"},
                            {"text": LONG, "why": LONG},
                        ],
                    },
                    {
                        "type": "match",
                        "text": "#eval(hacked=1)",
                        "pairs": [
                            {"left": LONG, "right": LONG, "why": LONG},
                            {"left": "🌤️" * 60, "right": "العربية", "why": "-"},
                        ],
                    },
                    {
                        "type": "order",
                        "text": "🌤️",
                        "items": [{"text": LONG, "why": "-"}, {"text": "ب", "why": LONG}],
                    },
                ],
            },
            "idea": {
                "kind": "reflection",
                "about": "lesson",
                "items": [
                    {
                        "id": "a",
                        "type": "nominal",
                        "text": LONG,
                        "options": [LONG, "</script>", "<img src=x onerror=hacked=1>"],
                    }
                ],
            },
        }.items()
    },
    ensure_ascii=False,
)


def _answer_everything(page: Page) -> None:
    """Bring every activity of the page to its feedback."""
    expect(page.locator("[data-activity]:not([data-state=ready])")).to_have_count(0)
    for _ in range(page.locator(".deck .pcard").count()):
        page.locator(".deck .pcard").first.click()
        page.locator(".sorting .put").first.click()
    for panel in page.locator("[data-activity=quiz] .panel").all():
        for chooser in panel.locator("select").all():
            chooser.select_option(index=1)
        if panel.locator("input").count():
            panel.locator("input").first.check()
    for item in page.locator(".closed fieldset").all():
        item.locator("input").first.check()
    for name in ("See what we think", "Keep my answers"):
        for control in page.get_by_role("button", name=name).all()[::-1]:
            control.click()


def _overflowing(page: Page) -> list[str]:
    """Return what is wider than the page or than its card."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.act-live *')]
          .filter((one) => one.checkVisibility() && !one.closest('.unseen, svg'))
          .filter((one) => {
            const card = one.closest('.act').getBoundingClientRect();
            const box = one.getBoundingClientRect();
            return box.left < card.left - 1 || box.right > card.right + 1;
          })
          .map((one) => one.outerHTML.slice(0, 120))
          .concat(document.documentElement.scrollWidth > innerWidth ? ['the page'] : [])"""
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_no_accessibility_findings(
    page: Page, page_of: PageOf, axe: Callable[[Page], list[str]], theme: str, direction: str
) -> None:
    """Axe finds nothing in any kind, before and after answering."""
    page.goto(page_of(ALL, theme=theme, direction=direction))
    expect(page.locator("[data-state=ready][data-activity]")).to_have_count(4)
    assert axe(page) == []
    _answer_everything(page)
    expect(page.locator(".why").first).to_be_visible()
    assert axe(page) == []


def test_no_accessibility_findings_at_ages_5_to_7(
    page: Page, page_of: PageOf, axe: Callable[[Page], list[str]]
) -> None:
    """Axe finds nothing in picture choices and in a show of hands."""
    text = """
    hare:
      kind: quiz
      title: What can Hare say?
      questions:
        - type: single
          text: The tower fell.
          options:
            - {text: Again!, why: Bear smiles., picture: {who: hare, feeling: happy}}
            - {text: Silly!, why: Bear is sad., picture: {who: hare, feeling: cross}}
    hands:
      kind: reflection
      title: What helped?
      about: character
      mode: hands
      items: [{id: a, type: yes-no, text: Did it help?, picture: {who: bear, feeling: calm}}]
    """
    page.goto(page_of(text, "ages-05-07"))
    page.get_by_label("Again!").check()
    page.get_by_role("button", name="Show us").click()
    expect(page.locator(".why")).to_be_visible()
    assert axe(page) == []


def test_touch_targets_are_large_enough(new_page: NewPage, page_of: PageOf) -> None:
    """On a phone every control is at least 44 px high and wide, and 56 px at ages 5 to 7."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(page_of(ALL))
    _answer_everything(page)
    sizes = """() => [...document.querySelectorAll('.act-live :is(button, select, .opt label)')]
      .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
      .map((box) => Math.min(box.width, box.height))"""
    assert min(page.evaluate(sizes)) >= 44
    page.goto(
        page_of(
            "a:\n  kind: reflection\n  title: A\n  about: character\n  mode: hands\n  items:\n"
            "    - {id: a, type: yes-no, text: Did it help?}\n"
            "    - {id: b, type: yes-no, text: And?}\n",
            "ages-05-07",
        )
    )
    expect(page.locator(".turn").first).to_be_visible()
    assert min(page.evaluate(sizes)) >= 56


def test_a_finger_sorts_on_a_phone(new_page: NewPage, page_of: PageOf) -> None:
    """Tapping a card and a tray places it at 360 px."""
    page = new_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(page_of(ALL))
    page.get_by_role("button", name="He lives with anxiety.").tap()
    page.get_by_role("button", name="Put it here: It depends").tap()
    expect(page.locator("[data-bin=depends] .pcard")).to_have_text("He lives with anxiety.")
    page.get_by_role("button", name="See what we think").first.tap()
    expect(page.locator("[data-bin=depends] .why")).to_contain_text("We put it in “Leaves room”.")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_overflows_at_320_px(new_page: NewPage, page_of: PageOf, direction: str) -> None:
    """Long words, Arabic and emoji wrap inside the card, in both directions."""
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(page_of(HOSTILE, direction=direction))
    expect(page.locator("[data-state=ready][data-activity]")).to_have_count(3)
    assert _overflowing(page) == []
    _answer_everything(page)
    assert page.locator(".why").count() > 3
    assert _overflowing(page) == []


def test_hostile_texts_are_shown_literally(page: Page, page_of: PageOf) -> None:
    """Markup in a definition stays text: nothing runs and nothing is lost."""
    page.goto(page_of(HOSTILE))
    _answer_everything(page)
    assert page.evaluate("typeof hacked") == "undefined"
    shown = page.locator("main").inner_text()
    for text in (
        "</script><script>hacked=1</script>",
        "<img src=x onerror=hacked=1>",
        "${hacked=1}",
        '#eval("hacked")',
        "<b>bold</b>",
        "<svg onload=hacked=1>",
        "<!--",
        "{n}",
    ):
        assert text in shown
    expect(page.locator(".act img, .act b b, .act script:not([type])")).to_have_count(0)


def test_nothing_is_stored_and_nothing_is_global(page: Page, page_of: PageOf) -> None:
    """Answers live in the tab's memory: no storage, no cookie, no name on the window."""
    page.goto("about:blank")
    clean = set(page.evaluate("Object.getOwnPropertyNames(window)"))
    page.goto(page_of(ALL))
    _answer_everything(page)
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == [
        "",
        0,
        0,
    ]
    added = set(page.evaluate("Object.getOwnPropertyNames(window)")) - clean
    assert {name for name in added if "unlit" in name.lower() or name.startswith("$")} == set()


def test_clear_this_page_empties_everything(page: Page, page_of: PageOf) -> None:
    """The control shows once something is answered, and empties all activities."""
    page.goto(page_of(ALL))
    clear = page.get_by_role("button", name="Clear this page")
    expect(page.locator("[data-state=ready][data-activity]")).to_have_count(4)
    expect(clear).to_have_count(0)
    _answer_everything(page)
    expect(clear).to_have_count(4)
    clear.first.click()
    expect(page.locator(".why, .held li, dd")).to_have_count(0)
    expect(page.locator("input:checked")).to_have_count(0)
    expect(clear).to_have_count(0)
    expect(page.locator(":focus")).to_have_text("Does it leave room?")
    expect(page.get_by_text("This page is clear.")).to_be_attached()


def test_the_page_can_clear_as_well(page: Page, page_of: PageOf) -> None:
    """An event on the document, the one hook, empties the page like the button."""
    page.goto(page_of(ALL))
    _answer_everything(page)
    page.evaluate("document.dispatchEvent(new Event('sunlit:clear'))")
    expect(page.locator(".why, .held li, input:checked")).to_have_count(0)


def test_the_same_activity_twice_shares_its_answer(page: Page, page_of: PageOf) -> None:
    """What is answered in one place stands answered in the other."""
    page.goto(page_of(ALL, moments=("before", "after")))
    first, second = page.locator("[data-activity=quiz]").all()
    first.get_by_label("Walk away.").check()
    first.get_by_role("button", name="See what we think").first.click()
    expect(second.get_by_label("Walk away.")).to_be_checked()
    expect(second.locator(".why")).to_contain_text("That is one way.")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_without_script_the_paper_form_is_the_activity(new_page: NewPage, page_of: PageOf) -> None:
    """With JavaScript off every question and option can be read."""
    page = new_page(java_script_enabled=False)
    page.goto(page_of(ALL))
    shown = page.locator("main").inner_text()
    for text in ("He lives with anxiety.", "Leaves room", "Save a seat.", "Breathe", "I pass"):
        assert text in shown
    expect(page.locator(".act-live:visible")).to_have_count(0)


def test_a_broken_definition_keeps_the_paper_form(page: Page, page_of: PageOf, watch: Any) -> None:
    """One activity that can't start says so, keeps its paper form, and stops no other."""
    page.goto(page_of(ALL))
    address = page_of(ALL).removeprefix("file://")
    with open(address, encoding="utf-8") as file:  # noqa: PTH123
        text = file.read()
    with open(address, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(
            text.replace('"cards":', '"crads":').replace(
                'data-activity="check"', 'data-activity="chess"'
            )
        )
    page.reload()
    expect(page.locator("[data-activity][data-state=ready]")).to_have_count(2)
    for broken in page.locator("[data-activity][data-state=failed]").all():
        expect(broken.get_by_role("status")).to_have_text(strings()["activity.failed"])
        expect(broken.locator(".act-paper")).to_be_visible()
        expect(broken.locator(".act-live")).to_be_hidden()
    assert len(watch.console) == 2
    watch.console.clear()


def test_paper_prints_the_paper_form(page: Page, page_of: PageOf) -> None:
    """Printing shows the questions to fill in, not the live controls, whatever was answered."""
    page.goto(page_of(ALL))
    _answer_everything(page)
    page.emulate_media(media="print")
    expect(page.locator(".act-live:visible")).to_have_count(0)
    expect(page.locator(".act-paper:visible")).to_have_count(4)


def test_reduced_motion_stops_all_motion(new_page: NewPage, page_of: PageOf) -> None:
    """Nothing has a transition when the reader asked for less motion."""
    page = new_page(reduced_motion="reduce")
    page.goto(page_of(ALL))
    moving = """() => [...document.querySelectorAll('.act *')]
      .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"""
    assert page.evaluate(moving) == 0


def test_forced_colours_show_what_is_chosen(new_page: NewPage, page_of: PageOf) -> None:
    """With forced colours radios are the system's own, and cards and reasons have borders."""
    page = new_page(forced_colors="active")
    page.goto(page_of(ALL))
    _answer_everything(page)
    looks = """(selector) => {
      const style = getComputedStyle(document.querySelector(selector));
      return [style.appearance, parseFloat(style.borderInlineStartWidth) > 0];
    }"""
    assert page.evaluate(looks, ".opt input")[0] == "auto"
    assert page.evaluate(looks, ".why")[1] is True


def test_focus_is_visible_on_every_stop(page: Page, page_of: PageOf) -> None:
    """Each stop of the Tab key has a ring of 3 px, on itself or on its label."""
    page.goto(page_of(ALL))
    ring = """() => {
      const at = document.activeElement;
      const wide = (one) => one && getComputedStyle(one).outlineStyle !== 'none'
        && parseFloat(getComputedStyle(one).outlineWidth) >= 3;
      return at === document.body ? null : wide(at) || wide(at.closest('label'));
    }"""
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        found = page.evaluate(ring)
        if found is None:
            break
        seen.append(found)
    assert len(seen) > 20
    assert all(seen)


@pytest.mark.parametrize("kind", ["quiz", "sort", "reflection", "check"])
def test_the_widget_draws_the_same_card(page: Page, page_of: PageOf, kind: str) -> None:
    """The module for notebooks draws card, title and controls out of one file."""
    page.goto(page_of(ALL, script=""))
    definition = page.evaluate(
        """(kind) => JSON.parse(
          document.querySelector(`[data-activity=${kind}] script`).textContent
        )""",
        kind,
    )
    page.set_content("<main id='out'></main>")
    drawn = page.evaluate(
        """async ([code, definition, strings]) => {
          const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
          const { default: widget } = await import(address);
          const state = { definition, strings, answer: null };
          const model = {
            get: (name) => state[name], set: (name, value) => { state[name] = value; },
            save_changes() {}, on() {}, off() {}, send() {},
          };
          const el = document.getElementById('out');
          await widget.render({ model, el, signal: new AbortController().signal });
          const title = el.querySelector('h3').textContent;
          return [el.className, title, el.querySelectorAll('button').length > 0];
        }""",
        [widget_module(kind), definition, dict(strings())],
    )
    assert drawn == ["sunlit", definition["title"], True]


def test_the_widget_style_stays_in_its_wrapper() -> None:
    """In a notebook no rule reaches beyond the activity's own wrapper."""
    style = widget_style()
    outside = [
        selector.strip()
        for block in style.split("}")
        for selector in block.rpartition("{")[0].rpartition("{")[2].split("\n\n")[-1].split(",")
        if ":root" in selector or selector.strip().startswith(("html", "body"))
    ]
    assert outside == []
    assert ".sunlit {" in style
    assert '.sunlit[data-band="11-13"]' in style


def test_every_word_of_the_front_end_is_in_the_catalogue() -> None:
    """No interface text is written in a script: each key asked for exists."""
    import re  # noqa: PLC0415

    used = {
        key
        for file in FRONTEND.rglob("*.js")
        if "words" not in file.name
        for key in re.findall(
            r'"((?:activity|item|quiz|sort|reflection|check)\.[a-z-]+)"', file.read_text("utf-8")
        )
    }
    assert used - set(strings()) == set()
    assert len(used) > 40
