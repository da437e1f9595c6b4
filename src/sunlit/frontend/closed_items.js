// SPDX-License-Identifier: MIT
// Closed questions with Pass as the last option, and hands that a teacher counts.
import { button, choices, make, picture, statusLine } from "./controls.js";
import { oneByOne } from "./panel.js";

const PASS = "pass";
const MOST_HANDS = 99;

/** One question. answer() is a list of ids, null for a pass, undefined while open. */
function closedQuestion(item, words, kept, say) {
  const several = item.most > 1;
  const options = [...item.options, { id: PASS, text: words("item.pass") }];
  const chosen = kept === null ? [PASS] : kept ?? [];
  const group = choices({
    question: item.text, how: several ? words("item.cards", { n: item.most }) : null,
    options, several, chosen,
  });
  group.element.dataset.item = item.id;
  if (several) {
    group.element.addEventListener("change", ({ target }) => {
      const others = [...group.element.querySelectorAll("input:checked")].filter((input) => input !== target);
      if (!target.checked) return;
      if (target.value === PASS) others.forEach((input) => { input.checked = false; });
      else {
        const content = others.filter((input) => input.value !== PASS);
        group.element.querySelector(`input[value=${PASS}]`).checked = false;
        if (content.length < item.most) return;
        target.checked = false;
        say(words("item.too-many", { n: item.most }));
      }
    });
  }
  return {
    element: make("div", {}, picture(item.picture, "picture wide"), group.element),
    answer() {
      const picked = group.picked();
      if (!picked.length) return undefined;
      return picked.includes(PASS) ? null : picked;
    },
  };
}

/** What was answered to one item, as words. */
export function answerText(item, kept, words) {
  if (kept === undefined) return words("check.empty");
  if (kept === null) return words("item.passed");
  return item.options.filter((option) => kept.includes(option.id)).map((option) => option.text).join(", ");
}

/**
 * Every question at once, with one button to keep the answers. An open question counts
 * as a pass. `onKeep(answers)` gets them by item.
 */
export function closedForm({ items, words, kept, onKeep }) {
  const status = statusLine();
  const questions = items.map((item) => closedQuestion(item, words, kept[item.id], status.say));
  const keepButton = button(words("item.keep"), () => {
    const answers = questions.map((question) => question.answer());
    if (answers.every((answer) => answer === undefined)) {
      status.say(words("activity.choose-first"));
      return;
    }
    onKeep(Object.fromEntries(items.map((item, place) => [item.id, answers[place] ?? null])));
  }, { kind: "go" });
  return make("div", { class: "panel closed" }, ...questions.map((question) => question.element),
    status.element, make("div", { class: "acts" }, keepButton));
}

/** One question of a show of hands. The counts are in this panel and nowhere else. */
function handsPanel(item, words) {
  const counts = new Map(item.options.map((option) => [option.id, 0]));
  const status = statusLine();
  const rows = item.options.map((option) => {
    const count = make("output", { class: "count num", text: "0" });
    const panes = make("span", { class: "panes", "aria-hidden": "true" });
    const turn = (by, mark) => {
      const control = button("", () => {
        const n = Math.min(MOST_HANDS, Math.max(0, counts.get(option.id) + by));
        counts.set(option.id, n);
        draw();
        control.dispatchEvent(new Event("change", { bubbles: true }));
      }, { kind: "turn", mark });
      control.setAttribute("aria-label", words(`item.${mark}`, { option: option.text }));
      return control;
    };
    const draw = () => {
      const n = counts.get(option.id);
      count.textContent = String(n);
      panes.replaceChildren(...Array.from({ length: n }, () => make("i")));
    };
    const element = make("div", { class: "hands-for", role: "group", "aria-label": option.text },
      picture(option.picture), make("p", { class: "opt-text", text: option.text }), panes,
      make("div", { class: "counter" }, turn(-1, "fewer"), count, turn(1, "more")));
    return { option, draw, element };
  });
  const show = (shown) => {
    panel.dataset.state = shown ? "feedback" : "open";
    status.say("", shown ? rows.map(({ option }) =>
      words("item.hands-for", { option: option.text, n: counts.get(option.id) })).join(". ") : "");
    reveal.querySelector("span").textContent = words(shown ? "item.hide" : "item.show");
  };
  const reveal = button(words("item.show"), () => show(panel.dataset.state !== "feedback"), { kind: "go" });
  const wipe = button(words("item.drop"), () => {
    rows.forEach(({ option, draw }) => { counts.set(option.id, 0); draw(); });
    show(false);
    status.say(words("item.dropped"));
  });
  const panel = make("div", { class: "panel hands" }, picture(item.picture, "picture wide"),
    make("fieldset", { class: "options" },
      make("legend", {}, make("span", { class: "question", text: item.text }),
        make("span", { class: "how", text: words("item.hands") })),
      make("div", { class: "opts", "data-count": item.options.length }, ...rows.map(({ element }) => element))),
    status.element, make("div", { class: "acts" }, reveal, wipe));
  show(false);
  return panel;
}

/** A show of hands, one question at a time: shown, looked at, wiped away. Nothing is kept. */
export const handsPanels = (items, words) =>
  oneByOne(items.map((item) => handsPanel(item, words)), words, { place: 0 });
