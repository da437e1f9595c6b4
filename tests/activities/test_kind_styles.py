# SPDX-License-Identifier: MIT
"""Style rules of kinds and of the book's pages must not reach into each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import sunlit.book
from sunlit.activities.registry import KINDS
from sunlit.frontend.linking import FRONTEND

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_SHEETS = Path(sunlit.book.__file__).parent / "style"


def _classes(*files: Path) -> set[str]:
    """Return the classes that style sheets have rules for."""
    text = "".join(_COMMENT.sub("", file.read_text(encoding="utf-8")) for file in files)
    return set(_CLASS.findall(text))


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_no_class_that_the_book_styles_differently(kind: str) -> None:
    """A class of one kind's own means nothing else on a page of the book."""
    own = FRONTEND / "kinds" / f"{kind}.css"
    if not own.is_file():
        pytest.skip("this kind has no rules of its own")
    shared = _classes(FRONTEND / "activity.css")
    assert (_classes(own) - shared) & _classes(*_SHEETS.glob("*.css")) == set()
