# SPDX-License-Identifier: MIT
"""Hostile bodies: seeds, and endless variations on them and on a good body.

    python benchmarks/reflection/hostile.py [--bodies 200000]

Prints how many bodies were tried, taken and refused; anything but a taken or refused body is an
unexpected exception and ends the run with its input.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from _draws import seeded

from sunlit.reflection.body import BadBody, parse
from sunlit.reflection.spec import Item, PollSpec

if TYPE_CHECKING:
    import random

OPTIONS = ("A", "B", "C", "D", "E")
SPEC = PollSpec(
    (Item("one", "One?", "scale5", OPTIONS), Item("two", "Two?", "yes-no", ("Yes", "No"))),
    30,
    free_text="What helped?",
)
RID = "0123456789abcdef0123456789abcde"


def good(text: str = "it helped", vals: tuple[object, object] = (3, 0)) -> bytes:
    """Return a body that is taken, with other texts or values put in."""
    answers = [{"rid": f"{RID}{n}", "val": val} for n, val in enumerate(vals)]
    whole = {"answers": answers, "text": {"rid": f"{RID}f", "body": text}}
    return json.dumps(whole).encode()


def _raw(val: bytes) -> bytes:
    return good().replace(b'"val": 3', b'"val": ' + val)


def _rid(rid: bytes) -> bytes:
    return good().replace(f'"{RID}0"'.encode(), b'"' + rid + b'"')


SEEDS: dict[str, bytes] = {
    "empty": b"",
    "null": b"null",
    "list": b"[]",
    "number": b"1",
    "bad utf-8": good().replace(b"helped", b"\xff\xfe\xed\xa0\x80"),
    "mark": b"\xef\xbb\xbf" + good(),
    "utf-16": good().decode().encode("utf-16"),
    "nested": b"[" * 100_000,
    "nested objects": b'{"answers":' * 50_000,
    "NaN": _raw(b"NaN"),
    "infinity": _raw(b"-Infinity"),
    "1e400": _raw(b"1e400"),
    "5,000 digits": _raw(b"1" * 5000),
    "true": _raw(b"true"),
    "0.0": _raw(b"0.0"),
    "negative": _raw(b"-1"),
    "minus nought": _raw(b"-0.0"),
    "too high": _raw(b"6"),
    "text": _raw(b'"3"'),
    "null val": _raw(b"null"),
    "list val": _raw(b"[3]"),
    "rid with a line": _rid(RID.encode() + b"0\\n"),
    "rid in arabic digits": _rid(("\u0661" * 32).encode()),
    "rid in capitals": _rid(RID.upper().encode() + b"0"),
    "rid short": _rid(RID.encode()),
    "rid long": _rid(RID.encode() + b"00"),
    "rid twice": good().replace(f"{RID}1".encode(), f"{RID}0".encode()),
    "rid of the text twice": good().replace(f"{RID}f".encode(), f"{RID}0".encode()),
    "rid number": good().replace(f'"{RID}0"'.encode(), b"7"),
    "lone surrogate": good().replace(b"helped", b"\\ud800"),
    "NUL": good().replace(b"helped", b"\\u0000"),
    "raw NUL": good().replace(b"helped", b"\x00"),
    "bidi": good("\u202e\u2066 turned"),
    "marks": good("z" + "\u0335" * 10_000),
    "141 letters": good("a" * 141),
    "140 wide letters": good("\U0001f31e" * 140),
    "doubled name": good().replace(b'"val": 3', b'"val": 3, "val": 4'),
    "doubled answers": b'{"answers": [], ' + good()[1:],
    "one item": json.dumps({"answers": [{"rid": RID + "0", "val": 1}]}).encode(),
    "21 items": json.dumps({"answers": [{"rid": RID + "0", "val": 1}] * 21}).encode(),
    "an extra name": good()[:-1] + b', "name": "me"}',
    "no text": json.dumps({"answers": [{"rid": RID + c, "val": 1} for c in "01"]}).encode(),
    "trailing": good() + b"x",
    "two values": good() + good(),
    "prototype": b'{"__proto__": {}, ' + good()[1:],
    "quotes": good('"\\"</script><img onerror=1>'),
}
TAKEN = {"bidi", "NUL", "140 wide letters", "quotes"}


def mutate(seed: bytes, rng: random.Random) -> bytes:
    """Return a seed with some of its bytes changed, doubled, cut or joined to another."""
    content = bytearray(seed[:6000])
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(content) + 1)
        kind = rng.randrange(5)
        if kind == 0:
            content[at:at] = rng.randbytes(rng.randrange(1, 4))
        elif kind == 1:
            del content[at : at + rng.randrange(1, 9)]
        elif kind == 2:  # noqa: PLR2004 (one of five ways)
            part = rng.choice(
                (b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\\u", b"1e9", b"-")
            )
            content[at:at] = part
        elif kind == 3 and content:  # noqa: PLR2004
            content[at % len(content)] = rng.randrange(256)
        else:
            other = rng.choice(list(SEEDS.values()))[:3000]
            content[at:at] = other[: rng.randrange(1, 80)]
    return bytes(content)


def outcome(raw: bytes) -> bool:
    """Whether a body is taken; anything raised but BadBody goes up."""
    try:
        body = parse(raw, SPEC)
    except BadBody:
        return False
    sizes = (len(body.rows), {len(rid) for rid, _ in body.rows})
    if sizes != (2, {16}) or body.text is None:
        raise AssertionError(f"a body of the wrong shape was taken: {raw!r}")
    return True


def main(bodies: int) -> None:
    """Try the seeds, then variations."""
    rng = seeded(2026)
    taken = 0
    seeds = [good(), *SEEDS.values()]
    for number in range(bodies):
        raw = seeds[number] if number < len(seeds) else mutate(rng.choice(seeds), rng)
        try:
            taken += outcome(raw)
        except Exception:
            print(f"unexpected, for {raw[:500]!r}")
            raise
    print(
        f"{bodies:,} bodies: {taken:,} taken, {bodies - taken:,} refused, 0 unexpected exceptions"
    )


if __name__ == "__main__":
    main(int(sys.argv[sys.argv.index("--bodies") + 1]) if "--bodies" in sys.argv else 200_000)
