// SPDX-License-Identifier: MIT
// planner: choose measures within a budget, see what they may do for whom, compare, write a memo.
import {
  actions, button, choices, freshId, keep, make, passButton, statusLine, unseen, wordsOf,
} from "../controls.js";
import { icon } from "../icons.js";
import { pickingPanel } from "../picking.js";
import { copyText, printSheet } from "../sheet.js";

const STEPS = 4; // hinders, nothing, little, lot

/** What of a budget is used by `chosen`, what is left, and whether it is too much. */
function account({ budget, measures }, chosen) {
  const picked = measures.filter((one) => chosen.includes(one.id));
  return Object.entries(budget).map(([name, most]) => {
    const used = picked.reduce((sum, one) => sum + (one.cost[name] ?? 0), 0);
    return { name, most, used, left: most - used };
  });
}

/** The range of an effect as four small panes; the words stand beside it. */
const rangeMark = ({ least, most }) => make("span", { class: "range", "aria-hidden": "true" },
  ...Array.from({ length: STEPS }, (_, step) => make("i", { class: step >= least && step <= most ? "on" : "" })));

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    const full = definition.mode === "full";
    // In memory only: the plan at hand, what is ticked in each, what is on show.
    const blank = () => ({ plan: "a", ticked: {}, shown: null });
    let at = blank();

    const number = (n) => n.toLocaleString(document.documentElement.lang || "en");
    const amount = (name, n) => words(name === "hours" && n === 1 ? "planner.hour" : `planner.${name}`, { n: number(n), currency: definition.currency });
    const costOf = (measure) => Object.entries(measure.cost).map(([name, n]) => amount(name, n)).join(", ");
    const planName = (plan) => words(full ? `planner.plan-${plan}` : "planner.plan");
    const kept = () => ({ plans: {}, ...answer.get() });
    const measuresOf = (ids = []) => definition.measures.filter((one) => ids.includes(one.id));
    const tickedOf = (plan) => at.ticked[plan] ?? kept().plans[plan] ?? [];
    const accountLine = (ids) => account(definition, ids).map(({ name, used, most }) =>
      words("planner.used", { used: amount(name, used), most: amount(name, most) })).join("; ");

    /** What the measures of a plan may do for one person. */
    function effectsFor(person, ids) {
      return make("ul", { class: "effects" }, ...measuresOf(ids).map((measure) => {
        const effect = measure.effects[person.id];
        return make("li", {}, make("p", { class: "effect" }, make("b", { text: measure.name }), " ",
          make("span", { class: "effect-words" }, effect ? rangeMark(effect) : null,
            make("span", { text: effect?.text ?? words("planner.unknown") }))),
          effect ? make("p", { class: "effect-why", text: effect.why }) : null);
      }));
    }

    /** Every person with the plans below their name, side by side when there are two. */
    function effectsOf(plans) {
      return make("div", { class: "outcomes" },
        ...definition.people.map((person) => make("div", { class: "outcome" },
          make("h4", { class: "outcome-name", text: person.name }), make("p", { class: "how", text: person.about }),
          make("div", { class: "columns", "data-count": plans.length }, ...plans.map((plan) => make("div", {},
            plans.length > 1 ? make("p", { class: "column-name", text: planName(plan) }) : null,
            effectsFor(person, kept().plans[plan])))))),
        make("p", { class: "how", text: words("planner.honest") }));
    }

    /** What is known about the measures of a plan, with its source. */
    const knownOf = (ids) => measuresOf(ids).filter((one) => one.known);

    /** The memo: one page about one plan. */
    function memoSheet(plan, reason) {
      const ids = kept().plans[plan] ?? [];
      const { memo, heading, title } = definition;
      const row = (name, text) => (text ? make("p", { class: "memo-row" },
        make("b", { text: words(`planner.memo-${name}`) }), " ", text) : null);
      return make("div", { class: "sheet memo" },
        make("p", { class: "sheet-title", text: heading ?? title }),
        memo && full ? make("div", {}, row("to", memo.to), row("from", memo.sender)) : null,
        make("p", { text: words("planner.memo-plan") }),
        make("ul", {}, ...measuresOf(ids).map((one) => make("li", { text: `${one.name} (${costOf(one)})` }))),
        make("p", { text: words("planner.memo-cost", { used: accountLine(ids) }) }),
        reason ? make("p", { class: "sheet-text", dir: "auto", text: reason }) : null,
        make("p", {}, make("b", { text: words("planner.memo-may") })),
        ...definition.people.map((person) => make("div", { class: "memo-person" },
          make("p", {}, make("b", { text: person.name }), ` (${person.about})`),
          make("ul", {}, ...measuresOf(ids).map((one) => make("li", {
            text: `${one.name}: ${one.effects[person.id]?.text ?? words("planner.unknown")}`,
          }))))),
        make("p", { text: words("planner.honest") }),
        knownOf(ids).length ? make("div", { class: "sheet-sources" }, make("p", {}, make("b", { text: words("planner.known") })),
          make("ul", {}, ...knownOf(ids).map(({ known }) =>
            make("li", { text: `${known.text} (${known.cited}. ${known.title})` })))) : null);
    }

    /** The memo as plain text, line by line. */
    const memoText = (sheet) => [...sheet.querySelectorAll("p, li")].map((one) =>
      (one.tagName === "LI" ? `– ${one.textContent}` : one.textContent)).join("\n");

    function draw() {
      const status = statusLine();
      const plans = full ? ["a", "b"] : ["a"];
      const shown = make("div", { class: "planned" });
      const left = make("div", { class: "budget" });
      const place = make("div", {});
      let group = null;

      /** The line about the budget: what is chosen, what is left. */
      function drawBudget() {
        left.replaceChildren(...account(definition, tickedOf(at.plan)).map(({ name, most, used, left: rest }) =>
          make("div", { class: "budget-of", "data-over": rest < 0 ? "true" : null },
            make("p", {}, make("b", { text: words(`planner.cost-${name}`) }), " ",
              rest < 0 ? words("planner.over", { n: amount(name, -rest), most: amount(name, most) })
                : words("planner.left", { n: amount(name, rest), most: amount(name, most) })),
            make("span", { class: "gauge", "aria-hidden": "true" },
              make("i", { style: `inline-size: ${most ? Math.min(100, (100 * used) / most) : 0}%` })))));
      }
      const leftNow = () => account(definition, tickedOf(at.plan)).map(({ name, most, left: rest }) =>
        words(rest < 0 ? "planner.over" : "planner.left", { n: amount(name, Math.abs(rest)), most: amount(name, most) })).join(" ");

      /** The measures to choose from, for the plan at hand. */
      function drawChoices() {
        group = choices({
          question: words("planner.choose", { plan: planName(at.plan) }), several: true, chosen: tickedOf(at.plan),
          options: definition.measures.map((one) => ({ id: one.id, text: one.name })),
        });
        for (const measure of definition.measures) {
          group.rows.get(measure.id).querySelector(".opt-text").append(
            measure.about ? make("span", { class: "measure-about", text: ` ${measure.about}` }) : "",
            make("span", { class: "measure-cost" }, unseen(" "), costOf(measure)));
        }
        group.element.addEventListener("change", () => {
          at.ticked[at.plan] = group.picked();
          drawBudget();
          status.say(leftNow());
        });
        place.replaceChildren(group.element);
        drawBudget();
      }

      function show(what, said) {
        at.shown = what;
        const saved = plans.filter((plan) => kept().plans[plan]?.length);
        if (!what || !saved.length) {
          shown.replaceChildren();
          return;
        }
        const on = what === "both" ? saved : [saved.includes(what) ? what : saved[0]];
        shown.replaceChildren(
          make("p", { class: "moment-name", text: on.length > 1 ? words("planner.both") : words("planner.may", { plan: planName(on[0]) }) }),
          ...on.map((plan) => make("p", { class: "how", text: `${full ? `${planName(plan)}: ` : ""}${accountLine(kept().plans[plan])}` })),
          effectsOf(on),
          ...knownOf(on.flatMap((plan) => kept().plans[plan])).map(({ known }) =>
            make("div", { class: "why", "data-mark": "open" },
              make("p", { class: "why-mark" }, icon("think"), make("b", { text: words("planner.known") })),
              make("p", { text: `${known.text} (${known.cited})` }))),
          memo(saved, on[0]));
        if (said) status.say(said);
      }

      /** Which plan, why, and the sheet to print or copy. */
      function memo(saved, first) {
        let plan = saved.includes(kept().choice) ? kept().choice : first;
        const field = freshId("reason");
        const reason = make("textarea", {
          id: field, rows: 4, maxlength: definition.longest, dir: "auto", autocomplete: "off",
          change: () => answer.set({ ...kept(), reason: reason.value }),
        });
        reason.value = kept().reason ?? "";
        const sheet = () => memoSheet(plan, full ? reason.value.trim() : "");
        const which = saved.length > 1 ? choices({
          question: words("planner.which"), chosen: [plan], options: saved.map((id) => ({ id, text: planName(id) })),
        }) : null;
        which?.element.addEventListener("change", () => {
          [plan] = which.picked();
          answer.set({ ...kept(), choice: plan });
        });
        const said = statusLine();
        return make("div", { class: "memo-form" }, make("p", { class: "moment-name", text: words("planner.memo") }),
          which?.element,
          full ? make("div", { class: "letter-part" }, make("label", { class: "question", for: field, text: words("planner.reason") }),
            reason, make("p", { class: "private" }, icon("private"), make("span", { text: words("planner.private") }))) : null,
          said.element,
          actions(button(words("planner.print"), () => printSheet(sheet, shown), { kind: "go" }),
            button(words("planner.copy"), async () => said.say(words(await copyText(memoText(sheet())) ? "planner.copied" : "planner.not-copied")))));
      }

      /** Keep the plan at hand if it fits the budget; whether it does. */
      function keepPlan() {
        const ids = group.picked();
        if (!ids.length) status.say(words("planner.choose-first"));
        else if (account(definition, ids).some(({ left: rest }) => rest < 0)) status.say(words("planner.too-much", { left: leftNow() }));
        else {
          answer.set({ ...kept(), plans: { ...kept().plans, [at.plan]: ids } });
          return true;
        }
        return false;
      }

      const tabs = plans.map((plan) => make("button", {
        type: "button", class: "btn plan", "aria-pressed": String(plan === at.plan),
        click() {
          at.plan = plan;
          tabs.forEach((tab, n) => tab.setAttribute("aria-pressed", String(plans[n] === plan)));
          drawChoices();
          status.say(words("planner.now", { plan: planName(plan) }));
        },
      }, planName(plan)));
      const see = button(words("planner.see"), () => {
        if (!keepPlan()) return;
        show(at.plan, words("planner.seen"));
        shown.scrollIntoView({ block: "nearest" });
      }, { kind: "go" });
      const compare = button(words("planner.compare"), () => {
        if (tickedOf(at.plan).length && !keepPlan()) return;
        if (plans.some((plan) => !kept().plans[plan]?.length)) {
          status.say(words("planner.two-first"));
          return;
        }
        show("both", words("planner.compared"));
        shown.scrollIntoView({ block: "nearest" });
      });
      const pass = passButton(words, () => {
        at = blank();
        answer.set({});
        draw();
        const said = el.querySelector(".status");
        said.textContent = words("activity.passed");
        el.querySelector("input").focus();
      });

      drawChoices();
      show(at.shown, "");
      el.replaceChildren(make("div", { class: "panel planner" },
        make("p", { class: "place", text: definition.place }),
        make("ul", { class: "people", "aria-label": words("planner.people") }, ...definition.people.map((person) =>
          make("li", {}, make("b", { text: person.name }), ` ${person.about}`))),
        full ? make("div", { class: "plans", role: "group", "aria-label": words("planner.plans") }, ...tabs) : null,
        place, left, status.element, actions(see, pass),
        full ? make("div", { class: "steps" }, compare) : null, shown));
    }

    function pictures() {
      el.replaceChildren(pickingPanel({
        options: definition.lines, most: definition.pick, heading: definition.heading ?? definition.title,
        question: words("planner.agree"), words, answer, show: "planner.make", made: "planner.agreed",
      }));
    }

    const answer = keep(model, (cleared) => {
      if (cleared || !Object.keys(answer.get()).length) at = blank();
      else at = { ...at, ticked: {}, shown: at.shown ?? (full && kept().plans.b?.length ? "both" : "a") };
      (definition.mode === "pictures" ? pictures : draw)();
    });
    if (definition.mode !== "pictures" && Object.keys(kept().plans).length) at.shown = kept().plans.b?.length && kept().plans.a?.length ? "both" : "a";
    (definition.mode === "pictures" ? pictures : draw)();
    return answer.stop;
  },
};
