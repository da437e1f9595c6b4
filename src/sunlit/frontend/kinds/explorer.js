// SPDX-License-Identifier: MIT
// explorer: pick figures and groups, read chart and table together, ask what is left out.
import { actions, button, choices, keep, make, passButton, statusLine, wordsOf } from "../controls.js";
import { barChart, dataTable } from "../chart.js";
import { choiceForm, questionPanel } from "../panel.js";
import { printSheet } from "../sheet.js";

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    // In memory only: what is ticked and not yet shown.
    let at = {};

    /** Chart and table of the picked groups, and what is known about them. */
    function figures(series, ids) {
      const values = series.values.filter((one) => ids.includes(one.id));
      const noted = values.some((one) => one.note);
      const line = (text) => make("p", { text });
      return make("div", { class: "figures" },
        barChart({ title: series.name, bars: values, most: series.most }),
        dataTable({
          caption: words("explorer.caption", { data: definition.data_title, figure: series.name }),
          head: [words("explorer.group"), words("explorer.figure"), ...(noted ? [words("explorer.about-it")] : [])],
          rows: values.map((one) => [one.label, one.text, ...(noted ? [one.note ?? ""] : [])]),
        }),
        make("div", { class: "about-figures" },
          line(words("explorer.about", { years: definition.years, of: definition.of })),
          line(definition.note),
          line(words("explorer.source", { source: definition.cited })),
          line(words("explorer.licence", { licence: definition.licence }))));
    }

    function draw() {
      const status = statusLine();
      const kept = answer.get();
      const shown = make("div", { class: "explored" });
      const groupsPlace = make("div", {});
      const seriesOf = (id) => definition.series.find((one) => one.id === id);
      let current = seriesOf(at.figure ?? kept.figure) ?? definition.series[0];
      let groups = null;

      function drawGroups() {
        const chosen = at.groups ?? (current.id === kept.figure ? kept.groups : null) ?? [];
        groups = choices({
          question: words("explorer.which"), several: true, chosen,
          options: current.values.map(({ id, label }) => ({ id, text: label })),
        });
        groups.element.classList.add("which-groups");
        groups.element.addEventListener("change", () => {
          at = { ...at, figure: current.id, groups: groups.picked() };
          status.say("");
        });
        groupsPlace.replaceChildren(groups.element, make("div", { class: "steps" }, button(words("explorer.all"), () => {
          groups.element.querySelectorAll("input").forEach((input) => { input.checked = true; });
          at = { ...at, figure: current.id, groups: groups.picked() };
          status.say(words("explorer.all-picked", { n: current.values.length }));
        }, { mark: "more" })));
      }

      const which = definition.series.length > 1 ? choices({
        question: words("explorer.which-figure"), chosen: [current.id],
        options: definition.series.map(({ id, name }) => ({ id, text: name })),
      }) : null;
      which?.element.addEventListener("change", () => {
        current = seriesOf(which.picked()[0]);
        at = { ...at, figure: current.id, groups: null };
        drawGroups();
      });

      function show(focus) {
        const series = seriesOf(answer.get().figure);
        const ids = answer.get().groups ?? [];
        if (!series || !ids.length) {
          shown.replaceChildren();
          return;
        }
        const { left_out: committed } = answer.get();
        const sheet = () => make("div", { class: "sheet plain" }, figures(series, ids));
        shown.replaceChildren(
          definition.look ? make("p", { class: "look", text: definition.look }) : "",
          figures(series, ids),
          actions(button(words("activity.print"), () => printSheet(sheet, shown))),
          questionPanel({
            words, committed,
            form: choiceForm({
              question: words("explorer.leaves-out"), how: words("explorer.several"), options: definition.leaves_out,
              several: true, chosen: committed ?? [],
            }),
            onAnswer(value) {
              const { left_out: _, ...rest } = answer.get();
              answer.set(value === undefined ? rest : { ...rest, left_out: value });
            },
          }));
        if (!focus) return;
        status.say(words("explorer.shown"), shown.querySelector("svg").getAttribute("aria-label"));
        shown.scrollIntoView({ block: "nearest" });
      }

      drawGroups();
      const go = button(words("explorer.show"), () => {
        if (!groups.picked().length) {
          status.say(words("explorer.pick-first"));
          return;
        }
        answer.set({ ...answer.get(), figure: current.id, groups: groups.picked() });
        show(true);
      }, { kind: "go" });
      const pass = passButton(words, () => {
        at = {};
        answer.set({});
        groups.clear();
        show(false);
        status.say(words("activity.passed"));
      });
      show(false);
      el.replaceChildren(make("div", { class: "panel explorer" },
        which?.element ?? "", groupsPlace, status.element, actions(go, pass), shown));
    }

    const answer = keep(model, () => {
      at = {};
      draw();
    });
    draw();
    return answer.stop;
  },
};
