# SPDX-License-Identifier: MIT
"""A copy of the whole book that a test may break, and a way to build it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ("lessons", "activities", "teacher_guides", "data", "docs", "src")
FILES = ("index.md", "_config.yml", "_toc.yml", "references.bib")
_BUILD = """
import sys
from pathlib import Path
from sunlit.book.building import build
from sunlit.problems import ContentError
school = Path(sys.argv[2]) if len(sys.argv) > 2 else None
try:
    print(build(Path(sys.argv[1]), school=school))
except ContentError as error:
    sys.exit(str(error))
"""


@dataclass
class Copy:
    """The book's sources in a folder of their own.

    root: where the sources are; out: where the site goes.
    """

    root: Path
    out: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in one file; it must be there."""
        file = self.root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def build(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Build the site in a process of its own, as somebody who edited a file would."""
        command = [sys.executable, "-c", _BUILD, str(self.out), *map(str, arguments)]
        environment = os.environ | {"PYTHONPATH": str(self.root / "src"), "PYTHONUTF8": "1"}
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )


@pytest.fixture(scope="session")
def copy_book(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Copy]:
    """Return a function that copies the book."""

    def copy() -> Copy:
        folder = tmp_path_factory.mktemp("copy")
        for name in CONTENT:
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, folder / "book" / name, ignore=ignore)
        for name in FILES:
            shutil.copy(ROOT / name, folder / "book" / name)
        return Copy(folder / "book", folder / "site")

    return copy
