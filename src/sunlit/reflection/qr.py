# SPDX-License-Identifier: MIT
"""The QR code of a join link, as rows of modules that a page draws itself."""

from __future__ import annotations

from functools import lru_cache

import segno


@lru_cache(maxsize=64)
def modules(link: str) -> list[str]:
    """Return the code's rows, ``1`` for dark, with the quiet zone of four modules around it."""
    code = segno.make(link, micro=False, error="m")
    return ["".join("1" if cell else "0" for cell in row) for row in code.matrix_iter(border=4)]
