# SPDX-License-Identifier: MIT
"""Has anything changed? Digests of files, so that a build does only what it must."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = Path(__file__).resolve().parent.parent


def digest(files: Iterable[Path], *more: str) -> str:
    """Return a digest of the names and the content of ``files`` and of ``more`` texts."""
    made = hashlib.sha256("\0".join(more).encode())
    for file in files:
        if file.is_file():
            made.update(str(file).encode() + b"\0" + file.read_bytes() + b"\0")
    return made.hexdigest()


def package_files() -> list[Path]:
    """Return the files of Sunlit itself, without the lessons that a wheel carries."""
    return [
        file
        for file in sorted(_PACKAGE.rglob("*"))
        if "__pycache__" not in file.parts
        and file.relative_to(_PACKAGE).parts[0] != "content"
        and file.is_file()
    ]
