// SPDX-License-Identifier: MIT
// The page's furniture: colours, print, the current section, filters, country, leaving.
(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const show = (element) => element?.removeAttribute("hidden");

  // Evening colours: the system's choice until somebody chooses; only the choice is kept.
  const mode = find("[data-mode]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try { return localStorage.getItem("theme"); } catch { return null; }
  };
  const label = () => {
    find(".lab", mode).textContent = root.dataset.theme === "dark" ? mode.dataset.day : mode.dataset.evening;
  };
  if (mode) {
    label();
    show(mode);
    mode.addEventListener("click", () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* kept for this page only */ }
      label();
    });
    system.addEventListener("change", () => {
      if (chosen()) return;
      root.dataset.theme = system.matches ? "dark" : "light";
      label();
    });
  }

  // Printing: for pupils, without the plan and its minutes; or with them.
  for (const menu of all("details.print")) {
    show(menu);
    const close = (back) => {
      if (!menu.open) return;
      menu.open = false;
      if (back) find("summary", menu).focus();
    };
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape") close(true); });
    document.addEventListener("click", (event) => { if (!menu.contains(event.target)) close(false); });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) close(false);
    });
  }
  for (const button of all("[data-print]")) {
    show(button);
    button.addEventListener("click", () => {
      root.classList.toggle("print-pupil", button.dataset.print === "pupil");
      const menu = button.closest("details");
      if (menu) menu.open = false;
      window.print();
    });
  }
  // The lesson's menu leads here for the guide on paper.
  if (location.hash === "#print") addEventListener("load", () => window.print());
  addEventListener("afterprint", () => root.classList.remove("print-pupil"));

  // On a small screen the list of themes starts closed.
  const side = find(".side details");
  if (side && matchMedia("(max-width: 56rem)").matches) side.open = false;

  // Which section is being read.
  const links = all(".onpage a");
  if (links.length && "IntersectionObserver" in window) {
    const sections = new Map(links.map((link) => [document.getElementById(link.hash.slice(1)), link]));
    const seen = new Set();
    const watch = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
      const now = [...sections.keys()].find((section) => seen.has(section));
      if (!now) return;
      for (const [section, link] of sections) {
        if (section === now) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-10% 0px -60% 0px" });
    for (const section of sections.keys()) if (section) watch.observe(section);
  }

  // The table of lessons.
  const box = find(".lesson-table");
  if (box) {
    const FEW = 8;
    const form = find(".filters", box);
    const rows = all("tbody tr", box);
    const found = find(".found", box);
    const more = find(".more", box);
    const [age, theme, time] = ["age", "theme", "time"].map((name) => find(`#filter-${name}`, box));
    let open = rows.length <= FEW;
    const filter = () => {
      const any = age.value || theme.value || time.value;
      let count = 0;
      for (const row of rows) {
        const fits = (!age.value || row.dataset.band === age.value)
          && (!theme.value || row.dataset.themeName === theme.value)
          && (!time.value || Number(row.dataset.minutes) <= Number(time.value));
        count += fits;
        row.hidden = !fits || (!any && !open && count > FEW);
      }
      more.hidden = Boolean(any) || open;
      const text = count === 0 ? box.dataset.none : count === 1 ? box.dataset.one : box.dataset.many;
      found.textContent = text.replace("{n}", count);
    };
    const fromAddress = () => {
      const match = /^#lessons-(\d\d-\d\d)$/.exec(location.hash);
      if (!match) return;
      age.value = match[1];
      theme.value = "";
      time.value = "";
      filter();
      const first = rows.find((row) => !row.hidden);
      (first ? find("a", first) : age).focus({ preventScroll: true });
      box.scrollIntoView({ block: "start" });
    };
    show(form);
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const select of [age, theme, time]) select.addEventListener("change", filter);
    find("button", more).addEventListener("click", () => {
      open = true;
      filter();
      find("a", rows[FEW]).focus();
    });
    filter();
    fromAddress();
    addEventListener("hashchange", fromAddress);
    for (const link of all('a[href^="#lessons-"]')) {
      link.addEventListener("click", () => { if (link.hash === location.hash) fromAddress(); });
    }
  }

  // The country's help: all of it is in the page, nothing is asked for or kept.
  const chooser = find(".chooser");
  if (chooser) {
    const list = find(".countries");
    const select = find("select", chooser);
    const choose = () => {
      for (const country of all(".country", list)) {
        const now = country.dataset.country === select.value;
        country.hidden = !now;
        country.open = now;
      }
    };
    show(chooser);
    list.classList.add("chosen");
    chooser.addEventListener("submit", (event) => event.preventDefault());
    select.addEventListener("change", choose);
    choose();
  }

  // Leaving: the page is replaced, so that "back" does not return to it.
  const leave = find("[data-leave]");
  if (leave) {
    const go = () => location.replace(leave.href);
    leave.addEventListener("click", (event) => { event.preventDefault(); go(); });
    let presses = 0;
    let last = 0;
    addEventListener("keydown", (event) => {
      if (event.key !== "Shift" || event.repeat) {
        if (event.key !== "Shift") presses = 0;
        return;
      }
      presses = event.timeStamp - last < 1000 ? presses + 1 : 1;
      last = event.timeStamp;
      if (presses === 3) go();
    });
  }
})();
