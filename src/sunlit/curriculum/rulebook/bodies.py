# SPDX-License-Identifier: MIT
"""Self-harm, eating and substances: no detail at any age, no names for the young (5.7)."""

from sunlit.curriculum.rulebook.phrases import SELF
from sunlit.curriculum.rulebook.rule import BELOW_14, PUPILS, Rule, Terms

SELF_HARM = Rule(
    "B-35",
    "Self-harm is not named to pupils below 14; from 14 in one sentence, beside help.",
    "Speak of feelings and of whom to tell. The guide has a script if a pupil raises it.",
    see=("5.11", "7.3"),
)
SELF_HARM_DETAIL = Rule(
    "B-35",
    "No methods, tools, images, hiding, scars or diaries of self-harm, at any age.",
    "Take it out; speak of feelings and help.",
    see=("7.3",),
)
EATING = Rule(
    "B-36",
    "No weights, calories, sizes, tricks or food rules: they teach what they warn of.",
    "Take it out; speak of kindness to bodies and of help.",
    see=("7.3",),
)
EATING_NAMED = Rule(
    "5.11",
    "Eating disorders are not named below 14; from 14 in one sentence, beside help.",
    "Speak of kindness to bodies, or say whom to tell.",
    see=("B-36", "7.3"),
)
SUBSTANCES = Rule(
    "B-37",
    "No how-to, doses or prices of drugs or alcohol.",
    "Take the detail out; speak of help and of fair words.",
    see=("7.3",),
)
PERSON_FIRST = Rule(
    "B-37",
    "People are named before what they use.",
    "Write “a person who uses drugs”, “a person with an addiction” or “in recovery”.",
    see=("6",),
)

_CUT = (
    r"(?:a|an|some|the|off|free|short|loose|out|down|in|shaving|slice|while|when he fell|badly on)"
)

_HURTING = (
    rf"\b(?:burn(?:s|ed|t|ing)?|scratch(?:es|ed|ing)?|hit(?:s|ting)?|bit(?:es|ing|e)?|cut(?:s"
    rf"|ting)?|starv(?:es|ed|ing)) {SELF} (?:on purpose|deliberately|to (?:cope|feel|punish))\b"
)

TERMS = (
    # B-35
    Terms(
        SELF_HARM,
        find=(
            r"\bself[- ]?harm\w*",
            r"\bself[- ]injur\w+",
            rf"\b(?:harm|hurt|injur)(?:s|ed|e|es|ing)? {SELF} (?:on purpose|deliberately)\b",
            rf"\b(?:deliberately|on purpose) (?:harm|hurt|injur)(?:s|ed|e|es|ing)? {SELF}\b",
            rf"\bharm(?:s|ed|ing)? {SELF}\b",
            rf"\bcut(?:s|ting)? {SELF}\b(?! {_CUT}\b)",
            _HURTING,
        ),
        bands=BELOW_14,
        parts=PUPILS,
    ),
    Terms(
        SELF_HARM_DETAIL,
        find=(
            (
                r"\b(?:cut|cuts|cutting|burn|burns|burned|burnt|burning|scratch\w*) (?:her|his"
                r"|their|my|your|the) "
                r"(?:\w+ )?(?:arms?|wrists?|skin|legs?|thighs?|forearms?)\b"
            ),
            r"\brazor(?: ?blades?)\b",
            (
                r"\b(?:hid|hides?|hiding|kept|keeps?|carries|carried|took"
                r"|takes) (?:\w+ ){0,2}?blades?\b"
            ),
            r"\b(?:arms?|wrists?|skin|legs?) until (?:they|it|she|he) bled\b",
            (
                r"\bscars? (?:on|along|down|across|up) (?:her|his|their|my|your"
                r"|the) (?:\w+ )?(?:arms?|wrists?"
                r"|legs?|thighs?)\b"
            ),
            r"\bself[- ]harm (?:scars?|tools?|kit|diary|methods?|marks|pictures?|photos?)\b",
            (
                r"\b(?:hide|hides|hid|hiding|cover\w*)\b[^.?!]{0,30}\b(?:scars|cuts"
                r"|marks on (?:her|his|their"
                r"|my))\b"
            ),
            rf"\bself[- ]harm\w* (?:by|with|using)\b|\bcut(?:s|ting)? {SELF} with\b",
            _HURTING,
        ),
        negated=True,
        unless=(
            r"\b(?:paper|cake|bread|bush|branch|kitchen|oven|sun|sunburn|cooking|fell|fall|cat)\b",
        ),
    ),
    # B-36
    Terms(
        EATING,
        find=(
            r"\bcalori(?:e|es|fic)\b|\bkcals?\b",
            r"\b(?:BMI|body mass index)\b",
            (
                r"\b(?:lose|loses|losing|lost|gain|gaining) (?:some |more |that )?weight\b"
                r"|\bweight[- ]loss\b"
            ),
            (
                r"\b(?:goal|target|ideal|dream) weight\b|\bhow much (?:do |does )?(?:you|she|he"
                r"|they) weigh\b"
            ),
            r"\bbefore[- ]and[- ]after (?:photos?|pictures?|shots?|bod(?:y|ies))\b",
            r"\b(?:purg(?:e|es|ed|ing)|laxatives?)\b",
            (
                r"\b(?:throw(?:s|ing)? up|threw up|vomit(?:s|ed|ing)?|mak\w+ (?:her|him|them|my"
                r"|your)sel\w+ sick) "
                r"(?:\w+ ){0,2}?(?:after|food|meals?|lunch|dinner)\b"
            ),
            (
                r"\b(?:on|went on|going on|go on|start(?:ed|s)?|try|tried|new|crash|strict) (?:a "
                r"|an |the )?"
                r"(?:\w+ )?diet\b|\bdieting\b|\bdiet (?:tips?|plans?|tricks?|rules?|pills?)\b"
            ),
            r"\bskip(?:s|ped|ping)? (?:all |his |her |their |your )?(?:meals|a meal|every meal)\b",
            rf"\bstarv(?:e|es|ed|ing) {SELF}\b",
            (
                r"\bskip(?:s|ped|ping)? (?:lunch|breakfast|dinner|tea|supper)\b[^.?!]{0,40}?"
                r"\b(?:lighter|thin\w*|slim\w*|weight|skinn\w+)\b"
            ),
            r"\b(?:thigh gap|size zero|thinspiration|thinspo|clean eating|cheat day|food rules?)\b",
            r"\b(?:good|bad|naughty|guilty|forbidden|clean|junk) (?:and (?:good|bad) )?foods\b",
            r"\bbad food\b(?! (?:smell|makes|went|safety))|\bjunk food\b|\bfattening\b",
            r"\bbe thin(?:ner)?\b|\bskinn(?:y|ier)\b",
            r"\b(?:waist|hips|thighs?|chest) (?:\w+ ){0,2}?(?:measure[sd]?|of|is|was) \d+",
            r"\btoo fat\b|\bget (?:thin|thinner|skinny)\b",
        ),
        negated=True,
    ),
    Terms(
        EATING,
        find=(
            (
                r"\b(?:I|he|she|they|we|you|who|(?-i:[A-Z][a-z]+)) (?:now |only |once )?(?:weighs?"
                r"|weighed|lost|gained"
                r"|put on|dropped) (?:\w+ ){0,2}?(?:\d+|ten|twenty|five|several|a few) ?(?:kg|kgs"
                r"|kilos?"
                r"|kilograms?|pounds?|lbs?|stone)\b"
            ),
        ),
        negated=True,
        as_written=True,  # "Sam weighs" is no "boat weighs"
    ),
    Terms(EATING, find=(r"\bunhealthy (?:foods?|eating|diets?|snacks?)\b",)),
    Terms(
        EATING_NAMED,
        find=(
            r"\beating disorders?\b",
            r"\banorexi\w+\b",
            r"\bbulimi\w+\b",
            r"\bbinge[- ]eat\w*\b",
        ),
        bands=BELOW_14,
        parts=PUPILS,
    ),
    # B-37
    Terms(
        SUBSTANCES,
        find=(
            (
                r"\broll(?:s|ed|ing)? (?:a|the|his|her|up a) joint\b"
                r"|\bsmok(?:e|es|ed|ing) (?:a |some )?(?:joint|spliff|weed|cannabis|crack)\b"
            ),
            (
                r"\bsnort(?:s|ed|ing)? (?:a |the |some )?(?:lines?|cocaine|coke|powder|ketamine"
                r"|speed"
                r"|it)\b"
            ),
            rf"\binject(?:s|ed|ing)? (?:heroin|drugs|it|{SELF}|between)\b",
            (
                r"\bhow to (?:smoke|inject|snort|roll|vape|take (?:drugs|cocaine|pills)"
                r"|get (?:high|drunk)|make"
                r" (?:drugs|alcohol|beer|wine))\b"
            ),
            (
                r"\bget(?:s|ting)? (?:high|stoned|wasted|hammered)\b|\bgot (?:high|stoned|wasted"
                r"|hammered) (?:on|by"
                r"|with)\b"
            ),
            r"\b\d+(?:[.,]\d+)? ?(?:mg|milligrams?|micrograms?|mcg)\b",
            (
                r"\b(?:smok(?:e|es|ed|ing)|sniff\w*) (?:weed|cannabis|pot|crack|heroin|glue|spice"
                r"|marijuana)\b"
            ),
        ),
        negated=True,
    ),
    Terms(
        SUBSTANCES,
        find=(
            (
                r"\b(?:drugs?|cocaine|heroin|cannabis|weed|ecstasy|mdma|ketamine|alcohol|vodka"
                r"|beer|wine|vapes?"
                r"|spice|pills?|opioids?|nicotine|marijuana)\b"
            ),
        ),
        needs=(
            r"\bdos(?:e|es|age)\b|\b(?:\d+|a|one|two|half a) ?(?:ml|grams?|g|units?|shots?)\b",
            r"\bcosts? (?:\w+ ){0,2}?(?:one|two|three|four|five|ten|twenty|fifty|a few)\b",
            (
                r"(?:£|\$|€) ?\d+|\b\d+ (?:pounds|dollars|euros|quid)\b|\b(?:street )?price\b"
                r"|\bcosts? (?:about |only )?"
                r"(?:£|\$|€|\d)|\bcheap(?:er|est)?\b|\bwhere to (?:buy|get)\b"
            ),
        ),
        negated=True,
    ),
    Terms(
        PERSON_FIRST,
        find=(
            r"\b(?:junkies?|druggies?|crackheads?|smackheads?|stoners?|drunkards?)\b",
            r"\b(?:drug|substance|alcohol|heroin|cocaine) (?:ab)?users?\b",
            (
                r"\b(?:an?|the|former|drug|heroin|recovering|crack|ex-?|of|these|those|most|many"
                r"|some|other) addicts?\b"
                r"|\baddicts (?:are|have|should|who|need|can|will)\b"
            ),
            r"\b(?:an|the|recovering|former) alcoholics?\b(?! (?:drink|drinks|beverage|solution))",
        ),
        quoted=True,
        tested=True,
        unless=(
            r"\bAlcoholics Anonymous\b",
            r"\bnews junkie\b",
            r"\bI'm an addict\b",
            r"\bto addict\b",
        ),
    ),
)
