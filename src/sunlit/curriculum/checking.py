# SPDX-License-Identifier: MIT
"""``sunlit check``: run every rule over lessons, activities and guides."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.content import content_root
from sunlit.curriculum.findings import Exempt, Finding, Report, allowances, find
from sunlit.curriculum.keeping import Kept, digest
from sunlit.curriculum.lessons import Lesson, lessons
from sunlit.curriculum.reading_level import Reading  # noqa: TC001 - kept results are read back by their types
from sunlit.curriculum.reviews import read_review, status_page
from sunlit.curriculum.rulebook import making
from sunlit.curriculum.rules import CHECKS, catalogues
from sunlit.curriculum.rules.citations import unread_sources
from sunlit.curriculum.rules.files import strays
from sunlit.curriculum.rules.material import Material
from sunlit.curriculum.rules.numbers import elsewhere
from sunlit.curriculum.rules.reading import reading
from sunlit.curriculum.rules.repetition import Traits, check, traits
from sunlit.help import helplines
from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MANY_LESSONS = 12
"""From so many lessons on, further processes save more time than they take to start."""
MOST_PROCESSES = 4


@dataclass(frozen=True)
class Checked:
    """What one lesson gave: its findings, how it reads, and what is compared with others."""

    findings: tuple[Finding, ...]
    reading: Reading | None
    traits: Traits


def check_content(paths: Iterable[Path] = (), root: Path | None = None) -> Report:
    """Return what the rules find in the lessons that ``paths`` belong to.

    ``paths`` are files or folders; without any the whole curriculum is checked. Any
    of a lesson's three files stands for the lesson, because they must agree. What is
    found in a lesson is kept in ``_build`` until the lesson or a rule changes.
    """
    chosen = [Path(path).resolve() for path in paths]
    root = (root or _root_of(chosen)).resolve()
    kept = Kept.of(root)
    report = Report()
    found: list[Finding] = []
    everything: list[Traits] = []
    wanted: set[Path] = set()
    known = lessons(root)
    keys = {lesson: digest([*_files(lesson), root / "references.bib"]) for lesson in known}
    unknown = [lesson for lesson in known if not kept.holds(lesson.name, keys[lesson])]
    results, around = _check_lessons(unknown, None if chosen else root)
    fresh = dict(zip(unknown, results, strict=True))
    for lesson in known:
        files = [file for file in _files(lesson) if file.is_file()]
        result: Checked = kept.get(
            lesson.name, keys[lesson], Checked, partial(_given, fresh, lesson)
        )
        everything.append(result.traits)
        if chosen and not any(_covers(path, file) for path in chosen for file in _files(lesson)):
            continue
        wanted.update(files)
        report.files += len(files)
        found += result.findings
        if result.reading:
            report.readings.append(result.reading)
    found += [each for each in check(everything, root) if not chosen or each.file in wanted]
    found += around
    kept.write()
    _sort_out(report, dict.fromkeys(found), wanted)
    return report.shortened(Path.cwd())


def write_status(report: Report, root: Path | None = None) -> Path:
    """Write what is written, checked and read to ``docs/authors/status.md``; return the file."""
    root = root or content_root()
    file = root / "docs" / "authors" / "status.md"
    text = status_page(lessons(root), report)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _root_of(chosen: list[Path]) -> Path:
    """Return the content that the first path belongs to, else the one in use."""
    for path in chosen[:1]:
        for folder in (path, *path.parents):
            if (folder / "_toc.yml").is_file() and (folder / "activities").is_dir():
                return folder
    return content_root()


def _files(lesson: Lesson) -> tuple[Path, Path, Path]:
    return lesson.page, lesson.activities, lesson.guide


def _covers(path: Path, file: Path) -> bool:
    return path == file or path in file.parents


def _given(fresh: dict[Lesson, Checked], lesson: Lesson) -> Checked:
    """Return what was just found, or look again where a kept result could not be read."""
    return fresh[lesson] if lesson in fresh else _check_lesson(lesson)


def _check_lessons(several: list[Lesson], root: Path | None) -> tuple[list[Checked], list[Finding]]:
    """Check lessons and, with a ``root``, what is around them.

    Many are checked in several processes.
    """
    processes = min(os.cpu_count() or 1, MOST_PROCESSES)
    if len(several) >= MANY_LESSONS and processes > 1:
        try:
            return _check_in_processes(several, root, processes)
        except (OSError, BrokenProcessPool):
            pass  # a system that allows no further processes gets the same answer more slowly
    return [_check_lesson(lesson) for lesson in several], _around(root)


def _check_in_processes(
    several: list[Lesson], root: Path | None, processes: int
) -> tuple[list[Checked], list[Finding]]:
    # Nothing that a short-lived process makes is worth looking for garbage in.
    with ProcessPoolExecutor(processes, initializer=gc.disable) as pool:
        # Lessons of one band share patterns and word lists that take a while to load.
        portion = -(-len(several) // MOST_PROCESSES)
        results = pool.map(_check_lesson, several, chunksize=portion)
        around = pool.submit(_around, root)
        return list(results), around.result()


def _check_lesson(lesson: Lesson) -> Checked:
    material = Material(lesson)
    found = [finding for rule in CHECKS for finding in rule(material)]
    result = reading(material) if material.front and material.pieces else None
    brought = traits(material)
    found += [_as_finding(problem) for problem in material.problems]
    return Checked(tuple(found), result, brought)


def _around(root: Path | None) -> list[Finding]:
    """Check what belongs to no lesson: stray files, sources, other pages, helplines."""
    if root is None:
        return []
    found = [*strays(root), *unread_sources(root), *elsewhere(root), *catalogues.check()]
    readers: list[Callable[[], object]] = [helplines]
    readers += [partial(read_review, lesson) for lesson in lessons(root)]
    for read in readers:
        try:
            read()
        except ContentError as error:
            found += map(_as_finding, error.problems)
    return found


def _as_finding(problem: Problem) -> Finding:
    place = problem.line or 1, problem.column or 1
    mend = problem.mend or "Mend this line."
    return find(making.FORMAT, problem.file, place, problem.message, mend=mend)


def _sort_out(report: Report, found: Iterable[Finding], files: set[Path]) -> None:
    """Part findings from those an author allowed with a reason."""
    allowed = {
        file: allowances(file.read_text(encoding="utf-8", errors="replace"))
        for file in sorted(files | {finding.file for finding in found})
        if file.is_file()
    }
    used = set()
    for finding in found:
        here = allowed.get(finding.file, [])
        excuse = next((each for each in here if each.covers(finding)), None)
        if excuse:
            used.add((finding.file, excuse))
            report.exempt.append(Exempt(finding, excuse.reason))
        else:
            report.findings.append(finding)
    for file, entries in allowed.items():
        for entry in entries:
            rule = None if entry.valid else making.ALLOWED_IN_VAIN
            if entry.valid and (file, entry) not in used:
                rule = making.ALLOWED_UNUSED
            if rule:
                words = f"sunlit-allow: {entry.rule} {entry.reason}"
                report.findings.append(find(rule, file, (entry.line, 1), words))
