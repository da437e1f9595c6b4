# SPDX-License-Identifier: MIT
"""Sunlit: activities and class reflections that take the stigma out of mental health.

The names below load when first used, so that ``import sunlit`` costs next to
nothing: pandas, matplotlib, pydantic, anywidget and Sphinx stay unloaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.reflection import Reflection
    from sunlit.widget import activity
    from sunlit.words import check_words

__all__ = ["Reflection", "__version__", "activity", "check_words"]

__version__ = "0.1.0"

_HOMES = {
    "Reflection": "sunlit.reflection",
    "activity": "sunlit.widget",
    "check_words": "sunlit.words",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sunlit' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - the point is to load late

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
