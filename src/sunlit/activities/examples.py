# SPDX-License-Identifier: MIT
"""The worked examples on the authors' pages: what stands there can be copied, and runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.activities.reading import activities_in
from sunlit.content import content_root
from sunlit.source import parse_yaml, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from sunlit.activities.kind import Activity

_FENCE = re.compile(r"(?ms)^```yaml\n# (?P<band>ages-[\d-]+)\n(?P<text>.*?)^```$")


def example_page(kind: str, root: Path | None = None) -> Path:
    """Return the authors' page about ``kind``."""
    return (root or content_root()) / "docs" / "authors" / f"{kind}.md"


def worked_examples(kind: str, root: Path | None = None) -> list[tuple[str, str, int]]:
    """Return (band, YAML, line) of each worked example on the page about ``kind``.

    A worked example is a ``yaml`` fence whose first line names its band: ``# ages-11-13``.
    ``line`` is where the YAML below that line starts. There is none without a page.

    Raises
    ------
    ContentError
        When the page can't be read.

    """
    page = example_page(kind, root)
    if not page.is_file():
        return []
    text = read_text(page)
    return [
        (found["band"], found["text"], text.count("\n", 0, found.start("text")) + 1)
        for found in _FENCE.finditer(text)
    ]


def read_example(kind: str, root: Path | None = None) -> tuple[str, Activity, str]:
    """Return the first activity of the first worked example: its id, itself, its band.

    Raises
    ------
    LookupError
        When the page about ``kind`` has no worked example.
    ContentError
        When the example has problems, each located on that page.

    """
    examples = worked_examples(kind, root)
    if not examples:
        raise LookupError(
            f"wanted a worked example of '{kind}' in docs/authors/{kind}.md, found none: "
            "a yaml fence whose first line is a band, such as '# ages-11-13'."
        )
    band, text, line = examples[0]
    activities = activities_in(parse_yaml(text, example_page(kind, root), line), band)
    name, activity = next(iter(activities.items()))
    return f"{band}/{kind}/{name}", activity, band
