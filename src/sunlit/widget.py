# SPDX-License-Identifier: MIT
"""An activity as a widget: ``activity("ages-11-13/03-words/swap")`` in a notebook."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from sunlit.activities.compiling import compile_activity
from sunlit.activities.reading import load_activity
from sunlit.catalogue import strings
from sunlit.frontend.linking import widget_module, widget_style

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from sunlit.activities.kind import Activity
    from sunlit.charts import DescribedFigure


class ActivityWidget(anywidget.AnyWidget):
    """A live activity; an ``ipywidgets.DOMWidget``, so it composes like any other.

    Attributes
    ----------
    answer
        What the learner chose, as plain data, or None before the first answer.
        Observe it with ``widget.observe(function, names="answer")``. It lives in this
        notebook's memory; ``clear()`` empties it.
    value
        The same as ``answer``, under the name that `ipywidgets.interactive_output` looks for.
    definition
        The compiled activity, as the front end reads it.

    """

    # Traits of their own, since the module depends on the kind; anywidget fills the rest.
    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    value = traitlets.Dict(allow_none=True, default_value=None)
    definition = traitlets.Dict().tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)

    def __init__(self, identifier: str, activity: Activity, band: str) -> None:
        self._activity = activity
        self._band = band
        kind = activity.kind
        super().__init__(
            _esm=widget_module(kind),
            _css=widget_style(),
            definition=compile_activity(identifier, activity, band),
            strings={
                key: text
                for key, text in strings().items()
                if key.startswith(("activity.", "item.", f"{kind}."))
            },
        )
        self.add_class("sunlit")
        traitlets.link((self, "answer"), (self, "value"))

    def clear(self) -> None:
        """Forget the answer, here and on screen."""
        self.set_trait("answer", None)

    def to_frame(self) -> pd.DataFrame:
        """Return the answer as a data frame; empty before the first answer.

        Columns depend on the kind; see its page in the authors' part.
        """
        import pandas as pd  # noqa: PLC0415 - loads only when a frame is asked for

        return pd.DataFrame(self._activity.rows(self.answer or {}))

    def chart(self) -> DescribedFigure:
        """Return the answer as a bar chart, a matplotlib figure with its words in ``alt``.

        Raises
        ------
        ValueError
            When this kind has no chart, or the answer is not one of this activity.

        """
        bars = self._activity.bars(self.answer or {})
        if bars is None:
            raise ValueError(
                f"'{self._activity.title}' has no chart: wanted an audit with a rubric or an "
                f"explorer, found the kind '{self._activity.kind}'."
            )
        from sunlit.charts import bar_chart  # noqa: PLC0415 - loads only when a chart is asked for

        return bar_chart(bars, self._band)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Add the page's own form, which the book shows instead of a widget view."""
        bundle = super()._repr_mimebundle_(**options)
        data, metadata = bundle if isinstance(bundle, tuple) else (bundle, {})
        if data is not None:
            data = {**data, "text/html": _page_form(self.definition)}
        return data, metadata


def _page_form(definition: Mapping[str, Any]) -> str:
    """Return the element that the page host brings to life."""
    body = (
        json.dumps(definition, ensure_ascii=False).replace("</", "<\\/").replace("<!--", "<\\!--")
    )
    return (
        f'<div class="act card" role="group" data-activity="{html.escape(definition["kind"])}" '
        f'data-id="{html.escape(definition["id"])}" '
        f'aria-label="{html.escape(definition["title"])}">'
        f'<script type="application/json">{body}</script><div class="act-live" hidden></div></div>'
    )


def activity(identifier: str) -> ActivityWidget:
    """Return the activity ``identifier`` as a live widget.

    Parameters
    ----------
    identifier
        ``band/theme/name``, such as ``"ages-11-13/03-words/swap"``.

    Raises
    ------
    LookupError
        When there is no such activity; the message names the nearest one.
    sunlit.problems.ContentError
        When its file has problems.

    """
    found, band = load_activity(identifier)
    return ActivityWidget(identifier, found, band)
