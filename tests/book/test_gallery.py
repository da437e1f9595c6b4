# SPDX-License-Identifier: MIT
"""The gallery: every kind of activity, walked by keyboard and by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sunlit.activities.examples import read_example
from sunlit.activities.registry import KINDS
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    NewPage = Callable[..., Page]
    Axe = Callable[[Page], list[str]]
    Use = Callable[[Locator], None]

PAGE = "docs/authors/gallery.html"
# What Tab must reach inside an activity: one stop for each group of radios.
TABBABLE = """(activity) => {
  const wanted = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  const groups = new Set();
  return [...activity.querySelectorAll(wanted)].filter((one) => {
    if (one.disabled || one.tabIndex < 0 || !one.checkVisibility()) return false;
    if (one.type !== 'radio') return true;
    const seen = groups.has(one.name);
    groups.add(one.name);
    return !seen;
  });
}"""
# The stop that has the focus: whether something shows it, and what tells it from the others.
FOCUSED = """() => {
  const one = document.activeElement;
  const shown = [one, one.closest('label'), one.parentElement].some((part) => {
    const style = part && getComputedStyle(part);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  const name = one.type === 'radio' ? one.name : one;
  window.reached ??= new Set();
  window.reached.add(name);
  const inside = Boolean(one.closest('[data-activity]'));
  return {inside, shown, html: one.outerHTML.slice(0, 120)};
}"""
MISSED = f"""(activity) => ({TABBABLE})(activity)
  .filter((one) => !window.reached.has(one.type === 'radio' ? one.name : one))
  .map((one) => one.outerHTML.slice(0, 160))"""


def _open(page: Page, site_url: str) -> None:
    """Open the gallery, ready; a print dialogue would wait for somebody."""
    page.add_init_script("window.print = () => {}")
    page.goto(f"{site_url}/{PAGE}")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-activity]')].every((one) => one.dataset.state)"
    )


def _live(page: Page, kind: str) -> Locator:
    return page.locator(f'[data-activity="{kind}"] .act-body')


def _take_part(body: Locator, use: Use) -> None:
    """Do what the activity asks for first: choose, place, write; then the main button.

    Afterwards the activity must show something that it did not show before.
    """
    before = body.inner_text()
    for group in body.locator("fieldset:visible:has(input)").all()[:12]:
        use(group.locator("input").first)
    for card in body.locator("button.pcard:visible, button.stamp:visible").all()[:1]:
        use(card)
        for tray in body.locator("button.put:visible").all()[:1]:
            use(tray)
    for field in body.locator("textarea:visible").all()[:1]:
        field.fill("It was a quiet day with a little sun.")
    for main in body.locator(".btn.go:visible").all()[:1]:
        use(main)
    expect(body).not_to_have_text(before, use_inner_text=True)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_worked_example(kind: str) -> None:
    """A new kind comes with a page for authors, and an example that runs."""
    identifier, activity, band = read_example(kind)
    assert activity.kind == kind
    assert identifier.startswith(f"{band}/{kind}/")


def test_a_kind_without_an_example_is_named(tmp_path: Path) -> None:
    """The message says where an example belongs and how it begins."""
    with pytest.raises(LookupError, match=r"docs/authors/quiz\.md.*# ages-11-13"):
        read_example("quiz", tmp_path)


def test_a_mistake_in_an_example_is_found_at_its_line(tmp_path: Path) -> None:
    """A problem in a fence has the line of the authors' page."""
    page = tmp_path / "docs" / "authors" / "quiz.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Quiz\n\n```yaml\n# ages-11-13\na:\n  kind: quizz\n```\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_example("quiz", tmp_path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (page, 6)


def test_the_gallery_shows_every_kind(new_page: NewPage, site_url: str) -> None:
    """Each kind of the registry is there once, live, with a link to its page."""
    page = new_page(viewport={"width": 1280, "height": 800})
    _open(page, site_url)
    shown = page.locator("[data-activity]").evaluate_all(
        "(all) => all.map((one) => [one.dataset.activity, one.dataset.state])"
    )
    assert shown == [[kind, "ready"] for kind in KINDS]
    for kind in KINDS:
        link = page.get_by_role("link", name=f"How to write one: {kind}", exact=True)
        assert link.get_attribute("href") == f"{kind}.html"


def test_the_gallery_is_whole_without_script(new_page: NewPage, site_url: str) -> None:
    """Without JavaScript every kind can be read as on paper."""
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}/{PAGE}")
    for kind in KINDS:
        expect(page.locator(f'[data-activity="{kind}"] .act-paper')).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gallery_is_walked_by_keyboard(
    new_page: NewPage, site_url: str, axe: Axe, scheme: str
) -> None:
    """Tab reaches every control with a visible focus; keys take part in every kind."""
    page = new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
    _open(page, site_url)
    page.locator('[data-activity="quiz"] .act-title').focus()
    unseen = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if page.evaluate("!document.activeElement.closest('main')"):
            break
        if stop["inside"] and not stop["shown"]:
            unseen.append(stop["html"])
    assert unseen == []
    for kind in KINDS:
        assert _live(page, kind).evaluate(MISSED) == []

    def press(control: Locator) -> None:
        control.focus()
        page.keyboard.press("Space")

    for kind in KINDS:
        _take_part(_live(page, kind), press)
    assert axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_gallery_is_walked_by_touch(
    new_page: NewPage, site_url: str, axe: Axe, scheme: str
) -> None:
    """At 360 px a finger takes part in every kind; targets are large and nothing is cut off."""
    page = new_page(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, color_scheme=scheme
    )
    _open(page, site_url)
    for kind in KINDS:
        _take_part(_live(page, kind), lambda control: control.tap())
    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    small = page.locator(".act-body button:visible, .act-body summary:visible").evaluate_all(
        """(all) => all.map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 120)])
          .filter(([box]) => Math.min(box.width, box.height) < 43.5).map(([, html]) => html)"""
    )
    assert small == []


def test_clear_empties_every_kind(new_page: NewPage, site_url: str) -> None:
    """One button makes the whole page as it was; only what is said on the way may differ."""
    page = new_page(viewport={"width": 1280, "height": 800})
    _open(page, site_url)
    before = {kind: _chosen(page, kind) for kind in KINDS}
    for kind in KINDS:
        _take_part(_live(page, kind), lambda control: control.click())
    assert {kind: _chosen(page, kind) for kind in KINDS} != before
    page.get_by_role("button", name="Clear this page").first.click()
    assert {kind: _chosen(page, kind) for kind in KINDS} == before


def _chosen(page: Page, kind: str) -> list[str]:
    """Return what is ticked, written, picked and explained in a kind."""
    return _live(page, kind).evaluate(
        """(body) => [
          ...[...body.querySelectorAll('input, textarea')]
            .map((one) => `${one.checked} ${one.value}`),
          ...[...body.querySelectorAll('.why, .held li, .things li')]
            .map((one) => one.textContent),
        ]"""
    )
