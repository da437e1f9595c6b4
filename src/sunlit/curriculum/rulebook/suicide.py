# SPDX-License-Identifier: MIT
"""Suicide: what may be said, to whom, and what never (5.7)."""

from sunlit.curriculum.rulebook.phrases import SELF
from sunlit.curriculum.rulebook.rule import BELOW_14, PUPILS, Rule, Terms

SUICIDE = Rule(
    "B-31",
    "Below 14 nothing that pupils see or hear from a lesson is about suicide.",
    "Take it out. If a pupil raises it, the guide has a short script under “What to do if…”.",
    see=("5.11", "7.3"),
)
SUICIDE_HELP_ONLY = Rule(
    "B-32",
    "From 14 a lesson says at most that thoughts of suicide can pass and that telling helps.",
    "Say in the same paragraph how to tell an adult and that help exists, or take it out.",
    see=("5.11",),
)
SUICIDE_DETAIL = Rule(
    "B-33",
    "Never a method, place, note, number, cause, blame or glory: such detail can do harm.",
    "Take the detail out. Speak of help, hope and what people can do.",
)
SUICIDE_WORDS = Rule(
    "B-34",
    "Suicide is no crime and no success or failure.",
    "Write “died by suicide” or “survived a suicide attempt”.",
    must=False,
    see=("6",),
)

HELP_WORDS = (
    r"\b(?:help\w*|tell(?:s|ing)?|told|talk\w*|speak|adult|support\w*|hope\w*|listen\w*|safe"
    r"|pass(?:es)?"
    r"|recover\w*|counsell\w+|doctor|helpline)\b"
)
"""What must stand beside a hard topic from age 14."""

_DEATH = (
    r"\bsuicid\w*",
    rf"\b(?:kill(?:s|ed|ing)?|hang(?:s|ed|ing)?|shoot(?:s|ing)?|shot|drown(?:s|ed|ing)?) {SELF}\b",
    (
        r"\b(?:end(?:s|ed|ing)?|tak(?:e|es|ing)|took|taken) (?:his|her|their|my|your|its"
        r"|one's) (?:own )?"
        r"(?:life|lives)\b"
    ),
    (
        r"\b(?:want(?:s|ed|ing)?|wish(?:es|ed)?) (?:to (?:die|be dead)|(?:I|he|she|they) (?:was"
        r"|were) dead)\b"
    ),
    (
        r"\bbetter off dead\b|\bend(?:s|ed|ing)? it all\b|\bwants? to be dead\b"
        r"|\brather (?:be dead|die|not be (?:here|alive))\b"
    ),
    (
        r"(?:\bnot|n't|\bno longer|\bstopped) want(?:s|ed|ing)? to (?:live|be alive|wake up)\b"
        r"|\bno reason to live\b"
    ),
)
_SUICIDE_NEAR = (
    r"\bsuicid\w*",
    rf"\bkill(?:s|ed|ing)? {SELF}\b",
    r"\b(?:end|took|take) \w+ (?:own )?li(?:fe|ves)\b",
)

TERMS = (
    Terms(SUICIDE, find=_DEATH, bands=BELOW_14, parts=PUPILS),
    Terms(
        SUICIDE_DETAIL,
        find=(
            (
                rf"\b(?:hang(?:s|ed|ing)?|hung|shoot(?:s|ing)?|shot|poison(?:s|ed)?|gass?ed"
                rf"|electrocuted"
                rf"|suffocated) {SELF}\b"
            ),
            r"\bnooses?\b",
            (
                r"\b(?:took|take|takes|taking|taken|swallow(?:s|ed|ing)?) (?:an overdose|too many"
                r"|all (?:of )?"
                r"(?:the|his|her|their) |a (?:lot|handful|bottle|packet) of |(?:\d+|ten|twenty"
                r"|thirty|forty"
                r"|fifty) )(?:\w+ ){0,2}?(?:pills?|tablets?|painkillers?|paracetamol)\b"
            ),
            r"\b(?:an overdose|overdosed on)\b",
            r"\b(?:slit|slits|slitting|slashed|cut) (?:his|her|their|my|your|both) wrists?\b",
            r"\bsuicide (?:note|letter|plan|pact|method|spot|hotspot|bridge|attempt with|kit)s?\b",
            (
                r"\b(?:leave|leaves|left|wrote|write) (?:a|her|his|their) (?:goodbye|farewell"
                r"|last) "
                r"(?:note|letter)\b"
            ),
            (
                r"\b(?:jump(?:s|ed|ing)?|leapt) (?:off|from|in front of|under|to (?:his|her"
                r"|their) death)\b"
                r"[^.?!]{0,30}\b(?:bridge|building|roof|cliff|train|tracks|car|death"
                r"|multi-storey)\b"
            ),
            r"\b(?:bridge|building|roof|cliff|platform|tracks)\b[^.?!]{0,25}\bjump(?:s|ed|ing)\b",
            (
                r"\bmethods? of suicide\b"
                r"|\b(?:ways?|how) to (?:die|kill (?:your|one|him|her|them)sel\w+)\b"
            ),
            r"\b(?:left|leaves?|wrote|writes?) (?:\w+ ){0,3}?note\b[^.?!]{0,40}?\bgood ?bye\b",
            (
                r"\bsuicid\w*[^.?!]{0,60}?\b(?:at peace|better place|free at last|no more pain)\b"
                r"|\b(?:at peace|better place|free at last)\b[^.?!]{0,60}?\bsuicid\w*"
            ),
        ),
        negated=True,
        unless=(
            r"\binto the (?:river|lake|water|sea|pool)\b|\bbungee\b|\bswim\w*\b",
            r"\btoy (?:bridge|building|cliff|train|tracks)\b",
            r"\bnever (?:name|describe|mention)\b",
            r"\b(?:no|any) method\b",
            r"\bsafety plan\b",
        ),
    ),
    Terms(
        SUICIDE_DETAIL,
        find=(
            (
                r"\bsuicid\w*[^.?!]{0,80}?\b(?:epidemic|contagio\w+|craze|wave|skyrocket\w*|soar\w*"
                r"|plague)\b"
            ),
            r"\b(?:epidemic|contagion|craze|wave|plague) of (?:\w+ )?suicides?\b",
            (
                r"\b(?:successful|failed|unsuccessful|completed|botched) (?:suicide"
                r"|suicide attempts?)\b"
            ),
            (
                r"\b(?:drove|driven|pushed|led|drives|bullied"
                r"|hounded) (?:\w+ ){0,3}?to (?:suicide|kill "
                rf"{SELF}|(?:take|end) (?:his|her|their) (?:own )?li(?:fe|ves))\b"
            ),
            (
                rf"\b(?:suicide|killed {SELF}|(?:took|ended) (?:his|her|their) (?:own )?li(?:fe"
                rf"|ves)) "
                r"(?:\w+ ){0,2}?(?:because|due to|over|after (?:being|a|an|the|he|she|they|his"
                r"|her|their"
                r"|losing|failing|months|years|bullying))\b"
            ),
            (
                r"\b(?:caused|is caused|was caused|causes) (?:\w+ ){0,4}?suicide\b"
                r"|\bsuicide is caused by\b"
            ),
            (
                r"\bsuicid\w*[^.?!]{0,80}?\b(?:selfish|coward\w*|weak|sin|crime|attention"
                r"|easy way out"
                r"|should have (?:known|seen|stopped)|to blame|fault)\b"
            ),
            (
                r"\b(?:selfish|cowardly|brave|heroic|romantic|beautiful"
                r"|peaceful)\b[^.?!]{0,60}?\bsuicid\w*"
            ),
            (
                r"\bsuicid\w*[^.?!]{0,80}?\b(?:at peace|better place|finally free|free at last"
                r"|brave|heroic"
                r"|romantic|beautiful|only way out|escape)\b"
            ),
            (
                r"\b(?:memorial|shrine|tribute) (?:\w+ ){0,3}?[^.?!]{0,50}?\bsuicid\w*"
                r"|\bsuicid\w*[^.?!]{0,60}?"
                r"\b(?:memorial|shrine)\b"
            ),
        ),
        negated=True,
        unless=(
            (
                r"\b(?:no|not|never|isn't|rarely|many|several) (?:\w+ ){0,2}?(?:single|one|simple"
                r"|cause|causes"
                r"|selfish|weak|blame|fault|cowardly|crime|to blame)\b"
            ),
            r"\bmany (?:things|causes|reasons)\b",
        ),
    ),
    Terms(
        SUICIDE_DETAIL,
        find=_DEATH[:3],
        parts=PUPILS,
        needs=(
            r"\d+(?:[.,]\d+)? ?(?:%|per ?cent|percent)|\b\d+ (?:in|out of|of) (?:every )?\d+\b",
            (
                r"\b(?:one|two|three) in (?:\w+)\b|\b\d[\d,]* (?:people|deaths|teenagers|pupils"
                r"|young|children"
                r"|boys|girls|times)\b|\bevery \d+ (?:seconds|minutes)\b"
            ),
            (
                r"\b(?:leading|main|biggest|commonest|most common|second"
                r"|third) (?:\w+ )?cause of death\b"
                r"|\bsuicide rates?\b"
            ),
            (
                r"\b(?:thousands|millions|hundreds|most teenagers|most young people|a third"
                r"|a quarter"
                r"|half) of\b"
            ),
        ),
        unless=(r"\btell\w* an adult (?:is|can)\b",),
    ),
    Terms(
        SUICIDE_WORDS,
        find=(
            r"\bcommit(?:s|ted|ting)? (?:\w+ )?suicide\b",
            r"\bcommitt?(?:er|ing) of suicide\b",
        ),
    ),
    Terms(
        SUICIDE_WORDS,
        find=(
            r"\b(?:failed|unsuccessful|successful|botched) (?:\w+ )?attempts?\b",
            r"\bsuicide bid\b",
        ),
        near=_SUICIDE_NEAR,
    ),
)
