# SPDX-License-Identifier: MIT
"""What the tests of the reflection share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from sunlit.reflection.sqlite_store import SqliteStore

if TYPE_CHECKING:
    from collections.abc import Iterator

# The observers and the forensic reader are written once, beside the scripts that print figures.
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "reflection"))

settings.register_profile("sunlit", derandomize=True, deadline=None, max_examples=200)
settings.load_profile("sunlit")


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000 * 3600.0

    def __call__(self) -> float:
        return self.now

    def pass_hours(self, hours: int) -> None:
        """Let time go by."""
        self.now += hours * 3600


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until told otherwise."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[SqliteStore]:
    """Every store the contract is tested on; a second kind of store joins here."""
    made = SqliteStore(tmp_path / "data", clock=clock)
    yield made
    made.shut()
