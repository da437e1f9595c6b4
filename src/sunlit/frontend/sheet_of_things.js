// SPDX-License-Identifier: MIT
// What lies on a drawing's sheet, as SVG: strokes, stamps and words, each with its place.
//
// A thing is {kind, colour, x, y, size, turn} with: stroke {width, points}, stamp {stamp},
// words {text}. Its lines are drawn round (0, 0); place, size and turn are a transform.
import { strokePaths } from "./strokes.js";

const SVG = "http://www.w3.org/2000/svg";
const LETTERS = "Lexend, Verdana, 'DejaVu Sans', sans-serif";
const LINE = 18; // letters before words go on in the next line
const TALL = 34; // units: height of letters
const FINGER = 30; // units round a line that count as touching it

/** An SVG element with attributes. */
export function shape(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** `text` in lines of about equal length. */
function inLines(text) {
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last && last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

const touched = (d) => shape("path", {
  d, class: "touch", fill: "none", stroke: "transparent", "stroke-width": FINGER, "pointer-events": "stroke",
});

function strokeParts({ points, width }, hex) {
  const runs = strokePaths(points, width);
  return [touched(runs.map(({ d }) => d).join("")),
    ...runs.map((run) => shape("path", { d: run.d, fill: "none", stroke: hex, "stroke-width": run.width }))];
}

function stampParts({ path, manner }, hex, { ink, ground }) {
  const fill = { fill: hex, line: "none", outline: ground }[manner];
  const stroke = manner === "fill" ? ink : hex;
  const lines = shape("path", { d: path, fill, stroke, "stroke-width": manner === "line" ? 6 : 3 });
  return manner === "line" ? [touched(path), lines] : [lines];
}

function wordParts({ text }, { hex, light }, { ink }) {
  const lines = inLines(text);
  const top = (1 - lines.length) * TALL * 0.6;
  // Light colours get a line of ink round the letters, to be read on white.
  return [shape("text", {
    "text-anchor": "middle", "dominant-baseline": "central", "font-family": LETTERS, "font-size": TALL,
    "font-weight": 600, fill: hex, stroke: light ? ink : "none", "stroke-width": 5, "paint-order": "stroke",
  }, ...lines.map((line, k) => {
    const row = shape("tspan", { x: 0, y: top + k * TALL * 1.2 });
    row.textContent = k < lines.length - 1 ? `${line} ` : line;
    return row;
  }))];
}

/** Place, size and turn of a thing. */
export const placed = ({ x, y, size, turn }) => `translate(${x} ${y}) rotate(${turn}) scale(${size})`;

/** The SVG of `thing`; `look` has stamps and colours by id, and the codes of ink and ground. */
export function drawThing(thing, look) {
  const colour = look.colours.get(thing.colour);
  const { hex } = colour;
  const parts = {
    stroke: () => strokeParts(thing, hex),
    stamp: () => stampParts(look.stamps.get(thing.stamp), hex, look),
    words: () => wordParts(thing, colour, look),
  }[thing.kind]();
  return shape("g", {
    transform: placed(thing), "stroke-linecap": "round", "stroke-linejoin": "round",
  }, ...parts);
}

const number = (value, low, high) => Number.isFinite(value) && value >= low && value <= high;

/** The things of an answer that can be drawn here; it may come from outside. */
export function known(things, definition, look) {
  if (!Array.isArray(things)) return [];
  const { width, height } = definition.sheet;
  return things.slice(0, definition.most).filter((thing) => thing && look.colours.has(thing.colour)
    && number(thing.x, -width, 2 * width) && number(thing.y, -height, 2 * height)
    && number(thing.size, 0.1, 10) && number(thing.turn, -360, 360)
    && ((thing.kind === "stamp" && look.stamps.has(thing.stamp))
      || (thing.kind === "words" && typeof thing.text === "string" && thing.text && thing.text.length <= definition.longest)
      || (thing.kind === "stroke" && number(thing.width, 1, 60) && Array.isArray(thing.points) && thing.points.length
        && thing.points.every((point) => Array.isArray(point) && point.length === 3 && point.every(Number.isFinite)))));
}
