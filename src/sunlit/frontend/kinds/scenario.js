// SPDX-License-Identifier: MIT
// scenario: choose what to say, read where it leads, step back and try another way.
import { actions, button, choices, keep, make, passButton, picture, statusLine, wordsOf } from "../controls.js";
import { helpCard } from "../help_card.js";
import { icon } from "../icons.js";

/** What somebody says; without a speaker it is told. `side` is friend or you. */
function said(text, speaker, side = "friend") {
  return speaker
    ? make("div", { class: "bubble", "data-side": side }, make("p", { class: "who", text: speaker }), make("p", { text }))
    : make("p", { class: "told", text });
}

/** The talk after the choices of `path`, as far as they lead anywhere. */
function walk({ start, scenes }, path) {
  const turns = [];
  let name = start;
  for (const id of path) {
    const choice = scenes[name].choices.find((one) => one.id === id);
    if (!choice) break;
    turns.push({ name, scene: scenes[name], choice });
    name = choice.to;
  }
  return { turns, name, scene: scenes[name] };
}

/** Who helps at this ending, and the help card where it is part of it. */
function ending(ends, words) {
  return make("div", { class: "ending" },
    make("p", { class: "ending-name" }, icon(ends === "help-card" ? "help" : "hand"),
      make("b", { text: words(`scenario.ends-${ends}`) })),
    ends === "adult" ? null : helpCard(words));
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const definition = model.get("definition");
    // In memory only: whether the last reply is still on show, and what was tried before.
    let replying = false;
    let tried = new Set();
    // The status line stays where it is: a new one would not be read aloud.
    const status = statusLine();
    const upper = make("div", {});
    const lower = make("div", {});
    const panel = make("div", { class: "panel dialogue" }, upper, status.element, lower);

    /** Go to another place of the talk; `focus` finds what is read next. */
    function go(path, { reply = false, note = "", focus = ".scene-now" } = {}) {
      replying = reply;
      answer.set(path.length ? { path } : {});
      draw(note);
      (panel.querySelector(focus) ?? upper.querySelector(".scene-now")).focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    }

    const back = (path) => go(path.slice(0, -1), { note: words("scenario.stepped-back") });
    const restart = () => go([], { note: words("scenario.started-again") });

    /** The turns so far, folded away; each can be gone back to. */
    function soFar(turns) {
      if (!turns.length || words.readAloud) return null;
      return make("details", { class: "so-far" },
        make("summary", { text: words("scenario.so-far", { n: turns.length }) }),
        make("ol", {}, ...turns.map(({ scene, choice }, place) => make("li", {},
          said(scene.text, scene.speaker),
          said(choice.text, definition.plays, "you"),
          said(choice.reply, choice.speaker),
          choice.then ? said(choice.then) : null,
          make("button", {
            type: "button", class: "btn ghost",
            "aria-label": words("scenario.back-to", { text: scene.text }),
            click: () => go(taken().slice(0, place), { note: words("scenario.stepped-back") }),
          }, icon("again"), make("span", { text: words("scenario.back-here") }))))));
    }

    /** A scene with its choices. */
    function choosing(scene, name, path) {
      const group = choices({ question: scene.ask, options: scene.choices });
      for (const [id, row] of group.rows) {
        if (!tried.has(`${name} ${id}`)) continue;
        row.querySelector(".opt-text").append(" ", make("span", { class: "tried", text: words("scenario.tried") }));
      }
      const see = button(words("scenario.see"), () => {
        const [id] = group.picked();
        if (!id) {
          status.say(words("activity.choose-first"));
          return;
        }
        tried.add(`${name} ${id}`);
        go([...path, id], { reply: true, focus: ".acts .go" });
      }, { kind: "go" });
      const pass = passButton(words, () => {
        group.clear();
        replying = false;
        answer.set({});
        draw(words("activity.passed"));
        upper.querySelector(".scene-now").focus({ preventScroll: true });
      });
      upper.append(
        picture(scene.picture, "picture wide") ?? "",
        make("div", { class: "scene-now", tabindex: "-1" }, said(scene.text, scene.speaker)), group.element);
      lower.append(
        actions(see, pass),
        path.length ? make("div", { class: "steps" },
          button(words("scenario.step-back"), () => back(path), { kind: "ghost", mark: "back" })) : "");
    }

    /** What the last choice led to, and the coach's note. */
    function answering({ choice }, path) {
      const note = make("div", { class: "why", "data-mark": "open" },
        make("p", { class: "why-mark" }, icon("think"), make("b", { text: words("scenario.coach") })),
        make("p", { text: choice.note }));
      upper.append(
        picture(choice.picture) ?? "",
        make("div", { class: "scene-now", tabindex: "-1" },
          said(choice.text, definition.plays, "you"), said(choice.reply, choice.speaker),
          choice.then ? said(choice.then) : null),
        note);
      lower.append(actions(
        button(words("scenario.go-on"), () => go(path), { kind: "go" }),
        button(words("scenario.another"), () => back(path), { mark: "again" })));
      status.say("", [choice.speaker, choice.reply, choice.then, words("scenario.coach"), choice.note]
        .filter(Boolean).join(". "));
    }

    /** An ending: it is good, and there are others. */
    function ended(scene, path) {
      upper.append(
        picture(scene.picture, "picture wide") ?? "",
        make("div", { class: "scene-now", tabindex: "-1" }, said(scene.text, scene.speaker), ending(scene.ends, words)));
      lower.append(actions(
        button(words("scenario.another"), () => back(path), { mark: "again" }),
        words.readAloud ? null : button(words("scenario.from-start"), restart)));
      status.say(words("scenario.endings", { n: definition.endings }));
    }

    /** The choices made so far, from the start. */
    function taken() {
      const { path } = answer.get();
      return Array.isArray(path) ? path : [];
    }

    function draw(note = "") {
      const path = taken();
      const { turns, name, scene } = walk(definition, path);
      const known = path.slice(0, turns.length);
      const last = turns.at(-1);
      const state = replying && last ? "feedback" : scene.ends ? "ending" : "open";
      panel.dataset.state = state;
      panel.dataset.scene = state === "feedback" ? last.name : name;
      upper.replaceChildren(soFar(state === "feedback" ? turns.slice(0, -1) : turns) ?? "");
      lower.replaceChildren();
      status.say(note);
      if (state === "feedback") answering(last, known);
      else if (state === "ending") ended(scene, known);
      else choosing(scene, name, known);
    }

    const answer = keep(model, () => {
      replying = false;
      if (!taken().length) tried = new Set();
      draw();
    });
    draw();
    el.replaceChildren(panel);
    return answer.stop;
  },
};
