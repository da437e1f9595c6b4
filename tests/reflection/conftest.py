# SPDX-License-Identifier: MIT
"""What the tests of the reflection share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sunlit.reflection.help_card import HelpCard
from sunlit.reflection.security import Guesses
from sunlit.reflection.spec import Item, PollSpec
from sunlit.reflection.sqlite_store import SqliteStore
from sunlit.reflection.teaching import Teaching

if TYPE_CHECKING:
    from collections.abc import Iterator

# The observers and the forensic reader are written once, beside the scripts that print figures.
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "reflection"))
sys.path.insert(0, str(Path(__file__).parent))

from described import Client


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000 * 3600.0

    def __call__(self) -> float:
        """Return the time set."""
        return self.now

    def pass_hours(self, hours: int) -> None:
        """Let time go by."""
        self.now += hours * 3600


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still until told otherwise."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    """Give every store the contract is tested on; a second kind of store joins here."""
    made = SqliteStore(tmp_path / "data", clock=clock)
    yield made
    made.shut()


IDEA = Item(
    "idea", "Which idea will you use?", "nominal", ("Ask", "Swap", "Stop the joke", "Not sure yet")
)
USEFUL = Item(
    "useful", "This lesson was useful.", "scale5", ("No", "Rather no", "?", "Rather", "Yes")
)
POLLS = {
    "ages-11-13/03-words/idea": PollSpec(
        (IDEA,), 30, activity_id="ages-11-13/03-words/idea", title="Words", band="ages-11-13"
    ),
    "ages-14-18/03-words/both": PollSpec(
        (
            IDEA,
            USEFUL,
            Item("sat", "I would sit next to Sam.", "yes-no", ("Yes", "No"), coin=True),
            Item("felt", "Now I feel", "scale3", ("calmer", "the same", "unsettled"), wall=False),
        ),
        30,
        activity_id="ages-14-18/03-words/both",
        title="Words <b>& more",
        band="ages-14-18",
    ),
    "ages-11-13/05-media/cards": PollSpec(
        tuple(
            Item(f"c{n}", text, "yes-no", ("Picked", "Not picked"), group="What made it fair?")
            for n, text in enumerate(("Many faces", "Own words", "No jokes", "A real name"))
        ),
        30,
        activity_id="ages-11-13/05-media/cards",
        title="Fair pictures",
        band="ages-11-13",
    ),
    "ages-05-07/03-words/hands": PollSpec(
        (Item("bear", "What helped Bear?", "scale3", ("Words", "Time", "Play")),),
        25,
        activity_id="ages-05-07/03-words/hands",
        title="Kind words",
        band="ages-05-07",
    ),
}


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a book of one page beside a file that nobody may read."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.txt").write_text("not for you", encoding="utf-8")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("<h1>Book</h1>", encoding="utf-8")
    return folder / "site"


@pytest.fixture(scope="module")
def teaching(tmp_path_factory: pytest.TempPathFactory, book: Path) -> Iterator[Teaching]:
    """Run the whole service on free ports."""
    data = tmp_path_factory.mktemp("data")
    with Teaching(
        POLLS,
        data,
        book=book,
        port=0,
        control_port=0,
        help_card=HelpCard((("Ms <Ode>", "Room 4"),), ("A line & more",)),
    ) as running:
        yield running


@pytest.fixture
def client(teaching: Teaching) -> Client:
    """Return a client that holds every answer against the description."""
    teaching.service.guesses = Guesses()
    return Client(teaching)
