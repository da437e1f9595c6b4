# SPDX-License-Identifier: MIT
"""What a lesson never promises: cure, proof, secrecy, a measure of a pupil (B-8, B-26, 9.2)."""

from sunlit.curriculum.rulebook.phrases import CONDITION, DISTRESS, ILL
from sunlit.curriculum.rulebook.rule import PUPILS, Rule, Terms

CLAIM = Rule(
    "B-8",
    "A lesson never claims to treat, cure or prevent, or to be proven.",
    "Write “aims to” or “may help”.",
)
SECRET = Rule(
    "B-26",
    "Nobody may promise to keep everything secret: someone may need to be kept safe.",
    "Say that what is said stays kind, and that some things must be passed on.",
)
INSTRUMENT = Rule(
    "9.2",
    "No clinical questionnaire and no score about a pupil, ever.",
    "Take it out; ask about the lesson or about a character.",
    see=("B-2", "9.1"),
)

TERMS = (
    # B-8
    Terms(
        CLAIM,
        find=(
            r"\b(?:(?:clinically|scientifically|medically|research) )?proven\b",
            (
                r"\b(?:studies|research|trials|tests|scientists) proves?\b|\bproved to (?:work|help"
                r"|cure|stop)\b"
            ),
            r"\bproof that (?:this|our|the|these|it|sunlit)\b",
            r"\bguarantee[sd]? (?:to|that|results?|success|happ\w+|wellbeing|calm|less|better|a )",
            r"\bis guaranteed\b",
        ),
        negated=True,
        quoted=True,
        tested=True,
        unless=(r"\bproven wrong\b", r"\b(?:yet|still) to be proven\b", r"\bproven or not\b"),
    ),
    Terms(
        CLAIM,
        find=(
            (
                rf"\b(?:cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?) (?:\w+ ){{0,3}}?(?:{ILL}|{DISTRESS}"
                rf"|stigma"
                r"|minds?|people|pupils|children|anyone|everyone)\b"
            ),
            rf"\b(?:a|the) cure for (?:\w+ ){{0,2}}?(?:{ILL}|{DISTRESS}|stigma)\b",
            (
                rf"\b(?:lessons?|activit(?:y|ies)|units?|programmes?|toolkit|sunlit|art|drawing"
                rf"|painting"
                rf"|music|dance|sport|exercise|yoga|mindfulness|kindness|reflection|class|words"
                rf"|breathing"
                rf"|this|these|we|it) (?:can |will |may |does |really |always )*"
                rf"(?:treats?|fix(?:es)?"
                rf"|stops?|ends?"
                rf"|gets? rid of|beats?|removes?) (?:\w+ ){{0,3}}?(?:{ILL}|suicid\w+|stress"
                rf"|sadness|worry"
                r"|bullying for good|stigma (?:for good|for ever|forever))\b"
            ),
            (
                r"\b(?:prevent|stop|end|avoid|fix)(?:s|es|ing|ped)? (?:\w+ ){0,2}?(?:suicides?"
                r"|self[- ]harm"
                rf"|{CONDITION})\b"
            ),
            r"\b(?:lesson|activity|unit|programme|toolkit|sunlit|this) (?:will|can) save lives\b",
            (
                r"\bmakes? (?:\w+ ){0,4}?(?:feelings?|sadness|worr(?:y|ies)|stress|anxiety"
                r"|depression) (?:go away"
                r"|disappear|vanish|stop)\b"
            ),
            r"\bsaves lives\b",
            (
                r"\b(?:lesson|activity|unit|programme|toolkit|sunlit"
                r"|this) (?:will )?makes? (?:pupils"
                r"|children|students|you|everyone|them) (?:mentally healthy|happier|happy|resilient"
                r"|calmer|well|better)\b"
            ),
        ),
        negated=True,
        quoted=True,
        tested=True,
        unless=(
            (
                r"\b(?:doctor|doctors|medicine|hospital|nurse|therapist)s? (?:can |may "
                r"|will )?(?:treat|cure"
                r"|help)"
            ),
            r"\bsuicide prevention\b",
            r"\bteach suicide\b",
            r"\b(?:myth|claim|claims|says|advert|headline|promise[sd]?)\b",
        ),
    ),
    # B-26, 9.2
    Terms(
        SECRET,
        find=(
            r"\b(?:completely|totally|absolutely|fully|strictly) (?:confidential|secret|private)\b",
            (
                r"\b(?:everything|nothing|anything|all|whatever)\b[^.?!]{0,40}\b(?:stays? (?:secret"
                r"|between us|in (?:this|the) room)|is confidential|remains? secret"
                r"|leaves? this room)\b"
            ),
            r"\bI (?:promise|swear)(?: not)? to (?:keep|tell)\b[^.?!]{0,30}",
            (
                r"\bI (?:will not|won't|will never|'ll never) (?:tell|pass)\b[^.?!]{0,30}"
                r"\b(?:anyone|anybody|on|a soul|else)\b"
            ),
            r"\b(?:promise|we promise|I promise)\b[^.?!]{0,30}\b(?:secret|confidential)\b",
            r"\b(?:it|that|this) (?:will )?stays? (?:just )?between (?:us|you and me)\b",
            (
                r"\b(?:will|'ll|can) (?:always )?keep (?:everything|anything|it all|all of it)"
                r"(?: \w+){0,4}? (?:secret|private|confidential|to myself)\b"
            ),
            (
                r"\bwhat(?:'s| is| we|ever is) (?:said|say) (?:here|in (?:this|the|our) (?:room"
                r"|class|group|circle)) (?:always )?stays (?:here|in)\b"
            ),
        ),
        parts=PUPILS | {"guide", "letter"},
        unless=(
            r"\b(?:do not|don't|never|cannot|can't|not) promise\b",
            r"\bno promise\b",
            r"\bstays kind\b",
        ),
        quoted=False,
    ),
    Terms(
        INSTRUMENT,
        find=(
            r"\b(?:PHQ-?\d|GAD-?7|SDQ|RCADS|CES-DC|C-SSRS|S?WEMWBS|KIDSCREEN(?:-\d+)?|WHO-5)\b",
            r"\bBeck (?:depression|anxiety) inventory\b",
            r"\bStrengths and Difficulties Questionnaire\b",
        ),
        negated=True,
    ),
)
