# SPDX-License-Identifier: MIT
"""The authors' page about notebooks: its cells run, and frame and chart follow the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from sunlit.content import content_root

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_CELL = re.compile(r"(?ms)^```python\n(.*?)^```$")
_EXAMPLE = re.compile(r"(?ms)^```yaml\n# ages-11-13\n(.*?)^```$")
_AUTHORS = content_root() / "docs" / "authors"


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[InteractiveShell]:
    """Return a shell in which the page's audit exists, as on the page about audits."""
    file = tmp_path / "activities" / "ages-11-13" / "05-media.yml"
    file.parent.mkdir(parents=True)
    example = _EXAMPLE.search((_AUTHORS / "audit.md").read_text(encoding="utf-8"))
    assert example is not None
    file.write_text(example[1], encoding="utf-8")
    monkeypatch.setattr("sunlit.activities.reading.content_root", lambda: tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    made = InteractiveShell.instance()
    yield made
    InteractiveShell.clear_instance()


def test_every_cell_of_the_page_runs(shell: InteractiveShell) -> None:
    """The cells run from the top, and the chart and the tabs follow what is rated."""
    cells = _CELL.findall((_AUTHORS / "notebooks.md").read_text(encoding="utf-8"))
    assert len(cells) == 3
    with capture_output() as before:
        for cell in cells:
            assert shell.run_cell(cell).success
    assert "Rate a headline" in before.stdout + str(shell.user_ns["count"].outputs)
    audit = shell.user_ns["audit"]
    with capture_output() as after:
        audit.set_state({"answer": {"ratings": {"a": {"truth": "yes"}, "b": {"truth": "no"}}}})
    shown = [output.data for output in after.outputs]
    assert any("Is it true?" in data.get("text/plain", "") for data in shown)
    assert any('alt="How often the answer was yes Is it true?: 1 of 2;' in one.get("text/html", "")
               for one in shown)  # fmt: skip
    assert shell.user_ns["progress"].value == "Rated: 2 of 4"
    assert shell.user_ns["tabs"].children[0] is audit
    with capture_output():
        audit.clear()
    assert shell.user_ns["progress"].value == "Rated: 0 of 4"
    assert audit.value is None


def test_a_kind_without_a_chart_says_so() -> None:
    """Asking a quiz for a chart is answered in words, not with an empty picture."""
    from sunlit import activity  # noqa: PLC0415

    with pytest.raises(ValueError, match="has no chart: wanted an audit"):
        activity("ages-11-13/03-words/jo").chart()
