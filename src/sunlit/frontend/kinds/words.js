// SPDX-License-Identifier: MIT
// words: a text with gentle highlights, reasons and other wordings. The pupil decides.
import { actions, button, freshId, keep, make, passButton, statusLine, wordsOf } from "../controls.js";
import { helpCard } from "../help_card.js";
import { icon } from "../icons.js";
import { choiceForm, oneByOne, questionPanel } from "../panel.js";
import { copyText } from "../sheet.js";
import { checkWords, Engine } from "../words_engine.js";

const SHOWN = 6; // places listed at a time; the next ones follow when these are decided
const HELP = "help-card";
const KEPT = "kept";

const engines = new WeakMap();

/** The matcher of `rules`, made once however often the activity is drawn. */
function engineOf(rules) {
  if (!engines.has(rules)) engines.set(rules, new Engine(rules));
  return engines.get(rules);
}

/** Where `ranges` of the text `old` lie in `now`; one that was edited is gone. */
function moved(ranges, old, now) {
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const [end, shift] = [old.length - tail, now.length - old.length];
  return ranges.flatMap(([from, to]) => {
    if (to <= head) return [[from, to]];
    return from >= end ? [[from + shift, to + shift]] : [];
  });
}

/** Offsets in code points, as Python counts, for ranges in UTF-16 units; and the way back. */
const inPoints = (text, ranges) => ranges.map((range) => range.map((at) => Array.from(text.slice(0, at)).length));
const inUnits = (text, ranges) => {
  const points = Array.from(text);
  return ranges.map((range) => range.map((at) => points.slice(0, at).join("").length));
};

/** Whether a wording is advice, in brackets, rather than words to put in. */
const isAdvice = (wording) => wording.startsWith("(");

/** A wording without a remark in brackets behind it. */
const bare = (wording) => wording.replace(/\s*\([^)]*\)\s*$/u, "");

/** What to put where, so that "a" and "an" and a capital still fit. */
function fitted(text, { from, to }, wording) {
  const article = /(^|[^\p{L}])(an?)\s+$/iu.exec(text.slice(0, from));
  let [start, put] = [from, bare(wording)];
  if (article) {
    const at = article.index + article[1].length;
    if (/^an? /iu.test(put)) start = at;
    else {
      start = at;
      put = `${article[2][0]}${/^[aeiou]/iu.test(put) ? "n" : ""} ${put}`;
    }
  }
  const first = text[start] ?? "";
  if (first !== first.toLowerCase()) put = put[0].toUpperCase() + put.slice(1);
  return { start, end: to, put };
}

/** From age 11: a text of one's own, or ours to mend. */
function writing({ definition, words, answer }) {
  const engine = engineOf(definition.rules);
  const given = answer.get();
  const said = typeof given.text === "string" ? given.text : definition.start;
  let fine = Array.isArray(given.fine) ? inUnits(said, given.fine) : [];
  let checked = said; // the text that `fine` and `open` are about
  let open = [];
  let listed = null;
  let before = null; // the words that "put back" brings back

  const status = statusLine();
  const name = freshId("text");
  const area = make("textarea", {
    id: name, rows: 7, maxlength: definition.longest, dir: "auto", spellcheck: "true",
    autocomplete: "off", "aria-describedby": `${name}-how`,
    input: () => { before = null; look(); },
    change: commit,
  });
  area.value = said;
  const mirror = make("div", { class: "mirror", dir: "auto", "aria-hidden": "true" });
  const help = make("div", { class: "words-help" });
  const list = make("ol", { class: "findings", "aria-label": words("words.places") });
  const later = make("p", { class: "how" });

  function commit() {
    const untouched = area.value === definition.start && !fine.length;
    answer.set(untouched ? {} : { text: area.value, fine: inPoints(area.value, fine) });
  }

  /** Look at the text as it stands now. */
  function look() {
    const text = area.value;
    fine = moved(fine, checked, text);
    checked = text;
    const found = checkWords(engine, text).filter((one) => !one.note);
    const hard = found.some(({ category }) => category === HELP);
    // Where somebody may need help, wording can wait.
    open = hard ? [] : found.filter(({ from, to }) => !fine.some(([start, end]) => start === from && end === to));
    paint(text);
    refreshHelp(hard);
    refreshList();
    refreshButtons();
    say();
  }

  /** How many places there are: said only when it changes. */
  function say(lead = "") {
    const n = open.length;
    const count = !area.value.trim() ? "words.empty" : n ? (n === 1 ? "words.one" : "words.many") : "words.none";
    const text = [lead, words(help.hidden ? count : "words.help-shown", { n })].filter(Boolean).join(" ");
    if (status.element.textContent !== text) status.say(text);
  }

  function paint(text) {
    let at = 0;
    const parts = [];
    for (const { from, to } of open) {
      parts.push(text.slice(at, from), make("mark", { text: text.slice(from, to) }));
      at = to;
    }
    // A last line without a sign has no height of its own.
    mirror.replaceChildren(...parts, `${text.slice(at)}\u200b`);
  }

  function refreshHelp(needed) {
    if (needed === !help.hidden) return;
    help.hidden = !needed;
    help.replaceChildren(...(needed ? [helpCard(words, { lead: words("words.help"), link: true })] : []));
  }

  function refreshList() {
    const shown = open.slice(0, SHOWN);
    const now = JSON.stringify(shown.map(({ text, row }) => [text, row]));
    later.textContent = open.length > SHOWN ? words("words.later", { n: open.length - SHOWN }) : "";
    later.hidden = open.length <= SHOWN;
    if (now === listed) return;
    listed = now;
    list.replaceChildren(...shown.map((one, place) => finding(one, place)));
    list.hidden = !shown.length;
  }

  /** One place: the phrase, why, other wordings; `place` finds it when the text has moved. */
  function finding({ text: phrase, ask, reason, severity, suggestions }, place) {
    const question = ask || (severity === "I" ? words("words.unsure") : "");
    const advice = suggestions.filter(isAdvice).map((one) => one.replace(/^\(|\)$/gu, ""));
    const here = (on) => mirror.querySelectorAll("mark")[place]?.classList.toggle("here", on);
    return make("li", { class: "finding", focusin: () => here(true), focusout: () => here(false) },
      make("p", { class: "found-words" }, make("bdi", { text: `“${phrase}”` })),
      question ? make("p", { class: "asked" }, icon("think"), make("span", { text: question })) : null,
      reason ? make("p", { text: reason }) : null,
      ...advice.map((one) => make("p", { text: words("words.advice", { advice: one }) })),
      make("div", { class: "deciding", role: "group", "aria-label": words("words.decide", { phrase }) },
        ...suggestions.filter((one) => !isAdvice(one)).map((wording) => make("button", {
          type: "button", class: "btn", click: () => use(place, wording),
        }, words("words.use", { wording }))),
        button(words("words.fine"), () => keepIt(place)),
        button(words("words.where"), () => {
          const { from, to } = open[place];
          area.focus();
          area.setSelectionRange(from, to);
        }, { kind: "ghost" })));
  }

  /** After a decision: on to what stands in the same place now, or to the text. */
  const goOn = (place) => {
    const items = [...list.querySelectorAll(".finding")];
    const next = items[Math.min(place, items.length - 1)];
    (next?.querySelector("button") ?? (putBack.hidden ? copy : putBack)).focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };

  function use(place, wording) {
    const old = { text: area.value, fine };
    const { start, end, put } = fitted(old.text, open[place], wording);
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    // This way the browser's own undo knows of it too.
    if (!document.execCommand("insertText", false, put)) area.setRangeText(put, start, end, "end");
    before = old;
    look();
    commit();
    say(words("words.used", { wording: put }));
    goOn(place);
  }

  function keepIt(place) {
    const { from, to } = open[place];
    before = { text: area.value, fine };
    fine = [...fine, [from, to]];
    look();
    commit();
    say(words("words.left"));
    goOn(place);
  }

  function setText(text, ranges, message) {
    area.value = text;
    checked = text;
    fine = ranges;
    look();
    commit();
    say(message);
    area.focus({ preventScroll: true });
  }

  const copy = button(words("words.copy"), async () => {
    if (!area.value.trim()) status.say(words("words.empty"));
    else status.say(words(await copyText(area.value) ? "words.copied" : "words.not-copied"));
  }, { kind: "go" });
  const putBack = button(words("words.put-back"), () => {
    const { text, fine: ranges } = before;
    before = null;
    setText(text, ranges, words("words.is-back"));
  }, { mark: "again" });
  const swap = (text, message) => {
    const old = { text: area.value, fine };
    setText(text, [], message);
    before = old;
    refreshButtons();
  };
  const emptyPage = button(words("words.empty-page"), () => swap("", ""));
  const ourText = button(words("words.our-text"), () => swap(definition.start, ""));
  const pass = passButton(words, () => {
    answer.set({});
    status.say(words("activity.passed"));
  });

  function refreshButtons() {
    const own = area.value !== definition.start;
    putBack.hidden = !before;
    emptyPage.hidden = !area.value;
    ourText.hidden = !own;
    pass.hidden = own;
  }

  const panel = make("div", { class: "panel words" },
    make("p", { class: "private" }, icon("private"), make("span", { text: words("words.private") })),
    definition.prompts.length ? make("details", { class: "prompts" },
      make("summary", { text: words("words.own") }),
      make("ul", {}, ...definition.prompts.map((text) => make("li", { text })))) : null,
    make("label", { class: "question", for: name, text: words("words.text") }),
    make("p", { class: "how", id: `${name}-how`, text: words("words.how") }),
    make("div", { class: "written" }, mirror, area),
    help, status.element, list, later,
    actions(copy, putBack, emptyPage, ourText, pass));
  help.hidden = true;
  look();
  return [panel];
}

/** Ages 8 to 10: prepared wordings to choose from, or the sentence as it is. */
function choosing({ definition, words, answer, at }) {
  const panels = definition.sentences.map((sentence) => {
    const committed = answer.get()[sentence.id];
    const form = choiceForm({
      question: `${sentence.before}${sentence.phrase}${sentence.after}`,
      how: sentence.ask ?? words("words.which"),
      options: [...sentence.wordings, { id: KEPT, text: words("words.keep"), why: sentence.keep }]
        .map((one) => ({ fits: null, ...one })),
      chosen: committed ? [committed] : [],
    });
    form.element.querySelector(".question")
      .replaceChildren(sentence.before, make("mark", { text: sentence.phrase }), sentence.after);
    return questionPanel({
      words, form, committed: committed && [committed],
      onAnswer(value) {
        const { [sentence.id]: _, ...rest } = answer.get();
        answer.set(value ? { ...rest, [sentence.id]: value[0] } : rest);
      },
    });
  });
  return oneByOne(panels, words, at);
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    const at = { place: 0 };
    const form = definition.mode === "write" ? writing : choosing;
    const draw = () => el.replaceChildren(...form({ definition, words, answer, at }));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
