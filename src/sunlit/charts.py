# SPDX-License-Identifier: MIT
"""A bar chart for a notebook: one colour, direct labels, ink outlines, words beside it."""

from __future__ import annotations

import base64
import html
import io
import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure

from sunlit.curriculum.bands import BANDS
from sunlit.frontend.linking import FRONTEND

if TYPE_CHECKING:
    from sunlit.activities.bars import Bars

_LABEL_WIDTH = 34
_TITLE_WIDTH = 72
_PLAIN: Any = {"parse_math": False}  # a "$" that an author wrote is a dollar


class DescribedFigure(Figure):
    """A figure that carries its text alternative into the notebook.

    ``alt`` says in words what the figure shows.
    """

    alt: str = ""

    def _repr_html_(self) -> str:
        """Return the figure as an image with its text alternative."""
        picture = io.BytesIO()
        self.savefig(picture, format="png", dpi=110)
        code = base64.b64encode(picture.getvalue()).decode()
        return f'<img alt="{html.escape(self.alt)}" src="data:image/png;base64,{code}">'


@cache
def _tokens() -> dict[str, str]:
    """Return the colours of the design's tokens, in daylight, by name."""
    text = (FRONTEND / "tokens.css").read_text(encoding="utf-8").split("html[data-theme")[0]
    return dict(re.findall(r"--([a-z0-9]+): (#[0-9A-Fa-f]{6});", text))


def bar_chart(bars: Bars, band: str) -> DescribedFigure:
    """Draw ``bars`` as lying bars in the colour of ``band``, in the order they have.

    The scale starts at 0 and ends at ``bars.most``. A bar without a figure is an empty,
    dashed frame. The words of the chart are in ``alt``.
    """
    colours = _tokens()
    ink, paper, fill = colours["ink"], colours["paper"], colours[f"b{_place(band)}m"]
    rows = range(len(bars.bars))
    figure = DescribedFigure(figsize=(8, 1.3 + 0.62 * len(bars.bars)), facecolor=paper)
    figure.set_layout_engine("constrained", w_pad=0.1, h_pad=0.1)
    axes = figure.subplots()
    axes.set_facecolor(paper)
    lengths = [bars.most if bar.value is None else bar.value for bar in bars.bars]
    for patch, bar in zip(axes.barh(rows, lengths, height=0.6), bars.bars, strict=True):
        patch.set_edgecolor(ink)
        patch.set_linewidth(1.5)
        patch.set_facecolor("none" if bar.value is None else fill)
        patch.set_linestyle("--" if bar.value is None else "-")
    for row, (bar, length) in enumerate(zip(bars.bars, lengths, strict=True)):
        axes.annotate(
            bar.text,
            (length, row),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            color=ink,
            fontweight="bold",
            **_PLAIN,
        )
    labels = [textwrap.fill(bar.label, _LABEL_WIDTH) for bar in bars.bars]
    axes.set_yticks(rows, labels, color=ink, **_PLAIN)
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.set_xlim(0, bars.most * 1.02)
    axes.set_ylim(len(bars.bars) - 0.4, -0.6)
    for name, spine in axes.spines.items():
        spine.set_visible(name == "left")
        spine.set_color(ink)
    figure.suptitle(
        textwrap.fill(bars.title, _TITLE_WIDTH),
        x=0.02,
        ha="left",
        color=ink,
        fontweight="bold",
        **_PLAIN,
    )
    if bars.source:
        figure.supxlabel(
            textwrap.fill(bars.source, 100), x=0.02, ha="left", color=ink, fontsize=8, **_PLAIN
        )
    figure.alt = " ".join(part for part in (bars.sentence(), bars.source) if part)
    return figure


def _place(band: str) -> int:
    """Return the number of the band in the tokens, from 1."""
    return list(BANDS).index(band) + 1
