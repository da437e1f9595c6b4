# SPDX-License-Identifier: MIT
"""``sunlit words`` as a teacher, an editor or a CI job meets it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from sunlit.words.command import run_words_command

if TYPE_CHECKING:
    from pathlib import Path


def run(
    *paths: str, stdin: str = "", as_json: bool = False, jsonl: bool = False
) -> tuple[int, str]:
    """Run the command and return its exit code and what it wrote."""
    out = io.StringIO()
    code = run_words_command(
        paths,
        as_json=as_json,
        jsonl=jsonl,
        safeguarding=False,
        stdin=io.StringIO(stdin),
        stdout=out,
    )
    return code, out.getvalue()


def test_a_hit_is_placed_by_line_and_column(tmp_path: Path) -> None:
    """A hit names file, line and column, with a reason and another wording."""
    file = tmp_path / "essay.txt"
    file.write_text("The poet was famous.\nHe committed suicide in 1963.\n", encoding="utf-8")
    code, written = run(str(file))
    assert code == 1
    assert written.startswith(f"{file}:2:4: “committed suicide”: ")
    assert "died by suicide" in written


def test_a_clean_file_passes(tmp_path: Path) -> None:
    """A file without a hit writes nothing and passes."""
    file = tmp_path / "essay.txt"
    file.write_text("We laid crazy paving.\n", encoding="utf-8")
    assert run(str(file)) == (0, "")


def test_a_missing_file_is_said_plainly(tmp_path: Path) -> None:
    """A file that is not there is named, with exit code 2 and no traceback."""
    code, written = run(str(tmp_path / "gone.txt"))
    assert code == 2
    assert "gone.txt: this file can't be read" in written


def test_json_lines_are_answered_by_id() -> None:
    """Each JSON line is answered with its id and spans in code points."""
    asked = json.dumps({"id": "a", "text": "😀 She commited sucide."}, ensure_ascii=False)
    code, written = run(stdin=asked + "\n", jsonl=True)
    assert code == 0
    assert json.loads(written) == {"id": "a", "matches": [[6, 21, "suicide-language"]]}
