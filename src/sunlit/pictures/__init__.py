# SPDX-License-Identifier: MIT
"""The cast of animals, drawn as accessible SVG from a description written in YAML.

>>> from sunlit.pictures import PictureDescription, draw
>>> bear = PictureDescription(who="bear", feeling="happy")
>>> draw(bear, uid="p1", theme="light").title
'Bear, standing, looks happy'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.pictures.description import PictureDescription
    from sunlit.pictures.drawing import Picture, draw

__all__ = ["Picture", "PictureDescription", "draw"]

_HOMES = {
    "Picture": "sunlit.pictures.drawing",
    "PictureDescription": "sunlit.pictures.description",
    "draw": "sunlit.pictures.drawing",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sunlit.pictures' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - the point is to load late

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
