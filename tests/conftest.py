# SPDX-License-Identifier: MIT
"""What all tests share: one built book, one browser, and a watch on what pages do."""

from __future__ import annotations

import json
import os
import shutil
import threading
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, WebSocket

# The same examples at every run, and no verdict by the clock of a busy machine.
settings.register_profile(
    "sunlit", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("sunlit")

REQUIRED = "SUNLIT_REQUIRE_BROWSER"
CHOSEN = "SUNLIT_CHROMIUM"
NO_CHROMIUM = (
    "no Chromium found, so no page was tried in a browser: install Chromium, Chrome or Edge, "
    f"or name one in {CHOSEN}"
)
CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
CHROMIUM_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)
# The browser itself asks nothing of anybody either.
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def find_chromium() -> Path | None:
    """Return the Chromium, Chrome or Edge of this machine; None if there is none."""
    if chosen := os.environ.get(CHOSEN):
        return Path(chosen) if Path(chosen).is_file() else None
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return Path(found)
    for place in CHROMIUM_PLACES:
        path = Path(os.path.expandvars(place))
        if path.is_file():
            return path
    return None


def pytest_report_header() -> str:
    """Say at the top of a run whether pages will be tried in a browser."""
    return f"browser tests: {find_chromium() or NO_CHROMIUM}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the browser, run it last, and skip it where there is none.

    Last, because the browser's driver keeps an event loop running in this thread, and a
    test that starts one of its own would then fail. For the same reason, and because some
    modules share a service, a module's tests of either sort stay in one process where
    several share the work; tests of every lesson are free to go anywhere.
    """
    for item in items:
        in_browser = "browser" in getattr(item, "fixturenames", ())
        if in_browser:
            item.add_marker(pytest.mark.browser)
        if "lesson" not in getattr(item, "fixturenames", ()):
            sort = "browser" if in_browser else "plain"
            item.add_marker(pytest.mark.xdist_group(f"{item.path.stem}-{sort}"))
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if find_chromium() is None and os.environ.get(REQUIRED) != "1":
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Fail a browser test that has no browser where one is demanded."""
    if item.get_closest_marker("browser") and find_chromium() is None:
        pytest.fail(f"{REQUIRED}=1, but {NO_CHROMIUM}", pytrace=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the one Chromium of this run."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where it is used

    chromium = find_chromium()
    assert chromium is not None
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole book once; return its folder. Tests read it and never change it."""
    from sunlit.book.building import build  # noqa: PLC0415 - loads Sphinx's neighbours

    return build(tmp_path_factory.mktemp("book") / "site").parent


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Serve the built book; return its address without a slash at the end."""
    from sunlit.serving import server_for  # noqa: PLC0415

    server = server_for(site, 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Watch:
    """What a test's pages did that they must not; a test that provokes it clears the list.

    outside: addresses asked for beyond this computer; each request was stopped.
    console: errors and warnings in the console, and exceptions nobody caught.
    """

    outside: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Note what ``page`` writes to its console, and its web sockets."""
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self.console.append(f"{page.url}: {error}"))
        page.on("websocket", self._note_socket)

    def stop(self, route: Route, request: Request) -> None:
        """Refuse a request to the outside, and note it."""
        self.outside.append(request.url)
        route.abort()

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{message.location.get('url')}: {message.text}")

    def _note_socket(self, socket: WebSocket) -> None:
        if is_outside(socket.url):
            self.outside.append(socket.url)


def is_outside(url: str) -> bool:
    """Tell whether an address lies beyond this computer."""
    parts = urlsplit(url)
    return parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in {
        "127.0.0.1",
        "localhost",
        "::1",
    }


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watch all pages of the test; at its end nothing may have gone out or gone wrong."""
    watching = Watch()
    yield watching
    assert watching.outside == []
    assert watching.console == []


@pytest.fixture
def new_page(browser: Browser, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a watched page.

    It takes the options of playwright's ``Browser.new_context``, such as ``viewport``,
    ``java_script_enabled`` or ``color_scheme``; each page has storage of its own.
    """
    contexts = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.route(is_outside, watch.stop)
        context.on("page", watch.listen)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One watched page of an ordinary size."""
    return new_page(viewport={"width": 1280, "height": 800})


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return a function that names a page's accessibility findings (axe, WCAG A and AA).

    Each finding is the rule, what it asks, and the first elements that break it.
    """
    script = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    run = "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})"

    def findings(page: Page) -> list[str]:
        page.evaluate(script)
        violations = page.evaluate(run, AXE_TAGS)["violations"]
        return [
            f"{found['id']}: {found['help']}: "
            + json.dumps([node["html"] for node in found["nodes"][:3]])
            for found in violations
        ]

    return findings
