// SPDX-License-Identifier: MIT
// Shows what Sphinx's search finds: titles as text, nothing fetched, nothing remembered.
(() => {
  "use strict";
  const element = (id) => document.getElementById(id);
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
  let results = [];

  function draw() {
    const { strings, pages } = JSON.parse(element("search-results").dataset.strings);
    const age = element("search-age").value;
    const fits = results.filter(([page]) => !age || page.split("/")[1] === age);
    element("search-results").replaceChildren(...fits.map(([page, title, anchor]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${page}.html${anchor}`;
      link.textContent = title;
      item.append(link);
      if (pages[page]) {
        const about = document.createElement("span");
        about.textContent = pages[page];
        item.append(about);
      }
      return item;
    }));
    const key = fits.length === 0 ? "none" : fits.length === 1 ? "one" : "many";
    element("search-progress").textContent = strings[key].replace("{n}", fits.length);
  }

  // Sphinx's own display writes titles as markup, fetches every page for a summary and
  // keeps the words in the browser's storage.
  Search.performSearch = (query) => {
    if (!query.trim()) return;
    if (Search.hasIndex()) Search.query(query);
    else Search.deferQuery(query);
  };
  Search.query = (query) => {
    const seen = new Set();
    results = [];
    // The best come last in Sphinx's list; a page is shown once, at its best place.
    for (const [page, title, anchor] of Search._performSearch(...Search._parseQuery(query)).reverse()) {
      if (seen.has(page)) continue;
      seen.add(page);
      results.push([page, plain(title), anchor]);
    }
    draw();
  };

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector(".searching").hidden = false;
    element("search-age").addEventListener("change", () => { if (results.length) draw(); });
    const asked = new URLSearchParams(location.search).get("q") ?? "";
    if (!asked.trim()) {
      element("search-progress").textContent =
        JSON.parse(element("search-results").dataset.strings).strings.empty;
    }
  });
})();
