// SPDX-License-Identifier: MIT
// audit: the same questions about several things, a count, and one chart for several groups.
import {
  actions, button, choices, freshId, keep, make, passButton, picture, reason, reasonsIn, statusLine, wordsOf,
} from "../controls.js";
import { barChart, dataTable } from "../chart.js";
import { icon } from "../icons.js";
import { choiceForm, oneByOne, questionPanel } from "../panel.js";
import { printSheet } from "../sheet.js";

/** How often each question was answered with each rating. */
function tally({ rubric, ratings }, rated) {
  return rubric.map((question) => ({
    question,
    counts: ratings.map(({ id }) => rated.filter((one) => one[question.id] === id).length),
    asked: rated.filter((one) => one[question.id]).length,
  }));
}

/** The thing to rate, in words, with what it is. */
const described = (item, words) => make("div", { class: "rated" },
  item.form ? make("p", { class: "rated-form", text: item.form }) : null,
  make("p", { class: "rated-text", text: item.text }));

/** One thing with every question of the rubric: a form for a panel. */
function ratingForm(item, { rubric, ratings }, committed, words) {
  const groups = rubric.map((question) => ({ question, group: choices({
    question: question.ask, how: question.note, options: ratings, chosen: [committed?.[question.id]],
  }) }));
  const element = make("fieldset", { class: "rating" },
    make("legend", { class: "unseen", text: item.text }), described(item, words),
    ...groups.map(({ group }) => group.element));
  return {
    element,
    answer() {
      const given = groups.flatMap(({ question, group }) => group.picked().map((id) => [question.id, id]));
      return given.length ? Object.fromEntries(given) : null;
    },
    explain() {
      for (const { question, group } of groups) {
        const note = item.notes[question.id];
        if (note) group.element.append(make("div", { class: "why", "data-mark": "open" }, make("p", { text: note })));
      }
      element.append(reason(words, null, item.talk, words("audit.talk")));
    },
    closing: () => words("activity.no-right"),
    clear: () => groups.forEach(({ group }) => group.clear()),
  };
}

/** A picture and those in it: whose feelings are there? */
function feelingsForm(item, committed, words) {
  const form = choiceForm({
    question: item.text, how: words("audit.whose"), options: item.options, several: true, chosen: committed ?? [],
  });
  return { ...form, explain(all) {
    form.explain(all);
    form.element.append(make("div", { class: "why", "data-mark": "open" }, make("p", { text: item.talk })));
  } };
}

/** The learner's count, then the groups' counts; each a chart with its table. */
function counting({ definition, words, answer, at }) {
  const { rubric, ratings, items } = definition;
  const status = statusLine();
  const shown = make("div", { class: "counted" });
  const ratedOf = () => items.map((item) => answer.get().ratings?.[item.id]).filter(Boolean);

  function results(title, bars, table) {
    const data = { title, bars, most: Math.max(1, ...bars.map((bar) => bar.of)) };
    const body = () => make("div", { class: "sheet plain" }, barChart(data), dataTable(table));
    return make("div", {}, barChart(data), dataTable(table),
      actions(button(words("activity.print"), () => printSheet(body, shown))));
  }
  const bar = (question, n, total) => ({
    label: question.ask, value: n, of: total, text: words("audit.of", { n, total }),
  });

  function own() {
    const rows = tally(definition, ratedOf());
    return results(words("audit.chart"), rows.map(({ question, counts, asked }) => bar(question, counts[0], asked)), {
      caption: words("audit.count"), head: [words("audit.question"), ...ratings.map(({ text }) => text)],
      rows: rows.map(({ question, counts }) => [question.ask, ...counts.map(String)]),
    });
  }
  function together(groups) {
    const sum = (question) => groups.reduce((n, group) => n + (group[question.id] ?? 0), 0);
    const total = groups.length * items.length;
    return results(words("audit.chart"), rubric.map((question) => bar(question, sum(question), total)), {
      caption: words("audit.groups-count", { n: groups.length }),
      head: [words("audit.question"), words("audit.yes"), words("audit.rated")],
      rows: rubric.map((question) => [question.ask, String(sum(question)), String(total)]),
    });
  }

  function show(what, said) {
    at.shown = what;
    shown.replaceChildren(what === "groups" ? together(answer.get().groups) : own());
    if (said) status.say(said, shown.querySelector("svg").getAttribute("aria-label"));
  }

  const mine = button(words("audit.show"), () => {
    if (!ratedOf().length) {
      status.say(words("audit.rate-first"));
      return;
    }
    show("own", words("audit.shown"));
    shown.scrollIntoView({ block: "nearest" });
  }, { kind: "go" });

  const section = make("div", { class: "panel counting" },
    make("p", { class: "moment-name", text: words("audit.count") }), actions(mine), status.element, shown);
  if (definition.groups) section.append(groupForm({ definition, words, answer, at, show, status, ratedOf, shown }));
  /** What is on show follows the ratings. */
  function refresh() {
    if (at.shown === "groups" && answer.get().groups?.length) show("groups", "");
    else if (at.shown === "own" && ratedOf().length) show("own", "");
    else shown.replaceChildren();
  }
  refresh();
  return { section, refresh };
}

/** Where several groups type in how often they said yes. */
function groupForm({ definition, words, answer, at, show, status, ratedOf, shown }) {
  const { rubric, items } = definition;
  const list = make("div", { class: "groups" });
  const rowsNow = [];

  function addGroup(counts = {}, focus = false) {
    const name = words("audit.group", { n: rowsNow.length + 1 });
    const inputs = rubric.map((question) => {
      const id = freshId("count");
      const input = make("input", {
        type: "number", id, min: 0, max: items.length, step: 1, inputmode: "numeric", autocomplete: "off",
        value: counts[question.id] ?? null,
      });
      return { question, input, field: make("div", { class: "group-count" },
        make("label", { for: id, text: question.ask }), input) };
    });
    const element = make("fieldset", { class: "group" }, make("legend", { text: name }),
      ...inputs.map(({ field }) => field));
    rowsNow.push({ name, inputs, element });
    list.append(element);
    less.setAttribute("aria-disabled", String(rowsNow.length < 2));
    more.setAttribute("aria-disabled", String(rowsNow.length >= definition.groups));
    if (focus) inputs[0].input.focus();
  }

  const more = button(words("audit.more"), () => {
    if (rowsNow.length >= definition.groups) return;
    addGroup({}, true);
    status.say(words("audit.groups", { n: rowsNow.length }));
  }, { mark: "more" });
  const less = button(words("audit.less"), () => {
    if (rowsNow.length < 2) return;
    rowsNow.pop().element.remove();
    less.setAttribute("aria-disabled", String(rowsNow.length < 2));
    more.setAttribute("aria-disabled", "false");
    status.say(words("audit.groups", { n: rowsNow.length }));
  }, { mark: "fewer" });
  const copyMine = button(words("audit.use-mine"), () => {
    if (!ratedOf().length) {
      status.say(words("audit.rate-first"));
      return;
    }
    for (const { question, counts } of tally(definition, ratedOf())) {
      rowsNow[0].inputs.find((one) => one.question.id === question.id).input.value = counts[0];
    }
    status.say(words("audit.used-mine"));
  });
  const ready = button(words("audit.show-groups"), () => {
    const wrong = rowsNow.flatMap(({ name, inputs }) => inputs.map((one) => ({ name, ...one }))).find(({ input }) =>
      input.validity.badInput || !/^\d*$/.test(input.value) || Number(input.value) > items.length);
    if (wrong) {
      status.say(words("audit.wrong", { group: wrong.name, question: wrong.question.ask, n: items.length }));
      wrong.input.focus();
      return;
    }
    const groups = rowsNow.map(({ inputs }) => Object.fromEntries(inputs
      .filter(({ input }) => input.value !== "").map(({ question, input }) => [question.id, Number(input.value)])))
      .filter((group) => Object.keys(group).length);
    if (!groups.length) {
      status.say(words("audit.type-first"));
      return;
    }
    answer.set({ ...answer.get(), groups });
    show("groups", words("audit.shown"));
    shown.scrollIntoView({ block: "nearest" });
  }, { kind: "go" });

  const kept = answer.get().groups ?? [];
  for (const counts of kept.length ? kept : [{}, {}]) addGroup(counts);
  const details = make("details", { class: "with-groups", toggle: () => { at.open = details.open; } },
    make("summary", { text: words("audit.with-groups") }),
    make("p", { class: "how", text: words("audit.how-groups", { n: items.length }) }),
    list, actions(ready, copyMine), make("div", { class: "steps" }, more, less));
  details.open = Boolean(at.open || kept.length);
  return details;
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    const at = { place: 0, shown: null, open: false };

    function draw() {
      const counts = definition.mode === "pictures" ? null : counting({ definition, words, answer, at });
      const panels = definition.items.map((item) => {
        const committed = answer.get().ratings?.[item.id];
        const pictures = definition.mode === "pictures";
        return questionPanel({
          words, drawing: item.picture, committed,
          form: pictures ? feelingsForm(item, committed, words) : ratingForm(item, definition, committed, words),
          onAnswer(value) {
            const { ratings = {}, ...rest } = answer.get();
            const { [item.id]: _, ...others } = ratings;
            const next = value === undefined ? others : { ...others, [item.id]: value };
            answer.set(Object.keys(next).length || rest.groups ? { ...rest, ratings: next } : {});
            counts?.refresh();
          },
        });
      });
      el.replaceChildren(...oneByOne(panels, words, at),
        ...(counts ? [counts.section] : []));
    }
    const answer = keep(model, (cleared) => {
      if (cleared) Object.assign(at, { place: 0, shown: null, open: false });
      draw();
    });
    draw();
    return answer.stop;
  },
};
