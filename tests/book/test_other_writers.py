# SPDX-License-Identifier: MIT
"""Sunlit's own nodes in writers that are not HTML: everything can still be read."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = "lessons/ages-11-13/03-words"


@pytest.mark.parametrize("writer", ["text", "latex"])
def test_a_lesson_reads_in_another_writer(tmp_path: Path, writer: str) -> None:
    """In plain text and in LaTeX the page holds the rules, the activity and the help."""
    settings = {
        "extensions": "myst_nb,sunlit.book",
        "root_doc": PAGE,
        "include_patterns": f"{PAGE}.md",
        "myst_enable_extensions": "colon_fence,attrs_inline",
    }
    options = [part for key, value in settings.items() for part in ("-D", f"{key}={value}")]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-C", "-q", "-b", writer, *options,
         "-d", str(tmp_path / "trees"), str(ROOT), str(tmp_path / "out")],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    names = {"text": f"{PAGE}.txt", "latex": "*.tex"}
    (file,) = (tmp_path / "out").glob(names[writer])
    text = " ".join(file.read_text(encoding="utf-8").split())
    for words in (
        "We may pass, always",
        "Mend the school news",
        "He painted every brick with care",
    ):
        assert words in text
    assert "<svg" not in text
    assert text.index("People who help") < text.index("The missing word")
