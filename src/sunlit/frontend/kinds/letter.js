// SPDX-License-Identifier: MIT
// letter: build a text from starters, rights and facts; print it, copy it, keep nothing.
import {
  actions, button, choices, freshId, keep, make, passButton, statusLine, wordsOf,
} from "../controls.js";
import { icon } from "../icons.js";
import { pickingPanel } from "../picking.js";
import { copyText, printSheet } from "../sheet.js";

/** As Python counts: what stands between spaces and holds a letter or a digit. */
const countWords = (text) => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The paragraphs of the text, and the sources of the facts that stand in it. */
function compose(definition, { parts = {}, facts = {} }) {
  const used = [];
  const paragraphs = definition.parts.map((part) => {
    const given = parts[part.id] ?? "";
    const ending = part.endings.find((one) => one.id === given);
    const own = ending ? `${part.starters[0]} ${ending.text}` : part.endings.length ? "" : given.trim();
    const stated = definition.bank.filter((fact) => facts[fact.id] === part.id);
    used.push(...stated);
    return [own, ...stated.map((fact) => fact.text)].filter(Boolean).join(" ");
  }).filter(Boolean);
  return {
    paragraphs,
    count: paragraphs.reduce((sum, text) => sum + countWords(text), 0),
    sources: [...new Set(used.map((fact) => `${fact.cited}. ${fact.title}`))],
  };
}

/** The sheet: title, opening, paragraphs, closing, sources. */
function letterSheet(definition, text, words) {
  const { heading, opening, closing, form } = definition;
  const line = (className, said) => (said ? make("p", { class: className, text: said }) : null);
  return make("div", { class: "sheet", "data-form": form },
    line("sheet-title", heading), line("sheet-opening", opening),
    ...text.paragraphs.map((said) => make("p", { class: "sheet-text", dir: "auto", text: said })),
    line("sheet-closing", closing),
    text.sources.length ? make("div", { class: "sheet-sources" },
      make("p", {}, make("b", { text: words("letter.sources") })),
      make("ul", {}, ...text.sources.map((one) => make("li", { text: one })))) : null);
}

/** The same as plain text, for the clipboard. */
function plainText({ heading, opening, closing }, text, words) {
  const sources = text.sources.length
    ? [words("letter.sources"), ...text.sources.map((one) => `– ${one}`)].join("\n") : null;
  return [heading, opening, ...text.paragraphs, closing, sources].filter(Boolean).join("\n\n");
}

/** Print and copy, for a text that may change until the button is pressed. */
function handOver({ definition, words, textNow, status, panel }) {
  const print = button(words("activity.print"), () => {
    if (!textNow().paragraphs.length) status.say(words("letter.empty"));
    else printSheet(() => letterSheet(definition, textNow(), words), panel);
  }, { kind: "go" });
  const copy = button(words("letter.copy"), async () => {
    const text = textNow();
    if (!text.paragraphs.length) status.say(words("letter.empty"));
    else status.say(words(await copyText(plainText(definition, text, words)) ? "letter.copied" : "letter.not-copied"));
  });
  return [print, copy];
}

/** Ages 8 to 10: a prepared ending for each starter. */
function choosing({ definition, words, answer }) {
  const status = statusLine();
  const upper = make("div", {});
  const lower = make("div", {});
  const panel = make("div", { class: "panel letter" }, upper, status.element, lower);
  const last = definition.parts.at(-1).id;

  function open(said = "", focus = false) {
    const { parts = {}, facts = {} } = answer.get();
    const groups = definition.parts.map((part) => ({ part, group: choices({
      question: words("letter.starts", { starter: part.starters[0] }), how: part.note ?? part.name,
      options: part.endings, chosen: [parts[part.id]],
    }) }));
    const bank = definition.bank.length ? choices({
      question: words("letter.bank"), how: words("letter.bank-add"), several: true, chosen: Object.keys(facts),
      options: definition.bank.map((fact) => ({ id: fact.id, text: `${fact.text} (${fact.cited})` })),
    }) : null;
    panel.dataset.state = "open";
    upper.replaceChildren(...groups.map(({ group }) => group.element), ...(bank ? [bank.element] : []));
    lower.replaceChildren(actions(
      button(words(`letter.show-${definition.form}`), () => {
        const chosen = groups.flatMap(({ part, group }) => group.picked().map((id) => [part.id, id]));
        if (!chosen.length) {
          status.say(words("activity.choose-first"));
          return;
        }
        const stated = bank ? bank.picked().map((id) => [id, last]) : [];
        answer.set({ parts: Object.fromEntries(chosen), facts: Object.fromEntries(stated) });
        finished(true);
      }, { kind: "go" }),
      passButton(words, () => {
        answer.set({});
        open(words("activity.passed"));
        panel.querySelector("input").focus();
      })));
    status.say(said);
    if (focus) panel.querySelector("input").focus();
  }

  function finished(focus = false) {
    const textNow = () => compose(definition, answer.get());
    const [print, copy] = handOver({ definition, words, textNow, status, panel });
    panel.dataset.state = "feedback";
    upper.replaceChildren(letterSheet(definition, textNow(), words));
    lower.replaceChildren(actions(print, copy),
      make("div", { class: "steps" },
        button(words("letter.change"), () => open("", true), { kind: "ghost", mark: "again" })));
    status.say(words("letter.made"), textNow().paragraphs.join(" "));
    if (focus) print.focus({ preventScroll: true });
    if (focus) panel.scrollIntoView({ block: "nearest" });
  }

  if (compose(definition, answer.get()).paragraphs.length) finished();
  else open();
  return panel;
}

/** From age 11: own words, with starters and a bank of rights and facts. */
function writing({ definition, words, answer }) {
  const status = statusLine();
  const preview = make("div", { class: "preview" });
  const count = make("p", { class: "how count-line" });
  const current = () => ({ parts: {}, facts: {}, ...answer.get() });
  const textNow = () => compose(definition, {
    ...current(), parts: Object.fromEntries([...fields].map(([id, { area }]) => [id, area.value])),
  });

  const fields = new Map(definition.parts.map((part) => {
    const [name, note] = [freshId("part"), freshId("note")];
    const area = make("textarea", {
      id: name, rows: 4, maxlength: definition.longest, dir: "auto", autocomplete: "off",
      "aria-describedby": part.note && note,
      input: () => { refresh(); },
      change: () => { write(part.id, area.value); },
      focus: () => { if (where) where.value = part.id; },
    });
    area.value = current().parts[part.id] ?? "";
    const facts = make("ul", { class: "facts-in", "aria-label": words("letter.facts-in", { part: part.name }) });
    const begin = make("div", { class: "starters", role: "group", "aria-label": words("letter.starters", { part: part.name }) },
      ...part.starters.map((starter) => button(words("letter.starts", { starter }), () => {
        const before = area.value.trimEnd();
        area.value = `${before}${before ? " " : ""}${starter} `.slice(0, definition.longest);
        area.focus();
        area.setSelectionRange(area.value.length, area.value.length);
        write(part.id, area.value);
        refresh();
        status.say(words("letter.started", { part: part.name }));
      }, { kind: "starter" })));
    return [part.id, { area, facts, element: make("div", { class: "letter-part" },
      make("label", { class: "question", for: name, text: part.name }),
      part.note ? make("p", { class: "how", id: note, text: part.note }) : null,
      begin, area, facts) }];
  }));

  const where = definition.bank.length ? make("select", { id: freshId("where") },
    ...definition.parts.map((part) => make("option", { value: part.id, text: part.name }))) : null;
  const adders = new Map(definition.bank.map((fact) => {
    const add = make("button", {
      type: "button", class: "btn", "aria-label": words("letter.add-fact", { fact: fact.text }),
      click() {
        if (current().facts[fact.id]) return;
        const part = definition.parts.find((one) => one.id === where.value);
        answer.set({ ...current(), facts: { ...current().facts, [fact.id]: part.id } });
        refresh();
        status.say(words("letter.added", { part: part.name }));
      },
    }, icon("more"), make("span", { text: words("letter.add") }));
    return [fact.id, add];
  }));
  const bank = definition.bank.length ? make("details", { class: "bank", open: true },
    make("summary", { text: words("letter.bank") }),
    make("div", { class: "bank-where" }, make("label", { for: where.id, text: words("letter.where") }), where),
    make("ul", {}, ...definition.bank.map((fact) => make("li", {},
      make("p", {}, fact.text, " ", make("span", { class: "cited", text: `(${fact.cited})` })), adders.get(fact.id))))) : null;

  function write(id, text) {
    const { parts, facts } = current();
    const { [id]: _, ...rest } = parts;
    const kept = text.trim() ? { ...rest, [id]: text } : rest;
    answer.set(Object.keys(kept).length || Object.keys(facts).length ? { parts: kept, facts } : {});
  }

  /** Show what the text is now: the sheet, its length, the facts in each part. */
  function refresh() {
    const text = textNow();
    const { facts } = current();
    for (const [id, field] of fields) {
      field.facts.replaceChildren(...definition.bank.filter((fact) => facts[fact.id] === id).map((fact) =>
        make("li", {}, make("p", {}, fact.text, " ", make("span", { class: "cited", text: `(${fact.cited})` })),
          make("button", {
            type: "button", class: "btn ghost", "aria-label": words("letter.take-out-fact", { fact: fact.text }),
            click() {
              const { [fact.id]: _, ...rest } = current().facts;
              answer.set({ ...current(), facts: rest });
              refresh();
              field.area.focus();
              status.say(words("letter.taken-out"));
            },
          }, words("letter.take-out")))));
      field.facts.hidden = !field.facts.children.length;
    }
    for (const [id, add] of adders) add.setAttribute("aria-disabled", String(Boolean(facts[id])));
    const length = definition.words;
    count.textContent = [words("letter.count", { n: text.count }), length && words("letter.length", length)]
      .filter(Boolean).join(" ");
    preview.hidden = !text.paragraphs.length;
    pass.hidden = text.paragraphs.length > 0;
    clear.hidden = !text.paragraphs.length;
    preview.replaceChildren(
      make("p", { class: "preview-name", text: words(`letter.yours-${definition.form}`) }),
      letterSheet(definition, text, words));
  }

  const panel = make("div", { class: "panel letter" });
  const pass = passButton(words, () => {
    answer.set({});
    status.say(words("activity.passed"));
  });
  const clear = button(words("letter.clear"), () => {
    answer.set({});
    for (const { area } of fields.values()) area.value = "";
    refresh();
    status.say(words("activity.cleared"));
    fields.values().next().value.area.focus();
  });
  panel.append(
    make("p", { class: "private" }, icon("private"), make("span", { text: words("letter.private") })),
    ...[...fields.values()].map(({ element }) => element), ...(bank ? [bank] : []),
    preview, count, status.element,
    actions(...handOver({ definition, words, textNow, status, panel }), pass, clear));
  refresh();
  return panel;
}

const FORMS = {
  choose: choosing,
  write: writing,
  poster: ({ definition, words, answer }) => pickingPanel({
    options: definition.lines, most: definition.pick, heading: definition.heading ?? definition.title,
    question: words("letter.which"), words, answer, show: "letter.show-poster", made: "letter.made",
  }),
};

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    const draw = () => el.replaceChildren(FORMS[definition.mode]({ definition, words, answer }));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
