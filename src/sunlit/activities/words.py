# SPDX-License-Identifier: MIT
"""``words``: look at the wording of a text again, and decide.

From age 11 pupils write or mend a text while the checker of `sunlit.words` asks about
some phrases; ages 8 to 10 choose between prepared wordings and type nothing. The pupil
decides every time; nothing is replaced unasked, counted or stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, PrivateAttr, StringConstraints, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from sunlit.activities.blocks import (
    Block,
    Box,
    Choices,
    Heading,
    ItemList,
    Lines,
    Paragraph,
    Table,
)
from sunlit.activities.kind import Activity, Json, Label, Part, Text, band_of, twice
from sunlit.activities.shuffling import letters, shuffled
from sunlit.catalogue import wording
from sunlit.curriculum.bands import YOUNGER
from sunlit.words import Match, check_words, rules_for_band

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 4000
"""Most characters of a learner's text: somewhat more than a page."""
LINES_TO_WRITE_ON = 6
HELP_CARD = "help-card"
KEPT = "kept"
"""What a learner of ages 8 to 10 answers who leaves the sentence as it is."""
_EVERY_RULE = "ages-14-18"

StartingText = Annotated[
    str, StringConstraints(strict=True, strip_whitespace=True, min_length=20, max_length=1500)
]


class PreparedWording(Part):
    """Another way to say a phrase."""

    text: Label = Field(description="The words that take the place of the phrase.")
    why: Text = Field(description="What this wording does, for whoever chose it.")


class PreparedSentence(Part):
    """A sentence with a phrase in it that could be said in another way."""

    text: Text = Field(description="The sentence; somebody made up says it.")
    phrase: Label = Field(description="The words in it to look at again.")
    ask: Text | None = Field(None, description="A question to think about first.")
    wordings: list[PreparedWording] = Field(min_length=2, max_length=4)
    keep: Text = Field(description="What to say to those who leave it as it is.")

    @model_validator(mode="after")
    def _fits_together(self) -> PreparedSentence:
        if self.text.count(self.phrase) != 1:
            raise PydanticCustomError(
                "words",
                "wanted 'phrase' to stand once in the sentence, found '{phrase}' {times} times",
                {"phrase": self.phrase, "times": self.text.count(self.phrase), "at": ("phrase",)},
            )
        if double := twice(one.text for one in self.wordings):
            raise PydanticCustomError(
                "words", "wanted different wordings, found '{text}' twice", {"text": double}
            )
        for number, one in enumerate(self.wordings):
            if found := _asked_about(self.said_as(one.text), _EVERY_RULE):
                raise PydanticCustomError(
                    "words",
                    "wanted wordings that the checker leaves alone, found '{phrase}'",
                    {"phrase": found[0].text, "at": ("wordings", number, "text")},
                )
        return self

    def said_as(self, words: str) -> str:
        """Return the sentence with ``words`` in place of the phrase."""
        return self.text.replace(self.phrase, words)


class Words(Activity):
    """A text or sentences whose wording is looked at again."""

    bands = frozenset({YOUNGER, "ages-11-13", "ages-14-18"})

    kind: Literal["words"]
    start: StartingText | None = Field(
        None, description="A text to mend, from age 11; somebody made up wrote it."
    )
    prompts: list[Label] = Field(
        default=[], max_length=6, description="Ideas for a text of one's own, from age 11."
    )
    sentences: list[PreparedSentence] = Field(
        default=[], max_length=8, description="Sentences with prepared wordings, for ages-08-10."
    )
    _band: str = PrivateAttr("")

    def model_post_init(self, context: Any, /) -> None:
        """Keep the band, since each has terms of its own."""
        self._band = (context or {}).get("band", "")

    @model_validator(mode="after")
    def _has_what_its_band_needs(self, info: ValidationInfo) -> Words:
        band = band_of(info)
        if band == YOUNGER or (not band and self.sentences):
            self._is_to_choose()
        else:
            self._is_to_write(band or _EVERY_RULE)
        return self

    def _is_to_choose(self) -> None:
        for key in ("start", "prompts"):
            if getattr(self, key):
                raise PydanticCustomError(
                    "band",
                    "wanted 'sentences' with prepared wordings for ages-08-10 "
                    "(nobody types there), found '{key}'",
                    {"key": key, "at": (key,)},
                )
        if not self.sentences:
            raise PydanticCustomError("words", "wanted 'sentences', found none")
        if double := twice(one.text for one in self.sentences):
            raise PydanticCustomError(
                "words",
                "wanted different sentences, found '{text}' twice",
                {"text": double, "at": ("sentences",)},
            )

    def _is_to_write(self, band: str) -> None:
        if self.sentences:
            raise PydanticCustomError(
                "band",
                "wanted 'sentences' only for ages-08-10, found them for {band}; "
                "older pupils mend a text",
                {"band": band, "at": ("sentences",)},
            )
        if self.start is None:
            raise PydanticCustomError(
                "words", "wanted 'start', a text to mend, which is also the text on paper"
            )
        found = check_words(self.start, band)
        if hard := next((one for one in found if one.category == HELP_CARD), None):
            raise PydanticCustomError(
                "words",
                "wanted a text about everyday things, found '{phrase}', "
                "which needs a help card and no lesson in wording",
                {"phrase": hard.text, "at": ("start",)},
            )
        if not [one for one in found if not one.note]:
            raise PydanticCustomError(
                "words",
                "wanted a text in which the checker asks about something, found nothing to ask",
                {"at": ("start",)},
            )
        if double := twice(self.prompts):
            raise PydanticCustomError(
                "words",
                "wanted different prompts, found '{text}' twice",
                {"text": double, "at": ("prompts",)},
            )

    def compiled(self, band: str) -> dict[str, Json]:
        """Return the texts; ``mode`` is choose or write.

        Mode write brings ``rules``, the terms of this band alone, for the matcher of the
        page. Mode choose has each sentence in the parts ``before``, ``phrase``, ``after``.
        """
        if self.sentences:
            return {
                "mode": "choose",
                "sentences": [_compiled(one) for one in self._sentences_by_id],
            }
        return {
            "mode": "write",
            "start": self.start,
            "prompts": self.prompts,
            "longest": LONGEST,
            "rules": rules_for_band(band),
        }

    @property
    def _sentences_by_id(self) -> list[tuple[str, PreparedSentence]]:
        """The sentences with their ids, in order."""
        return list(zip(letters(), self.sentences, strict=False))

    def question_blocks(self, band: str) -> list[Block]:
        """See `Activity.question_blocks`."""
        blocks: list[Block] = []
        if self.sentences:
            for sentence in self.sentences:
                blocks.append(Heading(sentence.text, level=2))
                ask = _word("look", band).format(phrase=sentence.phrase)
                blocks.append(Paragraph(f"{ask} {sentence.ask}" if sentence.ask else ask))
                options = [*(sentence.said_as(one.text) for one in sentence.wordings)]
                blocks.append(Choices((*options, _word("keep", band))))
            return blocks
        blocks = [
            Paragraph(_word("paper", band)),
            Box(_word("text", band), blocks=tuple(map(Paragraph, self._paragraphs))),
            Paragraph(_word("list", band), strong=True),
            ItemList(tuple(self._word_list(band))),
        ]
        if self.prompts:
            blocks += [
                Paragraph(_word("own", band), strong=True),
                ItemList(tuple(self.prompts)),
                Lines(LINES_TO_WRITE_ON),
            ]
        return blocks

    @property
    def _paragraphs(self) -> list[str]:
        return [" ".join(part.split()) for part in (self.start or "").split("\n\n")]

    def _word_list(self, band: str) -> list[str]:
        """Return the other wordings for what the checker asks about, in an order of its own."""
        found = _asked_about(self.start or "", band)
        listed = dict.fromkeys(
            word for match in found for word in match.suggestions if not word.startswith("(")
        )
        return shuffled(list(listed), str)

    def key_blocks(self, band: str) -> list[Block]:
        """Return what the checker asks about, why, and other wordings: ours, not the only ones."""
        head = (_word("phrase", band), _word("why", band), _word("others", band))
        if self.sentences:
            rows = [
                (sentence.said_as(f"[{sentence.phrase}]"), one.why, one.text)
                for sentence in self.sentences
                for one in (
                    *sentence.wordings,
                    PreparedWording(text=_word("keep", band), why=sentence.keep),
                )
            ]
        else:
            rows = [
                (
                    one.text,
                    " ".join(filter(None, (one.ask, one.reason))),
                    "; ".join(one.suggestions),
                )
                for one in _asked_about(self.start or "", band)
            ]
        return [Paragraph(_word("key", band)), Table(head, tuple(dict.fromkeys(rows)))]

    def rows(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        """Return a row per place to look at again.

        Ages 8 to 10: ``sentence``, ``phrase``, ``chosen`` (None where it was kept) out of
        an answer that maps sentences to wordings. From 11: ``phrase``, ``reason``,
        ``wordings``, ``kept`` out of ``{"text": …, "fine": [[start, end], …]}``, in
        code points. What belongs on a help card is never a row.

        Raises
        ------
        ValueError
            When the answer does not belong to this activity.

        """
        if self.sentences:
            return self._chosen(answer)
        if not answer:
            return []
        text, fine = answer.get("text"), answer.get("fine", [])
        if not isinstance(text, str) or len(text) > LONGEST:
            raise ValueError(f"wanted a text of at most {LONGEST} characters.")
        if not isinstance(fine, list):
            raise ValueError("wanted 'fine' as a list of [start, end].")  # noqa: TRY004 - contract
        return [
            {
                "phrase": one.text,
                "reason": one.reason,
                "wordings": list(one.suggestions),
                "kept": [one.start, one.end] in fine,
            }
            for one in _asked_about(text, self._band or _EVERY_RULE)
        ]

    def _chosen(self, answer: Mapping[str, Json]) -> list[dict[str, Json]]:
        sentences = dict(self._sentences_by_id)
        rows = []
        for identifier, given in answer.items():
            if identifier not in sentences:
                raise ValueError(f"this activity has no sentence {identifier!r}.")
            sentence = sentences[identifier]
            wordings = dict(zip(letters(), sentence.wordings, strict=False))
            if given != KEPT and (not isinstance(given, str) or given not in wordings):
                raise ValueError(f"'{sentence.text}' has no wording {given!r}.")
            chosen = None if given == KEPT else wordings[given].text
            rows.append({"sentence": sentence.text, "phrase": sentence.phrase, "chosen": chosen})
        return rows


def _compiled(entry: tuple[str, PreparedSentence]) -> dict[str, Json]:
    identifier, sentence = entry
    before, _, after = sentence.text.partition(sentence.phrase)
    return {
        "id": identifier,
        "before": before,
        "phrase": sentence.phrase,
        "after": after,
        "ask": sentence.ask,
        "keep": sentence.keep,
        "wordings": [
            {"id": letter, "text": sentence.said_as(one.text), "why": one.why}
            for letter, one in zip(letters(), sentence.wordings, strict=False)
        ],
    }


def _asked_about(text: str, band: str) -> list[Match]:
    """Return what the page asks about in ``text``: no notes for editors, no cue for help."""
    return [one for one in check_words(text, band) if one.category != HELP_CARD and not one.note]


def _word(key: str, band: str) -> str:
    return wording(f"words.{key}", band)
