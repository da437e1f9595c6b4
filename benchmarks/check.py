# SPDX-License-Identifier: MIT
"""How long ``sunlit check`` takes for forty lessons: at first, again, and after one edit.

The lessons there are stand in for those still to be written, copied under the other
themes; so nearly every sentence has twins, which is the worst case for the comparison.
Prints the wall and CPU seconds of fresh processes. Run it with
``python3 start.py bench check``.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sunlit.content import content_root
from sunlit.curriculum.lessons import lessons
from sunlit.curriculum.themes import THEMES

CODE = (
    "from pathlib import Path; from sunlit.curriculum.checking import check_content;"
    "report = check_content((), Path({root!r}));"
    "print(report.files, len(report.findings))"
)


def forty_lessons(root: Path) -> None:
    """Write forty lessons into ``root``, made from those there are."""
    source = content_root()
    for lesson in lessons(source):
        for theme in THEMES:
            for file in (lesson.page, lesson.activities, lesson.guide):
                target = root / file.relative_to(source).with_name(theme + file.suffix)
                if (source / target.relative_to(root)).is_file():
                    target = root / target.relative_to(root)
                    file = source / target.relative_to(root)  # noqa: PLW2901 - the real one
                target.parent.mkdir(parents=True, exist_ok=True)
                text = file.read_text(encoding="utf-8")
                own = f"lesson: {lesson.name}"
                target.write_text(
                    text.replace(own, f"lesson: {lesson.band.slug}/{theme}"), encoding="utf-8"
                )
    for name in ("references.bib", "_toc.yml"):
        shutil.copy(source / name, root / name)
    (root / "_build").mkdir()


def main() -> None:
    """Measure three runs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        forty_lessons(root)
        page = root / "lessons" / "ages-11-13" / "03-words.md"
        print(f"{'run':28} {'wall s':>8} {'CPU s':>8} {'files':>6} {'findings':>9}")
        for name in ("at first, nothing kept", "again", "after one edit"):
            if name == "after one edit":
                text = page.read_text(encoding="utf-8")
                page.write_text(text + "\nOne more line.\n", encoding="utf-8")
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            started = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", CODE.format(root=str(root))],
                check=True,
                capture_output=True,
                text=True,
            )
            wall = time.perf_counter() - started
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            files, findings = done.stdout.split()
            print(f"{name:28} {wall:8.2f} {cpu:8.2f} {files:>6} {findings:>9}")


if __name__ == "__main__":
    main()
