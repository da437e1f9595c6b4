# SPDX-License-Identifier: MIT
"""Paper slips drawn from a hat: the draw itself separates slip and pupil."""

from __future__ import annotations

import secrets

from sunlit.reflection.store import CODE_SYMBOLS

SLIP_LENGTH = 8


def new_slips(count: int) -> list[str]:
    """Return ``count`` different slips of eight symbols: 40 random bits each."""
    slips: set[str] = set()
    while len(slips) < count:
        slips.add("".join(secrets.choice(CODE_SYMBOLS) for _ in range(SLIP_LENGTH)))
    return list(slips)
