# SPDX-License-Identifier: MIT
"""The room: agreement, passing, slips, reflection, notes and endings (5.2 to 5.9)."""

from sunlit.curriculum.rulebook.rule import ADULTS, PUPILS, Rule, Terms

AGREEMENT = Rule(
    "B-9",
    "Ground rules are agreed or revisited at the start of every lesson.",
    "Put a line ```{{agreement}} and a line ``` in the first section of the page.",
)
AGREEMENT_GUIDE = Rule(
    "B-9",
    "The guide has the words with which a teacher opens: ground rules, and what must be passed on.",
    "Under '### Settle' add a {{say}} box that says it: “If I hear that someone may not be safe, I "
    "have to pass that on.”",
)
PASS = Rule(
    "B-15",
    "Everybody may pass, always, and knows it.",
    "Say “You can pass at any time.”",
)
PRESSURE = Rule(
    "B-15",
    "Nobody has to speak, share or take part: passing is an answer.",
    "Make it an offer: “You may …”, “If you like, …”.",
)
OTHER_TASK = Rule(
    "B-15",
    "There is another task of equal worth for those who would rather not.",
    "Describe it under '## Another way in', so that a pupil can start at once.",
)
WAY_OUT = Rule(
    "B-15",
    "There is a private way out: a signal, agreed beforehand, to step out.",
    "Say it under '### Settle': where to go, and the signal.",
)
QUESTION_BOX = Rule(
    "B-19",
    "There is a question box: everyone puts in a slip, and the teacher reads them first.",
    "Under '## Question box and help slips' say that {missing}.",
)
MUST_PASS_ON = Rule(
    "B-20",
    "Before anyone writes, they hear what an adult has to do with a note about safety.",
    "Say: “If a note tells me someone may be unsafe I must pass it on; I may ask for help to find "
    "out who needs it.”",
)
TWO_CHANNELS = Rule(
    "B-21",
    "The anonymous reflection is no way to ask for help, and pupils hear that.",
    "Say: “Nobody will know this is you, so nobody can come to help you from here. If you want "
    "help, "
    "use the help slip or tell an adult.”",
)
HELP_SLIP = Rule(
    "B-21",
    "Who wants to talk has a way of their own: a help slip with a name.",
    "Describe the help slip under '## Question box and help slips'.",
)
REFLECTION = Rule(
    "4",
    "Every lesson ends with an anonymous reflection about the lesson.",
    "Add an activity with 'kind: reflection'.",
    see=("B-21",),
)
FREE_TEXT = Rule(
    "B-22",
    "Free text is off: {reason}.",
    "Offer closed answers: scale5, scale3, yes-no or nominal.",
)
YOUNG_SUBJECT = Rule(
    "B-22",
    "Up to age 10 a reflection is about the character.",
    "Write 'about: character' and ask what the character could do.",
    see=("5.11",),
)
HANDS = Rule(
    "B-22",
    "Ages 5 to 7 show hands that the teacher counts; nothing is answered on a device.",
    "Write 'mode: hands'.",
    see=("5.11",),
)
COIN = Rule(
    "B-22",
    "A question that needs a coin is sensitive: its bars hold at least five answers.",
    "Add 'sensitive: true'.",
)
SENSITIVE = Rule(
    "B-22",
    "A question about safety or about being treated unfairly is sensitive: bars of at least five.",
    "Add 'sensitive: true', or ask about the lesson instead.",
    must=False,
)
LIVE = Rule(
    "B-22",
    "Results appear once, at the end, and never while answers come in.",
    "Show the picture once, when the reflection is closed.",
)
NOTE = Rule(
    "B-39",
    "A plain note serves choice; a warning only adds dread.",
    "Say plainly what comes up: “Today we read about a boy who worries about a test. You can "
    "pass at "
    "any time.”",
    must=False,
)
SIGNPOSTING = Rule(
    "B-40",
    "Every lesson ends with help in school, help outside and how to help a friend.",
    "Put a line ```{{signposting}} and a line ``` in the last section of the page.",
    see=("B-41", "B-42"),
)
LIGHT_ENDING = Rule(
    "B-40",
    "After the help there is a light ending.",
    "Write one or two friendly lines below the {{signposting}} block.",
)
ENDING_GUIDE = Rule(
    "B-40",
    "At the end the teacher says how to help a friend (listen, tell an adult), and stays a while.",
    "Under '### Brighten' say that {missing}.",
)
KEEP_TELLING = Rule(
    "B-41",
    "Pupils hear: keep telling until someone listens.",
    "Add to the words under '### Brighten': “Keep telling until someone listens.”",
)
EMERGENCY = Rule(
    "B-42",
    "Pupils hear what to do when someone is in danger now.",
    "Add to the words under '### Brighten': “If someone is in danger now, call the emergency "
    "number.”",
)
KEEP_SECRETS = Rule(
    "B-40",
    "A secret about safety is never kept.",
    "Say: listen, don't keep a safety secret, tell an adult.",
)

CRISIS = Rule(
    "B-14",
    "Pupils act out helping only: never a crisis, panic, psychosis, self-harm or abuse.",
    "Let them play the friend who notices, listens and tells an adult.",
)

_ACTED = (
    r"\b(?:role[- ]?play(?:s|ing)?|act(?:s|ing)? out|play(?:s|ing)? the part of|pretend(?:s|ing)? "
    r"to (?:be|have))"
)

TERMS = (
    Terms(
        CRISIS,
        find=(
            (
                rf"{_ACTED}\b[^.?!]{{0,30}}?\b(?:suicid\w*|panic attacks?|psycho(?:sis|tic)"
                rf"|hearing voices|self[- ]?harm\w*|abus\w+|overdos\w+|a crisis|a breakdown)\b"
            ),
        ),
        parts=PUPILS | {"guide"},
        negated=True,
        quoted=True,
    ),
    Terms(
        PRESSURE,
        find=(
            (
                r"\b(?:everyone|everybody|every (?:pupil|child|student|one of you)|each (?:pupil"
                r"|child|student)|all "
                r"(?:pupils|children|students|of you)|you(?: all)?|pupils|children|students"
                r"|they all|they) "
                r"(?:must|has to|have to|needs? to|will have to|is required to"
                r"|are required to) (?:\w+ )?(?:share|speak|answer"
                r"|say something|say (?:his|her|their|your) |take part|join in"
                r"|read (?:\w+ ){0,4}?(?:aloud|out)|tell the class"
                r"|tell us|show (?:\w+ ){1,2}to|perform|present|come to the front|contribute"
                r"|participate)\b"
            ),
            (
                r"\b(?:no|nobody|no one|not|never|can't|cannot|may not|must not"
                r"|mustn't) (?:\w+ ){0,2}?(?:pass|opt out"
                r"|step out|sit (?:this|it) out)\b(?! (?:it|this|that|them|the|a|an|to|judg\w+|up"
                r"|around|notes?|by|through|go|for)\b)"
            ),
            r"\bno passing\b(?! \w+s\b)",
            (
                r"\b(?:pass(?:ing)?|stepping out|opting out) is (?:not|n't) (?:\w+ )?(?:allowed"
                r"|an option|possible|ok|okay|fine)\b"
            ),
            (
                r"\b(?:ask|tell|make|have) (?:\w+ ){0,3}?(?:who passed|who passes) (?:to explain"
                r"|why)\b|\bask (?:them |him |her )?why "
                r"(?:they|he|she) pass(?:ed|es)?\b"
            ),
        ),
        unless=(
            (
                r"\b(?:nobody|no one|none of you|no child|no pupil|not everyone) (?:\w+ )?(?:must"
                r"|has to|have to|needs to)\b"
            ),
            r"\b(?:do not|don't|doesn't|does not|never) (?:\w+ )?(?:have to|need to|must|ask)\b",
            r"\bnobody (?:has to|will (?:ask|have)|asks?)\b",
            r"\bif you (?:have|need) to\b",
        ),
    ),
    Terms(
        PRESSURE,
        find=(
            (
                r"\b(?:explain|say|tell (?:us|the class|you)) why (?:they|he|she|you)"
                r"(?: have|'ve)? pass(?:ed|es)?\b"
            ),
            (
                r"\bgo round (?:the )?(?:circle|class|room|group)\b[^.?!]{0,40}?\b(?:each"
                r"|every\w*|all) (?:\w+ )?(?:shares?|says?|answers?|speaks?)\b"
            ),
            (
                r"\b(?:force|push|press|pressure|oblige) (?:them|him|her|everyone|anyone|pupils?"
                r"|children|students?|a (?:child|pupil|student)|the (?:class|quiet ones)) to\b"
            ),
        ),
        negated=True,
        quoted=True,
        unless=(
            r"\b(?:or|may|can|to) pass(?:es)?\b",
            r"\bif (?:they|he|she|you) (?:like|want)\b",
        ),
    ),
    Terms(
        LIVE,
        find=(
            (
                r"\blive (?:results?|charts?|polls?|votes?|graphs?|answers?|picture|screen|tally"
                r"|bar)\b"
            ),
            (
                r"\b(?:results?|answers?|votes?|bars?|picture"
                r"|chart)\b[^.?!]{0,30}?\b(?:as they (?:come|arrive)|while (?:pupils|they"
                r"|children|students|others|the class) (?:\w+ )?(?:answer|vote|respond)\w*"
                r"|in real time|live on)\b"
            ),
            (
                r"\bwatch (?:the )?(?:results?|answers?|votes?|bars?|chart|picture) (?:grow|come"
                r"|change|fill|appear|arrive)\b"
            ),
        ),
        parts=PUPILS | {"guide"},
        negated=True,
    ),
    Terms(
        NOTE,
        find=(
            r"\btrigger[- ]?warnings?\b|\bcontent[- ]?warnings?\b",
            r"\b(?:TW|CW) ?:",
            r"\bwarning ?:|\bcaution ?:|\bbe warned\b",
            (
                r"\b(?:may|might|could|can) be (?:\w+ )?(?:triggering|upsetting|distressing"
                r"|disturbing|traumatic)\b"
            ),
            (
                r"\btriggering\b|\b(?:contains?|includes?) (?:\w+ ){0,2}?(?:upsetting|distressing"
                r"|disturbing|sensitive)\b"
            ),
            (
                r"\b(?:viewer|reader) discretion\b|\bsensitive content\b|\bgraphic content\b"
                r"|\bdisturbing content\b"
            ),
        ),
        parts=PUPILS | {"letter"},
        negated=True,
        quoted=True,
    ),
    Terms(
        NOTE,
        find=(r"\btrigger[- ]?warnings?\b", r"\bcontent[- ]?warnings?\b"),
        parts=ADULTS - {"letter"},
        negated=True,
        quoted=True,
        unless=(r"\b(?:stud(?:y|ies)|research\w*|meta-analys[ie]s|\{cite\}|do not|rather)\b",),
    ),
    Terms(
        KEEP_SECRETS,
        find=(
            (
                r"\bsecrets?\b[^.?!]{0,40}\b(?:always keep it|keep it (?:always|for ever|forever"
                r"|to yourself"
                r"|safe))\b"
            ),
            (
                r"\b(?:always )?keep (?:a|your|his|her|their|every|any|the) (?:friend's "
                r"|friends' )?secrets?\b[^.?!]{0,40}"
            ),
            (
                r"\b(?:never|don't|do not) (?:ever )?tell (?:(?:an?|any|your) (?:adult|grown-?up"
                r"|teacher|parent|mum|dad)s?|any(?:one|body))\b"
            ),
        ),
        parts=PUPILS,
        negated=False,
        unless=(
            (
                r"\b(?:never|not|n't|don't|without|isn't|no) (?:\w+ ){0,3}?keep\b|\bcan't keep\b"
                r"|\bkeep (?:a|any) secret that is\b"
                r"|\bpromise to keep\b|\bthat kind of secret\b|\bkeep (?:it|a) (?:happy|birthday"
                r"|nice|surprise)\b"
            ),
            r"\b(?:surprise|birthday|present|party|safe(?:ty)?)\b",
        ),
        quoted=True,
        tested=True,
    ),
)
