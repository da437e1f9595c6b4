// SPDX-License-Identifier: MIT
// The class reflection among the slides, where `sunlit teach` serves this page to its own
// computer: where to join, and after the close the picture, each on a slide of its own.
// Anywhere else nothing is asked: not from a folder, not on the web, not on a pupil's device.
//
// The wall itself is a page of the teacher's listener in a frame: the teacher's secret stays
// there, and so does everything that was answered. Only "what is shown" comes out of it.
import { make } from "../controls.js";
import { icon } from "../icons.js";

const NEAR = new Set(["127.0.0.1", "localhost", "[::1]"]);
const LIVE = "[data-activity=reflection], [data-activity=check]";
/** What the wall may say of itself that is worth a slide. */
const WORTH = new Set(["open", "shown", "earlier"]);

/** Whether this page comes from the book that `sunlit teach` serves on this computer. */
export const servedHere = ({ protocol, hostname, pathname } = location) =>
  protocol === "http:" && NEAR.has(hostname) && pathname.startsWith("/book/");

/** Where pupils join and where the teacher's page is; null when there is no service. */
async function service() {
  if (!servedHere()) return null;
  try {
    const answer = await fetch("/api/here", { cache: "no-store", credentials: "omit" });
    const { join, control } = answer.ok ? await answer.json() : {};
    return control ? { join, control } : null;
  } catch {
    return null;
  }
}

let asked = null;

/** The address of a page of the teacher's listener for `activity`. */
function teachersPage(control, path, activity, more = {}) {
  const address = new URL(path, control);
  for (const [name, value] of Object.entries({ activity: activity.dataset.id, ...more })) {
    address.searchParams.set(name, value);
  }
  return address;
}

/** The wall of one activity: a block of its own behind it, hidden until there is something to see. */
function wallOf(activity, control, { say, changed, press }) {
  const theme = document.documentElement.dataset.theme ?? "light";
  const address = teachersPage(control, "wall", activity, { theme });
  const frame = make("iframe", { src: address.href, title: say("wall") });
  const element = make("div", { class: "p-wall", hidden: true }, frame);
  const wall = { element, state: "waiting", place: 0, total: 0 };
  const hear = ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin) return;
    if (data.wall === "key") press(String(data.key));
    else {
      const before = wall.state;
      Object.assign(wall, { state: data.wall, place: data.place, total: data.total });
      element.hidden = !WORTH.has(wall.state);
      if (wall.state !== before) changed(wall);
    }
  };
  addEventListener("message", hear);
  wall.remove = () => {
    removeEventListener("message", hear);
    element.remove();
  };
  /** Turn to the next or last picture of the class; false when there is none that way. */
  wall.turn = (step) => {
    const place = wall.place + step;
    if (wall.state !== "shown" || place < 0 || place >= wall.total) return false;
    wall.place = place;
    frame.contentWindow.postMessage({ turn: step }, address.origin);
    return true;
  };
  return wall;
}

/** The walls of a lesson. `changed(wall)` is called when one appears, `press(key)` for its keys. */
export function classReflections(does) {
  const walls = new Map();
  return {
    /** Put the way to the teacher's page below `activity`, once, and the wall behind it. */
    async add(activity) {
      if (!activity.matches(LIVE) || walls.has(activity)) return;
      asked ??= service();
      const found = await asked;
      if (!found || !does.on() || walls.has(activity)) return;
      const place = found.join.replace(/^http:\/\//, "");
      const link = teachersPage(found.control, "", activity);
      const way = make("div", { class: "p-class" },
        make("p", { text: does.say("join", { address: place }) }),
        make("a", { class: "btn go", href: link.href, target: "sunlit-reflection" },
          icon("phone"), make("span", { text: does.say("reflection") })));
      const wall = wallOf(activity, found.control, does);
      walls.set(activity, { way, wall });
      activity.append(way);
      activity.after(wall.element);
    },
    /** The wall that is on the screen, if one is. */
    shown: (blocks) => [...walls.values()].find(({ wall }) => blocks.includes(wall.element))?.wall,
    /** Take all of it out of the page. */
    clear() {
      for (const { way, wall } of walls.values()) {
        way.remove();
        wall.remove();
      }
      walls.clear();
    },
  };
}
