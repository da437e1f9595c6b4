# SPDX-License-Identifier: MIT
"""The authors' pages about kinds: what they show must work when it is copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.activities.blocks import Paragraph
from sunlit.activities.compiling import compile_activity
from sunlit.activities.examples import worked_examples
from sunlit.activities.registry import KINDS, kind_class
from sunlit.content import content_root
from sunlit.explaining import _models_in
from sunlit.pictures import PictureDescription

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page
    from pydantic import BaseModel

    from sunlit.activities.kind import Activity


def _examples() -> list[tuple[str, str, str]]:
    """Return (kind, band, text) of every worked example on a page named like a kind."""
    return [(kind, band, text) for kind in KINDS for band, text, _ in worked_examples(kind)]


@pytest.mark.parametrize(("kind", "band", "text"), _examples())
def test_every_worked_example_can_be_copied(
    read: Callable[..., dict[str, Activity]], kind: str, band: str, text: str
) -> None:
    """A worked example reads without a problem, and is of the kind the page is about."""
    for name, activity in read(text, band).items():
        assert activity.kind == kind
        assert compile_activity(f"{band}/03-words/{name}", activity, band)["kind"] == kind
        assert activity.question_blocks(band) != []
        assert activity.key_blocks(band) != []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("kind", "band", "text"), _examples())
def test_every_worked_example_can_be_used_by_everybody(
    page: Page,
    start: Callable[..., Locator],
    axe: Callable[[Page], list[str]],
    kind: str,
    band: str,
    text: str,
    theme: str,
) -> None:
    """An example starts, has no accessibility finding, and fits a phone both ways round."""
    page.set_viewport_size({"width": 320, "height": 640})
    for direction in ("ltr", "rtl"):
        activity = start(text, band, theme=theme, direction=direction)
        assert activity.get_attribute("data-activity") == kind
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize(("kind", "band", "text"), _examples())
def test_every_worked_example_is_there_without_script(
    new_page: Callable[..., Page],
    page_of: Callable[..., str],
    read: Callable[..., dict[str, Activity]],
    kind: str,
    band: str,
    text: str,
) -> None:
    """Without a script the whole activity is readable text."""
    page = new_page(java_script_enabled=False)
    page.goto(page_of(text, band))
    shown = page.locator("main").inner_text()
    for activity in read(text, band).values():
        assert activity.kind == kind
        assert activity.title in shown
        for block in activity.question_blocks(band):
            if isinstance(block, Paragraph):
                assert block.text in shown


def _keys(model: type[BaseModel]) -> set[str]:
    """Return every key an author may write for ``model``, except in a picture."""
    keys = set()
    for name, entry in model.model_fields.items():
        keys.add(name)
        for part in _models_in(entry.annotation) - {PictureDescription}:
            keys |= _keys(part)
    return keys


@pytest.mark.parametrize(
    "kind",
    [
        "quiz",
        "sort",
        "reflection",
        "check",
        "scenario",
        "path",
        "circles",
        "profile",
        "letter",
        "audit",
        "planner",
    ],
)
def test_every_key_of_a_kind_is_on_its_page(kind: str) -> None:
    """An author finds each key they may write on the page of the kind."""
    page = (Path(content_root()) / "docs" / "authors" / f"{kind}.md").read_text(encoding="utf-8")
    missing = {key for key in _keys(kind_class(kind)) - {"kind"} if f"`{key}" not in page}
    assert missing == set()
