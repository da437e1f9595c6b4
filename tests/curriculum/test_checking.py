# SPDX-License-Identifier: MIT
"""``sunlit check``: each planted fault is found at its line, near-misses are not."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.content import content_root
from sunlit.curriculum.checking import check_content
from sunlit.curriculum.lessons import lessons
from sunlit.curriculum.rules.numbers import phone_like

if TYPE_CHECKING:
    from pathlib import Path

NAME = "ages-11-13/03-words"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy one lesson, so that a test can break it."""
    for folder, suffix in (("lessons", "md"), ("activities", "yml"), ("teacher_guides", "md")):
        target = tmp_path / folder / f"{NAME}.{suffix}"
        target.parent.mkdir(parents=True)
        shutil.copy(content_root() / folder / f"{NAME}.{suffix}", target)
    for file in ("references.bib", "_toc.yml"):
        shutil.copy(content_root() / file, tmp_path / file)
    return tmp_path


def change(file: Path, old: str, new: str) -> int:
    """Replace ``old`` once and return the line where it stood."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def found(root: Path) -> list[tuple[str, str, int]]:
    """Return (file, rule, line) of every finding that has to be mended."""
    report = check_content((), root)
    return [
        (str(finding.file.relative_to(root)), finding.rule, finding.line)
        for finding in report.findings
        if finding.must
    ]


def test_a_whole_curriculum_with_one_lesson_is_clean(root: Path) -> None:
    """Before anything is planted, the lesson that tests plant faults in has none."""
    assert found(root) == []


def test_the_curriculum_is_clean() -> None:
    """Every lesson in the repository keeps every must rule."""
    report = check_content()
    assert [str(finding) for finding in report.findings if finding.must] == []
    assert report.files == 3 * len(lessons())
    assert report.exit_code == 0


@pytest.mark.parametrize("folder", ["activities", "teacher_guides"])
def test_a_missing_file_is_named(root: Path, folder: str) -> None:
    """A lesson without its activities or its guide is found at its page."""
    suffix = ".yml" if folder == "activities" else ".md"
    (root / folder / f"{NAME}{suffix}").unlink()
    assert (f"lessons/{NAME}.md", "files", 1) in found(root)


def test_a_renamed_lesson_is_found_from_both_sides(root: Path) -> None:
    """Moving the page alone leaves its guide and activities as strays."""
    (root / f"lessons/{NAME}.md").rename(root / "lessons/ages-11-13/03-wordz.md")
    places = found(root)
    assert ("lessons/ages-11-13/03-wordz.md", "files", 1) in places
    assert (f"activities/{NAME}.yml", "files", 1) in places
    assert (f"teacher_guides/{NAME}.md", "files", 1) in places


FAULTS = [
    ("lessons", "```{agreement}", "```{note}", "B-9", 1),
    ("lessons", "```{signposting}", "```{note}", "B-40", 1),
    ("lessons", "{cite}`rose2007`", "{cite}`rose2077`", "citations", None),
    ("lessons", "{cite}`rose2007`", "[@rose2007]", "citations", None),
    ("lessons", "```{activity} swap", "```{activity} swop", "files", None),
    ("lessons", "## Noor comes back", "## Noor is back", "4", None),
    ("lessons", "lead:", "leed:", "format", None),
    ("lessons", "section: Noor comes back,", "section: Noor back?,", "format", None),
    ("lessons", "minutes: 50", "minutes: fifty", "format", None),
    (
        "lessons",
        "Nobody in the room knows",
        "Ring 0800 1111 if Nobody in the room knows",
        "8.2",
        None,
    ),
    (
        "lessons",
        "Nobody in the room knows",
        "Call 116123 now. Nobody in the room knows",
        "8.2",
        None,
    ),
    ("activities", "kind: sort", "kind: sport", "format", None),
    ("teacher_guides", "lesson: ages-11-13/03-words", "lesson: ages-11-13/04-words", "files", None),
    ("teacher_guides", "## Awkward questions", "## Other questions", "4", 1),
    ("teacher_guides", "```{preflight}", "```{note}", "5.12", 1),
]


@pytest.mark.parametrize(("folder", "old", "new", "rule", "line"), FAULTS)
def test_each_planted_fault_is_found_at_its_line(
    root: Path, folder: str, old: str, new: str, rule: str, line: int | None
) -> None:
    """One fault, one rule, the right line."""
    file = root / folder / f"{NAME}{'.yml' if folder == 'activities' else '.md'}"
    planted = change(file, old, new)
    wanted = (str(file.relative_to(root)), rule, planted if line is None else line)
    assert wanted in found(root)


def test_minutes_that_do_not_add_up_are_found_at_the_plan(root: Path) -> None:
    """A teacher can trust the clock: the plan adds up to the lesson."""
    file = root / f"lessons/{NAME}.md"
    line = change(file, "plan:\n", "plan:\n")
    change(file, "minutes: 6,", "minutes: 7,")
    assert (f"lessons/{NAME}.md", "7.1", line) in found(root)


def test_an_exception_needs_a_reason_and_shows(root: Path) -> None:
    """An author may allow a place, in the file, with words that say why."""
    file = root / f"lessons/{NAME}.md"
    change(
        file,
        "Nobody in the room knows",
        "% sunlit-allow: 8.2 a date in an old archive number\nBox 0161 496 0000. Nobody knows",
    )
    report = check_content((), root)
    assert [entry.reason for entry in report.exempt] == ["a date in an old archive number"]
    assert report.exit_code == 0
    change(file, " a date in an old archive number", "")
    assert check_content((), root).exit_code == 1


def test_one_file_stands_for_its_lesson(root: Path) -> None:
    """Naming a guide checks the lesson it belongs to and no other."""
    report = check_content([root / f"teacher_guides/{NAME}.md"])
    assert report.files == 3


def test_findings_are_json_for_other_tools(root: Path) -> None:
    """Each line is one finding with file, line, rule, words, why and mend."""
    change(root / f"lessons/{NAME}.md", "{cite}`rose2007`", "{cite}`nobody`")
    first = json.loads(check_content((), root).as_json().splitlines()[0])
    assert first["rule"] == "citations"
    assert set(first) == {"file", "line", "column", "rule", "words", "why", "mend", "must", "see"}


@pytest.mark.parametrize(
    "text",
    [
        "ring 0800 1111 today",
        "(020) 7946 0000",
        "+44 20 7946 0958",
        "call 116 123",
        "text SHOUT to 85258",
        "dial 999",
        "1-800-273-8255",
        "08001111222",
        "phone 13 11 14",
    ],
)
def test_numbers_to_ring_are_found(text: str) -> None:
    """All the ways people write a number to ring."""
    assert phone_like(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "from 2013 to 2030, and 2013-2030",
        "in 2007, 400 of 472 pupils",
        "minutes: 50, cut_25: 25, cut_10: 10",
        "12,166 pupils in 153 schools",
        "on 22 11 2026 and 2026-11-22",
        "https://doi.org/10.1192/bjb.2023.9",
        "ages 11-13, 14-18",
        "call 2 friends over",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC1925070",
        "ac9: [AC9HP8P05, AC9HP10P09]",
        "read pages 10-12, 14-16",
        "for 10 to 15 minutes",
        "BMC Health Serv Res 7:97",
        "call on 300 people to write",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    """Years, ranges, dates, figures, codes and addresses pass."""
    assert phone_like(text) == []


@given(st.text(max_size=300))
def test_any_line_can_be_checked(line: str) -> None:
    """Whatever somebody wrote, the columns point into the line."""
    for column, words in phone_like(line):
        assert line[column - 1 : column - 1 + len(words)] == words
