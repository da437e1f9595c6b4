# SPDX-License-Identifier: MIT
"""Draws that come out the same each time, so that a figure can be reproduced."""

from __future__ import annotations

import random


def seeded(seed: int) -> random.Random:
    """Return a generator for scripts and tests; nothing secret is ever drawn from it."""
    return random.Random(seed)  # noqa: S311 (reproducible on purpose)
