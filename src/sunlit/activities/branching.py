# SPDX-License-Identifier: MIT
"""Graph search for a branching talk: every way through it must come to help.

A talk is a mapping from each scene to the scenes that its choices lead to. A way is a
path that visits no scene twice, and goes on until it comes to a scene with help or can
go no further. Whoever walks in a circle has been there before; what counts is that a
way out is on offer without going back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Talk = Mapping[str, Sequence[str]]

MOST_IN_A_RING = 7
"""Most scenes that lead back to each other; ways inside a ring are tried one by one."""


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a talk, and the scenes of the offending way in order.

    ``dead-end``: nothing goes on and there is no help. ``loop``: all choices at the end
    of the way lead back into it. ``long``: help comes after too many steps. ``ring``:
    too many scenes lead back to each other. ``unreachable``: no way leads there.
    """

    kind: Literal["unreachable", "dead-end", "ring", "loop", "long"]
    path: tuple[str, ...]


def find_flaw(talk: Talk, start: str, helping: Iterable[str], most_steps: int) -> Flaw | None:
    """Return the first flaw of ``talk``, or nothing when every way comes to help in time.

    ``helping`` are the scenes at which there is help; nothing needs to follow them.
    ``most_steps`` is how many choices there may be before help.
    """
    ends = frozenset(helping)
    reached = _reached(talk, start)
    if lost := [scene for scene in talk if scene not in reached]:
        return Flaw("unreachable", (lost[0],))
    if dead := [scene for scene in talk if not talk[scene] and scene not in ends]:
        return Flaw("dead-end", shortest_path(talk, start, dead[0]))
    rings = _rings(talk)
    for ring in rings.values():
        if len(ring) > MOST_IN_A_RING:
            return Flaw("ring", tuple(one for one in talk if one in ring))
    way = _Ways(talk, ends, rings).from_scene(start)
    if way.stuck is not None:
        return Flaw("loop", way.stuck)
    if len(way.longest) - 1 > most_steps:
        return Flaw("long", way.longest)
    return None


def shortest_path(talk: Talk, start: str, goal: str) -> tuple[str, ...]:
    """Return the scenes from ``start`` to ``goal``, both included; empty when no way leads."""
    paths: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    for scene in waiting:
        for following in talk[scene]:
            if following not in paths:
                paths[following] = (*paths[scene], following)
                waiting.append(following)
    return paths.get(goal, ())


def _reached(talk: Talk, start: str) -> set[str]:
    """Return every scene that can be reached from ``start``, which is one of them."""
    reached = {start}
    waiting = [start]
    while waiting:
        for following in talk[waiting.pop()]:
            if following not in reached:
                reached.add(following)
                waiting.append(following)
    return reached


def _rings(talk: Talk) -> dict[str, frozenset[str]]:
    """Return for each scene the scenes from which one can come back to it, and itself."""
    reached = {scene: _reached(talk, scene) for scene in talk}
    return {
        scene: frozenset(other for other in reached[scene] if scene in reached[other])
        for scene in talk
    }


@dataclass(frozen=True)
class _Way:
    """The longest way to help, and a way that comes to none, if there is one."""

    longest: tuple[str, ...]
    stuck: tuple[str, ...] | None = None


class _Ways:
    """Finds the ways from a scene.

    Nobody comes back to a ring they left, so that what lies behind a ring is looked at
    once, however many ways lead there.
    """

    def __init__(
        self, talk: Talk, ends: frozenset[str], rings: Mapping[str, frozenset[str]]
    ) -> None:
        self.talk = talk
        self.ends = ends
        self.rings = rings
        self.known: dict[str, _Way] = {}

    def from_scene(self, scene: str) -> _Way:
        """Return what the ways are like that enter the ring of ``scene`` there."""
        if scene not in self.known:
            self.known[scene] = self._inside((scene,))
        return self.known[scene]

    def _inside(self, path: tuple[str, ...]) -> _Way:
        here = path[-1]
        if here in self.ends:
            return _Way(path)
        longest: tuple[str, ...] = ()
        for following in dict.fromkeys(self.talk[here]):
            if following in path:
                continue
            if following in self.rings[here]:
                way = self._inside((*path, following))
            else:
                behind = self.from_scene(following)
                way = _Way((*path, *behind.longest), behind.stuck and (*path, *behind.stuck))
            if way.stuck is not None:
                return way
            longest = max(longest, way.longest, key=len)
        return _Way(longest, None if longest else path)
