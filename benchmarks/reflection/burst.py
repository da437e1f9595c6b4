# SPDX-License-Identifier: MIT
"""A class presses Send in the same instant: times and losses over real connections.

Starts the service, opens polls, sends bodies of several items at once (each on a connection of its
own, set-up included) and closes. Prints p50 and p99; counts what was lost or doubled. The load
comes from the same machine, so times are upper figures.

    python benchmarks/reflection/burst.py [35 350 3500]
"""

from __future__ import annotations

import asyncio
import json
import secrets
import sys
import tempfile
import time
from pathlib import Path

from _service_process import Server

from sunlit.reflection.spec import Item, PollSpec
from sunlit.reflection.sqlite_store import SqliteStore

CONNECTIONS = 350
ITEMS = 3
PER_POLL = 35
SPEC = PollSpec(
    tuple(Item(f"q{n}", "Which?", "scale5", ("A", "B", "C", "D", "E")) for n in range(ITEMS)),
    PER_POLL,
    activity_id="burst",
    title="Burst",
)


def request(code: str, port: int) -> bytes:
    """Return one request as bytes."""
    answers = [{"rid": secrets.token_hex(16), "val": secrets.randbelow(6)} for _ in range(ITEMS)]
    body = json.dumps({"answers": answers}).ljust(2048).encode()
    head = (
        f"POST /api/join/{code}/answers HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body


async def phone(sent: bytes, port: int, gate: asyncio.Semaphore) -> tuple[float, int]:
    """Send one body and return how long it took and its status."""
    async with gate:
        start = time.perf_counter()
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        answer = await reader.read()
        writer.close()
        return time.perf_counter() - start, int(answer.split(b" ", 2)[1] or 0)


async def burst(requests: list[bytes], port: int) -> list[tuple[float, int]]:
    """Send everything at once."""
    gate = asyncio.Semaphore(CONNECTIONS)
    return await asyncio.gather(*(phone(one, port, gate) for one in requests))


def run(bodies: int) -> int:
    """Print one burst; return how many bodies were lost or doubled."""
    with tempfile.TemporaryDirectory() as data:
        server = Server(Path(data), SPEC)
        polls = -(-bodies // PER_POLL)
        codes = [server.ask("/api/polls", {"activity": "burst"})["code"] for _ in range(polls)]
        port = int(server.ports[0])
        requests = [request(codes[n % polls], port) for n in range(bodies)]
        start = time.perf_counter()
        results = asyncio.run(burst(requests, port))
        took = time.perf_counter() - start
        server.kill()
        store = SqliteStore(data)
        kept = sum(store.count(code) for code in codes)
        store.shut()
        times = sorted(seconds for seconds, _ in results)
        good = sum(status == 204 for _, status in results)  # noqa: PLR2004 (counted)
        p50, p99 = times[len(times) // 2], times[int(len(times) * 0.99)]
        print(
            f"{bodies:>5} bodies x {ITEMS} items, {polls:>3} polls: p50 {1000 * p50:6.0f} ms, "
            f"p99 {1000 * p99:6.0f} ms, {bodies / took:6.0f}/s, acknowledged {good}, kept {kept}",
            flush=True,
        )
        return abs(bodies - good) + abs(bodies - kept)


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]] or [35, 350, 3500]
    sys.exit(1 if sum(run(size) for size in sizes) else 0)
