# SPDX-License-Identifier: MIT
"""No symptom checklist, no self-scoring, no "which disorder have you?" (B-2)."""

from sunlit.curriculum.rulebook.phrases import CONDITION
from sunlit.curriculum.rulebook.rule import PUPILS, Rule, Terms

CHECKLIST = Rule(
    "B-2",
    "No symptom checklist and no self-scoring: it turns mild distress into a label.",
    "Take it out. Say when it is time to talk to someone (it changed, it lasts, it gets in the "
    "way) and whom to tell.",
    see=("5.11", "9.2"),
)

_ASKED = PUPILS | {"guide"}

TERMS = (
    Terms(
        CHECKLIST,
        find=(
            r"\b(?:symptoms?|signs) (?:check ?)?(?:list|quiz|test)\b",
            r"\bcheck ?lists? of (?:the )?(?:\w+ )?(?:symptoms|signs)\b",
            (
                rf"\b(?:symptoms|signs) (?:of|that (?:you|someone|a person) (?:\w+ )?(?:has|have)) "
                rf"(?:\w+ ){{0,2}}{CONDITION}\b"
            ),
            r"\b(?:common|typical|main|possible|these|the) symptoms\b",
            r"\bsymptoms (?:are|include|such as)\b",
            r"\byour symptoms\b",
        ),
        negated=True,
        unless=(r"\btime to talk\b",),
    ),
    Terms(
        CHECKLIST,
        find=(
            r"\bscore (?:yourself|yourselves|your (?:own )?(?:answers|mood|feelings|mental))\b",
            (
                r"\b(?:add|total|count|tot) up (?:your|how many) (?:\w+ )?(?:points?|ticks?|scores?"
                r"|answers|yes(?:es)?|numbers)\b"
            ),
            r"\b(?:count|total) (?:your|how many) (?:\w+ )?(?:points?|ticks?|scores?|yes(?:es)?)\b",
            r"\bgive yourself (?:\w+ )?(?:points?|a score|a mark)\b",
            r"\bpoints? for (?:each|every) (?:yes|tick|answer)\b",
            (
                r"\bif you (?:ticked|scored|got|answered|said|have|counted|circled|chose) (?:\w+ )?"
                r"(?:more than|at least|over|mostly|yes|\d+|three|four|five|six)\b[^.?!]{0,60}"
                r"\b(?:you (?:may|might|could|probably|are|have)|talk|see|ask)\b"
            ),
            r"\bmostly (?:As|Bs|Cs|yes(?:es)?)\b",
            (
                r"\byour (?:(?:total|final|mood|stress|anxiety|wellbeing|risk) )?score "
                r"(?:is|means|shows|tells|was|of)\b"
            ),
            (
                r"\btick (?:all|any|every(?:thing)?|each|the ones?|those|what)\b[^.?!]{0,30}"
                r"\b(?:appl(?:y|ies) to you|you (?:have )?(?:feel|felt|had|have|been|notice)"
                r"|true (?:for|of) you|sounds? like you|fits? you)\b"
            ),
        ),
        negated=True,
    ),
    Terms(
        CHECKLIST,
        find=(
            rf"\bdo you have (?:\w+ ){{0,2}}{CONDITION}\b",
            (
                r"\bwhich (?:mental )?(?:disorder|condition|illness|diagnosis) (?:do you|are you"
                r"|have you"
                r"|fits you|could be yours|might you)\b"
            ),
            (
                rf"\b(?:could|might|may) you (?:have|be"
                rf"|be suffering from) (?:\w+ ){{0,2}}{CONDITION}\b"
            ),
            rf"\byou (?:may|might|could|probably) (?:well )?have (?:\w+ ){{0,2}}{CONDITION}\b",
            rf"\bare you (?:\w+ ){{0,2}}{CONDITION}\b",
            (
                rf"\b(?:find out|test|see|check) (?:yourself )?(?:if|whether) you(?:'re| are"
                rf"| have|'ve)? "
                rf"(?:got )?(?:\w+ ){{0,2}}{CONDITION}\b"
            ),
            r"\b(?:depression|anxiety|adhd|autism|stress) (?:test|quiz|screening|self-test)\b",
        ),
        negated=True,
        quoted=True,
        parts=_ASKED,
    ),
    Terms(
        CHECKLIST,
        find=(
            (
                rf"\bsigns? (?:that )?you(?:'re| are| have| may have| might have| could have) "
                rf"(?:\w+ )?{CONDITION}\b"
            ),
            (
                r"\b(?:depression|anxiety|stress|mood|symptoms?|mental health|wellbeing) "
                r"(?:questionnaire"
                r"|scale|inventory|screen(?:er|ing)?|survey|self-check|checklist)s?\b"
            ),
            r"\bsymptoms ?:",
            (
                r"\b(?:work out|calculate|find|find out|check|see|note|write down|share|compare"
                r"|look up) "
                r"your (?:\w+ ){0,2}?(?:score|result|total)s?\b"
            ),
            (
                r"\byour (?:\w+ )?(?:depression|anxiety|stress|mood|worry|wellbeing|mental health"
                r"|risk) "
                r"(?:score|level|points|rating|number)\b"
            ),
            r"\bcount how many (?:you|of these|of them|signs|boxes)\b",
            (
                r"\b(?:work out|calculate|add up|find out|total) (?:their|his|her|each (?:pupil"
                r"|child|student)'s) (?:\w+ ){0,2}?(?:score|total)s?\b"
            ),
            r"\b(?:note|record|list|see|mark|check) who (?:\w+ )?scored\b",
            (
                r"\b(?:do you have|if you have|have you got) (?:at least |more than )?(?:\d+|two"
                r"|three|four|five|six|some|many|most|any) (?:or more )?of (?:the following|these"
                r"|those) (?:\w+ ){0,2}?(?:signs?|symptoms?|feelings|problems|difficulties"
                r"|worries)\b"
            ),
            rf"\byou(?:'re| are) (?:most )?(?:likely|probably) (?:to have )?(?:\w+ )?{CONDITION}\b",
            (
                r"\bwhich (?:\w+ ){0,3}?(?:disorders?|conditions?|illness(?:es)?) (?:do|might|could"
                r"|would) you (?:think )?(?:that )?(?:you )?(?:may |might |could )?have\b"
            ),
            r"\b(?:\w+|\d+) or more (?:\w+ )?(?:means?|shows?|could mean|may mean|suggests?)\b",
            (
                r"\bhow many of (?:these|the|them) (?:\w+ ){0,2}?(?:do|did|have|apply|fit|sound)\b"
                r"[^.?!]{0,40}\b(?:you|yourself)\b"
            ),
        ),
        negated=True,
        quoted=True,
        parts=_ASKED,
    ),
)
