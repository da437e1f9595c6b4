# SPDX-License-Identifier: MIT
"""What a seized laptop shows: the store's files, read byte by byte.

Sends the same bodies in two random orders and compares the files with their counters masked;
looks at the order of row ids on disk; counts copies of every id while open and after close. Beside
the store, the layouts it replaces, so that the reader is seen to find what there is.

    python benchmarks/reflection/forensics.py [--runs 40]
"""

from __future__ import annotations

import itertools
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from _draws import seeded

from sunlit.reflection.spec import Item, PollSpec
from sunlit.reflection.sqlite_store import SqliteStore
from sunlit.reflection.store import Body, Text, Ticket

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence

# Offsets of the change counter and the version-valid-for number in an SQLite header: they count
# commits and say nothing about who sent when (https://www.sqlite.org/fileformat.html).
COUNTERS = (slice(24, 28), slice(92, 96))


def masked(path: Path) -> bytes:
    """Return a file with its commit counters blanked."""
    content = bytearray(path.read_bytes())
    for part in COUNTERS:
        content[part] = b"\0" * 4
    return bytes(content)


def everything(folder: Path) -> bytes:
    """Return every byte of every file in a folder, journals included."""
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def copies(folder: Path, ids: Iterable[bytes]) -> list[int]:
    """Count how often each id stands in any file of the folder."""
    content = everything(folder)
    return [content.count(rid) for rid in ids]


def in_order(content: bytes, sent: Sequence[bytes]) -> float:
    """Return the share of neighbours by sending whose places on disk are in the same order."""
    places = [content.find(rid) for rid in sent]
    pairs = list(itertools.pairwise(places))
    return sum(a < b for a, b in pairs) / len(pairs)


def poll(items: int, pupils: int, *, text: bool = False, slips: bool = False) -> PollSpec:
    """Return a poll of the wanted size."""
    asked = tuple(
        Item(f"q{i}", "Which idea will you use?", "scale5", ("A", "B", "C", "D", "E"))
        for i in range(items)
    )
    return PollSpec(asked, pupils, free_text="Anything else?" if text else "", slips=slips)


def bodies(spec: PollSpec, pupils: int, rng: random.Random) -> list[Body]:
    """Return one body for each pupil."""
    return [
        Body(
            tuple((rng.randbytes(16), rng.randrange(6)) for _ in spec.items),
            Text(rng.randbytes(16), f"thought {pupil} " * 6, flag=False)
            if spec.free_text
            else None,
            f"slip-{pupil}",
        )
        for pupil in range(pupils)
    ]


def send(store: SqliteStore, code: str, sent: Sequence[Body], batch: int, seed: int) -> None:
    """Send bodies one to a commit, or in random batches of up to ``batch``."""
    rng = seeded(seed)
    left = list(sent)
    while left:
        take = rng.randint(1, batch)
        store.submit(code, left[:take])
        del left[:take]


def two_orders(seed: int, items: int, pupils: int, batch: int, **extras: bool) -> list[list[bytes]]:
    """Return the masked files after two send orders of the same bodies."""
    rng = seeded(seed)
    spec = poll(items, pupils, **extras)
    sent = bodies(spec, pupils, rng)
    files = []
    for order in range(2):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            store = SqliteStore(
                folder, clock=lambda: 3.6e9, ticket=lambda: Ticket("ABCDEF", "0" * 32)
            )
            ticket = store.start(spec, slips=[body.slip for body in sent] if spec.slips else ())
            shuffled = seeded(2 * seed + order).sample(sent, len(sent))
            send(store, ticket.code, shuffled, batch, seed + order)
            files.append([masked(path) for path in sorted(folder.glob("[pt]*.sqlite"))])
            store.shut()
    return files


def ordinary_table(sent: Sequence[bytes]) -> bytes:
    """Return the file of an ordinary table, which keeps the order of sending."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "ordinary.sqlite"
        connection = sqlite3.connect(path)
        connection.execute("create table answer (rid blob)")
        for rid in sent:
            connection.execute("insert into answer values (?)", (rid,))
            connection.commit()
        connection.close()
        return path.read_bytes()


def main(runs: int) -> int:
    """Print the comparisons; return the number of surprises."""
    bad = 0
    for items, pupils, batch in [(1, 30, 1), (6, 30, 1), (3, 30, 9), (10, 35, 9), (3, 150, 20)]:
        same = 0
        for seed in range(runs):
            first, second = two_orders(
                seed, items, pupils, batch, text=seed % 2 == 1, slips=seed % 3 == 1
            )
            same += first == second
        bad += runs - same
        print(
            f"{pupils:>3} pupils x {items:>2} items, batches up to {batch:>2}: {same}/{runs} alike"
        )
    shares, open_copies, left = [], set(), 0
    for seed in range(runs):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            store = SqliteStore(folder)
            spec = poll(1, 30)
            sent = bodies(spec, 30, seeded(seed))
            code = store.start(spec).code
            send(store, code, sent, 1, seed)
            rids = [body.rows[0][0] for body in sent]
            shares.append(in_order(everything(folder), rids))
            open_copies |= set(copies(folder, rids))
            store.close(code)
            left += sum(copies(folder, rids))
            store.shut()
    mean = sum(shares) / len(shares)
    print(f"neighbours in order on disk: mean {mean:.2f}, {min(shares):.2f} to {max(shares):.2f}")
    print(f"copies of an id while open: {sorted(open_copies)}; after close, in all runs: {left}")
    control = in_order(ordinary_table(rids), rids)
    print(f"the same reader on an ordinary table: {control:.2f} or {1 - control:.2f} in order")
    return bad + left


if __name__ == "__main__":
    wanted = int(sys.argv[sys.argv.index("--runs") + 1]) if "--runs" in sys.argv else 40
    sys.exit(1 if main(wanted) else 0)
