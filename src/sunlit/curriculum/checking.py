# SPDX-License-Identifier: MIT
"""``sunlit check``: run every rule over lessons, activities and guides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.content import content_root
from sunlit.curriculum.findings import Exempt, Finding, Report, allowed_lines
from sunlit.curriculum.lessons import lessons
from sunlit.curriculum.rules import RULES
from sunlit.curriculum.rules.files import strays
from sunlit.curriculum.rules.material import Material

if TYPE_CHECKING:
    from collections.abc import Iterable


def check_content(paths: Iterable[Path] = (), root: Path | None = None) -> Report:
    """Return what the rules find in the lessons that ``paths`` belong to.

    ``paths`` are files or folders; without any the whole curriculum is checked. Any
    of a lesson's three files stands for the lesson, because they must agree.
    """
    chosen = [Path(path).resolve() for path in paths]
    root = (root or _root_of(chosen)).resolve()
    report = Report()
    found: list[Finding] = [] if chosen else list(strays(root))
    for lesson in lessons(root):
        material = Material(lesson)
        if chosen and not any(_covers(path, file) for path in chosen for file in material.files()):
            continue
        report.files += len(material.files())
        for rule in RULES:
            found += rule(material)
        found += [_as_finding(problem) for problem in material.problems]
    _sort_out(report, dict.fromkeys(found), Path.cwd())
    return report


def _root_of(chosen: list[Path]) -> Path:
    """Return the content that the first path belongs to, else the one in use."""
    for path in chosen[:1]:
        for folder in (path, *path.parents):
            if (folder / "_toc.yml").is_file() and (folder / "activities").is_dir():
                return folder
    return content_root()


def _covers(path: Path, file: Path) -> bool:
    return path == file or path in file.parents


def _as_finding(problem: object) -> Finding:
    return Finding(
        problem.file, problem.line, problem.column, "format", problem.message,  # type: ignore[attr-defined]
        "A file that can't be read can't be taught.", problem.mend or "Mend this line.",  # type: ignore[attr-defined]
    )  # fmt: skip


def _sort_out(report: Report, found: Iterable[Finding], folder: Path) -> None:
    """Part findings from those an author allowed with a reason; shorten their paths."""
    texts: dict[Path, dict[int, dict[str, str]]] = {}
    for finding in found:
        file = finding.file
        if file not in texts and file.is_file():
            texts[file] = allowed_lines(file.read_text(encoding="utf-8", errors="replace"))
        reason = texts.get(file, {}).get(finding.line, {}).get(finding.rule)
        if file.is_relative_to(folder):
            finding = Finding(**{**vars(finding), "file": file.relative_to(folder)})  # noqa: PLW2901
        if reason:
            report.exempt.append(Exempt(finding, reason))
        else:
            report.findings.append(finding)
