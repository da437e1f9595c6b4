# SPDX-License-Identifier: MIT
"""A class reflection from a notebook: the service runs inside it, the result is a tidy frame."""

from __future__ import annotations

import atexit
from typing import TYPE_CHECKING, Any

from sunlit.reflection.lessons import lesson_polls
from sunlit.reflection.service import describe_change
from sunlit.reflection.teaching import Teaching, default_data

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd
    from ipywidgets import VBox

    from sunlit.charts import DescribedFigure
    from sunlit.reflection.release import PollRelease
    from sunlit.reflection.spec import PollSpec

_COLUMNS = ["item", "question", "answer", "tenths", "fewest", "most", "about"]


class NotOpenError(RuntimeError):
    """The reflection was not opened, or has no result yet; the message says what to call."""


class _Running:
    """The one service of a notebook; every reflection shares it."""

    teaching: Teaching | None = None
    polls: dict[str, PollSpec] = {}  # noqa: RUF012 (one for the whole process, on purpose)


def _service(data: Path | None, *, lan: bool) -> Teaching:
    running = _Running.teaching
    if running is None or (lan and running.lan is None):
        shut()
        running = Teaching(
            _Running.polls, data or default_data(), port=8000, control_port=8001, lan=lan
        )
        running.start()
        _Running.teaching = running
        atexit.register(shut)
    return running


def shut() -> None:
    """End the notebook's service; an open reflection is resumed by the next one."""
    running, _Running.teaching = _Running.teaching, None
    if running is not None:
        atexit.unregister(shut)
        running.stop()


class Reflection:
    """One activity that a class answers together.

    ``activity_id`` is ``band/theme/name``, such as ``ages-14-18/05-media/class-view``. ``spec``
    takes the place of the lessons' own activity. ``data`` is the folder for the answers.

    >>> poll = Reflection("ages-14-18/05-media/class-view")  # doctest: +SKIP
    >>> poll.open(class_size=28, lan=True)  # doctest: +SKIP

    Raises
    ------
    LookupError
        If no activity that a class can answer has this id.

    """

    def __init__(
        self, activity_id: str, *, spec: PollSpec | None = None, data: Path | None = None
    ) -> None:
        if spec is None:
            polls = lesson_polls()
            if activity_id not in polls:
                known = ", ".join(sorted(polls)) or "none"
                raise LookupError(
                    f"there is no reflection or check '{activity_id}'. There are: {known}."
                )
            spec = polls[activity_id]
        self.activity_id = activity_id
        self.code: str | None = None
        self._spec = spec
        self._data = data
        _Running.polls[activity_id] = spec

    def open(self, *, class_size: int | None = None, lan: bool = False, **settings: object) -> str:
        """Open for the class and return the address that pupils go to, with the code.

        ``lan`` lets devices of the local network in; without it only this computer can answer.
        Further settings are those of the service: ``sensitive``, ``free_text``, ``slips``,
        ``phase``, ``follows``, ``families_told``.
        """
        teaching = _service(self._data, lan=lan)
        if self.code and teaching.store.is_open(self.code):
            raise NotOpenError(f"already open under the code {self.code}; close it first")
        size = self._spec.class_size if class_size is None else class_size
        wanted = {"activity": self.activity_id, "class_size": size, **settings}
        ticket, _, _ = teaching.service.open(wanted)
        self.code = ticket.code
        return f"{teaching.join}  code {ticket.code}"

    @property
    def counter(self) -> str:
        """How many have answered or passed, in fives: ``About 20 of 30``."""
        return str(self._state("open()")["counter"])

    @property
    def join(self) -> Mapping[str, Any]:
        """Where pupils join: ``address``, ``code``, ``link`` and the rows of the QR code."""
        place: Mapping[str, Any] = self._state("open()")["join"]
        return place

    def _state(self, call: str) -> dict[str, Any]:
        teaching = _Running.teaching
        if teaching is None or self.code is None or not teaching.store.is_open(self.code):
            raise NotOpenError(f"not open: call {call} first")
        return teaching.service.state(self.code)

    def close(self) -> pd.DataFrame:
        """Close, release once and return :meth:`result`; later calls return the same."""
        self._teaching().store.close(self._opened())
        return self.result()

    def _opened(self) -> str:
        if self.code is None:
            raise NotOpenError("not open: call open() first")
        return self.code

    def _teaching(self) -> Teaching:
        self._opened()
        return _service(self._data, lan=False)

    @property
    def release(self) -> PollRelease:
        """What may be seen, as plain objects.

        Raises
        ------
        NotOpenError
            While the reflection is open: before the close there is no result, live or partial.

        """
        teaching, code = self._teaching(), self._opened()
        if teaching.store.is_open(code):
            raise NotOpenError("still open: there is no result before close()")
        return teaching.store.release(code)

    def result(self) -> pd.DataFrame:
        """Return the released bars as a tidy frame, one row a bar; no row where nothing is shown.

        Columns: ``item``, ``question``, ``answer`` (options joined where groups were small),
        ``tenths`` (1 to 9, rounded, each bar alone), ``fewest`` and ``most`` (pupils, for coin
        items), ``about`` (answers, in fives).
        """
        import pandas as pd  # noqa: PLC0415 (heavy, and only here)

        rows: list[dict[str, object]] = []
        for item in self.release.items:
            shared = {"item": item.item.id, "question": item.item.text, "about": item.about}
            if item.kind == "bars":
                rows += [
                    {**shared, "answer": item.label(bar), "tenths": bar.tenths} for bar in item.bars
                ]
            elif item.kind == "coin":
                known = {"tenths": item.tenths, "fewest": item.fewest, "most": item.most}
                rows.append({**shared, "answer": item.item.options[0], **known})
        frame = pd.DataFrame(rows, columns=_COLUMNS)
        numbers = ["tenths", "fewest", "most", "about"]
        return frame.astype(dict.fromkeys(numbers, "Int64"))

    def change(self) -> pd.DataFrame:
        """Return the change since the reflection that this one follows, one row a bar.

        Columns: ``item``, ``question``, ``answer``, ``tenths`` (after minus before), ``low`` and
        ``high`` (its honest range, in tenths), ``says``.
        """
        import pandas as pd  # noqa: PLC0415 (heavy, and only here)

        after = self.release
        if not after.spec.follows:
            raise NotOpenError("nothing to compare with: open with follows=<code of the first>")
        before = self._teaching().store.release(after.spec.follows)
        rows = []
        for item in describe_change(before, after)["items"]:
            shared = {"item": item["id"], "question": item["text"]}
            for bar in item["bars"]:
                known = {name: bar[name] for name in ("tenths", "low", "high")}
                rows.append({**shared, "answer": bar["label"], **known, "says": bar["sentence"]})
            if not item["bars"]:
                rows.append({**shared, "says": item["sentence"]})
        frame = pd.DataFrame(
            rows, columns=["item", "question", "answer", "tenths", "low", "high", "says"]
        )
        return frame.astype(dict.fromkeys(["tenths", "low", "high"], "Int64"))

    def chart(self) -> DescribedFigure:
        """Return the class picture as a matplotlib figure with its text alternative."""
        from sunlit.reflection.charts import draw  # noqa: PLC0415 (matplotlib only here)

        return draw(self.release)

    def panel(self) -> VBox:
        """Return the teacher's panel: open, coarse counter, QR code, close, chart."""
        from sunlit.reflection.panel import panel  # noqa: PLC0415 (ipywidgets only here)

        return panel(self)
