# SPDX-License-Identifier: MIT
"""Which bodies of one commit count: each id once, no more than the cap, each slip once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sunlit.reflection.store import Body, Outcome

if TYPE_CHECKING:
    import sqlite3

    from sunlit.reflection.spec import PollSpec


def slip_hash(code: str, slip: str) -> bytes:
    """Return what is kept of a paper slip: a hash bound to its poll."""
    return hashlib.sha256(f"{code}:{slip}".encode()).digest()[:16]


class Admission:
    """Decides on each body of one commit in turn; ``rows`` grows by those that count."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        code: str,
        spec: PollSpec,
        rows: list[tuple[str, int, bytes, int]],
    ) -> None:
        self.rows = rows
        self.code = code
        self.spec = spec
        self.known = {(item, rid) for _, item, rid, _ in rows}
        self.bodies = sum(item == 0 for _, item, _, _ in rows)
        self.slips = {h for (h,) in connection.execute("select hash from slip")}
        self.spent = {h for (h,) in connection.execute("select hash from spent")}
        self.spent_now = False
        self.counted = 0
        self.texts: list[Body] = []

    def admit(self, body: Body) -> Outcome:
        """Say what becomes of a body, and take its rows when it counts."""
        keys = [(item, rid) for item, (rid, _) in enumerate(body.rows)]
        if any(key in self.known for key in keys):
            self.texts.append(body)
            return Outcome.REPEATED
        if self.bodies >= self.spec.cap:
            return Outcome.FULL
        if self.spec.slips:
            ticket = slip_hash(self.code, body.slip)
            if ticket not in self.slips or ticket in self.spent:
                return Outcome.SLIP
            self.spent.add(ticket)
            self.spent_now = True
        self.known.update(keys)
        self.rows.extend((self.code, i, rid, val) for i, (rid, val) in enumerate(body.rows))
        self.bodies += 1
        self.counted += 1
        self.texts.append(body)
        return Outcome.COUNTED
