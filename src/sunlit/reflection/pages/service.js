// SPDX-License-Identifier: MIT
// The teacher's way to the service: the secret comes in the address once and stays on this machine.

const PLACE = "sunlit-teacher";

/** Take the secret from the address, or the one of this machine; empty without one. */
export function secret() {
  const given = new URLSearchParams(location.hash.slice(1));
  const found = /^[0-9a-f]{64}$/.exec(location.hash.slice(1)) || [given.get("secret") || ""];
  if (/^[0-9a-f]{64}$/.test(found[0])) {
    try { localStorage.setItem(PLACE, found[0]); } catch { /* kept in this page only */ }
    history.replaceState(null, "", location.pathname + location.search);
    return found[0];
  }
  try { return localStorage.getItem(PLACE) || ""; } catch { return ""; }
}

/** Make a function that asks the service with a secret: (path, method, body) -> {status, data}. */
export function asker(word) {
  const tags = new Map();
  return async (path, method = "GET", body = undefined) => {
    const headers = { Authorization: `Bearer ${word}` };
    if (body !== undefined) headers["Content-Type"] = "application/json";
    if (method === "POST" && body === undefined) { headers["Content-Type"] = "application/json"; body = {}; }
    if (method === "GET" && tags.has(path)) headers["If-None-Match"] = tags.get(path).tag;
    try {
      const response = await fetch(path, {
        method, headers, cache: "no-store", credentials: "omit", body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (response.status === 304) return { status: 200, data: tags.get(path).data, same: true };
      const text = await response.text();
      const data = text ? JSON.parse(text) : null;
      if (response.ok && response.headers.has("etag")) tags.set(path, { tag: response.headers.get("etag"), data });
      return { status: response.status, data };
    } catch {
      return { status: 0, data: null };
    }
  };
}
