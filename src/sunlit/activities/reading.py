# SPDX-License-Identifier: MIT
"""From ``activities/<band>/<nn-theme>.yml`` to activities, with located problems."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sunlit.activities.registry import KINDS, kind_class
from sunlit.content import content_root
from sunlit.curriculum.bands import BANDS
from sunlit.explaining import explain, nearest, say
from sunlit.problems import ContentError, Problem
from sunlit.source import Source, read_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from sunlit.activities.kind import Activity

_ID = re.compile(r"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
_LOCATION = re.compile(r"\A(?P<band>[^/]+)/(?P<theme>[^/]+)/(?P<name>[^/]+)\Z")


def activities_file(band: str, theme: str, root: Path | None = None) -> Path:
    """Return the file with the activities of one lesson."""
    return (root or content_root()) / "activities" / band / f"{theme}.yml"


def load_activity(identifier: str, root: Path | None = None) -> tuple[Activity, str]:
    """Return the activity of ``identifier`` and its band.

    ``identifier`` is ``band/theme/name``, such as ``ages-11-13/03-words/swap``.

    Raises
    ------
    LookupError
        When there is no such activity; the message names the nearest one.
    ContentError
        When its file has problems.

    """
    found = _LOCATION.match(identifier)
    if not found:
        raise LookupError(
            f"wanted an activity such as 'ages-11-13/03-words/swap', found '{identifier}'."
        )
    band, theme, name = found["band"], found["theme"], found["name"]
    file = activities_file(band, theme, root)
    if band not in BANDS or not file.is_file():
        files = sorted((root or content_root()).glob("activities/*/*.yml"))
        known = [f"{other.parent.name}/{other.stem}" for other in files]
        raise LookupError(
            f"there is no lesson '{band}/{theme}'." + nearest(f"{band}/{theme}", known)
        )
    state = file.stat()
    activities = _kept(file, state.st_mtime_ns, state.st_size)
    if name not in activities:
        raise LookupError(
            f"the lesson '{band}/{theme}' has no activity '{name}'."
            + nearest(name, list(activities))
        )
    return activities[name], band


@lru_cache(maxsize=16)
def _kept(file: Path, _changed: int, _size: int) -> dict[str, Activity]:
    """Return the activities of ``file``, read once until it changes: a page has several."""
    return read_activities(file)


def read_activities(file: Path) -> dict[str, Activity]:
    """Return the activities of one lesson by name, in the order of the file.

    The band is the name of the file's folder.

    Raises
    ------
    ContentError
        With every problem in the file, each with its line.

    """
    return activities_in(read_yaml(file))


def activities_in(source: Source, band: str | None = None) -> dict[str, Activity]:
    """Return the activities of a file that is read already (see `read_activities`).

    ``band`` is that of the file's folder, where it is not given.

    Raises
    ------
    ContentError
        With every problem in their definitions.

    """
    band = band or source.file.parent.name
    problems: list[Problem] = []
    activities: dict[str, Activity] = {}
    if not isinstance(source.data, dict):
        raise ContentError(
            [
                source.problem(
                    (),
                    f"wanted the activities by name, found {say(source.data)}.",
                    "Start each with a line such as 'swap:' and indent the rest below it.",
                )
            ]
        )
    for name, data in source.data.items():
        if not isinstance(name, str) or not _ID.match(name):
            problems.append(
                source.problem(
                    (name,),
                    f"wanted a name of small letters, digits and hyphens, found '{name}'.",
                )
            )
            continue
        result = _read_one(source, name, data, band)
        if isinstance(result, list):
            problems += result
        else:
            activities[name] = result
    if problems:
        raise ContentError(problems)
    return activities


def _read_one(source: Source, name: str, data: Any, band: str) -> Activity | list[Problem]:
    if not isinstance(data, dict):
        return [source.problem((name,), f"wanted the fields of '{name}', found {say(data)}.")]
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        found = "nothing" if kind is None else f"'{kind}'"
        return [
            source.problem(
                (name, "kind"),
                f"wanted a kind of activity, found {found}.",
                f"Choose one of: {', '.join(KINDS)}." + nearest(str(kind), list(KINDS)),
            )
        ]
    try:
        root = source.file.absolute().parent.parent.parent
        return kind_class(kind).model_validate(
            data, context={"band": band, "name": name, "root": root}
        )
    except ValidationError as error:
        return explain(error, source, (name,), kind_class(kind))
