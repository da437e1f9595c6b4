# SPDX-License-Identifier: MIT
"""Anonymous class reflection: anonymous to each other and in storage.

A class answers from phones, Chromebooks or paper and sees itself once, at close, in tenths, with
small groups joined. The core (ladder, coins, comparison, stores) is pure Python; the service, the
notebook panel and the papers load when they are asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.reflection.notebook import Reflection
    from sunlit.reflection.teaching import teach

__all__ = ["Reflection", "teach"]

_HOMES = {"Reflection": "sunlit.reflection.notebook", "teach": "sunlit.reflection.teaching"}


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sunlit.reflection' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 (the point is to load late)

    return getattr(import_module(_HOMES[name]), name)
