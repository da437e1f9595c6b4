# SPDX-License-Identifier: MIT
"""From ``activities/<band>/<nn-theme>.yml`` to activities, with located problems."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sunlit.activities.registry import KINDS, kind_class
from sunlit.content import content_root
from sunlit.curriculum.bands import BANDS
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
            f"there is no lesson '{band}/{theme}'." + _nearest(f"{band}/{theme}", known)
        )
    activities = read_activities(file)
    if name not in activities:
        raise LookupError(
            f"the lesson '{band}/{theme}' has no activity '{name}'."
            + _nearest(name, list(activities))
        )
    return activities[name], band


def read_activities(file: Path) -> dict[str, Activity]:
    """Return the activities of one lesson by name, in the order of the file.

    The band is the name of the file's folder.

    Raises
    ------
    ContentError
        With every problem in the file, each with its line.

    """
    source = read_yaml(file)
    band = file.parent.name
    problems: list[Problem] = []
    activities: dict[str, Activity] = {}
    if not isinstance(source.data, dict):
        raise ContentError(
            [
                source.problem(
                    (),
                    f"wanted the activities by name, found {_say(source.data)}.",
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
        return [
            source.problem((name,), f"wanted the fields of '{name}', found {_say(data)}.")
        ]
    kind = data.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        found = "nothing" if kind is None else f"'{kind}'"
        return [
            source.problem(
                (name, "kind"),
                f"wanted a kind of activity, found {found}.",
                f"Choose one of: {', '.join(KINDS)}." + _nearest(str(kind), list(KINDS)),
            )
        ]
    try:
        return kind_class(kind).model_validate(data, context={"band": band, "name": name})
    except ValidationError as error:
        return explain(error, source, (name,))


def explain(
    error: ValidationError, source: Source, prefix: tuple[str | int, ...] = ()
) -> list[Problem]:
    """Turn a pydantic error into located problems in plain words."""
    problems: list[Problem] = []
    for item in error.errors(include_url=False):
        path = (*prefix, *_real_path(source, prefix, item["loc"]))
        message, mend = _plain(item, source, path)
        problems.append(source.problem(path, message, mend))
    return list(dict.fromkeys(problems))


def _real_path(
    source: Source, prefix: tuple[str | int, ...], location: tuple[str | int, ...]
) -> tuple[str | int, ...]:
    """Drop the names of union members, which pydantic puts among the keys."""
    path: tuple[str | int, ...] = ()
    for position, part in enumerate(location):
        if (*prefix, *path, part) in source.places or position == len(location) - 1:
            path = (*path, part)
    return path


def _plain(item: Any, source: Source, path: tuple[str | int, ...]) -> tuple[str, str]:
    """Return (message, how to mend) for one pydantic error."""
    kind, key, value = item["type"], path[-1] if path else "", item.get("input")
    context = item.get("ctx") or {}
    if kind == "missing":
        return f"wanted '{key}', found nothing.", f"Add a line '{key}: …' here."
    if kind == "extra_forbidden":
        siblings = context.get("known", [])
        return f"found the unknown key '{key}'.", (
            "Check its spelling, or take it out." + _nearest(str(key), siblings)
        )
    if kind in {"string_type", "string_sub_type"}:
        return f"wanted a text for '{key}', found {_say(value)}.", "Put the text in quotes."
    if kind == "string_too_short":
        return f"wanted a text for '{key}', found an empty one.", "Write it, or take the key out."
    if kind == "string_too_long":
        return (
            f"'{key}' is {len(value)} characters long; at most {context['max_length']} fit.",
            "Shorten it.",
        )
    if kind == "string_pattern_mismatch":
        return (
            f"wanted small letters, digits and hyphens for '{key}', found '{value}'.",
            "Write it like 'safe-adult'.",
        )
    if kind in {"literal_error", "enum"}:
        return f"wanted {context['expected']} for '{key}', found {_say(value)}.", ""
    if kind == "union_tag_invalid":
        return (
            f"wanted one of {context['expected_tags']} for {context['discriminator']}, "
            f"found '{context['tag']}'."
        ), ""
    if kind == "union_tag_not_found":
        return f"wanted {context['discriminator']}, found nothing.", ""
    if kind in {"list_type", "tuple_type"}:
        return f"wanted a list for '{key}', found {_say(value)}.", "Start each line with '- '."
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return f"wanted 'key: value' lines for '{key}', found {_say(value)}.", ""
    message = item["msg"].removeprefix("Value error, ").rstrip(".")
    if kind.startswith(("too_", "greater_", "less_", "int_", "bool_", "float_")):
        return f"'{key}': {message[0].lower()}{message[1:]}; found {_say(value)}.", ""
    return f"{message}.", ""


def _say(value: Any) -> str:
    """Name a value the way an author would."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        short = value if len(value) <= 40 else f"{value[:40]}…"  # noqa: PLR2004 - readable
        return f"the text '{short}'"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    return "a group of keys"


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""
