// SPDX-License-Identifier: MIT
// One question with its buttons, and questions one at a time.
//
// A form is what a question is answered with: { element, answer(), explain(words),
// closing(words), clear() }. answer() gives null while nothing is chosen; a "change" event
// of the element says that the learner moved on.
import { actions, button, choices, make, passButton, picture, reason, reasonsIn, statusLine } from "./controls.js";

const first = (element) => element.querySelector("input, select, button:not([aria-disabled=true])");

/** A form of radios or checkboxes, with a reason on each option: { id, text, fits, why }. */
export function choiceForm({ question, how, options, several = false, chosen = [] }) {
  const group = choices({ question, how, options, several, chosen });
  return {
    element: group.element,
    answer: () => (group.picked().length ? group.picked() : null),
    explain(words) {
      const picked = group.picked();
      for (const option of options) {
        // In "several" the ones left out are explained as well: leaving out is a choice.
        if (picked.includes(option.id) || (several && option.fits)) {
          group.rows.get(option.id).append(reason(words, option.fits, option.why));
        }
      }
    },
    closing: (words) => words(options.some((option) => option.fits === null)
      ? "activity.no-right" : "activity.talk"),
    clear: group.clear,
  };
}

/**
 * A question with Check and Pass. `committed` is the answer so far: undefined for none,
 * null for a pass. `onAnswer` hears the same values.
 */
export function questionPanel({ words, form, drawing = null, committed, onAnswer, again = "activity.again" }) {
  const status = statusLine();
  const show = (state) => {
    panel.dataset.state = state;
    before.hidden = state === "feedback";
    after.hidden = state !== "feedback";
  };
  const unexplain = () => form.element.querySelectorAll(".why").forEach((why) => why.remove());
  const explain = () => {
    unexplain();
    form.explain(words);
    show("feedback");
    status.say(form.closing(words), reasonsIn(form.element));
  };
  const reopen = (state, said = "") => {
    unexplain();
    show(state);
    status.say(said);
  };

  const before = actions(
    button(words("activity.check"), () => {
      const answer = form.answer();
      if (answer === null) {
        status.say(words("activity.choose-first"));
        return;
      }
      onAnswer(answer);
      explain();
      after.querySelector("button").focus({ preventScroll: true });
      form.element.querySelector(".why")?.scrollIntoView({ block: "nearest" });
    }, { kind: "go" }),
    passButton(words, () => {
      form.clear();
      onAnswer(null);
      reopen("passed", words("activity.passed"));
    }),
  );
  const retry = button(words(again), () => {
    onAnswer(undefined);
    reopen("chosen");
    (form.element.querySelector("input:checked") ?? first(form.element)).focus();
  }, { mark: "again" });
  const clear = button(words("activity.clear-mine"), () => {
    form.clear();
    onAnswer(undefined);
    reopen("open", words("activity.cleared"));
    first(form.element).focus();
  });
  // Two ways back are one too many for those who can't read what they say.
  const after = words.readAloud ? actions(retry) : actions(retry, clear);
  form.element.addEventListener("change", () => {
    if (panel.dataset.state === "feedback" || panel.dataset.state === "passed") onAnswer(undefined);
    reopen("chosen");
  });

  const panel = make("div", { class: "panel" },
    picture(drawing, "picture wide"), form.element, status.element, before, after);
  show("open");
  if (committed === null) reopen("passed", words("activity.passed"));
  else if (committed !== undefined) explain();
  return panel;
}

/** Panels one at a time, with Back and Next. `at.place` keeps the place when redrawn. */
export function oneByOne(panels, words, at) {
  if (panels.length < 2) return panels;
  const step = make("p", { class: "step num" });
  const move = (by, mark) => {
    const control = button(words(`activity.${mark}`), () => {
      if (control.getAttribute("aria-disabled") === "true") return;
      at.place += by;
      show();
      const heading = panels[at.place].querySelector("legend");
      heading.tabIndex = -1;
      heading.focus();
    }, { kind: "ghost", mark });
    control.dataset.move = mark;
    if (by > 0) control.append(control.firstChild); // the arrow stands on the side it points to
    return control;
  };
  const back = move(-1, "back");
  const next = move(1, "next");
  const show = () => {
    at.place = Math.min(at.place, panels.length - 1);
    panels.forEach((panel, place) => { panel.hidden = place !== at.place; });
    step.textContent = words("activity.step", { n: at.place + 1, total: panels.length });
    back.setAttribute("aria-disabled", String(at.place === 0));
    next.setAttribute("aria-disabled", String(at.place === panels.length - 1));
  };
  show();
  return [...panels, make("div", { class: "steps" }, back, step, next)];
}
