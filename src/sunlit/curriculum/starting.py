# SPDX-License-Identifier: MIT
"""``sunlit new``: a commented skeleton that passes ``check`` but for the places marked FILL."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from sunlit.activities.reading import activities_in
from sunlit.activities.registry import KINDS, kind_class
from sunlit.content import content_root
from sunlit.curriculum.bands import BANDS, OLDER, YOUNGER, YOUNGEST
from sunlit.curriculum.lessons import STEPS, Lesson
from sunlit.curriculum.references import references
from sunlit.curriculum.themes import THEMES
from sunlit.explaining import nearest
from sunlit.problems import ContentError
from sunlit.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

# Minutes of each step (handbook, section 4), whole and in the cuts of 25 and 10 minutes.
_MINUTES = {
    "ages-05-07": ((3, 2, 4, 5, 7, 1, 1, 2), (3, 2, 4, 5, 7, 1, 1, 2), (1, 0, 4, 0, 3, 0, 0, 2)),
    "ages-08-10": ((4, 4, 6, 8, 10, 3, 2, 3), (3, 0, 5, 5, 7, 2, 0, 3), (1, 0, 4, 0, 3, 0, 0, 2)),
    "ages-11-13": ((4, 5, 6, 10, 14, 4, 3, 4), (2, 0, 4, 5, 8, 2, 0, 4), (1, 0, 3, 0, 4, 0, 0, 2)),
    "ages-14-18": ((4, 5, 7, 12, 18, 5, 4, 5), (2, 0, 4, 6, 8, 0, 0, 5), (1, 0, 3, 0, 4, 0, 0, 2)),
}
_SECTIONS = (
    "In this room", "Before the story", "The story", "Three ideas", "Try it",
    "One class picture", "After the story", "Before you go",
)  # fmt: skip
# CASEL, National Health Education Standards and UN documents by theme (handbook, 10.1).
_STANDARDS = {
    "01-many-sides": ("SA, SO", "2, 8", "CRC 2, CRC 23"),
    "02-allies": ("RS, RD", "4, 8", "CRC 12, CRC 19"),
    "03-words": ("SO, RS", "4, 2", "CRPD 8, CRC 2"),
    "04-strengths": ("SA, SM", "6, 7", "SDG 3.4"),
    "05-media": ("SO, RD", "2, 3", "CRC 17"),
    "06-circles": ("RS", "4, 7", "CRC 15"),
    "07-art": ("SA, SM", "7, 4", "CRC 13, CRC 31"),
    "08-minds": ("SA, SM, RD", "1, 3, 7", "SDG 3.4, CRC 24"),
    "09-work": ("RD, SO", "2, 8, 5", "SDG 8.8, CRPD 27"),
    "10-world": ("SO, RD", "8, 3", "SDG 3.4, CRC 4, CRC 12"),
}
_EVERYDAY = {
    "ages-05-07": "Everyone feels sad, worried or cross sometimes. That is okay. It does not mean "
    "something is wrong.",
    "ages-08-10": "Everyone feels sad, worried or angry at times. That is a normal part of life. "
    "It does not by itself mean that something is wrong.",
}
_EVERYDAY_OLDER = (
    "Feeling sad, worried or angry is a normal part of life. It does not by itself mean that "
    "something is wrong."
)
_SOURCE = "annafreud2025"
_EXAMPLE = re.compile(r"```ya?ml\n(?P<yaml>.*?)\n```", re.DOTALL)
_KEPT = frozenset({"source", "sources"})
_PLAIN = re.compile(r"\A(?!(?:yes|no|on|off|true|false|null)\Z)[a-z][a-z0-9-]*\Z")
_LONGEST = 60


def new_lesson(band: str, theme: str, root: Path | None = None) -> list[Path]:
    """Write the three files of a new lesson and return them.

    ``theme`` is a slug such as ``04-strengths``, its number or its short name.

    Raises
    ------
    LookupError
        When there is no such band or theme.
    FileExistsError
        When one of the files is there already; then nothing is written.

    """
    if band not in BANDS:
        raise LookupError(f"there is no band '{band}'. There are: {', '.join(BANDS)}.")
    slugs = [slug for slug in THEMES if theme in {slug, slug[:2], slug[3:]}]
    if not slugs:
        known = nearest(theme, list(THEMES))
        raise LookupError(f"there is no theme '{theme}'.{known} There are: {', '.join(THEMES)}.")
    lesson = Lesson(BANDS[band], THEMES[slugs[0]], root or content_root())
    targets = [lesson.page, lesson.activities, lesson.guide]
    for file in targets:
        if file.exists():
            raise FileExistsError(f"{file} is there already; nothing was written.")
    for file, text in zip(targets, _skeleton(lesson), strict=True):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return targets


def _skeleton(lesson: Lesson) -> tuple[str, str, str]:
    band = lesson.band
    minutes, cut_25, cut_10 = _MINUTES[band.slug]
    plan = [
        f"  - {{step: {step}, section: {section}, minutes: {m}, cut_25: {a}, cut_10: {b}}}"
        for step, section, m, a, b in zip(STEPS, _SECTIONS, minutes, cut_25, cut_10, strict=True)
    ]
    least, most = band.new_words
    words = [
        f"  - {{word: FILL word {n}, meaning: FILL what it means}}" for n in range(max(least, 2))
    ]
    casel, nhes, un = _STANDARDS[lesson.theme.slug]
    known = _known_sources(lesson.root)
    values = {
        "lesson": lesson.name,
        "minutes": band.minutes,
        "least": least,
        "most": most,
        "new_words": "\n".join(words),
        "plan": "\n".join(plan),
        "everyday": _EVERYDAY.get(band.slug, _EVERYDAY_OLDER),
        "casel": casel,
        "nhes": nhes,
        "un": un,
        "source": _SOURCE if _SOURCE in known or not known else known[0],
        **dict(zip(STEPS, minutes, strict=True)),
    }
    activities = {YOUNGEST: "activities-05-07.yml", YOUNGER: "activities-08-10.yml"}
    names = ("lesson.md", activities.get(band.slug, "activities-older.yml"), "guide.md")
    page, doing, guide = (Template(_read(name)).substitute(values) for name in names)
    return page, doing, guide


def _known_sources(root: Path) -> list[str]:
    try:
        return list(references(root / "references.bib"))
    except ContentError:
        return []


def _read(name: str) -> str:
    return (files(__package__) / "skeletons" / name).read_text(encoding="utf-8")


def new_activity(kind: str, band: str = OLDER, name: str = "", root: Path | None = None) -> str:
    """Return a commented definition of ``kind`` for the activities' file of a lesson.

    It is the worked example of the kind's own page for authors, with every text to be
    filled.

    Raises
    ------
    LookupError
        When there is no such kind or band, or no example of the kind for the band.

    """
    if kind not in KINDS:
        known = nearest(kind, list(KINDS))
        raise LookupError(f"there is no kind '{kind}'.{known} There are: {', '.join(KINDS)}.")
    if band not in BANDS:
        raise LookupError(f"there is no band '{band}'. There are: {', '.join(BANDS)}.")
    root = root or content_root()
    page = root / "docs" / "authors" / f"{kind}.md"
    reasons = []
    examples = [
        (match["yaml"], keep)
        for keep in (False, True)
        for match in _EXAMPLE.finditer(page.read_text(encoding="utf-8") if page.is_file() else "")
    ]
    for example, keep in examples:
        text = _filled(example, kind, name, page, keep=keep)
        if text is None:
            continue
        try:
            activities_in(parse_yaml(text, root / "activities" / band / "new.yml"))
        except ContentError as error:
            reasons.append(str(error.problems[0].message))
        else:
            return text
    why = f" The example there does not fit: {reasons[0]}" if reasons else ""
    raise LookupError(
        f"there is no example of '{kind}' for {band} in docs/authors/{kind}.md.{why} "
        "Copy one from a lesson of this age, or name another with --band."
    )


def add_activity(kind: str, lesson: Lesson, name: str = "") -> str:
    """Add a new activity to ``lesson``: its definition, and its block on the page.

    Returns the name under which it was added. The block goes to the end of the section
    of the step 'do'.

    Raises
    ------
    LookupError
        See `new_activity`.
    ContentError
        When the lesson's page can't be read.

    """
    text = new_activity(kind, lesson.band.slug, name, lesson.root)
    own = text.lstrip("\n").splitlines()
    added = next(line.rstrip(":") for line in own if re.match(r"[a-z][a-z0-9-]*:$", line))
    before = lesson.activities.read_text(encoding="utf-8") if lesson.activities.is_file() else ""
    if re.search(rf"(?m)^{re.escape(added)}:", before):
        raise LookupError(f"{lesson.name} has an activity '{added}' already; give --name.")
    section = next((step.section for step in lesson.front.plan if step.step == "do"), "")
    page = lesson.page.read_text(encoding="utf-8")
    heading = re.search(rf"(?m)^## {re.escape(section)}[ ]*$", page)
    after = heading and re.search(r"(?m)^## ", page[heading.end() :])
    cut = heading.end() + after.start() if heading and after else len(page)
    block = f"```{{activity}} {added}\n```\n\n"
    spaced = page[:cut].rstrip("\n") + "\n\n" + block + page[cut:]
    lesson.page.write_text(spaced.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    whole = f"{before.rstrip()}\n\n{text}".lstrip("\n")
    lesson.activities.write_text(whole, encoding="utf-8", newline="\n")
    return added


def _filled(example: str, kind: str, name: str, page: Path, *, keep: bool) -> str | None:
    """Return ``example`` with its texts to be filled, or None when it is of another kind.

    With ``keep`` the example's own texts stay, each with a mark beside it: some kinds
    refuse a text about which they have nothing to say.
    """
    try:
        source = parse_yaml(example, page)
    except ContentError:
        return None
    if not isinstance(source.data, dict):
        return None
    for own, definition in source.data.items():
        if isinstance(definition, dict) and definition.get("kind") == kind:
            writer = _Writer(_descriptions(kind), keep=keep)
            return writer.write(name or f"new-{own}", definition)
    return None


def _descriptions(kind: str) -> dict[str, str]:
    """Return what each key of ``kind`` means, where it means the same in all its parts."""
    schema = kind_class(kind).model_json_schema()
    found: dict[str, set[str]] = {}
    for part in (schema, *schema.get("$defs", {}).values()):
        for key, field in part.get("properties", {}).items():
            if "description" in field:
                found.setdefault(key, set()).add(" ".join(field["description"].split()))
    return {key: texts.pop() for key, texts in found.items() if len(texts) == 1}


class _Writer:
    """Writes a definition as YAML: texts as FILL, a comment where a key first stands."""

    def __init__(self, meanings: dict[str, str], *, keep: bool) -> None:
        self.meanings = meanings
        self.keep = keep
        self.told: set[str] = set()
        self.names: dict[str, str] = {}
        self.count = 0

    def write(self, name: str, definition: dict[str, Any]) -> str:
        """Return the block ``name:`` and its definition."""
        lines = [
            "# Write over every marked place, and take out what you don't need.",
            f"{name}:",
            *self._mapping(definition, "  "),
        ]
        return "\n".join(lines) + "\n"

    def _mapping(self, data: dict[str, Any], indent: str) -> list[str]:
        lines: list[str] = []
        for key, value in data.items():
            if key == "minutes":
                continue
            meaning = self.meanings.get(str(key))
            if meaning and key not in self.told and key != "kind":
                self.told.add(str(key))
                lines.append(f"{indent}# {key}: {meaning}")
            lines += self._entry(f"{indent}{key}:", value, indent, str(key))
        return lines

    def _entry(self, start: str, value: Any, indent: str, key: str) -> list[str]:
        if isinstance(value, dict) and value:
            return [start, *self._mapping(value, indent + "  ")]
        if isinstance(value, list) and any(isinstance(each, dict) for each in value):
            lines = [start]
            for each in value:
                inner = self._mapping(each, indent + "    ")
                # A comment on the first key stands above the item's dash.
                first = next(n for n, line in enumerate(inner) if not line.lstrip().startswith("#"))
                dash = f"{indent}  - {inner[first].strip()}"
                lines += [*(line[2:] for line in inner[:first]), dash, *inner[first + 1 :]]
            return lines
        if self.keep and key not in {"kind", "title"} and " " in json.dumps(value):
            return [f"{start} {json.dumps(value, ensure_ascii=False)}  # FILL your own"]
        return [f"{start} {self._value(value, key)}"]

    def _value(self, value: Any, key: str) -> str:
        if isinstance(value, list):
            return "[" + ", ".join(self._value(each, key) for each in value) + "]"
        if not isinstance(value, str):
            return json.dumps(value)
        if _PLAIN.match(value):
            return value
        if key in _KEPT:
            return json.dumps(value, ensure_ascii=False)
        if value[:1].isupper() and " " not in value:
            # A name, which may come up several times.
            return self.names.setdefault(value, f"FILL {key} {len(self.names) + 1}")
        self.count += 1
        meaning = self.meanings.get(key, f"{key.replace('_', ' ')}")
        words = f"FILL {self.count} {meaning[:1].lower()}{meaning[1:_LONGEST]}".rstrip(" .,;")
        return json.dumps(words, ensure_ascii=False)
