# SPDX-License-Identifier: MIT
"""What both listeners share: the store, the writer, the activities, the places of the pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from sunlit.reflection.comparison import differences
from sunlit.reflection.ladder import coarse
from sunlit.reflection.security import Guesses
from sunlit.reflection.slips import new_slips
from sunlit.reflection.spec import YOUNG_BANDS, PollSpec, SpecError
from sunlit.reflection.store import CODE_LENGTH, CODE_SYMBOLS, Ticket, UnknownPoll
from sunlit.reflection.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sunlit.reflection.group_commit import GroupCommit
    from sunlit.reflection.help_card import HelpCard
    from sunlit.reflection.release import PollRelease
    from sunlit.reflection.spec import Item
    from sunlit.reflection.sqlite_store import SqliteStore

_CODE = re.compile(rf"[{CODE_SYMBOLS}]{{{CODE_LENGTH}}}\Z", re.ASCII)
_KEY = re.compile(r"[0-9a-f]{32}\Z", re.ASCII)

HANDS_ONLY = "ages-05-07"


@dataclass
class Service:
    """The state of one ``sunlit teach``.

    ``polls`` gives every activity that can be opened, by its id. ``join`` is the address that
    pupils type, ``control`` the teacher's own.
    """

    store: SqliteStore
    writer: GroupCommit
    polls: Callable[[], Mapping[str, PollSpec]]
    help_card: HelpCard
    join: str = ""
    control: str = ""
    site: str = ""
    guesses: Guesses = field(default_factory=Guesses)

    def find(self, given: str) -> str | None:
        """Return the code of the open poll that a typed code or a scanned key names, at once.

        Raises
        ------
        ValueError
            If ``given`` has neither form.
        """
        if _KEY.match(given):
            for code, ticket in self.store.open_polls().items():
                if ticket.key == given:
                    return code
            return None
        code = given.upper()
        if not _CODE.match(code):
            raise ValueError("wanted a code of six symbols or a key")
        return code if self.store.is_open(code) else None

    def open(self, wanted: Mapping[str, Any]) -> tuple[Ticket, PollSpec, list[str]]:
        """Open an activity with the teacher's settings; return also the slips to print.

        Raises
        ------
        SpecError
            If a setting is unknown or must not be.
        """
        spec = self.prepare(wanted)
        if spec.band == HANDS_ONLY:
            raise SpecError(f"{HANDS_ONLY}: count hands or cards, and enter the totals")
        slips = new_slips(spec.cap) if spec.slips else []
        return self.store.start(spec, slips=slips), spec, slips

    def prepare(self, wanted: Mapping[str, Any]) -> PollSpec:
        """Return the poll of an activity with the teacher's settings, unopened."""
        settings = dict(wanted)
        activity = settings.pop("activity", None)
        polls = self.polls()
        if not isinstance(activity, str) or activity not in polls:
            raise SpecError(f"activity {activity!r} is not one that can be opened")
        known: dict[str, type] = {
            "class_size": int,
            "sensitive": bool,
            "free_text": str,
            "slips": bool,
            "phase": str,
            "follows": str,
            "families_told": bool,
        }
        for name, value in settings.items():
            if name not in known:
                raise SpecError(f"setting {name!r} is not known")
            if type(value) is not known[name]:
                raise SpecError(f"setting {name}: wanted {known[name].__name__}")
        if settings.get("phase") == "after" and not settings.get("follows"):
            settings["follows"] = self._before(activity)
        return replace(polls[activity], **settings)

    def _before(self, activity: str) -> str:
        """Return the one earlier poll that an ``after`` can follow."""
        releases = self.store.releases().items()
        found = [
            code
            for code, release in releases
            if (release.spec.activity_id, release.spec.phase) == (activity, "before")
        ]
        if len(found) != 1:
            raise SpecError(
                "phase after: say with follows which poll came before; "
                f"found {len(found)} of this activity: {', '.join(found) or 'none'}"
            )
        return found[0]

    def state(self, code: str, *, wall: bool = False) -> dict[str, Any]:
        """Return what the teacher's pages show of a poll; ``wall`` leaves out what is hers alone.

        While the poll is open nothing in here depends on what was answered.
        """
        spec = self.store.spec(code)
        data: dict[str, Any] = {
            "code": code,
            "activity": spec.activity_id,
            "title": spec.title,
            "band": spec.band,
            "phase": spec.phase,
            "follows": spec.follows,
            "class_size": spec.class_size,
        }
        if self.store.is_open(code):
            about = coarse(min(self.store.count(code), spec.class_size))
            ticket = self.store.open_polls()[code]
            key = "counter.about" if about else "counter.few"
            counter = wording(key, spec.language, n=about, size=spec.class_size)
            return {
                **data,
                "state": "open",
                "about": about,
                "counter": counter,
                "questions": [_full_text(item) for item in spec.items],
                "join": self.join_place(ticket),
            }
        release = self.store.release(code).as_dict()
        if wall:
            release["items"] = [item for item in release["items"] if item["wall"]]
        texts = [text.body for text in self.store.texts(code) if text.decision]
        return {**data, "state": "closed", "release": release, "texts": texts}

    def join_place(self, ticket: Ticket) -> dict[str, Any]:
        """Return where pupils join: what they type, and the link in the QR code."""
        from sunlit.reflection.qr import modules  # noqa: PLC0415 (segno only when needed)

        link = f"{self.join}#{ticket.key}"
        address = self.join.removeprefix("http://")
        return {"address": address, "code": ticket.code, "link": link, "qr": modules(link)}

    def change(self, code: str) -> dict[str, Any]:
        """Return what may be said of the change since the poll that this one follows."""
        after = self.store.release(code)
        if not after.spec.follows:
            raise UnknownPoll(code)
        before = self.store.release(after.spec.follows)
        return describe_change(before, after)

    def activities(self) -> list[dict[str, Any]]:
        """Return every activity that can be opened."""
        return [
            {
                "activity": activity,
                "title": spec.title,
                "band": spec.band,
                "class_size": spec.class_size,
                "items": [_full_text(item) for item in spec.items],
                "hands_only": spec.band == HANDS_ONLY,
                "free_text_allowed": spec.band not in YOUNG_BANDS,
                "options": [list(item.options) for item in spec.items],
                "protected": any(item.protected_area for item in spec.items),
            }
            for activity, spec in self.polls().items()
        ]


def _full_text(item: Item) -> str:
    return f"{item.group} {item.text}" if item.group else item.text


def describe_change(before: PollRelease, after: PollRelease) -> dict[str, Any]:
    """Form the change of every item from two releases alone."""
    language = after.spec.language
    there = {item.item.id: item for item in before.items}
    items = []
    for item in after.items:
        first = there.get(item.item.id)
        bars: list[dict[str, Any]] = []
        if item.kind == "same":
            verdict, sentence = "same", wording("compare.same", language)
        elif first is None or item.kind != "bars" or first.kind != "bars":
            verdict, sentence = "too-few", wording("compare.too-few", language)
        else:
            found = differences(first.bars, first.about, item.bars, item.about)
            labels = {bar.levels: item.label(bar, language) for bar in item.bars}
            bars = [
                {
                    "label": labels[change.levels],
                    "tenths": change.tenths,
                    "low": change.low,
                    "high": change.high,
                    "clear": change.clear,
                    "sentence": change.sentence(language),
                }
                for change in found
            ]
            verdict = "moved" if bars else "too-few"
            sentence = "" if bars else wording("compare.too-few", language)
        items.append(
            {
                "id": item.item.id,
                "text": _full_text(item.item),
                "wall": item.item.wall,
                "verdict": verdict,
                "sentence": sentence,
                "bars": bars,
                "before": first.as_dict(language) if first else None,
                "after": item.as_dict(language),
            }
        )
    return {"items": items, "note": wording("compare.cause", language)}
