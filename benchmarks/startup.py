# SPDX-License-Identifier: MIT
"""CPU time of ``import sunlit`` and of a first ``activity(...)``, beside bare parts.

Prints the median of nine fresh processes each, in CPU milliseconds above an empty
Python. Run it with ``python3 start.py bench startup``.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys

RUNS = 9
CASES = {
    "empty Python": "pass",
    "import sunlit": "import sunlit",
    "import pydantic": "import pydantic",
    "import anywidget": "import anywidget",
    "import ipywidgets": "import ipywidgets",
    "first activity(...)": "from sunlit import activity; activity('ages-11-13/03-words/jo')",
    "import pandas": "import pandas",
}


def cpu_ms(code: str) -> float:
    """Return the CPU time of one fresh process, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    """Measure the cases in turns, so that a busy moment hits all of them."""
    times: dict[str, list[float]] = {name: [] for name in CASES}
    for _ in range(RUNS):
        for name, code in CASES.items():
            times[name].append(cpu_ms(code))
    empty = statistics.median(times["empty Python"])
    print(f"{'case':24} {'CPU ms':>8} {'above empty':>12}")
    for name, values in times.items():
        median = statistics.median(values)
        print(f"{name:24} {median:8.0f} {median - empty:12.0f}")


if __name__ == "__main__":
    main()
