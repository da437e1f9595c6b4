// SPDX-License-Identifier: MIT
// quiz: questions with an explanation on every option, retry, and never a score.
import { button, freshId, keep, legend, make, reason, wordsOf } from "../controls.js";
import { choiceForm, oneByOne, questionPanel } from "../panel.js";

const changed = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));

/** order: two buttons on each card, and the number of its place. */
function orderForm(question, words, committed) {
  const shown = question.items.map((item) => item.id);
  let ids = [...(committed ?? shown)];
  const byId = new Map(question.items.map((item) => [item.id, item]));
  const moved = make("p", { class: "unseen", role: "status" });
  const list = make("ol", { class: "order" });
  const element = make("fieldset", { class: "options" }, legend(question.text, words("quiz.order")), list, moved);
  const rows = new Map();
  for (const id of shown) {
    const item = byId.get(id);
    const mover = (step, key) => {
      const control = button(words(`quiz.${key}`), () => {
        const from = ids.indexOf(id);
        const to = from + step;
        if (to < 0 || to >= ids.length) return;
        ids.splice(to, 0, ...ids.splice(from, 1));
        draw();
        changed(element);
        // At either end this button has no more to do: its partner takes the focus.
        const partner = rows.get(id).querySelector("button:not([aria-disabled=true])");
        (control.getAttribute("aria-disabled") === "true" ? partner : control).focus();
        moved.textContent = words("quiz.moved", { item: item.text, n: to + 1, total: ids.length });
      }, { mark: key });
      control.setAttribute("aria-label", words(`quiz.${key}-item`, { item: item.text }));
      control.dataset.step = step;
      return control;
    };
    rows.set(id, make("li", { class: "pcard in", "data-option": id },
      make("span", { class: "card-text", text: item.text }),
      make("span", { class: "movers" }, mover(-1, "up"), mover(1, "down"))));
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
  const key = () => (question.order === null ? "open"
    : ids.every((id, place) => id === question.order[place]) ? "fits" : "other");
  return {
    element,
    answer: () => [...ids],
    explain() {
      const fits = { open: null, fits: true, other: false }[key()];
      const best = fits === false ? question.order : ids;
      const list = make("ol", {}, ...best.map((id) => make("li", {},
        make("b", { text: byId.get(id).text }), make("p", { text: byId.get(id).why }))));
      element.append(reason(words, fits, list, words(`quiz.order-${key()}`)));
    },
    closing: () => words("activity.talk"),
    clear() {
      ids = [...shown];
      draw();
    },
  };
}

/** match: a native select for each thing on the left. */
function matchForm(question, words, committed) {
  const rows = question.lefts.map((left) => {
    const id = freshId("match");
    const select = make("select", { id, autocomplete: "off" },
      make("option", { value: "", text: words("quiz.pick") }),
      ...question.rights.map((right) => make("option", { value: right.id, text: right.text })));
    select.value = committed?.[left.id] ?? "";
    const row = make("div", { class: "match" }, make("label", { for: id, text: left.text }), select);
    return { left, select, row };
  });
  const element = make("fieldset", { class: "options" }, legend(question.text, words("quiz.match")),
    ...rows.map(({ row }) => row));
  const answer = () => {
    const chosen = rows.filter(({ select }) => select.value).map(({ left, select }) => [left.id, select.value]);
    return chosen.length ? Object.fromEntries(chosen) : null;
  };
  return {
    element,
    answer,
    explain() {
      for (const { left, select, row } of rows) {
        const partner = question.rights.find((right) => right.id === left.id);
        const fits = select.value ? select.value === left.id : null;
        row.append(reason(words, fits, left.why, words("quiz.goes-with", { item: partner.text })));
      }
    },
    closing: () => words("activity.talk"),
    clear: () => rows.forEach(({ select }) => { select.value = ""; }),
  };
}

function formOf(question, words, committed) {
  if (question.type === "order") return orderForm(question, words, committed);
  if (question.type === "match") return matchForm(question, words, committed);
  const several = question.type === "several";
  return choiceForm({
    question: question.text, how: words(several ? "quiz.several" : "quiz.one"),
    options: question.options, several, chosen: committed ?? [],
  });
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const { questions } = model.get("definition");
    const at = { place: 0 };
    const draw = () => {
      const panels = questions.map((question) => {
        const committed = answer.get()[question.id];
        const panel = questionPanel({
          words, drawing: question.picture, committed,
          form: formOf(question, words, committed),
          again: question.type === "single" ? "quiz.another" : "activity.again",
          onAnswer(value) {
            const { [question.id]: _, ...rest } = answer.get();
            answer.set(value === undefined ? rest : { ...rest, [question.id]: value });
          },
        });
        panel.dataset.question = question.id;
        return panel;
      });
      el.replaceChildren(...(words.oneByOne ? oneByOne(panels, words, at) : panels));
    };
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
