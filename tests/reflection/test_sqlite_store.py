# SPDX-License-Identifier: MIT
"""What the SQLite store leaves on disk, and what survives a kill."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _draws import seeded
from forensics import bodies, copies, everything, in_order, ordinary_table, poll, send, two_orders

from sunlit.reflection import sqlite_file
from sunlit.reflection.release import release_poll
from sunlit.reflection.sqlite_store import SqliteStore
from sunlit.reflection.store import Outcome, StoreError, tally

if TYPE_CHECKING:
    from conftest import Clock


@pytest.mark.parametrize(
    ("items", "pupils", "batch", "extras"),
    [
        (1, 30, 1, {}),
        (6, 30, 1, {}),
        (3, 30, 9, {}),
        (3, 90, 9, {}),
        (3, 30, 4, {"text": True}),
        (2, 30, 4, {"text": True, "slips": True}),
    ],
)
def test_two_send_orders_leave_identical_files(
    items: int, pupils: int, batch: int, extras: dict[str, bool]
) -> None:
    """With the commit counters masked, nothing on disk depends on who sent when."""
    first, second = two_orders(7, items, pupils, batch, **extras)
    assert (2 if extras else 1) == len(first)
    assert first == second


def test_the_forensic_reader_sees_order_where_there_is_one() -> None:
    """On an ordinary table the reader finds the order of sending, so the test above can fail."""
    rids = [seeded(n).randbytes(16) for n in range(30)]
    assert in_order(ordinary_table(rids), rids) in {0.0, 1.0}


def test_order_on_disk_is_no_better_than_chance(tmp_path: Path) -> None:
    """Over twenty polls about half of all neighbours by sending lie in order."""
    shares = []
    for seed in range(20):
        store = SqliteStore(tmp_path / str(seed))
        spec = poll(1, 30)
        sent = bodies(spec, 30, seeded(seed))
        send(store, store.start(spec).code, sent, 3, seed)
        shares.append(in_order(everything(tmp_path / str(seed)), [b.rows[0][0] for b in sent]))
        store.shut()
    assert min(shares) > 0.2
    assert max(shares) < 0.8


def test_an_id_stands_on_disk_once_while_open_and_never_after_close(
    store: SqliteStore, tmp_path: Path
) -> None:
    """No file, journal or free page keeps a row id."""
    spec = poll(6, 30, text=True)
    sent = bodies(spec, 30, seeded(1))
    code = store.start(spec).code
    send(store, code, sent, 1, 1)
    rids = [rid for body in sent for rid, _ in body.rows]
    texts = [body.text.rid for body in sent if body.text]
    assert {1} == set(copies(tmp_path, rids + texts))
    store.close(code)
    assert {0} == set(copies(tmp_path, rids + texts))
    assert list(tmp_path.rglob(f"poll-{code}*")) == []


def test_no_file_holds_a_moment_finer_than_an_hour(store: SqliteStore, clock: Clock) -> None:
    """The hour of opening is all a poll knows of time."""
    clock.now += 1234
    path = next(Path(store._folder).glob("results*")).parent
    code = store.start(poll(1, 30)).code
    connection = sqlite3.connect(path / f"poll-{code}.sqlite")
    row = connection.execute("select * from poll").fetchone()
    connection.close()
    assert row[3] == 1_000_000
    assert (code, "open") == (row[0], row[2])


@pytest.mark.parametrize("pragma", ["secure_delete", "journal_mode", "synchronous"])
def test_a_database_that_refuses_a_setting_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pragma: str
) -> None:
    """A SQLite that keeps deleted rows readable is an error, not a warning."""
    monkeypatch.setitem(sqlite_file._WANTED, pragma, ("2", "never"))
    with pytest.raises(StoreError, match=pragma):
        SqliteStore(tmp_path)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """The message says which folder and what to do."""
    (tmp_path / "results.sqlite").mkdir()
    with pytest.raises(StoreError, match="choose another"):
        SqliteStore(tmp_path)


def test_a_second_process_is_kept_out_of_the_folder(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two services on one folder would lose each other's answers: the second says so and ends."""
    monkeypatch.setitem(sqlite_file._WANTED, "busy_timeout", ("0", 0))
    with pytest.raises(StoreError, match="another sunlit"):
        SqliteStore(store._folder)


def test_an_open_poll_is_resumed_with_its_answers(tmp_path: Path, clock: Clock) -> None:
    """A new start within a day goes on where the last one stopped, and knows repeats."""
    spec = poll(2, 30)
    sent = bodies(spec, 20, seeded(3))
    first = SqliteStore(tmp_path, clock=clock)
    ticket = first.start(spec)
    first.submit(ticket.code, sent[:12])
    first.shut()
    clock.pass_hours(20)
    second = SqliteStore(tmp_path, clock=clock)
    assert {ticket.code: ticket} == dict(second.open_polls())
    assert second.count(ticket.code) == 12
    outcomes = second.submit(ticket.code, sent)
    assert outcomes == ([Outcome.REPEATED] * 12 + [Outcome.COUNTED] * 8)
    assert release_poll(spec, counted(spec, sent)) == second.close(ticket.code)
    second.shut()


def counted(spec, sent) -> list[list[int]]:  # noqa: ANN001 (spec and bodies)
    """Return the counts that these bodies must give."""
    return tally(spec, [(i, val) for body in sent for i, (_, val) in enumerate(body.rows)])


def test_broken_and_half_made_files_are_cleared_away(tmp_path: Path) -> None:
    """What a crash at opening leaves, or a file that is no database, does not stop the start."""
    (tmp_path / "poll-AAAAAA.sqlite").write_bytes(b"")
    (tmp_path / "poll-BBBBBB.sqlite").write_bytes(b"not a database, " * 300)
    (tmp_path / "text-CCCCCC.sqlite").write_bytes(b"")
    store = SqliteStore(tmp_path)
    assert dict(store.open_polls()) == {}
    assert [p.name for p in tmp_path.glob("[pt]*-??????.sqlite")] == []
    store.shut()


@pytest.mark.parametrize("step", ["_discard", "texts", "erase"])
def test_a_crash_between_release_and_removal_is_finished_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever the close is cut short, the release stands and the rows are gone."""
    spec = poll(2, 30, text=True)
    sent = bodies(spec, 25, seeded(5))
    store = SqliteStore(tmp_path)
    code = store.start(spec).code
    store.submit(code, sent)

    def crash(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        if step == "texts":
            patch.setattr(store._texts, "close", crash)
        elif step == "erase":
            patch.setattr("sunlit.reflection.sqlite_store.erase", crash)
        else:
            patch.setattr(store, step, crash)
        with pytest.raises(KeyboardInterrupt):
            store.close(code)
    store.shut()
    again = SqliteStore(tmp_path)
    assert release_poll(spec, counted(spec, sent)) == again.close(code)
    assert {0} == set(copies(tmp_path, [rid for body in sent for rid, _ in body.rows]))
    assert len(again.texts(code)) == 25
    again.shut()


CHILD = """
import sys
from _draws import seeded
from forensics import poll, bodies
from sunlit.reflection.sqlite_store import SqliteStore
from sunlit.reflection.store import Ticket
store = SqliteStore(sys.argv[1], ticket=lambda: Ticket("ABCDEF", "0" * 32))
spec = poll(2, 200)
if not store.open_polls():
    store.start(spec)
print("ready", flush=True)
for n, body in enumerate(bodies(spec, 200, seeded(11))):
    store.submit("ABCDEF", [body])
    print(n, flush=True)
print("closing", flush=True)
store.close("ABCDEF")
print("closed", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("after", [0, 3, 40, 199, "closing"])
def test_a_kill_loses_and_doubles_nothing(tmp_path: Path, after: int | str) -> None:
    """What was acknowledged before kill -9 is there once, and the rest can be sent again."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert child.stdout
    for line in child.stdout:
        if line.strip() == str(after):
            child.send_signal(signal.SIGKILL)
            break
    acknowledged = -1 if after == "closing" else int(after)
    child.stdout.close()
    child.wait(timeout=30)

    spec = poll(2, 200)
    sent = bodies(spec, 200, seeded(11))
    store = SqliteStore(tmp_path)
    if "ABCDEF" in store.open_polls():
        if after != "closing":
            assert store.count("ABCDEF") >= acknowledged + 1
        outcomes = store.submit("ABCDEF", sent)
        assert [Outcome.REPEATED] * (acknowledged + 1) == outcomes[: acknowledged + 1]
        assert set(outcomes) <= {Outcome.REPEATED, Outcome.COUNTED}
        assert store.count("ABCDEF") == 200
    released = store.close("ABCDEF")
    assert release_poll(spec, counted(spec, sent)) == released
    assert {0} == set(copies(tmp_path, [rid for body in sent for rid, _ in body.rows]))
    store.shut()
