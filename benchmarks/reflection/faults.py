# SPDX-License-Identifier: MIT
"""Kill -9 in the middle of everything: what is lost, doubled or wrong.

Phones send over HTTP and try again with the same bytes until they get 204; meanwhile the server's
process is killed and started again, also while polls close. At the end every poll's release must
be that of exactly the bodies its phones sent.

    python benchmarks/reflection/faults.py [--kills 8] [--polls 60]
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import secrets
import sys
import tempfile
import threading
import time
from pathlib import Path

from _draws import seeded
from _service_process import Server

from sunlit.reflection.release import release_poll
from sunlit.reflection.spec import Item, PollSpec
from sunlit.reflection.store import tally

PUPILS = 33
SPEC = PollSpec(
    tuple(Item(f"q{n}", "Which?", "scale5", ("A", "B", "C", "D", "E")) for n in range(3)),
    30,
    activity_id="faults",
    title="Faults",
)


def body(rng: object) -> dict:
    """Return one pupil's answers."""
    return {"answers": [{"rid": secrets.token_hex(16), "val": rng.randrange(6)} for _ in range(3)]}


async def phone(server: Server, code: str, sent: dict, counts: dict[str, int]) -> None:
    """Send until it is acknowledged."""
    line = json.dumps(sent).ljust(2048).encode()
    while True:
        try:
            head = (
                f"POST /api/join/{code}/answers HTTP/1.1\r\nHost: 127.0.0.1:{server.ports[0]}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(line)}\r\n"
                "Connection: close\r\n\r\n"
            )
            reader, writer = await asyncio.open_connection("127.0.0.1", int(server.ports[0]))
            writer.write(head.encode() + line)
            answer = await asyncio.wait_for(reader.read(), 10)
            writer.close()
            if answer.split(b" ", 2)[1:2] == [b"204"]:
                counts["acknowledged"] += 1
                return
        except (OSError, TimeoutError):
            pass
        counts["retried"] += 1
        await asyncio.sleep(0.05)


async def storm(server: Server, polls: dict[str, list[dict]], kills: int) -> dict[str, int]:
    """Send everything from 64 phones while the server is killed again and again."""
    counts = {"acknowledged": 0, "retried": 0}
    gate = asyncio.Semaphore(64)

    async def one(code: str, sent: dict) -> None:
        async with gate:
            await phone(server, code, sent, counts)

    tasks = [asyncio.create_task(one(code, sent)) for code, all_ in polls.items() for sent in all_]
    total = len(tasks)
    for number in range(kills):
        while counts["acknowledged"] < total * (number + 1) // (kills + 2):  # noqa: ASYNC110 (a count)
            await asyncio.sleep(0.01)
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
    await asyncio.gather(*tasks)
    return counts


def try_to_close(server: Server, code: str) -> None:
    """Ask for the close and do not mind when the server is killed meanwhile."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        server.ask(f"/api/polls/{code}/close", {})


def main(kills: int, number: int) -> int:
    """Print the outcome; return how many polls came out wrong."""
    rng = seeded(11)
    with tempfile.TemporaryDirectory() as name:
        server = Server(Path(name), SPEC)
        codes = [server.ask("/api/polls", {"activity": "faults"})["code"] for _ in range(number)]
        polls = {code: [body(rng) for _ in range(PUPILS)] for code in codes}
        counts = asyncio.run(storm(server, polls, kills))
        wrong = 0
        closing = 0
        for place, (code, sent) in enumerate(polls.items()):
            if place % (number // kills or 1) == 0:  # a kill while this one closes
                closing += 1
                pending = threading.Thread(target=try_to_close, args=(server, code))
                pending.start()
                time.sleep(rng.random() / 20)  # somewhere between its start and its end
                server.kill()
                pending.join()
                server.start()
            shown = server.ask(f"/api/polls/{code}/close", {})["release"]
            rows = [(i, a["val"]) for one in sent for i, a in enumerate(one["answers"])]
            wrong += shown != release_poll(SPEC, tally(SPEC, rows)).as_dict()
        left = b"".join(path.read_bytes() for path in Path(name).iterdir())
        ids = [a["rid"] for all_ in polls.values() for one in all_ for a in one["answers"]]
        found = sum(bytes.fromhex(rid) in left for rid in ids)
        server.kill()
    print(
        f"{kills} kills while sending, {closing} around closing: "
        f"{counts['acknowledged']:,} acknowledged, {counts['retried']:,} retries, "
        f"{wrong} of {number} polls wrong, {found} ids left on disk"
    )
    return wrong + found


if __name__ == "__main__":
    words = dict(zip(sys.argv[1::2], sys.argv[2::2], strict=False))
    sys.exit(1 if main(int(words.get("--kills", 8)), int(words.get("--polls", 60))) else 0)
