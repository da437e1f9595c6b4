// SPDX-License-Identifier: MIT
// quiz: questions with an explanation on every option, retry, and never a score.
import { actions, button, choices, freshId, make, picture, reason, statusLine, wordsOf } from "../controls.js";

/** single and several: native radios or checkboxes. */
function choiceQuestion(question, words, kept) {
  const several = question.type === "several";
  const legend = make("span", { class: "question", text: question.text });
  const hint = make("span", { class: "how", text: words(several ? "quiz.several" : "quiz.one") });
  const group = choices({
    legend: make("span", {}, legend, hint), options: question.options, several, chosen: kept ?? [],
  });
  return {
    element: group.element,
    answer: () => (group.picked().length ? group.picked() : null),
    explain() {
      for (const id of group.picked()) {
        const option = question.options.find((one) => one.id === id);
        group.rows.get(id).append(reason(words, option.fits, option.why));
      }
      // In "several" the ones left out are explained as well: leaving out is a choice.
      if (!several) return;
      for (const option of question.options) {
        if (option.fits && !group.picked().includes(option.id)) {
          group.rows.get(option.id).append(reason(words, option.fits, option.why));
        }
      }
    },
    unexplain: () => group.element.querySelectorAll(".why").forEach((why) => why.remove()),
  };
}

/** order: two buttons on each card, and the number of its place. */
function orderQuestion(question, words, kept) {
  const ids = kept ?? question.items.map((item) => item.id);
  const byId = new Map(question.items.map((item) => [item.id, item]));
  const status = statusLine();
  const list = make("ol", { class: "order" });
  let touched = Boolean(kept);
  const element = make(
    "fieldset", { class: "options" },
    make("legend", {}, make("span", { class: "question", text: question.text }),
      make("span", { class: "how", text: words("quiz.order") })),
    list, status.element,
  );
  const rows = new Map();
  for (const id of ids) {
    const item = byId.get(id);
    const move = (step, key) => {
      const control = button(words(`quiz.${key}`), () => {
        const from = ids.indexOf(id);
        const to = from + step;
        if (to < 0 || to >= ids.length) return;
        ids.splice(to, 0, ...ids.splice(from, 1));
        touched = true;
        draw();
        (control.getAttribute("aria-disabled") === "true"
          ? control.parentElement.querySelector("button:not([aria-disabled=true])") : control).focus();
        status.say(words("quiz.moved", { item: item.text, n: to + 1, total: ids.length }));
      });
      control.setAttribute("aria-label", words(`quiz.${key}-item`, { item: item.text }));
      control.dataset.step = step;
      return control;
    };
    rows.set(id, make("li", { class: "pcard in", "data-option": id },
      make("span", { class: "card-text", text: item.text }),
      make("span", { class: "row" }, move(-1, "up"), move(1, "down"))));
  }
  function draw() {
    list.replaceChildren(...ids.map((id) => rows.get(id)));
    ids.forEach((id, place) => {
      for (const control of rows.get(id).querySelectorAll("button")) {
        const to = place + Number(control.dataset.step);
        control.setAttribute("aria-disabled", String(to < 0 || to >= ids.length));
      }
    });
  }
  draw();
  return {
    element,
    answer: () => (touched ? [...ids] : null),
    explain() {
      const fits = question.order === null ? null : ids.every((id, i) => id === question.order[i]);
      const key = fits === null ? "order-open" : fits ? "order-fits" : "order-other";
      element.append(reason(words, fits, words(`quiz.${key}`)));
      const best = question.order ?? ids;
      element.append(make("ol", { class: "why" }, ...best.map((id) =>
        make("li", {}, make("b", { text: byId.get(id).text }), " ", make("span", { text: byId.get(id).why })))));
    },
    unexplain: () => element.querySelectorAll(".why").forEach((why) => why.remove()),
  };
}

/** match: a native select for each thing on the left. */
function matchQuestion(question, words, kept) {
  const element = make(
    "fieldset", { class: "options" },
    make("legend", {}, make("span", { class: "question", text: question.text }),
      make("span", { class: "how", text: words("quiz.match") })),
  );
  const rows = new Map();
  for (const left of question.lefts) {
    const id = freshId("match");
    const select = make("select", { id },
      make("option", { value: "", text: words("quiz.pick") }),
      ...question.rights.map((right) => make("option", { value: right.id, text: right.text })));
    select.value = kept?.[left.id] ?? "";
    const row = make("div", { class: "opt match" }, make("label", { for: id, text: left.text }), select);
    rows.set(left.id, { row, select });
    element.append(row);
  }
  const answer = () => {
    const chosen = [...rows].map(([id, { select }]) => [id, select.value]).filter(([, value]) => value);
    return chosen.length ? Object.fromEntries(chosen) : null;
  };
  return {
    element,
    answer,
    explain() {
      const chosen = answer();
      for (const left of question.lefts) {
        const partner = question.rights.find((right) => right.id === left.id);
        rows.get(left.id).row.append(reason(words, chosen[left.id] === left.id,
          `${words("quiz.goes-with", { item: partner.text })}. ${left.why}`));
      }
    },
    unexplain: () => element.querySelectorAll(".why").forEach((why) => why.remove()),
  };
}

const FORMS = { single: choiceQuestion, several: choiceQuestion, order: orderQuestion, match: matchQuestion };

/** One question with its buttons. `onAnswer(value)` hears a check, a pass (null) or a retry. */
function questionPanel(question, words, kept, onAnswer) {
  const form = FORMS[question.type](question, words, kept);
  const status = statusLine();
  const check = button(words("activity.check"), () => {
    const answer = form.answer();
    if (answer === null) {
      status.say(words("activity.choose-first"));
      return;
    }
    form.unexplain();
    form.explain();
    panel.dataset.state = "feedback";
    again.hidden = false;
    status.say([...form.element.querySelectorAll(".why")].map((why) => why.textContent).join(" "));
    onAnswer(answer);
  }, { kind: "go" });
  const pass = button(words("activity.pass"), () => {
    form.unexplain();
    panel.dataset.state = "passed";
    again.hidden = false;
    status.say(words("activity.passed"));
    onAnswer(null);
  }, { mark: "pass" });
  const again = button(words("activity.again"), () => {
    form.unexplain();
    panel.dataset.state = "open";
    again.hidden = true;
    status.say("");
    onAnswer(undefined);
    form.element.querySelector("input, select, button")?.focus();
  }, { mark: "again" });
  again.hidden = true;
  const panel = make("div", { class: "panel", "data-question": question.id, "data-state": "open" },
    picture(question.picture, "picture wide"), form.element, status.element, actions(check, pass, again));
  return panel;
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const { questions } = model.get("definition");
    const draw = () => {
      const answer = model.get("answer") ?? {};
      el.replaceChildren(...questions.map((question) =>
        questionPanel(question, words, answer[question.id], (value) => {
          const next = { ...(model.get("answer") ?? {}) };
          if (value === undefined) delete next[question.id];
          else next[question.id] = value;
          model.set("answer", next);
          model.save_changes();
        })));
    };
    draw();
    model.on("sunlit:clear", draw);
    return () => model.off("sunlit:clear", draw);
  },
};
