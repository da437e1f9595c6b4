# SPDX-License-Identifier: MIT
"""Which files are written, under which names, and that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from sunlit.handouts import write_handouts
from sunlit.handouts.rendering import render

if TYPE_CHECKING:
    from pathlib import Path

PRINT = """
import sys
from pathlib import Path
from sunlit.handouts import KINDS, write_handouts
write_handouts(["all"], Path(sys.argv[2]), kinds=KINDS, root=Path(sys.argv[1]))
"""


def _prints(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.pdf")
    }


def test_names_sort_by_teaching_order(curriculum: Path, tmp_path: Path) -> None:
    """Band, theme, and what is needed first come first."""
    files = write_handouts(["ages-11-13"], tmp_path, root=curriculum)
    assert [file.name for file in files] == [
        "11-13_03-words_1-worksheet.pdf",
        "11-13_03-words_2-key.pdf",
        "11-13_03-words_3-guide.pdf",
        "11-13_03-words_4-letter.pdf",
    ]


def test_large_print_does_not_take_the_place_of_the_ordinary(
    curriculum: Path, tmp_path: Path
) -> None:
    """Both sizes fit in one folder."""
    write_handouts(["all"], tmp_path, root=curriculum, kinds=["worksheet"])
    write_handouts(["all"], tmp_path, root=curriculum, kinds=["worksheet"], size="large")
    assert sorted(_prints(tmp_path)) == [
        "11-13_03-words_1-worksheet-large.pdf",
        "11-13_03-words_1-worksheet.pdf",
    ]


def test_the_same_input_gives_the_same_bytes_anywhere(curriculum: Path, tmp_path: Path) -> None:
    """Another process, folder and time zone change nothing."""
    for name, zone in (("one", "UTC"), ("two/deeper", "Pacific/Auckland")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        subprocess.run(
            [sys.executable, "-c", PRINT, str(curriculum), str(folder)],
            check=True,
            cwd=folder,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": "7" if name == "one" else "8"},
        )
    assert _prints(tmp_path / "one") == _prints(tmp_path / "two" / "deeper")
    assert len(_prints(tmp_path / "one")) == 11


def test_only_changed_files_are_written_again(curriculum: Path, tmp_path: Path) -> None:
    """An unchanged file keeps its time; a changed title changes the files that show it."""
    files = write_handouts(["all"], tmp_path, root=curriculum)
    for file in files:
        os.utime(file, (1_000_000, 1_000_000))
    guide = curriculum / "teacher_guides" / "ages-11-13" / "03-words.md"
    guide.write_text(
        guide.read_text(encoding="utf-8").replace("Dear family", "Dear all"), encoding="utf-8"
    )
    write_handouts(["all"], tmp_path, root=curriculum)
    changed = [file.name for file in files if file.stat().st_mtime != 1_000_000]
    assert changed == ["11-13_03-words_3-guide.pdf", "11-13_03-words_4-letter.pdf"]
    assert [file for file in tmp_path.iterdir() if file.suffix != ".pdf" and file.is_file()] == []


def test_progress_is_told_file_by_file(curriculum: Path, tmp_path: Path) -> None:
    """Whoever waits sees how far it is."""
    told: list[tuple[int, int, str]] = []
    write_handouts(
        ["all"],
        tmp_path,
        root=curriculum,
        kinds=["worksheet", "key"],
        progress=lambda done, total, file: told.append((done, total, file.name)),
    )
    assert told == [
        (1, 2, "11-13_03-words_1-worksheet.pdf"),
        (2, 2, "11-13_03-words_2-key.pdf"),
    ]


def test_a_wrong_name_says_what_there_is(curriculum: Path, tmp_path: Path) -> None:
    """A lesson, band or kind that does not exist is an error that lists those that do."""
    with pytest.raises(
        LookupError, match=r"no lesson or band 'ages-11-13/04'.*ages-11-13/03-words"
    ):
        write_handouts(["ages-11-13/04"], tmp_path, root=curriculum)
    with pytest.raises(LookupError, match=r"no handout 'poem'.*worksheet"):
        write_handouts(["all"], tmp_path, kinds=["poem"], root=curriculum)


def test_threads_print_the_same(sheet: Any) -> None:
    """Two threads at once give the bytes that one gives."""
    made = [sheet(title=f"Sheet {number}") for number in range(8)]
    alone = [render(*document) for document in made]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(lambda document: render(*document), made))
    assert alone == together


def test_a_pack_has_contents_with_the_right_pages(
    curriculum: Path, tmp_path: Path, reader: Any
) -> None:
    """The contents of a bound pack name the page on which each handout starts."""
    (file,) = write_handouts(["all"], tmp_path, kinds=["pack"], root=curriculum)
    assert file.name == "11-13_99-pack.pdf"
    pages = [" ".join(p.extract_text().split()) for p in reader(file.read_bytes()).pages]
    for title in ("Answer key: Words that leave room", "Letter to families: Words that"):
        start = next(n for n, text in enumerate(pages[1:], start=2) if title in text)
        rest = pages[0].split(title, 1)[1]
        number = next(word for word in rest.split() if word.isdigit())
        assert number == str(start)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
