# SPDX-License-Identifier: MIT
"""One archive for a USB stick: the site, the notebooks, the paper, and a page to start from."""

from __future__ import annotations

import tempfile
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sunlit.catalogue import wording
from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import lessons
from sunlit.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sunlit.curriculum.bands import Band
    from sunlit.curriculum.lessons import Lesson

FOLDER = "sunlit"
START = "START-HERE.html"
SITE, PAPER = "site", "paper"
# The first moment that a zip can name: the archive tells nobody when it was made.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LIGHT = Path(__file__).parent / "book" / "theme" / "light.html"
_UNIX, _FILE_MODE, _LEVEL = 3, 0o100644, 9


def write_pack(  # noqa: PLR0913 - the choices of the command line, by name
    out: Path,
    *,
    site: Path | None = None,
    school: Path | None = None,
    country: str | None = None,
    paper: Literal["a4", "letter"] = "a4",
    progress: Callable[[int, int, str], None] | None = None,
) -> Path:
    """Write the archive ``out`` and return its path.

    Everything lies in one folder: ``START-HERE.html``, the built site with the students'
    notebooks (it opens from a folder as well), and for each lesson worksheet, answer
    key, guide and family letter as PDF. The same content gives the same bytes.

    ``site`` is a site that is built already; without it the book is built. ``school``
    is the school's own file. ``progress`` is called with (steps done, steps in all,
    what is being done).

    Raises
    ------
    ContentError
        When the content has problems, or ``out`` is not the name of a zip file.
    OSError
        When ``out`` can't be written.

    """
    if out.suffix != ".zip" or out.is_dir():
        message = f"wanted a file name that ends in .zip, found '{out.name}'."
        raise ContentError([Problem(out, 0, 0, message, "Write --out sunlit.zip.")])
    tell = progress or (lambda _done, _total, _what: None)
    with tempfile.TemporaryDirectory(prefix="sunlit-pack-") as folder:
        work = Path(folder)
        files = dict(_site_files(site or _built(work / "site", school, tell)))
        handouts = _handouts(work / "paper", school, country, paper, tell)
        files |= {f"{PAPER}/{file.name}": file for file in handouts}
        start = work / START
        start.write_text(start_page([file.name for file in handouts]), encoding="utf-8")
        files[START] = start
        _write(out, files, tell)
    return out


def _built(out: Path, school: Path | None, tell: Callable[[int, int, str], None]) -> Path:
    from sunlit.book.building import build  # noqa: PLC0415 - loads only where a book is built

    tell(0, 1, wording("pack.building"))
    return build(out, school=school).parent


def _site_files(site: Path) -> Iterator[tuple[str, Path]]:
    """Yield (name in the archive, file) for the site; what a build keeps for itself stays out."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site)
        if file.is_file() and not any(part.startswith(".") for part in name.parts):
            yield f"{SITE}/{name.as_posix()}", file


def _handouts(
    out: Path,
    school: Path | None,
    country: str | None,
    paper: Literal["a4", "letter"],
    tell: Callable[[int, int, str], None],
) -> list[Path]:
    from sunlit.handouts import write_handouts  # noqa: PLC0415 - loads only where paper is made
    from sunlit.help import read_school  # noqa: PLC0415
    from sunlit.help.school import read_logo  # noqa: PLC0415

    people = read_school(school)
    logo = None
    if school is not None and people.logo:
        logo = read_logo(school.parent / people.logo, school.parent)

    def done(number: int, total: int, file: Path) -> None:
        tell(number, total, file.name)

    return write_handouts(
        ["all"], out, school=people, logo=logo, country=country, paper=paper, progress=done
    )


def _write(out: Path, files: Mapping[str, Path], tell: Callable[[int, int, str], None]) -> None:
    """Write the archive whole or not at all; nothing in it depends on the day or the machine."""
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{out.name}.part")
    try:
        with zipfile.ZipFile(part, "w") as archive:
            for number, name in enumerate(sorted(files), start=1):
                entry = zipfile.ZipInfo(f"{FOLDER}/{name}", _MOMENT)
                entry.create_system = _UNIX
                entry.external_attr = _FILE_MODE << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, files[name].read_bytes(), compresslevel=_LEVEL)
                tell(number, len(files), wording("pack.packing"))
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def start_page(handouts: list[str]) -> str:
    """Return the page that says what is in the archive, with a link to each thing.

    ``handouts`` are the names of the PDF files. The page needs no script and no other file.
    """
    sections = "".join(_band_section(band, handouts) for band in BANDS.values())
    words = {
        name: escape(wording(f"pack.{name}"))
        for name in ("title", "lead", "open", "works", "notebooks", "private")
    }
    return (
        '<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{words['title']}</title>\n"
        f'<link rel="icon" type="image/svg+xml" href="{SITE}/_static/favicon.svg">\n'
        f'<link rel="stylesheet" href="{SITE}/_static/sunlit.css">\n</head>\n'
        '<body data-kind="page">\n<main id="main">\n'
        f'<div class="mast plain">{_LIGHT.read_text(encoding="utf-8")}<div class="mastin">'
        f'<h1>{words["title"]}</h1>\n<p class="lead">{words["lead"]}</p>\n'
        f'<p><a class="btn go" href="{SITE}/index.html">{words["open"]}</a></p></div></div>\n'
        '<div class="wrap landing"><div class="col text">\n'
        f"<p>{words['works']}</p>\n{sections}"
        f"<p>{words['notebooks']}</p>\n<p>{words['private']}</p>\n"
        "</div></div></main>\n</body>\n</html>\n"
    )


def _band_section(band: Band, handouts: list[str]) -> str:
    own = [lesson for lesson in lessons() if lesson.band is band]
    if not own:
        return ""
    rows = "".join(_row(lesson, handouts) for lesson in own)
    heading = escape(f"{wording('page.ages')} {band.ages}")
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in (
            wording("landing.lesson-head"),
            wording("pack.paper"),
            wording("page.notebook"),
        )
    )
    return (
        f'<section data-band="{band.short}"><h2>{heading}</h2>\n'
        f'<table class="docutils"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        "</section>\n"
    )


def _row(lesson: Lesson, handouts: list[str]) -> str:
    start = f"{lesson.band.short}_{lesson.theme.slug}_"
    papers = " · ".join(
        f'<a href="{PAPER}/{name}">{escape(wording(f"pack.{_kind(name)}"))}</a>'
        for name in handouts
        if name.startswith(start)
    )
    page = f"{SITE}/lessons/{lesson.name}.html"
    notebook = f"{SITE}/notebooks/{lesson.name}.ipynb"
    return (
        f'<tr><th scope="row"><a href="{page}">{escape(lesson.front.title)}</a></th>'
        f"<td>{papers}</td>"
        f'<td><a href="{notebook}">{escape(wording("page.notebook"))}</a></td></tr>\n'
    )


def _kind(name: str) -> str:
    """Return the kind of a handout from its name, as 11-13_03-words_1-worksheet.pdf."""
    return name.rpartition("_")[2].removesuffix(".pdf").partition("-")[2]
