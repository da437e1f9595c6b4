# SPDX-License-Identifier: MIT
"""What pydantic found, said in plain words at the right line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from pydantic import ValidationError

    from sunlit.problems import Problem
    from sunlit.source import Key, Source


def explain(
    error: ValidationError,
    source: Source,
    prefix: tuple[Key, ...],
    model: type[BaseModel],
) -> list[Problem]:
    """Return the problems behind ``error``, each located, in the order found.

    ``prefix`` is where in the file the data of ``model`` stands. A rule about a whole
    definition may name the place inside it that broke it: the keys in ``at`` of its context.
    """
    problems: list[Problem] = []
    for item in error.errors(include_url=False):
        at = (item.get("ctx") or {}).get("at", ())
        path = (*prefix, *_real_path(source, prefix, item["loc"]), *at)
        message, mend = _plain(item, path, model)
        problems.append(source.problem(path, message, mend))
    return list(dict.fromkeys(problems))


def _models_in(annotation: Any) -> set[type[BaseModel]]:
    """Return every model inside a type such as ``list[A | B] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {annotation}
    return {model for part in get_args(annotation) for model in _models_in(part)}


def _known_keys(model: type[BaseModel], location: tuple[Key, ...]) -> list[str]:
    """Return the keys that may stand where ``location`` (pydantic's) points."""
    models = {model}
    for part in location[:-1]:
        inside = {
            nested
            for candidate in models
            if isinstance(part, str) and part in candidate.model_fields
            for nested in _models_in(candidate.model_fields[part].annotation)
        }
        # A part that names no field is a place in a list or the name of a union's member.
        models = inside or models
    return sorted({name for candidate in models for name in candidate.model_fields})


def _real_path(
    source: Source, prefix: tuple[Key, ...], location: tuple[Key, ...]
) -> tuple[Key, ...]:
    """Drop the names of union members, which pydantic puts among the keys."""
    path: tuple[Key, ...] = ()
    for position, part in enumerate(location):
        if (*prefix, *path, part) in source.places or position == len(location) - 1:
            path = (*path, part)
    return path


def _plain(  # noqa: C901 - one branch per kind of mistake
    item: Any, path: tuple[Key, ...], model: type[BaseModel]
) -> tuple[str, str]:
    """Return (message, how to mend) for one pydantic error."""
    kind, key, value = item["type"], path[-1] if path else "", item.get("input")
    context = item.get("ctx") or {}
    if kind == "missing":
        return f"wanted '{key}', found nothing.", f"Add a line '{key}: …' here."
    if kind == "extra_forbidden":
        # Between braces a comma ends a text, and the rest of it looks like a key.
        comma = " If it is the rest of a text with a comma, put that text in quotes."
        mend = "Check its spelling, or take it out." + (comma if value is None else "")
        return f"found the unknown key '{key}'.", (
            mend + nearest(str(key), _known_keys(model, item["loc"]))
        )
    if kind in {"string_type", "string_sub_type"}:
        return f"wanted a text for '{key}', found {say(value)}.", "Put the text in quotes."
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
        return f"wanted {context['expected']} for '{key}', found {say(value)}.", ""
    if kind == "union_tag_invalid":
        return (
            f"wanted one of {context['expected_tags']} for {context['discriminator']}, "
            f"found '{context['tag']}'."
        ), ""
    if kind == "union_tag_not_found":
        return f"wanted {context['discriminator']}, found nothing.", ""
    if kind in {"list_type", "tuple_type"}:
        return f"wanted a list for '{key}', found {say(value)}.", "Start each line with '- '."
    if kind in {"model_type", "dict_type", "model_attributes_type"}:
        return f"wanted 'key: value' lines for '{key}', found {say(value)}.", ""
    message = item["msg"].removeprefix("Value error, ").rstrip(".")
    if kind.startswith(("too_", "greater_", "less_", "int_", "bool_", "float_")):
        return f"'{key}': {message[0].lower()}{message[1:]}; found {say(value)}.", ""
    return f"{message}.", ""


def say(value: Any) -> str:
    """Return the name an author would give ``value``: "the number 3", "a list of 2"."""
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


def nearest(word: str, known: list[str]) -> str:
    """Return " Did you mean '…'?" with the closest of ``known``, or nothing."""
    near = get_close_matches(word, known, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""
