# SPDX-License-Identifier: MIT
"""Free texts on disk: a file of their own, rewritten like the answers, emptied after moderation.

At close every row id is replaced by a fresh one, so that a text can no longer be matched with a
device that still holds its id.
"""

from __future__ import annotations

import secrets
import sqlite3
from typing import TYPE_CHECKING

from sunlit.reflection.spec import MIN_TEXTS
from sunlit.reflection.sqlite_file import TEXT_SCHEMA, connect, erase, rewrite, writing
from sunlit.reflection.store import (
    FLAG_DAYS,
    PURGE_HOURS,
    RID_BYTES,
    Body,
    Decision,
    FlagsWaiting,
    Queued,
    UnknownPoll,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_ALL = "select poll, item, rid, body, flag, decision from text"


class TextFiles:
    """The text files of a store, one for each poll that has a text field."""

    def __init__(self, folder: Path, hour: Callable[[], int]) -> None:
        self._folder = folder
        self._hour = hour
        self._open: dict[str, sqlite3.Connection] = {}

    def shut(self) -> None:
        """Close every file."""
        for connection in self._open.values():
            connection.close()
        self._open.clear()

    def start(self, code: str) -> None:
        """Make the file of a new poll."""
        connection = connect(self._path(code))
        with writing(connection):
            for statement in TEXT_SCHEMA.split(";"):
                connection.execute(statement)
        self._open[code] = connection

    def add(self, code: str, bodies: Sequence[Body], cap: int) -> None:
        """Add the texts of accepted or repeated bodies, at most ``cap`` in all."""
        texts = [body.text for body in bodies if body.text and body.text.body]
        if not texts:
            return
        connection = self._file(code)
        with writing(connection):
            rows = connection.execute(_ALL).fetchall()
            known = {row[2] for row in rows}
            for text in texts:
                if text.rid not in known and len(rows) < cap:
                    known.add(text.rid)
                    rows.append((code, 0, text.rid, text.body, int(text.flag), ""))
            rewrite(connection, "text", rows)

    def close(self, code: str, *, show: bool = True) -> None:
        """Give every text a fresh id; keep only flagged ones where there are fewer than ten.

        ``show`` is false for a poll that nobody closed: then only flagged messages stay.
        """
        if not self._path(code).exists():
            return
        connection = self._file(code)
        with writing(connection):
            if connection.execute("select 1 from closed").fetchone():
                return
            rows = connection.execute(_ALL).fetchall()
            enough = show and len(rows) >= MIN_TEXTS
            kept = [row for row in rows if enough or row[4]]
            fresh = [(*r[:2], secrets.token_bytes(RID_BYTES), *r[3:]) for r in kept]
            rewrite(connection, "text", fresh)
            connection.execute("insert into closed values (?, ?, ?)", (code, self._hour(), enough))
        if not kept:
            self._erase(code)

    def queue(self, code: str) -> list[Queued]:
        """Return the texts of a closed poll; their fresh random ids give the order."""
        if not self._path(code).exists():
            return []
        connection = self._file(code)
        if not connection.execute("select 1 from closed").fetchone():
            return []
        rows = connection.execute(f"{_ALL} order by rid").fetchall()
        return [
            Queued(rid.hex(), body, bool(flag), Decision(decision) if decision else None)
            for _, _, rid, body, flag, decision in rows
        ]

    def decide(self, code: str, token: str, decision: Decision, body: str = "") -> None:
        """Record a decision; hidden and referred texts are deleted from the file at once."""
        if not any(text.token == token for text in self.queue(code)):
            raise UnknownPoll(code)
        connection = self._file(code)
        with writing(connection):
            rows = connection.execute(_ALL).fetchall()
            (enough,) = connection.execute("select enough from closed").fetchone()
            if decision is Decision.APPROVE and not enough:
                raise ValueError(f"fewer than {MIN_TEXTS} texts: none can be shown to the class")
            rid = bytes.fromhex(token)
            changed = []
            for row in rows:
                if row[2] != rid:
                    changed.append(row)
                elif decision is Decision.APPROVE:
                    changed.append((*row[:3], body or row[3], row[4], decision.value))
            rewrite(connection, "text", changed)
        if not changed:
            self._erase(code)

    def waiting(self) -> Mapping[str, int]:
        """Return the number of unhandled flagged messages by code."""
        found = {}
        for code in self.codes():
            flagged = sum(text.flag and text.decision is None for text in self.queue(code))
            if flagged:
                found[code] = flagged
        return found

    def forget(self, code: str) -> None:
        """Delete the texts of a poll; refuse while a flagged message is unhandled."""
        if any(text.flag and text.decision is None for text in self.queue(code)):
            raise FlagsWaiting(code)
        if self._path(code).exists():
            self._erase(code)

    def codes(self) -> list[str]:
        """Return the polls that have a text file."""
        paths = sorted(self._folder.glob("text-*.sqlite"))
        return [path.stem.removeprefix("text-") for path in paths]

    def sweep(self, released: Mapping[str, bool]) -> list[str]:
        """Delete texts a day after their close, and flagged ones after seven days.

        ``released`` says for each text file whether its poll was closed by the teacher; a file
        whose poll is gone is closed here.
        """
        gone = []
        for code in self.codes():
            if not self._sound(code):
                erase(self._path(code))
                gone.append(code)
                continue
            if not self._folder.joinpath(f"poll-{code}.sqlite").exists():
                self.close(code, show=released[code])
            if not self._path(code).exists():
                continue
            connection = self._file(code)
            row = connection.execute("select hour from closed").fetchone()
            age = self._hour() - row[0] if row else 0
            if age > 24 * FLAG_DAYS:
                self._erase(code)
                gone.append(code)
            elif age > PURGE_HOURS:
                with writing(connection):
                    rows = connection.execute(_ALL).fetchall()
                    kept = [r for r in rows if r[4] and not r[5]]
                    rewrite(connection, "text", kept)
                if not kept:
                    self._erase(code)
                    gone.append(code)
        return gone

    def _erase(self, code: str) -> None:
        connection = self._file(code)
        with writing(connection):
            connection.execute("delete from text")
            connection.execute("delete from closed")
        connection.close()
        self._open.pop(code, None)
        erase(self._path(code))

    def _sound(self, code: str) -> bool:
        """Whether a file was made in full; one cut short holds nothing."""
        try:
            self._file(code).execute("select 1 from closed")
        except sqlite3.DatabaseError:
            connection = self._open.pop(code, None)
            if connection:
                connection.close()
            return False
        return True

    def _file(self, code: str) -> sqlite3.Connection:
        if code not in self._open:
            self._open[code] = connect(self._path(code))
        return self._open[code]

    def _path(self, code: str) -> Path:
        return self._folder / f"text-{code}.sqlite"
