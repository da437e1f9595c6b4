// SPDX-License-Identifier: MIT
// check: the same items before and after the lesson. No score; reasons come afterwards.
import { answerText, closedForm, handsPanels } from "../closed_items.js";
import { actions, button, keep, make, reason, statusLine, wordsOf } from "../controls.js";
import { projectedItems } from "../projected.js";

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const { items, mode } = model.get("definition");
    // A page says which moment it is; a notebook shows both, one below the other.
    const moments = model.get("moment") ? [model.get("moment")] : ["before", "after"];

    const pairOf = (label, text) => make("div", {}, make("dt", { text: label }), make("dd", { text }));

    function summary(moment, all, redraw) {
      const compared = moment === "after";
      const rows = items.map((item) => make("div", { class: "compared" },
        make("p", { class: "question", text: item.text }),
        make("dl", { class: "own-answers" },
          compared ? pairOf(words("check.before-short"), answerText(item, all.before?.[item.id], words)) : null,
          pairOf(words(compared ? "check.after-short" : "activity.choice"), answerText(item, all[moment][item.id], words))),
        compared && item.known
          ? reason(words, null, item.known.why, words("check.known", { label: item.known.label })) : null));
      const status = statusLine();
      const change = button(words("item.change"), () => redraw({ open: true }), { mark: "again" });
      const clear = button(words("item.clear"), () => {
        const { [moment]: _, ...rest } = answer.get();
        answer.set(rest);
        redraw({ open: true });
      });
      const note = words(compared ? "check.compared" : "check.kept");
      const panel = make("div", { class: "panel own", "data-state": "feedback" },
        ...rows, make("p", { text: note }), status.element, actions(change, clear));
      return { panel, change, said: () => status.say("", note) };
    }

    /** The part of one moment, which redraws itself. */
    function part(moment) {
      const place = make("div", { class: "moment", "data-moment": moment });
      const label = () => make("p", { class: "moment-name", text: words(`check.${moment}`) });
      const redraw = ({ open = false, said = false } = {}) => {
        const all = answer.get();
        if (!open && all[moment]) {
          const shown = summary(moment, all, redraw);
          place.replaceChildren(label(), shown.panel);
          if (!said) return;
          shown.change.focus({ preventScroll: true });
          place.scrollIntoView({ block: "nearest" });
          shown.said();
          return;
        }
        place.replaceChildren(label(), closedForm({
          items, words, kept: all[moment] ?? {},
          onKeep(answers) {
            answer.set({ ...answer.get(), [moment]: answers });
            redraw({ said: true });
          },
        }));
        if (open) (place.querySelector("input:checked") ?? place.querySelector("input")).focus();
      };
      redraw();
      return { place, redraw, stale: () => answer.get()[moment] || place.querySelector(".own") };
    }

    let parts = [];
    const draw = () => {
      if (model.get("presented") && mode !== "hands") {
        const known = model.get("moment") === "after";
        el.replaceChildren(...projectedItems(items, words, { note: words("check.projected"), known }));
        return;
      }
      parts = mode === "hands" ? [] : moments.map(part);
      el.replaceChildren(...(mode === "hands" ? handsPanels(items, words) : parts.map(({ place }) => place)));
    };
    // The other moment, elsewhere on the page, was answered: what is chosen here stays.
    const answer = keep(model, (cleared) => {
      if (cleared) draw();
      else for (const one of parts) if (one.stale()) one.redraw();
    });
    draw();
    return answer.stop;
  },
};
