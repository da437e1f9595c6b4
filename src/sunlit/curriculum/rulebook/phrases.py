# SPDX-License-Identifier: MIT
"""Pieces of patterns that several rules share."""

SELF = r"(?:(?:him|her|my|your|it|them|our)sel(?:f|ves)|themself|oneself)"
"""himself, herself, …"""

CONDITION = (
    r"(?:depression|depressed|anxiety|adhd|autis(?:m|tic)|ocd|ptsd|bipolar|schizophreni(?:a|c)"
    r"|psychosis|psychotic|eating disorders?|anorexi(?:a|c)|bulimi(?:a|c)"
    r"|(?:mental|personality|mood|anxiety) (?:disorder|illness|health (?:condition|problem))s?"
    r"|panic attacks?|phobias?|mentally ill|a disorder|disorders)"
)
"""Names of conditions and of illness of the mind."""

ILL = (
    rf"(?:{CONDITION}|mental health|ill(?:ness)?|diagnos(?:is|es|ed)|symptoms?|trauma\w*"
    r"|therap(?:y|ist)|counsell(?:or|ing)|psychiatr\w+|medication|self[- ]harm\w*|suicid\w*"
    r"|addict\w*|alcohol\w*|drink(?:s|ing)? (?:too much|a lot)|drugs|abus\w+|violen\w+)"
)
"""Illness, its treatment, and what families keep to themselves."""

DISTRESS = (
    r"(?:sad(?:der|dest|ness)?|depress\w*|anxious(?:ly)?|anxiety|worr(?:y|ied|ies|ying)"
    r"|stress(?:ed|ful)?|hopeless|worthless|useless|lonel(?:y|ier|iest)|alone|scared|afraid|fear"
    r"|frighten(?:ed|ing)?|panic\w*|upset|empty|numb|cr(?:y|ied|ying)|tears|hurt(?:ing)?|ashamed"
    r"|guilty|unsafe|overwhelm\w*|angry|anger|miserable|unhappy|distress\w*|nightmares?"
    r"|bull(?:y|ied|ying)|left out|abus\w+|harm(?:ed|ing)?|trauma\w*|suicid\w*|self[- ]harm\w*"
    r"|struggl\w+|down|low|tired all|exhausted|mental (?:health|illness)|bad(?:ly)?|awful|terrible"
    r"|horrible|grie(?:f|ving|ved)|lost someone|died|not (?:okay|ok|safe|coping)|unable to|trouble)"
)
"""How a hard time feels."""

UNHAPPY = (
    r"(?:sad|depressed|anxious|worried|stressed|lonely|hopeless|scared|afraid|unhappy|miserable"
    r"|upset|overwhelmed|suicidal|ashamed|unsafe|bullied|self-harming|worthless)"
)
"""The same, where only plain words for it will do."""

RELATIVE = (
    r"(?:mum|mom|mummy|mother|dad|daddy|father|parents?|carers?|sister|brother|sibling|gran(?:ny"
    r"|dma)?"
    r"|grandad|grandpa|grandparents?|aunt(?:y|ie)?|uncle|cousin|famil(?:y|ies)|relatives?)"
)
"""People of a family."""

SOMEONE = r"(?:any(?:one|body)|some(?:one|body)|a person|people|who)"

NEGATION = (
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|cannot|avoid|instead of"
    r"|rather than|leave out|refuses?)\b|n['’]t\b"
)
"""What turns a sentence into its opposite when it comes first."""
