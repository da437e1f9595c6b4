// SPDX-License-Identifier: MIT
// Small line drawings, hidden from screen readers, always beside a word.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  // kinds
  quiz: "M4 6h.01M4 12h.01M4 18h.01M8.5 6h11M8.5 12h11M8.5 18h7",
  sort: "M3.5 13h17l-1.5 7.5H5zM7 9.5l1-5 5 1-1 4M14 9.5l3-3 3 3",
  reflection: "M4 4h16v16H4zM12 4v16M4 12h16M14.5 15.5h3",
  check: "M4 7h8M4 12h8M4 17h8M15.5 9.5l2 2 3-4M15.5 16.5l2 2 3-4",
  scenario: "M12 20.5v-5.5M12 15 6.5 10M12 15l5.5-5M3 3.5h7v5H6.5L5 10V8.5H3zM14 3.5h7v5h-2V10l-1.5-1.5H14z",
  path: "M3.5 20.5h6a2.75 2.75 0 0 0 0-5.5H8a2.75 2.75 0 0 1 0-5.5h5.5M16 13.5v-10l5 2.5-5 2.5",
  audit: "M5 3.5h9.5L19 8v4M5 3.5v17h6M8 9h5M8 12.5h4M15.5 20a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM18 19l3 2.5",
  planner: "M5 5h14v15.5H5zM9 3.5h6v3H9zM8.5 11.5l1.2 1.2 2-2.4M14 11.5h2.5M8.5 16.5l1.2 1.2 2-2.4M14 16.5h2.5",
  explorer: "M4 4v16h16M8 8.5h9M8 12.5h5.5M8 16.5h7.5",
  letter: "M4 5.5h16v13H4zM4.5 6.5l7.5 6 7.5-6M8 15.5h3.5",
  circles: "M12 10.7a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6zM12 6.9a5.1 5.1 0 1 0 0 10.2 5.1 5.1 0 0 0 0-10.2zM12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  words: "M3.5 17.5 8 5.5l4.5 12M5 13.5h6M13.5 20l1-3 5-5 2 2-5 5z",
  profile: "M8.5 4a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM15.5 4a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12 9.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
  studio: "M13.5 4.5 19.5 10.5 10 20c-2.5 2-5.5 1-6.5.5 1.5-1 1-4 2.5-6zM16 2.5l5.5 5.5M3.5 8.5h4M3.5 5h7",
  "tool-draw": "M4 20l1.2-4.6L16 4.6l3.4 3.4L8.6 18.8zM13.5 7l3.5 3.5",
  "tool-move": "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  "tool-rub": "M9 19.5h11M4.5 14 13 5.5l6 6-8 8H8zM9.5 9l6 6",
  redo: "M19 12a7 7 0 1 1-2.2-5.1M16.5 3v4.2h-4.2",
  // marks of feedback
  fits: "M4.5 12.5l5 5L19.5 7",
  other: "M4 8.5h14M14.5 5 18 8.5 14.5 12M20 15.5H6M9.5 12 6 15.5 9.5 19",
  think: "M9 17.5v-1.2c0-1.3-.6-2.1-1.5-3a6 6 0 1 1 9 0c-.9.9-1.5 1.7-1.5 3v1.2zM10 21h4",
  // buttons
  pass: "M4 15c2.5-6 8-8 14.5-6M15 5.5 19 9l-4.5 3M4 19.5h.6M8 19.5h.6M12 19.5h.6M16 19.5h.6M20 19.5h.1",
  hand: "M7 12.5V7a1.5 1.5 0 0 1 3 0V5a1.5 1.5 0 0 1 3 0v1.5a1.5 1.5 0 0 1 3 0V9a1.5 1.5 0 0 1 3 0v5.5a6.5 6.5 0 0 1-6.5 6.5c-3 0-4.5-1.5-6-4l-2.5-4a1.5 1.5 0 0 1 2.5-1.6z",
  again: "M5 12a7 7 0 1 0 2.2-5.1M7.5 3v4.2h4.2",
  back: "M19 12H5.5M11 6l-6 6 6 6",
  next: "M5 12h13.5M13 6l6 6-6 6",
  up: "M12 19V5.5M6 11l6-6 6 6",
  down: "M12 5v13.5M6 13l6 6 6-6",
  more: "M12 5v14M5 12h14",
  fewer: "M5 12h14",
  // presenting
  start: "M8 5.5v13l10.5-6.5z",
  stop: "M8 5.5v13M16 5.5v13",
  menu: "M4.5 7h15M4.5 12h15M4.5 17h15",
  screen: "M4 9V4.5h4.5M20 9V4.5h-4.5M4 15v4.5h4.5M20 15v4.5h-4.5",
  leave: "M6 6l12 12M18 6L6 18",
  notes: "M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4",
  phone: "M6.5 4.5a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2zM11 18.5h2",
  // cards of a path
  step: "M3 20h4.5v-4.5H12V11h4.5V6.5H21",
  setback: "M3 5.5c5 0 4 5.5 7.5 5.5s3.5 6 9 6.5M15.5 13.5l4 4-5 2.5",
  support: "M8 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16.5 11a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 19.5c0-3.8 2-6 5.5-6s5.5 2.2 5.5 6M15.5 14c3.6-.5 6 1.7 6 5.5",
  rest: "M5 9.5h11v6a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 11h1.2a2.6 2.6 0 0 1 0 5.2H16M8.5 6.5c0-1.5 1.2-1.5 1.2-3M12.5 6.5c0-1.5 1.2-1.5 1.2-3",
  private: "M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14.2v2.3",
  // trays
  tray: "M3.5 13h4.5l1.5 2.5h5L16 13h4.5M5.5 6h13l2 7v6.5h-17V13z",
  open: "M3.5 9.5v9a2 2 0 0 0 2 2h13a2 2 0 0 0 2-2v-9M8 9.5 12 4l4 5.5M12 4v11",
  fork: "M12 21V11M12 11 5 4M12 11l7-7M5 8.5V4h4.5M19 8.5V4h-4.5",
  close: "M4 4l6 6M10 5.5V10H5.5M20 20l-6-6M14 18.5V14h4.5",
  heart: "M12 20C5.5 15.5 3.5 12 3.5 9a4.3 4.3 0 0 1 8.5-1 4.3 4.3 0 0 1 8.5 1c0 3-2 6.5-8.5 11z",
  talk: "M4 5h11a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2H9.5L6 16.5v-3H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM20 9.5a2 2 0 0 1 2 2V16a2 2 0 0 1-2 2h-1v2.5L16 18h-3.5",
  help: "M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1 1-1.1 1.8M12 16.8v.1M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17z",
};

/** Point the way that the text runs, and turn round with it. */
const TURNS = new Set(["pass", "back", "next", "again"]);

/** The drawing of `name`; an unknown name gives the sign of the tray. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = {
    viewBox: "0 0 24 24", class: TURNS.has(name) ? "ic turns" : "ic", "aria-hidden": "true",
    focusable: "false", fill: "none", stroke: "currentColor", "stroke-width": "1.75",
    "stroke-linecap": "round", "stroke-linejoin": "round",
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name] ?? PATHS.tray);
  svg.append(path);
  return svg;
}
