# SPDX-License-Identifier: MIT
"""The English strings of the class reflection, by key; one dictionary per language."""

from __future__ import annotations

from types import MappingProxyType

_EN = {
    # the release
    "release.withheld": "Not shown: too few answers, or answers too alike.",
    "release.coin-withheld": "Not shown: the coins hide too much in a group this small.",
    "release.same": "About the same as before: no part changed by two in ten or more.",
    "release.or": " or ",
    "release.tenths": "{n} in 10",
    "release.sentence": "About {n} in ten: {label}.",
    "release.about": (
        "About {n} answers, rounded to tenths. Small groups are joined, so nobody can be picked "
        "out. Passes are never shown."
    ),
    "release.coin-range": (
        "Between {fewest} and {most} pupils of about {n} would say yes. The coins hide the rest."
    ),
    "release.coin-share": (
        "About {tenths} in ten would say yes (between {fewest} and {most} pupils of about {n})."
    ),
    # before and after
    "compare.too-few": "Too few to say.",
    "compare.same": "No clear change: less than two in ten either way.",
    "compare.more": "About {n} in ten more ({low} to {high}).",
    "compare.fewer": "About {n} in ten fewer ({low} to {high}).",
    "compare.unclear": "Too few to say: it could be anything from {low} to {high}.",
    "compare.end-more": "{n} in ten more",
    "compare.end-fewer": "{n} in ten fewer",
    "compare.end-none": "no change",
    "compare.cause": "This cannot show that the lesson caused the change.",
    # the pupil's page
    "join.page": "Class reflection",
    "join.skip": "Skip to the question",
    "join.talk": "Need to talk?",
    "join.no-script": (
        "This page needs JavaScript to send an answer. Ask your teacher for a paper slip: it "
        "counts the same."
    ),
    "join.start": "Join your class",
    "join.code": "Code on the wall",
    "join.code-how": "Six letters and digits. There is no I, O, 0 or 1.",
    "join.code-form": "A code has six letters and digits, such as ABC 234.",
    "join.go": "Go",
    "join.looking": "Looking for it. Keep this page open.",
    "join.no-code": "Nothing is open under this code. Look at the wall and try again.",
    "join.closed-code": "This one is closed. The class picture is on the wall.",
    "join.questions": "What do you think?",
    "join.lead": "Choose one, or pass. Both count the same.",
    "join.pass": "Pass",
    "join.coin": (
        "Coins protect this one: your device tosses them and sometimes sends a chance answer in "
        "place of yours. So nobody can know what yours was."
    ),
    "join.warn": "Once sent, it cannot be changed. No name goes with it.",
    "join.send": "Send",
    "join.choose": "Choose one, or choose Pass.",
    "join.choose-item": "Question {n}: choose one, or choose Pass.",
    "join.cards": "Pick one, two or three, or pass.",
    "join.too-many": "Three at most. Take one back first.",
    "join.again": "If you pressed Send before, your first choice counts. You can send again.",
    "join.sending": "Sending …",
    "join.trying": "Not sent yet. Trying again. Keep this page open.",
    "join.before": (
        "We cannot see who wrote this, so nobody can come to help you because of it. If you or "
        "someone is in danger, tell an adult near you now."
    ),
    "join.text-how": (
        "You may leave this empty. At most {n} characters. No names, no addresses, no numbers: "
        "the teacher reads every text first."
    ),
    "join.too-long": "That is too long. At most {n} characters.",
    "join.slip": "Code on your paper slip",
    "join.slip-wrong": "This slip does not fit, or was used before. Look at it and try again.",
    "join.nudge": "Is someone not all right?",
    "join.nudge-text": (
        "Nobody can see who wrote this, so nobody can come and help because of it. If you want an "
        "adult to talk with you, tell one, or use the help slip."
    ),
    "join.nudge-send": "Send it",
    "join.nudge-change": "Change it",
    "join.nudge-drop": "Do not send the text",
    "join.nudge-adult": "I want an adult to talk with me",
    "join.nobody": (
        "Nobody will know this is you, so nobody can come to help you from here. If you want "
        "help, use the help slip or tell an adult."
    ),
    "join.private": "How private is this?",
    "join.private-text": (
        "No name, device or time is sent on or kept. Your class sees one rounded picture, at the "
        "end. Then the answers are deleted."
    ),
    "join.private-limits": (
        "Limits: someone could look over your shoulder, so turn your screen a little. In a small "
        "class, or when most answer alike, people can guess. On this network others with the "
        "right tools could read what is sent."
    ),
    "join.sent": "Sent. Thank you.",
    "join.sent-lead": "Your choice is gone from this screen.",
    "join.sent-text": "When everyone is done, look up. One picture of the whole class, no names.",
    "join.forget": "Forget this on my phone",
    "join.forgotten": "Forgotten. This device keeps nothing.",
    "join.next": "Next person on this device",
    "join.another": "Type another code",
    "join.closed": "This one is closed",
    "join.closed-text": (
        "If you pressed Send before and lost the connection, your answer may have arrived. Look "
        "at the class picture on the wall."
    ),
    "join.full": "Everyone has answered",
    "join.full-text": (
        "As many answers have come as there are people in class. Tell your teacher if yours is "
        "missing; paper counts the same."
    ),
    "join.wrong": "That did not work",
    "join.wrong-text": "Reload the page and choose again, or ask for a paper slip.",
    "join.help": "Asking for help is a normal thing to do. You do not need the right words.",
    "join.danger": "Is someone in danger now?",
    "join.danger-text": (
        "Tell the nearest adult, or call your country's emergency number. Asking is always OK."
    ),
    "join.emergency": "Emergency number: {number}",
    "join.more-help": "More people to talk to",
    "join.help-slip": (
        "A help slip has your name on it, so that someone can find you. It goes to an adult in "
        "school and has nothing to do with this page."
    ),
    # the projector
    "wall.page": "Our class picture",
    "wall.class": "Our class",
    "wall.loading": "One moment.",
    "wall.secret": "This page opens from the teacher's page on the same computer.",
    "wall.not-open": "Not open yet. Open it on the teacher's page.",
    "wall.earlier": "Show the picture of the last one",
    "wall.gone": "This reflection is not here any more.",
    "wall.join": "Join in",
    "wall.go-to": "Scan, or go to",
    "wall.type": "and type",
    "wall.qr": "QR code of the address to join",
    "wall.how": (
        "Choose or pass: both count the same. Nobody sees who said what. The picture comes once, "
        "at the end."
    ),
    "wall.close": "Close and show",
    "wall.sure": "Nobody can answer after this.",
    "wall.yes": "Close now",
    "wall.no": "Keep it open",
    "wall.back": "Back",
    "wall.next": "Next",
    "wall.place": "{n} of {total}",
    "wall.talk-about": "What do you notice? What might have helped?",
    "wall.texts": "In our own words",
    "wall.change": "Before and after: {text}",
    "wall.nothing": "There is nothing to show on the wall.",
    "picture.before": "Before",
    "picture.after": "After",
    "picture.none": "Not shown.",
    "picture.tenths": "{n} in 10",
    "picture.picked": "About {n} in 10 picked: {label}.",
    "picture.cards-hidden": "Not shown, because too few or nearly all picked it: {labels}.",
    "picture.coin": "Would say yes",
    # the teacher's page
    "control.page": "Class reflection",
    "control.skip": "Skip to the page",
    "control.lead": (
        "Open an activity, let the class answer or pass, close it. The picture appears once. "
        "You see what the class sees, never who said what."
    ),
    "control.no-script": "This page needs JavaScript.",
    "control.secret": (
        "This page needs its secret. Open the whole address that sunlit teach printed."
    ),
    "control.gone": "Sunlit does not answer. Is it still running?",
    "control.refused": "That was refused: {why}",
    "control.open-title": "Open for the class",
    "control.activity": "Activity",
    "control.activity-one": "{title} ({band}): {name}",
    "control.size": "Pupils in class",
    "control.follows": "Has this class answered this before?",
    "control.follows-none": "No, or another class",
    "control.follows-one": "Yes: {title} ({code})",
    "control.follows-how": (
        "Say so when the same pupils answer again. Then nobody can work out an answer by "
        "comparing the two pictures, and you see what changed."
    ),
    "control.more": "More settings",
    "control.sensitive": "Larger groups: at least five answers in every part of the picture",
    "control.slips": "Draw paper slips from a hat, so that nobody can answer twice",
    "control.told": "Families had the notice (needed for some questions)",
    "control.free-text": "Free text: your question",
    "control.free-text-how": (
        "Off while empty. From age 11. You read every text first; at least ten are needed before "
        "the class sees any."
    ),
    "control.open": "Open",
    "control.paper": "Enter a paper or hands count",
    "control.opened": "Open. The code is {code}.",
    "control.closed": "Closed. The answers are deleted; the picture is below.",
    "control.live": "Open now",
    "control.project": "Show on the projector",
    "control.results": "Pictures",
    "control.forget": "Delete this picture",
    "control.forgotten": "Deleted.",
    "control.mine": "Only for you: this one does not go on the wall.",
    "control.change": "What changed",
    "control.moderate": "Texts to read",
    "control.moderate-how": (
        "Nothing is shown until you approve it. Change words where someone could be recognised. "
        "Never try to find out who wrote a text."
    ),
    "control.text": "Text",
    "control.flag": "Please look at this one with care.",
    "control.approve": "Show it to the class",
    "control.hide": "Delete it",
    "control.refer": "I have passed it to the safeguarding lead",
    "control.decided": "Done.",
    "control.waiting": "A message waits for you",
    "control.waiting-text": (
        "A flagged text has not been handled. Read it below and pass it on or delete it. It is "
        "kept for seven days at most."
    ),
    "control.tally": "Count from paper or hands",
    "control.tally-how": (
        "Enter the totals. They pass through the same rule as answers from phones. Leave passes "
        "out. For ages 5 to 7 nothing is kept."
    ),
    "control.tally-show": "Show the picture",
    "control.tallied": "Released like answers from phones.",
    "control.dropped": "Shown here and not kept.",
    "control.cancel": "Cancel",
    "control.slips-list": "Slips to print and cut",
    "control.papers": "Papers",
    "control.papers-how": "For the activity chosen above, made from the settings in force.",
    "control.paper-family": "Letter to families, with opt-out",
    "control.paper-child": "For pupils: what happens with my answer",
    "control.paper-questionnaire": "The questions, for inspection",
    "control.paper-slips": "Paper slips to answer on",
    "control.paper-tally": "Tally form for the teacher",
    "control.paper-lead": "One page for the safeguarding lead",
    "control.paper-assessment": "Data protection assessment, to complete",
    "control.wifi": "When phones cannot reach this computer",
    "control.wifi-1": (
        "Start with --lan. Many school networks keep devices apart; then the page never loads, "
        "whatever you do here."
    ),
    "control.wifi-2": (
        "Use a phone's hotspot or a small router for this computer and the class. Some hotspots "
        "take only five to ten devices: share devices in turn."
    ),
    "control.wifi-3": "Or use paper slips and enter the totals: the picture is made the same way.",
    # the notebook
    "panel.lan": "Let devices of this network in",
    # the command
    "teach.control": "Your page:   {address}",
    "teach.join": "Pupils join: {address}",
    "teach.loopback": "Only this computer can reach it. Start with --lan for the class's devices.",
    "teach.lan": "Devices on this network reach it at {address}.",
    "teach.others": (
        "It has other addresses too ({addresses}). If the class is on another network, such as "
        "this computer's hotspot, start again with --address."
    ),
    "teach.no-lan": "No network was found, so only this computer can reach it.",
    "teach.isolated": (
        "If phones cannot open the page, the school's Wi-Fi keeps devices apart: use a hotspot or "
        "small router, or paper slips (your page takes the totals)."
    ),
    "teach.plain": "Answers travel as plain http: someone on the same network could read them.",
    "teach.waiting": "{n} flagged message(s) wait to be handled: see your page.",
    "teach.stop": "Stop with Ctrl-C.",
    # cards
    "card.picked": "Picked",
    "card.left": "Not picked",
    # counter
    "counter.few": "Fewer than five of {size} yet",
    "counter.about": "About {n} of {size}",
    "number.0": "none",
    "number.1": "one",
    "number.2": "two",
    "number.3": "three",
    "number.4": "four",
    "number.5": "five",
    "number.6": "six",
    "number.7": "seven",
    "number.8": "eight",
    "number.9": "nine",
    "number.10": "ten",
}

STRINGS = MappingProxyType({"en": MappingProxyType(_EN)})


def wording(key: str, language: str = "en", **values: object) -> str:
    """Return the string of ``key`` with its places filled in; English where a language lacks it."""
    text = STRINGS.get(language, STRINGS["en"]).get(key, _EN[key])
    return text.format(**values) if values else text


def number(value: int, language: str = "en") -> str:
    """Return a whole number from 0 to 10 as a word."""
    return wording(f"number.{value}", language)
