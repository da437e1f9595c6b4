# SPDX-License-Identifier: MIT
"""Agreement, passing, slips and endings are there (B-9, B-15, B-19 to B-21, B-40 to B-42)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sunlit.curriculum.findings import Finding, find
from sunlit.curriculum.pieces import Directive, Prose
from sunlit.curriculum.rulebook import room
from sunlit.curriculum.rulebook.rule import either, small
from sunlit.curriculum.sentences import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sunlit.curriculum.rulebook import Rule
    from sunlit.curriculum.rules.material import Material

_BOX = "Question box and help slips"
_STEPS = "The lesson, step by step"
_OTHER_TASK_WORDS = 30
_PASS = either((r"\b(?:pass|passing)\b",))
_PASSED_ON = either(
    (
        r"\bpass (?:it|that|this|some things|things) on\b",
        r"\btell (?:another|an?|my|one more|the|some(?:one|body))\b",
    )
)
_WAY_OUT = either((r"\b(?:step(?:s|ping)? out|signal|way out|door|leave the room|go out)\b",))
_EVERYONE_WRITES = either(
    ((r"\b(?:every(?:one|body)|every (?:child|pupil|student)|all)\b[^.?!]{0,60}?\b(?:writes?"
      r"|puts?|gets?|gives?"
     r"|hands?|draws?|slips?)\b"),)
)  # fmt: skip
_READS_FIRST = either(
    ((r"\bread (?:\w+ )?(?:them|it|every|all|each)?\b[^.?!]{0,40}\b(?:first|before|alone"
     r"|on my own)\b"),
     r"\b(?:first|before anyone)\b[^.?!]{0,40}\bread\b", r"\blook at (?:\w+ ){1,3}first\b",
     r"\byou(?: \w+)? read (?:them|every|all)\b")
)  # fmt: skip
_NOTE_PASSED_ON = either(
    ((r"\b(?:unsafe|not safe|not be safe|n't safe)\b[^.?!]{0,60}?\b(?:must|have to|has to"
      r"|need to)\b[^.?!]{0,40}?"
     r"\b(?:pass|tell)\b"),
     r"\b(?:must|have to|has to) (?:pass|tell)\b[^.?!]{0,60}?\b(?:unsafe|not safe|not be safe)\b")
)  # fmt: skip
_FIND_OUT = either((r"\bask\b[^.?!]{0,40}\b(?:who|which|whose)\b",))
_NOT_FROM_HERE = either(
    ((r"\bnobody (?:will|can) know (?:that )?(?:this is you|it is you"
      r"|it's you)\b[^.?!]{0,80}?\b(?:nobody|no one) can"
     r" come\b"),)
)  # fmt: skip
_HELP_SLIP = either((r"\b(?:help|talk|named?) (?:slip|card)s?\b", r"\bhand card\b"))
_NAMED = either((r"\bnames?\b", r"\bgoes to a person\b", r"\bcomes from a child\b"))
_FRIEND = either((r"\bfriend\b",))
_TELL_ADULT = either(
    (r"\b(?:tell|bring in|fetch|get|find)\b[^.?!]{0,30}\b(?:adult|grown-?up|teacher)s?\b",)
)
_STAY = either((r"\b(?:stay|remain|keep (?:ten|five) minutes|be there|wait)\b",))
_KEEP_TELLING = either(
    (
        r"\bkeep (?:on )?(?:telling|asking)\b",
        r"\btell (?:another|someone else|somebody else|again)\b",
    )
)
_KEEP_UNTIL = either(
    (r"\b(?:until|till) (?:someone|somebody|one of them|an adult|a grown-?up)\b[^.?!]{0,20}",)
)
_DANGER = either((r"\bemergency (?:number|services?)\b", r"\bcall (?:an )?ambulance\b"))


def check(material: Material) -> Iterator[Finding]:
    """Find what is missing at the start, in the middle and at the end of a lesson."""
    if material.front is not None and material.pieces:
        yield from _page(material)
    if material.guide_pieces:
        yield from _settle(material)
        yield from _box(material)
        yield from _another_way(material)
        yield from _ending(material)


def _page(material: Material) -> Iterator[Finding]:
    page = material.lesson.page
    headings = material.headings(2)
    agreements = material.directives("agreement")
    if not agreements:
        yield find(room.AGREEMENT, page, (1, 1), "there is no {agreement} block")
    elif len(headings) > 1 and agreements[0].line > headings[1].line:
        yield find(room.AGREEMENT, page, (agreements[0].line, 4), "{agreement} comes late")
    note = material.lesson.source.data.get("content_note", "")
    if isinstance(note, str) and not _PASS.search(small(note)):
        yield find(room.PASS, page, material.lesson.source.place(("content_note",)), note)
    signposts = material.directives("signposting")
    if not signposts:
        yield find(room.SIGNPOSTING, page, (1, 1), "there is no {signposting} block")
        return
    if headings and signposts[-1].line < headings[-1].line:
        place = signposts[-1].line, 4
        yield find(room.SIGNPOSTING, page, place, "{signposting} stands before the last section")
        return
    after = [piece for piece in material.pieces if piece.line > signposts[-1].line]
    if not any(isinstance(piece, Prose | Directive) for piece in after):
        place = signposts[-1].line, 4
        yield find(room.LIGHT_ENDING, page, place, "nothing follows {signposting}")


def _step(material: Material, name: str) -> tuple[int, str, str]:
    """Return (line, all text, words to say) of a step in the guide, in small letters.

    The line is 0 when the step is missing.
    """
    line, text, said = 0, [], []
    for passage in material.guide_passages:
        if passage.section == _STEPS and re.match(rf"{name}\b", passage.step):
            line = line or passage.line
            text.append(passage.small)
            if passage.part == "say":
                said.append(passage.small)
    return line, "\n".join(text), "\n".join(said)


def _section(material: Material, name: str) -> tuple[int, str]:
    line, text = 0, []
    for passage in material.guide_passages:
        if passage.section == name:
            line = line or passage.line
            if passage.part != "guide-heading":
                text.append(" ".join(passage.small.split()))
    return line, "\n".join(text)


def _settle(material: Material) -> Iterator[Finding]:
    guide = material.lesson.guide
    line, text, said = _step(material, "Settle")
    if not line:
        return
    if not said:
        yield find(
            room.AGREEMENT_GUIDE, guide, (line, 5), "no words to say when the lesson settles"
        )
    elif not _PASSED_ON.search(said):
        yield find(room.AGREEMENT_GUIDE, guide, (line, 5), "nothing says what must be passed on")
    if not _PASS.search(text):
        yield find(room.PASS, guide, (line, 5), "nothing says that everybody may pass")
    if not _WAY_OUT.search(text):
        yield find(room.WAY_OUT, guide, (line, 5), "no way out of the room")


def _box(material: Material) -> Iterator[Finding]:
    guide = material.lesson.guide
    line, text = _section(material, _BOX)
    if not line:
        return
    place = line, 4
    if not _EVERYONE_WRITES.search(text):
        missing = "everybody writes something, so that nobody stands out"
        yield find(room.QUESTION_BOX, guide, place, "not everybody writes", missing=missing)
    if not _READS_FIRST.search(text):
        missing = "you read every slip first, alone, on the same day"
        yield find(room.QUESTION_BOX, guide, place, "nobody reads first", missing=missing)
    if not (_NOTE_PASSED_ON.search(text) and _FIND_OUT.search(text)):
        yield find(room.MUST_PASS_ON, guide, place, "nothing says what must be passed on")
    said = "\n".join(" ".join(each.small.split()) for each in material.guide_passages)
    if not _NOT_FROM_HERE.search(said):
        yield find(room.TWO_CHANNELS, guide, place, "“Nobody will know this is you …” is missing")
    if not (_HELP_SLIP.search(text) and _NAMED.search(text)):
        yield find(room.HELP_SLIP, guide, place, "there is no help slip with a name")


def _another_way(material: Material) -> Iterator[Finding]:
    line, text = _section(material, "Another way in")
    if line and len(words(text)) < _OTHER_TASK_WORDS:
        place = line, 4
        yield find(room.OTHER_TASK, material.lesson.guide, place, "no task is described")


def _ending(material: Material) -> Iterator[Finding]:
    guide = material.lesson.guide
    line, text, said = _step(material, "Brighten")
    if not line:
        return
    place = line, 5
    missing: list[tuple[Rule, str, str]] = []
    if not (_FRIEND.search(said) and _TELL_ADULT.search(said)):
        what = "a friend listens, keeps no safety secret and tells an adult"
        missing.append((room.ENDING_GUIDE, "nothing on helping a friend", what))
    if not _STAY.search(text):
        what = "you stay for five to ten minutes"
        missing.append((room.ENDING_GUIDE, "nobody stays", what))
    if not (_KEEP_TELLING.search(said) and _KEEP_UNTIL.search(said)):
        missing.append((room.KEEP_TELLING, "“keep telling until someone listens” is missing", ""))
    if not _DANGER.search(said):
        missing.append((room.EMERGENCY, "nothing on danger now", ""))
    for rule, words_, what in missing:
        yield find(rule, guide, place, words_, missing=what)
