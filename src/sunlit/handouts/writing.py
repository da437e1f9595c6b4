# SPDX-License-Identifier: MIT
"""Write handouts: which files, under which names, only those that changed."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sunlit.curriculum.bands import BANDS
from sunlit.curriculum.lessons import lessons
from sunlit.handouts.kinds import BAND_KINDS, DEFAULT_KINDS, KINDS, LESSON_KINDS, PACK
from sunlit.handouts.packs import bound_pack
from sunlit.handouts.rendering import render
from sunlit.handouts.settings import Settings
from sunlit.help import School

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sunlit.curriculum.bands import Band
    from sunlit.curriculum.lessons import Lesson
    from sunlit.handouts.fonts import Face
    from sunlit.handouts.kinds import Made
    from sunlit.handouts.settings import Paper, Size

    Job = tuple[str, Callable[[], Made | None]]

_LARGE = {"normal": "", "large": "-large"}


def write_handouts(  # noqa: PLR0913 - the choices of the command line, by name
    targets: Sequence[str],
    out: Path,
    *,
    kinds: Sequence[str] = DEFAULT_KINDS,
    paper: Paper = "a4",
    size: Size = "normal",
    font: Face = "default",
    school: School | None = None,
    country: str | None = None,
    mono: bool = False,
    rename: Mapping[str, str] | None = None,
    logo: tuple[bytes, Literal["png", "svg"]] | None = None,
    root: Path | None = None,
    progress: Callable[[int, int, Path], None] | None = None,
) -> list[Path]:
    """Write PDF handouts into ``out`` and return their paths in teaching order.

    ``targets`` are lessons (``ages-11-13/03-words``), bands (``ages-11-13``) or
    ``all``. ``logo`` is what `sunlit.help.school.read_logo` returns. ``progress`` is
    called with (files done, files in all, the file just done). A file whose bytes would
    not change is left alone.

    Raises
    ------
    LookupError
        When a target or a kind does not exist.
    ContentError
        When a lesson, its activities or its guide have problems.
    HandoutError
        When a document can't be printed.
    OSError
        When ``out`` can't be written.

    """
    settings = Settings(
        paper=paper,
        size=size,
        font=font,
        school=school or School(),
        country=country,
        mono=mono,
        rename=dict(rename or {}),
        logo=logo,
    )
    for kind in kinds:
        if kind not in KINDS:
            raise LookupError(f"there is no handout '{kind}'. There are: {', '.join(KINDS)}.")
    jobs = sorted(_jobs(chosen_lessons(targets, root), kinds, settings), key=lambda job: job[0])
    out.mkdir(parents=True, exist_ok=True)
    written = []
    for done, (name, make) in enumerate(jobs, start=1):
        made = make()
        if made is not None:
            _write(out / name, made)
            written.append(out / name)
        if progress is not None:
            progress(done, len(jobs), out / name)
    return written


def _jobs(there: Sequence[Lesson], kinds: Sequence[str], settings: Settings) -> Iterator[Job]:
    """Yield (file name, what makes the document) for everything wanted."""
    for lesson in there:
        for name, kind in LESSON_KINDS.items():
            if name in kinds:
                yield file_name(lesson, name, settings.size), partial(kind.make, lesson, settings)
    for band in BANDS.values():
        own = [lesson for lesson in there if lesson.band is band]
        if not own:
            continue
        for name, band_kind in BAND_KINDS.items():
            if name in kinds:
                yield (
                    band_file_name(band, name, settings.size),
                    partial(band_kind.make, band, settings),
                )
        if PACK in kinds:
            large = _LARGE[settings.size]
            yield f"{band.short}_99-{PACK}{large}.pdf", partial(bound_pack, band, own, settings)


def chosen_lessons(targets: Sequence[str], root: Path | None = None) -> list[Lesson]:
    """Return the lessons of ``targets`` in teaching order, each once.

    Raises
    ------
    LookupError
        When a target is neither a lesson, a band nor ``all``.

    """
    there = lessons(root)
    names: set[str] = set()
    for target in targets:
        plain = target.strip("/")
        band = plain if plain in BANDS else f"ages-{plain}"
        found = {
            lesson.name
            for lesson in there
            if plain in {"all", lesson.name} or lesson.band.slug == band
        }
        if not found:
            known = ", ".join(["all", *BANDS, *(lesson.name for lesson in there)])
            raise LookupError(f"there is no lesson or band '{target}'. There are: {known}.")
        names |= found
    return [lesson for lesson in there if lesson.name in names]


def file_name(lesson: Lesson, kind: str, size: Size = "normal") -> str:
    """Return a name that sorts by teaching order, such as 11-13_03-words_1-worksheet.pdf."""
    place = LESSON_KINDS[kind].place
    return f"{lesson.band.short}_{lesson.theme.slug}_{place}-{kind}{_LARGE[size]}.pdf"


def band_file_name(band: Band, kind: str, size: Size = "normal") -> str:
    """Return a name that sorts before the band's lessons, as 11-13_00-class_2-talk-slip.pdf."""
    place = BAND_KINDS[kind].place
    return f"{band.short}_00-class_{place}-{kind}{_LARGE[size]}.pdf"


def _write(file: Path, made: Made) -> None:
    """Write the PDF whole or not at all, and only when it differs."""
    data = render(*made)
    if file.is_file() and file.read_bytes() == data:
        return
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=".", delete=False) as part:
        part.write(data)
    Path(part.name).chmod(0o644)
    Path(part.name).replace(file)
