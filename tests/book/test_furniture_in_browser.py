# SPDX-License-Identifier: MIT
"""What stands round the text, used with a keyboard: colours, filters, search, help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.curriculum.lessons import lessons

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
LESSONS = lessons(ROOT)
LAST = f"lessons/{LESSONS[-1].name}.html"


def _focused(page: Page) -> str:
    return page.evaluate("document.activeElement.innerText.trim().split('\\n')[0]")


def test_the_skip_link_comes_first_and_leads_to_the_page(page: Page, site_url: str) -> None:
    """The first Tab shows the skip link; Enter moves on to the main part."""
    page.goto(f"{site_url}/{LAST}")
    page.keyboard.press("Tab")
    assert _focused(page) == "Skip to the page"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.parametrize("name", ["index.html", LAST, "docs/help.html", "search.html"])
def test_tab_reaches_every_control_and_shows_where_it_is(
    page: Page, site_url: str, name: str
) -> None:
    """Going through with Tab visits each control above the activities, with a visible ring."""
    page.goto(f"{site_url}/{name}")
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, select, summary, input')]
            .filter((one) => one.checkVisibility() && !one.closest('.act')).length"""
    )
    seen = set()
    without_ring = []
    for _ in range(wanted + 400):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
                const one = document.activeElement;
                if (one === document.body) return null;
                window.order = window.order || new Map();
                if (!window.order.has(one)) window.order.set(one, window.order.size);
                const ringed = [one, one.closest('label'), one.closest('.opt')].some((element) =>
                    element && getComputedStyle(element).outlineStyle !== 'none'
                    && parseFloat(getComputedStyle(element).outlineWidth) >= 2);
                return [window.order.get(one), ringed, Boolean(one.closest('.act')),
                        one.outerHTML.slice(0, 90)];
            }"""
        )
        if state is None:
            break
        number, ringed, in_activity, html = state
        if not ringed:
            without_ring.append(html)
        if not in_activity:
            seen.add(number)
        if page.evaluate(
            "document.activeElement.closest('.foot') && "
            "document.activeElement === [...document.querySelectorAll('a')].pop()"
        ):
            break
    assert without_ring == []
    assert wanted == len(seen)


def test_evening_colours_are_a_choice_that_stays(page: Page, site_url: str) -> None:
    """The button changes the colours and its own words; only that choice is kept."""
    page.goto(f"{site_url}/index.html")
    button = page.locator("[data-mode]")
    assert button.inner_text() == "Evening colours"
    button.focus()
    page.keyboard.press("Enter")
    assert button.inner_text() == "Day colours"
    page.goto(f"{site_url}/{LAST}")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("JSON.stringify(Object.entries(localStorage))") == '[["theme","dark"]]'
    assert page.evaluate("sessionStorage.length + document.cookie.length") == 0


def test_colours_follow_the_system_until_somebody_chooses(page: Page, site_url: str) -> None:
    """A system that turns dark takes the page along."""
    page.goto(f"{site_url}/index.html")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    assert page.evaluate("localStorage.length") == 0


def test_the_table_filters_by_age_theme_and_time(page: Page, site_url: str) -> None:
    """Three native lists narrow the table, and a status line says how many are left."""
    page.goto(f"{site_url}/index.html")
    found, rows = page.locator(".filters .found"), page.locator("table.lessons tbody tr:visible")
    word = "lesson" if len(LESSONS) == 1 else "lessons"
    assert found.inner_text() == f"{len(LESSONS)} {word}"
    page.select_option("#filter-age", "11-13")
    expected = [one.front.title for one in LESSONS if one.band.short == "11-13"]
    assert expected == rows.locator("th").all_inner_texts()
    page.select_option("#filter-age", "")
    page.select_option("#filter-time", "40")
    short = [one.front.title for one in LESSONS if one.front.minutes <= 40]
    assert short == rows.locator("th").all_inner_texts()
    page.select_option("#filter-theme", "10-world")
    world = [one for one in LESSONS if one.theme.slug == "10-world" and one.front.minutes <= 40]
    assert len(world) == rows.count()
    assert found.get_attribute("role") == "status"
    if not world:
        assert "No lesson fits" in found.inner_text()


def test_forty_lessons_show_eight_first(page: Page, site_url: str) -> None:
    """A long table shows eight lessons and a button for the rest, which takes the focus on."""
    page.goto(f"{site_url}/docs/help.html")
    html = page.request.get(f"{site_url}/index.html").text()
    body, mark, rest = html.partition("<tbody>")
    row = (
        '<tr data-band="05-07" data-theme-name="03-words" data-minutes="25"><th scope="row">'
        '<a href="#x">One more</a></th><td></td><td></td><td></td></tr>'
    )
    page.route(
        "**/many.html",
        lambda route: route.fulfill(
            body=body + mark + row * 36 + rest, content_type="text/html; charset=utf-8"
        ),
    )
    page.goto(f"{site_url}/many.html")
    total = 36 + len(LESSONS)
    assert page.locator("table.lessons tbody tr:visible").count() == 8
    page.locator(".more button").focus()
    page.keyboard.press("Enter")
    assert page.locator("table.lessons tbody tr:visible").count() == total
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 9
    page.select_option("#filter-age", "05-07")
    assert page.locator("table.lessons tbody tr:visible").count() >= 36


def test_an_age_card_leads_to_its_lessons(page: Page, site_url: str) -> None:
    """A card at the top narrows the table to its age and moves the focus there."""
    page.goto(f"{site_url}/index.html")
    short = LESSONS[-1].band.short
    page.click(f'.age[data-band="{short}"] a')
    assert page.input_value("#filter-age") == short
    assert page.evaluate("document.activeElement.closest('table') !== null")


def test_search_finds_a_lesson_and_keeps_nothing(page: Page, site_url: str) -> None:
    """Words lead to pages with their age; nothing is written to the browser's storage."""
    page.goto(f"{site_url}/index.html")
    page.click("text=Search")
    page.fill("#search-words", LESSONS[-1].front.title)
    page.keyboard.press("Enter")
    result = page.locator(f'#search-results a[href="{LAST}"]')
    result.wait_for()
    assert result.inner_text() == LESSONS[-1].front.title
    page.select_option("#search-age", LESSONS[-1].band.slug)
    links = page.eval_on_selector_all("#search-results a", "all => all.map((a) => a.pathname)")
    assert links
    assert all(f"/{LESSONS[-1].band.slug}/" in link for link in links)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_search_works_from_a_folder(new_page: Callable[..., Page], site: Path) -> None:
    """From file:// the search finds the same, and asks for nothing."""
    page = new_page()
    page.goto(f"{site.as_uri()}/search.html?q=words")
    page.locator("#search-results a").first.wait_for()
    assert "found" in page.locator("#search-progress").inner_text()


def test_the_help_page_shows_only_the_chosen_country(page: Page, site_url: str) -> None:
    """Before a choice no number is guessed; then one country's lines show, each with a date."""
    page.goto(f"{site_url}/docs/help.html")
    assert page.locator(".lines > li:visible").count() == 0
    page.select_option("#country", "GB")
    shown = page.locator('.country[data-country="GB"] .lines > li')
    assert shown.count() == page.locator(".lines > li:visible").count() > 0
    for line in shown.all():
        assert line.locator(".grade").inner_text().startswith(("Seen", "Checked", "Not checked"))
    assert "999" in page.locator(".country:visible .emergency").inner_text()
    page.reload()
    assert page.locator(".lines > li:visible").count() == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_unverified_lines_are_nowhere_in_the_page(page: Page, site_url: str) -> None:
    """Rows that nobody has seen at an official place are not even hidden in the page."""
    page.goto(f"{site_url}/docs/help.html")
    grades = page.eval_on_selector_all(
        ".lines > li", "all => [...new Set(all.map((one) => one.dataset.status))]"
    )
    assert set(grades) <= {"sourced", "verified"}


@pytest.mark.parametrize("way", ["button", "shift"])
def test_leaving_replaces_the_page(page: Page, site_url: str, way: str) -> None:
    """The button, or Shift three times, goes to a neutral page, and back does not return."""
    page.route("https://www.wikipedia.org/**", lambda route: route.fulfill(body="<p>neutral</p>"))
    page.goto(f"{site_url}/index.html")
    page.goto(f"{site_url}/docs/help.html")
    if way == "button":
        page.click("[data-leave]")
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://www.wikipedia.org/**")
    page.go_back()
    assert page.url == f"{site_url}/index.html"


def test_a_closed_print_menu_gives_the_focus_back(page: Page, site_url: str) -> None:
    """Escape closes the print menu and returns to its button."""
    page.goto(f"{site_url}/{LAST}")
    page.focus("details.print summary")
    page.keyboard.press("Enter")
    assert page.locator("[data-print=pupil]").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.locator("[data-print=pupil]").is_visible()
    assert _focused(page) == "Print"
