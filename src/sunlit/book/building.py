# SPDX-License-Identifier: MIT
"""Build the book: Jupyter Book in a process of its own, its complaints in plain words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from sunlit.book import SCHOOL_VARIABLE
from sunlit.book.digest import digest, package_files
from sunlit.content import content_root
from sunlit.problems import ContentError, Problem

_CONTENT = ("lessons", "activities", "teacher_guides", "docs", "data")
_FILES = ("_config.yml", "_toc.yml", "index.md", "references.bib", "school.yml")
_TOOLS = ("jupyter-book", "Sphinx", "myst-nb", "fontpkg-lexend")
_WORK = ".work"
# jsonschema would load a checker of internationalised addresses where there is one (it
# comes with JupyterLab); that takes three seconds, and no file here needs it.
_COMMAND = (
    "import sys; sys.modules['rfc3987_syntax'] = None; "
    "from jupyter_book.cli.main import main; main()"
)
_WARNING = re.compile(
    r"^(?P<file>(?:[A-Za-z]:)?[^:\n]+?)(?::(?P<line>\d+))?: "
    r"(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.+)$"
)
_LOOSE = re.compile(r"^(?:WARNING|ERROR|CRITICAL): (?P<message>.+)$")
# Sphinx ends some messages with their class, such as [myst.xref_missing].
_SUBTYPE = re.compile(r" \[[a-z_]+\.[a-z_.]+\]$")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_EXCEPTION = re.compile(r"^(?:[a-z_.]+\.)?[A-Z]\w*(?:Error|Exception): .+$", re.MULTILINE)


def build(out: Path | None = None, *, fresh: bool = False, school: Path | None = None) -> Path:
    """Build the book into the folder ``out`` and return the path of its first page.

    ``out`` is ``_build/site`` in the current folder when left out. Nothing is written
    beside the content. When nothing has changed since the last build into ``out``,
    nothing is done, unless ``fresh`` asks for every page anew. ``school`` is the
    school's own file (see the help page for schools).

    Raises
    ------
    ContentError
        With every problem that Jupyter Book or Sunlit found in the content, or when
        ``out`` holds files that are not a Sunlit site.
    OSError
        When ``out`` can't be written, or the build failed for another reason.

    """
    out = (out or Path.cwd() / "_build" / "site").absolute()
    root = content_root()
    work = out / _WORK
    if out.is_dir() and any(out.iterdir()) and not work.is_dir():
        message = "this folder holds other files, and a site would be mixed with them."
        raise ContentError([Problem(out, 0, 0, message, "Choose an empty folder.")])
    stamp = _stamp(root, school)
    noted = work / "stamp"
    index = out / "index.html"
    if not fresh and index.is_file() and noted.is_file() and noted.read_text() == stamp:
        return index
    work.mkdir(parents=True, exist_ok=True)
    noted.unlink(missing_ok=True)
    if fresh:
        shutil.rmtree(work / "_build", ignore_errors=True)
    _run(root, work, school)
    _mirror(work / "_build" / "html", out, work / "files")
    noted.write_text(stamp)
    return index


def _run(root: Path, work: Path, school: Path | None) -> None:
    package = str(Path(__file__).resolve().parent.parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(paths)}
    environment.pop(SCHOOL_VARIABLE, None)
    if school is not None:
        environment[SCHOOL_VARIABLE] = str(school.absolute())
    command = [sys.executable, "-c", _COMMAND, "build", str(root), "--path-output", str(work)]
    done = subprocess.run(  # noqa: S603 - our own command, no shell
        [*command, "-q", "-W", "-n", "--keep-going"],
        env=environment,
        cwd=work,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0 and (work / "_build" / "html" / "index.html").is_file():
        return
    output = _COLOUR.sub("", done.stderr + "\n" + done.stdout)
    problems = problems_in(output, root)
    if problems:
        raise ContentError(problems)
    log = work / "log.txt"
    log.write_text(output, encoding="utf-8")
    said = _EXCEPTION.findall(output)
    reason = said[-1] if said else "it gave no reason"
    raise OSError(f"the book could not be built: {reason}. The whole log is in {log}.")


def problems_in(output: str, root: Path) -> list[Problem]:
    """Return the located complaints in what Jupyter Book printed."""
    problems: dict[Problem, None] = {}
    for line in output.splitlines():
        if found := _WARNING.match(line):
            file = Path(found["file"])
            if file.is_relative_to(root):
                file = file.relative_to(root)
            message = _SUBTYPE.sub("", found["message"])
            problems[Problem(file, int(found["line"] or 0), 0, message)] = None
        elif found := _LOOSE.match(line):
            problems[Problem(Path("_config.yml"), 0, 0, found["message"])] = None
    return list(problems)


def _stamp(root: Path, school: Path | None) -> str:
    """Return a digest of everything the site is made of."""
    files = [root / name for name in _FILES]
    for folder in _CONTENT:
        files += sorted((root / folder).rglob("*"))
    if school is not None:
        files.append(school.absolute())
    tools = [f"{name} {version(name)}" for name in _TOOLS]
    return digest([*files, *package_files()], sys.version, *tools)


def _mirror(source: Path, out: Path, listed: Path) -> None:
    """Make ``out`` hold the files of ``source``; take away only what an earlier build put."""
    names = {file.relative_to(source).as_posix() for file in source.rglob("*") if file.is_file()}
    names -= {".buildinfo", "objects.inv"}
    earlier = set(listed.read_text(encoding="utf-8").split("\n")) if listed.is_file() else set()
    for name in earlier - names - {""}:
        (out / name).unlink(missing_ok=True)
    for name in sorted(names):
        new, old = source / name, out / name
        if old.is_file() and old.read_bytes() == new.read_bytes():
            continue
        old.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(new, old)
    listed.write_text("\n".join(sorted(names)), encoding="utf-8")
