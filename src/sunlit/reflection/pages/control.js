// SPDX-License-Identifier: MIT
// The teacher's page: open, watch the coarse counter, close, read texts, count paper.
import { at, button, make, pause, say } from "./dom.js";
import { pair, pictures, qrcode } from "./picture.js";
import { asker, secret } from "./service.js";

const EVERY = 5000;
const PAPERS = ["family", "child", "questionnaire", "slips", "tally", "lead", "assessment"];

const word = secret();
const ask = asker(word);
let activities = [];
let known = "";
let order = [];
let newest = { slips: [] };

function tell(key, values) {
  at("status").textContent = say(key, values);
}

function fault({ status, data }) {
  if (status === 401) tell("control.secret");
  else if (status === 0) tell("control.gone");
  else at("status").textContent = say("control.refused", { why: (data && data.error) || status });
}

function chosen() {
  return activities.find((one) => one.activity === at("activity").value);
}

function bandName(band) {
  return band.replace("ages-", "").replace(/^0/, "").replace("-0", "-").replace("-", "\u2013");
}

function describe() {
  const one = chosen();
  if (!one) return;
  document.body.dataset.band = one.band.replace("ages-", "") || "11-13";
  at("asked").replaceChildren(...one.items.map((text) => make("p", {}, text)));
  at("size").value = one.class_size;
  at("open").hidden = one.hands_only;
  at("freetext").disabled = !one.free_text_allowed;
  papers();
  at("tally").hidden = true;
}

/** Link the papers of the chosen activity with the settings as they stand. */
function papers() {
  const one = chosen();
  if (!one) return;
  const wanted = settings();
  const query = new URLSearchParams();
  for (const key of ["sensitive", "slips", "free_text"]) if (wanted[key]) query.set(key, wanted[key]);
  at("papers").replaceChildren(...PAPERS.map((name) => {
    const path = `/papers/${name}/${one.activity.split("/").map(encodeURIComponent).join("/")}?${query}`;
    return make("li", {}, make("a", { href: path, target: "_blank" }, say(`control.paper-${name}`)));
  }));
}

function settings() {
  const wanted = { activity: at("activity").value, class_size: Number(at("size").value) || 0 };
  if (at("follows").value) Object.assign(wanted, { follows: at("follows").value, phase: "after" });
  if (at("sensitive").checked) wanted.sensitive = true;
  if (at("slips").checked) wanted.slips = true;
  if (at("told").checked) wanted.families_told = true;
  if (at("freetext").value.trim() && !at("freetext").disabled) wanted.free_text = at("freetext").value.trim();
  return wanted;
}

async function open(event) {
  event.preventDefault();
  const answer = await ask("/api/polls", "POST", settings());
  if (answer.status !== 201) { fault(answer); return; }
  newest = answer.data;
  tell("control.opened", { code: answer.data.code });
  await refresh();
}

function openCard(poll) {
  const sure = make("span", { class: "row", hidden: true }, say("wall.sure"),
    button(say("wall.yes"), () => close(poll.code), { class: "btn go" }),
    button(say("wall.no"), () => { sure.hidden = true; }));
  const slips = newest.code === poll.code && newest.slips.length
    ? [make("details", {}, make("summary", {}, say("control.slips-list")),
      make("ul", { class: "slips" }, ...newest.slips.map((slip) => make("li", {}, slip))))] : [];
  return make("article", { class: "card livecard" },
    make("div", {},
      make("h3", {}, poll.title || poll.activity),
      make("p", { class: "bigcode num" }, poll.code),
      make("p", {}, make("span", { class: "num" }, poll.join.address)),
      make("p", { class: "counter", id: `counter-${poll.code}` }, poll.counter),
      make("p", { class: "row" },
        make("a", { class: "btn go", href: `/wall?poll=${poll.code}`, target: "_blank" }, say("control.project")),
        button(say("wall.close"), () => { sure.hidden = false; sure.querySelector("button").focus(); })),
      sure, ...slips),
    qrcode(poll.join.qr, say("wall.qr")));
}

async function close(code) {
  const answer = await ask(`/api/polls/${code}/close`, "POST");
  if (answer.status !== 200) { fault(answer); return; }
  tell("control.closed");
  await refresh();
}

function decision(code, text, list) {
  const field = make("textarea", { "aria-label": say("control.text") });
  field.value = text.body;
  const row = make("li", { class: text.flag ? "flag" : false });
  const decide = async (verdict, body = "") => {
    const answer = await ask(`/api/polls/${code}/texts/${text.token}`, "POST", { decision: verdict, body });
    if (answer.status !== 204) { fault(answer); return; }
    row.remove();
    tell("control.decided");
    if (!list.children.length) await refresh(true);
  };
  if (text.flag) row.append(make("strong", {}, say("control.flag")));
  row.append(field, make("span", { class: "row" },
    button(say("control.approve"), () => decide("approve", field.value.trim())),
    button(say("control.hide"), () => decide("hide")),
    button(say("control.refer"), () => decide("refer"))));
  return row;
}

async function moderation(poll) {
  const { status, data } = await ask(`/api/polls/${poll.code}/texts`);
  if (status !== 200) return [];
  const waiting = data.filter((text) => !text.decision);
  if (!waiting.length) return [];
  const list = make("ul", { class: "queue" });
  list.append(...waiting.map((text) => decision(poll.code, text, list)));
  return [make("h4", {}, say("control.moderate")), make("p", {}, say("control.moderate-how")), list];
}

async function changes(poll) {
  if (!poll.follows) return [];
  const { status, data } = await ask(`/api/polls/${poll.code}/change`);
  if (status !== 200) return [];
  const parts = data.items.flatMap((item) => [make("h5", {}, item.text), ...pair(item)]);
  return [make("h4", {}, say("control.change")), ...parts, make("p", { class: "note" }, data.note)];
}

/** Everybody's pictures first, then those that are the teacher's alone. */
function drawn(items) {
  const mine = items.filter((item) => !item.wall);
  const parts = pictures(items.filter((item) => item.wall), "h4").flat();
  if (!mine.length) return parts;
  return [...parts, make("p", { class: "mine" }, say("control.mine")), ...pictures(mine, "h4").flat()];
}

async function resultCard(poll) {
  const card = make("article", { class: "card result" }, make("h3", {}, poll.title || poll.activity));
  card.append(...drawn(poll.release.items), ...(await changes(poll)), ...(await moderation(poll)));
  const wall = make("a", { class: "btn", href: `/wall?poll=${poll.code}`, target: "_blank" }, say("control.project"));
  const gone = button(say("control.forget"), async () => {
    const answer = await ask(`/api/polls/${poll.code}`, "DELETE");
    if (answer.status !== 204) { fault(answer); return; }
    tell("control.forgotten");
    await refresh(true);
  });
  card.append(make("p", { class: "row" }, wall, gone));
  return card;
}

/** Redraw only when something changed, so that nobody loses their place or a half-written text. */
async function refresh(force = false) {
  const answer = await ask("/api/polls");
  if (answer.status !== 200) { fault(answer); return; }
  const { open: running, closed, waiting } = answer.data;
  for (const poll of running) {
    const counter = at(`counter-${poll.code}`);
    if (counter && counter.textContent !== poll.counter) counter.textContent = poll.counter;
  }
  at("reminder").hidden = !Object.keys(waiting).length;
  const now = JSON.stringify([running.map((poll) => poll.code), closed.map((poll) => poll.code)]);
  if (now === known && !force) return;
  known = now;
  at("live").hidden = !running.length;
  at("results").hidden = !closed.length;
  at("openpolls").replaceChildren(...running.map(openCard));
  const fresh = closed.map((poll) => poll.code).filter((code) => !order.includes(code));
  order = [...fresh, ...order];
  closed.sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
  at("closedpolls").replaceChildren(...(await Promise.all(closed.map(resultCard))));
  const earlier = closed.map((poll) => make("option", { value: poll.code }, say("control.follows-one", { title: poll.title, code: poll.code })));
  at("follows").replaceChildren(make("option", { value: "" }, say("control.follows-none")), ...earlier);
}

function tallyForm() {
  const one = chosen();
  if (!one) return;
  at("tallyrows").replaceChildren(...one.items.map((text, item) => {
    const set = make("fieldset", { class: "tallyitem" }, make("legend", {}, text));
    one.options[item].forEach((label, level) => {
      const id = `tally-${item}-${level}`;
      set.append(make("p", {}, make("label", { for: id }, label),
        make("input", { type: "number", id, min: 0, max: 500, value: 0, inputmode: "numeric" })));
    });
    return set;
  }));
  at("tally").hidden = false;
  at("tallytitle").focus();
}

async function tally(event) {
  event.preventDefault();
  const one = chosen();
  const counts = one.options.map((labels, item) => labels.map((_, level) => Math.trunc(Number(at(`tally-${item}-${level}`).value)) || 0));
  const answer = await ask("/api/tallies", "POST", { ...settings(), counts });
  if (answer.status !== 201) { fault(answer); return; }
  at("tallyrows").replaceChildren(...drawn(answer.data.release.items));
  tell(answer.data.code ? "control.tallied" : "control.dropped");
  await refresh();
}

async function begin() {
  const answer = await ask("/api/activities");
  if (answer.status !== 200) { fault(answer); return; }
  activities = answer.data;
  at("activity").replaceChildren(...activities.map((one) => make("option", { value: one.activity },
    say("control.activity-one", { title: one.title, band: bandName(one.band), name: one.activity.split("/").pop() }))));
  const wanted = new URLSearchParams(location.search).get("activity");
  if (wanted && activities.some((one) => one.activity === wanted)) at("activity").value = wanted;
  describe();
  for (;;) {
    await refresh();
    await pause(EVERY);
  }
}

at("activity").addEventListener("change", describe);
at("openform").addEventListener("change", papers);
at("openform").addEventListener("submit", open);
at("paper").addEventListener("click", tallyForm);
at("tallycancel").addEventListener("click", () => { at("tally").hidden = true; at("paper").focus(); });
at("tally").addEventListener("submit", tally);
begin();
