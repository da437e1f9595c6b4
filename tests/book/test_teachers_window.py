# SPDX-License-Identifier: MIT
"""The teacher's window and the class reflection beside a presentation."""

from __future__ import annotations

import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.reflection.teaching import Teaching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
WORDS = "ages-11-13/03-words"
GUIDE = (ROOT / "teacher_guides" / f"{WORDS}.md").read_text(encoding="utf-8")


def _said(step: str) -> list[str]:
    """Return the words to say of one step, as the guide's file has them."""
    part = re.search(rf"^### {step} .*?\n(.*?)(?=^##)", GUIDE, re.MULTILINE | re.DOTALL)
    assert part is not None
    return re.findall(r"```\{say\}\n(.*?)\n```", part[1], re.DOTALL)


def _teacher(page: Page) -> Page:
    """Open the teacher's window from the bar."""
    page.locator(".p-menu summary").click()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Teacher’s window").click()
    opened.value.locator(".t-view").wait_for()
    return opened.value


@pytest.fixture(params=["served", "folder"])
def base(request: pytest.FixtureRequest, site: Path) -> str:
    """Give the book's address: from the server, and from a folder."""
    if request.param == "folder":
        return site.as_uri()
    return str(request.getfixturevalue("site_url"))


def test_it_shows_the_words_for_the_slide_and_what_comes_next(page: Page, base: str) -> None:
    """Every slide brings its step's words; Back, Next and the clock work from there."""
    page.goto(f"{base}/lessons/{WORDS}.html?present")
    page.locator(".p-bar").wait_for()
    teacher = _teacher(page)
    teacher.get_by_text("Settle: In this room").wait_for()
    page.keyboard.press("PageDown")
    teacher.get_by_role("heading", name="In this room").wait_for()
    texts = teacher.locator(".say p:not(.say-label)").all_inner_texts()
    assert texts == _said("Settle")
    assert teacher.locator(".t-coming").inner_text() == "Then Start: What do you think now?"
    teacher.get_by_role("button", name="Next").click()
    teacher.get_by_role("heading", name="What do you think now?").wait_for()
    assert page.evaluate("location.hash") == "#present-3"
    teacher.get_by_role("button", name="Start the clock").click()
    page.get_by_role("button", name="Stop the clock").wait_for()
    teacher.get_by_role("button", name="Stop the clock").click()
    page.keyboard.press("End")
    teacher.get_by_text("This is the last slide.").wait_for()
    page.keyboard.press("Escape")
    teacher.get_by_text("Press Present on the lesson’s page").wait_for()


def test_it_finds_the_lesson_again_after_a_reload(page: Page, site_url: str) -> None:
    """The lesson's page is loaded anew, and the window goes on with it."""
    page.goto(f"{site_url}/lessons/{WORDS}.html?present#present-4")
    teacher = _teacher(page)
    teacher.get_by_role("heading", name="Noor comes back").wait_for()
    page.reload()
    page.locator(".p-bar").wait_for()
    page.keyboard.press("Home")
    teacher.get_by_text("Settle: In this room").wait_for()


def test_it_is_built_of_texts_and_accessible(
    page: Page, axe: Callable[[Page], list[str]], site_url: str
) -> None:
    """No markup is carried over: neither ids nor links of the guide; axe finds nothing."""
    page.goto(f"{site_url}/lessons/{WORDS}.html?present#present-5")
    teacher = _teacher(page)
    teacher.get_by_role("heading", name="Three ideas").wait_for()
    assert teacher.locator(".t-words [id], .t-words a").count() == 0
    assert axe(teacher) == []


def test_a_stranger_can_not_steer_the_lesson(page: Page, site_url: str) -> None:
    """A message from a frame or the page itself moves nothing."""
    page.goto(f"{site_url}/lessons/{WORDS}.html?present")
    page.locator(".p-bar").wait_for()
    page.evaluate(
        """async () => {
            const frame = document.createElement("iframe");
            document.body.append(frame);
            frame.contentWindow.eval("parent.postMessage({'sunlit-present': 'here'}, '*')");
            frame.contentWindow.eval("parent.postMessage({'sunlit-present': 'next'}, '*')");
            postMessage({"sunlit-present": "next"}, "*");
            await new Promise((done) => setTimeout(done));
        }"""
    )
    assert page.evaluate("location.hash") == "#present-1"


def test_the_words_to_say_are_not_in_the_pupils_page(site: Path) -> None:
    """A lesson's page holds nothing of its guide."""
    html = (site / f"lessons/{WORDS}.html").read_text(encoding="utf-8")
    assert _said("Settle")[0][:40] not in html


@contextmanager
def _asked(page: Page) -> Iterator[list[str]]:
    """Collect the addresses of the service that a page asks for."""
    found: list[str] = []
    page.on(
        "request", lambda request: found.append(request.url) if "/api/" in request.url else None
    )
    yield found


def test_the_reflection_slide_leads_to_the_class_reflection(
    page: Page, site: Path, tmp_path: Path
) -> None:
    """Served by `sunlit teach`, the slide says where to join and leads to the teacher's page."""
    with Teaching({}, tmp_path / "data", book=site, port=0, control_port=0) as teaching:
        page.goto(f"{teaching.site}book/lessons/{WORDS}.html?present#present-7")
        link = page.get_by_role("link", name="Open the class reflection")
        if not link.count():
            page.keyboard.press("PageDown")
        link.wait_for()
        address = f"{teaching.control}?activity={WORDS}/class-picture"
        assert link.get_attribute("href").replace("%2F", "/") == address
        assert teaching.join.removeprefix("http://") in page.locator(".p-class").inner_text()


def test_nothing_is_asked_for_without_the_service(page: Page, base: str) -> None:
    """Opened in any other way, the reflection slide asks nobody for anything."""
    with _asked(page) as asked:
        page.goto(f"{base}/lessons/{WORDS}.html?present#present-7")
        page.locator(".p-bar").wait_for()
        page.keyboard.press("PageDown")
        page.evaluate("new Promise((done) => setTimeout(done))")
    assert asked == []
    assert page.locator(".p-class").count() == 0
