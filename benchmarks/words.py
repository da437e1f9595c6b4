# SPDX-License-Identifier: MIT
"""Print how well and how fast the words checker works: ``python benchmarks/words.py``.

Quality on the committed sentences: the part used while writing the rules and the
part kept unseen until they were finished. Speed in Python, and in Chromium when
Playwright and a browser are there.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import sunlit
from sunlit.words import check_message, check_words
from sunlit.words.checker import read_compiled
from sunlit.words.engine import Engine

DATA = Path(__file__).parent.parent / "tests" / "words"
CHROMIUM = Path("/usr/bin/chromium")


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one file of labelled texts."""
    text = (DATA / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def quality(name: str, *, safeguarding: bool) -> None:
    """Print precision, recall, F1 and false alarms for one file."""
    true = false = missed = 0
    alarms: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    recalls: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in rows(name):
        if safeguarding:
            found = bool(check_message(row["text"]))
        else:
            found = any(not match.note for match in check_words(row["text"]))
        if row["label"] in ("flag", "alert"):
            true += found
            missed += not found
            recalls[row["category"]][0] += found
            recalls[row["category"]][1] += 1
        else:
            false += found
            group = alarms[row.get("difficulty", "harmless")]
            group[0] += found
            group[1] += 1
    precision = true / max(1, true + false)
    recall = true / max(1, true + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    for group, (hits, total) in sorted(alarms.items()):
        print(f"    false alarms, {group}: {hits} of {total}")
    if safeguarding:
        for category, (hits, total) in sorted(recalls.items()):
            print(f"    recall, {category}: {hits} of {total}")


def speed() -> None:
    """Print start-up and sentences a second in Python."""
    command = [sys.executable, "-c", "from sunlit.words import check_words; check_words('a')"]
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run(command, check=True)
        times.append(time.perf_counter() - started)
    print(f"start, first sentence: {min(times):.3f} s (whole process)")
    texts = [row["text"] for name in ("sentences-dev", "sentences-unseen") for row in rows(name)]
    for label, count in (("first pass", 1), ("warm", 5)):
        engine = Engine(read_compiled("ages-14-18"))
        for _ in range(count):
            started = time.process_time()
            for text in texts:
                engine.find(text)
            spent = time.process_time() - started
        print(f"Python, {label}: {len(texts) / spent:,.0f} sentences a second")


def page_speed() -> None:
    """Print the time for a page of text in Chromium."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - optional
    except ImportError:
        return
    if not CHROMIUM.is_file():
        return
    module = Path(sunlit.__file__).parent / "frontend" / "words_engine.js"
    text = " ".join(row["text"] for row in rows("sentences-dev"))[:3000]
    script = """
    ([source, data, text]) => import(
      URL.createObjectURL(new Blob([source], {type: "text/javascript"}))
    ).then(({Engine}) => {
      const begun = performance.now();
      const engine = new Engine(data);
      const made = performance.now();
      engine.find(text);
      const first = performance.now();
      const times = [];
      for (let k = 0; k < 20; k += 1) {
        const start = performance.now();
        engine.find(text);
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      return [made - begun, first - made, times[10]];
    })
    """
    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=str(CHROMIUM), args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        source, data = module.read_text(encoding="utf-8"), read_compiled("ages-14-18")
        made, first, median = browser.new_page().evaluate(script, [source, data, text])
        browser.close()
    print(
        f"page, {len(text)} characters: engine {made:.1f} ms, "
        f"first check {first:.1f} ms, later {median:.1f} ms"
    )


if __name__ == "__main__":
    quality("sentences-dev", safeguarding=False)
    quality("sentences-unseen", safeguarding=False)
    quality("messages-dev", safeguarding=True)
    quality("messages-unseen", safeguarding=True)
    speed()
    page_speed()
