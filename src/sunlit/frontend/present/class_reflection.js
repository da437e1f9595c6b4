// SPDX-License-Identifier: MIT
// The class reflection on a slide, where `sunlit teach` serves this page to its own computer.
// Anywhere else nothing is asked: not from a folder, not on the web, not on a pupil's device.
import { make } from "../controls.js";
import { icon } from "../icons.js";

const NEAR = new Set(["127.0.0.1", "localhost", "[::1]"]);

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

/** Put the way to the join screen and the picture of the class below `activity`, once. */
export async function addReflection(activity, say) {
  asked ??= service();
  const found = await asked;
  if (!found || activity.querySelector(".p-class")) return;
  const address = new URL(found.control);
  address.searchParams.set("activity", activity.dataset.id);
  activity.append(make("div", { class: "p-class" },
    make("p", { text: say("join", { address: found.join.replace(/^http:\/\//, "") }) }),
    make("a", { class: "btn go", href: address.href, target: "sunlit-reflection" },
      icon("phone"), make("span", { text: say("reflection") }))));
}
