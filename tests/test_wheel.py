# SPDX-License-Identifier: MIT
"""The built wheel, unpacked elsewhere: it carries the whole curriculum and works."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--no-index", "--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    (wheel,) = folder.glob("sunlit-*.whl")
    place = folder / "elsewhere"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the unpacked wheel first on its path, outside the checkout."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=place.parent,
        env={**os.environ, "PYTHONPATH": str(place), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_the_wheel_that_is_tested(installed: Path) -> None:
    """Nothing below runs on the checkout by mistake."""
    result = run(
        installed,
        "-c",
        "import sunlit, sunlit.content\n"
        "print(sunlit.__file__)\n"
        "print(sunlit.content.content_root())",
    )
    assert result.stdout.split() == [
        str(installed / "sunlit" / "__init__.py"),
        str(installed / "sunlit" / "content"),
    ]


def test_it_carries_every_file_of_the_curriculum(installed: Path) -> None:
    """No lesson, activity, guide, page or data file is left behind."""
    content = installed / "sunlit" / "content"
    for folder in ("lessons", "activities", "teacher_guides", "docs", "data"):
        wanted = {f.relative_to(ROOT) for f in (ROOT / folder).rglob("*") if f.is_file()}
        assert wanted == {
            f.relative_to(content) for f in (content / folder).rglob("*") if f.is_file()
        }
    sources = {
        f.relative_to(ROOT / "src")
        for f in (ROOT / "src" / "sunlit").rglob("*")
        if f.is_file() and "__pycache__" not in f.parts
    }
    packed = {f.relative_to(installed) for f in (installed / "sunlit").rglob("*") if f.is_file()}
    assert sources - packed == set()
    assert (installed / "sunlit" / "py.typed").is_file()


def test_an_activity_works_from_the_wheel(installed: Path) -> None:
    """``pip install`` on a notebook server is enough for ``activity(...)``."""
    result = run(
        installed,
        "-c",
        "from sunlit import activity; print(activity('ages-11-13/03-words/jo').definition['kind'])",
    )
    assert result.stderr == ""
    assert result.stdout.strip() == "quiz"


def test_the_commands_work_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Checking, notebooks and paper need no checkout."""
    checked = run(installed, "-m", "sunlit", "check")
    assert checked.returncode == 0, checked.stdout
    written = run(installed, "-m", "sunlit", "notebooks", "--out", str(tmp_path / "n"))
    assert written.returncode == 0, written.stderr
    assert list((tmp_path / "n").rglob("03-words.ipynb"))
    paper = run(
        installed, "-m", "sunlit", "handouts", "ages-11-13/03-words", "--out", str(tmp_path / "p")
    )
    assert paper.returncode == 0, paper.stderr
    assert list((tmp_path / "p").rglob("*.pdf"))


def test_the_book_builds_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """A read-only installation builds its book somewhere else."""
    content = installed / "sunlit" / "content"
    before = sorted(content.rglob("*"))
    built = run(installed, "-m", "sunlit", "build", "--out", str(tmp_path / "site"))
    assert built.returncode == 0, built.stdout + built.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert sorted(content.rglob("*")) == before
