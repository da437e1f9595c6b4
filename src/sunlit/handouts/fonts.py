# SPDX-License-Identifier: MIT
"""Typefaces for paper: packages under the SIL Open Font License, never the system's.

The same fonts on every machine give the same lines and the same bytes.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

Face = Literal["default", "legible"]

_FIRST: dict[Face, str] = {"default": "Lexend", "legible": "Atkinson Hyperlegible"}
_PACKAGES = (
    "fontpkg_lexend",
    "fontpkg_atkinson_hyperlegible",
    "fontpkg_noto_sans",
    "fontpkg_tajawal",
)
BOXES = "DejaVu Sans Mono"
"""Inside typst; has the ballot boxes that a screen reader names."""
FALLBACK = "Noto Sans"
ARABIC = "Tajawal"
"""Its Arabic can be copied, searched and read aloud; that of Noto Sans Arabic can't."""


def families(face: Face, language: str) -> list[str]:
    """Return the families to set text in, first choice first."""
    arabic = [ARABIC] if language in {"ar", "fa", "ur"} else []
    return [*arabic, _FIRST[face], FALLBACK, BOXES]


@cache
def folders() -> tuple[Path, ...]:
    """Return the folders with the font files.

    Raises
    ------
    ModuleNotFoundError
        When a font package is missing; the message names it.

    """
    found = []
    for name in _PACKAGES:
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            package = name.replace("_", "-")
            raise ModuleNotFoundError(
                f"the font package '{package}' is missing. Install it: pip install {package}"
            )
        found.append(Path(next(iter(spec.submodule_search_locations))) / "files")
    return tuple(found)
