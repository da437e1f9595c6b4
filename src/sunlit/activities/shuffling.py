# SPDX-License-Identifier: MIT
"""An order for showing cards that gives nothing away and never changes."""

from __future__ import annotations

import hashlib
from string import ascii_lowercase
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")


def shuffled(cards: Sequence[T], text: Callable[[T], str]) -> list[T]:
    """Return ``cards`` in an order that depends on ``text(card)`` alone.

    The same lesson shows the same order on page, notebook and paper; it never is the
    author's own order, which is the answer.
    """
    order = sorted(cards, key=lambda card: hashlib.sha256(text(card).encode()).digest())
    return order[1:] + order[:1] if order == list(cards) else order


def letters() -> Iterator[str]:
    """Yield a, b, c … z, then aa, ab …: ids that are the same on every surface."""
    yield from ascii_lowercase
    for first in ascii_lowercase:
        for second in ascii_lowercase:
            yield first + second
