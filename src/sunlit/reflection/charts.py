# SPDX-License-Identifier: MIT
"""The class picture as a matplotlib figure: ten panes a bar, labelled, with words beside it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from matplotlib.patches import FancyBboxPatch

from sunlit.charts import DescribedFigure
from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sunlit.reflection.release import ItemRelease, PollRelease

# From the design's tokens: band colour of ages 11 to 13 on paper, contrast at least 3.7 to 1.
PAPER, INK, FILL, EDGE, EMPTY = "#FFFBF3", "#1F2937", "#2F7FC6", "#12487F", "#85796A"
TENTHS = 10
_LABEL_WIDTH = 30


def draw(release: PollRelease) -> DescribedFigure:
    """Draw every released item of a poll, one below the other.

    An item that is not shown has its sentence in place of bars.
    """
    heights = [max(len(item.bars) if item.kind == "bars" else 1, 1) + 1.6 for item in release.items]
    figure = DescribedFigure(figsize=(9, 0.5 * sum(heights)), facecolor=PAPER, layout="constrained")
    axes = figure.subplots(len(heights), 1, squeeze=False, height_ratios=heights)[:, 0]
    for item, place in zip(release.items, axes, strict=True):
        _item(place, item, release.spec.language)
    language = release.spec.language
    figure.alt = " ".join(f"{i.item.text} {i.sentence(language)}" for i in release.items)
    return figure


def _item(axes: Axes, item: ItemRelease, language: str) -> None:
    axes.set_title(item.item.text, loc="left", color=INK, fontweight="bold", wrap=True)
    axes.set_facecolor(PAPER)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xticks([])
    bars: list[tuple[str, int]] = []
    if item.kind == "bars":
        bars = [(item.label(bar, language), bar.tenths) for bar in item.bars]
    elif item.kind == "coin" and item.tenths is not None:
        bars = [(item.item.options[0], item.tenths)]
    if not bars:
        axes.set_yticks([])
        axes.set_xlim(0, 1)
        axes.text(0, 0.5, textwrap.fill(item.sentence(language), 90), color=INK, va="center")
        return
    for row, (_, tenths) in enumerate(bars):
        _panes(axes, row, tenths, language)
    labels = [textwrap.fill(label, _LABEL_WIDTH) for label, _ in bars]
    axes.set_yticks(range(len(bars)), labels, color=INK)
    axes.tick_params(length=0)
    axes.set_ylim(len(bars) - 0.5, -0.6)
    axes.set_xlim(0, TENTHS + 2.2)


def _panes(axes: Any, row: int, tenths: int, language: str) -> None:
    for pane in range(TENTHS):
        on = pane < tenths
        axes.add_patch(
            FancyBboxPatch(
                (pane + 0.08, row - 0.36),
                0.84,
                0.72,
                boxstyle="round,pad=0,rounding_size=0.08",
                facecolor=FILL if on else "white",
                edgecolor=EDGE if on else EMPTY,
                linewidth=1.5,
            )
        )
    share = wording("picture.tenths", language, n=tenths)
    axes.text(TENTHS + 0.3, row, share, va="center", color=INK, fontweight="bold")
