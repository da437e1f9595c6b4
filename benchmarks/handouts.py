# SPDX-License-Identifier: MIT
"""How long paper takes: one lesson from a cold start, and 160 PDFs in one process.

Run it with ``python benchmarks/handouts.py``; it prints figures and asserts none.
Budget (product decisions): 160 PDFs in 6 CPU seconds, one lesson under a second.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

AT_LEAST = 160
ONE = """
from pathlib import Path
from sunlit.handouts import write_handouts
write_handouts(["ages-11-13/03-words"], Path({out!r}), kinds=["worksheet", "key"])
"""


def cold_start(out: Path) -> None:
    """Print what a worksheet and a key cost with the start of Python in it."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", ONE.format(out=str(out))], check=True)
    print(f"worksheet and key, cold start: {time.perf_counter() - start:.2f} s wall")


def many(out: Path) -> None:
    """Print what 160 different PDFs cost in one process."""
    from sunlit.handouts import write_handouts  # noqa: PLC0415 - timed from here on

    files, run = 0, 0
    wall, cpu = time.perf_counter(), time.process_time()
    while files < AT_LEAST:
        # Another name each time makes every document different.
        written = write_handouts(["all"], out / str(run), rename={"Noor": f"Noor{run}"})
        files += len(written)
        run += 1
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    size = sum(file.stat().st_size for file in out.rglob("*.pdf")) / files / 1024
    print(f"{files} PDFs: {cpu:.1f} s CPU, {wall:.1f} s wall, {size:.0f} KiB each")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        cold_start(Path(folder) / "one")
        many(Path(folder) / "many")
