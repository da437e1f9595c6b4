# SPDX-License-Identifier: MIT
"""Make lesson.png, the picture in the README, from the built book.

Run it in Sunlit's environment after ``python3 start.py test`` has set up the test
requirements::

    .venv/bin/python docs/images/make_lesson_picture.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from sunlit.book.building import build

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from conftest import CHROMIUM_FLAGS, find_chromium  # noqa: E402 - found through the line above

WIDTH, HEIGHT = 1280, 800
PAGE = "lessons/ages-11-13/03-words.html"


def main() -> None:
    """Build the book in a folder of its own and photograph the top of a lesson."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        index = build(Path(folder) / "site")
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_FLAGS)
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto((index.parent / PAGE).as_uri())
        page.evaluate("document.fonts.ready")
        page.screenshot(path=Path(__file__).with_name("lesson.png"))
        browser.close()


if __name__ == "__main__":
    main()
