# SPDX-License-Identifier: MIT
"""The class reflection among the slides of a lesson, from the join screen to the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from described import Client, fresh_body

from sunlit.reflection.lessons import lesson_polls
from sunlit.reflection.teaching import Teaching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    from conftest import Watch

LESSON = "ages-11-13/03-words"
PICTURE = f"{LESSON}/class-picture"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def teaching(tmp_path_factory: pytest.TempPathFactory, site: Path) -> Iterator[Teaching]:
    """Serve the real book with its real reflections."""
    data = tmp_path_factory.mktemp("data")
    with Teaching(lesson_polls(), data, book=site, port=0, control_port=0) as running:
        yield running


@pytest.fixture
def client(teaching: Teaching) -> Client:
    """Return a client that holds every answer against the description."""
    return Client(teaching)


def present(page: Page, teaching: Teaching, number: int = 7) -> None:
    """Start as a teacher does: her own page first, then the slide with the reflection."""
    page.goto(f"{teaching.control}#{teaching.secret}")
    page.get_by_label("Activity").wait_for()
    page.goto(f"{teaching.site}book/lessons/{LESSON}.html#present-{number}")
    page.locator(".p-class").wait_for()


def heading(page: Page) -> str:
    """Return what the wall on the slide says at its top."""
    wall = page.frame_locator(".p-wall.on-slide iframe")
    return wall.locator("section:not([hidden]) :is(h1, h2)").first.inner_text()


def test_join_screen_and_picture_are_slides(
    page: Page,
    watch: Watch,
    client: Client,
    teaching: Teaching,
    axe: Callable[[Page], list[str]],
) -> None:
    """Opening brings the join screen on; closing there shows picture after picture."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    present(page, teaching)
    assert not page.locator(".p-wall").is_visible()
    code = client.open(PICTURE, class_size=26)
    wall = page.frame_locator(".p-wall.on-slide iframe")
    wall.get_by_role("img", name="QR code of the address to join").wait_for()
    assert wall.locator("#code").inner_text() == code
    assert axe(page) == []
    # The checker speaks to the frame as well, and is not heard there: it is another origin.
    watch.console.clear()
    spec = teaching.store.spec(code)
    pictures = len(spec.items)
    for number in range(12):
        value = 1 + number % 2
        client.send(code, fresh_body(spec, [value] * pictures))
    wall.get_by_role("button", name="Close and show").click()
    wall.get_by_role("button", name="Close now").click()
    wall.get_by_role("heading", name=spec.items[0].text).wait_for()
    # The focus is in the frame now; the clicker still goes through pictures, then slides.
    shown = [heading(page)]
    for _ in range(pictures - 1):
        page.keyboard.press("PageDown")
        wall.get_by_role("heading", name=spec.items[len(shown)].text).wait_for()
        shown.append(heading(page))
    assert shown == [item.text for item in spec.items]
    page.keyboard.press("PageDown")
    page.wait_for_url("**#present-8")
    page.keyboard.press("PageUp")
    page.wait_for_url("**#present-7*")
    assert heading(page) == spec.items[-1].text
    page.keyboard.press("Escape")
    page.locator(".p-bar").wait_for(state="detached")
    assert page.locator("iframe").count() == 0


def test_a_picture_of_another_class_shows_only_when_asked_for(
    page: Page, client: Client, teaching: Teaching
) -> None:
    """What was closed before this slide came on waits behind a button."""
    code = client.open(PICTURE)
    for _ in range(10):
        client.send(code, fresh_body(teaching.store.spec(code), [1, 1, 1]))
    spec = teaching.store.spec(code)
    client.teacher("POST", f"/api/polls/{code}/close")
    present(page, teaching)
    page.locator(".p-wall:not([hidden])").wait_for(state="attached")
    for _ in range(3 * len(spec.items)):  # its questions come first, one at a time
        if page.locator(".p-wall.on-slide").count():
            break
        page.keyboard.press("PageDown")
    wall = page.frame_locator(".p-wall.on-slide iframe")
    button = wall.get_by_role("button", name="Show the picture of the last one")
    button.wait_for()
    assert wall.locator(".br").count() == 0
    button.click()
    wall.locator("#shown h2").wait_for()


def test_only_the_books_slides_may_hold_the_wall(client: Client, teaching: Teaching) -> None:
    """No other page may frame anything of the teacher's, and the book nothing else."""
    own = teaching.site.rstrip("/")
    wall = client.teacher("GET", "/wall").headers["content-security-policy"]
    assert f"frame-ancestors {own} http://localhost:{own.rpartition(':')[2]}" in wall
    control = client.teacher("GET", "/").headers["content-security-policy"]
    assert "frame-ancestors 'none'" in control
    book = client.pupil("GET", "/book/index.html").headers["content-security-policy"]
    assert f"frame-src {teaching.control.rstrip('/')}" in book
    assert "frame-ancestors 'none'" in book
