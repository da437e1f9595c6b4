# SPDX-License-Identifier: MIT
"""``sunlit words``: check files, or answer JSON lines, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from sunlit.words.checker import Match, check_words
from sunlit.words.own_text import check_own_text

if TYPE_CHECKING:
    from collections.abc import Sequence

OK, FOUND, UNREADABLE = 0, 1, 2


def run_words_command(  # noqa: PLR0913 - one for each option of the command
    paths: Sequence[str],
    *,
    as_json: bool,
    jsonl: bool,
    safeguarding: bool,
    stdin: TextIO,
    stdout: TextIO,
    band: str = "ages-14-18",
) -> int:
    """Run ``sunlit words`` and return its exit code.

    0: nothing found. 1: wording worth a second look (notes alone do not count).
    2: something could not be read; the message says which file or line. With
    ``jsonl``, lines ``{"id", "text"}`` are answered by ``{"id", "matches":
    [[start, end, category], ...]}`` in code points, and the exit code is 0.
    ``safeguarding`` looks for messages an adult should see instead, and goes
    with ``jsonl`` only.
    """
    if jsonl:
        return _answer_lines(safeguarding=safeguarding, band=band, stdin=stdin, stdout=stdout)
    if safeguarding:
        stdout.write("--safeguarding reads messages as JSON lines: add --jsonl.\n")
        return UNREADABLE
    code = OK
    found: list[dict[str, Any]] = []
    for name in paths:
        file = Path(name)
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
            stdout.write(f"{name}: this file can't be read: {reason}.\n")
            code = UNREADABLE
            continue
        syntax = {".md": "markdown", ".yml": "yaml", ".yaml": "yaml"}.get(file.suffix, "plain")
        matches = check_own_text(text, band, syntax=syntax)
        if code == OK and any(not match.note for match in matches):
            code = FOUND
        for match in matches:
            line, column = line_and_column(text, match.start)
            if as_json:
                found.append({"file": name, "line": line, "column": column, **_plain(match)})
            else:
                stdout.write(f"{name}:{line}:{column}: {explain(match)}\n")
    if as_json:
        stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return code


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1, the column in code points."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def explain(match: Match) -> str:
    """Return one line: the phrase, one reason, up to two other wordings, the source."""
    if match.category == "help-card":
        return f"“{_one_line(match.text)}”: someone may need help. See the help page."
    parts = [f"“{_one_line(match.text)}”: {match.reason}"]
    if match.suggestions:
        parts.append("Try: " + " / ".join(match.suggestions) + ".")
    if match.ask:
        parts.append(match.ask)
    if match.source:
        parts.append(f"(handbook row {match.row}, {', '.join(match.source)})")
    return " ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(match: Match) -> dict[str, Any]:
    fields = ("start", "end", "text", "category", "severity", "row", "reason", "suggestions")
    return {name: getattr(match, name) for name in (*fields, "source", "ask", "note")}


def _answer_lines(*, safeguarding: bool, band: str, stdin: TextIO, stdout: TextIO) -> int:
    code = OK
    for number, line in enumerate(stdin, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            name, text = asked["id"], asked["text"]
        except (ValueError, KeyError, TypeError):
            text = None
        if not isinstance(text, str):
            stdout.write(
                json.dumps({"error": f'line {number}: wanted {{"id": ..., "text": "..."}}'}) + "\n"
            )
            code = UNREADABLE
            continue
        if safeguarding:
            from sunlit.words.safeguarding import check_message  # noqa: PLC0415 - own data

            answers = [[c.start, c.end, c.category] for c in check_message(text)]
        else:
            answers = [[m.start, m.end, m.category] for m in check_words(text, band) if not m.note]
        stdout.write(json.dumps({"id": name, "matches": answers}, ensure_ascii=False) + "\n")
    return code
