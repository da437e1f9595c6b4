# SPDX-License-Identifier: MIT
"""Where the curriculum's files are: in a checkout, or inside the installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def content_root() -> Path:
    """Return the folder that holds ``lessons/``, ``activities/`` and ``_toc.yml``.

    A checkout comes first: whoever edits a lesson there sees the edit at once.

    Raises
    ------
    FileNotFoundError
        When neither a checkout nor the wheel's own copy is there.

    """
    for root in (_PACKAGE.parent.parent, _PACKAGE / "content"):
        if (root / "_toc.yml").is_file() and (root / "activities").is_dir():
            return root
    raise FileNotFoundError(
        "Sunlit's lessons are missing: this installation has no 'activities' folder. "
        "Install it again, or run it from a complete copy."
    )
