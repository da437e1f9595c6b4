# SPDX-License-Identifier: MIT
"""Turn the rules people write (YAML) into the plain data both engines run (JSON).

Run ``python -m sunlit.words.compiler`` after editing a YAML file here; a test
fails while the compiled files are behind.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sunlit.words.engine import veil
from sunlit.words.patterns import (
    PatternError,
    expand_list,
    names_in,
    parse_pattern,
    split_alternatives,
    words_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HERE = Path(__file__).parent
COMPILED = HERE / "compiled"
BANDS = ("ages-08-10", "ages-11-13", "ages-14-18")
CATEGORIES = frozenset(
    [
        "suicide-language",
        "casual-misuse",
        "person-as-diagnosis",
        "suffering-framing",
        "substance",
        "neuro-disability-insult",
        "blame-minimising",
        "institution-slang",
        "danger-stereotype",
        "sensational-headline",
        "help-card",
    ]
)
SEVERITIES = ("H", "M", "I")
HELP_CARD_ROWS = range(1, 14)
YOUNG_ROWS = frozenset((14, 15, 16, 17, 35, 63, 64, 65, 66))
_PARTS = ("match", "fine", "beside", "near", "not_near")
_RULE_KEYS = {"id", "match", "fine", "near", "not-near", "excuses", "category", "severity", "bands",
              "prefer", "reason", "ask", "note", "help"}  # fmt: skip


def read_yaml(file: Path) -> Any:
    """Return the plain data of one of our own YAML files."""
    from ruamel.yaml import YAML  # noqa: PLC0415 - needed by whoever edits rules only

    return YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))


def fold_table() -> list[str]:
    """Return two equally long texts: letters with marks and curly signs, and their plain form."""
    plain = {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'}
    plain |= {"«": '"', "»": '"', "‐": "-", "‑": "-", "–": ",", "—": ",", "…": ".", "\xa0": " "}
    for code in range(0xC0, 0x180):
        base = unicodedata.normalize("NFKD", chr(code))[0].lower()
        if base.isascii() and base.isalpha():
            plain[chr(code)] = base
    return ["".join(plain), "".join(plain.values())]


def compile_rules(
    terms: Mapping[str, Any], shared: Mapping[str, Any], band: str | None
) -> dict[str, Any]:
    """Return the compiled rules of one band (or all, for ``band=None``).

    ``terms`` holds ``rows``; ``shared`` holds ``lists``, ``spellings``, ``veil``
    and ``contexts``. Only lists, spellings and contexts that the band's rules
    use are carried. Raises PatternError naming the rule.
    """
    sources = {**shared["lists"], **terms.get("lists", {})}
    rules = [
        rule
        for row in terms["rows"]
        for number, written in enumerate(row["rules"], 1)
        if (rule := _compile_rule(row, written, number, band)) is not None
    ]
    used = {name for rule in rules for name in rule["excuses"] if name != "title"}
    contexts = {
        name: {part: _patterns(name, found) for part, found in parts.items()}
        for name, parts in shared["contexts"].items()
        if name in used
    }
    patterns = [p for rule in rules for key in _PARTS for p in rule[key]]
    patterns += [p for parts in contexts.values() for found in parts.values() for p in found]
    names = sorted({name for p in patterns for name in names_in(p)})
    lists = {name: expand_list(name, sources) for name in names}
    known = {word for p in patterns for word in words_in(p)}
    known |= {word for entries in lists.values() for entry in entries for word in entry}
    spellings = {
        wrong: right
        for right, found in shared["spellings"].items()
        if right in known
        for source in found.split()
        for wrong in split_alternatives(source)
    }
    compiled: dict[str, Any] = {
        "format": 1,
        "band": band,
        "fold": fold_table(),
        "spellings": spellings,
        "lists": {
            name: sorted(
                (entry[0] if len(entry) == 1 else list(entry) for entry in entries), key=str
            )
            for name, entries in lists.items()
        },
        "contexts": contexts,
        "rules": rules,
    }
    hidden = {w for source in shared["veil"] for w in split_alternatives(source)}
    if band == "ages-08-10":
        for name in shared["veil-lists"]:
            hidden |= {word for entry in expand_list(name, sources) for word in entry}
    if band in ("ages-08-10", "ages-11-13"):
        _veil(compiled, hidden)
    return compiled


def _stands_for_hit(pattern: list[Any]) -> bool:
    """Tell whether the marked part is ``[*]``, which stands for the hit itself."""
    return bool(pattern[1] == [["w", ["*"]]])


def _patterns(where: str, sources: Iterable[str]) -> list[Any]:
    try:
        return [parse_pattern(source) for source in sources]
    except PatternError as error:
        raise PatternError(f"{where}: {error}") from error


def _compile_rule(
    row: Mapping[str, Any], written: Mapping[str, Any], number: int, band: str | None
) -> dict[str, Any] | None:
    where = f"row {row['row']}, rule {number}"
    unknown = set(written) - _RULE_KEYS
    if unknown:
        raise PatternError(f"{where}: unknown key {sorted(unknown)}; known: {sorted(_RULE_KEYS)}")
    said = {**{k: row[k] for k in ("category", "severity", "prefer", "reason") if k in row}}
    said |= {k: v for k, v in written.items() if k in said or k in ("category", "severity")}
    said |= {k: v for k, v in written.items() if k in ("prefer", "reason")}
    if band == "ages-08-10":
        if row["row"] not in YOUNG_ROWS or "young" not in row:
            return None
        if "ages-08-10" not in written.get("bands", ("ages-08-10",)):
            return None
        said |= row["young"]
    category, help_card = said["category"], bool(written.get("help"))
    if row["row"] in HELP_CARD_ROWS and band in ("ages-08-10", "ages-11-13"):
        help_card = True
    if band is not None and band not in written.get("bands", row.get("bands", BANDS)):
        return None
    if category not in CATEGORIES and "kind" not in row:
        raise PatternError(f"{where}: unknown category “{category}”; known: {sorted(CATEGORIES)}")
    fine = _patterns(where, [*row.get("fine", ()), *written.get("fine", ())])
    rule: dict[str, Any] = {
        "id": f"{row['row']}.{number}",
        "row": row["row"],
        "category": category,
        "severity": said.get("severity", "M"),
        "reason": said.get("reason", ""),
        "suggestions": list(said.get("prefer", ()))[:2],
        "source": list(row.get("source", ())),
        "ask": written.get("ask", ""),
        "note": bool(written.get("note")),
        "match": _patterns(where, written["match"]),
        "fine": [p for p in fine if not _stands_for_hit(p)],
        "beside": [p for p in fine if _stands_for_hit(p)],
        "near": _patterns(where, written.get("near", ())),
        "not_near": _patterns(where, written.get("not-near", ())),
        "excuses": list(written.get("excuses", row.get("excuses", ("title", "mention")))),
    }
    if help_card:
        rule |= {"category": "help-card", "reason": "", "suggestions": [], "source": [], "ask": ""}
    return rule


def _veil(compiled: dict[str, Any], hidden: set[str]) -> None:
    """Replace hidden words everywhere by one-way marks, for pages below ages-14-18."""
    marks: set[str] = set()

    def mark(word: str) -> str:
        if word not in hidden:
            return word
        marks.add(veil(word))
        return veil(word)

    def walk(value: Any) -> Any:
        return mark(value) if isinstance(value, str) else [walk(v) for v in value]

    for rule in compiled["rules"]:
        for key in _PARTS:
            rule[key] = [[[[op, walk(a) if op[0] == "w" else a] for op, a in part] for part in p] for p in rule[key]]  # noqa: E501  # fmt: skip
    for parts in compiled["contexts"].values():
        for key, found in parts.items():
            parts[key] = [[[[op, walk(a) if op[0] == "w" else a] for op, a in part] for part in p] for p in found]  # noqa: E501  # fmt: skip
    compiled["lists"] = {name: walk(entries) for name, entries in compiled["lists"].items()}
    spellings = {}
    for wrong, right in compiled["spellings"].items():
        if right in hidden:
            marks |= {veil(wrong), veil(right)}
            spellings[veil(wrong)] = veil(right)
        else:
            spellings[wrong] = right
    compiled["spellings"] = spellings
    compiled["veiled"] = sorted(marks)


def compile_all() -> dict[str, dict[str, Any]]:
    """Return every compiled file by name, from the YAML files beside this module."""
    shared = read_yaml(HERE / "context.yml")
    terms = read_yaml(HERE / "terms.yml")
    compiled = {band: compile_rules(terms, shared, band) for band in BANDS}
    safeguarding = HERE / "safeguarding.yml"
    if safeguarding.is_file():
        cues = read_yaml(safeguarding)
        merged = {**shared, "contexts": cues["contexts"]}
        compiled["safeguarding"] = compile_rules(cues, merged, None)
        compiled["safeguarding"]["classes"] = {
            name: words.split() for name, words in cues["classes"].items()
        }
    return compiled


def write_all() -> None:
    """Write ``compiled/*.json``."""
    COMPILED.mkdir(exist_ok=True)
    for name, data in compile_all().items():
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
        (COMPILED / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_all()
