// SPDX-License-Identifier: MIT
// reflection: closed questions; here a learner sees their own choice and nobody else's.
import { answerText, closedForm, handsPanels } from "../closed_items.js";
import { actions, button, keep, make, statusLine, wordsOf } from "../controls.js";
import { projectedItems } from "../projected.js";

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const { items, mode } = model.get("definition");

    /** The learner's own choice, and what happens with the picture of the class. */
    const summary = (kept) => {
      const status = statusLine();
      const change = button(words("item.change"), () => draw({ open: true }), { mark: "again" });
      const clear = button(words("item.clear"), () => {
        answer.set({});
        draw({ open: true });
      });
      const panel = make("div", { class: "panel own", "data-state": "feedback" },
        make("dl", { class: "own-answers" }, ...items.map((item) => make("div", {},
          make("dt", { text: item.text }), make("dd", { text: answerText(item, kept[item.id], words) })))),
        make("p", { text: words("reflection.kept") }),
        make("p", { text: words("reflection.class") }),
        make("p", { class: "how", text: words("reflection.no-help") }),
        status.element, actions(change, clear));
      return { panel, change, said: () => status.say("", words("reflection.kept")) };
    };

    function draw({ open = false, said = false } = {}) {
      if (mode === "hands") {
        el.replaceChildren(...handsPanels(items, words));
        return;
      }
      if (model.get("presented")) {
        el.replaceChildren(...projectedItems(items, words, { note: words("reflection.projected") }));
        return;
      }
      const kept = answer.get();
      if (!open && Object.keys(kept).length) {
        const shown = summary(kept);
        el.replaceChildren(shown.panel);
        if (!said) return;
        shown.change.focus({ preventScroll: true });
        shown.panel.scrollIntoView({ block: "nearest" });
        shown.said();
        return;
      }
      el.replaceChildren(closedForm({
        items, words, kept,
        onKeep(answers) {
          answer.set(answers);
          draw({ said: true });
        },
      }));
      if (open) (el.querySelector("input:checked") ?? el.querySelector("input")).focus();
    }

    const answer = keep(model, () => draw());
    draw();
    return answer.stop;
  },
};
