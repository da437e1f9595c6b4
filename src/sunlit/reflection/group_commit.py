# SPDX-License-Identifier: MIT
"""One writer that commits together whatever is waiting: the largest gain in a burst."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.reflection.store import Body, Outcome, Store

_DEPTH = 10_000


class Overloaded(RuntimeError):  # noqa: N818 (reads better where it is caught)
    """Too many bodies wait already; the device tries again with the same ids."""


class GroupCommit:
    """A thread between many senders and one store.

    Every body that arrives while a commit runs joins the next one; nobody waits for company.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: queue.Queue[tuple[str, Body, Future[Outcome]] | None] = queue.Queue(_DEPTH)
        self._thread = threading.Thread(target=self._run, name="sunlit-writer", daemon=True)
        self._thread.start()

    def submit(self, code: str, body: Body) -> Future[Outcome]:
        """Hand over a body; the future holds its outcome once the commit is on disk.

        Raises
        ------
        Overloaded
            If ten thousand bodies wait already.
        """
        promise: Future[Outcome] = Future()
        try:
            self._waiting.put_nowait((code, body, promise))
        except queue.Full as full:
            raise Overloaded from full
        return promise

    def shut(self) -> None:
        """Commit what waits, then end the thread."""
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while True:
            first = self._waiting.get()
            if first is None:
                return
            batch = [first]
            ending = False
            while not ending:
                try:
                    following = self._waiting.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    ending = True
                else:
                    batch.append(following)
            self._commit(batch)
            if ending:
                return

    def _commit(self, batch: list[tuple[str, Body, Future[Outcome]]]) -> None:
        polls: dict[str, list[tuple[Body, Future[Outcome]]]] = {}
        for code, body, promise in batch:
            if promise.set_running_or_notify_cancel():
                polls.setdefault(code, []).append((body, promise))
        for code, waiting in polls.items():
            try:
                outcomes = self._store.submit(code, [body for body, _ in waiting])
            except Exception as error:  # noqa: BLE001 (each sender gets it and tries again)
                for _, promise in waiting:
                    promise.set_exception(error)
                continue
            for (_, promise), outcome in zip(waiting, outcomes, strict=True):
                promise.set_result(outcome)
