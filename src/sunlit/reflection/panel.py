# SPDX-License-Identifier: MIT
"""The teacher's panel in a notebook, composed of ipywidgets."""

from __future__ import annotations

import html
import threading
from typing import TYPE_CHECKING, Any

import ipywidgets
import segno

from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from sunlit.reflection.notebook import Reflection

EVERY = 5.0


def qr_picture(link: str) -> str:
    """Return the join link's QR code as SVG with a name for screen readers."""
    code = segno.make(link, micro=False, error="m")
    picture = code.svg_inline(scale=5, border=4, dark="#000", light="#fff")
    label = html.escape(wording("wall.qr"))
    return f'<div role="img" aria-label="{label}">{picture}</div>'


class _Panel:
    """The widgets and what they do."""

    def __init__(self, reflection: Reflection) -> None:
        self.reflection = reflection
        self.size = ipywidgets.BoundedIntText(
            value=reflection._spec.class_size,  # noqa: SLF001 (of one piece with it)
            min=1,
            max=500,
            description=wording("control.size"),
            style={"description_width": "initial"},
        )
        self.lan = ipywidgets.Checkbox(value=False, description=wording("panel.lan"), indent=False)
        self.open = ipywidgets.Button(description=wording("control.open"))
        self.close = ipywidgets.Button(description=wording("wall.close"), disabled=True)
        self.place = ipywidgets.HTML()
        self.code = ipywidgets.HTML()
        self.counter = ipywidgets.Label()
        self.status = ipywidgets.Label()
        self.picture = ipywidgets.HTML()
        self.open.on_click(self.opened)
        self.close.on_click(self.closed)
        self.box = ipywidgets.VBox(
            [
                ipywidgets.HBox([self.size, self.lan]),
                ipywidgets.HBox([self.open, self.close]),
                self.status,
                self.place,
                self.code,
                self.counter,
                self.picture,
            ]
        )
        self._ended = threading.Event()

    def opened(self, _: Any) -> None:
        """Open for the class and show where to join."""
        try:
            self.reflection.open(class_size=self.size.value, lan=self.lan.value)
        except (OSError, ValueError, RuntimeError) as error:
            self.status.value = str(error)
            return
        join = self.reflection.join
        address, code = html.escape(join["address"]), html.escape(join["code"])
        self.place.value = f"<p>{address}</p><p style='font-size:2.4em'><b>{code}</b></p>"
        self.code.value = qr_picture(join["link"])
        self.status.value = self.picture.value = ""
        self.open.disabled, self.close.disabled = True, False
        self._ended.clear()
        self.refresh()
        threading.Thread(target=self._watch, daemon=True, name="sunlit-panel").start()

    def refresh(self) -> None:
        """Show the coarse counter."""
        self.counter.value = self.reflection.counter

    def _watch(self) -> None:
        while not self._ended.wait(EVERY):
            try:
                self.refresh()
            except RuntimeError:
                return

    def closed(self, _: Any) -> None:
        """Close, and show the one picture with its words."""
        self._ended.set()
        self.reflection.close()
        self.place.value = self.code.value = self.counter.value = ""
        self.open.disabled, self.close.disabled = False, True
        release = self.reflection.release
        words = "".join(
            f"<p><b>{html.escape(item.item.text)}</b> {html.escape(item.sentence())}</p>"
            for item in release.items
        )
        self.picture.value = words + self.reflection.chart()._repr_html_()


def panel(reflection: Reflection) -> ipywidgets.VBox:
    """Return the teacher's panel of a reflection: open, coarse counter, QR code, close, chart."""
    made = _Panel(reflection)
    made.box._sunlit = made  # noqa: SLF001 (lives as long as the box)
    return made.box
