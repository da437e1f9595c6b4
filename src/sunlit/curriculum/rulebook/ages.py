# SPDX-License-Identifier: MIT
"""What each age may meet: the exclusion matrix (5.11) and the hard bans (7.3)."""

from sunlit.curriculum.rulebook.phrases import CONDITION
from sunlit.curriculum.rulebook.rule import ALL, PUPILS, YOUNG, Rule, Terms

YOUNGEST, YOUNGER, OLDER, OLDEST = ALL

CONDITION_NAMED = Rule(
    "5.11",
    "Names of conditions are not for ages 5 to 7.",
    "Say what a character feels or does: “Bear was sad for a long time.”",
    see=("7.3",),
)
CONDITION_BY_DOCTOR = Rule(
    "5.11",
    "Up to age 10 “anxiety” and “depression” are only words that a character's doctor uses.",
    "Say what the character feels, or let the doctor say the word: “The doctor called it anxiety.”",
)
CONDITION_TOO_OLD = Rule(
    "5.11",
    "Up to age 10 no other condition is named; autism and ADHD only as differences.",
    "Say what the character feels, needs or likes.",
    see=("7.3",),
)
CONDITION_RARE = Rule(
    "5.11",
    "From 11 to 13 only common conditions are named; rarer ones only to correct a myth.",
    "Leave the name out, or say in the same text what is true of it.",
    see=("B-38",),
)
CONDITION_LONG = Rule(
    "5.11",
    "From 11 to 13 a condition gets one sentence on the page.",
    "Keep the one sentence that matters.",
    must=False,
)
STIGMA = Rule("5.11", "“Stigma” is a word for older pupils.", "Write “unfair ideas”.")
DRUGS = Rule(
    "7.3",
    "No drugs up to age 10.",
    "Take it out.",
    see=("5.11", "B-37"),
)
ALCOHOL = Rule(
    "5.11",
    "No alcohol for ages 5 to 7; up to 10 at most “some grown-ups are poorly with alcohol”.",
    "Take it out, or write just that.",
    see=("7.3",),
)
HOSPITAL = Rule(
    "5.11",
    "No hospital, medicine or treatment detail for ages 5 to 7.",
    "Write “a doctor helps”.",
    see=("7.3",),
)
HOSPITAL_DETAIL = Rule(
    "7.3",
    "No hospital detail and no restraint up to age 10.",
    "Write “a doctor is helping” or “medicine can help”.",
    see=("5.11",),
)
MEDICINE_NAME = Rule(
    "5.11",
    "No names and no doses of medicines, at any age.",
    "Write “medicine”.",
    see=("7.3",),
)
VIOLENCE = Rule(
    "5.11",
    "Up to age 10 illness and violence never stand together.",
    "Take one of the two out.",
    see=("B-38", "7.3"),
)
VIOLENCE_MYTH = Rule(
    "5.11",
    "Illness and violence stand together only to correct the myth: most people with a mental "
    "illness are not violent, and are more often victims.",
    "Say so in the same sentence or the next.",
    see=("B-38",),
)
ABUSE = Rule(
    "7.3",
    "No abuse and no psychosis up to age 10.",
    "Say “someone was unkind” or “not safe”, and whom to tell.",
    see=("5.11", "B-38"),
)
STATISTICS = Rule(
    "5.11",
    "No figures about people up to age 10.",
    "Write “many people” (from age 8), or take it out.",
    see=("7.3",),
)
STATISTICS_MANY = Rule(
    "5.11",
    "From 11 to 13 one or two figures with their sources are enough.",
    "Keep the two that matter most.",
    must=False,
)
SOCIAL_MEDIA = Rule(
    "5.11",
    "No social media for ages 5 to 7.",
    "Use a picture book, a poster or a talk on the playground.",
)

_RARE = (
    r"\bschizophreni\w+\b|\bpsychos[ie]s\b|\bpsychotic\b|\bbipolar\b|\bdissociative\b"
    r"|\b(?:borderline )?personality disorders?\b|\bmania\b|\bmanic episodes?\b"
)
_ILL = (
    rf"(?:{CONDITION}|mental(?:ly)? (?:ill(?:ness(?:es)?)?|patients?)|schizophreni\w+|psychos[ie]s"
    r"|mental health (?:problem|condition)s?)"
)
_VIOLENT = (
    r"(?:violen(?:t|ce)|dangerous|(?<!panic\s)attack(?:s|ed|er|ers)?|murder(?:s|ed|er|ers)?|kill(?:s|ed|er"
    r"|ers)?"
    r"|stab(?:s|bed|bing)?|threat to others|armed)"
)
_COUNTED = (
    r"(?:people|persons|children|pupils|students|teenagers|adults|young|boys|girls|families|us"
    r"|teachers"
    r"|men|women|adolescents|americans|australians|employees|workers|parents|youth)(?!')"
)
FIGURES = (
    (
        rf"\b\d+(?:[.,]\d+)? ?(?:%|per ?cent\b|percent\b) (?:of (?:the |all |our )?(?:\w+ )?"
        rf"(?:{_COUNTED}|them|those)\b|have\b|has\b|had\b|said|say|agreed?\b|were\b|are\b|feel|felt"
        r"|report\w*|did\b|do\b|know|knew|think|thought|told|get\b|got\b|live)"
    ),
    rf"\b{_COUNTED}\b[^.?!]{{0,60}}\b\d+(?:[.,]\d+)? ?(?:%|per ?cent\b|percent\b)",
    (
        rf"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in"
        rf"|out of) (?:every )?(?:\d+|two|three"
        rf"|four|five|six|seven|eight|nine|ten|twenty|a hundred) (?:\w+ ){{0,2}}?{_COUNTED}\b"
    ),
    (
        r"\b(?:one|1) (?:in|out of) (?:every )?(?:three|four|five|six|seven|eight|nine|ten|3|4|5"
        r"|6|7|8|9|10|20)"
        r"(?= (?:has|have|had|will|is|are|of|lives|live)\b|[.,;])"
    ),
    (
        rf"\b(?:a|one|two|three) (?:third|quarter|half|fifth|tenth|thirds|quarters|fifths"
        rf"|tenths) of (?:all |the "
        rf"|our |these )?(?:\w+ )?{_COUNTED}\b"
    ),
    rf"\bhalf of (?:all |the )?(?:\w+ )?{_COUNTED}\b",
    (
        rf"\b\d[\d,.]* (?:million|billion|thousand)? ?(?:\w+ ){{0,1}}?{_COUNTED} (?:have|has|had"
        rf"|live|lived|feel|felt"
        r"|suffer|die|died|said|say|are|were|get|struggle|worldwide|around|in)\b"
    ),
    rf"\b\d[\d,]* of (?:the )?\d[\d,]* (?:\w+ )?{_COUNTED}\b",
    rf"\b(?:thousands|millions|hundreds) of (?:\w+ )?{_COUNTED}\b",
)
"""Figures about people, as texts give them."""

TERMS = (
    Terms(
        CONDITION_NAMED,
        find=(
            rf"\b{CONDITION}\b",
            r"\bmental(?:ly)? ill(?:ness(?:es)?)?\b",
            r"\bdiagnos(?:is|ed|es)\b",
        ),
        bands=(YOUNGEST,),
        parts=PUPILS,
        unless=(r"\bdepress(?:ed|ion) (?:the|a) (?:key|button|lever)\b",),
    ),
    Terms(
        CONDITION_BY_DOCTOR,
        find=(r"\bdepress(?:ed|ion)\b", r"\banxiety\b"),
        bands=(YOUNGER,),
        parts=PUPILS,
        unless=(
            r"\b(?:doctor|nurse|dr)\b",
            r"\b(?:great|tropical) depression\b",
            r"\bdepression (?:in the (?:ground|sand|earth|grass)|over the (?:sea|atlantic))\b",
        ),
    ),
    Terms(
        CONDITION_TOO_OLD,
        find=(
            (
                r"\b(?:OCD|PTSD|bipolar|schizophreni\w+|psychos[ie]s|psychotic|eating disorders?"
                r"|anorexi\w+"
                r"|bulimi\w+|(?:mood|personality|anxiety|mental) disorders?|panic (?:attack"
                r"|disorder)s?|phobias?"
                r"|dissociative|mania)\b"
            ),
        ),
        bands=(YOUNGER,),
        parts=PUPILS,
    ),
    Terms(
        CONDITION_RARE,
        find=(_RARE,),
        bands=(OLDER,),
        parts=PUPILS,
        unless=(r"\bbipolar (?:transistor|junction|world|order)\b",),
    ),
    Terms(
        STIGMA,
        find=(r"\bstigma\w*\b",),
        bands=(YOUNGEST,),
        parts=PUPILS,
    ),
    Terms(
        DRUGS,
        find=(
            (
                r"\b(?:drugs?|cocaine|heroin|cannabis|ecstasy|ketamine|marijuana|nicotine|junkies?"
                r"|addict(?:s|ed|ion)?)\b"
            ),
            r"\bvap(?:e|es|ing|ed)\b",
            r"\bsmok(?:e|es|ed|ing) (?:weed|pot|cigarettes?)\b|\bcigarettes?\b",
        ),
        bands=YOUNG,
        parts=PUPILS,
    ),
    Terms(
        ALCOHOL,
        find=(
            r"\balcohol\w*\b",
            r"\b(?:beers?|wine|vodka|whisk(?:e?)y|hangovers?)\b",
            (
                r"\b(?:got|gets|get|was|is|were|too) drunk\b|\ba drunk\b|\bdrunk (?:man|woman"
                r"|driver"
                r"|dad|people)\b"
            ),
        ),
        bands=YOUNG,
        parts=PUPILS,
        unless=(r"\bpoorly with alcohol\b", r"\bginger beer\b"),
    ),
    Terms(
        HOSPITAL,
        find=(
            (
                r"\bhospitals?\b|\bmedicines?\b|\bmedications?\b|\bpills?\b|\binjections?\b"
                r"|\btherap(?:y|ist)s?\b"
                r"|\bpsychiatr\w+\b|\brestrain\w*\b|\bsurgery\b"
            ),
            r"\b(?:take|takes|took|taking) (?:\w+ ){0,2}tablets?\b",
        ),
        bands=(YOUNGEST,),
        parts=PUPILS,
    ),
    Terms(
        HOSPITAL_DETAIL,
        find=(
            r"\b(?:psychiatric|mental|locked) (?:ward|hospital|unit)s?\b",
            (
                r"\bhospital (?:ward|bed|room|corridor|doors?)s?\b[^.?!]{0,40}\b(?:locked|nurses?"
                r"|patients?|restrain\w*"
                r"|months?|weeks?)\b"
            ),
            (
                r"\b(?:strapped|tied) (?:down|to (?:a|the|his|her|their) (?:\w+ )?(?:bed|chair))\b"
                r"|\brestrain(?:t|ts|ed|ing)?\b|\bheld down\b|\bwards?\b(?! off)|\blocked (?:up|in"
                r"|away)\b"
            ),
            r"\b(?:antidepressants?|tranquilli[sz]ers?|sleeping pills?)\b",
            r"\b(?:was|were|been|got|gets|being) sectioned\b",
            r"\bsedat(?:ed|ives?)\b|\belectric shocks?\b|\binjections?\b|\bpills?\b",
            r"\b(?:take|takes|took|taking|sleeping) (?:\w+ ){0,2}tablets?\b",
        ),
        bands=(YOUNGER,),
        parts=PUPILS,
        unless=(r"\b(?:flu|vaccin\w+|seat ?belt)\b",),
    ),
    Terms(
        MEDICINE_NAME,
        find=(
            (
                r"\b(?:prozac|fluoxetine|sertraline|zoloft|ritalin|concerta|adderall|xanax|valium"
                r"|diazepam|(?:es)?citalopram"
                r"|lexapro|quetiapine|olanzapine|risperid(?:one|al)|methylphenidate|aripiprazole"
                r"|clozapine|haloperidol"
                r"|lamotrigine|mirtazapine|venlafaxine|SSRIs?|paroxetine|seroxat|propranolol"
                r"|lorazepam|alprazolam"
                r"|zopiclone)\b"
            ),
            r"\blithium\b(?! (?:batter\w+|ion|mine|mining|metal))(?!-ion)",
        ),
        parts=PUPILS,
    ),
    Terms(
        VIOLENCE,
        find=(rf"\b{_VIOLENT}\b",),
        bands=YOUNG,
        parts=PUPILS,
        near=(
            _ILL,
            r"\bpoorly in (?:the|his|her|their) (?:head|mind)\b",
            r"\b(?:crazy|mad|mental)\b",
        ),
    ),
    Terms(
        VIOLENCE_MYTH,
        find=(rf"\b{_VIOLENT}\b",),
        bands=(OLDER, OLDEST),
        parts=PUPILS,
        needs=(_ILL, r"\b(?:psycho|schizo|maniac|lunatic|madman)\b"),
        tested=True,
        quoted=True,
    ),
    Terms(
        ABUSE,
        find=(
            r"\babus(?:e|es|ed|er|ers|ing|ive)\b",
            r"\bpsychos[ie]s\b|\bpsychotic\b|\bhear(?:s|ing)? voices (?:in|that|nobody)\b",
            r"\bmolest\w*\b|\brap(?:e|ed|ist)\b",
        ),
        bands=YOUNG,
        parts=PUPILS,
    ),
    Terms(
        STATISTICS,
        find=FIGURES,
        bands=YOUNG,
        parts=PUPILS,
        unless=(
            r"\b(?:of you|of the cards|minutes)\b",
            # Many people is allowed from 8; thousands and millions are not a figure in a story.
        ),
    ),
    Terms(
        SOCIAL_MEDIA,
        find=(
            (
                r"\b(?:instagram|tiktok|snapchat|youtube\w*|whatsapp|facebook|hashtags?"
                r"|influencers?"
                r"|selfies?)\b"
            ),
            r"\bsocial media\b|\bfollowers online\b",
        ),
        bands=(YOUNGEST,),
        parts=PUPILS,
    ),
)

MYTH_SAID = (
    r"\bnot (?:\w+ ){0,2}?(?:violent|dangerous)\b|\bmyths?\b|\bfar more than\b"
    r"|\bmore often (?:the )?victims?\b"
    r"|\brarely\b|\bless likely\b|\bno more (?:violent|likely|dangerous)\b|\bnot true\b|\bfalse\b"
    r"|\bwrong\b"
    r"|\bfew (?:people|of)\b|\bhardly (?:any|ever)\b|\breal (?:illness|condition|numbers?)\b"
    r"|\b(?:does|do) not mean\b|\bnever\b|\bunfair\b"
)
"""What shows that a text corrects a myth."""
