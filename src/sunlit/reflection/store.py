# SPDX-License-Identifier: MIT
"""The store contract: what any place that keeps a poll's answers must do, and must not keep.

A row is (poll, item, rid, val). ``rid`` is 128 random bits made on the pupil's device, fresh for
each item: primary key and idempotency key in one. Nothing links the rows of one pupil; no name,
address, device, time or order is kept. ``val`` is 0 for a pass and 1 to 5 for an option.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sunlit.reflection.release import PollRelease
    from sunlit.reflection.spec import PollSpec

RID_BYTES = 16
KEY_BYTES = 16
PASS = 0
PURGE_HOURS = 24
FLAG_DAYS = 7

# No I, O, 0 or 1: they are misread from a projector.
CODE_SYMBOLS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6


class Outcome(Enum):
    """What became of a body."""

    COUNTED = "counted"
    REPEATED = "repeated"
    CLOSED = "closed"
    FULL = "full"
    SLIP = "slip"
    UNKNOWN = "unknown"


class Decision(Enum):
    """What the teacher decided about a text."""

    APPROVE = "approve"
    HIDE = "hide"
    REFER = "refer"


class StoreError(OSError):
    """The store cannot keep its promises here; the message says what to change."""


class UnknownPoll(LookupError):  # noqa: N818 (reads better where it is caught)
    """No poll, open or released, has this code."""


class FlagsWaiting(RuntimeError):  # noqa: N818 (reads better where it is caught)
    """Flagged messages have not been handled, so they cannot be deleted yet."""


@dataclass(frozen=True, slots=True)
class Text:
    """One free text on its way in, already cleaned; ``flag`` marks it for an adult's eye."""

    rid: bytes
    body: str
    flag: bool


@dataclass(frozen=True, slots=True)
class Body:
    """One pupil's sending: a row for every item of the poll, in the poll's order."""

    rows: tuple[tuple[bytes, int], ...]
    text: Text | None = None
    slip: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What opening a poll gives: the code on the wall and the key in the QR code."""

    code: str
    key: str


@dataclass(frozen=True, slots=True)
class Queued:
    """A text waiting for the teacher; ``token`` is new since the close and says nothing."""

    token: str
    body: str
    flag: bool
    decision: Decision | None = None


class Store(Protocol):
    """A place for polls. Every method may be called from any thread."""

    def start(self, spec: PollSpec, *, slips: Sequence[str] = ()) -> Ticket:
        """Open a poll and return its code and key; raise SpecError where families must be told."""
        ...

    def spec(self, code: str) -> PollSpec:
        """Return what an open or released poll asks; raise UnknownPoll."""
        ...

    def is_open(self, code: str) -> bool:
        """Whether the poll takes answers."""
        ...

    def open_polls(self) -> Mapping[str, Ticket]:
        """Return the open polls by code."""
        ...

    def submit(self, code: str, bodies: Sequence[Body]) -> list[Outcome]:
        """Take bodies in one commit; return when they are safe on disk.

        A body whose first row is known is a repeat and changes nothing: first write wins.
        """
        ...

    def count(self, code: str) -> int:
        """Return how many bodies a poll holds, passes included."""
        ...

    def close(self, code: str) -> PollRelease:
        """Release once and delete the answers; later calls return the same release."""
        ...

    def release(self, code: str) -> PollRelease:
        """Return the release of a closed poll; raise UnknownPoll."""
        ...

    def releases(self) -> Mapping[str, PollRelease]:
        """Return every kept release by code."""
        ...

    def forget(self, code: str) -> None:
        """Delete a release and its texts; raise FlagsWaiting while a flag is unhandled."""
        ...

    def texts(self, code: str) -> list[Queued]:
        """Return the texts of a closed poll, in an order that has nothing to do with arrival."""
        ...

    def decide(self, code: str, token: str, decision: Decision, body: str = "") -> None:
        """Record the teacher's decision; ``body`` replaces the text where it was redacted."""
        ...

    def waiting(self) -> Mapping[str, int]:
        """Return the number of unhandled flagged messages by code: the reminder at every start."""
        ...

    def sweep(self) -> list[str]:
        """Delete what is released, more than 24 hours old, or handled; return the codes."""
        ...


def new_ticket() -> Ticket:
    """Return a fresh code of six symbols (30 random bits) and a fresh key of 128."""
    code = "".join(secrets.choice(CODE_SYMBOLS) for _ in range(CODE_LENGTH))
    return Ticket(code, secrets.token_hex(KEY_BYTES))


def tally(spec: PollSpec, rows: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Count (item, val) rows by option; passes are left out."""
    counts = [[0] * len(item.options) for item in spec.items]
    for item, val in rows:
        if val != PASS:
            counts[item][val - 1] += 1
    return counts
