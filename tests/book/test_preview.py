# SPDX-License-Identifier: MIT
"""Live preview: a saved change reaches the page, and errors show in page and terminal."""

from __future__ import annotations

import json
import shutil
import threading
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from sunlit.book.preview import Preview, handler_for
from sunlit.content import content_root
from sunlit.problems import ContentError, Problem
from sunlit.serving import server_for
from sunlit.watching import changes, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

PAGE = (
    "<!doctype html><html lang='en'><head><title>{}</title></head><body><h1>{}</h1></body></html>"
)
LESSON = "ages-11-13/03-words"


class Book:
    """A book of one page, in place of the slow one: it is written or refuses to be."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.text = "first"

    def build(self) -> None:
        """Write the page, or refuse."""
        if self.problems:
            raise ContentError(self.problems)
        text = PAGE.format(self.text, self.text)
        (self.folder / "index.html").write_text(text, encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy one lesson."""
    for folder, suffix in (("lessons", "md"), ("activities", "yml"), ("teacher_guides", "md")):
        target = tmp_path / "content" / folder / f"{LESSON}.{suffix}"
        target.parent.mkdir(parents=True)
        shutil.copy(content_root() / folder / f"{LESSON}.{suffix}", target)
    for name in ("references.bib", "_toc.yml"):
        shutil.copy(content_root() / name, tmp_path / "content" / name)
    return tmp_path / "content"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """Make a site that is built once."""
    folder = tmp_path / "site"
    folder.mkdir()
    made = Book(folder)
    made.build()
    return made


@pytest.fixture
def said() -> list[str]:
    """Collect what the terminal would show."""
    return []


@pytest.fixture
def preview(root: Path, book: Book, said: list[str]) -> Preview:
    """Preview that book."""
    return Preview(root, book.build, said.append)


@pytest.fixture
def address(preview: Preview, book: Book) -> Iterator[str]:
    """Serve it; return where."""
    server = server_for(book.folder, 0, handler_for(preview, book.folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def get(address: str) -> str:
    """Return what stands at an address of this computer."""
    with urlopen(address) as answer:  # noqa: S310 - our own server
        return answer.read().decode("utf-8")


def test_a_change_is_noticed_once_it_is_at_rest(tmp_path: Path) -> None:
    """Files that changed, appeared or went are named; a file still being written is waited for."""
    page = tmp_path / "lessons" / "a.md"
    page.parent.mkdir()
    page.write_text("one", encoding="utf-8")
    looks = 0

    class Looking(threading.Event):
        """Changes files between looks, as an editor would, and stops after some."""

        def wait(self, timeout: float | None = None) -> bool:
            nonlocal looks
            del timeout
            looks += 1
            if looks == 2:
                page.write_text("half", encoding="utf-8")
            if looks == 3:
                page.write_text("the whole", encoding="utf-8")
            if looks == 7:
                page.unlink()
            return looks > 10

    found = list(changes(lambda: snapshot(tmp_path), Looking()))
    assert found == [frozenset({page}), frozenset({page})]


def test_a_saved_lesson_is_built_and_counted(preview: Preview, root: Path, said: list[str]) -> None:
    """After a build the number grows, which is how the page knows, and the terminal says so."""
    page = root / f"lessons/{LESSON}.md"
    preview.rebuild([page])
    state = preview.state()
    assert state["number"] == 1
    assert [each for each in state["problems"] if each["must"]] == []
    assert any(f"lessons/{LESSON}.md" in line for line in said)


def test_a_build_that_fails_keeps_the_page_and_says_why(
    preview: Preview, book: Book, root: Path, said: list[str]
) -> None:
    """The number stays, and the problem stands in the state and in the terminal."""
    file = root / f"activities/{LESSON}.yml"
    book.problems = [Problem(file, 3, 5, "wanted a kind, found 'quizz'.", "Write quiz.")]
    preview.rebuild([])
    state = preview.state()
    assert state["number"] == 0
    assert state["problems"][0]["words"] == "wanted a kind, found 'quizz'."
    assert any(f"activities/{LESSON}.yml:3:" in line and "Write quiz." in line for line in said)


def test_what_the_rules_find_in_a_changed_lesson_is_shown(preview: Preview, root: Path) -> None:
    """A number typed in a lesson builds well, and is still shown at its line."""
    page = root / f"lessons/{LESSON}.md"
    text = page.read_text(encoding="utf-8") + "\nRing 0800 1111 now.\n"
    page.write_text(text, encoding="utf-8")
    preview.rebuild([page])
    [found] = [each for each in preview.state()["problems"] if each["rule"] == "8.2"]
    assert (found["file"], found["line"]) == (f"lessons/{LESSON}.md", text.count("\n"))


def test_only_served_pages_carry_the_preview(address: str, book: Book) -> None:
    """The site on disk stays as it is; what is served asks this server alone."""
    served = get(f"{address}/")
    assert "/_preview/preview.js" in served
    assert "_preview" not in (book.folder / "index.html").read_text(encoding="utf-8")
    assert json.loads(get(f"{address}/_preview/state.json"))["number"] == 0
    assert "textContent" in get(f"{address}/_preview/preview.js")


def test_a_page_shows_what_to_mend_and_follows_the_next_build(
    address: str, preview: Preview, book: Book, root: Path, new_page: Callable[..., Page]
) -> None:
    """The author sees the error beside the page; once it is mended, the new page."""
    page = new_page()
    page.goto(f"{address}/")
    book.problems = [Problem(root / "lessons" / "a.md", 3, 1, "wanted a title.", "Write one.")]
    preview.rebuild([])
    panel = page.locator(".preview-panel")
    panel.wait_for()
    assert "lessons/a.md:3" in panel.inner_text()
    assert "Write one." in panel.inner_text()
    book.problems = []
    book.text = "second"
    preview.rebuild([])
    page.locator("h1", has_text="second").wait_for()
    assert page.locator(".preview-panel").count() == 0
