# SPDX-License-Identifier: MIT
"""How long ``sunlit check`` takes for forty lessons: at first, again, and after one edit.

They are checked in a copy, so that nothing kept in the checkout helps. Prints the wall and CPU
seconds of fresh processes. Run it with ``python3 start.py bench check``.
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

CODE = (
    "from pathlib import Path; from sunlit.curriculum.checking import check_content;"
    "report = check_content((), Path({root!r}));"
    "print(report.files, len(report.findings))"
)


def copy_of_the_lessons(root: Path) -> None:
    """Copy the curriculum into ``root``, with room for what a check keeps."""
    source = content_root()
    for folder in ("lessons", "activities", "teacher_guides", "data"):
        shutil.copytree(source / folder, root / folder)
    for name in ("references.bib", "_toc.yml"):
        shutil.copy(source / name, root / name)
    (root / "_build").mkdir()


def main() -> None:
    """Measure three runs."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy_of_the_lessons(root)
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
