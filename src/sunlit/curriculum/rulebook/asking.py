# SPDX-License-Identifier: MIT
"""What pupils are never asked: their own distress, illness, family or harm (B-3, B-7)."""

from sunlit.curriculum.rulebook.phrases import DISTRESS, ILL, RELATIVE, SOMEONE, UNHAPPY
from sunlit.curriculum.rulebook.rule import PUPILS, YOUNG, Rule, Terms

EVERYDAY = Rule(
    "B-1",
    "Every lesson says that hard feelings are a normal part of life, in the learner's words.",
    "Add: “Feeling sad, worried or angry is a normal part of life. It does not by itself mean "
    "that something is wrong.”",
    must=False,
)
OWN_HISTORY = Rule(
    "B-3",
    "Pupils are never asked to recall or rate their own distress, illness, family or harm.",
    "Ask about the character (“What could Sam do?”) or about the lesson.",
    see=("B-12", "7.3"),
)
UNSETTLED = Rule(
    "B-7",
    "How unsettled a lesson left pupils is asked from age 11 only.",
    "Take the question out for this age.",
)

_ASKED = PUPILS | {"guide"}
_HELPED = r"\byou (?:helped|noticed|saw|were kind|comforted|cheered|listened|stood up|read|hear)"

TERMS = (
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"\bask who (?:has|have|had|is|was|feels?|felt) (?:\w+ ){{0,4}}?"
                rf"(?:{ILL}|{DISTRESS})\b"
            ),
            (
                r"\b(?:have|do|did) you (?:ever )?(?:think|thought) (?:about|of) (?:dying|death"
                r"|suicide|ending|killing|hurting yourself|harming yourself)\b"
            ),
            (
                r"\bwho (?:\w+ ){0,2}?(?:shouts?|fights?|argues?|drinks?|hits?|cries) "
                r"(?:\w+ ){0,3}?(?:at|in) your (?:house|home|flat|family)\b"
            ),
            (
                r"\b(?:circle|tick|underline|mark|colou?r|colou?r in|choose|point to) (?:all "
                r"|every |each )?(?:the |any )?(?:feelings?|moods?|faces?) (?:that )?"
                r"you(?: have|'ve)? (?:had|felt|feel)\b"
            ),
            (
                r"\b(?:write|tell|share|draw|say|name)(?: \w+){0,3}? secrets? (?:that )?(?:nobody"
                r"|no one|you (?:have|keep|never))\b"
            ),
            (
                r"\b(?:write|draw|tell|think|describe|name)\b[^.?!]{0,30}?\b(?:person|people|someone"
                r"|somebody|one) who (?:has |have )?(?:hurt|bullied|harmed|abused|frightened) you\b"
            ),
            rf"\bwho (?:makes|made) you (?:feel )?(?:{DISTRESS})\b",
            (
                r"\b(?:tell|show) (?:me|us|the class|your (?:partner|group)) (?:about )?what "
                r"(?:has |have )?happened to you\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(
            r"\b(?:in|on) (?:the|this|that|our) (?:picture|story|page|film|poster|book)\b",
            r"\bcharacters?\b",
        ),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"\bhave you (?:ever |recently |lately |also |yourself )?(?:been|felt|had|cried"
                rf"|thought"
                rf"|experienced|suffered|struggled|hurt|lost|worried|wanted|tried|lived|known"
                rf"|self-harmed"
                rf"|self harmed)\b[^.?!]{{0,70}}?\b(?:{DISTRESS}|{ILL})\b"
            ),
            (
                r"\bhave you (?:ever |recently |lately )?(?:cried|self[- ]harmed|hurt yourself"
                r"|struggled"
                r"|felt like (?:giving up|this|that|sam|bear|noor)|felt (?:this|that) way)\b"
            ),
            (
                rf"\bdo you (?:often |ever |sometimes |always |usually |still |also )?(?:feel|get"
                rf"|suffer"
                rf"|struggle|worry|cry|hurt|find it hard|have (?:trouble|problems|difficulty)"
                rf"|lie awake)\b"
                rf"(?:[^.?!]{{0,50}}?\b(?:{DISTRESS}|{ILL})\b)?(?= |[?.!,]|$)"
            ),
            rf"\bdo you have (?:\w+ ){{0,2}}(?:{ILL}|nightmares|worries)\b",
            (
                rf"\bhow (?:often|many times|much|long|many days|bad(?:ly)?) (?:do|did|have|are"
                rf"|were|has) "
                rf"you\b[^.?!]{{0,60}}?\b(?:{DISTRESS}|{ILL}|sleep)\b"
            ),
            rf"\bwhen (?:did|do|were|have|was the last time) you\b[^.?!]{{0,60}}?\b{DISTRESS}\b",
            (
                r"\bhas (?:this|that|it|anything|something)(?: like (?:this"
                r"|that))? (?:ever )?happened "
                r"(?:to )(?:you|anyone|someone|your)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(
            r"\bdo you (?:feel|get|worry|hurt|find it hard)\b(?![^.?!]*\b" + DISTRESS + r"\b)",
            r"\b(?:for|about|with|that) (?:sam|bear|owl|mouse|hare|him|her|them|the character)\b",
        ),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\b(?:tell|write|describe|share|draw|paint|think|remember|recall|talk|speak"
                r"|picture"
                r"|imagine|list|name|act out|note)\b[^.?!]{0,40}?\b(?:times?|days?|moments?"
                r"|memor(?:y|ies)"
                rf"|things?|situations?|events?|something)\b[^.?!]{{0,25}}?\b(?:you|your|they)\b"
                rf"[^.?!]{{0,50}}?\b(?:{DISTRESS}|{ILL})\b"
            ),
            (
                r"\byour (?:saddest|worst|hardest|darkest|scariest|loneliest"
                r"|most (?:\w+ )?(?:painful"
                r"|difficult|upsetting)) (?:\w+ )?(?:day|time|moment|memory|fear|week|year"
                r"|experience"
                r"|feeling|thing)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(_HELPED,),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\byour (?:own )?(?:trauma\w*|diagnos(?:is|es)|mental illness(?:es)?"
                r"|mental health "
                r"(?:problem|condition|issue|history|struggle|journey|state)s?|self-harm"
                r"|panic attacks?"
                r"|depression|anxiety|distress|bad memories|past hurts?|inner pain)\b"
            ),
            (
                r"\b(?:tell|write|describe|share|draw|list|name|note|put|rank) (?:\w+ ){0,4}?your "
                r"(?:own |biggest |secret |worst )?(?:worries|worry|problems?|fears?|sadness|pain"
                r"|struggles?"
                r"|anger|bad feelings|hard feelings|troubles)\b"
            ),
            (
                rf"\b(?:tell|write|describe|share|talk|draw"
                rf"|ask)\b[^.?!]{{0,40}}?\byour {RELATIVE}(?:'s)? "
                rf"(?:\w+ )?(?:{ILL}|health|moods?|problems|drinking|feelings)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(
            r"\b(?:grown-?ups?|adults?|teacher|counsellor|helpline|someone you trust|doctor)\b",
        ),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"\b(?:does|has|is|did|have|was|are|do|who)\b[^.?!]{{0,12}}?\b(?:{SOMEONE}|you) "
                rf"(?:\w+ ){{0,2}}?(?:in|at|from) (?:your (?:own )?)?(?:famil(?:y|ies)|home"
                rf"|house)\b"
                rf"[^.?!]{{0,60}}?\b(?:{ILL}|{DISTRESS})\b"
            ),
            (
                rf"\bwho (?:\w+ )?(?:in|at) (?:your )?(?:famil(?:y|ies)|home"
                rf"|house)\b[^.?!]{{0,60}}?"
                rf"\b(?:{ILL}|{DISTRESS})\b"
            ),
            (
                rf"\b(?:does|has|is|did|was|are|do|have) your {RELATIVE}\b[^.?!]{{0,60}}?\b(?:{ILL}"
                rf"|{DISTRESS})\b"
            ),
            r"\bfamily (?:history of|illness(?:es)?|mental health|problems|secrets)\b",
            rf"\b(?:{ILL}) (?:\w+ )?in your (?:own )?(?:family|home|house)\b",
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\brate (?:your|how)(?: own)? (?:\w+ ){0,2}?(?:moods?|feelings?|feel|felt"
                r"|stress\w*|worr\w+"
                r"|anxi\w+|sad\w*|mental|wellbeing|well-being|happiness|sleep|anger|loneliness"
                r"|health"
                r"|distress)\b"
            ),
            (
                rf"\bhow (?:{DISTRESS}|happy|good|well|okay|stressed) (?:are|do|did|were|have|is"
                rf"|was) "
                r"(?:you|your)\b"
            ),
            (
                r"\bon a scale\b[^.?!]{0,60}?\b(?:you feel|are you|your (?:mood|feelings?|stress"
                r"|worry"
                r"|anxiety|mental|wellbeing|happiness))\b"
            ),
            (
                r"\bhow (?:are|do|did|have) you (?:been )?feel(?:ing)?\b(?! (?:about|if"
                r"|when (?:\w+ )?"
                r"(?:read|hear|see)))"
            ),
            r"\bhow (?:is|was|has) your (?:mood|mental health|week been|wellbeing)\b",
            (
                r"\b(?:draw|paint|colour|write|show|share|tell|choose|pick|point to"
                r"|circle) (?:\w+ ){0,4}?"
                r"(?:how you(?: \w+)? feel|how you(?:'re| are) feeling|your (?:mood"
                r"|own feelings?))\b"
            ),
            (
                r"\byour mood (?:today|this week|right now)\b|\bmood (?:diary|tracker|check-in"
                r"|meter)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\byour (?:biggest|greatest|worst|deepest|main) (?:fear|worry|problem|regret"
                r"|sadness)\b"
            ),
            (
                r"\b(?:tell|talk|write|share|speak|describe|discuss|explain"
                r"|reflect)\b[^.?!]{0,40}?\byour own "
                r"(?:mental health|feelings|moods?|mind|illness|worries|struggles?|past|trauma"
                r"|health)\b"
            ),
            (
                r"\bmy (?:mental health|mood|feelings|stress|anxiety) (?:today|this week|right now"
                r"|score"
                r"|scale|diary|level)\b"
            ),
            rf"\bare you (?:often |always |sometimes |very |so |feeling |a bit )?{UNHAPPY}\b",
            (
                rf"\b(?:did|were|could|do|have) you\b[^.?!]{{0,50}}?\b(?:because|when|so that|as) "
                rf"you "
                rf"(?:felt|feel|were|are|had) (?:\w+ ){{0,2}}?{UNHAPPY}\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(r"\b(?:look after|take care of|care for) your own\b",),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\b(?:pupils?|students?|children|they|learners?|everyone|everybody)\b (?:\w+ "
                r"){0,2}?(?:write"
                r"|talk|share|speak|tell|draw|describe|reflect)\w*\b[^.?!]{0,40}?\btheir "
                r"own\b[^.?!]{0,40}?"
                rf"\b(?:{ILL}|{DISTRESS}|feelings|moods?|mind)\b"
            ),
            (
                r""
                r"\bask\b[^.?!]{0,40}?\b(?:anyone|anybody|someone|somebody|who|whether)\b[^.?!]{0,25}?"
                rf"\b(?:at home|famil(?:y|ies))\b[^.?!]{{0,40}}?\b(?:{ILL}|{DISTRESS})\b"
            ),
        ),
        parts=frozenset({"guide", "letter"}),
        negated=True,
        quoted=True,
        unless=(r"\bif (?:they|a pupil|a child|pupils|children) (?:want|choose|wish)\b",),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"\b(?:who|which) (?:here|of you|among you|in (?:this|the|our) (?:room|class"
                rf"|group)"
                rf"|else)\b"
                rf"[^.?!]{{0,60}}?\b(?:{ILL}|{DISTRESS})\b"
            ),
            (
                rf"\bwho (?:feels|felt|is|has been|has felt|was|has had) (?:\w+ "
                rf"){{0,2}}?{DISTRESS} "
                r"(?:today|now|right now|this (?:week|morning)|yesterday|at home|a lot|often)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\b(?:tell|write|draw|list|share|describe|name|say|think|note|talk|discuss|show"
                r"|collect)\b"
                r"[^.?!]{0,40}?\b(?:what|things?|something|anything|times?|situations?|people"
                r"|places"
                r"|one) "
                r"(?:that |which |who )?(?:\w+ )?(?:worr(?:y|ies)|scares?|upsets?|frightens?"
                r"|stress(?:es)?"
                rf"|hurts?|angers?|saddens?|bothers?|makes? you (?:feel )?(?:\w+ )?{DISTRESS})"
                r"(?: you| them)?\b"
            ),
            (
                rf"\bwhat (?:makes you (?:feel )?(?:\w+ )?{DISTRESS}|(?:worries|scares|upsets"
                rf"|frightens"
                r"|bothers|saddens|angers) you|stresses you|keeps you awake)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
        unless=(
            r"\b(?:grown-?ups?|adults?|teacher|counsellor|helpline|you trust|doctor)\b",
            r"\bif (?:something|anything)\b",
        ),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\b(?:worst|saddest|scariest|hardest|darkest|most (?:painful|upsetting|frightening"
                r"|difficult)) (?:\w+ )?(?:thing|day|time|moment|experience|memory|week|year"
                r"|feeling)\b"
                r"[^.?!]{0,40}?\b(?:you|your|you've)\b"
            ),
            (
                r"\b(?:tell|share|write|draw|describe|recall|remember|think of|talk about|act "
                r"out)\b"
                r"[^.?!]{0,25}?\b(?:a|your|any|one|some) (?:traumatic|painful|upsetting|distressing"
                r"|frightening|bad|sad|hard|difficult) (?:memor(?:y|ies)|experiences?|events?"
                r"|times?)\b"
            ),
            (
                r"\b(?:diary|journal|log|record|chart|tracker|list) (?:of|about|for) (?:your"
                r"|how you)\b"
                rf"[^.?!]{{0,30}}?\b(?:{DISTRESS}|moods?|feel(?:ings?)?|worries)\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        quoted=True,
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"\b(?:hands? up|put (?:your|a|up your) hands?(?: up)?|raise (?:your|a) hands?"
                rf"|stand up"
                rf"|step forward|step in)\b[^.?!]{{0,12}}?\b(?:if|who|everyone who|anyone who) "
                rf"[^.?!]{{0,50}}?\b(?:{ILL}|{DISTRESS})\b"
            ),
        ),
        parts=_ASKED,
        negated=True,
        unless=(r"\b(?:bear|hare|owl|sam|the character|card|statement)\b",),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                r"\b(?:ask|get|let|invite|have|encourage|allow|make|help) (?:the |each |every "
                r"|all |your )?"
                r"(?:pupils?|students?|children|child|class|learners?|young people|them|everyone"
                r"|everybody"
                r"|anyone)\b[^.?!]{0,50}?\b(?:their own|of their|about their|their (?:worst"
                r"|saddest|hardest"
                rf"|biggest)|when they|they(?:'ve| have)? (?:felt|been|had))\b[^.?!]{{0,50}}?"
                rf"\b(?:{ILL}|{DISTRESS}|feelings|moods?)\b"
            ),
            (
                r"\b(?:ask|get|let|invite|have|make) (?:the |each |every |all |your )?(?:pupils?"
                r"|students?"
                r"|children|child|class|learners?|them|everyone|everybody)\b[^.?!]{0,30}?\b(?:how"
                r"|what) "
                r"(?:they|he|she)(?:'ve| have|'re| are)?(?: been)? feel(?:ing)?\b(?! (?:about|if"
                r"|when))"
            ),
            r"\bgo round\b[^.?!]{0,60}?\b(?:how they|feeling|feel)\b",
        ),
        parts=frozenset({"guide", "letter"}),
        negated=True,
        quoted=True,
        unless=(
            r"\bkeep (?:it|them|the answer) to themselves\b",
            r"\bif (?:they|a pupil|a child)\b",
        ),
    ),
    Terms(
        OWN_HISTORY,
        find=(
            (
                rf"(?<!\w)I(?:'m| am|'ve| have| feel| felt| get| got| was| cry| cried| worry| panic"
                rf"| struggle| suffer| hurt| lie awake)? ?(?:often |sometimes |always |usually "
                rf"|never |really "
                rf"|so |very |been |feeling |had |get |feel |felt |am |have )*(?:{DISTRESS}|{ILL}"
                rf"|lie awake"
                rf"|can't sleep|cannot sleep|trouble sleeping)\b"
            ),
            (
                r"(?<!\w)I (?:often |sometimes |always |usually |mostly )?(?:can't|cannot"
                r"|find it hard "
                r"to|have trouble) (?:sleep(?:ing)?|eat(?:ing)?|concentrat(?:e|ing)"
                r"|stop (?:crying|worrying"
                r"|thinking)|get out of bed|cope)\b"
            ),
            (
                r"(?<!\w)I (?:\w+ ){0,2}?(?:thought|think|dream) (?:about|of) (?:hurting|harming"
                r"|dying|killing"
                r"|ending|running away|giving up|death)\b"
            ),
            rf"\bmy (?:{RELATIVE}) (?:\w+ ){{0,3}}?(?:{ILL}|{DISTRESS})\b",
        ),
        parts=frozenset({"prompt"}),
        kinds=frozenset({"check", "reflection"}),
        quoted=True,
    ),
    Terms(
        UNSETTLED,
        find=(r"\bmore unsettled\b", r"\bI feel calmer\b"),
        bands=YOUNG,
        parts=frozenset({"prompt"}),
    ),
)
