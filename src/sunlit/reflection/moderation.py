# SPDX-License-Identifier: MIT
"""Free text on its way to the teacher: cleaned, masked where it names someone, flagged.

Flags are a nudge for the adult who reads first, never a safety net: a list of phrases misses most
ways of asking for help, and every text is read by a person before anyone else sees it.
"""

from __future__ import annotations

import re
import unicodedata

from sunlit.reflection.spec import TEXT_MAX

MAX_MARKS = 2
MASK = "▢▢▢"

# What identifies or reaches a person: e-mail, address of a page, handle, telephone number.
_REACHES = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|www\.)\S+"
    r"|\b[\w-]+\.(?:com|org|net|io|gg|me|tv|app|uk|de|fr|es)\b(?:/\S*)?"
    r"|(?<!\w)@\w{2,}"
    r"|(?<!\w)\+?\d(?:[\s().-]*\d){6,}(?!\w)",
    re.IGNORECASE,
)

# Phrases with which someone may ask for help or speak of harm; matched on folded text.
WORRYING = (
    "help me",
    "hurt me",
    "hurts me",
    "hit me",
    "hits me",
    "hitting me",
    "touches me",
    "touched me",
    "hurt myself",
    "hurting myself",
    "harm myself",
    "kill myself",
    "kill him",
    "kill her",
    "kill them",
    "want to die",
    "wish i was dead",
    "wish i were dead",
    "better off dead",
    "better off without me",
    "no reason to live",
    "end it all",
    "not safe",
    "unsafe at home",
    "scared to go home",
    "afraid to go home",
    "scared of my",
    "afraid of my",
    "run away from home",
    "nobody would miss me",
    "cant go on",
    "cannot go on",
    "give up on life",
    "bring a weapon",
    "bring a knife",
    "bring a gun",
    "tell nobody",
    "dont tell anyone",
)


def clean(raw: str) -> str:
    """Return a text as it may be stored: composed, visible characters only, at most 140.

    NFC first; control, format (bidirectional, zero-width), private and unassigned characters go;
    no more than two combining marks in a row; white space becomes single spaces.

    Raises
    ------
    ValueError
        If the text is longer than 140 code points, or holds a lone surrogate.
    """
    if any(0xD800 <= ord(char) <= 0xDFFF for char in raw):  # noqa: PLR2004 (the surrogates)
        raise ValueError("text: holds half a character")
    if len(raw) > TEXT_MAX:
        raise ValueError(f"text: wanted at most {TEXT_MAX} characters, found {len(raw)}")
    kept = []
    marks = 0
    for char in unicodedata.normalize("NFC", raw):
        if char.isspace():
            kept.append(" ")
            marks = 0
            continue
        category = unicodedata.category(char)
        if category[0] == "C":
            continue
        marks = marks + 1 if category[0] == "M" else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return " ".join("".join(kept).split())[:TEXT_MAX]


def mask(text: str) -> str:
    """Replace e-mail addresses, page addresses, handles and telephone numbers."""
    return _REACHES.sub(MASK, text)


def fold(text: str) -> str:
    """Return a text in the form in which phrases are looked for: letters, digits, single spaces."""
    plain = "".join(
        char
        for char in unicodedata.normalize("NFKD", text.casefold())
        if not unicodedata.combining(char)
    )
    plain = plain.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def worrying(text: str) -> bool:
    """Whether a text holds a phrase that an adult should see soon."""
    folded = f" {fold(text)} "
    return any(f" {phrase} " in folded for phrase in WORRYING)


def receive(raw: str) -> tuple[str, bool]:
    """Return a text cleaned and masked, and whether it is flagged for an adult's eye.

    The device knows the short list of phrases only; here the words checker's safeguarding cues
    are looked for too.
    """
    from sunlit.words import check_message  # noqa: PLC0415 (reads its rules, and only for texts)

    cleaned = clean(raw)
    masked = mask(cleaned)
    flagged = masked != cleaned or worrying(cleaned) or bool(check_message(cleaned))
    return masked, flagged


def csv_cell(text: str) -> str:
    """Return a text that a spreadsheet takes as text and never as a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
