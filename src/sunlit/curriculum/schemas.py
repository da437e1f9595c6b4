# SPDX-License-Identifier: MIT
"""JSON Schemas of the files people write, so that an editor can complete and explain them."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from sunlit.activities.registry import KINDS, kind_class
from sunlit.curriculum.guides import GuideData
from sunlit.curriculum.lessons import FrontMatter
from sunlit.curriculum.reviews import Review
from sunlit.help.helplines import Helpline
from sunlit.help.school import School

if TYPE_CHECKING:
    from pathlib import Path

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json = dict[str, Any]


def schemas() -> dict[str, Json]:
    """Return each schema by its file name."""
    return {
        "activities.schema.json": _activities(),
        "lesson.schema.json": _of(FrontMatter, "Sunlit: the data at the top of a lesson"),
        "guide.schema.json": _of(GuideData, "Sunlit: the data at the top of a teacher guide"),
        "school.schema.json": _of(School, "Sunlit: a school's own file"),
        "helplines.schema.json": _of(list[Helpline], "Sunlit: helplines"),
        "review.schema.json": _of(Review, "Sunlit: what readers found in a lesson"),
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into ``folder`` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        file = folder / name
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        file.write_text(text, encoding="utf-8", newline="\n")
        written.append(file)
    return written


def _of(form: Any, title: str) -> Json:
    schema = TypeAdapter(form).json_schema()
    return {"$schema": _DIALECT, **schema, "title": title}


def _activities() -> Json:
    """Return the schema of a lesson's activities: names, each with a definition by its kind.

    The kind decides with if and then, so that an editor speaks of that kind's keys and
    not of all kinds at once.
    """
    definitions: Json = {}
    branches = []
    for kind in KINDS:
        model = kind_class(kind)
        schema = model.model_json_schema()
        for name, part in schema.pop("$defs", {}).items():
            definitions[_own_name(definitions, name, part, kind)] = _renamed(
                part, definitions, kind, schema
            )
        schema["description"] = inspect.cleandoc(model.__doc__ or "")
        definitions[model.__name__] = schema
        branches.append(
            {
                "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                "then": {"$ref": f"#/$defs/{model.__name__}"},
            }
        )
    kinds = {
        "enum": list(KINDS),
        "description": "What the learner does.",
        "enumDescriptions": [
            inspect.cleandoc(kind_class(kind).__doc__ or "").split("\n")[0] for kind in KINDS
        ],
    }
    return {
        "$schema": _DIALECT,
        "title": "Sunlit: the activities of a lesson",
        "description": "A name of small letters, digits and hyphens, and below it the activity.",
        "type": "object",
        "propertyNames": {"pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},
        "additionalProperties": {
            "type": "object",
            "required": ["kind", "title"],
            "properties": {"kind": kinds},
            "allOf": branches,
        },
        "$defs": definitions,
    }


def _own_name(definitions: Json, name: str, part: Json, kind: str) -> str:
    """Return ``name``, or a name of its own where another kind has a different part so called."""
    return name if definitions.get(name, part) == part else f"{kind.capitalize()}{name}"


def _renamed(part: Json, definitions: Json, kind: str, schema: Json) -> Json:
    """Return ``part``; point the kind's references at the names the parts have here."""
    name = part.get("title", "")
    own = _own_name(definitions, name, part, kind)
    if own != name:
        _redirect(schema, f"#/$defs/{name}", f"#/$defs/{own}")
    return part


def _redirect(node: Any, old: str, new: str) -> None:
    if isinstance(node, dict):
        if node.get("$ref") == old:
            node["$ref"] = new
        for value in node.values():
            _redirect(value, old, new)
    elif isinstance(node, list):
        for value in node:
            _redirect(value, old, new)
