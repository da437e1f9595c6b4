# SPDX-License-Identifier: MIT
"""How long the word checker of a page takes for one keystroke in a page of text.

Each keystroke checks the whole text, marks it and renews the list; then the browser lays
the page out. Prints the median and the slowest of fifty, without and with the layout, at
the computer's own speed and slowed down four times, as a school laptop may be. Needs
Chromium and the test dependencies. Run it with
``python3 start.py bench words_page``.
"""

from __future__ import annotations

import sys
import tempfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from sunlit.activities.examples import worked_examples

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
KEYS = 50
PLAIN = "We walked to the park and looked at the trees until the rain came over the hill. "
MARKED = "The maths test was crazy today, and my cousin suffers from anxiety. "
TYPED = """(text) => {
  const area = document.querySelector('textarea');
  const times = [];
  for (let k = 0; k < KEYS; k += 1) {
    area.value = text + 'and so on '.repeat(6).slice(0, k);
    const start = performance.now();
    area.dispatchEvent(new Event('input'));
    const checked = performance.now();
    document.body.offsetHeight;
    times.push([checked - start, performance.now() - start]);
  }
  return [0, 1].map((part) => times.map((one) => one[part]).sort((a, b) => a - b));
}""".replace("KEYS", str(KEYS))


def page_of(folder: Path) -> str:
    """Write a page with the ``words`` activity of the authors' page; return its address."""
    band, text, _ = next(one for one in worked_examples("words") if one[0] == "ages-11-13")
    address: str = loaded("tests/activities/conftest.py").write_page(folder, text, band)
    return address


def loaded(name: str) -> ModuleType:
    """Return a module of the tests: their bare page, and the browser they found."""
    spec = spec_from_file_location(name.replace("/", "-"), ROOT / name)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(name)
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Measure a harmless page of text and one with many phrases."""
    chromium = loaded("tests/conftest.py").find_chromium()
    if chromium is None:
        sys.exit("wanted Chromium, Chrome or Edge, found none.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        address = page_of(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        page.locator("[data-state=ready]").first.wait_for()
        session = page.context.new_cdp_session(page)
        print(
            f"{'text of 3,000 characters':26} {'slower':>6} {'median ms':>10} {'worst':>7}"
            f" {'with layout':>12} {'worst':>7}"
        )
        for name, line in (("harmless", PLAIN), ("88 phrases", MARKED)):
            for rate in (1, 4):
                session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
                times = page.evaluate(TYPED, (line * 60)[:3000])
                checked, shown = ((one[KEYS // 2], one[-1]) for one in times)
                print(
                    f"{name:26} {rate:>5}x {checked[0]:>10.1f} {checked[1]:>7.1f}"
                    f" {shown[0]:>12.1f} {shown[1]:>7.1f}"
                )
        browser.close()


if __name__ == "__main__":
    main()
