# SPDX-License-Identifier: MIT
"""Before reading: do the lessons' files agree? After writing: notebooks, and tidying up."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from sunlit.book.furniture import notebooks_writer
from sunlit.book.warning import warn, warn_of
from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.themes import THEMES
from sunlit.problems import ContentError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sunlit.book.outline import Outline

# What pages share; a page names the script of its activities itself.
_SHARED = (
    "sunlit.css", "page.js", "search.js", "present.js", "teacher.js", "favicon.svg",
    "documentation_options.js", "doctools.js", "searchtools.js", "language_data.js",
)  # fmt: skip
_SCRIPT = re.compile(r"_static/(sunlit-[0-9a-f]{10}\.js)")
_FOLDERS = {"lessons": ".md", "activities": ".yml", "teacher_guides": ".md"}


def check_lessons(app: Sphinx, _env: BuildEnvironment, _docnames: list[str]) -> None:
    """Warn of files in the wrong place, and of lessons whose data can't be read."""
    outline: Outline = app.config.sunlit_book
    root = outline.root
    for folder, suffix in _FOLDERS.items():
        for file in sorted((root / folder).rglob(f"*{suffix}")):
            name = file.relative_to(root / folder).with_suffix("").as_posix()
            band, _, theme = name.partition("/")
            if band in BANDS and theme in THEMES:
                if name not in outline.lessons:
                    # A page of the same age that lacks this file may be the one it belonged to.
                    alone = [
                        other
                        for other in outline.lessons
                        if other.startswith(f"{band}/")
                        and not (root / folder / f"{other}{suffix}").is_file()
                    ]
                    hint = f" Was it renamed to '{alone[0]}'?" if alone else ""
                    warn(
                        f"there is no lesson 'lessons/{name}.md' for this file.{hint} "
                        "The three files of a lesson have the same name in three folders.",
                        f"{file}:1",
                    )
                continue
            slug = band if band not in BANDS else theme
            near = get_close_matches(slug, list(BANDS if band not in BANDS else THEMES), n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            warn(
                f"wanted a file such as '{folder}/ages-11-13/03-words{suffix}', "
                f"named after its age and its theme; found '{folder}/{name}{suffix}'.{hint}",
                f"{file}:1",
            )
    told: set[str] = set()
    for lesson in outline.lessons.values():
        try:
            _ = lesson.front
        except ContentError as error:
            warn_of(error, told)


def finish(app: Sphinx, exception: Exception | None) -> None:
    """Write the notebooks beside the pages and take out what no page uses."""
    if exception is not None or app.builder.format != "html":
        return
    out = Path(app.outdir)
    write_notebooks = notebooks_writer()
    if write_notebooks is not None:
        try:
            write_notebooks(out / "notebooks", app.config.sunlit_book.root)
        except ContentError as error:
            warn_of(error, set())
    pages = {f"{page}.html" for page in (*app.env.found_docs, "search")}
    used = set(_SHARED)
    for file in out.rglob("*.html"):
        if file.relative_to(out).as_posix() not in pages:
            file.unlink()
        else:
            used.update(_SCRIPT.findall(file.read_text(encoding="utf-8")))
    for file in (out / "_static").iterdir():
        if file.is_file() and file.name not in used:
            file.unlink()
