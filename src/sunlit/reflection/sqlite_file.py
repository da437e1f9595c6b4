# SPDX-License-Identifier: MIT
"""SQLite files that keep no trace of order: the settings, the schema, the sorted rewrite.

The settings were measured (``benchmarks/reflection/forensics.py``): a write-ahead log or an
ordinary table shows the order of sending, cells show it within a page, and deleted rows stay
readable unless they are overwritten.
"""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from typing import TYPE_CHECKING

from sunlit.reflection.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_WANTED = {
    "journal_mode": ("TRUNCATE", "truncate"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "busy_timeout": ("5000", 5000),
}

POLL_SCHEMA = """
create table answer (
    poll text not null, item integer not null, rid blob not null check (length(rid) = 16),
    val integer not null, primary key (poll, item, rid)
) without rowid, strict;
create table poll (
    code text primary key, key text not null, state text not null, opened_hour integer not null,
    spec text not null
) without rowid, strict;
create table slip (hash blob primary key) without rowid, strict;
create table spent (hash blob primary key) without rowid, strict;
"""

TEXT_SCHEMA = """
create table text (
    poll text not null, item integer not null, rid blob not null check (length(rid) = 16),
    body text not null, flag integer not null, decision text not null,
    primary key (poll, item, rid)
) without rowid, strict;
create table closed (poll text primary key, hour integer not null, enough integer not null)
    without rowid, strict;
"""

RESULT_SCHEMA = """
create table if not exists poll (code text primary key, spec text not null)
    without rowid, strict;
create table if not exists release (
    poll text not null, item integer not null, json text not null, primary key (poll, item)
) without rowid, strict;
"""


def connect(path: Path, *, alone: bool = False) -> sqlite3.Connection:
    """Open a file with the settings that keep order and deleted rows off the disk.

    ``alone`` keeps the file locked while it is open, so that no second process works here.

    Raises
    ------
    StoreError
        If this SQLite does not take a setting, the folder cannot be written, or another process
        has the file for itself.
    sqlite3.DatabaseError
        If the file is no database.

    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        _set(connection)
        if alone:
            connection.execute("pragma locking_mode=EXCLUSIVE")
            connection.execute("begin exclusive")
            connection.execute("commit")
    except sqlite3.OperationalError as error:
        _drop(connection)
        if "locked" in str(error):
            raise StoreError(
                f"{path.parent}: another sunlit works in this folder; stop it, or choose "
                "another --data"
            ) from error
        raise StoreError(
            f"{path}: cannot be written here ({error}); choose another --data"
        ) from error
    except BaseException:
        _drop(connection)
        raise
    return connection


def _drop(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        connection.close()


def _set(connection: sqlite3.Connection) -> None:
    for name, (value, wanted) in _WANTED.items():
        connection.execute(f"pragma {name}={value}")
        (found,) = connection.execute(f"pragma {name}").fetchone()
        if found != wanted:
            raise StoreError(f"SQLite {sqlite3.sqlite_version} refused {name}={value}")
    if sys.platform == "darwin":
        connection.execute("pragma fullfsync=ON")


@contextlib.contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock; commit at the end, roll back when anything fails."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def rewrite(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Replace a whole table by its rows in sorted order, inside the caller's transaction.

    The file then depends on what it holds and not on the order in which that arrived. Its cost
    grows with the square of the class, so it suits class-sized polls only.
    """
    ordered = sorted(rows)
    connection.execute(f"delete from {table}")  # noqa: S608 (a name of our own)
    if ordered:
        marks = ",".join("?" * len(ordered[0]))
        connection.executemany(f"insert into {table} values ({marks})", ordered)  # noqa: S608


def erase(path: Path) -> None:
    """Remove a file and its journal; their pages were overwritten when the rows were deleted."""
    path.unlink(missing_ok=True)
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
