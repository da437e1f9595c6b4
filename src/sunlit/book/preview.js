// SPDX-License-Identifier: MIT
// Live preview: asks the server that sent this page what is new, shows what to mend, and
// loads the page again once it was built anew. Only `sunlit open --watch` adds it.

const EVERY = 1000; // milliseconds between two questions

let number = null;
let shown = "";
let closed = "";

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function row(problem, advice) {
  const item = element("li");
  if (problem.file) {
    const place = problem.line ? `${problem.file}:${problem.line}` : problem.file;
    item.append(element("code", place), element("br"));
  }
  const rule = problem.rule ? `${problem.rule}: ` : "";
  item.append(element("span", rule + problem.words + (problem.must ? "" : ` (${advice})`)));
  for (const more of [problem.why, problem.mend]) {
    if (more) item.append(element("br"), element("span", more, "preview-more"));
  }
  return item;
}

function show(state) {
  const now = JSON.stringify(state.problems);
  if (now === shown) return;
  shown = now;
  document.querySelector(".preview-panel")?.remove();
  if (!state.problems.length || now === closed) return;
  const panel = element("section", "", "preview-panel");
  panel.setAttribute("role", "status");
  panel.setAttribute("aria-label", state.title);
  const close = element("button", state.close);
  close.type = "button";
  close.addEventListener("click", () => {
    closed = now;
    panel.remove();
  });
  const list = element("ul");
  list.append(...state.problems.map((problem) => row(problem, state.advice)));
  panel.append(element("h2", state.title), close, list);
  document.body.append(panel);
}

async function ask() {
  try {
    const state = await (await fetch("/_preview/state.json")).json();
    if (number !== null && state.number !== number) {
      location.reload();
      return;
    }
    number = state.number;
    show(state);
  } catch {
    // The server was stopped, or the page is being left: nothing to show.
  }
  setTimeout(ask, EVERY);
}

ask();
