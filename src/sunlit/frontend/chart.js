// SPDX-License-Identifier: MIT
// One question's bars as SVG, with the words of the chart, and the same figures as a table.
import { make } from "./controls.js";

const SVG = "http://www.w3.org/2000/svg";
const FIRST_WIDTH = 560; // px, before it is known how wide the chart may be
const BAR = 1.5; // heights in letters
const LINE = 1.35;
const GAP = 1.1;
let pen = null;

function draw(tag, attributes, text = null) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== null) element.textContent = text;
  return element;
}

/** How wide `text` is, in px, in letters of `size` px. */
function measure(text, size, family, weight) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${family || "sans-serif"}`;
  return pen.measureText(text).width;
}

/** `text` in lines of at most `most` px; a word that is too long is cut. */
export function inLines(text, most, wide) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (wide(longer) <= most) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const letter of word) {
      if (line && wide(line + letter) > most) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** The drawing, `width` px wide: each label above its bar, what the bar says at its end. */
function drawing({ title, bars, most }, { width, size, family, rtl }) {
  const wide = (weight) => (text) => measure(text, size, family, weight);
  const ends = Math.max(0, ...bars.map((bar) => wide(600)(bar.text)));
  const beside = ends < width * 0.45;
  const room = width - 3 - (beside ? ends + size * 0.6 : 0);
  const start = (x) => (rtl ? width - x : x);
  const parts = [];
  let y = 0;
  const say = (text, x, at, name) => parts.push(draw("text", { x: start(x), y: at, class: name }, text));
  for (const bar of bars) {
    for (const line of inLines(bar.label, width, wide(500))) {
      y += size * LINE;
      say(line, 0, y - size * 0.3, "chart-label");
    }
    if (!beside) {
      for (const line of inLines(bar.text, width, wide(600))) {
        y += size * LINE;
        say(line, 0, y - size * 0.3, "chart-value");
      }
    }
    const length = bar.value === null ? room : Math.max(0, Math.min(1, bar.value / most)) * room;
    const x = rtl ? width - 1.5 - length : 1.5;
    parts.push(draw("rect", {
      x, y: y + 1.5, width: length, height: size * BAR, rx: 3,
      class: bar.value === null ? "chart-bar chart-none" : "chart-bar",
    }));
    // The line from which every bar starts; a bar of nothing is this line alone.
    parts.push(draw("path", { d: `M${start(1.5)} ${y - 1.5}v${size * BAR + 6}`, class: "chart-axis" }));
    if (beside) say(bar.text, length + 3 + size * 0.45, y + 1.5 + size * (BAR / 2 + 0.36), "chart-value");
    y += size * (BAR + GAP);
  }
  const height = Math.max(size, y - size * GAP + 3);
  const svg = draw("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "img", "font-size": size,
    "aria-label": `${title} ${bars.map((bar) => `${bar.label}: ${bar.text}`).join("; ")}.`,
  });
  svg.append(...parts);
  return svg;
}

/** A chart of { title, bars: [{label, value or null, text}], most }; it fits its place. */
export function barChart(data) {
  const place = make("div", { class: "chart-place" });
  const element = make("figure", { class: "chart" }, make("figcaption", { text: data.title }), place);
  let drawn = 0;
  const redraw = (width) => {
    if (width === drawn) return;
    drawn = width;
    const style = place.isConnected ? getComputedStyle(place) : null;
    place.replaceChildren(drawing(data, {
      width, size: parseFloat(style?.fontSize) || 16, family: style?.fontFamily, rtl: style?.direction === "rtl",
    }));
  };
  redraw(FIRST_WIDTH);
  new ResizeObserver(([{ contentRect }]) => {
    if (contentRect.width > 0) redraw(Math.round(contentRect.width));
  }).observe(place);
  return element;
}

/** A table: `head` and `rows` are texts; the first cell of a row heads it. */
export function dataTable({ caption, head, rows }) {
  return make("table", { class: "data" }, make("caption", { text: caption }),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col", text })))),
    make("tbody", {}, ...rows.map(([first, ...rest]) => make("tr", {},
      make("th", { scope: "row", text: first }), ...rest.map((text) => make("td", { text }))))));
}
