# SPDX-License-Identifier: MIT
"""Every page in a real browser: quiet, accessible, narrow, printed, without script."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.curriculum.lessons import lessons

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
LESSONS = [f"lessons/{lesson.name}" for lesson in lessons(ROOT)]
GUIDES = [f"teacher_guides/{lesson.name}" for lesson in lessons(ROOT)]
AUTHORS = sorted(f"docs/authors/{file.stem}" for file in (ROOT / "docs/authors").glob("*.md"))
PAGES = [
    "index", "docs/start-here", "docs/help", "docs/references", "search?q=words", *AUTHORS,
    *LESSONS, *GUIDES,
]  # fmt: skip
# Each kind of page and each age on a developer's computer; every page where the browser
# is demanded.
FIRST = {lesson.band: lesson.name for lesson in reversed(lessons(ROOT))}.values()
EXAMINED = (
    PAGES
    if os.environ.get("SUNLIT_REQUIRE_BROWSER") == "1"
    else [name for name in PAGES if name.partition("/")[2] in FIRST or "ages-" not in name]
)
GENERAL = ["index", "docs/start-here", "docs/help", "search?q=words"]
KINDS = [*GENERAL, LESSONS[0], LESSONS[-1], GUIDES[-1]]
FURNITURE = (".site", ".foot", ".side", ".onpage", ".kitrow", ".end", ".act-live", "button")


def _address(base: str, name: str) -> str:
    path, mark, query = name.partition("?")
    return f"{base}/{path}.html{mark}{query}"


def _ready(page: Page) -> None:
    page.wait_for_function(
        "[...document.querySelectorAll('[data-activity]')].every((one) => one.dataset.state)"
    )


@pytest.mark.parametrize("name", EXAMINED)
def test_a_page_is_quiet_and_accessible_in_both_colours(
    new_page: Callable[..., Page], axe: Callable[[Page], list[str]], site_url: str, name: str
) -> None:
    """No console message, no request outside, no accessibility finding, by day or evening."""
    # Without motion, so that no colour is caught half-way.
    page = new_page(
        viewport={"width": 1280, "height": 800}, color_scheme="light", reduced_motion="reduce"
    )
    page.goto(_address(site_url, name))
    _ready(page)
    states = page.eval_on_selector_all(
        "[data-activity]", "all => all.map((one) => one.dataset.state)"
    )
    assert set(states) <= {"ready"}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(f"document.documentElement.dataset.theme === '{scheme}'")
        assert axe(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_quiet_and_never_scrolls_sideways(
    new_page: Callable[..., Page], site_url: str, name: str
) -> None:
    """At 320 by 256 pixels (400 % zoom) all fits, and the header takes a third at most.

    The fixture fails the test for any console message or request to the outside.
    """
    page = new_page(viewport={"width": 320, "height": 256})
    page.goto(_address(site_url, name))
    _ready(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator(".site").bounding_box()["height"] <= 256 / 3
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main a, main button, main input, main select')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > 321)
            .map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert cut == []


@pytest.mark.parametrize("name", KINDS)
def test_a_page_opens_from_a_folder(new_page: Callable[..., Page], site: Path, name: str) -> None:
    """From file:// the page is as quiet, styled, and its activities start."""
    page = new_page()
    page.goto(_address(site.as_uri(), name))
    _ready(page)
    page.wait_for_function("document.fonts.check('1em \"Sunlit Lexend\"')")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Sunlit Lexend"')


@pytest.mark.parametrize("name", KINDS)
def test_a_page_is_whole_without_script(
    new_page: Callable[..., Page], site_url: str, name: str
) -> None:
    """Without JavaScript the text and the activities can be read, and no dead control shows."""
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(_address(site_url, name))
    assert page.locator("h1").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.locator("select:visible").count() == 0
    for paper in page.locator(".act-paper").all():
        assert paper.is_visible()
        assert len(paper.inner_text()) > 20
    if name == "index":
        assert page.locator("table.lessons tbody tr:visible").count() == len(LESSONS)


def test_evening_colours_follow_the_system_without_script(
    new_page: Callable[..., Page], site_url: str
) -> None:
    """Without JavaScript a dark system still gets the evening colours."""
    colours = []
    for scheme in ("light", "dark"):
        page = new_page(java_script_enabled=False, color_scheme=scheme)
        page.goto(f"{site_url}/index.html")
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert colours == ["rgb(255, 251, 243)", "rgb(21, 27, 43)"]


@pytest.mark.parametrize("name", KINDS)
def test_nothing_moves_where_motion_is_not_wanted(
    new_page: Callable[..., Page], site_url: str, name: str
) -> None:
    """With reduced motion no element has a transition or an animation."""
    page = new_page(reduced_motion="reduce")
    page.goto(_address(site_url, name))
    _ready(page)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((one) => {
            const style = getComputedStyle(one);
            return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none';
        }).length"""
    )
    assert moving == 0


@pytest.mark.parametrize(
    "name", [*(f"lessons/{name}" for name in FIRST), GUIDES[-1], "docs/start-here"]
)
def test_paper_gets_the_text_and_no_furniture(
    new_page: Callable[..., Page], site_url: str, name: str
) -> None:
    """In print furniture and controls are gone, activities have their paper form, on white."""
    page = new_page(color_scheme="dark")
    page.goto(_address(site_url, name))
    _ready(page)
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    for furniture in FURNITURE:
        assert page.locator(f"{furniture}:visible").count() == 0, furniture
    for paper in page.locator(".act-paper").all():
        assert paper.is_visible()
    ground = "getComputedStyle(document.body).backgroundColor"
    ink = "getComputedStyle(document.querySelector('h1')).color"
    assert [page.evaluate(ground), page.evaluate(ink)] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_the_pupils_edition_leaves_the_plan_out(page: Page, site_url: str) -> None:
    """Print offers two editions: pupils get no plan and no minutes, the other has both."""
    page.goto(f"{site_url}/lessons/{lessons(ROOT)[-1].name}.html")
    page.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    for edition, seen in (("pupil", "print-pupil"), ("plan", "")):
        page.click("details.print summary")
        page.click(f"[data-print={edition}]")
        assert page.evaluate("window.printed") == seen
        page.emulate_media(media="print")
        assert page.locator(".day").is_visible() == (edition == "plan")
        assert page.locator(".min").first.is_visible() == (edition == "plan")
        page.emulate_media(media="screen")


def test_forced_colours_keep_borders_and_the_current_age(
    new_page: Callable[..., Page], site_url: str
) -> None:
    """With forced colours buttons have real borders and the current age stands out."""
    page = new_page(forced_colors="active")
    page.goto(f"{site_url}/{LESSONS[-1]}.html")
    _ready(page)
    border = page.locator(".tools .btn").first.evaluate(
        "(one) => getComputedStyle(one).borderWidth"
    )
    assert border == "2px"
    colours = page.eval_on_selector_all(
        ".ages a", "all => all.map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colours)) == 2


def test_right_to_left_mirrors_without_overflow(page: Page, site_url: str) -> None:
    """Set to right-to-left, pages mirror: nothing sticks out, the brand goes to the right."""
    for name in (LESSONS[-1], "index", "docs/help"):
        page.goto(f"{site_url}/{name}.html")
        page.evaluate("document.documentElement.dir = 'rtl'")
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        assert page.locator(".brand").bounding_box()["x"] > 640


def test_the_print_menu_fits_a_small_screen(new_page: Callable[..., Page], site_url: str) -> None:
    """At 320 pixels the opened menu stays inside the page, and its buttons can be pressed."""
    page = new_page(viewport={"width": 320, "height": 640})
    page.goto(f"{site_url}/{LESSONS[-1]}.html")
    page.click("details.print summary")
    for button in page.locator("details.print .menu button").all():
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    button.click(trial=True)
