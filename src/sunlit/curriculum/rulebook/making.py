# SPDX-License-Identifier: MIT
"""How a lesson is made: files, plan, minutes, reading, sources, numbers (4, 6, 7.1, 8.2)."""

from sunlit.curriculum.rulebook.rule import Rule

FORMAT = Rule("format", "A file that can't be read can't be taught.", "{mend}")
FILL = Rule(
    "fill",
    "A place that is still to be filled would reach a class as it stands.",
    "Replace FILL and the words that explain it.",
)

# Three files that agree
FILE_MISSING = Rule(
    "files",
    "A lesson is three files at the same path: what the class sees, does, and the teacher knows.",
    "Write {file}.",
)
FILE_STRAY = Rule(
    "files",
    "Files are named by band and theme, so that each finds the other two.",
    "Move it to {folder}/BAND/THEME{suffix}, such as {folder}/ages-11-13/03-words{suffix}.",
)
ACTIVITY_UNKNOWN = Rule(
    "files",
    "Each activity on the page is defined in the lesson's own file.",
    "Define it in {file}, or use one of: {known}.",
)
ACTIVITY_UNUSED = Rule(
    "files",
    "An activity that no page shows is never seen or checked by a class.",
    "Show it with an activity block in {file}, or take it out.",
)
GUIDE_OF = Rule(
    "files",
    "The guide names the lesson that it belongs to.",
    "Write 'lesson: {lesson}' at the top.",
)

# The plan
TITLE = Rule(
    "4",
    "The page has one title, the same as in its data.",
    "Write '# {title}' once, below the second '---'.",
)
SECTION_UNPLANNED = Rule(
    "4",
    "Every section of the page is a step of the plan: it has minutes and a slide.",
    "Add a step with this section to the plan at the top, or join it to another.",
)
SECTION_MISSING = Rule(
    "4",
    "Each step of the plan has its section.",
    "Write '## {section}' on the page, or take the step out.",
)
PLAN_ORDER = Rule(
    "4",
    "The plan and the page tell the lesson in the same order.",
    "Put the steps in the order of the sections.",
)
STEP_MISSING = Rule(
    "4",
    "A lesson settles, starts, hooks, teaches, does, reflects, checks and brightens.",
    "Add '- {{step: {step}, section: …, minutes: …}}' to the plan.",
)
STEP_ORDER = Rule("4", "The steps keep the handbook's order.", "Order them: {order}.")
CHECK_TWICE = Rule(
    "4",
    "The same questions stand before and after the lesson.",
    "Show the check twice: with ':moment: before' under 'start' and ':moment: after' under 'exit'.",
)
GUIDE_SECTION = Rule(
    "4", "A guide has every part that a supply teacher needs.", "Write '## {section}'."
)
GUIDE_ORDER = Rule(
    "4", "Guides keep one order, so that teachers find things.", "Order the sections: {order}."
)
GUIDE_STEP = Rule(
    "4",
    "The guide leads through every step of the plan.",
    "Write '### {step} ({minutes} min)' under '## The lesson, step by step'.",
)
PREFLIGHT = Rule(
    "5.12",
    "The check before teaching takes a minute and stands first.",
    "Put ```{{preflight}} and ``` on two lines under '## Before you teach'.",
)

# Minutes
LESSON_MINUTES = Rule(
    "7.1",
    "A lesson for {band} takes {minutes} minutes.",
    "Write 'minutes: {minutes}' and make the plan add up to it.",
)
PLAN_MINUTES = Rule(
    "7.1",
    "The plan's '{name}' adds up to {goal}, so that a teacher can trust the clock.",
    "Change the minutes of the steps: they are {difference}.",
    see=("4",),
)
CUT_MINUTES = Rule(
    "7.1",
    "A shorter cut of a step is not longer than the step.",
    "Write at most {minutes}.",
)
ACTIVITY_MINUTES = Rule(
    "7.1",
    "One activity lasts at most {most} minutes at this age.",
    "Shorten it, or make it two.",
)
SECTION_MINUTES = Rule(
    "7.1",
    "What a section asks the class to do fits into its minutes ({minutes} in the plan).",
    "Give the step more minutes, or the activities fewer.",
)
GUIDE_MINUTES = Rule(
    "7.1",
    "The guide's minutes are those of the plan: {minutes}.",
    "Write '({minutes} min)'.",
)

# Reading
GRADE = Rule(
    "7.1",
    "The page reads at grade {most} or below (Flesch-Kincaid, new words and names of conditions "
    "left out).",
    "Shorten the longest sentences and swap long words: {words}.",
)
SENTENCE_LONG = Rule(
    "7.1",
    "No sentence on the page has more than {most} words at this age.",
    "Make it two sentences.",
)
SENTENCE_MEAN = Rule(
    "7.1",
    "Sentences on the page have {most} words on average at most.",
    "Split the longest: {words}.",
)
PAGE_WORDS = Rule(
    "7.1",
    "The page has at most {most} words of its own, so that the class can read it.",
    "Take out {over} words, or move them to the guide.",
)
NEW_WORDS = Rule(
    "7.1",
    "A lesson at this age teaches {least} to {most} new words.",
    "Choose the words that matter most.",
)
WORD_UNCOMMON = Rule(
    "7.1",
    "Ages 5 to 7 hear common words and the lesson's new words only.",
    "Use an everyday word, or teach it as one of the new words.",
)
WORDING = Rule(
    "6",
    "{reason}",
    "Write: {better}. If the text is about the word itself, mark it: [{words}]{{.discussed}}, or "
    "quotation marks in an activity.",
)
WORDING_SOFT = Rule(WORDING.id, WORDING.why, WORDING.mend, must=False)

# Sources and numbers
SOURCE_UNKNOWN = Rule(
    "citations",
    "Every fact has a source that a reader can open.",
    "Add it to references.bib, or mend it.{nearest}",
)
SOURCE_FORM = Rule(
    "citations",
    "The book would print this as it stands.",
    "Write {{cite}}`key` with a key from references.bib.",
)
SOURCE_MISSING = Rule(
    "citations",
    "A figure or a finding has its source beside it.",
    "Add {{cite}}`key` in the same paragraph, or take the figure out.",
)
SOURCE_UNREAD = Rule(
    "citations",
    "A source counts when somebody read it: its entry says where and when.",
    "Add to the entry: note = {{Read at ADDRESS on DATE.}}",
)
HANDBOOK_MARK = Rule(
    "citations",
    "Marks of the handbook mean nothing to a reader.",
    "Cite the source itself with {{cite}}`key`, or take the sentence out until it is checked.",
)
NUMBER = Rule(
    "8.2",
    "Numbers go out of date: they are dated data that a person checks.",
    "Take it out; the help card shows the numbers of the school's country.",
)

# Across lessons
CAST = Rule(
    "cast",
    "A made-up person belongs to one theme, so that nobody has two stories.",
    "Choose another name, here or there: '{name}' is also in {others}.",
)
REPEATED = Rule(
    "repeats",
    "Lessons are written for their own class: beyond the fixed words, no text stands in two.",
    "Write it anew for this lesson. Its twin is in {other}.",
    must=False,
)
ALLOWED_IN_VAIN = Rule(
    "allow",
    "An exception says which rule, and why in at least three words.",
    "Write it like this: 'sunlit-allow: 8.2 the number of a box in an archive'.",
)
ALLOWED_UNUSED = Rule(
    "allow",
    "An exception that excuses nothing hides the next mistake.",
    "Take the line out.",
    must=False,
)

# Interface strings in other languages
STRING = Rule(
    "catalogue",
    "Every language has the same strings with the same places to fill in.",
    "{mend}",
)
