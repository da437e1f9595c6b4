# SPDX-License-Identifier: MIT
"""Notice that somebody saved a lesson: look at the files' times, again and again.

Looking is enough for a few hundred files (some milliseconds each time), and works the
same on every system and on network drives.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from sunlit.content import content_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FOLDERS = ("lessons", "activities", "teacher_guides", "docs", "reviews")
_FILES = ("_config.yml", "_toc.yml", "index.md", "references.bib")
_PACKAGE = Path(__file__).resolve().parent
_OWN = ("catalogue/*.yml", "help/*.yml")
EVERY = 0.4
"""Seconds between two looks."""

Snapshot = dict[Path, tuple[int, int]]


def snapshot(root: Path, school: Path | None = None) -> Snapshot:
    """Return (time of change in ns, size) of every file that authors write, by path."""
    files = [root / name for name in _FILES]
    for folder in _FOLDERS:
        files += (root / folder).rglob("*")
    for pattern in _OWN:
        files += _PACKAGE.glob(pattern)
    if school is not None:
        files.append(school)
    found: Snapshot = {}
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        if file.is_file() and not file.name.startswith((".", "#")) and file.suffix != ".tmp":
            found[file] = status.st_mtime_ns, status.st_size
    return found


def changes(
    take: Callable[[], Snapshot], stop: Event, every: float = EVERY
) -> Iterator[frozenset[Path]]:
    """Yield the files that changed, appeared or went, each time some did, until ``stop``.

    A change counts once the files are at rest: an editor writes in several steps.
    """
    known = take()
    moving = known
    while not stop.wait(every):
        now = take()
        if now != moving:
            moving = now
        elif now != known:
            names = known.keys() | now.keys()
            changed = frozenset(name for name in names if known.get(name) != now.get(name))
            known = now
            yield changed


def each_time(root: Path | None = None) -> Iterator[frozenset[Path]]:
    """Yield at once, and then whenever something was saved, until Ctrl-C."""
    place = root or content_root()
    yield frozenset()
    try:
        yield from changes(partial(snapshot, place), Event())
    except KeyboardInterrupt:
        return
