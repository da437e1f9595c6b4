// SPDX-License-Identifier: MIT
// A pen's stroke: its points made smooth, its width out of the pressure where there is one.
//
// Points are [x, y, pressure] in units of the drawing; pressure is 0 to 1. A mouse and a
// finger have none and draw a line of one width.

const NEAR = 2; // units: a point this close to the last one adds nothing
const FOLLOW = 0.6; // how far the line goes towards each new point; the rest is trembling
const STEPS = 6; // widths a line may have between thin and thick

/** The pressure of a pointer event; a half where the device has none. */
export const pressureOf = ({ pointerType, pressure }) =>
  (pointerType === "pen" && pressure > 0 ? Math.min(pressure, 1) : 0.5);

/** Go on to (x, y); whether the stroke has grown. */
export function extend(points, x, y, pressure) {
  const last = points.at(-1);
  if (!last) {
    points.push([x, y, pressure]);
    return true;
  }
  const next = [last[0] + (x - last[0]) * FOLLOW, last[1] + (y - last[1]) * FOLLOW];
  if (Math.hypot(next[0] - last[0], next[1] - last[1]) < NEAR) return false;
  points.push([...next, last[2] + (pressure - last[2]) * FOLLOW]);
  return true;
}

/** End where the pointer left, which a line that follows has not reached yet. */
export function finish(points, x, y) {
  const last = points.at(-1);
  if (Math.hypot(x - last[0], y - last[1]) >= NEAR) points.push([x, y, last[2]]);
}

const short = (value) => Math.round(value * 10) / 10;
const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const at = ([x, y]) => `${short(x)} ${short(y)}`;

/**
 * The stroke as paths with round ends, each of one width: {d, width}. Each curve runs
 * from the middle between two points to the next middle, so that no corner shows.
 */
export function strokePaths(points, width) {
  const widthAt = (point) => short(width * (0.4 + Math.round(point[2] * STEPS) / STEPS * 1.2));
  if (points.length === 1) return [{ d: `M${at(points[0])}h.01`, width: widthAt(points[0]) }];
  const runs = [];
  const add = (from, curve, wide) => {
    const run = runs.at(-1);
    if (run?.width === wide) run.d += curve;
    else runs.push({ d: `M${at(from)}${curve}`, width: wide });
  };
  const first = middle(points[0], points[1]);
  add(points[0], `L${at(first)}`, widthAt(points[0]));
  for (let k = 1; k < points.length - 1; k += 1) {
    const [from, to] = [middle(points[k - 1], points[k]), middle(points[k], points[k + 1])];
    add(from, `Q${at(points[k])} ${at(to)}`, widthAt(points[k]));
  }
  const last = points.at(-1);
  add(middle(points.at(-2), last), `L${at(last)}`, widthAt(last));
  return runs;
}

/** The middle of the box round `points`, and the points seen from there, in whole units. */
export function centred(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const x = Math.round((Math.min(...xs) + Math.max(...xs)) / 2);
  const y = Math.round((Math.min(...ys) + Math.max(...ys)) / 2);
  return { x, y, points: points.map(([a, b, p]) => [short(a - x), short(b - y), Math.round(p * 100) / 100]) };
}
