// SPDX-License-Identifier: MIT
// The class picture: ten panes a bar, filled to the tenth, with the sentence in words above it.
import { make, say } from "./dom.js";

const TENTHS = 10;

function panes(tenths) {
  const cells = Array.from({ length: TENTHS }, (_, n) => make("i", { class: n < tenths ? "on" : false }));
  return make("span", { class: "cells", "aria-hidden": "true" }, ...cells);
}

function bar(label, tenths) {
  const count = make("b", {}, make("span", { class: "num" }, say("picture.tenths", { n: tenths })));
  return make("div", { class: "br" }, make("dt", {}, label), make("dd", {}, panes(tenths), count));
}

/** Draw one released item: heading, sentence, bars, note. Returns the elements. */
export function picture(item, level = "h2") {
  const parts = [make(level, { tabindex: "-1" }, item.text), make("p", { class: "sentence" }, item.sentence)];
  if (item.kind === "bars") {
    parts.push(make("dl", { class: "chart" }, ...item.bars.map((one) => bar(one.label, one.tenths))));
    parts.push(make("p", { class: "note" }, item.note));
  }
  if (item.kind === "coin" && item.tenths !== null) {
    parts.push(make("dl", { class: "chart" }, bar(say("picture.coin"), item.tenths)));
  }
  return parts;
}

/** Draw a join link as a QR code from its rows of modules. */
export function qrcode(rows, label) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  const ground = document.createElementNS(space, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", "#fff");
  const dark = document.createElementNS(space, "path");
  let line = "";
  rows.forEach((row, y) => {
    [...row].forEach((cell, x) => { if (cell === "1") line += `M${x} ${y}h1v1h-1z`; });
  });
  dark.setAttribute("d", line);
  dark.setAttribute("fill", "#000");
  svg.append(ground, dark);
  return svg;
}
