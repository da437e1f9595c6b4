# SPDX-License-Identifier: MIT
"""A generated notebook in a real JupyterLab: the widget works, Python sees the answer."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from typing import TYPE_CHECKING

import nbformat
import pytest
from nbformat import v4

from sunlit import activity
from sunlit.curriculum.lessons import find_lesson
from sunlit.notebooks import lesson_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
QUIZ = "ages-11-13/03-words/jo"
START_SECONDS = 90


def free_port() -> int:
    """Return a port that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Start a JupyterLab that knows only this environment; give its address and folder."""
    folder = tmp_path_factory.mktemp("lab")
    port = free_port()
    home = {name: str(folder / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(
            [
                sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1",
                f"--port={port}", "--ServerApp.port_retries=0", "--IdentityProvider.token=",
                "--ServerApp.password=", "--ServerApp.allow_root=True",
                f"--ServerApp.root_dir={folder}", "--LabApp.news_url=",
                "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            ],
            stdout=log, stderr=log, env={**os.environ, **home, "JUPYTER_PREFER_ENV_PATH": "1"},
        )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        end = time.monotonic() + START_SECONDS
        try:
            while time.monotonic() < end and server.poll() is None:
                try:
                    with urllib.request.urlopen(f"{address}/api/status", timeout=2):  # noqa: S310
                        break
                except OSError:
                    continue
            else:
                pytest.fail((folder / "lab.log").read_text())
            yield address, folder
        finally:
            server.terminate()
            server.wait(timeout=30)


def test_the_lesson_lives_in_jupyterlab(lab: tuple[str, Path], browser: Browser) -> None:
    """Run the lesson's notebook, answer by keyboard, and read the answer in Python."""
    address, folder = lab
    notebook = lesson_notebook(find_lesson("ages-11-13/03-words"))
    # A learner's own cell below: the widget in a box, and what Python sees of it.
    notebook.cells = [
        cell for cell in notebook.cells if cell.cell_type == "code" and "activity" in cell.source
    ][:1]
    notebook.cells += [
        v4.new_code_cell(
            "import ipywidgets\n"
            f'quiz = activity("{QUIZ}")\n'
            "seen = ipywidgets.Label(value='nothing yet')\n"
            "def show(change):\n    seen.value = f'ANSWER {change.new}'\n"
            "quiz.observe(show, 'answer')\n"
            "ipywidgets.VBox([quiz, seen])"
        )
    ]
    nbformat.write(notebook, folder / "lesson.ipynb")
    page = browser.new_page()
    outside: list[str] = []
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((address, "data:", "blob:", address.replace("http", "ws")))
            else outside.append(request.url)
        ),
    )
    page.goto(f"{address}/lab/tree/lesson.ipynb?reset", timeout=120_000)
    # The menu knows the notebook only once its cells stand and its kernel is there.
    page.locator(".jp-Notebook .jp-CodeCell").last.click(timeout=120_000)
    page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]').wait_for(timeout=120_000)
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click(timeout=120_000)
    page.locator('[data-command="runmenu:run-all"]').click()
    question = activity(QUIZ).definition["questions"][0]
    option = page.get_by_role("radio", name=question["options"][0]["text"])
    option.wait_for(timeout=120_000)
    option.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="See what we think").first.press("Enter")
    page.get_by_text(re.compile(r"ANSWER \{'q1'")).wait_for(timeout=30_000)
    shown = page.locator(".widget-label").filter(has_text="ANSWER").inner_text()
    assert json.loads(shown.removeprefix("ANSWER ").replace("'", '"')) == {"q1": ["a"]}
    assert page.get_by_text(question["options"][0]["why"]).count() >= 1
    assert outside == []
    page.close()
