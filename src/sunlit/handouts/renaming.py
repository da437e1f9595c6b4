# SPDX-License-Identifier: MIT
"""Other names for the made-up people, when a pupil in the class bears one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sunlit.handouts.settings import Settings

_NOT_TEXT = frozenset({"b", "image", "t", "to"})


def renamed(value: Any, settings: Settings) -> Any:
    """Return content (plain JSON) with the names changed in every text.

    Content only: the school's people keep theirs, whatever a character is called.
    """
    if not settings.rename:
        return value
    if isinstance(value, str):
        return settings.renamed(value)
    if isinstance(value, list):
        return [renamed(item, settings) for item in value]
    if isinstance(value, dict):
        return {
            key: item if key in _NOT_TEXT else renamed(item, settings)
            for key, item in value.items()
        }
    return value
