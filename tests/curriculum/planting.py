# SPDX-License-Identifier: MIT
"""Plants a text in a copy of a real lesson and says at which line it stands."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import Lesson
from sunlit.curriculum.themes import THEMES

FOLDER = Path(__file__).parent / "corpus"
FOLDERS = {"lessons": ".md", "activities": ".yml", "teacher_guides": ".md"}
THEME = "03-words"
LETTERS = dict(zip("ABCD", BANDS, strict=True))


@dataclass(frozen=True)
class Row:
    """One planted text: where it goes, and which rule must find it (none for near-misses)."""

    rule: str
    band: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.rule or 'passes'}-{self.band}-{self.where}-{self.text[:40]}"


def rows(kind: str, *, blind: bool = False) -> list[Row]:
    """Return the ``bad`` or ``good`` rows of the corpus; ``blind`` ones stand apart."""
    yaml = YAML(typ="safe", pure=True)
    found = []
    for file in sorted(FOLDER.glob("*.yml")):
        data: dict[str, list[dict[str, Any]]] = yaml.load(file.read_text(encoding="utf-8"))
        if file.stem == "structure" or (file.stem == "blind") != blind:
            continue
        found += [Row(str(r.get("rule", "")), r["band"], r["where"], r["text"]) for r in data[kind]]
    return found


def copy_lessons(source: Path, root: Path, letters: str = "ABCD") -> None:
    """Copy the real lessons of one theme, in the bands of ``letters``, and their sources."""
    for letter in letters:
        for folder, suffix in FOLDERS.items():
            target = root / folder / LETTERS[letter] / f"{THEME}{suffix}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / target.relative_to(root), target)
    for name in ("references.bib", "_toc.yml"):
        shutil.copy(source / name, root / name)


def lesson_of(root: Path, band: str) -> Lesson:
    """Return the real lesson of a band (A to D) in the copy at ``root``."""
    return Lesson(BANDS[LETTERS[band]], THEMES[THEME], root)


def plant(lesson: Lesson, row: Row, number: int = 0) -> tuple[Path, str]:
    """Write ``row`` into the lesson; return the file and the line's text to look for."""
    if row.where.startswith("front:"):
        key = row.where.partition(":")[2]
        lines = lesson.page.read_text(encoding="utf-8").split("\n")
        at = next(i for i, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[at] = f"{key}: {quoted(row.text)}"
        lesson.page.write_text("\n".join(lines), encoding="utf-8")
        return lesson.page, lines[at]
    if row.where in {"activity", "feedback", "item"}:
        text = lesson.activities.read_text(encoding="utf-8").rstrip("\n")
        block, line = _block(row, number)
        lesson.activities.write_text(f"{text}\n\n{block}\n", encoding="utf-8")
        return lesson.activities, line
    if row.where == "page":
        return lesson.page, _insert(lesson.page, "## ", 3, row.text)
    heading = "## Family letter" if row.where == "letter" else "### Hook"
    words = {"say": f"```{{say}}\n{row.text}\n```", "letter": f"> {row.text}"}
    _insert(lesson.guide, heading, 1, words.get(row.where, row.text))
    return lesson.guide, f"> {row.text}" if row.where == "letter" else row.text


def line_of(file: Path, line: str) -> int:
    """Return the number of the line that reads ``line``."""
    return file.read_text(encoding="utf-8").split("\n").index(line) + 1


def quoted(text: str) -> str:
    """Return ``text`` as a YAML text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def _insert(file: Path, heading: str, count: int, text: str) -> str:
    """Put ``text`` as a paragraph of its own below the ``count``-th ``heading``."""
    lines = file.read_text(encoding="utf-8").split("\n")
    at = [i for i, line in enumerate(lines) if line.startswith(heading)][count - 1]
    lines[at + 1 : at + 1] = ["", *text.split("\n")]
    file.write_text("\n".join(lines), encoding="utf-8")
    return text


def _block(row: Row, number: int) -> tuple[str, str]:
    """Return an activity with the text in it, and the line in which the text stands."""
    text = quoted(row.text)
    name = f"planted-{number}"
    if row.where == "item":
        young = row.band in "AB"
        line = f"      text: {text}"
        about = "character" if young else "lesson"
        hands = "  mode: hands\n" if row.band == "A" else ""
        return (
            (
                f"{name}:\n  kind: reflection\n  title: A question\n  about: {about}\n{hands}"
                f"  items:\n    - id: planted\n      type: yes-no\n{line}"
            ),
            line,
        )
    if row.where == "activity":
        line, why = f"      text: {text}", "Say more."
    else:
        line, why = f"          why: {text}", ""
    body = (
        f"{name}:\n  kind: quiz\n  title: A question\n  questions:\n    - type: single\n"
        f"      text: {text if row.where == 'activity' else 'What now?'}\n      options:\n"
        f"        - text: This one\n          why: {why or text}\n"
        f"        - text: That one\n          why: Fine as well."
    )
    return body, line
