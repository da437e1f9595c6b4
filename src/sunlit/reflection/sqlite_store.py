# SPDX-License-Identifier: MIT
"""The embedded store: one SQLite file for each open poll, released and erased at close."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.reflection.admission import Admission, slip_hash
from sunlit.reflection.release import ItemRelease, PollRelease, release_poll
from sunlit.reflection.spec import PollSpec
from sunlit.reflection.sqlite_file import (
    POLL_SCHEMA,
    RESULT_SCHEMA,
    connect,
    erase,
    rewrite,
    writing,
)
from sunlit.reflection.sqlite_texts import TextFiles
from sunlit.reflection.store import (
    PURGE_HOURS,
    Body,
    Decision,
    Outcome,
    Queued,
    Ticket,
    UnknownPoll,
    new_ticket,
    tally,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_HOUR = 3600


class SqliteStore:
    """Polls in a folder of their own; see :class:`sunlit.reflection.store.Store`.

    ``folder`` should not be synchronised to a cloud. ``clock`` gives seconds since 1970; only
    whole hours are ever kept. ``ticket`` makes codes and keys.
    """

    def __init__(
        self,
        folder: Path | str,
        *,
        clock: Callable[[], float] = time.time,
        ticket: Callable[[], Ticket] = new_ticket,
    ) -> None:
        self._folder = Path(folder)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._clock = clock
        self._new_ticket = ticket
        self._lock = threading.RLock()
        self._open: dict[str, sqlite3.Connection] = {}
        self._specs: dict[str, PollSpec] = {}
        self._tickets: dict[str, Ticket] = {}
        self._counts: dict[str, int] = {}
        self._results = connect(self._folder / "results.sqlite", alone=True)
        self._results.executescript(RESULT_SCHEMA)
        self._texts = TextFiles(self._folder, self._hour)
        self.sweep()

    def shut(self) -> None:
        """Close every file; open polls stay on disk and are resumed by the next start."""
        with self._lock:
            for connection in self._open.values():
                connection.close()
            self._open.clear()
            self._texts.shut()
            self._results.close()

    # Opening

    def start(self, spec: PollSpec, *, slips: Sequence[str] = ()) -> Ticket:
        """Open a poll; its file exists with everything in it, or not at all."""
        spec.require_notice()
        with self._lock:
            if spec.follows:
                self.release(spec.follows)
            ticket = self._fresh_ticket()
            code = ticket.code
            connection = connect(self._path(code))
            with writing(connection):
                for statement in POLL_SCHEMA.split(";"):
                    connection.execute(statement)
                connection.execute(
                    "insert into poll values (?, ?, 'open', ?, ?)",
                    (code, ticket.key, self._hour(), spec.to_json()),
                )
                rewrite(connection, "slip", [(slip_hash(code, slip),) for slip in slips])
            self._keep(connection, ticket, spec)
            if spec.free_text:
                self._texts.start(code)
            return ticket

    def _fresh_ticket(self) -> Ticket:
        ticket = self._new_ticket()
        while self._path(ticket.code).exists() or self._released(ticket.code):
            ticket = self._new_ticket()
        return ticket

    def _keep(self, connection: sqlite3.Connection, ticket: Ticket, spec: PollSpec) -> None:
        self._open[ticket.code] = connection
        self._specs[ticket.code] = spec
        self._tickets[ticket.code] = ticket
        (self._counts[ticket.code],) = connection.execute(
            "select count(*) from answer where item = 0"
        ).fetchone()

    # Answers

    def submit(self, code: str, bodies: Sequence[Body]) -> list[Outcome]:
        """Take bodies in one commit, rewriting the whole poll in sorted order."""
        with self._lock:
            connection = self._open.get(code)
            if connection is None:
                known = Outcome.CLOSED if self._released(code) else Outcome.UNKNOWN
                return [known] * len(bodies)
            spec = self._specs[code]
            with writing(connection):
                (state,) = connection.execute("select state from poll").fetchone()
                if state != "open":
                    return [Outcome.CLOSED] * len(bodies)
                rows = connection.execute("select poll, item, rid, val from answer").fetchall()
                admission = Admission(connection, code, spec, rows)
                outcomes = [admission.admit(body) for body in bodies]
                self._texts.add(code, admission.texts, spec.cap)
                if admission.counted:
                    rewrite(connection, "answer", rows)
                    if admission.spent_now:
                        rewrite(connection, "spent", [(h,) for h in admission.spent])
            self._counts[code] += admission.counted
            return outcomes

    def count(self, code: str) -> int:
        """Return how many bodies an open poll holds."""
        with self._lock:
            if code not in self._open:
                raise UnknownPoll(code)
            return self._counts[code]

    # Looking

    def spec(self, code: str) -> PollSpec:
        """Return what an open or released poll asks."""
        open_one = self._specs.get(code)
        return open_one if open_one is not None else self.release(code).spec

    # What follows only looks into dictionaries, so it never waits for a commit.

    def is_open(self, code: str) -> bool:
        """Whether the poll takes answers."""
        return code in self._tickets

    def open_polls(self) -> Mapping[str, Ticket]:
        """Return the open polls by code."""
        return self._tickets.copy()

    def is_released(self, code: str) -> bool:
        """Whether a poll of this code was closed and its release is kept."""
        with self._lock:
            return self._released(code)

    def _released(self, code: str) -> bool:
        query = "select 1 from poll where code = ?"
        return self._results.execute(query, (code,)).fetchone() is not None

    def release(self, code: str) -> PollRelease:
        """Return the release of a closed poll."""
        with self._lock:
            row = self._results.execute("select spec from poll where code = ?", (code,)).fetchone()
            if row is None:
                raise UnknownPoll(code)
            lines = self._results.execute(
                "select json from release where poll = ? order by item", (code,)
            )
            items = tuple(ItemRelease.from_json(line) for (line,) in lines)
            return PollRelease(PollSpec.from_json(row[0]), items)

    def releases(self) -> Mapping[str, PollRelease]:
        """Return every kept release by code."""
        with self._lock:
            codes = self._results.execute("select code from poll order by code").fetchall()
            return {code: self.release(code) for (code,) in codes}

    # Closing

    def close(self, code: str) -> PollRelease:
        """Release, commit the release, delete the rows, remove the file: in this order.

        A crash between any two steps is finished by :meth:`sweep` at the next start.
        """
        with self._lock:
            connection = self._open.get(code)
            if connection is None:
                return self.release(code)
            if not self._released(code):
                with writing(connection):
                    spec = self._specs[code]
                    rows = connection.execute("select item, val from answer").fetchall()
                    earlier = self.release(spec.follows) if spec.follows else None
                    self._commit(code, release_poll(spec, tally(spec, rows), before=earlier))
                    connection.execute("update poll set state = 'closed'")
            self._texts.close(code)
            self._discard(code)
            return self.release(code)

    def add_release(self, release: PollRelease) -> str:
        """Keep a release that came from paper or hands; return its code."""
        with self._lock:
            code = self._fresh_ticket().code
            self._commit(code, release)
            return code

    def _commit(self, code: str, release: PollRelease) -> None:
        with writing(self._results):
            self._results.execute("insert into poll values (?, ?)", (code, release.spec.to_json()))
            self._results.executemany(
                "insert into release values (?, ?, ?)",
                [(code, i, item.to_json()) for i, item in enumerate(release.items)],
            )

    def _discard(self, code: str) -> None:
        """Overwrite a poll's rows, then remove its file."""
        connection = self._open.pop(code)
        self._specs.pop(code)
        self._tickets.pop(code)
        self._counts.pop(code)
        with writing(connection):
            for table in ("answer", "slip", "spent", "poll"):
                connection.execute(f"delete from {table}")  # noqa: S608 (names of our own)
        connection.close()
        erase(self._path(code))

    def forget(self, code: str) -> None:
        """Delete a release and its texts."""
        with self._lock:
            if code in self._open or not self._released(code):
                raise UnknownPoll(code)
            self._texts.forget(code)
            with writing(self._results):
                self._results.execute("delete from release where poll = ?", (code,))
                self._results.execute("delete from poll where code = ?", (code,))

    # Texts

    def texts(self, code: str) -> list[Queued]:
        """Return the texts of a closed poll in shuffled order."""
        with self._lock:
            return self._texts.queue(code)

    def decide(self, code: str, token: str, decision: Decision, body: str = "") -> None:
        """Record the teacher's decision on one text."""
        with self._lock:
            self._texts.decide(code, token, decision, body)

    def waiting(self) -> Mapping[str, int]:
        """Return the number of unhandled flagged messages by code."""
        with self._lock:
            return self._texts.waiting()

    # Starting again

    def sweep(self) -> list[str]:
        """Resume polls of the last 24 hours; erase released, older and broken ones."""
        with self._lock:
            gone = []
            for path in sorted(self._folder.glob("poll-*.sqlite")):
                code = path.stem.removeprefix("poll-")
                if code not in self._open and not self._resume(path):
                    erase(path)
                    gone.append(code)
            for code in list(self._open):
                connection = self._open[code]
                (opened,) = connection.execute("select opened_hour from poll").fetchone()
                released = self._released(code)
                if released or self._hour() - opened > PURGE_HOURS:
                    self._texts.close(code, show=released)
                    self._discard(code)
                    gone.append(code)
            gone += self._texts.sweep({code: self._released(code) for code in self._texts.codes()})
            return gone

    def _resume(self, path: Path) -> bool:
        """Open a poll's file again; False when its opening or its erasing was cut short."""
        try:
            connection = connect(path)
        except sqlite3.DatabaseError:
            return False
        try:
            row = connection.execute("select code, key, spec from poll").fetchone()
        except sqlite3.DatabaseError:
            row = None
        if row is None:
            connection.close()
            return False
        self._keep(connection, Ticket(row[0], row[1]), PollSpec.from_json(row[2]))
        return True

    def _path(self, code: str) -> Path:
        return self._folder / f"poll-{code}.sqlite"

    def _hour(self) -> int:
        return int(self._clock() // _HOUR)
