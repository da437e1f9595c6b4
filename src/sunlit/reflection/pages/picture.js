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

/** Draw two pictures of one item side by side: before and after, or before and no clear change. */
export function pair(item) {
  const side = (name, shown) => {
    const bars = shown && shown.kind === "bars"
      ? make("dl", { class: "chart" }, ...shown.bars.map((one) => bar(one.label, one.tenths)))
      : make("p", { class: "sentence" }, shown ? shown.sentence : say("picture.none"));
    return make("div", {}, make("p", { class: "when" }, say(name)), bars);
  };
  const says = item.bars.map((one) => make("li", {}, `${one.label}: ${one.sentence}`));
  const change = says.length ? make("ul", { class: "says" }, ...says) : make("p", { class: "sentence" }, item.sentence);
  return [make("div", { class: "pair" }, side("picture.before", item.before), side("picture.after", item.after)), change];
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

/** Draw the cards of one question together: a bar for each that may be shown. */
export function cards(items, level = "h2") {
  const shown = items.filter((item) => item.kind === "bars");
  const picked = (item) => item.bars[0].tenths;
  const hidden = items.filter((item) => item.kind !== "bars").map((item) => item.text);
  const parts = [make(level, { tabindex: "-1" }, items[0].group)];
  if (shown.length) {
    const words = shown.map((item) => say("picture.picked", { n: picked(item), label: item.text })).join(" ");
    parts.push(make("p", { class: "sentence" }, words));
    parts.push(make("dl", { class: "chart" }, ...shown.map((item) => bar(item.text, picked(item)))));
    parts.push(make("p", { class: "note" }, shown[0].note));
  }
  if (hidden.length) parts.push(make("p", { class: "note" }, say("picture.cards-hidden", { labels: hidden.join("; ") })));
  return parts;
}

/** Draw every item of a release; cards of one question come together. Returns one list a question. */
export function pictures(items, level = "h2") {
  const questions = [];
  for (const item of items) {
    const last = questions.at(-1);
    if (item.group && last && last[0].group === item.group) last.push(item);
    else questions.push([item]);
  }
  return questions.map((all) => (all[0].group ? cards(all, level) : picture(all[0], level)));
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
