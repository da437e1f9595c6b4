// SPDX-License-Identifier: MIT
// A class picks a few pictures together and gets a sheet with them: a poster, an agreement.
import { actions, button, choices, make, passButton, picture, statusLine } from "./controls.js";
import { printSheet } from "./sheet.js";

/** Let at most `most` boxes of `group` be ticked; `say` hears why one was not. */
export function atMost(group, most, say) {
  group.element.addEventListener("change", ({ target }) => {
    if (!target.checked || group.picked().length <= most) return;
    target.checked = false;
    say();
  });
}

/** The sheet with the pictures picked. */
function pictureSheet(title, picked) {
  return make("div", { class: "sheet pictures" },
    make("p", { class: "sheet-title", text: title }),
    make("ul", { class: "picked", "data-count": picked.length }, ...picked.map((one) =>
      make("li", {}, picture(one.picture), make("p", { class: "picked-line", text: one.text })))));
}

/** The whole journey: pick, see the sheet, print it, pick again. The answer is {picked: ids}. */
export function pickingPanel({ options, most, heading, question, words, answer, show, made }) {
  const status = statusLine();
  const open = (chosen, said = "", focus = false) => {
    const group = choices({ question, how: words("activity.pick", { n: most }), options, several: true, chosen });
    atMost(group, most, () => status.say(words("item.too-many", { n: most })));
    panel.dataset.state = "open";
    upper.replaceChildren(group.element);
    lower.replaceChildren(actions(
      button(words(show), () => {
        const picked = group.picked();
        if (!picked.length) {
          status.say(words("activity.choose-first"));
          return;
        }
        answer.set({ picked });
        finished(picked, true);
      }, { kind: "go" }),
      passButton(words, () => {
        group.clear();
        answer.set({});
        status.say(words("activity.passed"));
      })));
    status.say(said);
    if (focus) group.element.querySelector("input").focus();
  };
  const finished = (ids, focus = false) => {
    const picked = options.filter((one) => ids.includes(one.id));
    const draw = () => pictureSheet(heading, picked);
    const print = button(words("activity.print"), () => printSheet(draw, panel), { kind: "go" });
    panel.dataset.state = "feedback";
    upper.replaceChildren(draw(), ...picked.filter((one) => one.why).map((one) =>
      make("div", { class: "why", "data-mark": "open" }, make("p", { text: one.why }))));
    lower.replaceChildren(actions(print,
      button(words("activity.again"), () => open(ids, "", true), { mark: "again" })));
    status.say(words(made), picked.map((one) => [one.text, one.why].filter(Boolean).join(". ")).join(". "));
    if (focus) print.focus({ preventScroll: true });
    if (focus) panel.scrollIntoView({ block: "nearest" });
  };
  const upper = make("div", {});
  const lower = make("div", {});
  const panel = make("div", { class: "panel picking" }, upper, status.element, lower);
  const { picked = [] } = answer.get();
  const known = picked.filter((id) => options.some((one) => one.id === id));
  if (known.length) finished(known);
  else open([]);
  return panel;
}
