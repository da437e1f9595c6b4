// SPDX-License-Identifier: MIT
// studio: draw, place and write on a sheet; save it on the device. Nothing reads meaning in.
import { actions, button, freshId, keep, make, passButton, statusLine, wordsOf } from "../controls.js";
import { icon } from "../icons.js";
import { savePng, saveSvg } from "../saving.js";
import { printSheet } from "../sheet.js";
import { drawThing, known, placed, shape } from "../sheet_of_things.js";
import { centred, extend, finish, pressureOf, strokePaths } from "../strokes.js";

const PENS = [["thin", 5], ["middle", 10], ["thick", 22]]; // units of the drawing
const STAMP_SIZE = 1.6;
const STEP = 40; // units that an arrow key moves a thing; with Shift a quarter of it
const TURN = 15;
const GROW = 1.2;
const SIZES = [0.3, 8];
const REMEMBERED = 200; // steps that can be undone

/** Radios as a row of small buttons; `face` draws what stands in each. */
function chips({ name, options, chosen, face, onPick = () => {} }) {
  const group = freshId("chips");
  const title = make("span", {});
  const rows = options.map(({ id, text }) => {
    const input = make("input", { type: "radio", name: group, value: id, autocomplete: "off", change: () => pick(id) });
    input.checked = id === chosen;
    return make("label", { class: "chip", title: text }, input, ...face(id, text));
  });
  const element = make("fieldset", { class: "chips" }, make("legend", {}, title), make("div", { class: "chip-row" }, ...rows));
  const say = (id) => { title.textContent = name(options.find((one) => one.id === id).text); };
  function pick(id) {
    say(id);
    onPick(id);
  }
  say(chosen);
  return {
    element,
    picked: () => element.querySelector("input:checked").value,
    set(id) {
      element.querySelector(`input[value="${id}"]`).checked = true;
      pick(id);
    },
  };
}

/** The whole studio. */
function studio({ model, words, answer }) {
  const definition = model.get("definition");
  const { sheet, stamps } = definition;
  const look = {
    colours: new Map(definition.colours.map((colour) => [colour.id, colour])),
    stamps: new Map(stamps.map((stamp) => [stamp.id, stamp])),
    ink: definition.colours.find(({ id }) => id === "black").hex,
    ground: definition.colours.find(({ id }) => id === "white").hex,
  };
  let things = known(answer.get().things, definition, look);
  let past = [];
  let future = [];
  let selected = null; // its place in `things`

  const status = statusLine();
  const onSheetId = freshId("things");

  /* The sheet */
  const parsed = new DOMParser().parseFromString(sheet.svg, "image/svg+xml").documentElement;
  parsed.querySelectorAll("title, desc").forEach((one) => one.remove());
  const ground = shape("g", {}, ...[...parsed.children].map((one) => document.importNode(one, true)));
  const layer = shape("g", {});
  const frame = shape("rect", { class: "picked-frame", fill: "none", rx: 10 });
  const surface = shape("svg", {
    viewBox: `0 0 ${sheet.width} ${sheet.height}`, class: "surface", role: "img",
    "aria-label": words("studio.sheet", { what: sheet.words }),
  }, ground, layer, frame);

  const nameOf = (thing, place) => {
    const colour = words(`studio.colour-${thing.colour}`);
    if (thing.kind === "words") return words("studio.named-words", { text: thing.text });
    const name = words(thing.kind === "stroke" ? "studio.stroke" : `studio.stamp-${thing.stamp}`);
    return words("studio.named", { n: place + 1, name, colour });
  };
  const whereIs = ({ x, y }) => ({
    across: Math.round((x / sheet.width) * 100), down: Math.round((y / sheet.height) * 100),
  });

  /* What changes the drawing */
  function change(next, { select = null } = {}) {
    past = [...past.slice(-REMEMBERED), things];
    future = [];
    show(next, select);
  }
  function show(next, select = null) {
    things = next;
    selected = select;
    answer.set(things.length ? { things } : {});
    redraw();
  }
  function step(from, to, said) {
    if (!from.length) {
      status.say(words("studio.nothing-there"));
      return;
    }
    to.push(things);
    show(from.pop());
    status.say(words(said));
  }
  const replaced = (place, fresh) => things.map((one, k) => (k === place ? fresh : one));
  const full = () => {
    if (things.length < definition.most) return false;
    status.say(words("studio.full"));
    return true;
  };
  const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));

  function add(thing) {
    if (full()) return;
    // New things lie a little beside each other, so that none hides another.
    const beside = (things.length % 5) - 2;
    change([...things, {
      x: within(sheet.width / 2 + beside * 120, sheet.width), y: within(sheet.height / 2 + beside * 30, sheet.height), turn: 0, ...thing,
    }], { select: things.length });
    tools.set("move");
    status.say(words("studio.placed", { name: nameOf(things[selected], selected), ...whereIs(things[selected]) }));
    goArrange();
  }

  function move(place, across, down) {
    const thing = things[place];
    change(replaced(place, {
      ...thing, x: within(thing.x + across, sheet.width), y: within(thing.y + down, sheet.height),
    }), { select: place });
    status.say(words("studio.at", whereIs(things[place])));
  }
  function resize(place, by) {
    const size = Math.round(Math.min(Math.max(things[place].size * by, SIZES[0]), SIZES[1]) * 100) / 100;
    change(replaced(place, { ...things[place], size }), { select: place });
    status.say(words("studio.sized", { size: Math.round(size * 100) }));
  }
  function turnBy(place, by) {
    const turn = (things[place].turn + by) % 360;
    change(replaced(place, { ...things[place], turn }), { select: place });
    status.say(words("studio.turned", { turn: (turn + 360) % 360 }));
  }
  function shift(place, by) {
    const to = Math.min(Math.max(place + by, 0), things.length - 1);
    const rest = things.filter((_, k) => k !== place);
    change([...rest.slice(0, to), things[place], ...rest.slice(to)], { select: to });
    status.say(words("studio.layer", { n: to + 1, total: things.length }));
  }
  function takeOff(place) {
    const name = nameOf(things[place], place);
    change(things.filter((_, k) => k !== place));
    status.say(words("studio.taken-off", { name }));
  }

  /* The sheet under a pointer */
  const onSheet = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(surface.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const thingAt = (event) => {
    const found = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-thing]");
    return found && layer.contains(found) ? Number(found.dataset.thing) : null;
  };
  let pens = false; // once a pen has drawn, a resting hand draws nothing

  function drawStroke(down) {
    const [width, colour] = [Number(pen.picked()), colours.picked()];
    const points = [];
    const live = shape("g", { fill: "none", stroke: look.colours.get(colour).hex, "stroke-linecap": "round", "stroke-linejoin": "round" });
    let waiting = false;
    const paint = () => {
      waiting = false;
      live.replaceChildren(...strokePaths(points, width).map((run) => shape("path", { d: run.d, "stroke-width": run.width })));
    };
    extend(points, ...onSheet(down), pressureOf(down));
    layer.append(live);
    paint();
    follow(down, {
      onMove(event) {
        const all = event.getCoalescedEvents?.() ?? [];
        for (const one of all.length ? all : [event]) extend(points, ...onSheet(one), pressureOf(one));
        if (!waiting) requestAnimationFrame(paint);
        waiting = true;
      },
      onEnd(event, ended) {
        live.remove();
        if (!ended) return;
        finish(points, ...onSheet(event));
        change([...things, { kind: "stroke", colour, width, size: 1, turn: 0, ...centred(points) }]);
        status.say("");
      },
    });
  }

  function dragThing(down) {
    const place = thingAt(down);
    choose(place);
    if (place === null) return;
    const [startX, startY] = onSheet(down);
    const thing = things[place];
    const drawn = layer.children[place];
    let moved = thing;
    follow(down, {
      onMove(event) {
        const [x, y] = onSheet(event);
        moved = { ...thing, x: within(thing.x + x - startX, sheet.width), y: within(thing.y + y - startY, sheet.height) };
        drawn.setAttribute("transform", placed(moved));
        frameRound(drawn);
      },
      onEnd(_, ended) {
        if (ended && (moved.x !== thing.x || moved.y !== thing.y)) change(replaced(place, moved), { select: place });
        else redraw();
      },
    });
  }

  function rubOut(down) {
    const rub = (event) => {
      const place = thingAt(event);
      if (place !== null) takeOff(place);
    };
    rub(down);
    follow(down, { onMove: rub, onEnd() {} });
  }

  /** Hear the rest of a pointer's way; `onEnd` hears whether it ended or was broken off. */
  function follow(down, { onMove, onEnd }) {
    const listening = new AbortController();
    const { signal } = listening;
    const mine = (event) => event.pointerId === down.pointerId;
    surface.setPointerCapture(down.pointerId);
    surface.addEventListener("pointermove", (event) => { if (mine(event)) onMove(event); }, { signal });
    for (const end of ["pointerup", "pointercancel"]) {
      surface.addEventListener(end, (event) => {
        if (!mine(event)) return;
        listening.abort();
        onEnd(event, end === "pointerup");
      }, { signal });
    }
  }

  surface.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    pens ||= event.pointerType === "pen";
    const tool = tools.picked();
    if (tool === "draw" && pens && event.pointerType === "touch") return;
    event.preventDefault();
    if (tool === "draw") {
      if (!full()) drawStroke(event);
    } else if (tool === "move") dragThing(event);
    else rubOut(event);
  });

  /* The controls */
  const option = (key) => (id) => ({ id, text: words(`studio.${key}-${id}`) });
  const tools = chips({
    name: () => words("studio.tools"), chosen: "draw",
    options: ["draw", "move", "rub"].map(option("tool")),
    face: (id, text) => [icon(`tool-${id}`), make("span", { text })],
    onPick(id) {
      surface.dataset.tool = id;
      if (id !== "move") choose(null);
    },
  });
  const colours = chips({
    name: (text) => words("studio.colour", { colour: text }), chosen: "black",
    options: definition.colours.map(({ id }) => option("colour")(id)),
    face: (id, text) => [make("span", { class: "swatch", style: `background:${look.colours.get(id).hex}` }), make("span", { class: "unseen", text })],
  });
  const pen = chips({
    name: (text) => words("studio.pen", { pen: text }), chosen: String(PENS[1][1]),
    options: PENS.map(([id, width]) => ({ id: String(width), text: words(`studio.pen-${id}`) })),
    face: (width, text) => [make("span", { class: "nib", style: `--nib:${Math.max(3, width * 0.8)}px` }), make("span", { class: "unseen", text })],
  });
  const stampButtons = make("div", { class: "stamps" }, ...stamps.map((stamp) => {
    const drawn = drawThing({ kind: "stamp", stamp: stamp.id, colour: stamp.manner === "fill" ? "white" : "black", x: 0, y: 0, size: 1, turn: 0 }, look);
    return make("button", {
      type: "button", class: "btn stamp",
      click: () => add({ kind: "stamp", stamp: stamp.id, colour: colours.picked(), size: STAMP_SIZE }),
    }, shape("svg", { viewBox: "-54 -54 108 108", "aria-hidden": "true", focusable: "false" }, drawn),
    make("span", { text: words(`studio.stamp-${stamp.id}`) }));
  }));
  const typed = definition.writes ? make("input", {
    type: "text", id: freshId("words"), maxlength: definition.longest, dir: "auto", autocomplete: "off",
    keydown: (event) => { if (event.key === "Enter") { event.preventDefault(); write(); } },
  }) : null;
  function write() {
    const text = typed.value.trim();
    if (!text) {
      status.say(words("studio.write-first"));
      typed.focus();
      return;
    }
    typed.value = "";
    add({ kind: "words", text, colour: colours.picked(), size: 1 });
  }

  /* What lies on the sheet, as a list */
  const list = make("ol", { class: "things", "aria-labelledby": onSheetId });
  const nothing = make("p", { class: "how", text: words("studio.empty") });
  const arrangedId = freshId("arranged");
  const arranged = make("p", { class: "arranged", id: arrangedId });
  const arranging = make("div", { class: "arranging", role: "group", tabindex: "-1", "aria-labelledby": arrangedId });
  const controls = [
    ["left", (k) => move(k, -STEP, 0)], ["up", (k) => move(k, 0, -STEP)],
    ["down", (k) => move(k, 0, STEP)], ["right", (k) => move(k, STEP, 0)],
    ["bigger", (k) => resize(k, GROW)], ["smaller", (k) => resize(k, 1 / GROW)],
    ["turn", (k) => turnBy(k, TURN)], ["front", (k) => shift(k, 1)], ["behind", (k) => shift(k, -1)],
    ["recolour", (k) => {
      change(replaced(k, { ...things[k], colour: colours.picked() }), { select: k });
      status.say(words("studio.recoloured", { colour: words(`studio.colour-${colours.picked()}`) }));
    }],
    ["off", (k) => {
      takeOff(k);
      leave(k);
    }],
    ["done", (k) => {
      choose(null);
      leave(k);
    }],
  ].map(([name, act]) => button(words(`studio.${name}`), () => act(selected)));
  arranging.append(arranged, make("p", { class: "how", text: words("studio.keys") }), make("div", { class: "arrange-buttons" }, ...controls));

  /** From the arranging to the list, near `place`; to the stamps when nothing is left. */
  function leave(place) {
    const next = list.children[Math.min(place, things.length - 1)]?.firstChild;
    (next ?? stampButtons.firstChild).focus({ preventScroll: true });
  }

  const keys = {
    ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
  };
  arranging.addEventListener("keydown", (event) => {
    const way = keys[event.key];
    if (!way && event.key !== "Delete" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    const place = selected;
    if (way) {
      const by = event.shiftKey ? STEP / 4 : STEP;
      move(place, way[0] * by, way[1] * by);
      return;
    }
    if (event.key === "Delete") takeOff(place);
    else choose(null);
    leave(place);
  });

  /** To the arranging, with the sheet in sight. */
  function goArrange() {
    arranging.focus({ preventScroll: true });
    surface.scrollIntoView({ block: "nearest" });
  }

  function choose(place) {
    selected = place;
    mark();
  }

  const entry = (thing, place) => {
    const control = make("button", {
      type: "button", class: "btn thing",
      click: () => {
        tools.set("move");
        choose(place);
        status.say(words("studio.chosen", { name: nameOf(things[place], place), ...whereIs(things[place]) }));
        goArrange();
      },
    });
    control.textContent = nameOf(thing, place);
    return make("li", {}, control);
  };
  let listed = [];

  /** Draw the sheet and the list anew, but only what has changed. */
  function redraw() {
    things.forEach((thing, place) => {
      if (listed[place] === thing) return;
      const drawn = drawThing(thing, look);
      drawn.dataset.thing = place;
      const fresh = entry(thing, place);
      if (layer.children[place]) {
        layer.children[place].replaceWith(drawn);
        list.children[place].replaceWith(fresh);
      } else {
        layer.append(drawn);
        list.append(fresh);
      }
    });
    while (layer.children.length > things.length) layer.lastChild.remove();
    while (list.children.length > things.length) list.lastChild.remove();
    listed = things;
    mark();
  }

  function frameRound(drawn) {
    const box = drawn.getBBox();
    const shown = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
    for (const [name, value] of Object.entries(shown)) frame.setAttribute(name, value);
    frame.setAttribute("transform", drawn.getAttribute("transform"));
  }

  /** Show what is chosen, and which buttons have something to do. */
  function mark() {
    [...list.children].forEach((row, place) => {
      row.firstChild.setAttribute("aria-pressed", String(place === selected));
    });
    const chosen = selected === null ? null : layer.children[selected];
    frame.style.display = chosen ? "" : "none";
    arranging.hidden = !chosen;
    if (chosen) {
      frameRound(chosen);
      arranged.textContent = words("studio.arrange", { name: nameOf(things[selected], selected) });
    }
    nothing.hidden = things.length > 0;
    undo.setAttribute("aria-disabled", String(!past.length));
    redo.setAttribute("aria-disabled", String(!future.length));
    pass.hidden = things.length > 0;
    empty.hidden = !things.length;
  }

  /* Keeping it */
  /** The drawing alone, to save or print. */
  function finished() {
    const copy = surface.cloneNode(true);
    copy.querySelectorAll(".touch, .picked-frame").forEach((one) => one.remove());
    for (const name of ["class", "data-tool", "style"]) copy.removeAttribute(name);
    copy.querySelectorAll("[data-thing]").forEach((one) => one.removeAttribute("data-thing"));
    copy.setAttribute("width", sheet.width);
    copy.setAttribute("height", sheet.height);
    copy.setAttribute("aria-label", definition.title);
    return copy;
  }
  const file = words("studio.file");
  const savePicture = button(words("studio.save-png"), async () => {
    status.say(words(await savePng(finished(), file) ? "studio.saved" : "studio.not-saved"));
  }, { kind: "go" });
  const saveDrawing = button(words("studio.save-svg"), () => {
    saveSvg(finished(), file);
    status.say(words("studio.saved"));
  });
  const print = button(words("activity.print"), () => printSheet(() =>
    make("div", { class: "sheet studio-print" }, make("p", { class: "sheet-title", text: definition.title }), finished()), panel));
  const undo = button(words("studio.undo"), () => step(past, future, "studio.undone"), { mark: "again" });
  const redo = button(words("studio.redo"), () => step(future, past, "studio.redone"), { mark: "redo" });
  const empty = button(words("studio.clear"), () => {
    change([]);
    status.say(words("studio.cleared"));
    undo.focus({ preventScroll: true });
  });
  const pass = passButton(words, () => {
    answer.set({});
    status.say(words("activity.passed"));
  });

  const panel = make("div", { class: "panel studio" },
    make("p", { class: "private" }, icon("private"), make("span", { text: `${words("studio.private")} ${words("studio.about", { who: definition.who })}` })),
    definition.prompts.length ? make("ul", { class: "ideas-to-draw" }, ...definition.prompts.map((text) => make("li", { text }))) : null,
    make("div", { class: "drawing-tools" }, tools.element, colours.element, pen.element),
    make("div", { class: "easel" }, surface),
    make("div", { class: "undoing" }, undo, redo, empty),
    status.element, arranging,
    make("details", { class: "drawer", open: true }, make("summary", { text: words("studio.stamps") }), stampButtons),
    typed ? make("div", { class: "writing-in" }, make("label", { for: typed.id, text: words("studio.write") }),
      make("div", { class: "write-row" }, typed, button(words("studio.write-it"), write))) : null,
    make("div", { class: "on-sheet" }, make("p", { class: "on-sheet-name", id: onSheetId, text: words("studio.things") }), nothing, list),
    actions(savePicture, saveDrawing, print, pass));
  surface.dataset.tool = "draw";
  redraw();
  return panel;
}

export default {
  render({ model, el }) {
    const words = wordsOf(model);
    const draw = () => el.replaceChildren(studio({ model, words, answer }));
    const answer = keep(model, draw);
    draw();
    return answer.stop;
  },
};
