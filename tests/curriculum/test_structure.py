# SPDX-License-Identifier: MIT
"""Faults in the make of a lesson are found in all bands: parts, words, minutes, settings."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from planting import FOLDER, LETTERS, copy_lessons, lesson_of
from ruamel.yaml import YAML

from sunlit.content import content_root
from sunlit.curriculum.checking import check_content
from sunlit.curriculum.rules import CHECKS
from sunlit.curriculum.rules.material import Material
from sunlit.curriculum.rules.numbers import elsewhere

if TYPE_CHECKING:
    from pathlib import Path

FAULTS: list[dict[str, Any]] = YAML(typ="safe", pure=True).load(
    (FOLDER / "structure.yml").read_text(encoding="utf-8")
)["bad"]
CASES = [
    pytest.param(fault, band, id=f"{fault['rule']}-{band}-{fault['change'][:30]}")
    for fault in FAULTS
    for band in fault["bands"]
]


def breaking(lesson: Any, fault: dict[str, Any]) -> tuple[Path, int]:
    """Change the lesson as ``fault`` says; return the file and the line to expect."""
    file: Path = {"page": lesson.page, "activities": lesson.activities, "guide": lesson.guide}[
        fault["in"]
    ]
    before = file.read_text(encoding="utf-8")
    found = re.search(fault["change"], before, re.MULTILINE)
    assert found, "the real lesson no longer holds what this row changes"
    after = before[: found.start()] + found.expand(fault["to"]) + before[found.end() :]
    assert after != before
    file.write_text(after, encoding="utf-8")
    if fault.get("at") == "first":
        return file, 1
    if "at" in fault:
        place = re.search(fault["at"], after, re.MULTILINE)
        assert place
        return file, after.count("\n", 0, place.start()) + 1
    return file, before.count("\n", 0, found.start()) + 1


@pytest.mark.parametrize(("fault", "band"), CASES)
def test_a_fault_in_the_make_is_found_at_its_line(
    fault: dict[str, Any], band: str, tmp_path: Path
) -> None:
    """One change to a real lesson; its rule finds it in the right file and line."""
    copy_lessons(content_root(), tmp_path, band)
    lesson = lesson_of(tmp_path, band)
    file, line = breaking(lesson, fault)
    material = Material(lesson)
    found = [each for check in CHECKS for each in check(material)]
    places = {(each.file, each.line, each.rule) for each in found}
    places |= {(each.file, each.line or 1, "format") for each in material.problems}
    assert (file, line, fault["rule"]) in places, [str(each) for each in found]


def test_every_part_has_two_faults_or_more() -> None:
    """Each rule about parts and settings is planted at least twice over the bands."""
    planted = Counter(fault["rule"] for fault in FAULTS for _ in fault["bands"])
    for rule in ("B-9", "B-15", "B-19", "B-20", "B-21", "B-22", "B-40", "B-41", "B-42", "4", "7.1"):
        assert planted[rule] >= 2


def second_lesson(root: Path, letter: str, theme: str) -> tuple[Path, Path, Path]:
    """Copy a lesson under another theme, as an author might who starts from one."""
    own = lesson_of(root, letter)
    files = []
    for file in (own.page, own.activities, own.guide):
        text = file.read_text(encoding="utf-8").replace(own.name, f"{own.band.slug}/{theme}")
        target = file.with_name(theme + file.suffix)
        target.write_text(text, encoding="utf-8")
        files.append(target)
    return files[0], files[1], files[2]


@pytest.mark.parametrize("letter", "CD")
def test_a_name_in_two_themes_is_found_in_both(letter: str, tmp_path: Path) -> None:
    """A made-up person belongs to one theme; the animals of the younger may be in all."""
    copy_lessons(content_root(), tmp_path, letter)
    first = lesson_of(tmp_path, letter).page
    second, _, _ = second_lesson(tmp_path, letter, "05-media")
    found = [each for each in check_content((), tmp_path).findings if each.rule == "cast"]
    name = re.search(r"(?m)^cast: \[([^,\]]+)", first.read_text(encoding="utf-8"))
    assert name
    assert {first, second} <= {each.file for each in found if each.words == name[1]}


@pytest.mark.parametrize("letter", "AB")
def test_the_animals_may_be_in_every_theme(letter: str, tmp_path: Path) -> None:
    """Bear and Hare are the cast of all lessons for the young."""
    copy_lessons(content_root(), tmp_path, letter)
    second_lesson(tmp_path, letter, "05-media")
    assert [each for each in check_content((), tmp_path).findings if each.rule == "cast"] == []


@pytest.mark.parametrize("letter", LETTERS)
def test_text_of_another_lesson_is_found_and_furniture_is_not(letter: str, tmp_path: Path) -> None:
    """A sentence taken over, even with a word changed, is found; the fixed words are not."""
    copy_lessons(content_root(), tmp_path, letter)
    lesson = lesson_of(tmp_path, letter)
    _, _, guide = second_lesson(tmp_path, letter, "06-circles")
    own = "A quiet afternoon in the library is worth more than ten loud ones in the hall."
    near = "A quiet afternoon in the library is worth more than twenty loud ones in the hall."
    plain = "Stay with the pupil and send another adult for the safeguarding lead straight away."
    for file, text in ((lesson.guide, own), (guide, near), (lesson.guide, plain), (guide, plain)):
        lines = file.read_text(encoding="utf-8").split("\n")
        at = lines.index("## What to know")
        lines[at + 1 : at + 1] = ["", text]
        file.write_text("\n".join(lines), encoding="utf-8")
    repeats = [each for each in check_content((), tmp_path).findings if each.rule == "repeats"]
    assert near in {each.words for each in repeats}
    assert plain not in {each.words for each in repeats}
    fixed = ("I must pass it on", "You were right to", "nobody can come to help you")
    assert [each.words for each in repeats if any(part in each.words for part in fixed)] == []


def test_a_number_typed_in_another_page_or_the_catalogue_is_found(tmp_path: Path) -> None:
    """No number to ring stands in the book's pages either."""
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "help.md").write_text("# Help\n\nRing 0800 1111 now.\n", encoding="utf-8")
    [found] = list(elsewhere(tmp_path))
    assert (found.rule, found.line, found.column) == ("8.2", 3, 6)


def test_an_exception_shows_with_its_reason(tmp_path: Path) -> None:
    """What an author allowed stays in the report, and one that excuses nothing is found."""
    copy_lessons(content_root(), tmp_path, "C")
    page = lesson_of(tmp_path, "C").page
    text = page.read_text(encoding="utf-8")
    planted = "% sunlit-allow: B-8 the class judges this sentence\nKind words cure sadness.\n\n"
    idle = "% sunlit-allow: B-8 nothing below breaks it\nKind words help.\n\n"
    bare = "% sunlit-allow: B-8\nKind words help.\n\n"
    at = text.index("## Three ideas")
    page.write_text(text[:at] + planted + idle + bare + text[at:], encoding="utf-8")
    report = check_content((), tmp_path)
    assert [(each.finding.rule, each.reason) for each in report.exempt] == [
        ("B-8", "the class judges this sentence")
    ]
    assert "because: the class judges this sentence" in report.as_text()
    assert [each.must for each in report.findings if each.rule == "allow"] == [False, True]


@pytest.mark.parametrize(
    ("which", "found", "written"),
    [
        ("page", "title: ", "title: so: "),
        ("activities", "kind: ", "kind: so: "),
        ("activities", "kind: reflection", "kind: refection"),
        ("guide", "lesson: ", "lesson: so: "),
    ],
)
@pytest.mark.parametrize("letter", LETTERS)
def test_one_slip_of_the_pen_is_one_finding(
    which: str, found: str, written: str, letter: str, tmp_path: Path
) -> None:
    """What can't be read is said once; nothing is blamed on the files that are sound."""
    copy_lessons(content_root(), tmp_path, letter)
    file: Path = getattr(lesson_of(tmp_path, letter), which)
    text = file.read_text(encoding="utf-8")
    assert found in text
    file.write_text(text.replace(found, written, 1), encoding="utf-8")
    report = check_content((), tmp_path)
    assert [(each.file, each.rule) for each in report.findings] == [(file, "format")]


def test_an_activities_file_of_something_else_is_explained(tmp_path: Path) -> None:
    """A number, a list or a text where activities belong gives a finding and no traceback."""
    copy_lessons(content_root(), tmp_path, "C")
    file = lesson_of(tmp_path, "C").activities
    for text in ("5", "- a\n- b", "just words", "true", "~"):
        file.write_text(text + "\n", encoding="utf-8")
        found = check_content((), tmp_path).findings
        assert [(each.file, each.rule) for each in found] == [(file, "format")]
